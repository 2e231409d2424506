/** An organization that sends codes: real database, real vault, carriers that say what a test lays out, a clock that is set by hand. */
import type { Result } from '@vidimus/engine/standards';
import {
  codeAnswerSchema,
  contactCodeMadeSchema,
  contactCodeSchema,
  deliverabilitySchema,
  outageListSchema,
  ownCodeAnswerSchema,
  ownCodeSchema,
} from '@vidimus/protocol';
import { openCourierWorld, type Scripted } from '../courier/courier-world.fixture.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { deliverabilityRoutes } from '../deliverability/routes.ts';
import { watchOrganization } from '../deliverability/watch-organization.ts';
import type { Events, NewEvent } from '../events/events.ts';
import type { Caller } from '../http/caller.ts';
import { isTransient } from '../http/idempotency.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply, Route, RouteRequest } from '../http/route.ts';
import { RIGHTS } from '../people/right.ts';
import { ownCodeRoutes } from './own-routes.ts';
import { codeRoutes } from './routes.ts';
import { type SendLimits, USUAL_SEND_LIMITS } from './send-limits.ts';
import { CodeWatches } from './watch-code.ts';

export type CodeDesk = Awaited<ReturnType<typeof openCodeDesk>>;
type Answer = Result<Reply, Problem>;
type Given = {
  readonly id?: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly as?: Caller;
};

const KEY: Caller = { kind: 'api_key', id: 'key_1', organizationId: 'org_a', mode: 'live', rights: new Set(RIGHTS) };
const pages = { urlOf: (path: string) => `https://verify.example${path}` };
const ROLL_BACK = new Error('an answer that leaves nothing behind');

export async function openCodeDesk(
  kind: OpenDatabase['kind'],
  carried: readonly Pick<Scripted, 'route' | 'carrier'>[],
  limits: SendLimits = USUAL_SEND_LIMITS,
) {
  const world = await openCourierWorld(kind, carried);
  const parts = { ...world.parts, limits, domain: 'verify.example', pages };
  const troubles: unknown[] = [];
  const watches = new CodeWatches({
    ...parts,
    elapsedMs: () => performance.now(),
    failed: (error) => troubles.push(error),
  });
  const routes = [
    ...codeRoutes(parts),
    ...ownCodeRoutes({ ...parts, watches }),
    ...deliverabilityRoutes({ clock: world.parts.clock, currency: 'EUR' }),
  ];
  const told: NewEvent[] = [];
  const events: Events = { record: async (_trx, event) => void told.push(event) };
  const costs = Object.fromEntries(world.parts.courier.routes.map(({ name, cost }) => [name, cost]));
  /** As the http layer does: an answer that says "send it again" leaves nothing behind. */
  const ask = async (operationId: string, given: Given = {}): Promise<Answer> => {
    const route = routes.find((each) => each.operationId === operationId);
    if (route === undefined) throw new Error(`no route ${operationId}`);
    const kept: { answer?: Answer } = {};
    try {
      return await world.asTenant(async (trx) => {
        kept.answer = await call(route, trx, world.parts.clock(), given);
        if (!kept.answer.ok && isTransient(kept.answer.error.status)) throw ROLL_BACK;
        return kept.answer;
      });
    } catch (error) {
      if (error === ROLL_BACK && kept.answer !== undefined) return kept.answer;
      throw error;
    }
  };
  const bodyOf = async (operationId: string, given: Parameters<typeof ask>[1]) => {
    const answer = await ask(operationId, given);
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
    return 'body' in answer.value ? answer.value.body : undefined;
  };
  /** As the person whom that code was sent to. */
  const own = (id: string) => {
    const asker = { as: recipientOf(id) };
    const shown = async (operationId: string, body?: object) =>
      ownCodeSchema.parse(await bodyOf(operationId, { ...asker, ...(body === undefined ? {} : { body }) }));
    return {
      look: () => shown('getOwnCode'),
      resend: (body: object = {}) => shown('resendOwnCode', body),
      correct: (to: string) => shown('correctOwnContact', { to }),
      chooseLanguage: (locale: string) => shown('chooseOwnCodeLanguage', { locale }),
      enter: async (code: string) =>
        ownCodeAnswerSchema.parse(await bodyOf('verifyOwnCode', { ...asker, body: { code } })),
      refusal: async (operationId: string, body: object = {}) => {
        const answer = await ask(operationId, { ...asker, body });
        return answer.ok ? undefined : answer.error;
      },
    };
  };
  return {
    ...world,
    ask,
    own,
    watches,
    troubles,
    send: async (body: object = {}) =>
      contactCodeMadeSchema.parse(
        await bodyOf('sendContactCode', { body: { channel: 'sms', to: '+50688880001', purpose: 'sign_in', ...body } }),
      ),
    resend: async (id: string, body: object = {}) =>
      contactCodeSchema.parse(await bodyOf('resendContactCode', { id, body })),
    /** Events that were recorded. */
    told,
    /** Counts messages and notices outages, as the clock does. */
    watch: () => world.asTenant((trx) => watchOrganization({ events, costs }, trx, 'org_a', world.parts.clock())),
    deliverability: async (query: Readonly<Record<string, string>> = {}) =>
      deliverabilitySchema.parse(await bodyOf('getDeliverability', { query })),
    outages: async () => outageListSchema.parse(await bodyOf('listOutages', {})).data,
    look: async (id: string) => contactCodeSchema.parse(await bodyOf('getContactCode', { id })),
    enter: async (id: string, code: string) =>
      codeAnswerSchema.parse(await bodyOf('verifyContactCode', { id, body: { code } })),
    /** The problem's code, or nothing. */
    refusal: async (operationId: string, given: Parameters<typeof ask>[1]) => {
      const answer = await ask(operationId, given);
      return answer.ok ? undefined : answer.error;
    },
  };
}

/** The six digits in a message. */
export function digitsIn(text: string): string {
  return /(?<!\d)\d{6}(?!\d)/.exec(text.replaceAll(', ', ''))?.[0] ?? 'none';
}

function recipientOf(codeId: string): Caller {
  return { kind: 'recipient', id: 'link', organizationId: 'org_a', mode: 'live', codeId };
}

async function call(
  route: Route,
  trx: DatabaseTransaction,
  now: Date,
  { id, body, query, as: caller = KEY }: Given,
): Promise<Answer> {
  const request = {
    trx,
    caller,
    params: route.params?.parse({ id }),
    query: route.query?.parse(query ?? {}),
    body: route.body?.parse(body ?? {}),
    bytes: Buffer.alloc(0),
    mediaType: '',
    now,
    address: undefined,
    requestId: 'req_1',
    signal: new AbortController().signal,
  };
  assertParsed(request);
  const answer = await route.handle(request);
  if (
    !answer.ok &&
    !route.problems.some(({ code, status }) => code === answer.error.code && status === answer.error.status)
  ) {
    throw new Error(`${route.operationId} promises no ${answer.error.code}`);
  }
  return answer;
}

function assertParsed(
  _request: RouteRequest<unknown, unknown, unknown>,
): asserts _request is RouteRequest<never, never, never> {}
