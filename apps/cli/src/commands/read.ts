import type { Result } from '@vidimus/engine/standards';
import { type Locale, mrzReportSchema, readReportSchema } from '@vidimus/vocabulary';
import type { CannotRun } from '../cannot-run.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { type OpenEngine, READING_BUDGET_MS, withEngine } from '../open-engine.ts';
import { parseDay, parseLocale, parseWord } from '../parse-values.ts';
import { readPhotoFiles } from '../read-photo-files.ts';
import { styler } from '../styler.ts';
import type { Terminal } from '../terminal.ts';

export type ReadCommandOptions = {
  readonly json?: true;
  readonly only?: string;
  readonly asOf: string;
  readonly locale: string;
};

const PARTS = ['mrz'] as const;

type Files = Extract<Awaited<ReturnType<typeof readPhotoFiles>>, { readonly ok: true }>['value'];
type Asked = { readonly asOf: string; readonly locale: Locale; readonly json?: true };

/**
 * `vidimus read PHOTO…`: what the document says, per witness, nothing judged. 0 something was read, 1 nothing was. With `--only mrz`
 * the zone of each photo alone, without the work that it does not need; 1 where one photo of them shows none.
 */
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

  const json = options.json === undefined ? {} : { json: options.json };
  const asked = { asOf: asOf.value, locale: locale.value, ...json };
  const readPart = only === undefined ? readEverything : readZones;
  const ahead = only === undefined ? 'everything' : 'mrz';
  const work = async (open: OpenEngine): Promise<Result<ExitStatus, CannotRun>> => {
    const value = await readPart(files.value, asked, open, terminal);
    return { ok: true, value };
  };
  return withEngine(terminal, work, { ahead, files: files.value });
}

async function readEverything(files: Files, asked: Asked, open: OpenEngine, terminal: Terminal): Promise<ExitStatus> {
  const { engine, ports, identity } = open;
  const done = terminal.busy('Reading');
  const how = { asOf: asked.asOf, budgetMs: READING_BUDGET_MS };
  const reading = await engine.readDocument(files, ports, how).finally(done);
  const report = readReportSchema.parse(engine.buildReadReport(reading, asked.asOf, { engine: identity }));
  terminal.out(asked.json ? asJson(report) : engine.renderReadForTerminal(report, wordsFor(asked, terminal)));
  return report.fields.length === 0 ? EXIT.notApproved : EXIT.approved;
}

async function readZones(files: Files, asked: Asked, open: OpenEngine, terminal: Terminal): Promise<ExitStatus> {
  const { engine, ports, identity } = open;
  const done = terminal.busy('Reading');
  const how = { asOf: asked.asOf, budgetMs: READING_BUDGET_MS };
  const zones = await engine.readMrzOfFiles(files, ports, how).finally(done);
  const report = mrzReportSchema.parse(engine.buildMrzReport(zones, asked.asOf, { engine: identity }));
  terminal.out(asked.json ? asJson(report) : engine.renderMrzForTerminal(report, wordsFor(asked, terminal)));
  return report.photos.some(({ mrz }) => mrz === null) ? EXIT.notApproved : EXIT.approved;
}

function asJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function wordsFor({ locale }: Asked, terminal: Terminal) {
  const style = styler(terminal.colour);
  return { width: terminal.columns, locale, ...(style === undefined ? {} : { styler: style }) };
}
