import {
  type DocumentSide,
  type FieldName,
  fieldNameSchema,
  type Policy,
  policySchema,
  type Witness,
} from '@vidimus/vocabulary';
import type { Page, PageArea, PageQuality, PhotoPoint, Quad } from '../../photo/index.ts';
import type { FileNotUsable } from '../../ports.ts';
import type { FieldReading, MrzReading, SideReading } from '../../reading/index.ts';
import type { CheckRequest, CheckSubject, PhotoSubject } from '../check.ts';

/** A reading in short: field, value, and what differs from a clear zone reading. */
export type ReadingSpec = {
  readonly field: FieldName;
  readonly value: string;
  readonly witness?: Witness;
  readonly confidence?: number;
  readonly region?: Quad<PhotoPoint>;
  readonly original?: FieldReading['original'];
};

export type PhotoSpec = {
  readonly side?: DocumentSide | 'unknown';
  readonly asked?: DocumentSide;
  readonly fields?: readonly ReadingSpec[];
  readonly quality?: Partial<PageQuality>;
  readonly page?: Partial<Page>;
  readonly mrz?: Partial<MrzReading>;
  readonly noMrz?: boolean;
  readonly visualZone?: Partial<SideReading['visualZone']>;
  /** So many documents in the frame; 0 finds none. */
  readonly documents?: number;
  readonly unusable?: FileNotUsable;
};

export type SubjectSpec = {
  readonly policy?: Partial<Policy>;
  readonly asOf?: string;
  readonly residence?: string;
  readonly claims?: CheckRequest['claims'];
  readonly kind?: Partial<CheckSubject['kind']>;
  readonly photos?: readonly PhotoSpec[];
};

/** A place of ten by ten pixels inside the page, for fields. */
export const FIELD_PLACE = quad(100, 100, 300, 120);

/** A clear photo of a Utopian passport (ICAO Doc 9303-4, specimen), but for what the spec says. The page is the photo itself. */
export function buildSubject(spec: SubjectSpec = {}): CheckSubject {
  const photos = (spec.photos ?? [{}]).map((photo, i) => buildPhoto(photo, `photo_${i + 1}`));
  return {
    request: {
      policy: { ...POLICY, ...spec.policy },
      asOf: spec.asOf ?? '2010-06-01',
      claims: spec.claims ?? {},
      ...(spec.residence === undefined ? {} : { residence: spec.residence }),
    },
    photos,
    kind: { type: 'passport', issuingState: 'UTO', score: 0.95, ...spec.kind },
    fields: (spec.photos ?? [{}]).flatMap((photo, i) =>
      photo.unusable || photo.documents === 0
        ? []
        : (photo.fields ?? SPECIMEN_FIELDS).map((field) => ({ ...reading(field), mediaId: `photo_${i + 1}` })),
    ),
  };
}

/** What the specimen's zone and print say. */
const SPECIMEN_FIELDS: readonly ReadingSpec[] = (['mrz', 'visual_zone'] as const).flatMap((witness) =>
  [
    { field: 'issuing_state', value: 'UTO' },
    { field: 'document_number', value: 'L898902C3' },
    { field: 'primary_identifier', value: 'ERIKSSON' },
    { field: 'secondary_identifier', value: 'ANNA MARIA' },
    { field: 'nationality', value: 'UTO' },
    { field: 'birth_date', value: '1974-08-12' },
    { field: 'sex', value: 'F' },
    { field: 'expiry_date', value: '2012-04-15' },
  ].map(({ field, value }) => ({ field: fieldName(field), value, witness })),
);

/** The specimen's fields with some replaced, added (`witness:field`) or left out (null). */
export function fieldsWith(changes: Readonly<Record<string, Partial<ReadingSpec> | null>>): readonly ReadingSpec[] {
  const rest = new Map(Object.entries(changes));
  const kept = SPECIMEN_FIELDS.flatMap((field) => {
    const keys = [`${field.witness}:${field.field}`, field.field];
    const key = keys.find((one) => rest.has(one));
    if (key === undefined) return [field];
    const change = changes[key];
    rest.delete(keys[0] ?? '');
    return change ? [{ ...field, ...change }] : [];
  });
  return kept;
}

