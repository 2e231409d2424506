import { Button, buttonLook, LinkButton } from '@vidimus/ui';
import { Form, Link, useNavigation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import type { OutcomeView } from './outcome-view.server.ts';

/** Where it goes on from here: at most one thing is the main one. */
export function OutcomeSteps({ outcome, token }: { readonly outcome: OutcomeView; readonly token: string }) {
  const { state, next, returnUrl, operator } = outcome;
  const isBusy = useNavigation().state !== 'idle';
  const t = useTexts('verify');
  const mayReturn = returnUrl !== null && state !== 'action_required' && state !== 'expired' && state !== 'processing';
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-3">
        {next === null || next === 'outcome' ? null : (
          <Link to={`/verify/${token}/${next}`} className={buttonLook('main')}>
            {t(next === 'document' || next === 'residence' ? 'outcome_agree_after_all' : 'outcome_do_now')}
          </Link>
        )}
        {state === 'expired' ? (
          <Form method="post">
            <Button name="intent" value="resume" busy={isBusy}>
              {t('outcome_resume')}
            </Button>
          </Form>
        ) : null}
        {mayReturn ? (
          <LinkButton href={returnUrl} target="_top" kind={state === 'approved' ? 'main' : 'quiet'}>
            {t('outcome_return', { operator })}
          </LinkButton>
        ) : null}
        {state === 'processing' ? null : (
          <Form method="post">
            <Button name="intent" value="keep" kind="quiet" busy={isBusy}>
              {t('outcome_keep')}
            </Button>
          </Form>
        )}
      </div>
      {state === 'processing' ? null : <p className="text-sm text-ink-soft">{t('outcome_keep_hint')}</p>}
    </div>
  );
}
