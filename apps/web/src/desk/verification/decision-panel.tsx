import { Notice } from '@vidimus/ui';
import { useMemo, useRef } from 'react';
import { Form } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { useShortcuts } from '../shell/shortcuts.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewState, StoryView } from './story-view.ts';

/** What a person can do about it now: take it, give it back, decide; or why they cannot. */
export function DecisionPanel(props: {
  readonly story: StoryView;
  readonly citable: readonly { readonly id: string; readonly label: string }[];
  readonly mayDecide: boolean;
}) {
  const { story, citable, mayDecide } = props;
  const { review } = story;
  const t = useTexts('desk');
  if (review === undefined) return <p className="text-sm text-ink-soft">{t('decision_none_waits')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <ReviewLine review={review} />
      {!mayDecide ? (
        <p className="text-sm text-ink-soft">{t('decision_not_allowed')}</p>
      ) : review.firstOpinion === 'mine' ? (
        <Notice kind="plain">
          <p className="text-sm">{t('problem_needs_another_person')}</p>
        </Notice>
      ) : review.isTakenByAnother ? (
        <Notice kind="plain">
          <p className="text-sm">{t('decision_taken_by', { name: review.claimedBy ?? t('decision_somebody') })}</p>
        </Notice>
      ) : (
        <>
          <TakeOrGiveBack review={review} />
          <DecisionForm key={review.id} story={story} review={review} citable={citable} />
        </>
      )}
    </div>
  );
}

function ReviewLine({ review }: { readonly review: ReviewState }) {
  const t = useTexts('desk');
  return (
    <div className="text-sm">
      <p className="font-semibold">{t(`cause_${review.cause}`)}</p>
      <p className={review.isOverdue ? 'font-semibold text-bad' : 'text-ink-soft'}>
        {t(review.isOverdue ? 'queue_overdue' : 'queue_waits', { span: review.waited })}
      </p>
      <p className="text-ink-soft">{t('queue_due', { moment: review.dueAt })}</p>
      {review.firstOpinion === 'anothers' ? <p>{t('decision_second_opinion')}</p> : null}
    </div>
  );
}

function TakeOrGiveBack({ review }: { readonly review: ReviewState }) {
  const t = useTexts('desk');
  const button = useRef<HTMLButtonElement>(null);
  const shortcuts = useMemo(
    () => [
      review.isMine
        ? { key: 'u', label: t('key_release'), run: () => button.current?.click() }
        : { key: 'c', label: t('key_claim'), run: () => button.current?.click() },
    ],
    [t, review.isMine],
  );
  useShortcuts(shortcuts);
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="review" value={review.id} />
      <input type="hidden" name="do" value={review.isMine ? 'release' : 'claim'} />
      <button ref={button} type="submit" className="button button-quiet w-full">
        {t(review.isMine ? 'decision_release' : 'queue_take')}
      </button>
      {review.isMine ? <p className="pt-1 text-sm text-ink-soft">{t('decision_is_yours')}</p> : null}
    </Form>
  );
}
