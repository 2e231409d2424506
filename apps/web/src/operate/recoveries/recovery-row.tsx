import { Form } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import type { RecoveryShown } from './recovery-rows.server.ts';

/** As the server allows. */
const LONGEST_GROUNDS = 5000;
const FIELDS = ['document_number', 'name', 'birth_date', 'nationality', 'issuing_state'] as const;

/** One recovery: how it stands, what agrees, both verifications, and the decision where one is due. */
export function RecoveryRow({ row, mayDecide }: { readonly row: RecoveryShown; readonly mayDecide: boolean }) {
  const t = useTexts('operate');
  return (
    <li className="box flex flex-col gap-3 p-4">
      <p className="flex flex-wrap justify-between gap-2">
        <strong>{t(`recovery_${row.state}`)}</strong>
        <span className="text-sm text-ink-soft">{t('recovery_asked_at', { at: row.askedAt })}</span>
      </p>
      {row.until === undefined ? null : <p>{t('recovery_until', { at: row.until })}</p>}
      {row.readings === null ? null : (
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {FIELDS.map((field) => (
            <div key={field} className="flex justify-between gap-3">
              <dt className="text-ink-soft">{t(`recovery_field_${field}`)}</dt>
              <dd>{t(`recovery_reads_${row.readings?.[field] ?? 'missing'}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="flex flex-wrap gap-3">
        <a href={`/desk/verifications/${row.verification}`}>{t('recovery_new_verification')}</a>
        {row.earlier.map((id) => (
          <a key={id} href={`/desk/verifications/${id}`}>
            {t('recovery_earlier_verification')}
          </a>
        ))}
      </p>
      {row.decision === undefined ? null : (
        <div className="flex flex-col gap-1">
          <p className="text-sm text-ink-soft">
            {t('recovery_decided', { name: row.decision.name, at: row.decision.at })}
          </p>
          <blockquote className="border-s-2 border-line ps-3" dir="auto">
            {row.decision.grounds}
          </blockquote>
        </div>
      )}
      {row.state === 'in_review' && mayDecide ? (
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="id" value={row.id} />
          <label className="field w-full">
            <span>{t('recovery_grounds')}</span>
            <textarea
              className="input min-h-20"
              name="grounds"
              maxLength={LONGEST_GROUNDS}
              rows={2}
              required
              dir="auto"
            />
            <span className="text-sm text-ink-soft">{t('recovery_grounds_hint')}</span>
          </label>
          <button type="submit" className="button" name="do" value="agree">
            {t('recovery_agree')}
          </button>
          <button type="submit" className="button button-bad" name="do" value="refuse">
            {t('recovery_refuse')}
          </button>
        </Form>
      ) : null}
    </li>
  );
}
