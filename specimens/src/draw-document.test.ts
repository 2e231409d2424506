import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseAamva, parseMrz } from '@vidimus/engine/standards';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { planPrint } from './documents/print-plan.ts';
import { seededRandom } from './documents/seeded-random.ts';
import { ISSUING_STATES, statesOfKind } from './documents/states.table.ts';
import { type DocumentRequest, drawDocument } from './draw-document.ts';
import type { FaultName } from './fault.ts';
import type { BoxMm, FlatDocument, SpecimenKind } from './flat-document.ts';

const AS_OF = '2026-01-15';
const KINDS: readonly SpecimenKind[] = [
  'passport',
  'identity-card-td1',
  'identity-card-td2',
  'visa-a',
  'visa-b',
  'driving-licence-eu',
  'driving-licence-na',
];
const everyDesign = KINDS.flatMap((kind) => statesOfKind(kind).map((state) => [kind, state] as const));
/** Coarse: these tests look at the truth, not at the picture. */
const COARSE = 2;

function draw(request: Partial<DocumentRequest>): Promise<FlatDocument> {
  return drawDocument({ kind: 'passport', state: 'UTO', seed: 7, asOf: AS_OF, pixelsPerMm: COARSE, ...request });
}

function fault(name: FaultName, field?: string) {
  return { faults: [field === undefined ? { name } : { name, field }] };
}

function parsed(document: FlatDocument) {
  if (document.mrz === undefined) throw new Error('no zone');
  const zone = parseMrz(document.mrz.lines, { referenceDate: AS_OF });
  if (!zone.ok) throw new Error(zone.error.code);
  return zone.value;
}

function printed(document: FlatDocument, name: string): readonly string[] {
  return document.sides
    .flatMap(({ elements }) => elements.filter((one) => one.name === name))
    .map((one) => one.printed ?? '');
}

describe.each(everyDesign)('%s of %s', (kind, state) => {
  const drawn = draw({ kind, state });

  test('has every element inside its page', async () => {
    for (const { widthMm, heightMm, elements } of (await drawn).sides)
      for (const { name, box } of elements) {
        expect([name, box.x >= 0, box.y >= 0]).toEqual([name, true, true]);
        expect([name, box.x + box.width <= widthMm, box.y + box.height <= heightMm]).toEqual([name, true, true]);
      }
  });

  test('prints what its truth says, and carries SPECIMEN unless it is Utopia’s', async () => {
    const { sides, fields } = await drawn;
    const values = sides.flatMap(({ elements }) => elements).filter(({ kind: of }) => of === 'text');
    expect(values.length).toBeGreaterThan(6);
    for (const { name, value } of values) if (name in fields) expect([name, value]).toEqual([name, fields[name]]);
    for (const { elements } of sides)
      expect(elements.some(({ printed }) => printed === 'SPECIMEN')).toBe(ISSUING_STATES.get(state)?.specimenMark);
  });
});

