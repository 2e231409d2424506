import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import type { Result } from '@vidimus/engine/standards';
import type { CannotRun } from '../cannot-run.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { localDay } from '../local-day.ts';
import { ownVersion, READING_BUDGET_MS, withEngine } from '../open-engine.ts';
import type { Terminal } from '../terminal.ts';

const BYTES_PER_MB = 1e6;
/** The engine stays under 600 MB; beside it the machine needs some for itself. */
const FREE_MB_WANTED = 900;
const SPECIMEN = { kind: 'passport', state: 'UTO', seed: 1, faults: [] } as const;
const PHOTO = { widthPx: 4032, heightPx: 3024, variant: 'demo' } as const;
const WARM_RUNS = 3;

/** `vidimus doctor`: what is installed, models and checksums, memory, speed here. 0 in order, 1 something is not. */
export async function doctor(terminal: Terminal): Promise<Result<ExitStatus, CannotRun>> {
  const troubles: string[] = [];
  const row = (name: string, value: string) => terminal.out(`${name.padEnd(18)}${value}\n`);

  row('Vidimus', await ownVersion());
  row('Node', `${process.versions.node} (${process.platform} ${process.arch})`);
  const cpu = cpus()[0]?.model.trim() ?? 'unknown processor';
  row('Processor', `${availableParallelism()} × ${cpu}`);
  const freeMb = Math.round(freemem() / BYTES_PER_MB);
  row('Memory', `${freeMb} MB free of ${Math.round(totalmem() / BYTES_PER_MB)} MB`);
  if (freeMb < FREE_MB_WANTED)
    troubles.push(`Little memory is free: a check needs about 600 MB. Close other programs.`);

  troubles.push(...(await models(row)));
  troubles.push(...(await speed(row, terminal)));
  for (const trouble of troubles) terminal.out(`! ${trouble}\n`);
  if (troubles.length === 0) terminal.out('Everything is in order.\n');
  return { ok: true, value: troubles.length === 0 ? EXIT.approved : EXIT.notApproved };
}

type Row = (name: string, value: string) => void;

async function models(row: Row): Promise<readonly string[]> {
  const [{ MODELS }, { verifyModel }] = await Promise.all([import('@vidimus/engine'), import('@vidimus/engine/node')]);
  const troubles: string[] = [];
  for (const model of Object.values(MODELS)) {
    const found = await verifyModel(model);
    const digest = 'sha256' in found ? ` sha256 ${found.sha256.slice(0, 16)}…` : '';
    row(
      `Model ${model.name}`.padEnd(26),
      `${model.version}, ${model.licence}, ${found.state.replaceAll('_', ' ')}${digest}`,
    );
    if (found.state === 'missing')
      troubles.push(`The model ${model.name} is missing. Install again: rm -r node_modules && npm start`);
    if (found.state === 'differs')
      troubles.push(
        `The model ${model.name} is not the one that was tested. Install again: rm -r node_modules && npm start`,
      );
  }
  return troubles;
}

async function speed(row: Row, terminal: Terminal): Promise<readonly string[]> {
  const { drawSpecimen } = await import('@vidimus/specimens');
  const { TRY_OUT_POLICY } = await import('@vidimus/vocabulary');
  const asOf = localDay(new Date());
  const drawing = terminal.busy('Drawing a specimen to measure with');
  const drawn = await drawSpecimen({ ...SPECIMEN, asOf }, PHOTO).finally(drawing);
  const started = performance.now();
  const files = drawn.photographs.map((bytes) => ({ bytes }));
  const request = { policy: TRY_OUT_POLICY, asOf, claims: {} };
  const { outcome, coldMs, warmMs } = await withEngine(terminal, async ({ engine, ports }) => {
    const measuring = terminal.busy('Measuring');
    const how = { budgetMs: READING_BUDGET_MS };
    const first = await engine.checkDocument(files, request, ports, how);
    const afterFirst = performance.now();
    const warm: number[] = [];
    for (let run = 0; run < WARM_RUNS; run++) {
      const begun = performance.now();
      await engine.checkDocument(files, request, ports, how);
      warm.push(performance.now() - begun);
    }
    measuring();
    return { outcome: first.decision.outcome, coldMs: afterFirst - started, warmMs: Math.min(...warm) };
  });
  row('First check', `${(coldMs / 1000).toFixed(1)} s, with starting up (a drawn passport, 12 megapixels: ${outcome})`);
  row('Further checks', `${(warmMs / 1000).toFixed(2)} s, the quickest of ${WARM_RUNS}`);
  row(
    'Peak memory',
    `${Math.round(process.resourceUsage().maxRSS / 1000)} MB in this process, with drawing the specimen`,
  );
  return outcome === 'approved' ? [] : ['A drawn passport without a fault was not approved. Please report this.'];
}
