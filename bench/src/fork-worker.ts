import { type ChildProcess, fork } from 'node:child_process';

/** A child process that answers one task at a time. */
export type ForkedWorker<Task, Reply> = {
  readonly pid: number;
  /** Rejects when the process ends without an answer. */
  readonly ask: (task: Task) => Promise<Reply>;
  readonly end: () => void;
  readonly ended: Promise<void>;
  /** At once, whatever it is doing. */
  readonly kill: () => void;
};

export type ForkOptions = {
  readonly args?: readonly string[];
  /** A program and its arguments that start the process in our stead, such as `taskset -c 0`. */
  readonly starter?: readonly [string, ...string[]];
  /** Options of Node's own; without a starter alone. */
  readonly execArgv?: readonly string[];
  /** Besides our own environment. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts a module that says something when it is ready, and then answers each message with one; bytes travel as they are. */
export async function forkWorker<Task extends object, Reply>(
  module: string,
  { args = [], starter, execArgv = [], env = {} }: ForkOptions = {},
): Promise<ForkedWorker<Task, Reply>> {
  const child = start(module, args, starter, execArgv, { ...process.env, ...env });
  const next = <Message>(): Promise<Message> =>
    new Promise((resolve, reject) => {
      const onExit = (code: number | null): void => reject(new Error(`a bench process ended with status ${code}`));
      child.once('exit', onExit);
      child.once('message', (message: Message) => {
        child.off('exit', onExit);
        resolve(message);
      });
    });
  await next();
  if (child.pid === undefined) throw new Error(`no process for ${module}`);
  return {
    pid: child.pid,
    ask: (task) => {
      child.send(task);
      return next<Reply>();
    },
    end: () => child.disconnect(),
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    kill: () => child.kill('SIGKILL'),
  };
}

function start(
  module: string,
  args: readonly string[],
  starter: ForkOptions['starter'],
  execArgv: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  if (starter === undefined) return fork(module, args, { serialization: 'advanced', env, execArgv: [...execArgv] });
  const [execPath, ...before] = starter;
  // fork puts execArgv before the module: the starter is handed Node as the program to start.
  return fork(module, args, { serialization: 'advanced', env, execPath, execArgv: [...before, process.execPath] });
}
