/** The list of verifications as the page shows it. */
import type { VerificationView } from '@vidimus/protocol';
import { isReasonCode, type Locale, REASON_REGISTRY } from '@vidimus/vocabulary';
import { formatMoment } from '../format-moment.server.ts';
import { reasonChoices, reasonHeading } from '../tell-document.server.ts';
import { type ListFilter, STATES } from './list-filter.ts';

export type ListRow = {
  readonly id: string;
  readonly reference: string | null;
  readonly state: VerificationView['state'];
  readonly reasons: readonly string[];
  readonly createdAt: string;
  readonly decidedAt: string | undefined;
};

export function listRow(verification: VerificationView, locale: Locale): ListRow {
  const { id, applicant, state, reasons, created_at, decided_at } = verification;
  return {
    id,
    reference: applicant.reference,
    state,
    reasons: reasons.map(({ code }) => reasonHeading(code, locale)),
    createdAt: formatMoment(created_at, locale),
    decidedAt: decided_at === null ? undefined : formatMoment(decided_at, locale),
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** As the address says it; what it does not know counts as left out. */
export function readListFilter(query: URLSearchParams): ListFilter {
  const text = (name: string) => (query.get(name) ?? '').trim();
  const day = (name: string) => (DAY.test(text(name)) && !Number.isNaN(Date.parse(text(name))) ? text(name) : '');
  return {
    state: STATES.find((one) => one === query.get('state')) ?? '',
    reason: isReasonCode(text('reason')) ? text('reason') : '',
    reference: text('reference'),
    from: day('from'),
    before: day('before'),
    cursor: text('cursor'),
  };
}

/** What the interface is asked; days are whole ones in UTC, the last one among them. */
export function listQuery({ state, reason, reference, from, before, cursor }: ListFilter, limit: number) {
  return {
    limit,
    ...(state === '' ? {} : { state }),
    ...(isReasonCode(reason) ? { reason } : {}),
    ...(reference === '' ? {} : { reference }),
    ...(from === '' ? {} : { created_from: `${from}T00:00:00Z` }),
    ...(before === '' ? {} : { created_before: dayAfter(before) }),
    ...(cursor === '' ? {} : { cursor }),
  };
}

/** Every code that can be found, by its heading. */
export function reasonOptions(locale: Locale): ReturnType<typeof reasonChoices> {
  const found = REASON_REGISTRY.filter(({ raisedBy }) => raisedBy !== 'reserved');
  return reasonChoices(
    found.map(({ code }) => code),
    locale,
  );
}

const DAY_MS = 86_400_000;

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString();
}
