import { Notice } from '@vidimus/ui';
import type { ToldProblem } from '../desk/told-problem.ts';
import { useTexts } from '../shell/texts.tsx';

/** What the interface refused, and why: in its own words, which are English. */
export function Refusal({ problem }: { readonly problem: ToldProblem | undefined }) {
  const t = useTexts('operate');
  if (problem === undefined) return null;
  return (
    <div role="alert">
      <Notice kind="bad" title={t('refused')}>
        <p lang="en" dir="ltr">
          {problem.detail}
        </p>
        <ul lang="en" dir="ltr">
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <code>{pointer}</code>: {detail}
            </li>
          ))}
        </ul>
        <p className="text-sm text-ink-soft">
          <code>{problem.code}</code>
        </p>
      </Notice>
    </div>
  );
}
