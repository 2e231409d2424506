/** Corners of what the camera sees. */
export function Viewfinder({ right = 232 }: { readonly right?: number }) {
  return (
    <path d={`M8 26V14q0-6 6-6h12M${right - 18} 8h12q6 0 6 6v12M${right} 134v12q0 6-6 6h-12M26 152H14q-6 0-6-6v-12`} />
  );
}
