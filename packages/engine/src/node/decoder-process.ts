import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { watchDecoding } from './decode-deadline.ts';
import { encodeHeader } from './decode-frame.ts';
import type { DecodeLimits } from './decode-limits.ts';
import { refuse } from './decoded-media.ts';
import { openReplyChannel } from './reply-channel.ts';
import { type Answer, ReplyReader } from './reply-reader.ts';

/** One child process that decodes one file at a time. It is thrown away when it dies, hangs, or has grown. */
export class DecoderProcess {
  readonly #child: ChildProcess;
  readonly #input: Writable;
  readonly #complaints: Readable;
  readonly #replies: Socket;
  readonly #reader: ReplyReader;
  readonly #limits: DecodeLimits;
  readonly #ended: Promise<string>;
  #usable = true;
  #complaint = '';
  /** Of the file in work. Not a reaction on `#ended`: that lives as long as the process and would hold every answer. */
  #onDeath: ((how: string) => void) | undefined;
  #death: string | undefined;

  static async start(limits: DecodeLimits): Promise<DecoderProcess> {
    const reader = new ReplyReader(limits);
    const { ours, theirs } = await openReplyChannel(reader);
    const child = spawnDecoder(limits, theirs);
    theirs.destroy();
    return new DecoderProcess(limits, child, ours, reader);
  }

  private constructor(limits: DecodeLimits, child: ChildProcess, replies: Socket, reader: ReplyReader) {
    if (!child.stdin || !child.stderr) throw new Error('the decoder process has no pipes');
    this.#child = child;
    this.#input = child.stdin;
    this.#complaints = child.stderr;
    this.#replies = replies;
    this.#reader = reader;
    this.#limits = limits;
    this.#complaints.on('data', (chunk: Buffer) => {
      this.#complaint = (this.#complaint + chunk.toString('latin1')).slice(-COMPLAINT_CHARACTERS);
    });
    // A broken pipe is the process's death, which `#ended` tells.
    this.#input.on('error', () => {});
    this.#replies.on('error', () => {});
    this.#ended = new Promise((resolve) => {
      child.once('error', (cause) => resolve(cause.message));
      child.once('close', (code, signal) => resolve(signal ?? `status ${code}`));
    }).then((how) => {
      this.#usable = false;
      this.#replies.destroy();
      this.#death = String(how);
      this.#onDeath?.(this.#death);
      return this.#death;
    });
    this.#hold(false);
  }

  get usable(): boolean {
    return this.#usable;
  }

  /** Never throws: whatever happens to the process is an answer about the file. */
  async decode(bytes: Uint8Array, signal?: AbortSignal): Promise<Answer> {
    this.#hold(true);
    const answered = this.#reader
      .readAnswer()
      .catch((): Answer => refuse('damaged', 'the decoder gave an answer that makes no sense'));
    this.#input.write(encodeHeader({ byteLength: bytes.length }));
    this.#input.write(bytes);
    const deadline = watchDecoding(this.#child.pid ?? NO_PROCESS, this.#limits);
    const stop = whenAborted(signal);
    const tooSlow = deadline.passed.then(refuseSlow);
    const stopped = stop.promise.then(() => refuseSlow(this.#limits.cpuMs));
    const died = Promise.withResolvers<Answer>();
    this.#onDeath = (how) => died.resolve(this.#refuseDeath(how));
    if (this.#death !== undefined) this.#onDeath(this.#death);
    const answer = await Promise.race([answered, tooSlow, stopped, died.promise]);
    deadline.forget();
    stop.forget();
    this.#onDeath = undefined;
    if (!this.#reader.finished || this.#reader.residentMb > MOST_RESIDENT_MB) this.kill();
    this.#hold(false);
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
    for (const handle of [this.#child, this.#input, this.#complaints, this.#replies]) {
      if (canBeHeld(handle)) held ? handle.ref() : handle.unref();
    }
  }
}

/** Of a child that could not be started; its death answers. */
const NO_PROCESS = 0;
const MS_PER_SECOND = 1000;
const COMPLAINT_CHARACTERS = 4000;
/** WebAssembly memory never shrinks: a process that has once drawn a large PDF or HEIC gives it back by ending. */
const MOST_RESIDENT_MB = 260;
/** What a program needs to be found and started soon, and nothing else: the environment is where secrets are. */
const INHERITED = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TZ', 'NODE_COMPILE_CACHE'];
const MOST_HEAP_MB = 128;
/** Huge pages, where the system's C library knows them (glibc 2.35): a picture's first touch then costs 18 page faults, not 9,000. */
const ALLOCATOR = { MALLOC_ARENA_MAX: '2', GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };

/** `.ts` when run from source, `.js` when run from a published package. */
const ENTRY = fileURLToPath(new URL(`./decoder-main${import.meta.url.slice(-'.ts'.length)}`, import.meta.url));

function spawnDecoder(limits: DecodeLimits, replies: Socket): ChildProcess {
  const heap = `--max-old-space-size=${MOST_HEAP_MB}`;
  const node = [process.execPath, '--no-warnings', '--expose-gc', heap, ENTRY, JSON.stringify(limits)];
  const limited = `ulimit -c 0; ulimit -d ${limits.processDataKb}; exec "$0" "$@"`;
  const [command = '', ...args] = process.platform === 'win32' ? node : ['/bin/sh', '-c', limited, ...node];
  const inherited = INHERITED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return spawn(command, args, {
    stdio: ['pipe', 'ignore', 'pipe', replies],
    env: { ...Object.fromEntries(inherited), ...ALLOCATOR, UV_THREADPOOL_SIZE: '2' },
    windowsHide: true,
  });
}

function refuseSlow(limitMs: number): Answer {
  return refuse('too_slow', 'decoding was stopped', { value: limitMs / MS_PER_SECOND, unit: 's' });
}

function whenAborted(signal: AbortSignal | undefined): {
  readonly promise: Promise<void>;
  readonly forget: () => void;
} {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = () => resolve();
  if (signal?.aborted) resolve();
  signal?.addEventListener('abort', listener, { once: true });
  return { promise, forget: () => signal?.removeEventListener('abort', listener) };
}

function canBeHeld(handle: object): handle is { ref(): void; unref(): void } {
  return 'ref' in handle && typeof handle.ref === 'function' && 'unref' in handle && typeof handle.unref === 'function';
}
