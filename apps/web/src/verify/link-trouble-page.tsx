import { LinkButton } from '@vidimus/ui';
import { useLocation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { useFollowAlong } from './follow-along.ts';
import type { LinkTrouble } from './link-trouble.ts';
import { ReloadWithoutScript } from './reload-without-script.tsx';
import { StepPage } from './step-page.tsx';

/** The status of a page that has nothing to show. */
export const TROUBLE_STATUS: Readonly<Record<LinkTrouble, number>> = {
  unknown: 404,
  erased: 410,
  ran_out: 410,
  busy: 503,
  waits: 200,
};

/** Instead of what the link should have shown: why, and what to do. */
export function LinkTroublePage({ why, number }: { readonly why: LinkTrouble; readonly number?: number | undefined }) {
  const { pathname } = useLocation();
  const t = useTexts('verify');
  return (
    <StepPage title={t(`link_${why}_title`)}>
      {why === 'waits' ? <WaitingNumber number={number} /> : null}
      <p>{t(`link_${why}_text`)}</p>
      {why === 'busy' ? (
        <LinkButton href={pathname} className="self-start">
          {t('link_again')}
        </LinkButton>
      ) : null}
    </StepPage>
  );
}

/** What the person looks for on the first screen; the page goes on by itself when it was chosen there. */
function WaitingNumber({ number }: { readonly number: number | undefined }) {
  useFollowAlong(true);
  return (
    <>
      <p className="text-6xl font-semibold tabular-nums">
        <bdi>{number}</bdi>
      </p>
      <ReloadWithoutScript />
    </>
  );
}
