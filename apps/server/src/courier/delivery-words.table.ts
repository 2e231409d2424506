/** What happened to a message in plain words, and what helps, in every language. */
import type { DeliveryState, UndeliveredReason } from '@vidimus/protocol';
import type { Locale } from '@vidimus/vocabulary';

export type ReasonWords = { readonly words: string; readonly next: string };
export type DeliveryWords = {
  readonly states: Readonly<Record<DeliveryState, string>>;
  readonly reasons: Readonly<Record<UndeliveredReason, ReasonWords>>;
};

export const DELIVERY_WORDS: Readonly<Record<Locale, DeliveryWords>> = {
  en: {
    states: {
      queued: 'Waits to be sent',
      sent: 'Is being handed to the carrier',
      accepted: 'The carrier took it',
      delivered: 'Arrived',
      undelivered: 'Did not arrive',
      expired: 'Was not sent in time',
      unconfirmed: 'The carrier did not confirm that it arrived',
    },
    reasons: {
      absent_subscriber: {
        words: 'The phone is off or has no signal',
        next: 'Turn the phone on, or use another way.',
      },
      number_not_in_service: { words: 'The number is not in service', next: 'Check the number.' },
      landline: { words: 'The number is a landline', next: 'Ask for a call instead.' },
      roaming: {
        words: 'The phone is abroad, and its carrier does not deliver there',
        next: 'Use another way, such as e-mail.',
      },
      handset_full: { words: 'The memory of the phone is full', next: 'Delete some messages, then ask again.' },
      blocked_by_carrier: {
        words: 'The carrier blocks this message',
        next: 'Use another way, or ask the carrier to allow messages from services.',
      },
      content_refused: { words: 'The carrier refuses the text of the message', next: 'Use another way.' },
      throttled: { words: 'The carrier is busy', next: 'Wait: it is tried again by itself.' },
      expired_at_carrier: { words: 'The carrier gave up after a while', next: 'Turn the phone on, then ask again.' },
      mailbox_unknown: { words: 'The mailbox does not exist', next: 'Check the address.' },
      mailbox_full: { words: 'The mailbox is full', next: 'Delete some mail, or use another address.' },
      mail_domain_unknown: { words: 'The part after the @ takes no mail', next: 'Check the address.' },
      mail_refused: { words: 'The mail server refuses it', next: 'Use another address, or another way.' },
      app_removed: {
        words: 'The app is no longer on the phone, or nobody is signed in to it',
        next: 'Install the app and sign in to it, or use another way.',
      },
      notifications_off: {
        words: 'Notifications of the app are turned off',
        next: 'Turn them on in the settings of the phone, or use another way.',
      },
      route_failed: { words: 'Our own way to the carrier failed', next: 'Use another way; the fault is ours.' },
      interrupted: { words: 'We were interrupted while sending', next: 'You may get it twice.' },
      no_route: { words: 'We have no way to reach it', next: 'Use another way.' },
      carrier_gave_no_reason: { words: 'The carrier gave no reason', next: 'Use another way.' },
    },
  },
  es: {
    states: {
      queued: 'Espera su envío',
      sent: 'Se está entregando al operador',
      accepted: 'El operador lo aceptó',
      delivered: 'Llegó',
      undelivered: 'No llegó',
      expired: 'No se envió a tiempo',
      unconfirmed: 'El operador no confirmó que llegó',
    },
    reasons: {
      absent_subscriber: {
        words: 'El teléfono está apagado o sin señal',
        next: 'Encienda el teléfono o use otra vía.',
      },
      number_not_in_service: { words: 'El número no está en servicio', next: 'Revise el número.' },
      landline: { words: 'El número es fijo', next: 'Pida una llamada.' },
      roaming: {
        words: 'El teléfono está en el extranjero y su operador no entrega allí',
        next: 'Use otra vía, como el correo.',
      },
      handset_full: { words: 'La memoria del teléfono está llena', next: 'Borre mensajes y pídalo de nuevo.' },
      blocked_by_carrier: {
        words: 'El operador bloquea este mensaje',
        next: 'Use otra vía, o pida al operador que permita mensajes de servicios.',
      },
      content_refused: { words: 'El operador rechaza el texto del mensaje', next: 'Use otra vía.' },
      throttled: { words: 'El operador está ocupado', next: 'Espere: se intenta de nuevo solo.' },
      expired_at_carrier: {
        words: 'El operador desistió tras un rato',
        next: 'Encienda el teléfono y pídalo de nuevo.',
      },
      mailbox_unknown: { words: 'El buzón no existe', next: 'Revise la dirección.' },
      mailbox_full: { words: 'El buzón está lleno', next: 'Borre correos o use otra dirección.' },
      mail_domain_unknown: { words: 'La parte tras la @ no recibe correo', next: 'Revise la dirección.' },
      mail_refused: { words: 'El servidor de correo lo rechaza', next: 'Use otra dirección u otra vía.' },
      app_removed: {
        words: 'La aplicación ya no está en el teléfono, o nadie ha iniciado sesión en ella',
        next: 'Instale la aplicación e inicie sesión, o use otra vía.',
      },
      notifications_off: {
        words: 'Las notificaciones de la aplicación están desactivadas',
        next: 'Actívelas en los ajustes del teléfono, o use otra vía.',
      },
      route_failed: { words: 'Falló nuestra vía al operador', next: 'Use otra vía; la falla es nuestra.' },
      interrupted: { words: 'Se nos interrumpió al enviar', next: 'Puede llegarle dos veces.' },
      no_route: { words: 'No tenemos vía para llegar', next: 'Use otra vía.' },
      carrier_gave_no_reason: { words: 'El operador no dio motivo', next: 'Use otra vía.' },
    },
  },
  tr: {
    states: {
      queued: 'Gönderilmeyi bekliyor',
      sent: 'Operatöre veriliyor',
      accepted: 'Operatör aldı',
      delivered: 'Ulaştı',
      undelivered: 'Ulaşmadı',
      expired: 'Zamanında gönderilmedi',
      unconfirmed: 'Operatör ulaştığını bildirmedi',
    },
    reasons: {
      absent_subscriber: { words: 'Telefon kapalı ya da çekmiyor', next: 'Telefonu açın ya da başka bir yol seçin.' },
      number_not_in_service: { words: 'Numara kullanımda değil', next: 'Numarayı kontrol edin.' },
      landline: { words: 'Numara sabit hat', next: 'Bunun yerine arama isteyin.' },
      roaming: {
        words: 'Telefon yurt dışında ve operatörü orada iletmiyor',
        next: 'E-posta gibi başka bir yol seçin.',
      },
      handset_full: { words: 'Telefonun belleği dolu', next: 'Birkaç mesaj silin, sonra yeniden isteyin.' },
      blocked_by_carrier: {
        words: 'Operatör bu mesajı engelliyor',
        next: 'Başka bir yol seçin ya da operatörden servis mesajlarına izin isteyin.',
      },
      content_refused: { words: 'Operatör mesajın metnini kabul etmiyor', next: 'Başka bir yol seçin.' },
      throttled: { words: 'Operatör meşgul', next: 'Bekleyin: kendiliğinden yeniden denenir.' },
      expired_at_carrier: { words: 'Operatör bir süre sonra vazgeçti', next: 'Telefonu açın, sonra yeniden isteyin.' },
      mailbox_unknown: { words: 'Posta kutusu yok', next: 'Adresi kontrol edin.' },
      mailbox_full: { words: 'Posta kutusu dolu', next: 'Birkaç ileti silin ya da başka bir adres kullanın.' },
      mail_domain_unknown: { words: '@ işaretinden sonraki bölüm posta almıyor', next: 'Adresi kontrol edin.' },
      mail_refused: { words: 'Posta sunucusu kabul etmiyor', next: 'Başka bir adres ya da yol kullanın.' },
      app_removed: {
        words: 'Uygulama artık telefonda değil ya da uygulamada oturum açılmamış',
        next: 'Uygulamayı yükleyip oturum açın ya da başka bir yol kullanın.',
      },
      notifications_off: {
        words: 'Uygulamanın bildirimleri kapalı',
        next: 'Telefonun ayarlarından açın ya da başka bir yol kullanın.',
      },
      route_failed: { words: 'Operatöre giden yolumuz çalışmadı', next: 'Başka bir yol seçin; hata bizde.' },
      interrupted: { words: 'Gönderirken kesintiye uğradık', next: 'İki kez gelebilir.' },
      no_route: { words: 'Oraya ulaşacak yolumuz yok', next: 'Başka bir yol seçin.' },
      carrier_gave_no_reason: { words: 'Operatör neden bildirmedi', next: 'Başka bir yol seçin.' },
    },
  },
  uk: {
    states: {
      queued: 'Чекає на відправлення',
      sent: 'Передається оператору',
      accepted: 'Оператор прийняв',
      delivered: 'Доставлено',
      undelivered: 'Не доставлено',
      expired: 'Не відправлено вчасно',
      unconfirmed: 'Оператор не підтвердив доставку',
    },
    reasons: {
      absent_subscriber: {
        words: 'Телефон вимкнено або немає сигналу',
        next: 'Увімкніть телефон або виберіть інший спосіб.',
      },
      number_not_in_service: { words: 'Номер не обслуговується', next: 'Перевірте номер.' },
      landline: { words: 'Це стаціонарний номер', next: 'Попросіть дзвінок.' },
      roaming: {
        words: 'Телефон за кордоном, і його оператор туди не доставляє',
        next: 'Виберіть інший спосіб, наприклад пошту.',
      },
      handset_full: { words: 'Пам’ять телефону заповнена', next: 'Видаліть кілька повідомлень і попросіть ще раз.' },
      blocked_by_carrier: {
        words: 'Оператор блокує це повідомлення',
        next: 'Виберіть інший спосіб або попросіть оператора дозволити такі повідомлення.',
      },
      content_refused: { words: 'Оператор не приймає текст повідомлення', next: 'Виберіть інший спосіб.' },
      throttled: { words: 'Оператор зайнятий', next: 'Зачекайте: спробуємо ще раз самі.' },
      expired_at_carrier: {
        words: 'Оператор через деякий час припинив спроби',
        next: 'Увімкніть телефон і попросіть ще раз.',
      },
      mailbox_unknown: { words: 'Такої скриньки немає', next: 'Перевірте адресу.' },
      mailbox_full: { words: 'Скринька заповнена', next: 'Видаліть кілька листів або візьміть іншу адресу.' },
      mail_domain_unknown: { words: 'Частина після @ не приймає пошту', next: 'Перевірте адресу.' },
      mail_refused: { words: 'Поштовий сервер відмовив', next: 'Візьміть іншу адресу або інший спосіб.' },
      app_removed: {
        words: 'Застосунку більше немає на телефоні або в ньому не виконано вхід',
        next: 'Встановіть застосунок і увійдіть або візьміть інший спосіб.',
      },
      notifications_off: {
        words: 'Сповіщення застосунку вимкнені',
        next: 'Увімкніть їх у налаштуваннях телефону або візьміть інший спосіб.',
      },
      route_failed: { words: 'Наш шлях до оператора не спрацював', next: 'Виберіть інший спосіб; це наша помилка.' },
      interrupted: { words: 'Нас перервано під час відправлення', next: 'Воно може прийти двічі.' },
      no_route: { words: 'Ми не маємо шляху туди', next: 'Виберіть інший спосіб.' },
      carrier_gave_no_reason: { words: 'Оператор не назвав причини', next: 'Виберіть інший спосіб.' },
    },
  },
  ar: {
    states: {
      queued: 'تنتظر الإرسال',
      sent: 'تُسلَّم إلى شركة الاتصالات',
      accepted: 'قبلتها شركة الاتصالات',
      delivered: 'وصلت',
      undelivered: 'لم تصل',
      expired: 'لم تُرسل في الوقت',
      unconfirmed: 'لم تؤكد شركة الاتصالات وصولها',
    },
    reasons: {
      absent_subscriber: { words: 'الهاتف مغلق أو بلا إشارة', next: 'شغّل الهاتف أو استخدم طريقة أخرى.' },
      number_not_in_service: { words: 'الرقم ليس في الخدمة', next: 'تحقق من الرقم.' },
      landline: { words: 'الرقم هاتف أرضي', next: 'اطلب مكالمة بدلاً من ذلك.' },
      roaming: {
        words: 'الهاتف في الخارج وشركته لا توصل هناك',
        next: 'استخدم طريقة أخرى مثل البريد الإلكتروني.',
      },
      handset_full: { words: 'ذاكرة الهاتف ممتلئة', next: 'احذف بعض الرسائل ثم اطلب من جديد.' },
      blocked_by_carrier: {
        words: 'شركة الاتصالات تحجب هذه الرسالة',
        next: 'استخدم طريقة أخرى أو اطلب من الشركة السماح برسائل الخدمات.',
      },
      content_refused: { words: 'شركة الاتصالات ترفض نص الرسالة', next: 'استخدم طريقة أخرى.' },
      throttled: { words: 'شركة الاتصالات مشغولة', next: 'انتظر: نحاول مرة أخرى من تلقاء أنفسنا.' },
      expired_at_carrier: { words: 'توقفت شركة الاتصالات بعد مدة', next: 'شغّل الهاتف ثم اطلب من جديد.' },
      mailbox_unknown: { words: 'صندوق البريد غير موجود', next: 'تحقق من العنوان.' },
      mailbox_full: { words: 'صندوق البريد ممتلئ', next: 'احذف بعض البريد أو استخدم عنواناً آخر.' },
      mail_domain_unknown: { words: 'ما بعد علامة @ لا يستقبل بريداً', next: 'تحقق من العنوان.' },
      mail_refused: { words: 'خادم البريد يرفضها', next: 'استخدم عنواناً آخر أو طريقة أخرى.' },
      app_removed: {
        words: 'لم يعد التطبيق على الهاتف، أو لم يسجّل أحد الدخول فيه',
        next: 'ثبّت التطبيق وسجّل الدخول، أو استخدم طريقة أخرى.',
      },
      notifications_off: { words: 'إشعارات التطبيق متوقفة', next: 'شغّلها من إعدادات الهاتف، أو استخدم طريقة أخرى.' },
      route_failed: { words: 'تعطّل طريقنا إلى شركة الاتصالات', next: 'استخدم طريقة أخرى؛ الخطأ منا.' },
      interrupted: { words: 'انقطع عملنا أثناء الإرسال', next: 'قد تصلك مرتين.' },
      no_route: { words: 'لا طريق لنا للوصول إليه', next: 'استخدم طريقة أخرى.' },
      carrier_gave_no_reason: { words: 'لم تذكر شركة الاتصالات سبباً', next: 'استخدم طريقة أخرى.' },
    },
  },
};
