import { Link } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { StateBadge } from '../verifications/state-badge.tsx';
import type { StoryView } from './story-view.ts';

/** Which verification this is, how it stands, and its report. */
export function StoryHeader({ story }: { readonly story: StoryView }) {
  const t = useTexts('desk');
  const facts = [
    story.document,
    story.residence === undefined ? undefined : t('lives_in', { country: story.residence }),
    ...story.contacts.map(({ kind, hint = '', how = '', at }) =>
      at === undefined ? t(`contact_open_${kind}`) : t(`contact_confirmed_${kind}`, { hint, channel: how, moment: at }),
    ),
    t('under_policy', { name: story.policy.name, version: story.policy.version }),
    t('created_at', { moment: story.createdAt }),
  ].filter((part) => part !== undefined);
  const report = `/desk/verifications/${story.id}/report`;
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link to="/desk/queue" className="inline-flex min-h-6 text-sm text-operator underline">
            {t('back_to_queue')}
          </Link>
        </p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl font-semibold">
            <bdi>{story.reference ?? t('verification')}</bdi>
          </h1>
          <StateBadge state={story.state} />
          {story.isSimulated ? (
            <span className="rounded-full border border-care px-2.5 py-0.5 text-sm text-care">{t('simulated')}</span>
          ) : null}
        </div>
        <ul className="flex flex-wrap gap-x-1.5 text-sm text-ink-soft">
          {facts.map((fact, index) => (
            <li key={fact}>
              {index === 0 ? null : <span aria-hidden="true">· </span>}
              <bdi>{fact}</bdi>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex items-center gap-2">
        <a className="button button-quiet" href={`${report}/pdf`} download>
          {t('report_pdf')}
        </a>
        <a className="button button-quiet" href={`${report}/json`} download>
          {t('report_json')}
        </a>
      </div>
    </header>
  );
}
