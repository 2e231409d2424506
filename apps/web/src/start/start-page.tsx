import { PlainPage } from '../shell/plain-page.tsx';
import { useTexts } from '../shell/texts.tsx';

/** `/`: whoever comes without a link is told where to go. */
export default function StartPage() {
  const t = useTexts('shell');
  return (
    <PlainPage title={t('start_title')}>
      <p>{t('start_text')}</p>
      <p>{t('start_link')}</p>
      <ul className="flex flex-col gap-3">
        <li>
          <a href="/desk">{t('start_staff')}</a>
        </li>
        <li>
          <a href="/docs">{t('start_docs')}</a>
        </li>
      </ul>
    </PlainPage>
  );
}
