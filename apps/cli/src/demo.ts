/** `npm start`, until there is a server: draws a passport with glare on it, checks it, and says what to look at next. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSpecimen } from '@vidimus/specimens';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { explainCannotRun } from './cannot-run.ts';
import { writeSpecimen } from './commands/specimen.ts';
import { EXIT } from './exit-status.ts';
import { writeExplanation } from './explanation-file.ts';
import { localDay } from './local-day.ts';
import { READING_BUDGET_MS, withEngine } from './open-engine.ts';
import { styler } from './styler.ts';
import { processTerminal } from './terminal.ts';

const SEED = 29;
const PHOTO = { widthPx: 4032, heightPx: 3024, variant: 'demo' } as const;
const PREVIEW_PX = 1600;

const terminal = processTerminal(process);
const out = join(import.meta.dirname, '..', '..', '..', 'out');
const asOf = localDay(new Date());

terminal.out('Vidimus looks at a photograph of an identity document and says "approved", or every reason why not.\n');
terminal.out('Here it draws the passport of a person who does not exist, with a lamp shining on the expiry date …\n\n');
await mkdir(out, { recursive: true });
const drawn = await drawSpecimen(
  { kind: 'passport', state: 'UTO', seed: SEED, faults: [{ name: 'glare', field: 'expiry_date' }], asOf },
  PHOTO,
);
const written = await writeSpecimen(join(out, 'photo.jpg'), drawn);

const files = drawn.photographs.map((bytes) => ({ bytes }));
const request = { policy: TRY_OUT_POLICY, asOf, claims: {} };
const explained = await withEngine(terminal, async (open) => {
  const checked = await open.engine.checkDocument(files, request, open.ports, {
    previewPx: PREVIEW_PX,
    budgetMs: READING_BUDGET_MS,
  });
  const report = open.engine.buildCheckReport(checked, { engine: open.identity });
  const style = styler(terminal.colour);
  const words = { width: terminal.columns, ...(style === undefined ? {} : { styler: style }) };
  terminal.out(open.engine.renderCheckForTerminal(report, words));
  return writeExplanation(join(out, 'explanation.html'), checked, report, open);
});

for (const result of [written, explained]) {
  if (result.ok) continue;
  terminal.err(`${explainCannotRun(result.error)}\n`);
  process.exitCode = EXIT.couldNotRun;
}
terminal.out(`
Written to ${out}:
  photo.jpg          the photograph
  photo.truth.json   what is true of it
  explanation.html   each finding in its place: open it in a browser

Next:
  npx vidimus check out/photo.jpg --as-of 2040-01-01    another day, other reasons
  npx vidimus specimen --kind driving-licence -o out/licence.jpg
  npx vidimus explain image_glare --locale es
  npx vidimus --help
`);
