/** Confirming a number or an address on the way, in Arabic. */
import type { Messages } from '../areas.ts';

export const contactAr: Messages<'contact'> = {
  phone_title: 'أكِّد رقم هاتفك',
  phone_lead: 'نرسل إليه رمزًا، وتكتب الرمز هنا.',
  email_title: 'أكِّد بريدك الإلكتروني',
  email_lead: 'نرسل إليه رمزًا، وتكتب الرمز هنا.',
  phone_use:
    'نستخدم رقمك لنرسل إليك هذا الرمز ولنُظهر لـ {operator} أنه لك. لا يرى {operator} هنا سوى آخر رقمين. ويُحذف الرقم مع بقية بياناتك.',
  email_use:
    'نستخدم عنوانك لنرسل إليك هذا الرمز ولنُظهر لـ {operator} أنه لك. لا يرى {operator} هنا سوى جزء منه. ويُحذف العنوان مع بقية بياناتك.',
  costs_nothing: 'الرمز الذي لا يصل لا يكلفك شيئًا. يمكنك تجربة طريقة أخرى أو رقم آخر.',
  country_label: 'بلد الرقم',
  country_choose: 'اختر بلدًا',
  phone_label: 'رقم الهاتف',
  phone_hint: 'اكتبه من دون رمز البلد، أو ابدأ بعلامة زائد.',
  email_label: 'عنوان البريد الإلكتروني',
  channel_label: 'كيف تريد أن يصل الرمز؟',
  channel_sms: 'برسالة نصية',
  channel_call: 'بمكالمة هاتفية',
  channel_whatsapp: 'عبر واتساب',
  by_itself: 'إذا لم يصل، جرّبنا الطريقة التالية من تلقاء أنفسنا.',
  send: 'أرسلوا إليّ الرمز',
  known_phone: 'ذكر {operator} الرقم {hint}. هل هو رقمك؟',
  known_email: 'ذكر {operator} العنوان {hint}. هل هو عنوانك؟',
  known_send: 'أرسلوا الرمز إلى {hint}',
  other_phone: 'استخدم رقمًا آخر',
  other_email: 'استخدم عنوانًا آخر',
  change_phone: 'أليس هذا رقمك؟',
  change_email: 'أليس هذا بريدك الإلكتروني؟',
  change_text: 'اكتب الصحيح. سيصل إليه رمز جديد ويبطل الرمز القديم.',
};
