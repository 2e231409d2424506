import { isRouteErrorResponse, useLocation, useRouteError } from 'react-router';
import { NotFound } from './not-found-page.tsx';
import { PlainPage } from './plain-page.tsx';
import { useTexts } from './texts.tsx';

/** When a page could not be made: says whose fault it is, and what to do. Never what broke inside. */
export function FailurePage() {
  const error = useRouteError();
  const t = useTexts('shell');
  const { pathname } = useLocation();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <PlainPage title={t('failure_title')}>
      <p>{t('failure_text')}</p>
      <p>
        <a className="button" href={pathname}>
          {t('failure_again')}
        </a>
      </p>
    </PlainPage>
  );
}
