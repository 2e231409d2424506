import { useTexts } from '../../shell/texts.tsx';
import type { Figure, FindingView } from './story-view.ts';

/** Each finding whole: what staff read, what the applicant reads, every figure with its limit, and the rule it rests on. */
export function FindingDetails(props: { readonly findings: readonly FindingView[]; readonly applicantLocale: string }) {
  const t = useTexts('desk');
  return (
    <ol className="flex flex-col gap-4">
      {props.findings.map((finding) => (
        <li key={finding.code} className="flex flex-col gap-1.5">
          <h3 className="font-semibold">
            {finding.number}. {finding.heading}{' '}
            <code className="text-xs font-normal text-ink-soft" dir="ltr">
              {finding.code}
            </code>
          </h3>
          <p lang="en" dir="ltr">
            {finding.reviewerMessage}
          </p>
          <dl className="flex flex-col gap-1 text-sm">
            {finding.figures.map((figure, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: figures have no name of their own and never change places
              <FigureLine key={index} figure={figure} />
            ))}
          </dl>
          {finding.rules.length === 0 ? null : (
            <ul className="text-sm text-ink-soft" lang="en" dir="ltr">
              {finding.rules.map(({ pointer, meaning }) => (
                <li key={pointer}>
                  <code>{pointer}</code> {meaning}
                </li>
              ))}
            </ul>
          )}
          <details className="text-sm">
            <summary className="min-h-6 cursor-pointer text-operator">
              {t(finding.isWithheld ? 'finding_withheld' : 'finding_to_applicant')}
            </summary>
            <p lang={props.applicantLocale} dir="auto" className="border-s-2 border-line ps-3">
              {finding.applicantMessage}
            </p>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** A measure with what was seen, the limit, and what each witness said. */
export function FigureLine({ figure }: { readonly figure: Figure }) {
  const t = useTexts('desk');
  const { measure, observed, threshold, sources } = figure;
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="text-ink-soft">
        <bdi>{measure}</bdi>
      </dt>
      <dd>
        {observed === '' ? null : <bdi className="font-semibold">{observed}</bdi>}
        {threshold === undefined ? null : (
          <bdi className="ps-3 text-ink-soft">{t('figure_limit', { value: threshold })}</bdi>
        )}
        {sources.map(({ witness, value }) => (
          <span key={witness} className="block">
            {t(`witness_${witness}`)}: <bdi className="font-semibold">{value}</bdi>
          </span>
        ))}
      </dd>
    </div>
  );
}