test.each(everyDesign)('twenty zones of %s of %s parse, and their check digits hold', (kind, code) => {
  const state = ISSUING_STATES.get(code);
  if (state === undefined) throw new Error(code);
  for (let seed = 0; seed < 20; seed += 1) {
    const { front, zone } = planPrint(kind, state, AS_OF, [], seededRandom(kind, code, seed));
    if (zone === undefined) {
      expect(kind).toMatch(/^driving-licence/);
      continue;
    }
    const read = parseMrz(zone.lines, { referenceDate: AS_OF });
    if (!read.ok) throw new Error(read.error.code);
    expect([read.value.format, read.value.problems]).toEqual([zone.format, []]);
    expect(read.value.checkDigits.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    const { fields } = read.value;
    expect([
      fields.document_number?.value,
      fields.birth_date?.value,
      fields.expiry_date?.value,
      fields.sex?.value,
    ]).toEqual([front.documentNumber, front.birthDate, front.expiryDate, front.holder.sex]);
    expect(fields.primary_identifier?.value.startsWith(front.holder.primary.mrz.slice(0, SHORTEST_CUT))).toBe(true);
  }
});

/** Letters of a surname that no format's truncation reaches. */
const SHORTEST_CUT = 20;

test.each(['UTO', 'DEU', 'UKR'])('every field of %s has a contrast of 0.4 and more', async (state) => {
  for (const kind of ['passport', 'identity-card-td1', 'driving-licence-eu'] as const)
    for (const side of (await draw({ kind, state, pixelsPerMm: FINE })).sides)
      for (const { name, box, kind: of } of side.elements)
        if (of === 'text') expect([kind, name, contrast(side, box) >= LEAST_CONTRAST]).toEqual([kind, name, true]);
});

const FINE = 12;
const LEAST_CONTRAST = 0.4;

/** Between the darkest tenth and the lightest half of a box, as a part of the lightest. */
function contrast(side: FlatDocument['sides'][number], box: BoxMm): number {
  const lumas: number[] = [];
  for (let y = Math.ceil(box.y * FINE); y < (box.y + box.height) * FINE; y += 1)
    for (let x = Math.ceil(box.x * FINE); x < (box.x + box.width) * FINE; x += 1)
      lumas.push(side.pixels.data[(y * side.pixels.width + x) * 3 + 1] ?? 255);
  lumas.sort((a, b) => a - b);
  const dark = lumas[Math.floor(lumas.length / 10)] ?? 0;
  const light = lumas[Math.floor(lumas.length * 0.75)] ?? 0;
  return light === 0 ? 0 : (light - dark) / light;
}

test('the same request gives the same bytes, another seed gives others', async () => {
  const digest = ({ sides }: FlatDocument): string => {
    const hash = createHash('sha256');
    for (const { pixels } of sides) hash.update(pixels.data);
    return hash.digest('hex');
  };
  const request = { kind: 'driving-licence-na', state: 'CAN', seed: 11 } as const;
  const first = digest(await draw(request));
  expect(digest(await draw(request))).toBe(first);
  expect(digest(await draw({ ...request, seed: 12 }))).not.toBe(first);
});

test('the ink of a field lies inside its box', async () => {
  const { sides } = await draw({ pixelsPerMm: 16 });
  const side = sides[0];
  const number = side?.elements.find(({ name }) => name === 'document_number');
  if (side === undefined || number === undefined) throw new Error('no number');
  const { box } = number;
  const darkest = (left: number, top: number, width: number, height: number): number => {
    let least = 255;
    for (let y = Math.round(top * 16); y < Math.round((top + height) * 16); y += 1)
      for (let x = Math.round(left * 16); x < Math.round((left + width) * 16); x += 1)
        least = Math.min(least, side.pixels.data[(y * side.pixels.width + x) * 3] ?? 255);
    return least;
  };
  expect(darkest(box.x, box.y, 0.6, box.height)).toBeLessThan(60);
  expect(darkest(box.x + box.width - 0.6, box.y, 0.6, box.height)).toBeLessThan(60);
  expect(darkest(box.x + box.width + 0.2, box.y, 1, box.height)).toBeGreaterThan(100);
});

test('no font of the machine is used: every printed text has an outline from the package', async () => {
  for (const state of ['UKR', 'GRC', 'EGY', 'GEO', 'ARM', 'VNM', 'TUR']) {
    const { sides } = await draw({ state });
    const names = sides[0]?.elements.filter(({ name }) => name === 'primary_identifier') ?? [];
    expect([state, names.map(({ box }) => box.width > 1)]).toEqual([state, [true]]);
  }
});

test('the barcode of a North American licence is AAMVA and names the number on the front', async () => {
  for (const state of ['UTO', 'USA', 'CAN']) {
    const document = await draw({ kind: 'driving-licence-na', state });
    const barcode = parseAamva(printed(document, 'barcode')[0] ?? '');
    if (!barcode.ok) throw new Error(barcode.error.code);
    const elements = new Map(barcode.value.subfiles.flatMap((subfile) => subfile.elements));
    expect(elements.get('DAQ')).toBe(document.fields.document_number);
  }
});

test('the barcode decodes to the bytes that its element names', async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const document = await draw({ kind: 'driving-licence-na', state: 'CAN', pixelsPerMm: FINE });
  const { width, height, data } = document.sides[1]?.pixels ?? { width: 0, height: 0, data: new Uint8Array() };
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const [read] = await readBarcodes(png, { formats: ['PDF417'] });
  expect(new TextDecoder('latin1').decode(read?.bytes)).toBe(printed(document, 'barcode')[0]);
});

