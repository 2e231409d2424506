/** What every page says, in English: the measure of the other languages. */
export const shellEn = {
  skip: 'Go to the content',
  language: 'Language',
  language_change: 'Change language',
  not_found_title: 'There is no page here',
  not_found_text:
    'The address may be incomplete. If it came in a message, open it from the message again, or copy all of it.',
  failure_title: 'Something went wrong on our side',
  failure_text:
    'It was not your fault, and nothing you did was lost. Load the page again; if it stays like this, come back in a few minutes.',
  failure_again: 'Load again',
  start_title: 'Vidimus',
  start_text: 'This server checks identity documents. It always says why.',
  start_staff: 'Sign in to the desk',
  start_docs: 'The interface, for developers',
  start_link: 'You were sent a link? Open it from the message: it leads straight to your verification.',
} as const;
