import type { Result } from '@vidimus/engine/standards';
import { readReportSchema } from '@vidimus/vocabulary';
import type { CannotRun } from '../cannot-run.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { openEngine } from '../open-engine.ts';
import { parseDay, parseWord } from '../parse-values.ts';
import { readPhotoFiles } from '../read-photo-files.ts';
import { styler } from '../styler.ts';
import type { Terminal } from '../terminal.ts';

export type ReadCommandOptions = { readonly json?: true; readonly only?: string; readonly asOf: string };

const PARTS = ['mrz'] as const;

/** `vidimus read PHOTO…`: what the document says, per witness, nothing judged. 0 something was read, 1 nothing was. */
export async function read(
  paths: readonly string[],
  options: ReadCommandOptions,
  terminal: Terminal,
): Promise<Result<ExitStatus, CannotRun>> {
  const asOf = parseDay(options.asOf, '--as-of');
  if (!asOf.ok) return asOf;
  const only = options.only === undefined ? undefined : parseWord(options.only, '--only', PARTS);
  if (only && !only.ok) return only;
  const files = await readPhotoFiles(paths);
  if (!files.ok) return files;

  await using open = await openEngine(terminal);
  const done = terminal.busy('Reading');
  const reading = await open.engine.readDocument(files.value, open.ports, { asOf: asOf.value }).finally(done);
  const report = readReportSchema.parse(open.engine.buildReadReport(reading, asOf.value, { engine: open.identity }));

  if (only !== undefined) {
    const { mrz } = report;
    if (options.json) terminal.out(`${JSON.stringify({ mrz }, null, 2)}\n`);
    else if (mrz !== null) terminal.out(`${mrz.lines.join('\n')}\n`);
    else terminal.err('No machine-readable zone was read. What was tried: npx vidimus read --json\n');
    return { ok: true, value: mrz === null ? EXIT.notApproved : EXIT.approved };
  }
  const style = styler(terminal.colour);
  const words = { width: terminal.columns, ...(style === undefined ? {} : { styler: style }) };
  terminal.out(
    options.json ? `${JSON.stringify(report, null, 2)}\n` : open.engine.renderReadForTerminal(report, words),
  );
  return { ok: true, value: report.fields.length === 0 ? EXIT.notApproved : EXIT.approved };
}
