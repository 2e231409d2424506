import type { ReasonTexts } from './catalogue.ts';

export const TR_REASONS: ReasonTexts = {
  consent_declined: {
    heading: 'İzin vermediniz',
    applicant:
      'Şunun için izin vermediniz: {purpose|verilerinizin kullanılması}. Geri dönüp izin verebilir veya başka bir yol seçebilirsiniz: {alternative|kimliğinizi başka yolla gösterme}.',
  },
  residence_country_not_supported: {
    heading: 'Ülkeye hizmet yok',
    applicant:
      '{operator|Bu hizmet} şu ülkede yaşayanlara hizmet vermiyor: {country|ülkeniz}. Yükleyeceğiniz hiçbir şey bunu değiştirmez, bu yüzden belge göndermenize gerek yok.',
  },
  document_not_accepted_by_policy: {
    heading: 'Belge kabul edilmiyor',
    applicant:
      '{operator|Bu hizmet} şu belgeyi kabul etmiyor: {document_type|bu tür}, {country|bu ülke}. Nedeni: {why|kabul edilen türlerden değil}. Bunun yerine şunu kullanın: {accepted|başka tür bir belge}.',
  },
  age_below_minimum: {
    heading: 'Yaş yeterli değil',
    applicant:
      'Yaşınız en az şu olmalı: {age|daha büyük}. Belgenizdeki doğum tarihine göre şu günden başlayarak başvurabilirsiniz: {date|daha sonraki bir gün}.',
    because: {
      declared:
        'Yaşınız en az şu olmalı: {age|daha büyük}. Şu günden başlayarak başvurabilirsiniz: {date|daha sonraki bir gün}.',
      declared_age: 'Yaşınız en az şu olmalı: {age|daha büyük}.',
    },
  },
  network_location_not_allowed: {
    heading: 'Bağlantı yeri',
    applicant:
      'Bağlantınız, hizmet verilmeyen bir yerden geliyor gibi görünüyor ({operator|bu hizmet}). VPN veya proxy kullanıyorsanız kapatıp yeniden deneyin.',
  },
  session_expired: {
    heading: 'Bağlantının süresi doldu',
    applicant:
      'Bu bağlantının süresi doldu ({date|zamanı geçti}). Buradan yenisini açın. Bitirdiğiniz adımlar saklanır.',
  },
  attempt_limit_reached: {
    heading: 'Deneme hakkı kalmadı',
    applicant:
      'Bu adım için tüm deneme haklarınızı ({tries|en çok izin verilen}) kullandınız: {step|bu adım}. Şimdi bir kişi bunlara bakacak ve {by|yakında} yanıt verecek.',
  },
  camera_permission_denied: {
    heading: 'Kamera engelli',
    applicant:
      '{browser|Tarayıcınız} kamerayı engelliyor. Ayarlardan kameraya izin verin veya telefonunuzla devam edin.',
  },
  camera_unavailable: {
    heading: 'Kamera görüntüsü yok',
    applicant:
      'Kameranızdan görüntü gelmiyor. Kamerayı kullanan başka uygulamaları kapatın, başka bir cihazla devam edin veya bir fotoğraf yükleyin.',
  },
  browser_not_supported: {
    heading: 'Tarayıcı uygun değil',
    applicant:
      'Bu tarayıcı bu adımı yapamıyor. Aynı bağlantıyı şurada açın: {browsers|başka bir tarayıcı}. Ya da bu kodu telefonunuzla okutun.',
  },
  file_not_usable: {
    heading: 'Dosya kullanılamıyor',
    applicant: 'Bu dosyayı açamadık: {why|dosya bozuk}. JPEG, PNG, WebP veya HEIC fotoğraf ya da PDF gönderin.',
    because: {
      empty: 'Bu dosya boş. Yeniden gönderin veya fotoğrafı yeniden çekin.',
      not_an_image: 'Bu dosya bir resim değil. JPEG, PNG, WebP veya HEIC fotoğraf ya da PDF gönderin.',
      type_not_accepted: 'Bu türde dosya kabul etmiyoruz. JPEG, PNG, WebP veya HEIC fotoğraf ya da PDF gönderin.',
      damaged: 'Bu dosya bozuk veya eksik. Yeniden gönderin. Olmazsa fotoğrafı yeniden çekin.',
      too_large:
        'Bu dosya çok büyük. En büyük boyut: {max|izin verilen sınır}. Daha küçük bir dosya gönderin veya fotoğrafı yeniden çekin.',
      too_many_pixels:
        'Bu resimde çok fazla piksel var. En fazla: {max|izin verilen sınır}. Daha küçük boyutta gönderin.',
      page_too_large:
        "Bu PDF'nin bir sayfası çok uzun. En fazla: {max|izin verilen sınır}. A4 gibi bir boyutta kaydedin veya fotoğraf gönderin.",
      password_protected: 'Bu dosya parola ile kilitli. Parolasız kaydedin veya fotoğraf gönderin.',
      animated: 'Bu hareketli bir resim. Hareketsiz bir fotoğraf gönderin.',
      no_pages: "Bu PDF'de hiç sayfa yok. Yeniden oluşturun veya fotoğraf gönderin.",
      too_slow:
        'Bu dosyayı açmak çok uzun sürdü. En fazla: {max|izin verilen süre}. Yeniden gönderin. Olmazsa fotoğrafı yeniden çekin.',
      too_much_memory:
        'Bu dosyayı açmak için çok fazla bellek gerekiyor. Daha küçük boyutta gönderin veya fotoğrafı yeniden çekin.',
      not_readable: 'Bu dosya diskten okunamıyor. Yeniden seçin veya fotoğrafı yeniden çekin.',
    },
  },
  image_blurry: {
    heading: 'Fotoğraf bulanık',
    applicant:
      'Fotoğraf, şunu okumak için yeterince net değil: {fields|belge}. Sabit tutun ve çekmeden önce kameranın netlemesini bekleyin.',
  },
  image_glare: {
    heading: 'Işık yansıyor',
    applicant: 'Şurada ışık yansıyor: {fields|belge}. Belgeyi biraz eğin veya lambadan uzaklaşın.',
  },
  image_lighting: {
    heading: 'Işık uygun değil',
    applicant: 'Fotoğraf {light|çok karanlık veya çok parlak}. Eşit dağılan bir ışık bulup yeniden deneyin.',
  },
  image_resolution_low: {
    heading: 'Belge çok küçük',
    applicant: 'Belge fotoğrafta çok küçük görünüyor. Kareyi doldurana kadar yaklaşın.',
  },
  image_not_colour: {
    heading: 'Renkli değil',
    applicant: 'Renkli bir fotoğrafa ihtiyacımız var. Siyah-beyaz filtreyi veya tarama modunu kapatın.',
  },
  document_not_found: {
    heading: 'Belge görünmüyor',
    applicant: 'Bir belge göremedik. Düz ve koyu renkli bir yüzeye, dört köşesi görünecek biçimde koyun.',
  },
  document_cut_off: {
    heading: 'Kenar kesilmiş',
    applicant: 'Belgenin bir bölümü fotoğrafın dışında kalmış: {edges|bir kenar}. Dört köşe de görünsün.',
  },
  document_covered: {
    heading: 'Üstü kapalı',
    applicant:
      'Bir şey şunun üstünü kapatıyor: {fields|belgenin bir bölümü}. Belgeyi kılıfından çıkarın ve parmaklarınızı üstünden çekin.',
  },
  document_wrong_side: {
    heading: 'Yanlış yüz',
    applicant: 'Bu fotoğrafta görünen: {side|yanlış yüz}. Bize gereken: {other_side|diğer yüz}.',
  },
  document_side_missing: {
    heading: 'Bir yüz eksik',
    applicant:
      'Bu belge için ({document_type|belgeniz}) şu da gerekli: {side|diğer yüz}. Bitirmek için fotoğrafını ekleyin.',
  },
  document_multiple: {
    heading: 'Birden çok belge',
    applicant: 'Birden çok belge görüyoruz. Yalnızca şunun fotoğrafını çekin: {document_type|tek bir belge}.',
  },
  document_not_recognised: {
    heading: 'Belgeyi tanımıyoruz',
    applicant:
      'Bu belgeyi makineyle okuyacak kadar iyi tanımıyoruz. Bir kişi {by|yakında} bakacak. Şimdi başka bir belge de kullanabilirsiniz: {accepted|pasaport}.',
  },
  field_unreadable: {
    heading: 'Okunamadı',
    applicant: 'Şunu okuyamadık: {fields|belgenin bir bölümü}. O bölüm net ve yansımasız olacak biçimde yeniden çekin.',
  },
  field_absent: {
    heading: 'Bilgi belgede yok',
    applicant:
      'Bu belgede şu bilgi yok: {fields|bir bilgi}. {operator|Bu hizmet} buna ihtiyaç duyuyor. Lütfen bunu gösteren bir belge daha ekleyin: {accepted|pasaport}.',
  },
  machine_zone_unreadable: {
    heading: 'Kod okunamadı',
    applicant:
      'Şunu okuyamadık: {zone|kod alanı}. Fotoğrafı bu bölüm düz, net ve bütünüyle görünecek şekilde yeniden çekin.',
  },
  mrz_check_digit_failed: {
    heading: 'Alt satırlar net değil',
    applicant:
      'Alttaki kod satırlarında bir karakter doğrulanamadı. Bu çoğunlukla fotoğraftan kaynaklanır: o satırlar net olacak biçimde yeniden çekin.',
  },
  script_not_readable: {
    heading: 'Okuyamadığımız yazı',
    applicant:
      'Belgenizin yazısı: {script|henüz okuyamadığımız bir yazı}. Latin harfli yazılış bulamadık. Bu yazıyı bilen bir kişi {by|yakında} bakacak, ya da pasaport kullanabilirsiniz.',
  },
  document_expired: {
    heading: 'Belgenin süresi dolmuş',
    applicant:
      'Bu belgenin süresi dolmuş. Son geçerli gün: {date|geçmiş bir gün}. Bugün geçerli olan bir belge kullanın.',
  },
  document_expires_soon: {
    heading: 'Süresi yakında doluyor',
    applicant:
      'Bu belgenin son geçerli günü çok yakın: {date|yakın bir gün}. {operator|Bu hizmet} için belge en az şu kadar daha geçerli olmalı: {days|bir süre}. Daha uzun süre geçerli bir belge kullanın.',
  },
  document_voided_or_damaged: {
    heading: 'İptal veya hasarlı',
    applicant: 'Belge şöyle görünüyor: {damage|hasarlı}. Başka bir belge kullanın veya bir kişinin bakmasını isteyin.',
  },
  document_data_impossible: {
    heading: 'Bir bilgi uymuyor',
    applicant:
      'Şu bilgiyi “{value|bir değer}” olarak okuduk: {field|bir bilgi}. Bu, bu tür belgeye uymuyor. Okuduğumuzu kontrol edin, yanlışsa düzeltin. Bir kişi {by|yakında} onaylayacak.',
  },
  sides_mismatch: {
    heading: 'İki yüz uyuşmuyor',
    applicant:
      'Ön ve arka yüz şu bilgide uyuşmuyor: {fields|bir bilgi}. İki fotoğrafın da aynı belgeye ait olduğundan emin olun.',
  },
  machine_zone_mismatch: {
    heading: 'Yazı ve kod farklı',
    applicant:
      'Şu bilgi için: {field|bir bilgi}, yazıda “{a|bir değer}”, kodda “{b|başka bir değer}” var. Fotoğrafı bir kez daha çekin. Aynı kalırsa bir kişi {by|yakında} bakacak.',
  },
  name_mismatch: {
    heading: 'Ad farklı',
    applicant:
      'Verdiğiniz ad “{claimed|bir ad}”, belgedeki ad “{read|başka bir ad}”. Yazdığınızı düzeltin. İkisi de sizinse (evlilik soyadı, farklı yazılış) bunu belirtin ve kanıt ekleyin.',
  },
  name_spelling_unconfirmed: {
    heading: 'Adınızın yazılışı',
    applicant:
      'Adınız Latin harfleriyle birden çok biçimde yazılabilir: {variants|birkaç yazılış}. Şuradaki yazılışı seçin: {where|pasaportunuz veya banka kartınız}.',
  },
  claimed_detail_mismatch: {
    heading: 'Bir bilgi farklı',
    applicant:
      'Şu bilgi için: {field|bir bilgi}, siz “{claimed|bir değer}” yazdınız, belgede “{read|başka bir değer}” var. Yanlış olanı düzeltin.',
  },
  document_not_original: {
    heading: 'Resmin resmi',
    applicant: 'Bu, şunun fotoğrafına benziyor: {medium|bir kopya veya ekran}. Gerçek belgenin kendisini çekin.',
  },
  document_image_edited: {
    heading: 'Bir kişi bakacak',
    applicant:
      'Bir kişinin bu fotoğrafa daha yakından bakması gerekiyor. {by|yakında} size haber vereceğiz. Bu arada başka bir belge ekleyebilirsiniz.',
  },
  document_design_mismatch: {
    heading: 'Görünüşü farklı',
    applicant: 'Belge, bildiğimiz türe benzemiyor: {document_type|bu tür}. Bir kişi {by|yakında} karşılaştıracak.',
  },
  chip_signature_invalid: {
    heading: 'Çip doğrulanamadı',
    applicant:
      'Çipin dijital mührü doğrulanamadı. Bir kişi, ülkenizin bir sertifikasının bizde eksik olup olmadığına {by|yakında} bakacak.',
  },
  capture_source_not_trusted: {
    heading: 'Kameradan gelmiyor',
    applicant:
      'Görüntü sıradan bir kameradan gelmedi. Kamera efekti veya yayın programlarını kapatın ya da telefonunuzu kullanın.',
  },
  face_not_found: {
    heading: 'Yüz görünmüyor',
    applicant: 'Yüzünüzü göremedik. Işık önünüzde olacak biçimde kameraya bakın.',
  },
  face_multiple: { heading: 'Birden çok yüz', applicant: 'Birden çok yüz görüyoruz. Lütfen görüntüde yalnız olun.' },
  face_obscured: {
    heading: 'Yüz kapalı',
    applicant:
      'Yüzünüzün bir bölümü kapalı: {item|önünde bir şey var}. Yapabiliyorsanız çıkarın veya başka bir yol isteyin.',
  },
  liveness_not_completed: {
    heading: 'Hareket tamamlanmadı',
    applicant:
      'Hareket kontrolü şu adımda durdu: {done|bir} / {steps|birkaç}. Yeniden deneyin veya hareketsiz biçimi seçin.',
  },
  liveness_not_confirmed: {
    heading: 'Özçekim doğrulanamadı',
    applicant:
      'Kameranın önünde canlı bir kişi olduğunu anlayamadık. Daha iyi ışıkta bir kez daha deneyin. Olmazsa bir kişi karar verecek.',
  },
  document_portrait_unusable: {
    heading: 'Belgedeki fotoğraf',
    applicant:
      'Belgenizdeki fotoğraf, karşılaştırmak için çok küçük veya çok yıpranmış. Çipini okumamıza izin verin veya başka bir belge kullanın.',
  },
  face_mismatch: {
    heading: 'Yüzlere bakılacak',
    applicant:
      'Özçekiminiz ile belgedeki fotoğraf, makinenin karar vermesi için yeterince benzemiyor. Bir kişi {by|yakında} karşılaştıracak.',
  },
  face_duplicate_possible: {
    heading: 'Bir kişi bakacak',
    applicant: 'Bir kişinin bir şeyi kontrol etmesi gerekiyor. Henüz bir karar yok, {by|yakında} size haber vereceğiz.',
  },
  contact_country_not_supported: {
    heading: 'Numaraya gönderilemiyor',
    applicant:
      'Şu ülkenin numaralarına: {country|bu ülke}, şu yolla kod gönderemiyoruz: {channel|bu yol}. Bunun yerine şunu kullanın: {channels|başka bir yol}.',
    because: {
      policy:
        'Şu ülkenin telefon numaralarını kabul etmiyoruz: {country|bu ülke}. Başka bir ülkenin numarasını kullanın.',
    },
  },
  code_not_delivered: {
    heading: 'Kod ulaşmadı',
    applicant:
      'Kod teslim edilmedi. Bize bildirilen: “{status|neden yok}”. Arama veya e-posta gibi başka bir yol deneyin. Bu, deneme hakkınızdan düşülmedi.',
  },
  code_not_accepted: {
    heading: 'Kod kabul edilmedi',
    applicant:
      'Bu kod {why|doğru değil}. Kalan deneme: {tries|birkaç}. Yeni kod alabileceğiniz süre: {seconds|birazdan}.',
  },
  address_document_not_accepted: {
    heading: 'Kâğıt kabul edilmedi',
    applicant:
      'Bu kâğıt adresinizi kanıtlamaz: {why|kabul ettiğimiz türden değil}. Şunu kullanın: {accepted|başka bir kâğıt}. Tarihi şundan sonra olmalı: {date|üç ay öncesi}.',
  },
  address_not_confirmed: {
    heading: 'Adres farklı',
    applicant:
      'Kâğıttaki adres “{read|bir adres}”, verdiğiniz adres “{claimed|başka bir adres}”. Düzeltin veya güncel adresi gösteren bir kâğıt gönderin.',
  },
  record_not_confirmed: {
    heading: 'Bilgiler doğrulanmadı',
    applicant:
      'Bilgilerinizi doğrulamayan kaynak: {source|kayıt}. Yazım hatası var mı bakın veya başka yolla kanıtlayın: {accepted|bir belge ile}.',
  },
  screening_possible_match: {
    heading: 'Bir kişi bakacak',
    applicant: 'Olağan bir kontrol için bir kişi gerekiyor. {by|yakında} size haber vereceğiz.',
  },
  screening_confirmed_match: {
    heading: 'Hesap açılamıyor',
    applicant:
      '{operator|Bu hizmet} bu hesabı açamıyor. Yeniden bakılmasını isteyebilir (dosya {case_id|numarası istenebilir}) ve şuraya şikâyet edebilirsiniz: {body|yetkili kurum}.',
  },
  provider_unavailable: {
    heading: 'Hizmet yanıt vermiyor',
    applicant:
      'Bağlı olduğumuz bir hizmet yanıt vermiyor. Bu sizin hatanız değil ve deneme hakkınızdan düşülmedi. Kendiliğimizden devam edip size mesaj göndereceğiz.',
  },
  reviewer_declined: {
    heading: 'Bir kişi reddetti',
    applicant:
      'Bakan kişi bunu kabul etmemeye karar verdi. Gerekçe: {reasons|burada yazılı}. İtiraz için son gün: {date|burada yazılı}.',
  },
  review_required: {
    heading: 'Bir kişi bakacak',
    applicant:
      'Bir kişi şuna bakacak: {step|belgeniz}. Sonuç zamanı: {by|yakında}. Henüz bir karar yok ve bunun için bir şey yapmanız gerekmiyor.',
  },
};
