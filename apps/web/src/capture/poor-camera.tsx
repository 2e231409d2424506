import { Notice } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';

/** This camera has too few pixels for the document's print; it may be tried all the same. */
export function PoorCamera() {
  const t = useTexts('capture');
  return (
    <Notice kind="care" title={t('poor_camera')}>
      <p>{t('poor_camera_text')}</p>
    </Notice>
  );
}
