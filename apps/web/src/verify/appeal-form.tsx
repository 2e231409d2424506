import { Button, TextArea } from '@vidimus/ui';
import { Form, useNavigation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';

/** Characters of a statement on the wire. */
const LONGEST = 5000;

/** Against a decline: a person looks. */
export function AppealForm({ lastDay }: { readonly lastDay: string }) {
  const isBusy = useNavigation().state !== 'idle';
  const t = useTexts('verify');
  return (
    <section id="appeal" className="box flex flex-col gap-4 p-4 print:hidden" aria-labelledby="appeal-title">
      <h2 id="appeal-title" className="text-lg font-semibold">
        {t('appeal_title')}
      </h2>
      <p>{t('appeal_text', { day: lastDay })}</p>
      <Form method="post" className="flex flex-col gap-4">
        <TextArea name="statement" label={t('appeal_label')} required maxLength={LONGEST} dir="auto" />
        <Button name="intent" value="appeal" kind="quiet" busy={isBusy} className="self-start">
          {t('appeal_send')}
        </Button>
      </Form>
    </section>
  );
}
