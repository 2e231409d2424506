/** A shop that lets its customers in once Vidimus has verified them, and shows them why while it has not. */
import { createVidimus, type Verification } from '@vidimus/sdk';
import { verifyWebhook, WebhookRefused } from '@vidimus/sdk/webhooks';
import express from 'express';

const { VIDIMUS_URL = '', VIDIMUS_KEY = '', VIDIMUS_WEBHOOK_SECRET = '', SHOP_PAGE = '', PORT = '4000' } = process.env;
const vidimus = createVidimus({ baseUrl: VIDIMUS_URL, key: VIDIMUS_KEY });
/** By number of the customer. Yours is a table; and the number comes from your own sign-in, not from the address. */
const verified = new Map<string, Verification>();
const shop = express();

shop.get('/customers/:customer/verify', async ({ params: { customer }, protocol, headers }, response) => {
  const { link } = await vidimus.verifications.create(
    { applicant: { reference: customer }, return_url: `${protocol}://${headers.host}/customers/${customer}` },
    { idempotencyKey: `verify-${encodeURIComponent(customer)}` }, // who clicks twice gets the same link
  );
  response.redirect(303, `${SHOP_PAGE}#${link.token}`); // what follows # is not sent to servers, and so stands in no log
});

shop.post('/webhooks/vidimus', express.raw({ type: 'application/json' }), async ({ headers, body }, response) => {
  const event = verifyWebhook(headers, body, VIDIMUS_WEBHOOK_SECRET);
  if (event.type.startsWith('verification.')) {
    // What it is now, not what it was when the event was written: events may come twice, or late.
    const verification = await vidimus.verifications.get(event.data.id);
    const { reference } = verification.applicant;
    if (reference !== null) verified.set(reference, verification);
  }
  response.sendStatus(204);
});

shop.get('/customers/:customer', ({ params: { customer } }, response) => {
  const verification = verified.get(customer);
  // Plain text: a reason may quote a document, and a document may say anything.
  response.type('text/plain');
  if (verification?.state === 'approved') response.send('Welcome. The shop is open to you.');
  else response.status(403).send(whyNot(verification));
});

shop.use(((error, _request, response, next) => {
  if (error instanceof WebhookRefused) response.sendStatus(401);
  else next(error);
}) satisfies express.ErrorRequestHandler);

const listening = shop.listen(Number(PORT), '127.0.0.1', () => console.log('The shop listens at', listening.address()));

function whyNot(verification: Verification | undefined): string {
  if (verification === undefined) return 'Please verify who you are, at …/verify';
  const { state, reasons, expected_by } = verification;
  const next = state === 'action_required' ? ['Go on at …/verify'] : expected_by === null ? [] : [`By ${expected_by}`];
  return [`Not yet: ${state}`, ...reasons.map(({ message, heading }) => message ?? heading), ...next].join('\n');
}
