import type { FieldName } from '@vidimus/vocabulary';

/** What a label stands before: one of our fields, or something else that must not be taken for a value. */
export type LabelTarget = FieldName | 'other';

const LIST = (text: string): readonly string[] => text.split('|');

/**
 * Labels of data elements: ICAO Doc 9303-3 §3.4 (English, French, Spanish), Regulation (EU) 2019/1157 and national cards,
 * AAMVA DL/ID 2020 Annex A (abbreviations). One string a field, compared without case, marks, spaces and dots.
 */
export const LABELS: Readonly<Record<LabelTarget, readonly string[]>> = {
  document_type: LIST('Type|Tipo|Typ|Document type|Type de document|Type / Type'),
  issuing_state: LIST(
    'Code of issuing State|Country code|Code du pays|Code de l’État émetteur|Issuing State|Code|Código del país|Código|Kod|Kod kraju|Land|Código del Estado emisor',
  ),
  document_number: LIST(
    'Passport No|Passport number|Document No|Document number|Card No|Card number|Licence No|License No|Licence number|Passeport N|Numéro de passeport|N du passeport|N de document|Document N|Numéro du document|N de la carte|Pasaporte N|N de pasaporte|Número de pasaporte|N de documento|Núm soporte|Num soport|Número de documento|Pass Nr|Passnummer|Reisepass Nr|Dokumentennummer|Ausweisnummer|Ausweis Nr|Nr paszportu|Nr dokumentu|Numer dokumentu|Pasnr|Kortnr|Pasaport No|Seri No|Belge No|Numero passaporto|Passaporto N|N documento|DL|DLN|DL No|4d DLN|Visa No|Visa number|Númer vegabréfs|Númer skírteinis|Số hộ chiếu|Số thẻ|Identity card number',
  ),
  primary_identifier: LIST(
    'Surname|Surnames|Last name|Family name|Nom|Noms|Apellidos|Apellido|Primer apellido|Name|Nachname|Familienname|Name Nazwisko|Nazwisko|Efternavn|Soyadı|Cognome|Apelido|Apelidos|Naam|Achternaam|Příjmení|Priezvisko|Prezime|Priimek|Sukunimi|Perekonnanimi|Uzvārds|Pavardė|Családi név|Nume|LN|Kenninafn|Họ|Primary identifier',
  ),
  secondary_identifier: LIST(
    'Given names|Given name|First name|First names|Forenames|Forename|Other names|Prénoms|Prénom|Nombre|Nombres|Vornamen|Vorname|Imiona|Imię|Fornavne|Adı|Nomi|Nome|Prenume|Voornamen|Jméno|Meno|Ime|Etunimet|Eesnimi|Vārds|Vardas|Utónév|FN|Eiginnafn|Tên đệm và tên|Secondary identifier',
  ),
  nationality: LIST(
    'Nationality|Nationalité|Nacionalidad|Staatsangehörigkeit|Obywatelstwo|Statsborgerskab|Uyruğu|Cittadinanza|Nacionalidade|Nationaliteit|Státní občanství|Štátne občianstvo|Državljanstvo|Kansalaisuus|Kodakondsus|Pilsonība|Pilietybė|Állampolgárság|Cetățenia|Citizenship|Ríkisfang|Quốc tịch',
  ),
  birth_date: LIST(
    'Date of birth|Birth date|Birthdate|DOB|Date de naissance|Né le|Née le|Fecha de nacimiento|Geburtsdatum|Geburtstag|Data urodzenia|Fødselsdato|Doğum tarihi|Data di nascita|Data de nascimento|Geboortedatum|Datum narození|Dátum narodenia|Datum rođenja|Datum rojstva|Syntymäaika|Sünniaeg|Dzimšanas datums|Gimimo data|Születési idő|Data nașterii|Fæðingardagur|Ngày sinh',
  ),
  sex: LIST(
    'Sex|Sexe|Sexo|Geschlecht|Płeć|Køn|Cinsiyeti|Cinsiyet|Sesso|Geslacht|Pohlaví|Pohlavie|Spol|Sukupuoli|Sugu|Dzimums|Lytis|Nem|Kyn|Gender|Giới tính',
  ),
  issue_date: LIST(
    'Date of issue|Issue date|Issued|ISS|Date de délivrance|Délivré le|Fecha de expedición|Fecha de emisión|Ausstellungsdatum|Ausgestellt am|Data wydania|Udstedelsesdato|Veriliş tarihi|Data di rilascio|Data de emissão|Datum vydání|Datum izdavanja|Datum izdaje|Data emiterii|Útgáfudagur|Ngày cấp|From|Valid from|Valable du',
  ),
  expiry_date: LIST(
    'Date of expiry|Date of expiration|Expiry|Expiry date|Expiration date|Expires|Valid until|EXP|Date d’expiration|Expire le|Valable jusqu au|Fecha de caducidad|Fecha de vencimiento|Válido hasta|Validez|Vence|Gültig bis|Ablaufdatum|Data ważności|Termin ważności|Udløbsdato|Geçerlilik tarihi|Son geçerlilik|Data di scadenza|Scadenza|Data de validade|Geldig tot|Platnost do|Platnosť do|Vrijedi do|Velja do|Viimeinen voimassaolopäivä|Kehtiv kuni|Derīga līdz|Galioja iki|Érvényes|Valabil până la|Gildir til|Có giá trị đến|Until|Valid to',
  ),
  personal_number: LIST(
    'Personal No|Personal number|N personnel|Número personal|N personal|Personennummer|Numer PESEL|PESEL|Personnr|Kennitala|DNI|T C Kimlik No|JMBG|EGN|OIB|Rodné číslo|Asmens kodas|Isikukood|Personas kods|Codice fiscale|CNP|Số định danh|Identity No',
  ),
  birth_place: LIST(
    'Place of birth|Birthplace|Lieu de naissance|Lugar de nacimiento|Geburtsort|Miejsce urodzenia|Fødested|Doğum yeri|Luogo di nascita|Local de nascimento|Geboorteplaats|Místo narození|Miesto narodenia|Mjesto rođenja|Kraj rojstva|Fæðingarstaður|Nơi sinh',
  ),
  address: LIST(
    'Address|Adresse|Domicilio|Anschrift|Wohnort|Adres|Adresa|Indirizzo|Residence|Residenza|Morada|Heimili|Nơi cư trú',
  ),
  licence_categories: LIST('Categories|Catégories|Class|CLASS|Klasse|Klassen|Categorías'),
  issuing_authority: LIST(
    'Authority|Issuing authority|Autorité|Autoridad|Behörde|Ausstellende Behörde|Organ wydający|Myndighed|Veren makam|Autorità|Autoridade|Útgefandi|Nơi cấp|Issued by|Authorité',
  ),
  other: LIST(
    'Signature|Signature of holder|Holder’s signature|Signature of bearer|Signature du titulaire|Firma|Firma del titular|Unterschrift|Unterschrift der Inhaberin|Podpis|Underskrift|İmza|Undirskrift|Chữ ký|Height|Taille|Größe|Estatura|Colour of eyes|Eyes|EYES|HGT|WGT|HAIR|Augenfarbe|Couleur des yeux|Remarks|Observations|Endorsements|END|REST|Restrictions|DD|Number of entries|Duration of stay|Type of visa|CAN|Access number',
  ),
};

/** Numbers that ISO/IEC 18013-1:2018 annex B prints before the values of a driving licence. */
export const LICENCE_NUMBERS: Readonly<Record<string, LabelTarget>> = {
  '1': 'primary_identifier',
  '2': 'secondary_identifier',
  '3': 'birth_date',
  '4a': 'issue_date',
  '4b': 'expiry_date',
  '4c': 'issuing_authority',
  '4d': 'personal_number',
  '5': 'document_number',
  '6': 'other',
  '7': 'other',
  '8': 'address',
  '9': 'licence_categories',
  '10': 'other',
  '11': 'other',
  '12': 'other',
};
