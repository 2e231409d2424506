/** Scenarios of test mode: a reason that is found because somebody asked for it, and says so. */
import type { TestScenario } from '@vidimus/protocol';
import { type Reason, reasonEntry } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';

/** What is to be played when the verification is judged next. */
export async function scenarioOf(trx: DatabaseTransaction, id: string): Promise<TestScenario | undefined> {
  const row = await trx
    .selectFrom('verification')
    .select('test_scenario')
    .where('id', '=', id)
    .where('mode', '=', 'test')
    .executeTakeFirst();
  return row?.test_scenario ?? undefined;
}

/** Null: none. */
export async function setScenario(trx: DatabaseTransaction, id: string, scenario: TestScenario | null): Promise<void> {
  await trx
    .updateTable('verification')
    .set({ test_scenario: scenario })
    .where('id', '=', id)
    .where('mode', '=', 'test')
    .execute();
}

/** The reason as a provider or check would raise it. */
export function simulatedReason(scenario: TestScenario): Reason {
  const { class: reasonClass, disclosure } = reasonEntry(scenario);
  return {
    code: scenario,
    class: reasonClass,
    disclosure,
    check: 'test-scenario',
    evidence: [{ measure: 'scenario of test mode', observed: 'simulated', detector: 'test mode' }],
  };
}
