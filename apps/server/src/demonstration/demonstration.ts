/** A company to try everything with: made once, with a published policy and keys that stay the same from start to start. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { z } from 'zod';
import { createAuditLog } from '../audit/store.ts';
import type { Clock } from '../clock.ts';
import { inTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { Safe } from '../open-safe.ts';
import { bootstrapOrganization } from '../people/organizations-store.ts';
import { RIGHTS } from '../people/right.ts';
import { makeDefault } from '../policies/store.ts';
import type { Opened } from '../serve.ts';
import { writeSecretFile } from './write-secret-file.ts';

const demonstrationSchema = z.strictObject({
  organization: z.string(),
  policy: z.string(),
  /** Keys of a company that does not exist: they open nothing but itself. */
  test_key: z.string(),
  live_key: z.string(),
  /** For the owner's first sign-in; works once, and for a while. */
  invitation: z.string(),
});
export type Demonstration = z.infer<typeof demonstrationSchema>;

const NAME = 'Demonstration';
/** Where its keys are kept, readable by the owner alone. */
const FILE = 'demonstration.json';

/** The one that is there, or a new one. */
export async function openDemonstration(opened: Opened<Safe>, clock: Clock): Promise<Demonstration> {
  const file = join(opened.dataDirectory, FILE);
  if (existsSync(file)) return demonstrationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = await makeDemonstration(opened, clock);
  writeSecretFile(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

async function makeDemonstration({ database, safe }: Opened<Safe>, clock: Clock): Promise<Demonstration> {
  const audit = createAuditLog(clock);
  const parts = { vault: safe.vault, audit, random: randomBytes, clock };
  const keys = [
    { mode: 'test', name: 'Demonstration, test', scopes: RIGHTS },
    { mode: 'live', name: 'Demonstration, live', scopes: RIGHTS },
  ] as const;
  // A random part, so that a demonstration whose file was lost does not stand in the way of another.
  const owner = { name: 'Demonstration Owner', email: `owner-${randomBytes(4).toString('hex')}@demonstration.example` };
  const made = await bootstrapOrganization(database.db, parts, { name: NAME, owner, keys });
  if (!made.ok) throw new Error(`the demonstration cannot be made: ${made.error.code}`);
  const { organizationId, invitation } = made.value;
  const now = clock();
  const policyId = newId('policy', now.getTime());
  await inTransaction(database.db, { role: 'tenant', organizationId }, async (trx) => {
    const common = { organization_id: organizationId, created_at: now };
    await trx
      .insertInto('policy')
      .values({ ...common, id: policyId, name: TRY_OUT_POLICY.name })
      .execute();
    // Applicants read the same name in the head of a page and in its sentences.
    const document = JSON.stringify({ ...TRY_OUT_POLICY, operator: NAME });
    await trx
      .insertInto('policy_version')
      .values({ ...common, policy_id: policyId, version: 1, state: 'published', document, published_at: now })
      .execute();
    // Whatever is published later, for trying out or by whoever tries: what names no policy goes on as before.
    await makeDefault(trx, organizationId, policyId);
    await audit.append(trx, {
      organizationId,
      actor: { kind: 'system', name: 'demonstration' },
      action: 'policy.published',
      objectId: policyId,
      facts: { version: 1 },
    });
  });
  const secret = (mode: 'test' | 'live') => made.value.keys.find((key) => key.mode === mode)?.secret ?? '';
  return {
    organization: organizationId,
    policy: policyId,
    test_key: secret('test'),
    live_key: secret('live'),
    invitation: invitation.token,
  };
}
