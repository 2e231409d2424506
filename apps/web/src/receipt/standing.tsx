import { buttonLook, Notice } from '@vidimus/ui';
import { Link, useSearchParams } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { Findings } from '../verify/findings-shown.tsx';
import type { ReceiptView } from './receipt-view.server.ts';

/** The case in one look: its number, how it stands, under which rules, and what happens next. */
export function Standing({ receipt }: { readonly receipt: ReceiptView }) {
  const { id, operator, policy, state, by, decidedAt, lastDay, reasons, goesOn } = receipt;
  const t = useTexts('receipt');
  const [query] = useSearchParams();
  const done = DONE.find((one) => one === query.get('done'));
  const facts = [
    { name: t('case'), value: <bdi className="font-mono text-sm break-all">{id}</bdi> },
    { name: t('for'), value: operator },
    { name: t('state'), value: <strong>{t(`state_${state}`)}</strong> },
    ...(decidedAt === null ? [] : [{ name: t('decided_at'), value: decidedAt }]),
    { name: t('policy'), value: t('policy_version', { name: policy.name, version: String(policy.version) }) },
  ];
  return (
    <>
      {done === undefined ? null : (
        <div role="status">
          <Notice kind="good">
            <p>{t(`done_${done}`, { operator })}</p>
          </Notice>
        </div>
      )}
      <dl className="box grid gap-x-6 gap-y-2 p-4 sm:grid-cols-[max-content_1fr]">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-sm text-ink-soft sm:py-0.5">{name}</dt>
            <dd className="mb-1 sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
      <section className="flex flex-col gap-3" aria-labelledby="next">
        <h2 id="next" className="text-lg font-semibold">
          {t('next')}
        </h2>
        <p>{t(`next_${state}`, { operator, by: by ?? '', day: lastDay ?? '' })}</p>
        {by === null ? null : <p>{t('next_by', { by })}</p>}
        {goesOn === null ? null : (
          <Link to={goesOn} className={buttonLook('quiet', 'self-start print:hidden')}>
            {t('go_on')}
          </Link>
        )}
      </section>
      {reasons.length === 0 ? null : (
        <section className="flex flex-col gap-3" aria-labelledby="reasons">
          <h2 id="reasons" className="text-lg font-semibold">
            {t('reasons')}
          </h2>
          <Findings findings={reasons} pictures={[]} isWhole />
        </section>
      )}
    </>
  );
}

const DONE = ['erase', 'not_me_stopped', 'not_me_in_review', 'not_me_recorded'] as const;
