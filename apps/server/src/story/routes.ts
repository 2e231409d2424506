/** One verification on one screen. */
import { idSchema, storySchema } from '@vidimus/protocol';
import { z } from 'zod';
import type { AuditLog } from '../audit/audit.ts';
import { type Route, route } from '../http/route.ts';
import { actorOf } from '../people/caller-actor.ts';
import { namesFor } from '../people/member-names.ts';
import type { Vault } from '../vault/vault.ts';
import { refuse } from '../verifications/refusals.ts';
import { show } from '../verifications/routes.ts';
import { buildStory } from './build-story.ts';

export type StoryParts = { readonly vault: Vault; readonly audit: AuditLog };

/** Reading it is logged, as every look at evidence; what cannot be logged is not shown. */
export function storyRoutes(parts: StoryParts): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/verifications/{id}/story',
      tag: 'verifications',
      operationId: 'getVerificationStory',
      summary: 'Everything about a verification, on one screen',
      description:
        'Photographs with their size, every attempt with what was found on it, fields witness by witness, checks, claims, decisions with their grounds and rules, reviews, appeals, and what happened when. Each reading is an entry of the record (`evidence.viewed`).',
      callers: ['member', 'api_key'],
      right: 'evidence:read',
      params: z.strictObject({ id: idSchema('ver') }),
      answers: { 200: storySchema },
      problems: [
        { status: 404, code: 'verification.not-found' },
        { status: 409, code: 'verification.erased' },
      ],
      handle: async ({ trx, caller, params: { id }, now }) => {
        const known = await show(parts, trx, caller, id);
        if (!known.ok) return known;
        const nameMember = namesFor(parts.vault, trx, caller);
        const story = await buildStory({ vault: parts.vault, nameMember }, trx, id, now);
        if (!story.ok) return refuse(story.error);
        const { organizationId } = caller;
        await parts.audit.append(trx, {
          organizationId,
          actor: actorOf(caller),
          action: 'evidence.viewed',
          objectId: id,
        });
        return { ok: true, value: { status: 200, body: story.value } };
      },
    }),
  ];
}
