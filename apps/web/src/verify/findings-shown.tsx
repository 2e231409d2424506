import { FindingsList, RemedyPicture, remedyOf } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';
import { FINDING_KINDS } from './finding-kinds.table.ts';
import type { FactView, FindingView, PictureView } from './findings.ts';
import { MarkedPicture } from './marked-picture.tsx';

/** All that was found at once: drawn on the person's own pictures, and beside them in words with value, limit and remedy. */
export function Findings(props: {
  readonly findings: readonly FindingView[];
  readonly pictures: readonly PictureView[];
  /** Values and limits at once, instead of on demand. */
  readonly isWhole?: boolean;
}) {
  const { findings, pictures, isWhole = false } = props;
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
          kind: FINDING_KINDS[finding.class],
          title: finding.heading,
          text: <p className="text-ink">{finding.message}</p>,
          ...remedyPicture(finding),
          ...(isDrawn(finding) ? { number: finding.number } : {}),
          ...(finding.facts.length === 0 ? {} : { remedy: <Facts facts={finding.facts} isWhole={isWhole} /> }),
        }))}
      />
    </div>
  );
}

/** It decorates the sentence beside it. */
function remedyPicture({ code }: FindingView) {
  const remedy = remedyOf(code);
  return remedy === undefined ? {} : { picture: <RemedyPicture remedy={remedy} /> };
}

/** What was measured, and the limit. */
function Facts({ facts, isWhole }: { readonly facts: readonly FactView[]; readonly isWhole: boolean }) {
  const t = useTexts('verify');
  const list = (
    <ul className="flex flex-col gap-1 text-sm">
      {facts.map((fact) => (
        <li key={JSON.stringify(fact)}>{t(factKey(fact), wordsOf(fact))}</li>
      ))}
    </ul>
  );
  if (isWhole) return list;
  return (
    <details className="text-sm">
      <summary className="flex min-h-11 cursor-pointer items-center text-operator">{t('facts')}</summary>
      {list}
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
