import type { Messages } from '../areas.ts';

/** What every page says, in Turkish. */
export const shellTr: Messages<'shell'> = {
  skip: 'İçeriğe git',
  language: 'Dil',
  language_change: 'Dili değiştir',
  not_found_title: 'Burada bir sayfa yok',
  not_found_text: 'Adres eksik olabilir. Bir mesajla geldiyse mesajdan yeniden açın ya da tamamını kopyalayın.',
  failure_title: 'Bizim tarafımızda bir sorun oldu',
  failure_text:
    'Bu sizin hatanız değildi ve yaptığınız hiçbir şey kaybolmadı. Sayfayı yeniden yükleyin; böyle kalırsa birkaç dakika sonra tekrar gelin.',
  failure_again: 'Yeniden yükle',
  start_title: 'Vidimus',
  start_text: 'Bu sunucu kimlik belgelerini denetler ve nedenini her zaman söyler.',
  start_staff: 'Masaya giriş yap',
  start_docs: 'Geliştiriciler için arayüz',
  start_link: 'Size bir bağlantı mı gönderildi? Mesajdan açın: doğrudan doğrulamanıza götürür.',
};
