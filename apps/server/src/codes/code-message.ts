/** The message that carries a code. */
import type { Channel } from '@vidimus/protocol';
import type { Locale } from '@vidimus/vocabulary';
import type { MessageBody } from '../courier/carrier.ts';
import { CODE_WORDS } from './code-words.table.ts';

export type CodeMessage = {
  readonly code: string;
  readonly channel: Channel;
  readonly locale: Locale;
  readonly operator: string;
  readonly minutes: number;
  /** Of the page where it is entered; browsers offer the code there alone. */
  readonly domain: string | undefined;
};

/** A name that is longer is cut: it must not push the code out of the first line. */
const LONGEST_OPERATOR = 40;

export function codeMessage(message: CodeMessage): MessageBody {
  const { text, subject, spoken, push } = CODE_WORDS[message.locale];
  if (message.channel === 'call') return { text: filled(spoken, { ...message, code: [...message.code].join(', ') }) };
  if (message.channel === 'push') return { text: filled(push, message) };
  const body = filled(text, message);
  if (message.channel === 'email') return { text: body, subject: filled(subject, message) };
  // Origin-bound one-time codes delivered via SMS (WICG): the last line, for WebOTP and autofill.
  return { text: message.domain === undefined ? body : `${body}\n\n@${message.domain} #${message.code}` };
}

function filled(
  template: string,
  { code, operator, minutes }: Pick<CodeMessage, 'code' | 'operator' | 'minutes'>,
): string {
  const places: Readonly<Record<string, string>> = {
    '{code}': code,
    '{operator}': oneLine(operator),
    '{minutes}': String(minutes),
  };
  return template.replaceAll(/\{(code|operator|minutes)\}/g, (place) => places[place] ?? place);
}

/** Whoever names an organization writes no lines of their own into its messages. */
function oneLine(name: string): string {
  return name.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_OPERATOR);
}
