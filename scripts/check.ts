/**
 * `npm run check`: format, lint, types, boundaries, picture of the architecture, unused code. All at once, because a
 * machine has more than one core and a person waits; each prints only what is wrong, and how long it took.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

type Step = { readonly name: string; readonly command: readonly string[] };
type Outcome = { readonly step: Step; readonly ok: boolean; readonly output: string; readonly seconds: number };

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');

/** The longest first, so that the short ones fill the gaps. */
const STEPS: readonly Step[] = [
  { name: 'unused code', command: [join(bin, 'knip'), '--no-progress'] },
  { name: 'types', command: [join(bin, 'tsc'), '--noEmit'] },
  { name: 'types of the pages', command: [join(bin, 'tsc'), '--noEmit', '-p', 'apps/web'] },
  { name: 'boundaries', command: [process.execPath, 'scripts/check-boundaries.ts'] },
  { name: 'picture of the architecture', command: [process.execPath, 'scripts/architecture-picture.ts', '--check'] },
  { name: 'format and lint', command: [join(bin, 'biome'), 'ci', '--colors=off', '--error-on-warnings', '.'] },
];

const outcomes = await runAll(STEPS, Math.max(2, availableParallelism()));
const failed = outcomes.filter((outcome) => !outcome.ok);
process.stdout.write(
  failed.length === 0
    ? 'All checks hold.\n'
    : `\nNot in order: ${failed.map((outcome) => outcome.step.name).join(', ')}. ` +
        'Format and simple lint findings mend themselves with: npm run format\n',
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runAll(steps: readonly Step[], atOnce: number): Promise<readonly Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step);
      outcomes.push(outcome);
      process.stdout.write(`${outcome.ok ? 'ok    ' : 'FAILED'} ${step.name} (${outcome.seconds.toFixed(1)} s)\n`);
      if (!outcome.ok) process.stdout.write(`${outcome.output.trimEnd()}\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

function run(step: Step): Promise<Outcome> {
  const started = performance.now();
  const [program = '', ...args] = step.command;
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    const end = (ok: boolean) => resolve({ step, ok, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += `${program}: ${error.message}`;
      end(false);
    });
    child.on('close', (status) => end(status === 0));
  });
}
