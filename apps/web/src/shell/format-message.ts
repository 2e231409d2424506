import { IntlMessageFormat } from 'intl-messageformat';

export type MessageValues = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();

/** An ICU message filled in: plural and number follow the language. A plain message costs nothing. */
export function formatMessage(message: string, locale: string, values?: MessageValues): string {
  if (!message.includes('{') && !message.includes("'")) return message;
  const key = `${locale}\u{0}${message}`;
  const format = formats.get(key) ?? new IntlMessageFormat(message, locale);
  formats.set(key, format);
  return String(format.format({ ...values }));
}
