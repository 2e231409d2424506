/** Writes a screenshot, small, under its name. */
export type Keep = (name: string, shot: Buffer) => Promise<void>;
