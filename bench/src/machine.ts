import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine in one line, by what makes it fast or slow. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${availableParallelism()} cores, ${memory} GiB memory, Node ${process.versions.node}`;
}
