/** What messages about a recovery say. `{operator}`, `{until}`, `{url}`. */
import type { Locale } from '@vidimus/vocabulary';

export type RecoveryWords = {
  readonly subject: string;
  /** To every old contact, once it is certain from when something may change. */
  readonly waiting: string;
  /** The same, while a person compares. */
  readonly in_review: string;
  readonly ready_subject: string;
  /** To the new contact. */
  readonly ready: string;
};

export const RECOVERY_WORDS: Readonly<Record<Locale, RecoveryWords>> = {
  en: {
    subject: 'Somebody asked to recover your account with {operator}',
    waiting:
      'Somebody asked to recover your account with {operator}. Nothing changes before {until}. If it was not you, stop it: {url}',
    in_review:
      'Somebody asked to recover your account with {operator}. A person looks at it. If it was not you, stop it: {url}',
    ready_subject: 'Your account with {operator}',
    ready: 'You can sign in to your account with {operator} again, until {until}: {url}',
  },
  es: {
    subject: 'Alguien pidió recuperar su cuenta con {operator}',
    waiting:
      'Alguien pidió recuperar su cuenta con {operator}. Nada cambia antes del {until}. Si no fue usted, deténgalo: {url}',
    in_review:
      'Alguien pidió recuperar su cuenta con {operator}. Una persona lo revisa. Si no fue usted, deténgalo: {url}',
    ready_subject: 'Su cuenta con {operator}',
    ready: 'Ya puede volver a entrar en su cuenta con {operator}, hasta el {until}: {url}',
  },
  tr: {
    subject: 'Biri {operator} hesabınızı kurtarmak istedi',
    waiting:
      'Biri {operator} hesabınızı kurtarmak istedi. {until} öncesinde hiçbir şey değişmez. Siz değilseniz durdurun: {url}',
    in_review: 'Biri {operator} hesabınızı kurtarmak istedi. Bir kişi inceliyor. Siz değilseniz durdurun: {url}',
    ready_subject: '{operator} hesabınız',
    ready: '{operator} hesabınıza {until} tarihine kadar yeniden girebilirsiniz: {url}',
  },
  uk: {
    subject: 'Хтось попросив відновити ваш акаунт у {operator}',
    waiting:
      'Хтось попросив відновити ваш акаунт у {operator}. До {until} нічого не зміниться. Якщо це не ви, зупиніть: {url}',
    in_review: 'Хтось попросив відновити ваш акаунт у {operator}. Це перевіряє людина. Якщо це не ви, зупиніть: {url}',
    ready_subject: 'Ваш акаунт у {operator}',
    ready: 'Ви знову можете увійти у свій акаунт у {operator}, до {until}: {url}',
  },
  ar: {
    subject: 'طلب أحدهم استعادة حسابك لدى {operator}',
    waiting: 'طلب أحدهم استعادة حسابك لدى {operator}. لن يتغير شيء قبل {until}. إن لم تكن أنت فأوقف ذلك: {url}',
    in_review: 'طلب أحدهم استعادة حسابك لدى {operator}. ينظر في ذلك شخص. إن لم تكن أنت فأوقف ذلك: {url}',
    ready_subject: 'حسابك لدى {operator}',
    ready: 'يمكنك الدخول إلى حسابك لدى {operator} من جديد حتى {until}: {url}',
  },
};
