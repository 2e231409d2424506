/** The thread of the models: tensors in, tensors out, one run after another, until it is told to close. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Tensor } from '../ports.ts';
import { ModelSessions } from './model-sessions.ts';
import type { ModelReply, ModelTask, ModelThreadData } from './model-thread.ts';

const { threads }: ModelThreadData = workerData;
const sessions = new ModelSessions(threads);

parentPort?.on('message', (task: ModelTask) => {
  if (task.kind === 'warm') sessions.warm(task.models);
  else if (task.kind === 'close') void sessions.close().then(() => parentPort?.close());
  else void run(task);
});

async function run({ id, model, input }: Extract<ModelTask, { kind: 'run' }>): Promise<void> {
  try {
    const outputs = await sessions.infer(model, input);
    empty(input);
    reply(
      { id, ok: true, outputs },
      Object.values(outputs).map(({ data }) => data.buffer),
    );
  } catch (cause) {
    reply({ id, ok: false, message: cause instanceof Error ? cause.message : String(cause) }, []);
  }
}

/** The collector looks after some 60 MB of such arrays only, and what they leave behind stays with the process. */
function empty({ data: { buffer } }: Tensor): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

function reply(message: ModelReply, moved: readonly ArrayBufferLike[]): void {
  parentPort?.postMessage(
    message,
    moved.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
