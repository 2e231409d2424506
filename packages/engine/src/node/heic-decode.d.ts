declare module 'heic-decode' {
  type Picture = {
    readonly width: number;
    readonly height: number;
    readonly decode: () => Promise<{
      readonly width: number;
      readonly height: number;
      readonly data: Uint8ClampedArray;
    }>;
  };
  const heicDecode: {
    all(options: { readonly buffer: Uint8Array }): Promise<readonly Picture[] & { dispose(): void }>;
  };
  export default heicDecode;
}
