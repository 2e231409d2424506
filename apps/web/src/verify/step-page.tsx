import { Notice, Steps } from '@vidimus/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../shell/texts.tsx';
import type { ProblemKey } from './problem-words.ts';

/** One step of the way: how far it is, its question, and what was refused, if anything was. */
export function StepPage(props: {
  readonly title: string;
  readonly lead?: string;
  readonly progress?: { readonly number: number; readonly of: number } | undefined;
  readonly problem?: ProblemKey | undefined;
  readonly children: ReactNode;
}) {
  const { title, lead, progress, problem, children } = props;
  const t = useTexts('verify');
  return (
    <main id="content" className="mx-auto flex w-full max-w-xl flex-col gap-6 px-5 pt-6 pb-16">
      <title>{title}</title>
      {progress === undefined ? null : <Steps {...progress} label={t('step', progress)} />}
      <div className="flex flex-col gap-2">
        <h1 tabIndex={-1} className="text-2xl font-semibold outline-none">
          {title}
        </h1>
        {lead === undefined ? null : <p className="text-ink-soft">{lead}</p>}
      </div>
      {problem === undefined ? null : (
        <div role="alert">
          <Notice kind="bad" title={t('problem_title')}>
            <p>{t(problem)}</p>
          </Notice>
        </div>
      )}
      {children}
    </main>
  );
}
