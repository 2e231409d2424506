/** How words may stand out. Without one the text is plain. */
export type Styler = Readonly<Record<'strong' | 'faint' | 'good' | 'bad' | 'caution', (text: string) => string>>;

const asIs = (text: string): string => text;

/** No colour and no weight: for a file, a pipe or a plain terminal. */
export const PLAIN: Styler = { strong: asIs, faint: asIs, good: asIs, bad: asIs, caution: asIs };

export type TerminalOptions = {
  readonly styler?: Styler;
  /** Columns; long sentences are wrapped. */
  readonly width?: number;
};
