import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { DecodedPicture, FileNotUsable } from '../ports.ts';
import type { Result } from '../standards/index.ts';
import { encodeHeader } from './decode-frame.ts';
import type { DecodeLimits } from './decode-limits.ts';
import { refuse } from './decoded-media.ts';
import { ReplyReader } from './reply-reader.ts';

type Answer = Result<readonly DecodedPicture[], FileNotUsable>;

/** One child process that decodes one file at a time. It is thrown away when it dies, hangs, or has grown. */
export class DecoderProcess {
  readonly #child: ChildProcess;
  readonly #input: Writable;
  readonly #reader: ReplyReader;
  readonly #limits: DecodeLimits;
  readonly #ended: Promise<string>;
  #usable = true;
  #complaint = '';

  constructor(limits: DecodeLimits) {
    this.#limits = limits;
    this.#child = start(limits);
    const [input, , complaints, output] = this.#child.stdio;
    if (!input || !complaints || !output || !('read' in output) || !('read' in complaints)) {
      throw new Error('the decoder process has no pipes');
    }
    this.#input = input;
    this.#reader = new ReplyReader(output, limits);
    complaints.on('data', (chunk: Buffer) => {
      this.#complaint = (this.#complaint + chunk.toString('latin1')).slice(-COMPLAINT_CHARACTERS);
    });
    input.on('error', () => {});
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (cause) => resolve(cause.message));
      this.#child.once('close', (code, signal) => resolve(signal ?? `status ${code}`));
    });
    this.#ended.then(() => {
      this.#usable = false;
    });
    this.#hold(false);
  }

  get usable(): boolean {
    return this.#usable;
  }

  /** Never throws: whatever happens to the process is an answer about the file. */
  async decode(bytes: Uint8Array, signal?: AbortSignal): Promise<Answer> {
    this.#hold(true);
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<Answer>((resolve) => {
      const stop = () => resolve(refuse('too_slow', 'decoding was stopped', `${this.#limits.timeMs} ms`));
      timer = setTimeout(stop, this.#limits.timeMs);
      signal?.addEventListener('abort', stop, { once: true });
      if (signal?.aborted) stop();
    });
    const died = this.#ended.then((how) => this.#refuseDeath(how));
    this.#input.write(encodeHeader({ byteLength: bytes.length }));
    this.#input.write(bytes);
    const answered = this.#reader
      .readAnswer()
      .catch((): Answer => refuse('damaged', 'the decoder gave an answer that makes no sense'));
    const answer = await Promise.race([answered, tooSlow, died]);
    clearTimeout(timer);
    if (!this.#reader.finished || this.#reader.residentMb > MOST_RESIDENT_MB) this.kill();
    if (this.#usable) this.#hold(false);
    return answer;
  }

  kill(): void {
    this.#usable = false;
    this.#child.kill('SIGKILL');
  }

  /** Resolves when the process is gone. */
  async close(): Promise<void> {
    this.#hold(true);
    this.kill();
    await this.#ended;
  }

  #refuseDeath(how: string): Answer {
    const outOfMemory = /memory|allocat/i.test(this.#complaint);
    if (outOfMemory) return refuse('too_much_memory', 'the decoder ran out of the memory that it is allowed');
    return refuse('damaged', `the decoder stopped (${how})`);
  }

  /** An idle decoder does not keep our own process from ending. */
  #hold(held: boolean): void {
    const handles = [this.#child, ...this.#child.stdio];
    for (const handle of handles) {
      if (handle && 'ref' in handle && 'unref' in handle && isHoldable(handle)) held ? handle.ref() : handle.unref();
    }
  }
}

const COMPLAINT_CHARACTERS = 4000;
/** WebAssembly memory never shrinks: a process that has once drawn a large PDF or HEIC gives it back by ending. */
const MOST_RESIDENT_MB = 260;
const INHERITED = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TZ'];

/** `.ts` when run from source, `.js` when run from a published package. */
const ENTRY = fileURLToPath(new URL(`./decoder-main${import.meta.url.slice(-3)}`, import.meta.url));

function start(limits: DecodeLimits): ChildProcess {
  const node = [process.execPath, '--no-warnings', '--max-old-space-size=128', ENTRY, JSON.stringify(limits)];
  const [command = '', ...args] =
    process.platform === 'win32'
      ? node
      : ['/bin/sh', '-c', `ulimit -c 0; ulimit -d ${limits.processDataKb} 2>/dev/null; exec "$0" "$@"`, ...node];
  const env = Object.fromEntries(INHERITED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return spawn(command, args, {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: { ...env, MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    windowsHide: true,
  });
}

type Holdable = { ref(): void; unref(): void };

function isHoldable(handle: object): handle is Holdable {
  return 'ref' in handle && typeof handle.ref === 'function' && 'unref' in handle && typeof handle.unref === 'function';
}
