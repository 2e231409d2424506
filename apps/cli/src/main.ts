import { type Command, CommanderError } from 'commander';
import { explainCannotRun } from './cannot-run.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import type { Outcome } from './outcome.ts';
import { buildProgram } from './program.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { removeHalfWrittenFiles } from './write-file-atomically.ts';

/** Runs the command line of this process and sets its exit status. */
export async function main(): Promise<void> {
  const terminal = processTerminal(process);
  // A reader that closed the pipe (`| head`) has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? EXIT.approved);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Once: the second time, sent by ourselves, the signal ends the process as it ends any other.
    process.once(signal, () => {
      removeHalfWrittenFiles();
      // A server stops in its own time, and would take ours for the second signal, which does not wait.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
  process.exitCode = await run(process.argv.slice(2), terminal, new Date());
}

/** Runs one command and tells its exit status; everything it says goes through `terminal`. */
export async function run(args: readonly string[], terminal: Terminal, now: Date): Promise<ExitStatus> {
  let outcome: Outcome = { ok: true, value: EXIT.approved };
  try {
    const program = await buildProgram(terminal, now, (ended) => {
      outcome = ended;
    });
    for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
      speakThrough(command, terminal);
    }
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return usage(error);
    return bug(error, terminal);
  }
  return conclude(outcome, terminal);
}

function conclude(outcome: Outcome, terminal: Terminal): ExitStatus {
  if (outcome.ok) return outcome.value;
  terminal.err(`${terminal.strong('Could not run.')} ${explainCannotRun(outcome.error)}\n`);
  return EXIT.couldNotRun;
}

/** Commander has said what it had to say; help and version that were asked for are no failure. */
function usage(error: CommanderError): ExitStatus {
  const asked = error.code === 'commander.helpDisplayed' || error.code === 'commander.version';
  return asked ? EXIT.approved : EXIT.couldNotRun;
}

/** What should not happen. The message may hold a path, never a document's content: errors carry codes and figures. */
function bug(error: unknown, terminal: Terminal): ExitStatus {
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  terminal.err(
    `${terminal.strong('Something in Vidimus itself went wrong.')} ${what}\n` +
      'Please report it with the command that you ran (not with the photo): CONTRIBUTING.md says where. ' +
      'Details for the report: set VIDIMUS_DEBUG=1 and run it again.\n',
  );
  if (process.env.VIDIMUS_DEBUG === '1' && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
  return EXIT.couldNotRun;
}

function speakThrough(command: Command, terminal: Terminal): void {
  command.exitOverride();
  command.configureOutput({
    writeOut: terminal.out,
    writeErr: terminal.err,
    outputError: (text, write) =>
      write(`${terminal.strong('Could not run.')} ${asSentences(text)}\nHelp: npx vidimus ${helpFor(command)}--help\n`),
  });
}

/** Commander's "error: unknown option '--x'", and under it perhaps "(Did you mean --y?)". */
function asSentences(text: string): string {
  const [what = '', ...hints] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  return [
    `${what.charAt(0).toUpperCase()}${what.slice(1)}.`,
    ...hints.map((hint) => hint.replace(/^\((.*)\)$/, '$1')),
  ].join(' ');
}

function helpFor(command: Command): string {
  const names: string[] = [];
  for (let one: Command | null = command; one?.parent; one = one.parent) names.unshift(one.name());
  return names.map((name) => `${name} `).join('');
}
