/** How it goes. */
import { type Numbers, numbersQuerySchema, numbersSchema } from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { type Route, route } from '../http/route.ts';
import { type Asked, countBegun, countDecided, countReasons, measureTimes } from './figures-store.ts';
import { hideFew, showAll } from './hide-few.ts';
import { type Cells, tellFigures, tellGroups } from './tell-figures.ts';

export function numbersRoutes(): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/numbers',
      tag: 'numbers',
      operationId: 'getNumbers',
      summary: 'How many were verified, how soon, and why not',
      description:
        'Days in UTC, `to` excluded. Counted from facts that were noted when they happened and name nobody, so that erasure leaves them. Callers without evidence:read get no days of a group, and of a group with fewer than 5 in any count not its outcomes, or nothing but its name; where subtracting the other groups from the whole would tell, more groups are kept back, or all. Together with what colleagues know, the one applicant of a country is a person, and that person’s outcome and reasons are what the right protects.',
      callers: ['member', 'api_key'],
      right: 'verifications:read',
      query: numbersQuerySchema,
      answers: { 200: numbersSchema },
      problems: [],
      handle: async ({ trx, caller, query: { from, to, by } }) => {
        const asked = { mode: caller.mode, from: startOf(from), to: startOf(to), by };
        const whole = await cellsOf(trx, { ...asked, by: 'none' });
        const groups = by === 'none' ? [] : tellGroups(await cellsOf(trx, asked));
        const seesAll = 'rights' in caller && caller.rights.has('evidence:read');
        const body: Numbers = {
          object: 'numbers',
          mode: caller.mode,
          from,
          to,
          by,
          whole: showAll(tellFigures(whole, null)),
          groups: seesAll
            ? groups.map(({ group, figures }) => ({ group, figures: showAll(figures) }))
            : [...hideFew(groups, by === 'reason')],
        };
        return { ok: true, value: { status: 200, body } };
      },
    }),
  ];
}

async function cellsOf(trx: DatabaseTransaction, asked: Asked): Promise<Cells> {
  return {
    begun: await countBegun(trx, asked),
    decided: await countDecided(trx, asked),
    times: await measureTimes(trx, asked),
    reasons: await countReasons(trx, asked),
  };
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
