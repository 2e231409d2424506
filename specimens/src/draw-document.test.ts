import { createHash } from 'node:crypto';
import { parseAamva, parseMrz } from '@vidimus/engine/standards';
import { describe, expect, test } from 'vitest';
import { ISSUING_STATES, statesOfKind } from './documents/states.table.ts';
import { type DocumentRequest, drawDocument } from './draw-document.ts';
import type { FaultName } from './fault.ts';
import type { FlatDocument, SpecimenKind } from './flat-document.ts';

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
  test('has a zone that parses, whose check digits hold and which agrees with what is printed', async () => {
    for (const seed of [1, 2, 3]) {
      const document = await draw({ kind, state, seed });
      if (document.mrz === undefined) {
        expect(kind).toMatch(/^driving-licence/);
        continue;
      }
      const zone = parsed(document);
      expect(zone.format).toBe(document.mrz.format);
      expect(zone.problems).toEqual([]);
      expect(zone.checkDigits.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
      for (const field of [
        'document_number',
        'birth_date',
        'expiry_date',
        'sex',
        'issuing_state',
        'nationality',
      ] as const)
        expect([field, zone.fields[field]?.value]).toEqual([field, document.fields[field]]);
    }
  });

  test('has every element inside its page', async () => {
    for (const seed of [1, 2]) {
      const { sides } = await draw({ kind, state, seed });
      for (const { widthMm, heightMm, elements } of sides)
        for (const { name, box } of elements) {
          expect([name, box.x >= 0, box.y >= 0]).toEqual([name, true, true]);
          expect([name, box.x + box.width <= widthMm, box.y + box.height <= heightMm]).toEqual([name, true, true]);
        }
    }
  });

  test('prints on its sides every field that its truth names and that its layout has', async () => {
    const { sides, fields } = await draw({ kind, state });
    const values = sides.flatMap(({ elements }) => elements).filter(({ kind: of }) => of === 'text');
    expect(values.length).toBeGreaterThan(6);
    for (const { name, value } of values) if (name in fields) expect([name, value]).toEqual([name, fields[name]]);
  });

  test('carries SPECIMEN, unless it is Utopia’s', async () => {
    const { sides } = await draw({ kind, state });
    for (const { elements } of sides)
      expect(elements.some(({ printed }) => printed === 'SPECIMEN')).toBe(ISSUING_STATES.get(state)?.specimenMark);
  });
});

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

  test('punched: something dark where the paper was', async () => {
    const [whole, punched] = [await draw({}), await draw(fault('punched'))];
    expect(
      Buffer.compare(whole.sides[0]?.pixels.data ?? Buffer.of(), punched.sides[0]?.pixels.data ?? Buffer.of()),
    ).not.toBe(0);
  });
});

function isoOf(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
