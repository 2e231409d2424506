import { useLocation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';

/** Seldom enough to type six digits in between. */
const SECONDS = 20;

/** Without script the page loads itself again, and offers to at once. */
export function ReloadCode() {
  const t = useTexts('codes');
  const { pathname } = useLocation();
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(SECONDS)} />
      <p className="mb-2">{t('history_without_script')}</p>
      <p>
        <a className="button button-quiet" href={pathname}>
          {t('look_again')}
        </a>
      </p>
    </noscript>
  );
}
