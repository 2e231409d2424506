/** Every code that the engine raises is provoked here from a drawn photograph or a file, end to end. */
import { drawSpecimen } from '@vidimus/specimens';
import { REASON_REGISTRY, type Reason, reasonEntry, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CheckedDocument, checkDocument } from './check-document.ts';
import { type CheckRequest, runChecks } from './checks/index.ts';
import { buildSubject } from './checks/testing/build-subject.ts';
import { decide } from './decision/index.ts';
import { createNodePorts } from './node/index.ts';
import type { PhotoFile } from './read-document.ts';
import { type DrawnFixture, REASON_FIXTURES, type ReasonFixture } from './reasons.fixture.ts';

const AS_OF = '2026-06-01';
/** Enough for a passport that fills most of the frame; drawing and reading are quick. */
const PHOTO = { widthPx: 1600, heightPx: 1200 } as const;
/** The machine may be busy: what counts here is what is found, not how fast. */
const BUDGET_MS = 30_000;

let ports: Awaited<ReturnType<typeof createNodePorts>>;
const drawn = new Map<string, Promise<readonly PhotoFile[]>>();

beforeAll(async () => {
  ports = await createNodePorts();
});
afterAll(() => ports.close());

test('every code of the registry that the engine raises has a fixture', () => {
  const raised = REASON_REGISTRY.filter(({ raisedBy }) => raisedBy === 'engine').map(({ code }) => code);
  expect(REASON_FIXTURES.map(({ code }) => code).toSorted()).toEqual(raised.toSorted());
});

test.each(REASON_FIXTURES.map((fixture) => [fixture.code, fixture] as const))(
  '%s is raised with its evidence',
  async (code, fixture) => {
    const reasons = await reasonsOf(fixture);
    expect(reasons.map((reason) => reason.code)).toContain(code);
    const evidence = reasons.find((reason) => reason.code === code)?.evidence ?? [];
    for (const one of evidence) {
      expect(one.measure).not.toBe('');
      expect(one.observed).toBeDefined();
    }
    if (MEASURED.has(reasonEntry(code).group)) {
      const isLimited =
        code === 'document_voided_or_damaged' || evidence.some(({ threshold }) => threshold !== undefined);
      expect(isLimited, `${code} tells its limit`).toBe(true);
      for (const one of evidence) {
        expect(one.media_id, code).toMatch(/^photo_/);
        expect(one.detector, code).toBeDefined();
      }
    }
    if (PLACED.has(reasonEntry(code).group) && !WITHOUT_PLACE.has(code)) {
      expect(
        evidence.some(({ region }) => region !== undefined),
        `${code} has a place`,
      ).toBe(true);
    }
  },
);

/** The advice of a retake is to photograph the same document without the fault. */
const AFTER_ADVICE = [
  ...new Map(
    REASON_FIXTURES.flatMap(({ code, drawn: fixture }) =>
      typeof fixture === 'string' || reasonEntry(code).class !== 'retake' || fixture.only !== undefined
        ? []
        : [[nameOf({ ...fixture, faults: [] }), { ...fixture, faults: [] }] as const],
    ),
  ),
];

test.each(AFTER_ADVICE)('%s, photographed as the advice says, is approved', async (_, fixture) => {
  const { decision } = await check(await photographs(fixture), { policy: TRY_OUT_POLICY, asOf: AS_OF, claims: {} });
  expect(decision).toMatchObject({ outcome: 'approved' });
});

/** Groups of the registry whose evidence comes from a picture: quality, completeness, reading, validity, consistency. */
const MEASURED: ReadonlySet<string> = new Set(['C', 'D', 'E', 'F', 'G']);
const PLACED: ReadonlySet<string> = new Set(['C', 'E', 'F', 'G']);
/** Of what is not there, no place can be told. */
const WITHOUT_PLACE: ReadonlySet<string> = new Set(['document_not_found', 'field_absent', 'document_not_recognised']);

async function reasonsOf({ drawn: source, policy, claims, residence }: ReasonFixture): Promise<readonly Reason[]> {
  const request: CheckRequest = {
    policy: { ...TRY_OUT_POLICY, ...policy },
    asOf: AS_OF,
    claims: claims ?? {},
    ...(residence === undefined ? {} : { residence }),
  };
  const decision =
    source === 'Cyrillic name'
      ? decide(runChecks(cyrillicSubject()), request.policy)
      : (await check(source === 'empty file' ? [{ bytes: new Uint8Array(0) }] : await photographs(source), request))
          .decision;
  return decision.outcome === 'approved' ? [] : decision.reasons;
}

function check(files: readonly PhotoFile[], request: CheckRequest): Promise<CheckedDocument> {
  return checkDocument(files, request, ports, { budgetMs: BUDGET_MS });
}

/** Drawn once, however many fixtures use it. */
function photographs(fixture: DrawnFixture): Promise<readonly PhotoFile[]> {
  const known = drawn.get(nameOf(fixture));
  if (known) return known;
  const files = draw(fixture);
  drawn.set(nameOf(fixture), files);
  return files;
}

async function draw({ only, ...request }: DrawnFixture): Promise<readonly PhotoFile[]> {
  const specimen = await drawSpecimen({ ...request, asOf: AS_OF }, { variant: 'demo', ...PHOTO });
  return specimen.photographs.filter((_, i) => only === undefined || i === only).map((bytes) => ({ bytes }));
}

function nameOf({ kind, state, seed, faults, only }: DrawnFixture): string {
  const fault = faults.map(({ name, field }) => (field ? `${name}:${field}` : name)).join('+');
  return [kind, state, seed, fault || 'clean', ...(only === undefined ? [] : [`photo ${only + 1}`])].join(' ');
}

function cyrillicSubject() {
  return buildSubject({
    photos: [{ noMrz: true, fields: [{ field: 'primary_identifier', value: 'Шевченко', witness: 'visual_zone' }] }],
  });
}
