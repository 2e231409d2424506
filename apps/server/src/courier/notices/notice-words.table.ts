/** What a notice of change says, and its page, in every language. `{operator}`, `{country}`, `{url}`. */
import type { Locale } from '@vidimus/vocabulary';

export type NoticeWords = {
  /** At once, to the address that was left. */
  readonly taken: { readonly subject: string; readonly text: string };
  /** When the country is served. */
  readonly changed: { readonly subject: string; readonly text: string };
  readonly ask: string;
  readonly button: string;
  readonly done: string;
  readonly gone: string;
};

export const NOTICE_WORDS: Readonly<Record<Locale, NoticeWords>> = {
  en: {
    taken: {
      subject: '{operator} will tell you',
      text: 'Somebody left this address, to be told when {operator} serves people who live in {country}. You get one mail when that is so.\n\nWas it not you, or do you not want it any more? To have your address forgotten at once:\n{url}\n',
    },
    changed: {
      subject: '{operator} now serves {country}',
      text: 'You asked to be told: {operator} now serves people who live in {country}. Go back to {operator} to begin anew.\n\nThere will be no other mail about it. To have your address forgotten at once:\n{url}\n',
    },
    ask: 'Forget my e-mail address and send me no notice of change.',
    button: 'Forget my address',
    done: 'Your address is forgotten.',
    gone: 'Nothing is kept under this link. Your address was forgotten already.',
  },
  es: {
    taken: {
      subject: '{operator} le avisará',
      text: 'Alguien dejó esta dirección para saber cuándo {operator} atienda a quienes viven en {country}. Recibirá un correo cuando así sea.\n\n¿No fue usted, o ya no lo desea? Para que se olvide su dirección ahora mismo:\n{url}\n',
    },
    changed: {
      subject: '{operator} ya atiende a {country}',
      text: 'Usted pidió que le avisáramos: {operator} ya atiende a quienes viven en {country}. Vuelva a {operator} para empezar de nuevo.\n\nNo habrá más correos sobre ello. Para que se olvide su dirección ahora mismo:\n{url}\n',
    },
    ask: 'Olvidar mi dirección de correo y no enviarme ningún aviso.',
    button: 'Olvidar mi dirección',
    done: 'Su dirección fue olvidada.',
    gone: 'No se guarda nada bajo este enlace. Su dirección ya fue olvidada.',
  },
  tr: {
    taken: {
      subject: '{operator} size haber verecek',
      text: 'Birisi, {operator} {country} ülkesinde yaşayanlara hizmet verdiğinde haber almak için bu adresi bıraktı. O zaman bir ileti alırsınız.\n\nBu siz değil miydiniz, ya da artık istemiyor musunuz? Adresinizin hemen unutulması için:\n{url}\n',
    },
    changed: {
      subject: '{operator} artık {country} için de hizmet veriyor',
      text: 'Haber verilmesini istemiştiniz: {operator} artık {country} ülkesinde yaşayanlara hizmet veriyor. Yeniden başlamak için {operator} sayfasına dönün.\n\nBu konuda başka ileti gelmeyecek. Adresinizin hemen unutulması için:\n{url}\n',
    },
    ask: 'E-posta adresimi unut ve bana haber gönderme.',
    button: 'Adresimi unut',
    done: 'Adresiniz unutuldu.',
    gone: 'Bu bağlantı altında bir şey tutulmuyor. Adresiniz zaten unutulmuş.',
  },
  uk: {
    taken: {
      subject: '{operator} повідомить вас',
      text: 'Хтось залишив цю адресу, щоб дізнатися, коли {operator} обслуговуватиме тих, хто живе в країні: {country}. Тоді ви отримаєте один лист.\n\nЦе були не ви або ви більше цього не хочете? Щоб вашу адресу забули одразу:\n{url}\n',
    },
    changed: {
      subject: '{operator} тепер працює з жителями країни: {country}',
      text: 'Ви просили повідомити: {operator} тепер обслуговує тих, хто живе в країні: {country}. Поверніться до {operator}, щоб почати знову.\n\nБільше листів про це не буде. Щоб вашу адресу забули одразу:\n{url}\n',
    },
    ask: 'Забути мою адресу пошти й нічого мені не надсилати.',
    button: 'Забути мою адресу',
    done: 'Вашу адресу забуто.',
    gone: 'За цим посиланням нічого не зберігається. Вашу адресу вже забуто.',
  },
  ar: {
    taken: {
      subject: 'سيخبرك {operator}',
      text: 'ترك شخص هذا العنوان ليعلم متى يخدم {operator} المقيمين في {country}. ستصلك رسالة واحدة حينها.\n\nلم تكن أنت، أو لم تعد تريد ذلك؟ لمحو عنوانك فوراً:\n{url}\n',
    },
    changed: {
      subject: '{operator} يخدم الآن {country}',
      text: 'طلبتَ أن نخبرك: {operator} يخدم الآن المقيمين في {country}. عد إلى {operator} لتبدأ من جديد.\n\nلن تصلك رسائل أخرى عن ذلك. لمحو عنوانك فوراً:\n{url}\n',
    },
    ask: 'امحُ عنوان بريدي ولا ترسل لي إشعاراً.',
    button: 'امحُ عنواني',
    done: 'مُحي عنوانك.',
    gone: 'لا يُحفظ شيء تحت هذا الرابط. لقد مُحي عنوانك من قبل.',
  },
};
