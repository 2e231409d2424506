import { LinkButton } from '@vidimus/ui';
import { useLocation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import type { LinkTrouble } from './link-trouble.ts';
import { StepPage } from './step-page.tsx';

/** The status of a page that has nothing to show. */
export const TROUBLE_STATUS: Readonly<Record<LinkTrouble, number>> = {
  unknown: 404,
  erased: 410,
  ran_out: 410,
  busy: 503,
};

/** Instead of what the link should have shown: why, and what to do. */
export function LinkTroublePage({ why }: { readonly why: LinkTrouble }) {
  const { pathname } = useLocation();
  const t = useTexts('verify');
  return (
    <StepPage title={t(`link_${why}_title`)}>
      <p>{t(`link_${why}_text`)}</p>
      {why === 'busy' ? (
        <LinkButton href={pathname} className="self-start">
          {t('link_again')}
        </LinkButton>
      ) : null}
    </StepPage>
  );
}
