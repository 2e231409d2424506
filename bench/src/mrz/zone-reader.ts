/** What a reader made of one picture. */
export type ZoneReading = {
  /** Null: no zone found. */
  readonly lines: readonly string[] | null;
  /** Confidences of the characters, line by line, where the reader tells them (0–1). */
  readonly confidences?: readonly (readonly number[])[];
  /** Without opening the file: what the reader itself took from decoded pixels to lines, where it can tell (milliseconds). */
  readonly afterDecodeMs?: number;
};

/** Somebody who reads zones in picture files: Vidimus, or a peer. */
export type ZoneReader = {
  readonly read: (path: string) => Promise<ZoneReading>;
  readonly close: () => Promise<void>;
};

/** A reader before it is opened. */
export type ReaderKind = {
  readonly name: string;
  /** How it is run, for whoever reads the results. */
  readonly how: string;
  /** What is missing here and how to get it; null where it can be opened. */
  readonly missing: (peers: string | null) => string | null;
  /** `peers` is the folder that peers were installed in. */
  readonly open: (peers: string | null) => Promise<ZoneReader>;
};