/** An area of the page that covers a share of `FIELD_PLACE` from its left. */
export function areaOver(share: number, pageShare = 0.001): PageArea {
  return { quad: quad(100, 90, 100 + 200 * share, 130), share: pageShare, strength: 1 };
}

const POLICY: Policy = policySchema.parse({
  vidimus_policy: 1,
  name: 'test',
  operator: 'Example',
  documents: [{ states: 'all', types: ['passport', 'identity_card', 'driving_licence'] }],
  accept_specimens: true,
});

const QUALITY: PageQuality = {
  blurMap: { columns: 1, rows: 1, values: Float32Array.of(0.05) },
  blurToTextHeight: 0.05,
  glare: [],
  covered: [],
  meanLuma: 150,
  pixelsPerMm: 12,
  widthPx: 1500,
  chromaDeviation: 12,
  cutOffEdges: [],
  cornersVisible: 4,
  recapture: 0.1,
};

function buildPhoto(spec: PhotoSpec, mediaId: string): PhotoSubject {
  const asked = spec.asked === undefined ? {} : { asked: spec.asked };
  if (spec.unusable) return { mediaId, ...asked, content: { kind: 'file_not_usable', error: spec.unusable } };
  const page = buildPage(spec);
  const pages = Array.from({ length: spec.documents ?? 1 }, () => ({ page, reading: buildReading(spec) }));
  const noPage = { code: 'photo.document-not-found', tried: ['outline', 'text lines'], elapsedMs: 100 } as const;
  const photo = { width: 1000, height: 700, ...(pages.length === 0 ? { noPage } : {}) };
  return { mediaId, ...asked, content: { kind: 'located', photo, pages } };
}

function buildPage(spec: PhotoSpec): Page {
  const image = { width: 1000, height: 700, data: new Uint8Array(0) };
  return {
    image,
    grey: image,
    format: 'ID-2-or-ID-3',
    outline: quad(0, 0, 1000, 700),
    outlineFound: true,
    pageToPhoto: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    textLines: [],
    ...spec.page,
    quality: { ...QUALITY, ...spec.quality },
  };
}

function buildReading(spec: PhotoSpec): SideReading {
  const digits = ['document_number', 'birth_date', 'expiry_date', 'personal_number', 'composite'] as const;
  return {
    side: spec.side ?? 'front',
    mrz: spec.noMrz
      ? { tried: ['line network'], elapsedMs: 50 }
      : {
          format: 'TD3',
          lines: [],
          characters: [[{ character: 'P', confidence: 0.99, alternatives: [] }]],
          lineRegions: [quad(50, 600, 950, 630), quad(50, 640, 950, 670)],
          checkDigits: digits.map((of) => ({ of, outcome: 'passed' as const })),
          fields: [],
          nameTruncated: false,
          ...spec.mrz,
        },
    barcode: { tried: ['PDF417'], elapsedMs: 20 },
    visualZone: { lines: [], fields: [], labelsWithoutValue: [], unreadScripts: [], marks: [], ...spec.visualZone },
  };
}

function reading(spec: ReadingSpec): FieldReading {
  return {
    field: spec.field,
    witness: spec.witness ?? 'mrz',
    value: spec.value,
    printed: spec.value,
    confidence: spec.confidence ?? 0.98,
    region: spec.region ?? FIELD_PLACE,
    ...(spec.original ? { original: spec.original } : {}),
  };
}

function fieldName(name: string): FieldName {
  return fieldNameSchema.parse(name);
}

/** An upright quad. */
export function quad(
  left: number,
  top: number,
  right: number,
  bottom: number,
): Quad<{ readonly x: number; readonly y: number }> {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
