/** What is drawn on a photograph: where findings lie, and where fields were read. */
import type { Story, StoryReason } from '@vidimus/protocol';
import type { Region } from '@vidimus/vocabulary';
import type { Mark, PhotographView, Place } from './story-view.ts';

type Drawn = { readonly mediaId: string | null | undefined; readonly mark: Mark };

/** In the order of the findings and fields; a region that lies on no photograph of ours is left out. */
export function marksOn(mediaId: string, drawn: readonly Drawn[]): readonly Mark[] {
  return drawn.filter((one) => isOf(one.mediaId, mediaId)).map(({ mark }) => mark);
}

/** Evidence of the reasons, and what its witnesses read where; `headings` has a word for each reason. */
export function drawFindings(reasons: readonly StoryReason[], headings: readonly string[]): readonly Drawn[] {
  return reasons.flatMap(({ evidence }, index) => {
    const places = evidence.flatMap((one) => [
      { region: one.region, mediaId: one.media_id },
      ...(one.region === undefined ? (one.sources ?? []) : []).map(({ region, media_id }) => ({
        region,
        mediaId: media_id,
      })),
    ]);
    return places.flatMap(({ region, mediaId }, part) =>
      drawn(region, mediaId, {
        id: `finding-${index}-${part}`,
        kind: 'finding',
        number: index + 1,
        label: headings[index] ?? '',
      }),
    );
  });
}

/** Where each witness read each field; `labels` has the names of the fields. */
export function drawFields(fields: Story['fields'], labels: ReadonlyMap<string, string>): readonly Drawn[] {
  return fields.flatMap(({ name, witnesses }) =>
    witnesses.flatMap(({ witness, region, media_id }) =>
      drawn(region, media_id, {
        id: fieldMark(name, witness),
        kind: 'field',
        number: undefined,
        label: labels.get(name) ?? name,
      }),
    ),
  );
}

/** The id of the mark of what a witness read. */
export function fieldMark(field: string, witness: string): string {
  return `field-${field}-${witness}`;
}

/** The first mark that is meant, on the latest photograph that has one. */
export function firstPlace(
  photographs: readonly PhotographView[],
  isMeant: (mark: Mark) => boolean,
): Place | undefined {
  const photograph = photographs.findLast(({ marks }) => marks.some(isMeant));
  const mark = photograph?.marks.find(isMeant);
  return photograph === undefined || mark === undefined ? undefined : { mediaId: photograph.mediaId, markId: mark.id };
}

/** A PDF's pages are named after it: `med_…_page_2`. */
function isOf(name: string | null | undefined, mediaId: string): boolean {
  return name === mediaId || name?.startsWith(`${mediaId}_page_`) === true;
}

function drawn(
  region: Region | undefined,
  mediaId: string | null | undefined,
  mark: Omit<Mark, 'corners'>,
): readonly Drawn[] {
  return region === undefined ? [] : [{ mediaId, mark: { ...mark, corners: region.corners } }];
}
