import { Form } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { RoleBoxes } from './role-boxes.tsx';

/** A new member; the answer holds the link to hand to them. */
export function InviteForm() {
  const t = useTexts('desk');
  return (
    <Form method="post" className="box flex flex-col gap-4 p-4">
      <h2 className="text-lg font-semibold">{t('members_invite')}</h2>
      <input type="hidden" name="do" value="invite" />
      <div className="grid gap-4 sm:grid-cols-2">
        <label className="field">
          <span className="font-medium">{t('members_name')}</span>
          <input className="input" name="name" maxLength={200} autoComplete="off" required />
        </label>
        <label className="field">
          <span className="font-medium">{t('email')}</span>
          <input className="input" name="email" type="email" autoComplete="off" dir="ltr" required />
        </label>
      </div>
      <RoleBoxes chosen={['reviewer']} />
      <div>
        <button type="submit" className="button">
          {t('members_invite')}
        </button>
      </div>
    </Form>
  );
}