test('an Australian licence has neither zone nor barcode', async () => {
  const document = await draw({ kind: 'driving-licence-na', state: 'AUS' });
  expect(document.mrz).toBeUndefined();
  expect(printed(document, 'barcode')).toEqual([]);
});

describe('faults of the document', () => {
  test('expired: the expiry lies before the day asked for; expires-soon: within a month after it', async () => {
    expect((await draw(fault('expired'))).fields.expiry_date?.localeCompare(AS_OF)).toBe(-1);
    const soon = (await draw(fault('expires-soon'))).fields.expiry_date ?? '';
    expect([soon > AS_OF, soon < '2026-02-15']).toEqual([true, true]);
  });

  test.each(['document_number', 'birth_date', 'expiry_date', 'composite'])(
    'mrz-check-digit: that over %s fails',
    async (of) => {
      for (const kind of ['passport', 'identity-card-td1', 'identity-card-td2'] as const) {
        const zone = parsed(await draw({ kind, ...fault('mrz-check-digit', of) }));
        expect(zone.checkDigits.filter(({ outcome }) => outcome === 'failed').map((digit) => digit.of)).toContain(of);
      }
    },
  );

  test.each(['document_number', 'birth_date', 'expiry_date'] as const)(
    'mrz-mismatch: %s differs and all check digits hold',
    async (field) => {
      const document = await draw(fault('mrz-mismatch', field));
      const zone = parsed(document);
      expect(zone.fields[field]?.value).not.toBe(document.fields[field]);
      expect(zone.checkDigits.every(({ outcome }) => outcome === 'passed')).toBe(true);
    },
  );

  test('sides-mismatch: the back of a card belongs to somebody else', async () => {
    const document = await draw({ kind: 'identity-card-td1', ...fault('sides-mismatch') });
    expect(parsed(document).fields.birth_date?.value).not.toBe(document.fields.birth_date);
    await expect(draw(fault('sides-mismatch'))).rejects.toThrow('two sides');
  });

  test('impossible-date: no calendar has it', async () => {
    const date = (await draw(fault('impossible-date'))).fields.birth_date ?? '';
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(isoOf(date)).not.toBe(date);
  });

  test('field-absent: neither printed nor in the truth nor in the zone', async () => {
    const document = await draw(fault('field-absent', 'expiry_date'));
    expect([printed(document, 'expiry_date'), printed(document, 'expiry_date_label')]).toEqual([[], []]);
    expect(document.fields.expiry_date).toBeUndefined();
    expect(document.mrz?.lines[1]?.slice(21, 27)).toBe('<<<<<<');
  });

  test('unread-script: the name stands in its own script alone, and there is no zone', async () => {
    for (const state of ['GEO', 'UKR', 'UTO']) {
      const document = await draw({ kind: 'identity-card-td1', state, ...fault('unread-script') });
      expect(document.mrz).toBeUndefined();
      expect(printed(document, 'primary_identifier')[0]).not.toMatch(/\p{Script=Latin}/u);
    }
  });

  test('punched: one hole through both sides, dark, and over nothing that is read', async () => {
    for (const kind of KINDS) {
      const { sides } = await draw({ kind, ...fault('punched') });
      for (const { holes, elements, pixels, pixelsPerMm } of sides) {
        const hole = holes?.[0];
        if (hole === undefined) throw new Error('no hole');
        const at = (Math.round(hole.y * pixelsPerMm) * pixels.width + Math.round(hole.x * pixelsPerMm)) * 3;
        expect(pixels.data[at]).toBeLessThan(40);
        const covered = elements.filter(
          ({ kind: of, box }) =>
            (of === 'text' || of === 'mrz-line' || of === 'barcode') &&
            hole.x > box.x &&
            hole.x < box.x + box.width &&
            hole.y > box.y &&
            hole.y < box.y + box.height,
        );
        expect(covered).toEqual([]);
      }
    }
  });
});

function isoOf(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
