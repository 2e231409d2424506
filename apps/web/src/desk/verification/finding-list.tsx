import { useTexts } from '../../shell/texts.tsx';
import type { FindingView, Place } from './story-view.ts';

/** What was found, numbered as on the photograph. One that has a place leads to it. */
export function FindingList(props: {
  readonly findings: readonly FindingView[];
  readonly onGoTo: (place: Place) => void;
}) {
  const { findings, onGoTo } = props;
  const t = useTexts('desk');
  if (findings.length === 0) return <p className="text-sm text-ink-soft">{t('findings_none')}</p>;
  return (
    <ol className="flex flex-col gap-0.5">
      {findings.map(({ number, code, heading, mark, class: kind }) => (
        <li key={code} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className="flex size-6 shrink-0 items-center justify-center rounded-full bg-bad text-xs font-bold text-surface"
          >
            {number}
          </span>
          <span className="min-w-0 flex-1">
            {mark === undefined ? (
              <span className="font-semibold">{heading}</span>
            ) : (
              <button
                type="button"
                onClick={() => onGoTo(mark)}
                className="min-h-6 cursor-pointer text-start font-semibold underline decoration-line-strong decoration-dotted underline-offset-4 hover:decoration-operator"
              >
                {heading}
              </button>
            )}
          </span>
          <span className="text-xs text-ink-soft">{t(`class_${kind}`)}</span>
        </li>
      ))}
    </ol>
  );
}
