/** Confirming a number or an address on the way, in Turkish. */
import type { Messages } from '../areas.ts';

export const contactTr: Messages<'contact'> = {
  phone_title: 'Telefon numaranızı doğrulayın',
  phone_lead: 'Numaraya bir kod göndeririz. Kodu buraya yazarsınız.',
  email_title: 'E-posta adresinizi doğrulayın',
  email_lead: 'Adrese bir kod göndeririz. Kodu buraya yazarsınız.',
  phone_use:
    'Numaranızı size bu kodu göndermek ve sizin olduğunu {operator} kuruluşuna göstermek için kullanırız. {operator} burada yalnızca son iki rakamı görür. Diğer verilerinizle birlikte silinir.',
  email_use:
    'Adresinizi size bu kodu göndermek ve sizin olduğunu {operator} kuruluşuna göstermek için kullanırız. {operator} burada yalnızca bir bölümünü görür. Diğer verilerinizle birlikte silinir.',
  costs_nothing: 'Gelmeyen bir kod size bir şey kaybettirmez. Başka bir yol ya da başka bir numara deneyebilirsiniz.',
  country_label: 'Numaranın ülkesi',
  country_choose: 'Bir ülke seçin',
  phone_label: 'Telefon numarası',
  phone_hint: 'Ülke kodu olmadan yazın ya da artı işaretiyle başlayın.',
  email_label: 'E-posta adresi',
  channel_label: 'Kod nasıl gelsin?',
  channel_sms: 'Kısa mesajla',
  channel_call: 'Telefonla arayarak',
  channel_whatsapp: 'WhatsApp ile',
  by_itself: 'Gelmezse sonraki yolu kendiliğimizden deneriz.',
  send: 'Kodu bana gönderin',
  known_phone: '{operator} {hint} numarasını bildirdi. Bu sizin mi?',
  known_email: '{operator} {hint} adresini bildirdi. Bu sizin mi?',
  known_send: 'Kodu {hint} hedefine gönderin',
  other_phone: 'Başka bir numara kullanın',
  other_email: 'Başka bir adres kullanın',
  change_phone: 'Bu sizin numaranız değil mi?',
  change_email: 'Bu sizin e-posta adresiniz değil mi?',
  change_text: 'Doğrusunu yazın. Oraya yeni bir kod gider, eskisi geçersiz olur.',
};
