/** The words a state prints beside its fields, in one language. */
export type LanguageWords = {
  readonly primary_identifier: string;
  readonly secondary_identifier: string;
  readonly passport_number: string;
  readonly card_number: string;
  readonly nationality: string;
  readonly birth_date: string;
  readonly sex: string;
  readonly birth_place: string;
  readonly issue_date: string;
  readonly expiry_date: string;
  readonly issuing_authority: string;
  readonly personal_number: string;
  readonly address: string;
  readonly signature: string;
  readonly passport: string;
  readonly identity_card: string;
  readonly driving_licence: string;
  readonly visa: string;
};

export type Language =
  | 'en'
  | 'fr'
  | 'es'
  | 'de'
  | 'pl'
  | 'uk'
  | 'el'
  | 'ar'
  | 'ka'
  | 'hy'
  | 'tr'
  | 'da'
  | 'bg'
  | 'sr'
  | 'vi'
  | 'is';

/** One row a language, in the order of the columns below. */
const ROWS: Readonly<Record<Language, string>> = {
  en: 'Surname|Given names|Passport No.|Document No.|Nationality|Date of birth|Sex|Place of birth|Date of issue|Date of expiry|Authority|Personal No.|Address|Signature|PASSPORT|IDENTITY CARD|DRIVING LICENCE|VISA',
  fr: 'Nom|Prénoms|Passeport N°|Document N°|Nationalité|Date de naissance|Sexe|Lieu de naissance|Date de délivrance|Date d’expiration|Autorité|N° personnel|Adresse|Signature|PASSEPORT|CARTE D’IDENTITÉ|PERMIS DE CONDUIRE|VISA',
  es: 'Apellidos|Nombre|Pasaporte N.º|N.º de documento|Nacionalidad|Fecha de nacimiento|Sexo|Lugar de nacimiento|Fecha de expedición|Fecha de caducidad|Autoridad|N.º personal|Domicilio|Firma|PASAPORTE|DOCUMENTO DE IDENTIDAD|PERMISO DE CONDUCCIÓN|VISADO',
  de: 'Name|Vornamen|Pass-Nr.|Dokumentennummer|Staatsangehörigkeit|Geburtsdatum|Geschlecht|Geburtsort|Ausstellungsdatum|Gültig bis|Behörde|Personennummer|Anschrift|Unterschrift|REISEPASS|PERSONALAUSWEIS|FÜHRERSCHEIN|VISUM',
  pl: 'Nazwisko|Imiona|Nr paszportu|Nr dokumentu|Obywatelstwo|Data urodzenia|Płeć|Miejsce urodzenia|Data wydania|Data ważności|Organ wydający|Numer PESEL|Adres|Podpis|PASZPORT|DOWÓD OSOBISTY|PRAWO JAZDY|WIZA',
  uk: 'Прізвище|Ім’я|Паспорт №|Документ №|Громадянство|Дата народження|Стать|Місце народження|Дата видачі|Дійсний до|Орган, що видав|Запис №|Адреса|Підпис|ПАСПОРТ|ПОСВІДЧЕННЯ ОСОБИ|ПОСВІДЧЕННЯ ВОДІЯ|ВІЗА',
  el: 'Επώνυμο|Όνομα|Αρ. διαβατηρίου|Αρ. δελτίου|Ιθαγένεια|Ημ. γέννησης|Φύλο|Τόπος γέννησης|Ημ. έκδοσης|Ημ. λήξης|Εκδούσα αρχή|Προσωπικός αρ.|Διεύθυνση|Υπογραφή|ΔΙΑΒΑΤΗΡΙΟ|ΔΕΛΤΙΟ ΤΑΥΤΟΤΗΤΑΣ|ΑΔΕΙΑ ΟΔΗΓΗΣΗΣ|ΘΕΩΡΗΣΗ',
  ar: 'اللقب|الاسم|رقم الجواز|رقم الوثيقة|الجنسية|تاريخ الميلاد|الجنس|محل الميلاد|تاريخ الإصدار|تاريخ الانتهاء|جهة الإصدار|الرقم الشخصي|العنوان|التوقيع|جواز سفر|بطاقة الهوية|رخصة قيادة|تأشيرة',
  ka: 'გვარი|სახელი|პასპორტის №|ბარათის №|მოქალაქეობა|დაბადების თარიღი|სქესი|დაბადების ადგილი|გაცემის თარიღი|მოქმედების ვადა|გამცემი|პირადი №|მისამართი|ხელმოწერა|პასპორტი|პირადობის მოწმობა|მართვის მოწმობა|ვიზა',
  hy: 'Ազգանուն|Անուն|Անձնագիր №|Քարտ №|Քաղաքացիություն|Ծննդյան ամսաթիվ|Սեռ|Ծննդավայր|Տրված է|Վավեր է մինչև|Տվող մարմին|Անձնական №|Հասցե|Ստորագրություն|ԱՆՁՆԱԳԻՐ|ՆՈՒՅՆԱԿԱՆԱՑՄԱՆ ՔԱՐՏ|ՎԱՐՈՐԴԱԿԱՆ ՎԿԱՅԱԿԱՆ|ՎԻԶԱ',
  tr: 'Soyadı|Adı|Pasaport No|Seri No|Uyruğu|Doğum tarihi|Cinsiyeti|Doğum yeri|Veriliş tarihi|Geçerlilik tarihi|Veren makam|T.C. Kimlik No|Adres|İmza|PASAPORT|KİMLİK KARTI|SÜRÜCÜ BELGESİ|VİZE',
  da: 'Efternavn|Fornavne|Pasnr.|Kortnr.|Statsborgerskab|Fødselsdato|Køn|Fødested|Udstedelsesdato|Udløbsdato|Myndighed|Personnr.|Adresse|Underskrift|PAS|IDENTITETSKORT|KØREKORT|VISUM',
  bg: 'Фамилия|Име|Паспорт №|Документ №|Гражданство|Дата на раждане|Пол|Място на раждане|Дата на издаване|Валидност|Издаден от|ЕГН|Адрес|Подпис|ПАСПОРТ|ЛИЧНА КАРТА|СВИДЕТЕЛСТВО ЗА УПРАВЛЕНИЕ|ВИЗА',
  sr: 'Презиме|Име|Број пасоша|Регистарски број|Држављанство|Датум рођења|Пол|Место рођења|Датум издавања|Важи до|Издао|ЈМБГ|Адреса|Потпис|ПАСОШ|ЛИЧНА КАРТА|ВОЗАЧКА ДОЗВОЛА|ВИЗА',
  vi: 'Họ|Tên đệm và tên|Số hộ chiếu|Số thẻ|Quốc tịch|Ngày sinh|Giới tính|Nơi sinh|Ngày cấp|Có giá trị đến|Nơi cấp|Số định danh|Nơi cư trú|Chữ ký|HỘ CHIẾU|CĂN CƯỚC|GIẤY PHÉP LÁI XE|THỊ THỰC',
  is: 'Kenninafn|Eiginnafn|Númer vegabréfs|Númer skírteinis|Ríkisfang|Fæðingardagur|Kyn|Fæðingarstaður|Útgáfudagur|Gildir til|Útgefandi|Kennitala|Heimili|Undirskrift|VEGABRÉF|NAFNSKÍRTEINI|ÖKUSKÍRTEINI|VEGABRÉFSÁRITUN',
};

/** The words of a language. */
export function languageWords(language: Language): LanguageWords {
  const words = ROWS[language].split('|');
  const at = (index: number): string => words[index] ?? '';
  return {
    primary_identifier: at(0),
    secondary_identifier: at(1),
    passport_number: at(2),
    card_number: at(3),
    nationality: at(4),
    birth_date: at(5),
    sex: at(6),
    birth_place: at(7),
    issue_date: at(8),
    expiry_date: at(9),
    issuing_authority: at(10),
    personal_number: at(11),
    address: at(12),
    signature: at(13),
    passport: at(14),
    identity_card: at(15),
    driving_licence: at(16),
    visa: at(17),
  };
}
