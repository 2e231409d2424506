import { useMemo, useRef, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { useShortcuts } from '../shell/shortcuts.tsx';
import { CitedReasons } from './cited-reasons.tsx';
import type { ReviewState, StepName, StoryView } from './story-view.ts';

const OUTCOMES = ['approved', 'action_required', 'declined'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What is chosen is bold and framed; to a screen reader it is a radio button. */
const CHOSEN: Readonly<Record<Outcome, string>> = {
  approved: 'has-checked:border-good has-checked:bg-good-ground has-checked:font-semibold has-checked:text-good',
  action_required: 'has-checked:border-care has-checked:bg-care-ground has-checked:font-semibold has-checked:text-care',
  declined: 'has-checked:border-bad has-checked:bg-bad-ground has-checked:font-semibold has-checked:text-bad',
};

const LONGEST_GROUNDS = 5000;

/** Outcome, what it rests on, and the grounds in words. Deciding takes the review as well. Ctrl+Enter sends it. */
export function DecisionForm(props: {
  readonly story: StoryView;
  readonly review: ReviewState;
  readonly citable: readonly { readonly id: string; readonly label: string }[];
}) {
  const { story, review, citable } = props;
  const t = useTexts('desk');
  const form = useRef<HTMLFormElement>(null);
  const grounds = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<Outcome>();
  const isBusy = useNavigation().state === 'submitting';
  const shortcuts = useMemo(
    () => [
      { key: 'a', label: t('decide_approved'), run: () => setOutcome('approved') },
      { key: 'r', label: t('decide_action_required'), run: () => setOutcome('action_required') },
      { key: 'd', label: t('decide_declined'), run: () => setOutcome('declined') },
      { key: 'g', label: t('key_grounds'), run: () => grounds.current?.focus() },
    ],
    [t],
  );
  useShortcuts(shortcuts);
  return (
    <Form
      ref={form}
      method="post"
      preventScrollReset
      className="group flex flex-col gap-3"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      }}
    >
      <input type="hidden" name="review" value={review.id} />
      <input type="hidden" name="do" value="decide" />
      <fieldset>
        <legend className="pb-1 text-sm font-medium">{t('decide_outcome')}</legend>
        <div className="grid grid-cols-3 gap-1">
          {OUTCOMES.map((one) => (
            <label
              key={one}
              className={`relative flex min-h-11 cursor-pointer items-center justify-center rounded-control border border-line-strong px-1 text-center text-sm leading-tight has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${CHOSEN[one]}`}
            >
              <input
                type="radio"
                name="outcome"
                value={one}
                required
                checked={outcome === one}
                onChange={() => setOutcome(one)}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              {t(`decide_${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="hidden flex-col gap-3 group-has-[[value^=action]:checked]:flex group-has-[[value=declined]:checked]:flex">
        <CitedReasons findings={story.findings} citable={citable} />
        <div className="hidden group-has-[[value^=action]:checked]:block">
          <AskedSteps steps={story.steps} />
        </div>
      </div>
      <label className="field text-sm">
        <span className="font-medium">{t('decide_grounds')}</span>
        <textarea
          ref={grounds}
          className="input min-h-24 text-base"
          name="grounds"
          maxLength={LONGEST_GROUNDS}
          required
          rows={3}
        />
        <span className="text-ink-soft">{t('decide_grounds_hint')}</span>
      </label>
      <button type="submit" className="button" disabled={isBusy}>
        {t('decide_send')}
      </button>
    </Form>
  );
}

/** Which steps the applicant does once more: as a rule the photographs. */
function AskedSteps({ steps }: { readonly steps: readonly StepName[] }) {
  const t = useTexts('desk');
  return (
    <fieldset className="flex flex-col text-sm">
      <legend className="font-medium">{t('decide_ask')}</legend>
      {steps.map((step) => (
        <label key={step} className="flex min-h-9 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            name="ask"
            value={step}
            defaultChecked={step !== 'details'}
            className="size-5 accent-(--operator)"
          />
          {t(`step_${step}`)}
        </label>
      ))}
    </fieldset>
  );
}
