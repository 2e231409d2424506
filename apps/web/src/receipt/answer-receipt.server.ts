/** What a person does with a receipt. */
import { redirect } from 'react-router';
import type { Opened } from '../verify/opened-link.server.ts';
import { textIn } from '../verify/taking-steps.server.ts';

/** Leads back to the receipt; or says what is missing. */
export async function takeReceiptStep({ client, token }: Opened, form: FormData) {
  const statement = textIn(form, 'statement');
  switch (textIn(form, 'intent')) {
    case 'appeal':
      if (statement === '') return { missing: 'statement' };
      await client.appealDecline({ statement });
      break;
    case 'open': {
      const birthDate = textIn(form, 'birth_date');
      if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return { missing: 'birth_date' };
      const opened = await client.openReceipt({ birth_date: birthDate });
      throw redirect(`/receipt/${opened.token}`);
    }
    case 'erase':
      if (textIn(form, 'sure') !== 'yes') return { missing: 'sure' };
      await client.eraseOwnData();
      throw redirect(`/receipt/${token}?done=erase`);
    case 'not_me': {
      const { outcome } = await client.disownVerification(statement === '' ? {} : { statement });
      throw redirect(`/receipt/${token}?done=not_me_${outcome}`);
    }
    default:
  }
  throw redirect(`/receipt/${token}`);
}
