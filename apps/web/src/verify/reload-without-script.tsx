import { useLocation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';

const SECONDS = 4;

/** Without script a page that awaits something loads itself again, and offers to at once. */
export function ReloadWithoutScript() {
  const t = useTexts('verify');
  const { pathname } = useLocation();
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(SECONDS)} />
      <p>
        <a className="button button-quiet" href={pathname}>
          {t('look_again')}
        </a>
      </p>
    </noscript>
  );
}
