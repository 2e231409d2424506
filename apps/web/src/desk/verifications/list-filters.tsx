import { Form, Link } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { type ListFilter, STATES } from './list-filter.ts';

/** A form whose answers stand in the address. */
export function ListFilters(props: {
  readonly filter: ListFilter;
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
}) {
  const { filter, reasons } = props;
  const t = useTexts('desk');
  return (
    <Form
      key={Object.values(filter).join('|')}
      className="box grid gap-3 p-4 sm:grid-cols-2 lg:grid-cols-[1fr_1.5fr_1fr_auto_auto_auto] lg:items-end"
    >
      <label className="field text-sm">
        {t('list_state')}
        <select className="input" name="state" defaultValue={filter.state}>
          <option value="">{t('list_any_state')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`state_${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field text-sm">
        {t('list_reason')}
        <select className="input" name="reason" defaultValue={filter.reason}>
          <option value="">{t('list_any_reason')}</option>
          {reasons.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="field text-sm">
        {t('list_reference')}
        <input className="input" name="reference" maxLength={100} defaultValue={filter.reference} />
      </label>
      <label className="field text-sm">
        {t('list_from')}
        <input className="input" name="from" type="date" defaultValue={filter.from} />
      </label>
      <label className="field text-sm">
        {t('list_before')}
        <input className="input" name="before" type="date" defaultValue={filter.before} />
      </label>
      <div className="flex gap-2">
        <button type="submit" className="button">
          {t('list_search')}
        </button>
        <Link to="/desk/verifications" className="button button-quiet">
          {t('list_clear')}
        </Link>
      </div>
    </Form>
  );
}
