import { fork } from 'node:child_process';

/** A child process that answers one task at a time. */
export type ForkedWorker<Task, Reply> = {
  readonly pid: number;
  /** Rejects when the process ends without an answer. */
  readonly ask: (task: Task) => Promise<Reply>;
  readonly end: () => void;
};

/** Starts a module that says something when it is ready, and then answers each message with one; bytes travel as they are. */
export async function forkWorker<Task extends object, Reply>(module: string): Promise<ForkedWorker<Task, Reply>> {
  const child = fork(module, { serialization: 'advanced' });
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
  };
}
