import { data } from 'react-router';
import { PlainPage } from './plain-page.tsx';
import { useTexts } from './texts.tsx';

/** Every address that nothing else answers to. */
export function loader() {
  return data(null, { status: 404 });
}

export function NotFound() {
  const t = useTexts('shell');
  return (
    <PlainPage title={t('not_found_title')}>
      <p>{t('not_found_text')}</p>
    </PlainPage>
  );
}

export default NotFound;
