import type { ReactNode } from 'react';
import { useTexts } from '../../shell/texts.tsx';
import { CheckList } from './check-list.tsx';
import { FindingDetails } from './finding-details.tsx';
import { AppealNotices, AttemptList, ClaimTable, DecisionList, Timeline } from './history.tsx';
import type { StoryView } from './story-view.ts';

/** Everything else that is on file, under the three that a decision needs. */
export function StorySections({ story }: { readonly story: StoryView }) {
  const t = useTexts('desk');
  return (
    <div className="flex flex-col gap-4">
      <AppealNotices appeals={story.appeals} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          {story.findings.length === 0 ? null : (
            <Part title={t('findings_whole')}>
              <FindingDetails findings={story.findings} applicantLocale={story.applicantLocale} />
            </Part>
          )}
          <Part title={t('checks')}>
            <CheckList checks={story.checks} />
          </Part>
        </div>
        <div className="flex flex-col gap-4">
          <Part title={t('decisions')}>
            <DecisionList decisions={story.decisions} />
          </Part>
          <Part title={t('claims')}>
            <ClaimTable claims={story.claims} consent={story.consent} />
          </Part>
          <Part title={t('attempts')}>
            <AttemptList attempts={story.attempts} />
          </Part>
          <Part title={t('timeline')}>
            <Timeline moments={story.timeline} />
          </Part>
        </div>
      </div>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="box flex flex-col gap-3 p-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
