import type { ReadStream, WriteStream } from 'node:tty';
import { styleText } from 'node:util';

/** Where a command speaks. Results go to `out`; progress, remarks and errors to `err`, so that pipes carry results alone. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether results may carry colour. */
  readonly colour: boolean;
  /** Columns that a person sees. */
  readonly columns: number;
  /** Shows a passing line while something takes time; call what it returns when that is over. Silent in pipes. */
  readonly busy: (what: string) => () => void;
  /** A word that stands out, where remarks may carry colour. */
  readonly strong: (text: string) => string;
};

type Streams = {
  readonly stdin?: ReadStream;
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Of a pipe, which has none of its own. */
const DEFAULT_COLUMNS = 80;
const CLEAR_LINE = '\r\u001B[2K';

/** The terminal of a process. Colour follows the stream, NO_COLOR and FORCE_COLOR. */
export function processTerminal({ stdout, stderr, env }: Streams): Terminal {
  const colour = mayColour(stdout, env);
  const errColour = mayColour(stderr, env);
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    colour,
    columns: stdout.columns ?? DEFAULT_COLUMNS,
    busy: (what) => {
      if (!stderr.isTTY) return () => {};
      stderr.write(`${what} …`);
      return () => stderr.write(CLEAR_LINE);
    },
    strong: (text) => (errColour ? styleText('bold', text, { validateStream: false }) : text),
  };
}

function mayColour(stream: WriteStream, env: Streams['env']): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
