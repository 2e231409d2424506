/** Provoking what no photograph provokes. */
import { idSchema, testScenarioChangeSchema, testScenarioSchema } from '@vidimus/protocol';
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import type { CreateParts } from '../verifications/create-verification.ts';
import { refuse } from '../verifications/refusals.ts';
import { show } from '../verifications/routes.ts';
import { setScenario } from '../verifications/test-scenario.ts';
import { TEST_ROUTE, whyNoTestKey } from './test-key.ts';

const TOO_LATE = { status: 409, code: 'test-mode.nothing-judged' } as const;
/** From which something is still judged. */
const BEFORE: ReadonlySet<string> = new Set(['created', 'open', 'action_required', 'processing', 'delayed']);

/** `POST /v1/test/verifications/{id}/scenario`. */
export function scenarioRoutes(parts: Pick<CreateParts, 'vault'>): readonly Route[] {
  return [
    route({
      ...TEST_ROUTE,
      method: 'post',
      path: '/v1/test/verifications/{id}/scenario',
      operationId: 'setTestScenario',
      summary: 'Say what is found when this verification is judged next',
      description:
        'For outcomes that no photograph provokes. It is found beside what the engine finds, once, and its evidence says that it is simulated. `provider_unavailable` delays: the verification goes on by itself.',
      params: z.strictObject({ id: idSchema('ver') }),
      body: testScenarioChangeSchema,
      answers: { 200: testScenarioSchema },
      problems: [
        ...TEST_ROUTE.problems,
        { status: 404, code: 'verification.not-found' },
        { status: 409, code: 'verification.erased' },
        TOO_LATE,
      ],
      handle: async ({ trx, caller, params, body }) => {
        const refused = whyNoTestKey(caller);
        if (refused !== undefined) return { ok: false, error: refused };
        const known = await show(parts, trx, caller, params.id);
        if (!known.ok) return known;
        if (known.value.redaction === 'done') return refuse({ code: 'verification.erased', id: params.id });
        if (!BEFORE.has(known.value.state)) {
          const detail = `Nothing is judged any more in the state ${known.value.state}. Start a new verification.`;
          return { ok: false, error: { ...TOO_LATE, detail } };
        }
        await setScenario(trx, params.id, body.scenario);
        const { scenario } = body;
        return {
          ok: true,
          value: { status: 200, body: { object: 'test_scenario', verification: params.id, scenario } },
        };
      },
    }),
  ];
}
