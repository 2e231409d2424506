import type { CheckReport, Evidence, ReasonReport, Region } from '@vidimus/vocabulary';

/** A reason with its number in the list and every place where it can be seen. */
export type Finding = {
  readonly number: number;
  readonly reason: ReasonReport;
  readonly places: readonly {
    readonly mediaId: string;
    readonly corners: Region['corners'];
    /** A single character: too small for a mark of its own. */
    readonly isCharacter?: true;
    /** The line or field of single characters. */
    readonly isAroundCharacters?: true;
  }[];
};

/** Numbers the reasons in their order. A finding about a photo as a whole is placed on the document's outline, if one was seen. */
export function placeFindings(report: CheckReport): readonly Finding[] {
  return report.reasons.map((reason, index) => {
    const exact = reason.evidence.flatMap((evidence) => regionsOf(evidence, report));
    const places = exact.length > 0 ? exact : reason.evidence.flatMap((evidence) => outlineFor(evidence, report));
    const seen = new Set<string>();
    const distinct = places.filter((place) => {
      const key = JSON.stringify(place);
      return !seen.has(key) && seen.add(key);
    });
    return { number: index + 1, reason, places: distinct };
  });
}

type Place = Finding['places'][number];

function regionsOf(evidence: Evidence, report: CheckReport): readonly Place[] {
  const only = report.photos.length === 1 ? report.photos[0]?.media_id : undefined;
  const own = placed(evidence.region, evidence.media_id ?? only);
  const sources = (evidence.sources ?? []).flatMap((source) =>
    placed(source.region, source.media_id ?? evidence.media_id ?? only),
  );
  const characters = (evidence.characters ?? []).flatMap(({ region }) =>
    placed(region, evidence.media_id ?? only).map((place): Place => ({ ...place, isCharacter: true })),
  );
  if (characters.length === 0) return [...own, ...sources];
  return [...[...own, ...sources].map((place): Place => ({ ...place, isAroundCharacters: true })), ...characters];
}

function outlineFor(evidence: Evidence, report: CheckReport): readonly Place[] {
  const photo = report.photos.find(({ media_id }) => media_id === evidence.media_id);
  return placed(photo?.pages[0]?.outline ?? undefined, photo?.media_id);
}

function placed(region: Region | undefined, mediaId: string | undefined): readonly Place[] {
  return region === undefined || mediaId === undefined ? [] : [{ mediaId, corners: region.corners }];
}
