import { Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { ask } from '../ask.server.ts';
import { requireMember } from '../require-member.server.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { queueRows, waitingReviews } from './queue.server.ts';
import { QueueEmpty } from './queue-empty.tsx';
import { readQueueFilter } from './queue-filter.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';

/** `/desk/queue?show=all|mine|free|overdue&cause=`: what waits for a person, the oldest first. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, session, locale } = await requireMember(args);
  const query = new URL(args.request.url).searchParams;
  const filter = readQueueFilter(query);
  const reviews = await waitingReviews(api);
  const done = query.get('done');
  return {
    filter,
    rows: queueRows(reviews, { filter, memberId: session.member.id, locale }),
    waiting: reviews.length,
    mayDecide: session.rights.includes('reviews:write'),
    done: done === 'decided' || done === 'kept' ? done : undefined,
  };
}

/** Takes one and opens it. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await requireMember(args);
  const form = await args.request.formData();
  const claimed = await ask(args, () => api.reviews.claim(String(form.get('review') ?? '')));
  if (!claimed.ok) return data({ problem: claimed.problem }, { status: claimed.problem.status });
  return redirect(`/desk/verifications/${claimed.value.verification}`);
}

export default function QueuePage() {
  const t = useTexts('desk');
  const { rows, waiting, filter, mayDecide, done } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4">
      <title>{`${t('nav_queue')} · Vidimus`}</title>
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-2xl font-semibold">{t('nav_queue')}</h1>
        <p className="text-ink-soft">{t('queue_waiting', { count: waiting })}</p>
      </header>
      {done === undefined ? null : (
        <div role="status">
          <Notice kind="good">
            <p>{t(done === 'kept' ? 'queue_done_kept' : 'queue_done')}</p>
          </Notice>
        </div>
      )}
      <ProblemNotice problem={told?.problem} />
      <QueueFilters filter={filter} />
      {rows.length === 0 ? <QueueEmpty isFiltered={waiting > 0} /> : <QueueList rows={rows} mayDecide={mayDecide} />}
    </div>
  );
}
