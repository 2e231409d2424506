/** Reasons of the interface as the pages show them: numbered, measured in words, placed on the photographs. */
import type { ApplicantView } from '@vidimus/sdk';
import { capital, describeEvidence, type Evidence, type Locale, reportLanguage } from '@vidimus/vocabulary';
import type { FactView, FindingView, PictureView } from './findings.ts';

type ReasonView = ApplicantView['reasons'][number];
type Attempt = ApplicantView['attempts'][number];

/** Numbers the reasons in their order. What may not be told of one was left out by the interface. */
export function findingsOf(reasons: readonly ReasonView[], locale: Locale): readonly FindingView[] {
  return reasons.map(({ code, class: reasonClass, disclosure, heading, message = '', evidence = [] }, index) => ({
    number: index + 1,
    code,
    class: reasonClass,
    heading,
    message,
    // Of the others the step is told, and no value: there is nothing to list.
    facts: disclosure === 'full' ? distinct(evidence.map((one) => factOf(one, locale))) : [],
    marks: distinct(evidence.flatMap(marksOf)),
  }));
}

/** The photograph of an attempt; nothing where it is none. `base` is the page's own path, e.g. `/verify/vat_…`. */
export function pictureOf({ media_id, step, look }: Attempt, base: string): PictureView | undefined {
  if (media_id === null) return undefined;
  const picture = look?.picture ?? null;
  return {
    mediaId: media_id,
    src: `${base}/media/${media_id}`,
    side: step === 'document_back' ? 'back' : 'front',
    size: picture === null ? null : { width: picture.width_px, height: picture.height_px },
  };
}

function factOf({ media_id: _, ...evidence }: Evidence, locale: Locale): FactView {
  const { measure, observed, limit, place } = describeEvidence(evidence, reportLanguage(locale));
  const begins = place === undefined ? capital(measure, { locale }) : measure;
  return { measure: begins, observed, limit: limit ?? null, place: place ?? null };
}

/** The place of the finding, or else those of what it compares. */
function marksOf({ region, media_id, sources = [] }: Evidence): FindingView['marks'] {
  const own = region === undefined ? [] : [{ region, mediaId: media_id }];
  const places =
    own.length > 0 ? own : sources.map((one) => ({ region: one.region, mediaId: one.media_id ?? media_id }));
  return places.flatMap((place) =>
    place.region === undefined || place.mediaId === undefined
      ? []
      : [{ mediaId: place.mediaId.replace(LATER_PAGE, ''), points: place.region.corners }],
  );
}

/** Pages of a PDF are photographs of their own inside of the engine. */
const LATER_PAGE = /_page_\d+$/;

function distinct<T>(values: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    return !seen.has(key) && seen.add(key);
  });
}
