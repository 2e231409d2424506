/** Where a command speaks: the terminal of whoever called it. */
export type Tell = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};
