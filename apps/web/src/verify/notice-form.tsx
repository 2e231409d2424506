import { Button, Notice, TextField } from '@vidimus/ui';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { useTexts } from '../shell/texts.tsx';

/** To be told by e-mail when the country is served. */
export function NoticeForm({ operator }: { readonly operator: string }) {
  const isBusy = useNavigation().state !== 'idle';
  const [query] = useSearchParams();
  const t = useTexts('verify');
  if (query.has('noted')) {
    return (
      <div role="status">
        <Notice kind="good">
          <p>{t('notice_done')}</p>
        </Notice>
      </div>
    );
  }
  return (
    <section className="box flex flex-col gap-4 p-4 print:hidden" aria-labelledby="notice-title">
      <h2 id="notice-title" className="text-lg font-semibold">
        {t('notice_title')}
      </h2>
      <p>{t('notice_text', { operator })}</p>
      <Form method="post" className="flex flex-col gap-4">
        <TextField name="email" type="email" autoComplete="email" label={t('notice_label')} required />
        <Button name="intent" value="notice" kind="quiet" busy={isBusy} className="self-start">
          {t('notice_send')}
        </Button>
      </Form>
    </section>
  );
}
