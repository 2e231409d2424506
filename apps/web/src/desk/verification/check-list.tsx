import { useTexts } from '../../shell/texts.tsx';
import { FigureLine } from './finding-details.tsx';
import type { CheckView } from './story-view.ts';

const LOOKS: Readonly<Record<CheckView['result'], string>> = {
  passed: 'text-good',
  failed: 'text-bad',
  inconclusive: 'text-care',
  not_applicable: 'text-ink-soft',
  not_performed: 'text-ink-soft',
};
const SIGNS: Readonly<Record<CheckView['result'], string>> = {
  passed: '✓',
  failed: '✗',
  inconclusive: '?',
  not_applicable: '–',
  not_performed: '–',
};
const ORDER = ['failed', 'inconclusive', 'passed', 'not_performed', 'not_applicable'] as const;

/** Every claim that was checked, what failed first, each with its value and limit. */
export function CheckList({ checks }: { readonly checks: readonly CheckView[] }) {
  const t = useTexts('desk');
  if (checks.length === 0) return <p className="text-ink-soft">{t('checks_none')}</p>;
  return (
    <div className="flex flex-col gap-4">
      {ORDER.map((result) => {
        const those = checks.filter((check) => check.result === result);
        if (those.length === 0) return null;
        return (
          <section key={result}>
            <h3 className={`font-semibold ${LOOKS[result]}`}>
              <span aria-hidden="true">{SIGNS[result]} </span>
              {t(`check_${result}`)}{' '}
              <span className="font-normal text-ink-soft">{t('check_count', { count: those.length })}</span>
            </h3>
            <ul className="flex flex-col divide-y divide-line">
              {those.map((check) => (
                <li key={check.id} className="py-1.5 text-sm">
                  <p>
                    <bdi>{check.claim}</bdi>
                  </p>
                  {check.figure === undefined ? null : (
                    <dl>
                      <FigureLine figure={check.figure} />
                    </dl>
                  )}
                  {check.note === undefined ? null : (
                    <p className="text-ink-soft">
                      <bdi>{check.note}</bdi>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
