import type { ReactNode } from 'react';
import { BADGE_LOOKS } from './finding-looks.ts';
import type { FindingKind } from './finding-mark.ts';

export type Finding = {
  readonly key: string;
  /** The one in the picture; none where it has no place there. */
  readonly number?: number | undefined;
  readonly kind: FindingKind;
  /** What was found, in one line. */
  readonly title: ReactNode;
  /** Value, limit, place. */
  readonly text?: ReactNode;
  /** What to do about it. */
  readonly remedy?: ReactNode;
  /** How to do it: a `RemedyPicture`. */
  readonly picture?: ReactNode;
};

/** What was found, every one of them at once, in the order in which it is handed in. */
export function FindingsList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {findings.map(({ key, number, kind, title, text, remedy, picture }) => (
        <li key={key} className="box flex max-w-none items-start gap-3 px-4 py-3.5">
          <Badge kind={kind} number={number} />
          {/* On a phone the picture stands below: beside the words it would leave them a narrow column. */}
          <div className="flex min-w-0 grow flex-col gap-3 sm:flex-row sm:items-start">
            <div className="flex min-w-0 grow flex-col gap-1">
              <p className="font-semibold">{title}</p>
              {text === undefined ? null : <div className="text-ink-soft">{text}</div>}
              {remedy === undefined ? null : <div>{remedy}</div>}
            </div>
            {picture === undefined ? null : <div className="w-40 shrink-0 sm:w-32">{picture}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Badge({ kind, number }: { readonly kind: FindingKind; readonly number: number | undefined }) {
  if (number === undefined) return <span className={`m-1.5 size-3 shrink-0 rounded-full ${BADGE_LOOKS[kind]}`} />;
  return (
    <span
      className={`flex size-6 shrink-0 items-center justify-center rounded-full text-sm font-semibold ${BADGE_LOOKS[kind]}`}
    >
      {number}
    </span>
  );
}
