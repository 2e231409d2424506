import { Notice } from '@vidimus/ui';
import { useTexts } from '../../shell/texts.tsx';
import type { AttemptView, DecisionView, MomentView, StoryView } from './story-view.ts';

/** What was decided, by whom, under which version, on what grounds. */
export function DecisionList({ decisions }: { readonly decisions: readonly DecisionView[] }) {
  const t = useTexts('desk');
  if (decisions.length === 0) return <p className="text-ink-soft">{t('decisions_none')}</p>;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {decisions.map((decision) => (
        <li key={decision.id} className="flex flex-col gap-1 py-2">
          <p>
            <strong>{t(`state_${decision.outcome}`)}</strong>{' '}
            <span className="text-sm text-ink-soft">{decision.at}</span>
          </p>
          <p className="text-sm text-ink-soft">
            {t(`decided_by_${decision.by}`, { name: decision.name ?? '' })} ·{' '}
            {t('decided_under', { version: decision.policyVersion })}
          </p>
          {decision.grounds === undefined ? null : (
            <blockquote className="border-s-2 border-line ps-3" dir="auto">
              {decision.grounds}
            </blockquote>
          )}
          {decision.headings.length === 0 ? null : <p className="text-sm">{decision.headings.join(', ')}</p>}
          {decision.notes.length === 0 ? null : (
            <p className="text-sm text-ink-soft">{t('decided_close', { reasons: decision.notes.join(', ') })}</p>
          )}
          {decision.detectors.length === 0 ? null : (
            <details className="text-sm text-ink-soft">
              <summary className="min-h-6 cursor-pointer">{t('decided_detectors')}</summary>
              <ul dir="ltr">
                {decision.detectors.map((detector) => (
                  <li key={detector} className="font-mono text-xs">
                    {detector}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What was sent, try by try. */
export function AttemptList({ attempts }: { readonly attempts: readonly AttemptView[] }) {
  const t = useTexts('desk');
  if (attempts.length === 0) return <p className="text-ink-soft">{t('attempts_none')}</p>;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {attempts.map(({ id, step, number, at, submitted, stands, headings, showsOther }) => (
        <li key={id} className="py-2">
          <p>
            <strong>{t('attempt', { step: t(`step_${step}`), number })}</strong>{' '}
            <span className="text-sm text-ink-soft">{at}</span>
          </p>
          <p className="text-sm text-ink-soft">
            {t(stands ? 'attempt_stands' : submitted ? 'attempt_submitted' : 'attempt_replaced')}
          </p>
          {headings.length === 0 ? null : <p className="text-sm">{headings.join(', ')}</p>}
          {showsOther === undefined ? null : (
            <p className="text-sm text-care">{t(`attempt_shows_other_${showsOther}`)}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Which photographs show something else than the first ones did, as a plain fact. */
export function OtherDocumentNotices({ attempts }: { readonly attempts: readonly AttemptView[] }) {
  const t = useTexts('desk');
  return (['holder', 'document'] as const).map((shows) => {
    const those = attempts.filter(({ showsOther }) => showsOther === shows);
    if (those.length === 0) return null;
    const photos = those.map(({ step, number }) => t('attempt', { step: t(`step_${step}`), number })).join(' · ');
    return (
      <Notice key={shows} kind="care" title={t(`other_${shows}_title`)}>
        <p>{t(`other_${shows}_text`, { photos })}</p>
      </Notice>
    );
  });
}

/** What the operator and the applicant said, side by side. */
export function ClaimTable({ claims, consent }: Pick<StoryView, 'claims' | 'consent'>) {
  const t = useTexts('desk');
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm">
        {t(consent === null ? 'consent_unknown' : consent ? 'consent_given' : 'consent_refused')}
      </p>
      {claims.length === 0 ? (
        <p className="text-ink-soft">{t('claims_none')}</p>
      ) : (
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="border-b border-line text-ink-soft">
              <th scope="col" className="py-1.5 pe-2 text-start font-medium">
                {t('field')}
              </th>
              <th scope="col" className="py-1.5 pe-2 text-start font-medium">
                {t('claims_operator')}
              </th>
              <th scope="col" className="py-1.5 text-start font-medium">
                {t('claims_applicant')}
              </th>
            </tr>
          </thead>
          <tbody>
            {claims.map(({ label, operator, applicant }) => (
              <tr key={label} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-1.5 pe-2 text-start font-normal text-ink-soft">
                  {label}
                </th>
                <td className="py-1.5 pe-2">
                  <bdi>{operator}</bdi>
                </td>
                <td className="py-1.5">
                  <bdi>{applicant}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** What the applicant says against a decline. */
export function AppealNotices({ appeals }: Pick<StoryView, 'appeals'>) {
  const t = useTexts('desk');
  return appeals.map(({ id, at, statement }) => (
    <Notice key={id} kind="care" title={t('appeal_of', { moment: at })}>
      <blockquote dir="auto" className="whitespace-pre-wrap">
        {statement}
      </blockquote>
    </Notice>
  ));
}

/** What happened, the oldest first. Its sentences are English, as the record is. */
export function Timeline({ moments }: { readonly moments: readonly MomentView[] }) {
  const t = useTexts('desk');
  return (
    <ol className="flex flex-col">
      {moments.map(({ at, words, actor }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: moments have no name of their own, and the oldest stays the first
        <li key={index} className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
          <span aria-hidden="true" className="flex flex-col items-center">
            <span className="mt-1.5 size-2.5 rounded-full bg-operator" />
            {index === moments.length - 1 ? null : <span className="w-px flex-1 bg-line-strong" />}
          </span>
          <span className="pb-3">
            <span lang="en" dir="ltr">
              {words}
            </span>
            <span className="block text-ink-soft">
              {at} · {t(`actor_${actor}`)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
