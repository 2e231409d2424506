import { Notice } from '@vidimus/ui';
import { Form } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import type { SettingsView } from './settings-view.server.ts';

/** How long a recovery waits, and the policy that it is verified under. */
export function RecoverySettings({ settings, maySet }: { readonly settings: SettingsView; readonly maySet: boolean }) {
  const t = useTexts('operate');
  const { waitHours, policy, policies } = settings;
  const isOpen = policies.every(({ id, isPublished }) => id !== policy || isPublished);
  return (
    <Form method="post" className="box flex flex-col gap-4 p-4 sm:p-5" key={`${waitHours} ${policy}`}>
      <label className="field">
        <span>{t('recoveries_wait')}</span>
        <input
          className="input w-32"
          type="number"
          name="hours"
          min={1}
          max={720}
          defaultValue={waitHours}
          readOnly={!maySet}
          required
        />
      </label>
      <label className="field">
        <span>{t('recoveries_policy')}</span>
        <select className="input" name="policy" defaultValue={policy ?? ''} disabled={!maySet}>
          <option value="">{t('recoveries_policy_newest')}</option>
          {policies.map(({ id, name, isPublished }) => (
            <option key={id} value={id}>
              {isPublished ? name : `${name} (${t('policy_none_published')})`}
            </option>
          ))}
        </select>
      </label>
      {isOpen ? null : (
        <Notice kind="care">
          <p>{t('recoveries_policy_closed')}</p>
        </Notice>
      )}
      {maySet ? (
        <div>
          <button type="submit" className="button button-quiet" name="do" value="settings">
            {t('save')}
          </button>
        </div>
      ) : null}
    </Form>
  );
}
