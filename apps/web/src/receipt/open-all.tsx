import { Button, TextField } from '@vidimus/ui';
import { Form, useNavigation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';

/** Whoever holds a receipt reads the outcome; photographs, readings, the file and erasure are for whoever knows the birth date. */
export function OpenAll({ isMissing }: { readonly isMissing: boolean }) {
  const t = useTexts('receipt');
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section className="box flex flex-col gap-3 p-4 print:hidden" aria-labelledby="open-all">
      <h2 id="open-all" className="text-lg font-semibold">
        {t('open_title')}
      </h2>
      <p>{t('open_text')}</p>
      <Form method="post" className="flex flex-col gap-3">
        <TextField
          name="birth_date"
          type="date"
          required
          autoComplete="bday"
          label={t('open_label')}
          error={isMissing ? t('open_missing') : undefined}
        />
        <Button name="intent" value="open" kind="quiet" busy={isBusy} className="self-start">
          {t('open_do')}
        </Button>
      </Form>
    </section>
  );
}
