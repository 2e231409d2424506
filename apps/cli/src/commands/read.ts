import type { Result } from '@vidimus/engine/standards';
import { type ReadReport, readReportSchema } from '@vidimus/vocabulary';
import type { CannotRun } from '../cannot-run.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { READING_BUDGET_MS, withEngine } from '../open-engine.ts';
import { parseDay, parseLocale, parseWord } from '../parse-values.ts';
import { readPhotoFiles } from '../read-photo-files.ts';
import { shellWord } from '../shell-word.ts';
import { styler } from '../styler.ts';
import type { Terminal } from '../terminal.ts';

export type ReadCommandOptions = {
  readonly json?: true;
  readonly only?: string;
  readonly asOf: string;
  readonly locale: string;
};

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
  const locale = parseLocale(options.locale);
  if (!locale.ok) return locale;
  const files = await readPhotoFiles(paths);
  if (!files.ok) return files;

  return withEngine(terminal, async (open) => {
    const done = terminal.busy('Reading');
    const how = { asOf: asOf.value, budgetMs: READING_BUDGET_MS };
    const reading = await open.engine.readDocument(files.value, open.ports, how).finally(done);
    const built = open.engine.buildReadReport(reading, asOf.value, { engine: open.identity });
    const report = readReportSchema.parse(built);
    if (only !== undefined) return { ok: true, value: printZone(report, paths, options, terminal) };
    const style = styler(terminal.colour);
    const words = { width: terminal.columns, locale: locale.value, ...(style === undefined ? {} : { styler: style }) };
    terminal.out(
      options.json ? `${JSON.stringify(report, null, 2)}\n` : open.engine.renderReadForTerminal(report, words),
    );
    return { ok: true, value: report.fields.length === 0 ? EXIT.notApproved : EXIT.approved };
  });
}

/** Its lines as printed, for programs that want nothing else. */
function printZone(
  { mrz }: ReadReport,
  paths: readonly string[],
  { json }: ReadCommandOptions,
  terminal: Terminal,
): ExitStatus {
  if (json) terminal.out(`${JSON.stringify({ mrz }, null, 2)}\n`);
  else if (mrz !== null) terminal.out(`${mrz.lines.join('\n')}\n`);
  else
    terminal.err(
      `No machine-readable zone was read. What was tried: npx vidimus read ${paths.map(shellWord).join(' ')}\n`,
    );
  return mrz === null ? EXIT.notApproved : EXIT.approved;
}
