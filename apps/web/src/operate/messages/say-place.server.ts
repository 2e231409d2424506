/** Where messages go, in words. */
import type { Locale } from '@vidimus/vocabulary';
import { formatMessage, type MessageValues } from '../../shell/format-message.ts';
import type { MessageKey } from '../../texts/areas.ts';
import { textsOf } from '../../texts/texts.server.ts';
import { sayCountry } from '../say.server.ts';

export type MessagesSayer = (key: MessageKey<'messages'>, values?: MessageValues) => string;

export function messagesSayer(locale: Locale): MessagesSayer {
  const texts = textsOf('messages', locale);
  return (key, values) => formatMessage(texts[key], locale, values);
}

/** "Costa Rica +506888…"; `otherwise` where it is no country and no prefix. */
export function sayPlace(
  { country, prefix }: { readonly country: string | null; readonly prefix: string | null },
  locale: Locale,
  otherwise: string,
): string {
  const parts = [country === null ? [] : sayCountry(country, locale), prefix === null ? [] : sayPrefix(prefix)].flat();
  return parts.length === 0 ? otherwise : parts.join(' ');
}

/** Read from left to right in every language (Unicode UAX #9: a left-to-right isolate). */
export function sayPrefix(prefix: string): string {
  return `\u{2066}+${prefix}…\u{2069}`;
}
