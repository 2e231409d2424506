import type { DocumentSide, Policy } from '@vidimus/vocabulary';
import type { Page, PageQuality } from '../../photo/index.ts';
import type { FileNotUsable } from '../../ports.ts';
import type { FieldReading, MrzReading, SideReading } from '../../reading/index.ts';
import type { CheckRequest, CheckSubject, PhotoSubject } from '../check.ts';
import { FIELD_PLACE, placeInZone, quad } from './places.ts';
import { policyOf } from './policy-of.ts';
import { type ReadingSpec, SPECIMEN_DIGITS, SPECIMEN_FIELDS, SPECIMEN_LINES } from './specimen-fields.ts';

export type PhotoSpec = {
  readonly side?: DocumentSide | 'unknown';
  readonly asked?: DocumentSide;
  readonly fields?: readonly ReadingSpec[];
  readonly quality?: Partial<PageQuality>;
  readonly page?: Partial<Page>;
  readonly mrz?: Partial<MrzReading>;
  readonly noMrz?: boolean;
  /** No zone was read, but one was seen in part. */
  readonly rejectedMrz?: Partial<MrzReading>;
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
  const unread = { tried: ['line network'], elapsedMs: 50 };
  return {
    side: spec.side ?? 'front',
    mrz: spec.rejectedMrz
      ? { ...unread, rejected: { ...SPECIMEN_ZONE, ...spec.rejectedMrz } }
      : spec.noMrz
        ? unread
        : { ...SPECIMEN_ZONE, ...spec.mrz },
    barcode: { tried: ['PDF417'], elapsedMs: 20 },
    visualZone: { lines: [], fields: [], labelsWithoutValue: [], unreadScripts: [], marks: [], ...spec.visualZone },
  };
}

const SPECIMEN_ZONE: MrzReading = {
  format: 'TD3',
  lines: SPECIMEN_LINES,
  characters: SPECIMEN_LINES.map((line, i) =>
    [...line].map((character, column) => ({
      character,
      confidence: 0.99,
      alternatives: [],
      region: placeInZone(i, column),
    })),
  ),
  lineRegions: [quad(50, 600, 950, 630), quad(50, 640, 950, 670)],
  checkDigits: SPECIMEN_DIGITS,
  fields: [],
  nameTruncated: false,
};

function reading(spec: ReadingSpec): FieldReading {
  return {
    field: spec.field,
    witness: spec.witness ?? 'mrz',
    value: spec.value,
    printed: spec.value,
    confidence: spec.confidence ?? 0.98,
    region: spec.region ?? FIELD_PLACE,
    ...(spec.characters ? { characters: spec.characters } : {}),
    ...(spec.spans ? { spans: spec.spans } : {}),
    ...(spec.original ? { original: spec.original } : {}),
  };
}
