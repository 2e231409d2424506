/** The parent's side of one reading process. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { READING_PROCESS } from '@vidimus/engine/reading-process';
import type { Result } from '@vidimus/engine/standards';
import {
  type DrawAnswer,
  type DrawRequest,
  type ReadAnswer,
  type ReaderFailure,
  type ReaderReply,
  type ReaderSettings,
  type ReadRequest,
  readerReplySchema,
} from './read-request.ts';

export type ReadOutcome = Result<ReadAnswer, ReaderFailure>;
export type DrawOutcome = Result<DrawAnswer, ReaderFailure>;

/** One child process, one document at a time. It is thrown away when it dies, hangs, is no longer wanted, or has grown. */
export class ReaderChild {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #death: string | undefined;
  #onReply: (reply: ReaderReply) => void = () => {};
  #onDeath: (how: string) => void = () => {};

  /** Resolves when the child listens, or died before it did; then it is not `usable`. */
  static async start(settings: ReaderSettings, stopping: AbortSignal): Promise<ReaderChild> {
    const child = new ReaderChild(settings);
    const stop = () => child.#kill('stopped');
    stopping.addEventListener('abort', stop, { once: true });
    await new Promise<void>((resolve) => {
      child.#onReply = () => resolve();
      child.#onDeath = () => resolve();
    });
    stopping.removeEventListener('abort', stop);
    return child;
  }

  private constructor(settings: ReaderSettings) {
    this.#child = fork(ENTRY, [JSON.stringify(settings)], {
      // Photographs are bytes: as JSON they would be a list of numbers, four times as long and slow to read.
      serialization: 'advanced',
      env: { ...inheritedEnvironment(), ...READING_PROCESS.env },
      execArgv: ['--no-warnings', ...READING_PROCESS.execArgv],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Its own process group: Ctrl-C is for the server, and a decoder that it ended would pass for a damaged file.
      detached: true,
    });
    this.#child.on('message', (message) => this.#hear(message));
    this.#ended = new Promise((resolve) => {
      const end = (how: string) => {
        this.#death ??= how;
        this.#onDeath(this.#death);
        resolve();
      };
      this.#child.once('error', (cause) => end(cause.message));
      this.#child.once('exit', (code, signal) => end(signal ?? `status ${code}`));
    });
  }

  get usable(): boolean {
    return this.#death === undefined;
  }

  /** For whoever watches it. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Never throws: whatever happens to the process is an answer. */
  async read(request: ReadRequest, limitMs: number, signal: AbortSignal): Promise<ReadOutcome> {
    return this.#ask(request, (reply) => (reply.kind === 'answer' ? reply.answer : undefined), limitMs, signal);
  }

  /** The same. */
  async draw(request: DrawRequest, limitMs: number, signal: AbortSignal): Promise<DrawOutcome> {
    return this.#ask(request, (reply) => (reply.kind === 'drawn' ? reply.answer : undefined), limitMs, signal);
  }

  async #ask<Answer>(
    request: ReadRequest | DrawRequest,
    answerIn: (reply: ReaderReply) => Answer | undefined,
    limitMs: number,
    signal: AbortSignal,
  ): Promise<Result<Answer, ReaderFailure>> {
    if (this.#death !== undefined) return failed({ code: 'reader.died', how: this.#death });
    if (signal.aborted) return failed({ code: 'reader.stopped' });
    const outcome = Promise.withResolvers<Result<Answer, ReaderFailure>>();
    this.#onDeath = (how) => outcome.resolve(failed({ code: 'reader.died', how }));
    let residentMb = 0;
    this.#onReply = (reply) => {
      const found = answerIn(reply);
      if (found === undefined || reply.kind === 'ready') return;
      residentMb = reply.residentMb;
      outcome.resolve({ ok: true, value: found });
    };
    const deadline = setTimeout(() => outcome.resolve(failed({ code: 'reader.too-slow', limitMs })), limitMs);
    const stop = () => outcome.resolve(failed({ code: 'reader.stopped' }));
    signal.addEventListener('abort', stop, { once: true });
    // A child that dies while it is written to is told by its exit.
    this.#child.send(request, () => {});
    const answer = await outcome.promise;
    clearTimeout(deadline);
    signal.removeEventListener('abort', stop);
    if (!answer.ok || residentMb > MOST_RESIDENT_MB) this.#kill(answer.ok ? 'has grown' : answer.error.code);
    return answer;
  }

  /** Resolves when the process is gone. */
  async close(): Promise<void> {
    this.#kill('closed');
    await this.#ended;
  }

  #hear(message: unknown): void {
    const reply = readerReplySchema.safeParse(message);
    if (reply.success) this.#onReply(reply.data);
    else {
      this.#onDeath('it gave an answer that makes no sense');
      this.#kill('it gave an answer that makes no sense');
    }
  }

  #kill(why: string): void {
    this.#death ??= why;
    this.#child.kill('SIGKILL');
  }
}

/** Memory of the models' runtime never shrinks: a process that has once read a large photograph gives it back by ending. */
const MOST_RESIDENT_MB = 1200;
/** What a program needs to be found and started soon, and nothing else: the environment is where secrets are. */
const INHERITED = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TZ', 'NODE_COMPILE_CACHE'];

/** `.ts` when run from source, `.js` when run from a published package. */
const ENTRY = fileURLToPath(new URL(`./reader-main${import.meta.url.slice(-'.ts'.length)}`, import.meta.url));

function inheritedEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

function failed(error: ReaderFailure): Result<never, ReaderFailure> {
  return { ok: false, error };
}
