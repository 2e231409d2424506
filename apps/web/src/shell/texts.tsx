/** The words of the pages: which area has which messages is known to the types, so a page cannot ask for one that is not there. */
import type { Locale } from '@vidimus/vocabulary';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { Area, MessageKey, Messages } from '../texts/areas.ts';
import { formatMessage, type MessageValues } from './format-message.ts';

/** Messages of the areas that were sent with the page. */
export type SentTexts = { readonly [A in Area]?: Messages<A> };

type Words = { readonly locale: Locale; readonly texts: SentTexts };

const WordsContext = createContext<Words>({ locale: 'en', texts: {} });

/** Adds the messages of an area to those that are there; a route that loads its own area wraps its page in one. */
export function TextsProvider(props: {
  readonly locale: Locale;
  readonly texts: SentTexts;
  readonly children: ReactNode;
}) {
  const outer = useContext(WordsContext);
  const { locale, texts, children } = props;
  const words = useMemo(() => ({ locale, texts: { ...outer.texts, ...texts } }), [locale, texts, outer]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/**
 * Says a message of an area in the page's language.
 * @example const t = useTexts('verify'); t('step', { number: 2, of: 4 })
 */
export function useTexts<A extends Area>(area: A): (key: MessageKey<A>, values?: MessageValues) => string {
  const { locale, texts } = useContext(WordsContext);
  const messages: Readonly<Record<string, string>> | undefined = texts[area];
  return useCallback(
    (key, values) => {
      const message = messages?.[key];
      if (message === undefined) throw new Error(`the words of "${area}" were not sent with this page: ${String(key)}`);
      return formatMessage(message, locale, values);
    },
    [messages, locale, area],
  );
}

/** The page's language. */
export function useLocale(): Locale {
  return useContext(WordsContext).locale;
}
