import { FindingsPicture } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';
import { FINDING_KINDS } from './finding-kinds.table.ts';
import type { FindingView, PictureView } from './findings.ts';

/** A photograph of the person's own, with the numbered places of what was found on it; nothing while its size is not known. */
export function MarkedPicture({
  picture,
  findings,
}: {
  readonly picture: PictureView;
  readonly findings: readonly FindingView[];
}) {
  const t = useTexts('verify');
  if (picture.size === null) return null;
  const marks = findings.flatMap(({ number, marks: places, class: reasonClass }) =>
    places
      .filter(({ mediaId }) => mediaId === picture.mediaId)
      .map(({ points }) => ({ number, points, kind: FINDING_KINDS[reasonClass] })),
  );
  return (
    <FindingsPicture
      {...picture.size}
      src={picture.src}
      marks={marks}
      alt={t(picture.side === 'back' ? 'picture_back' : 'picture_front')}
    />
  );
}
