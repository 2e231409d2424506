import { Notice } from '@vidimus/ui';
import { useTexts } from '../../shell/texts.tsx';
import type { TextProblem } from './check-text.server.ts';

/** What is wrong with the text: the line, the key, what was expected there. A press leads to the place. */
export function PolicyProblems(props: {
  readonly problems: readonly TextProblem[];
  readonly onGo: ((from: number) => void) | undefined;
}) {
  const { problems, onGo } = props;
  const t = useTexts('operate');
  return (
    <div role="status">
      {problems.length === 0 ? null : (
        <Notice kind="bad" title={t('policy_wrong', { count: problems.length })}>
          <ul className="flex flex-col gap-2">
            {problems.map(({ place, key, told }) => (
              <li key={`${place.from} ${key} ${told?.expected}`}>
                <PlaceLink place={place} onGo={onGo}>
                  {t('policy_line', { line: place.line })}
                </PlaceLink>{' '}
                {key === '' ? null : <code dir="ltr">{key}</code>}
                {told === null ? (
                  <span> {t('policy_not_json')}</span>
                ) : (
                  <span className="block">
                    {t('policy_expected')} <bdi lang="en">{told.expected}</bdi>. {t('policy_found')}{' '}
                    <bdi lang="en">{told.observed}</bdi>.
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function PlaceLink(props: {
  readonly place: TextProblem['place'];
  readonly onGo: ((from: number) => void) | undefined;
  readonly children: string;
}) {
  const { place, onGo, children } = props;
  if (onGo === undefined) return <strong>{children}</strong>;
  return (
    <button
      type="button"
      className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline"
      onClick={() => onGo(place.from)}
    >
      {children}
    </button>
  );
}
