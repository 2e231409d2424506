import type { DocumentSide, Policy } from '@vidimus/vocabulary';
import type { Page, PageQuality } from '../../photo/index.ts';
import type { FileNotUsable } from '../../ports.ts';
import type { FieldReading, MrzReading, SideReading } from '../../reading/index.ts';
import type { CheckRequest, CheckSubject, PhotoSubject } from '../check.ts';
import { FIELD_PLACE, quad } from './places.ts';
import { policyOf } from './policy-of.ts';
import { type ReadingSpec, SPECIMEN_FIELDS } from './specimen-fields.ts';

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
  readonly policy?: Policy;
  readonly asOf?: string;
  readonly residence?: string;
  readonly claims?: CheckRequest['claims'];
  readonly kind?: Partial<CheckSubject['kind']>;
  readonly photos?: readonly PhotoSpec[];
};

/** A clear photo of a Utopian passport (ICAO Doc 9303-4, specimen), but for what the spec says. The page is the photo itself. */
export function buildSubject(spec: SubjectSpec = {}): CheckSubject {
  const photos = (spec.photos ?? [{}]).map((photo, i) => buildPhoto(photo, `photo_${i + 1}`));
  return {
    request: {
      policy: spec.policy ?? policyOf(),
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
