/** All that is kept about a person's verification, to take along. */
import { type OwnData, ownDataSchema } from '@vidimus/protocol';
import type { Policy } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { openJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { answerSchemaOf } from './answer-schema.ts';
import type { OwnFacts } from './own-facts.ts';
import { photographName } from './photograph-name.ts';
import { type Asking, presentToApplicant } from './present-own.ts';
import { contextOf } from './seal-context.ts';
import type { StoredVerification } from './stored-verification.ts';

/** What is withheld of a reason is withheld here, too; photographs are named, and fetched by their ids. */
export async function ownData(
  vault: Vault,
  trx: DatabaseTransaction,
  { stored, policy, facts }: { readonly stored: StoredVerification; readonly policy: Policy; readonly facts: OwnFacts },
  asking: Asking,
): Promise<OwnData> {
  return ownDataSchema.parse({
    object: 'applicant_data',
    made_at: asking.now.toISOString(),
    verification: presentToApplicant(stored, policy, facts, asking),
    claims_of_operator: stored.claims,
    answers: await answersOf(vault, trx, stored),
    photographs: facts.attempts.flatMap(({ id, mediaId, photo, createdAt }) =>
      mediaId === null || photo === null
        ? []
        : [
            {
              media_id: mediaId,
              attempt: id,
              file: photographName(facts.attempts, mediaId),
              media_type: photo.mediaType,
              bytes: photo.byteLength,
              at: createdAt.toISOString(),
            },
          ],
    ),
    disowned: facts.statements.flatMap(({ kind, at, statement }) =>
      kind === 'disowned' ? [{ at: at.toISOString(), statement }] : [],
    ),
  });
}

async function answersOf(
  vault: Vault,
  trx: DatabaseTransaction,
  { organizationId, verification }: StoredVerification,
): Promise<readonly unknown[]> {
  const rows = await trx
    .selectFrom('attempt')
    .select(['id', 'step', 'sealed_answer', 'created_at'])
    .where('verification_id', '=', verification.id)
    .where('sealed_answer', 'is not', null)
    .orderBy('id')
    .execute();
  const answers: unknown[] = [];
  for (const { id, step, sealed_answer, created_at } of rows) {
    if (sealed_answer === null) continue;
    const context = contextOf(organizationId, verification.id, id)('answer');
    const schema = answerSchemaOf(step);
    const answer = await openJson(vault, trx, context, sealed_answer, schema);
    if (answer !== undefined) answers.push({ attempt: id, step, at: created_at.toISOString(), answer });
  }
  return answers;
}
