/** What a notice of change says, and its page, in every language. `{operator}`, `{country}`, `{url}`. */
import type { Locale } from '@vidimus/vocabulary';

export type NoticeWords = {
  readonly subject: string;
  readonly text: string;
  readonly ask: string;
  readonly button: string;
  readonly done: string;
  readonly gone: string;
};

export const NOTICE_WORDS: Readonly<Record<Locale, NoticeWords>> = {
  en: {
    subject: '{operator} now serves {country}',
    text: 'You asked to be told: {operator} now serves people who live in {country}. Go back to {operator} to begin anew.\n\nThis is the only mail about it. To have your address forgotten at once:\n{url}\n',
    ask: 'Forget my e-mail address and send me no notice of change.',
    button: 'Forget my address',
    done: 'Your address is forgotten.',
    gone: 'Nothing is kept under this link. Your address was forgotten already.',
  },
  es: {
    subject: '{operator} ya atiende a {country}',
    text: 'Usted pidió que le avisáramos: {operator} ya atiende a quienes viven en {country}. Vuelva a {operator} para empezar de nuevo.\n\nEste es el único correo sobre ello. Para que se olvide su dirección ahora mismo:\n{url}\n',
    ask: 'Olvidar mi dirección de correo y no enviarme ningún aviso.',
    button: 'Olvidar mi dirección',
    done: 'Su dirección fue olvidada.',
    gone: 'No se guarda nada bajo este enlace. Su dirección ya fue olvidada.',
  },
  tr: {
    subject: '{operator} artık {country} için de hizmet veriyor',
    text: 'Haber verilmesini istemiştiniz: {operator} artık {country} ülkesinde yaşayanlara hizmet veriyor. Yeniden başlamak için {operator} sayfasına dönün.\n\nBu konuda tek ileti budur. Adresinizin hemen unutulması için:\n{url}\n',
    ask: 'E-posta adresimi unut ve bana haber gönderme.',
    button: 'Adresimi unut',
    done: 'Adresiniz unutuldu.',
    gone: 'Bu bağlantı altında bir şey tutulmuyor. Adresiniz zaten unutulmuş.',
  },
  uk: {
    subject: '{operator} тепер працює з жителями країни: {country}',
    text: 'Ви просили повідомити: {operator} тепер обслуговує тих, хто живе в країні: {country}. Поверніться до {operator}, щоб почати знову.\n\nЦе єдиний лист про це. Щоб вашу адресу забули одразу:\n{url}\n',
    ask: 'Забути мою адресу пошти й нічого мені не надсилати.',
    button: 'Забути мою адресу',
    done: 'Вашу адресу забуто.',
    gone: 'За цим посиланням нічого не зберігається. Вашу адресу вже забуто.',
  },
  ar: {
    subject: '{operator} يخدم الآن {country}',
    text: 'طلبتَ أن نخبرك: {operator} يخدم الآن المقيمين في {country}. عد إلى {operator} لتبدأ من جديد.\n\nهذه هي الرسالة الوحيدة عن ذلك. لمحو عنوانك فوراً:\n{url}\n',
    ask: 'امحُ عنوان بريدي ولا ترسل لي إشعاراً.',
    button: 'امحُ عنواني',
    done: 'مُحي عنوانك.',
    gone: 'لا يُحفظ شيء تحت هذا الرابط. لقد مُحي عنوانك من قبل.',
  },
};
