import { Form } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import type { MemberRow } from './members.server.ts';
import { RoleBoxes } from './role-boxes.tsx';

/** Everybody with their roles; what can be changed folds out. */
export function MemberList(props: { readonly members: readonly MemberRow[]; readonly mayChange: boolean }) {
  const t = useTexts('desk');
  return (
    <ul className="box flex flex-col divide-y divide-line">
      {props.members.map((member) => (
        <li key={member.id} className="flex max-w-none flex-col gap-2 px-4 py-3">
          <div className="flex flex-wrap items-baseline gap-x-4">
            <p className="min-w-0 grow-[2] basis-56">
              <strong>
                <bdi>{member.name}</bdi>
              </strong>{' '}
              {member.isMe ? <span className="text-ink-soft">{t('members_you')}</span> : null}
              <span className="block text-sm text-ink-soft" dir="ltr">
                {member.email}
              </span>
            </p>
            <p className="grow basis-48 text-sm">{member.roles.map((role) => t(`role_${role}`)).join(', ')}</p>
            <p className="grow basis-48 text-sm text-ink-soft">
              {t(`members_${member.state}`)} · {t('members_sign_in')}: <WaysIn member={member} />
            </p>
          </div>
          {props.mayChange ? <Change member={member} /> : null}
        </li>
      ))}
    </ul>
  );
}

function WaysIn({ member }: { readonly member: MemberRow }) {
  const t = useTexts('desk');
  const ways = [
    member.passkeys > 0 ? t('members_passkeys', { count: member.passkeys }) : undefined,
    member.hasPassword ? t('members_password') : undefined,
  ].filter((way) => way !== undefined);
  return ways.length === 0 ? t('members_no_way') : ways.join(', ');
}

function Change({ member }: { readonly member: MemberRow }) {
  const t = useTexts('desk');
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-operator underline">
        {t('members_change')} <span className="sr-only">{member.name}</span>
      </summary>
      <Form method="post" className="flex flex-col gap-3 pt-2">
        <input type="hidden" name="member" value={member.id} />
        <input type="hidden" name="name" value={member.name} />
        <RoleBoxes chosen={member.roles} />
        <div className="flex flex-wrap gap-2">
          <button type="submit" name="do" value="roles" className="button">
            {t('members_save_roles')}
          </button>
          <button type="submit" name="do" value="invite-again" className="button button-quiet">
            {t('members_invite_again')}
          </button>
          <button
            type="submit"
            name="do"
            value={member.state === 'disabled' ? 'enable' : 'disable'}
            className="button button-quiet"
          >
            {t(member.state === 'disabled' ? 'members_enable' : 'members_disable')}
          </button>
        </div>
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-bad">{t('members_remove')}</summary>
          <p className="pb-2 text-sm">{t('members_remove_text', { name: member.name })}</p>
          <button type="submit" name="do" value="remove" className="button button-bad">
            {t('members_remove')}
          </button>
        </details>
      </Form>
    </details>
  );
}
