/** What an address asks of the record: as it was typed, and as the interface takes it. Moments are UTC. */

export type AuditSearch = {
  readonly asked: {
    readonly action: string;
    readonly actor: string;
    readonly object: string;
    readonly from: string;
    readonly to: string;
  };
  readonly query: {
    readonly action?: string;
    readonly actor?: string;
    readonly object?: string;
    readonly from?: string;
    readonly to?: string;
    readonly cursor?: string;
    readonly limit: number;
  };
};

const A_PAGE = 50;
const LONGEST = 100;

export function searchIn(search: URLSearchParams): AuditSearch {
  const text = (key: string) => (search.get(key) ?? '').trim().slice(0, LONGEST);
  const asked = {
    action: text('action'),
    actor: text('actor'),
    object: text('object'),
    from: momentIn(text('from')) === undefined ? '' : text('from'),
    to: momentIn(text('to')) === undefined ? '' : text('to'),
  };
  const { from, to, ...words } = asked;
  const given = Object.entries({ ...words, from: momentIn(from), to: momentIn(to) });
  const cursor = text('cursor');
  return {
    asked,
    query: {
      ...Object.fromEntries(given.filter(([, value]) => value !== '' && value !== undefined)),
      ...(cursor === '' ? {} : { cursor }),
      limit: A_PAGE,
    },
  };
}

/** What a browser writes for a moment without a zone; it is meant as UTC. */
function momentIn(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return undefined;
  const time = Date.parse(`${text}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
