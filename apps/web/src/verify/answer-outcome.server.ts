/** What a person does on the page of the outcome. */
import { redirect } from 'react-router';
import type { Opened } from './opened-link.server.ts';
import { textIn } from './taking-steps.server.ts';

/** Leads on; or says what is missing. */
export async function takeOutcomeStep({ client, token }: Opened, form: FormData) {
  switch (textIn(form, 'intent')) {
    case 'resume':
      await client.resumeVerification();
      throw redirect(`/verify/${token}`);
    case 'keep': {
      const { reading } = await client.getVerification();
      const hasBirthDate = reading?.fields.some(({ name, value }) => name === 'birth_date' && value !== null) ?? false;
      // Without one nothing would ever open what the person sent.
      const receipt = await client.makeReceipt({ opens: hasBirthDate ? 'outcome' : 'all' });
      throw redirect(`/receipt/${receipt.token}`);
    }
    case 'appeal': {
      const statement = textIn(form, 'statement');
      if (statement === '') return { missing: 'statement' };
      await client.appealDecline({ statement });
      throw redirect(`/verify/${token}/outcome`);
    }
    case 'notice':
      await client.askForNotice({ email: textIn(form, 'email') });
      throw redirect(`/verify/${token}/outcome?noted`);
    default:
      throw redirect(`/verify/${token}`);
  }
}
