import { useTexts } from '../shell/texts.tsx';
import type { ReceiptView } from './receipt-view.server.ts';

/** Who decided what, when, under which rules; and what the person said against it. */
export function Decisions({ decisions, appeals }: Pick<ReceiptView, 'decisions' | 'appeals'>) {
  const t = useTexts('receipt');
  if (decisions.length === 0) return null;
  return (
    <section className="flex flex-col gap-4" aria-labelledby="decisions">
      <h2 id="decisions" className="text-lg font-semibold">
        {t('decisions')}
      </h2>
      <ol className="flex flex-col gap-3">
        {decisions.map(({ key, outcome, by, at, policy, reasons }) => (
          <li key={key} className="box flex max-w-none flex-col gap-1 p-4 break-inside-avoid">
            <p className="font-semibold">{t(`decided_${outcome}`)}</p>
            <p className="text-sm text-ink-soft">
              {at} · {t(`decided_by_${by}`)} ·{' '}
              {t('policy_version', { name: policy.name, version: String(policy.version) })}
            </p>
            {reasons.length === 0 ? null : (
              <ul className="list-disc ps-5">
                {[...new Set(reasons)].map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {appeals.map(({ key, at, statement }) => (
        <figure key={key} className="box flex flex-col gap-1 p-4">
          <figcaption className="text-sm text-ink-soft">{t('appealed', { at })}</figcaption>
          {statement === null ? null : <blockquote dir="auto">{statement}</blockquote>}
        </figure>
      ))}
    </section>
  );
}
