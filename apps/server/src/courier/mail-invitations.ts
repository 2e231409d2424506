/** Invitations of members go out by mail, where this server can send any. */
import { z } from 'zod';
import { readMember } from '../people/members-store.ts';
import type { Vault } from '../vault/vault.ts';
import type { Done } from './after-route.ts';
import type { Courier } from './courier.ts';
import { type QueueParts, queueMessage } from './queue-message.ts';

export type InvitationParts = QueueParts & {
  readonly vault: Vault;
  readonly courier: Pick<Courier, 'routesOf'>;
  /** Where members reach this server, without a closing slash. */
  readonly baseUrl: string;
};

const invitationSchema = z.object({ token: z.string(), expires_at: z.iso.datetime() });
const invitedSchema = z.object({ member: z.object({ id: z.string() }), invitation: invitationSchema });
const againSchema = z.object({ id: z.string() });

/** Page where an invitation is taken up. The token is behind the `#`, which no server's log ever sees. */
const INVITATION_PATH = '/desk/invitation';

/** By the names of the routes that invite. */
export function invitationMails(parts: InvitationParts) {
  return {
    inviteMember: async (done: Done) => {
      const { member, invitation } = invitedSchema.parse(done.body);
      await mailInvitation(parts, done, member.id, invitation);
    },
    inviteMemberAgain: async (done: Done) => {
      await mailInvitation(parts, done, againSchema.parse(done.params).id, invitationSchema.parse(done.body));
    },
  };
}

async function mailInvitation(
  parts: InvitationParts,
  { trx, caller }: Done,
  memberId: string,
  invitation: z.output<typeof invitationSchema>,
): Promise<void> {
  if (!parts.courier.routesOf('live').some(({ channel }) => channel === 'email')) return;
  const { organizationId } = caller;
  const member = await readMember(trx, parts.vault, { organizationId, memberId });
  const email = member?.person?.email;
  if (email === undefined) return;
  const { name } = await trx
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  await queueMessage(parts, trx, {
    organizationId,
    mode: 'live',
    purpose: 'invitation',
    objectId: memberId,
    channel: 'email',
    locale: 'en',
    to: email,
    body: {
      subject: `${oneLine(name)} invites you to Vidimus`,
      text: `${oneLine(name)} invites you to work on its verifications of identity.\n\nOpen this link and choose how you sign in:\n\n${parts.baseUrl}${INVITATION_PATH}/${invitation.token}\n\nIt works once, until ${invitation.expires_at}. If you expected no invitation, ignore it: nothing happens.\n`,
    },
    expiresAt: new Date(invitation.expires_at),
  });
}

function oneLine(name: string): string {
  return name.replaceAll(/\s+/g, ' ').trim();
}
