import { Button, Notice } from '@vidimus/ui';
import { Form } from 'react-router';
import { useTexts } from '../shell/texts.tsx';

/** Whoever is signed in has lost nothing: they are told, and can stop it. */
export function RecoveryAsked({ until }: { readonly until: string | undefined }) {
  const t = useTexts('account');
  return (
    <div role="alert">
      <Notice kind="bad">
        <p>{t('recovery_notice')}</p>
        {until === undefined ? null : <p>{t('recovery_notice_until', { time: until })}</p>}
        <Form method="post">
          <Button kind="bad" name="do" value="stop">
            {t('stop_do')}
          </Button>
        </Form>
      </Notice>
    </div>
  );
}
