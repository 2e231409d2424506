import { type FindingKind, FindingsList, FindingsPicture } from '@vidimus/ui';
import type { ReasonClass } from '@vidimus/vocabulary';
import { useTexts } from '../shell/texts.tsx';
import type { FactView, FindingView, PictureView } from './findings.ts';

/** All that was found at once: drawn on the person's own pictures, and beside them in words with value, limit and remedy. */
export function Findings(props: {
  readonly findings: readonly FindingView[];
  readonly pictures: readonly PictureView[];
}) {
  const { findings, pictures } = props;
  const t = useTexts('verify');
  const shown = pictures.filter(({ size }) => size !== null);
  const isDrawn = ({ marks }: FindingView) => marks.some(({ mediaId }) => shown.some((one) => one.mediaId === mediaId));
  return (
    <div className="flex flex-col gap-4">
      {shown.map((picture) => (
        <MarkedPicture key={picture.mediaId} picture={picture} findings={findings} />
      ))}
      <FindingsList
        findings={findings.map((finding) => ({
          key: String(finding.number),
          kind: KINDS[finding.class],
          title: finding.heading,
          text: <p className="text-ink">{finding.message}</p>,
          ...(isDrawn(finding) ? { number: finding.number } : {}),
          ...(finding.facts.length === 0 ? {} : { remedy: <Facts facts={finding.facts} summary={t('facts')} /> }),
        }))}
      />
    </div>
  );
}

function MarkedPicture({
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
      .map(({ points }) => ({ number, points, kind: KINDS[reasonClass] })),
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

/** What was measured, and the limit: for whoever wants to know exactly. */
function Facts({ facts, summary }: { readonly facts: readonly FactView[]; readonly summary: string }) {
  const t = useTexts('verify');
  return (
    <details className="text-sm print:hidden">
      <summary className="flex min-h-11 cursor-pointer items-center text-operator">{summary}</summary>
      <ul className="flex flex-col gap-1">
        {facts.map((fact) => (
          <li key={JSON.stringify(fact)}>{t(factKey(fact), wordsOf(fact))}</li>
        ))}
      </ul>
    </details>
  );
}

function factKey({ limit, place }: FactView) {
  if (limit === null) return place === null ? 'fact' : 'fact_at';
  if (limit.name === 'limit') return place === null ? 'fact_limit' : 'fact_limit_at';
  return place === null ? 'fact_expected' : 'fact_expected_at';
}

function wordsOf({ measure, observed, limit, place }: FactView) {
  return { measure, observed, limit: limit?.words ?? '', place: place ?? '' };
}

/** How grave it is for whoever reads it: something to mend, a rule that says no, or nothing of theirs. */
const KINDS: Readonly<Record<ReasonClass, FindingKind>> = {
  retake: 'care',
  supply: 'care',
  policy: 'bad',
  final: 'bad',
  ours: 'plain',
  human: 'plain',
};
