import { Button, Checkbox, TextField } from '@vidimus/ui';
import { Form, useNavigation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';

/** An address or number to which a code goes. Whether it is one or the other, the server tells from what was typed. */
export function ContactForm(props: {
  readonly label: string;
  readonly typed?: string | undefined;
  readonly quiet?: boolean;
}) {
  const { label, typed, quiet = false } = props;
  const t = useTexts('account');
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="do" value="code" />
      <TextField
        label={t('contact')}
        hint={t('contact_hint')}
        name="to"
        autoComplete="username"
        inputMode="email"
        dir="ltr"
        defaultValue={typed}
        required
      />
      <Checkbox name="call" value="yes" label={t('by_call')} />
      <Button kind={quiet ? 'quiet' : 'main'} busy={isBusy}>
        {label}
      </Button>
    </Form>
  );
}
