/** Members as their page shows them, and what its forms do. */
import { ROLES, type Role } from '@vidimus/protocol';
import type { MemberClient } from '@vidimus/sdk';
import type { Locale } from '@vidimus/vocabulary';
import { type Asked, ask } from '../ask.server.ts';
import { formatMoment } from '../format-moment.server.ts';
import type { AskedPage } from '../require-member.server.ts';

type Member = Awaited<ReturnType<MemberClient['members']['get']>>;

export type MemberRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly state: 'active' | 'invited' | 'disabled';
  readonly passkeys: number;
  readonly hasPassword: boolean;
  readonly isMe: boolean;
};

/** A link that is shown once. */
export type InvitationLink = { readonly name: string; readonly url: string; readonly until: string };

const PAGE = 100;

/** Those who were not removed, the oldest first. */
export async function listMembers(api: MemberClient, me: string): Promise<readonly MemberRow[]> {
  const rows: MemberRow[] = [];
  for await (const member of api.members.listAll({ limit: PAGE })) {
    if (member.removed_at === null) rows.push(memberRow(member, me));
  }
  return rows;
}

/** Invites, invites again, changes roles, disables, enables or removes. `origin` is where the pages are. */
export async function actOnMember(
  args: AskedPage,
  of: { readonly api: MemberClient; readonly form: FormData; readonly origin: string; readonly locale: Locale },
): Promise<Asked<InvitationLink | undefined>> {
  const { api, form, origin, locale } = of;
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const roles = ROLES.filter((role) => form.getAll('roles').includes(role));
  const id = text('member');
  const link = (name: string, invitation: { readonly token: string; readonly expires_at: string }): InvitationLink => ({
    name,
    url: `${origin}/desk/invitation/${invitation.token}`,
    until: formatMoment(invitation.expires_at, locale),
  });
  return ask(args, async () => {
    switch (text('do')) {
      case 'invite': {
        const made = await api.members.invite({ name: text('name'), email: text('email'), roles });
        return link(text('name'), made.invitation);
      }
      case 'invite-again':
        return link(text('name'), await api.members.inviteAgain(id));
      case 'roles':
        await api.members.change(id, { roles });
        return undefined;
      case 'disable':
      case 'enable':
        await api.members.change(id, { disabled: text('do') === 'disable' });
        return undefined;
      default:
        await api.members.remove(id);
        return undefined;
    }
  });
}

function memberRow({ id, name, email, roles, sign_in, disabled_at }: Member, me: string): MemberRow {
  const hasPassword = sign_in.password && sign_in.totp;
  const canSignIn = hasPassword || sign_in.passkeys > 0;
  return {
    id,
    name: name ?? id,
    email: email ?? '',
    roles,
    state: disabled_at !== null ? 'disabled' : canSignIn ? 'active' : 'invited',
    passkeys: sign_in.passkeys,
    hasPassword,
    isMe: id === me,
  };
}
