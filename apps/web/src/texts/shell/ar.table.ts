import type { Messages } from '../areas.ts';

/** What every page says, in Arabic. */
export const shellAr: Messages<'shell'> = {
  skip: 'انتقل إلى المحتوى',
  language: 'اللغة',
  language_change: 'تغيير اللغة',
  not_found_title: 'لا توجد صفحة هنا',
  not_found_text: 'قد يكون العنوان ناقصًا. إذا وصلك في رسالة فافتحه من الرسالة مرة أخرى أو انسخه كاملًا.',
  failure_title: 'حدث خطأ من جانبنا',
  failure_text: 'لم يكن ذلك خطأك، ولم يضِع شيء مما فعلته. أعد تحميل الصفحة، وإذا بقي الأمر كما هو فعُد بعد بضع دقائق.',
  failure_again: 'إعادة التحميل',
  start_title: 'Vidimus',
  start_text: 'يتحقق هذا الخادم من وثائق الهوية ويقول السبب دائمًا.',
  start_staff: 'الدخول إلى المكتب',
  start_docs: 'الواجهة البرمجية للمطورين',
  start_link: 'هل أُرسل إليك رابط؟ افتحه من الرسالة: فهو يقود مباشرة إلى عملية التحقق الخاصة بك.',
};
