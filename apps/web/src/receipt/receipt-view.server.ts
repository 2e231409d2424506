/** What a receipt shows: all that happened, the oldest try first. */
import type { ApplicantView } from '@vidimus/sdk';
import { catalogueOf, fieldLabel, formatDate, formatFieldValue } from '@vidimus/vocabulary';
import { CLAIMABLE } from '../verify/claimable.ts';
import { hasRunOut } from '../verify/due-step.ts';
import { findingsOf, pictureOf } from '../verify/findings.server.ts';
import type { FindingView, PictureView } from '../verify/findings.ts';
import type { Opened } from '../verify/opened-link.server.ts';

export type TryView = {
  readonly key: string;
  /** Of a document with one page there is no front. */
  readonly kind: 'front' | 'page' | 'back' | 'device';
  readonly at: string;
  /** Handed in for a decision, or replaced before that; a device that could not is neither. */
  readonly end: 'handed_in' | 'not_handed_in' | 'no_try';
  readonly look: 'reading' | 'done' | 'unavailable';
  readonly picture: PictureView | null;
  readonly findings: readonly FindingView[];
};

export type ContactView = {
  readonly kind: 'phone' | 'email';
  /** Enough to see which one it is; null where none was named. */
  readonly hint: string | null;
  /** When it was confirmed. */
  readonly at: string | null;
  readonly findings: readonly FindingView[];
};

/** What the person said of a field, beside what the document shows. */
export type SaidView = {
  readonly key: string;
  readonly label: string;
  readonly said: string;
  /** Null where nothing was read there. */
  readonly shown: string | null;
};

type State = Exclude<ApplicantView['state'], 'created'>;

export function receiptView({ view, token, now }: Opened) {
  const { locale } = view;
  const when = (instant: string) => formatDate(instant, locale);
  return {
    id: view.id,
    operator: view.operator,
    policy: isolated(view.policy),
    state: stateShown(view, now),
    isTest: view.mode === 'test',
    by: view.expected_by === null ? null : when(view.expected_by),
    decidedAt: view.decided_at === null ? null : when(view.decided_at),
    lastDay: view.state === 'declined' && view.appeal !== null ? when(view.appeal.last_day) : null,
    reasons: findingsOf(view.reasons, locale),
    contacts: contactsOf(view),
    /** Without the birth date no picture is sent: the places are told in words. */
    tries: triesOf(view, token),
    said: saidIn(view),
    decisions: view.decisions.map(({ outcome, decided_by, at, reasons, policy }) => ({
      key: at,
      outcome,
      by: decided_by,
      at: when(at),
      policy: isolated(policy),
      reasons: reasons.map(({ heading }) => heading),
    })),
    appeals: view.appeals.map(({ at, statement }) => ({ key: at, at: when(at), statement })),
    opensAll: view.link.opens === 'all',
    isErasing: view.redaction !== 'none' && view.redaction !== 'scheduled',
    /** What was decided is the operator's to keep for a time. */
    isDecided: view.decisions.some(({ outcome }) => outcome === 'approved' || outcome === 'declined'),
    goesOn: view.link.kind === 'apply' ? `/verify/${token}` : null,
  };
}

export type ReceiptView = ReturnType<typeof receiptView>;

/** The operator's name for it keeps its own direction inside of a sentence (Unicode FSI and PDI). */
function isolated({ name, version }: ApplicantView['policy']): ApplicantView['policy'] {
  return { name: `\u{2068}${name}\u{2069}`, version };
}

function isolatedText(text: string | undefined): string | null {
  return text === undefined ? null : `\u{2068}${text}\u{2069}`;
}

function stateShown(view: ApplicantView, now: Date): State {
  if (hasRunOut(view, now)) return 'expired';
  return view.state === 'created' ? 'open' : view.state;
}

/** What was confirmed, and what became of the code where it was not. */
function contactsOf({ contacts, locale }: ApplicantView): readonly ContactView[] {
  return contacts.map(({ kind, confirmed, code, reasons }) => ({
    kind,
    hint: isolatedText(confirmed?.hint ?? code?.hint),
    at: confirmed === null ? null : formatDate(confirmed.at, locale),
    findings: confirmed === null ? findingsOf(reasons, locale) : [],
  }));
}

/** Of a link that opens everything; another one is sent no claims. */
function saidIn({ claims, reading, locale }: ApplicantView): readonly SaidView[] {
  const catalogue = catalogueOf(locale);
  const shown = (name: string) => reading?.fields.find((field) => field.name === name)?.text;
  const whole = [shown('secondary_identifier'), shown('primary_identifier')].filter((part) => part !== undefined);
  const ofFields = CLAIMABLE.flatMap(({ name }) => {
    const value = claims[name];
    return value === undefined
      ? []
      : [
          {
            key: name,
            label: fieldLabel(name, catalogue),
            said: formatFieldValue(value, name, catalogue),
            shown: shown(name) ?? null,
          },
        ];
  });
  if (claims.name === undefined) return ofFields;
  const { label } = catalogue.terms.field.name;
  return [{ key: 'name', label, said: claims.name, shown: whole.length === 0 ? null : whole.join(' ') }, ...ofFields];
}

function triesOf(view: ApplicantView, token: string): readonly TryView[] {
  const isPage = view.details?.document_type === 'passport' || view.details?.document_type === 'visa';
  const photographs = view.attempts.flatMap((attempt) => {
    const picture = pictureOf(attempt, `/receipt/${token}`);
    if (picture === undefined) return [];
    const { id, created_at, submitted, look } = attempt;
    const end = submitted ? ('handed_in' as const) : ('not_handed_in' as const);
    const findings = findingsOf(look?.reasons ?? [], view.locale);
    const told: TryView = {
      key: id,
      kind: picture.side === 'front' && isPage ? 'page' : picture.side,
      at: formatDate(created_at, view.locale),
      end,
      look: look?.state ?? 'unavailable',
      picture: view.link.opens === 'all' ? picture : null,
      findings,
    };
    return [{ at: created_at, told }];
  });
  const devices = view.device_troubles.map(({ at, reason }) => {
    const told: TryView = {
      key: `device ${at}`,
      kind: 'device',
      at: formatDate(at, view.locale),
      end: 'no_try',
      look: 'done',
      picture: null,
      findings: findingsOf([reason], view.locale),
    };
    return { at, told };
  });
  return [...photographs, ...devices].toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ told }) => told);
}
