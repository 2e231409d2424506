import { Button, Checkbox, Disclosure, LinkButton, TextArea } from '@vidimus/ui';
import { Form, useNavigation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import type { ReceiptView } from './receipt-view.server.ts';

/** Characters of a statement on the wire. */
const LONGEST = 5000;

/** What belongs to the person: a copy of the data, their erasure, and the word that it was somebody else. */
export function OwnChoices(props: {
  readonly receipt: ReceiptView;
  readonly token: string;
  readonly missing: string | undefined;
}) {
  const { receipt, token, missing } = props;
  const { operator, isDecided, isErasing, opensAll } = receipt;
  const t = useTexts('receipt');
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section className="flex flex-col gap-3 print:hidden" aria-labelledby="yours">
      <h2 id="yours" className="text-lg font-semibold">
        {t('yours')}
      </h2>
      <p>{t('keep_text')}</p>
      {opensAll ? (
        <>
          <p>{t('keep_account_text')}</p>
          <LinkButton kind="quiet" href={`/receipt/${token}/account`} className="self-start">
            {t('keep_account')}
          </LinkButton>
        </>
      ) : null}
      {opensAll ? (
        <LinkButton kind="quiet" href={`/receipt/${token}/data`} download className="self-start">
          {t('download')}
        </LinkButton>
      ) : null}
      {isErasing || !opensAll ? null : (
        <Disclosure summary={t('erase')} open={missing === 'sure'}>
          {isDecided ? (
            <p>{t('erase_decided', { operator })}</p>
          ) : (
            <Form method="post" className="flex flex-col gap-3">
              <p>{t('erase_text')}</p>
              <Checkbox
                name="sure"
                value="yes"
                required
                label={t('erase_sure')}
                error={missing === 'sure' ? t('erase_missing') : undefined}
              />
              <Button name="intent" value="erase" kind="bad" busy={isBusy} className="self-start">
                {t('erase_do')}
              </Button>
            </Form>
          )}
        </Disclosure>
      )}
      <Disclosure summary={t('not_me')}>
        <Form method="post" className="flex flex-col gap-3">
          <p>{t('not_me_text', { operator })}</p>
          <TextArea name="statement" label={t('not_me_label')} maxLength={LONGEST} dir="auto" />
          <Button name="intent" value="not_me" kind="bad" busy={isBusy} className="self-start">
            {t('not_me_do')}
          </Button>
        </Form>
      </Disclosure>
    </section>
  );
}
