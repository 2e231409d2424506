import type { Result } from '@vidimus/engine/standards';
import {
  type CheckReport,
  checkReportSchema,
  documentSideSchema,
  type Locale,
  type Policy,
  reportLanguage,
  TRY_OUT_POLICY,
} from '@vidimus/vocabulary';
import type { CannotRun } from '../cannot-run.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { writeExplanation } from '../explanation-file.ts';
import { type OpenEngine, READING_BUDGET_MS, withEngine } from '../open-engine.ts';
import { parseClaims, parseCountry, parseDay, parseLocale, parseWord, refused } from '../parse-values.ts';
import { readPhotoFiles } from '../read-photo-files.ts';
import { styler } from '../styler.ts';
import type { Terminal } from '../terminal.ts';
import { placeToWrite } from '../write-file-atomically.ts';

export type CheckOptions = {
  readonly policy?: string;
  readonly residence?: string;
  readonly claim?: readonly string[];
  readonly side?: readonly string[];
  readonly asOf: string;
  readonly locale: string;
  readonly json?: true;
  readonly explain?: string;
};

/** The longest edge of the photos in the explanation: a finding can be judged, and the file can be sent by mail. */
const PREVIEW_PX = 1600;

/** A browser opens it; and a photo that stands after --explain by mistake is not written over. */
const PAGE = /\.html?$/i;

/** `vidimus check PHOTO…`: 0 approved, 1 not approved, with every reason at once. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<Result<ExitStatus, CannotRun>> {
  const asked = await understand(options);
  if (!asked.ok) return asked;
  const { policy, locale, sides, ...request } = asked.value;
  if (sides.length > paths.length) {
    return { ok: false, error: { code: 'cli.more-sides-than-photos', sides: sides.length, photos: paths.length } };
  }
  const files = await readPhotoFiles(paths, sides);
  if (!files.ok) return files;
  const place = options.explain === undefined ? undefined : await placeToWrite(options.explain);
  if (place && !place.ok) return place;
  if (options.explain !== undefined && !PAGE.test(options.explain)) {
    return refused('--explain', options.explain, 'a name that ends in .html, e.g. explanation.html');
  }

  const work = async (open: OpenEngine): Promise<Result<ExitStatus, CannotRun>> => {
    const done = terminal.busy(paths.length === 1 ? 'Looking at the photo' : 'Looking at the photos');
    const preview = options.explain === undefined ? {} : { previewPx: PREVIEW_PX };
    const reading = { budgetMs: READING_BUDGET_MS, ...preview };
    const checked = await open.engine
      .checkDocument(files.value, { policy, ...request }, open.ports, reading)
      .finally(done);
    const report = open.engine.buildCheckReport(checked, { engine: open.identity, locale });
    if (options.explain !== undefined) {
      const written = await writeExplanation(options.explain, checked, report, open);
      if (!written.ok) return written;
    }
    terminal.out(options.json ? asJson(report) : inWords(report, open, terminal));
    if (!options.json) remark(options, locale, terminal);
    return { ok: true, value: report.outcome === 'approved' ? EXIT.approved : EXIT.notApproved };
  };
  return withEngine(terminal, work, { files: files.value });
}

/** Everything that was asked, parsed before any photo is opened or model loaded. */
async function understand(options: CheckOptions) {
  const policy = await policyOf(options.policy);
  if (!policy.ok) return policy;
  const asOf = parseDay(options.asOf, '--as-of');
  if (!asOf.ok) return asOf;
  const claims = parseClaims(options.claim ?? []);
  if (!claims.ok) return claims;
  const locale = parseLocale(options.locale);
  if (!locale.ok) return locale;
  const residence = options.residence === undefined ? undefined : await parseCountry(options.residence, '--residence');
  if (residence && !residence.ok) return residence;
  const sides = (options.side ?? []).map((side) => parseWord(side, '--side', documentSideSchema.options));
  const wrongSide = sides.find((side) => !side.ok);
  if (wrongSide && !wrongSide.ok) return wrongSide;
  return {
    ok: true as const,
    value: {
      policy: policy.value satisfies Policy,
      asOf: asOf.value,
      claims: claims.value,
      locale: locale.value,
      sides: sides.flatMap((side) => (side.ok ? [side.value] : [])),
      ...(residence === undefined ? {} : { residence: residence.value }),
    },
  };
}

/** What reads YAML is loaded where there is some. */
async function policyOf(path: string | undefined) {
  if (path === undefined) return { ok: true as const, value: TRY_OUT_POLICY };
  const { loadPolicy } = await import('../load-policy.ts');
  return loadPolicy(path);
}

/** The schema is the promise to programs: what does not keep it is our bug, not their surprise. */
function asJson(report: CheckReport): string {
  return `${JSON.stringify(checkReportSchema.parse(report), null, 2)}\n`;
}

function inWords(report: CheckReport, { engine }: OpenEngine, terminal: Terminal): string {
  const style = styler(terminal.colour);
  return engine.renderCheckForTerminal(report, {
    width: terminal.columns,
    ...(style === undefined ? {} : { styler: style }),
  });
}

function remark(options: CheckOptions, locale: Locale, terminal: Terminal): void {
  const { say } = reportLanguage(locale);
  if (options.explain !== undefined) {
    terminal.err(`${say('explanation_at', { file: terminal.strong(options.explain) })}\n`);
  }
  if (options.policy === undefined) terminal.err(`${say('tried_out', { command: 'npx vidimus policy init' })}\n`);
}
