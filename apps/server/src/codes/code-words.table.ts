/** What a code's message says, in every language: short enough for one short message where the alphabet allows it. */
import type { Locale } from '@vidimus/vocabulary';

export type CodeWords = {
  /** `{code}`, `{operator}`, `{minutes}`. */
  readonly text: string;
  readonly subject: string;
  /** Read aloud; `{code}` with a pause after every digit. */
  readonly spoken: string;
  /** Of an app: shown whole where a telephone is locked. */
  readonly push: string;
};

export const CODE_WORDS: Readonly<Record<Locale, CodeWords>> = {
  en: {
    text: '{code} is your code for {operator}. It works for {minutes} minutes. Never tell it to anybody.',
    subject: '{code} is your code for {operator}',
    spoken: 'Hello. Your code for {operator} is: {code}. Once more: {code}. Never tell it to anybody.',
    push: '{code} is your code for {operator}. Never tell it to anybody.',
  },
  es: {
    text: '{code} es su código de {operator}. Vale {minutes} minutos. No se lo diga a nadie.',
    subject: '{code} es su código de {operator}',
    spoken: 'Hola. Su código de {operator} es: {code}. Otra vez: {code}. No se lo diga a nadie.',
    push: '{code} es su código de {operator}. No se lo diga a nadie.',
  },
  tr: {
    text: '{operator} kodunuz: {code}. {minutes} dakika geçerlidir. Kimseye söylemeyin.',
    subject: '{operator} kodunuz: {code}',
    spoken: 'Merhaba. {operator} kodunuz: {code}. Tekrar: {code}. Kimseye söylemeyin.',
    push: '{operator} kodunuz: {code}. Kimseye söylemeyin.',
  },
  uk: {
    text: '{code} — ваш код для {operator}. Діє {minutes} хв. Нікому його не кажіть.',
    subject: '{code} — ваш код для {operator}',
    spoken: 'Вітаємо. Ваш код для {operator}: {code}. Ще раз: {code}. Нікому його не кажіть.',
    push: '{code} — ваш код для {operator}. Нікому його не кажіть.',
  },
  ar: {
    text: '{code} هو رمزك لدى {operator}. يعمل {minutes} دقيقة. لا تخبر به أحداً.',
    subject: '{code} هو رمزك لدى {operator}',
    spoken: 'مرحباً. رمزك لدى {operator} هو: {code}. مرة أخرى: {code}. لا تخبر به أحداً.',
    push: '{code} هو رمزك لدى {operator}. لا تخبر به أحداً.',
  },
};
