/** Which findings belong to which photograph: those that name it, and those about the document as a whole. */
import type { Evidence, NonEmpty, Reason } from '@vidimus/vocabulary';

/** Not about any picture, where the evidence names none. */
const OF_NO_PICTURE: ReadonlySet<Reason['code']> = new Set<Reason['code']>([
  'consent_declined',
  'document_side_missing',
  'name_mismatch',
  'name_spelling_unconfirmed',
  'claimed_detail_mismatch',
]);

/** What may be told to its holder of what was found on this photograph, each with the evidence that is about it. */
export function findingsOn(mediaId: string, reasons: readonly Reason[]): readonly Reason[] {
  return reasons.flatMap((reason) => {
    // That it was looked at more closely tells a forger what to mend.
    if (reason.disclosure === 'withheld') return [];
    const named = reason.evidence.flatMap(mediaIn);
    if (named.length === 0) return isOfEveryPicture(reason) ? [reason] : [];
    if (!named.includes(mediaId)) return [];
    const [first, ...rest] = reason.evidence.filter((one) => {
      const media = mediaIn(one);
      return media.length === 0 || media.includes(mediaId);
    });
    const evidence: NonEmpty<Evidence> = first === undefined ? reason.evidence : [first, ...rest];
    return [{ ...reason, evidence }];
  });
}

/** Without those that only say that a side was not photographed yet. */
export function withoutSidesToCome(reasons: readonly Reason[], sides: ReadonlySet<string>): readonly Reason[] {
  const waitsFor = (one: Evidence) => typeof one.facts?.side === 'string' && !sides.has(one.facts.side);
  return reasons.filter(({ code, evidence }) => code !== 'document_side_missing' || !evidence.some(waitsFor));
}

/** By their own ids; the page of a file is its photograph's. */
function mediaIn({ media_id, sources = [] }: Evidence): readonly string[] {
  return [media_id, ...sources.map((source) => source.media_id)].flatMap((name) =>
    name === undefined ? [] : [name.replace(/_page_\d+$/, '')],
  );
}

function isOfEveryPicture({ class: of, code }: Reason): boolean {
  return (of === 'retake' || of === 'supply') && !OF_NO_PICTURE.has(code);
}
