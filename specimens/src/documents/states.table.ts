import type { SpecimenKind } from '../flat-document.ts';
import type { TraditionName } from '../holders/holders.table.ts';
import type { DateStyle } from './date-styles.ts';
import type { EmblemShape } from './emblem.ts';
import type { Language } from './labels.table.ts';

/** What we print for a state. Apart from Utopia the codes are real and every layout is invented: nothing imitates a real document. */
export type IssuingState = {
  /** ISO 3166-1 alpha-3, or UTO. */
  readonly code: string;
  /** Large in the header, in the state's own language. */
  readonly title: string;
  /** Licences of federations are issued by an invented member of them. */
  readonly licenceTitle?: string;
  /** Small beside it. */
  readonly subtitle: string;
  /** The first is the state's own. */
  readonly languages: readonly [Language, ...Language[]];
  /** Utopia needs no mark; every real code's invented layout carries SPECIMEN across. */
  readonly specimenMark: boolean;
  readonly traditions: readonly [TraditionName, ...TraditionName[]];
  readonly colours: {
    /** Header, labels. */
    readonly main: string;
    /** Guilloche, emblem. */
    readonly second: string;
    readonly accent: string;
    readonly paper: string;
    readonly ink: string;
  };
  readonly emblem: EmblemShape;
  /** Which of the three layouts of each kind. */
  readonly layout: 0 | 1 | 2;
  readonly dateStyle: DateStyle;
  readonly nationality: string;
  readonly authority: string;
  /** `A` a letter, `9` a digit; anything else stands for itself. */
  readonly passportNumber: string;
  readonly cardNumber: string;
  readonly personalNumber?: string;
  readonly places: readonly [string, ...string[]];
  /** Street and town. */
  readonly addresses: readonly (readonly [string, string])[];
};

type Palette = IssuingState['colours'];
const palette = (main: string, second: string, accent: string, paper: string): Palette => ({
  main,
  second,
  accent,
  paper,
  ink: '#141a22',
});

const STATES: readonly IssuingState[] = [
  {
    code: 'UTO',
    title: 'UTOPIA',
    subtitle: 'RÉPUBLIQUE D’UTOPIE',
    languages: ['en', 'fr'],
    specimenMark: false,
    traditions: ['utopian', 'utopian', 'utopian', 'mononym', 'overlong', 'german', 'vietnamese'],
    colours: palette('#1f5f7f', '#c08a3e', '#6d4a86', '#eef4f2'),
    emblem: 'ship',
    layout: 0,
    dateStyle: 'month-en-fr',
    nationality: 'UTOPIAN',
    authority: 'PASSPORT OFFICE AMAUROT',
    passportNumber: 'A99999AA9',
    cardNumber: 'A99999999',
    personalNumber: 'AA999999A',
    places: ['ZENITH', 'AMAUROT', 'ANYDER BRIDGE'],
    addresses: [
      ['12 GARDEN STREET', 'AMAUROT UT 40211'],
      ['7 LANTERN QUAY', 'ZENITH UT 10380'],
      ['95 SYPHOGRANT SQUARE', 'ANYDER BRIDGE UT 22904'],
    ],
  },
  {
    code: 'DEU',
    title: 'DEUTSCHLAND',
    subtitle: 'GERMANY · ALLEMAGNE',
    languages: ['de', 'en', 'fr'],
    specimenMark: true,
    traditions: ['german'],
    colours: palette('#3f4f57', '#7fa08c', '#b1893d', '#eef3ee'),
    emblem: 'tree',
    layout: 1,
    dateStyle: 'dots',
    nationality: 'DEUTSCH',
    authority: 'STADT NEUENHAIN',
    passportNumber: 'C9AAA9999',
    cardNumber: 'L9AA9AA99',
    places: ['NEUENHAIN', 'KÖNIGSBRÜCK', 'WÜRMTAL'],
    addresses: [
      ['LINDENWEG 14', '99999 NEUENHAIN'],
      ['MÜHLGASSE 3', '99998 WÜRMTAL'],
    ],
  },
  {
    code: 'FRA',
    title: 'FRANCE',
    subtitle: 'FRENCH REPUBLIC',
    languages: ['fr', 'en'],
    specimenMark: true,
    traditions: ['french'],
    colours: palette('#2c4a8c', '#b05767', '#6f86b8', '#f1f3f9'),
    emblem: 'sun',
    layout: 2,
    dateStyle: 'spaces',
    nationality: 'FRANÇAISE',
    authority: 'PRÉFECTURE DE VALCLAIR',
    passportNumber: '99AA99999',
    cardNumber: 'A9AAAA9A9',
    places: ['VALCLAIR', 'SAINT-ÉLOI-DES-PRÉS', 'BREZAC'],
    addresses: [
      ['8 RUE DES TILLEULS', '99310 VALCLAIR'],
      ['21 QUAI DU MOULIN', '99120 BREZAC'],
    ],
  },
  {
    code: 'ESP',
    title: 'ESPAÑA',
    subtitle: 'SPAIN · ESPAGNE',
    languages: ['es', 'en'],
    specimenMark: true,
    traditions: ['spanish'],
    colours: palette('#8c2f2f', '#c79a3c', '#5d7d6a', '#f8f2e8'),
    emblem: 'tower',
    layout: 0,
    dateStyle: 'spaces',
    nationality: 'ESPAÑOLA',
    authority: 'DIRECCIÓN DE DOCUMENTOS',
    passportNumber: 'AAA999999',
    cardNumber: 'AAA999999',
    personalNumber: '99999999A',
    places: ['VILLANUEVA', 'PEÑALBA', 'LOGROÑAL'],
    addresses: [
      ['C/ MAYOR 17 2ºB', '99071 PEÑALBA'],
      ['AVDA. DEL MAR 4', '99123 VILLANUEVA'],
    ],
  },
  {
    code: 'POL',
    title: 'RZECZPOSPOLITA POLSKA',
    subtitle: 'REPUBLIC OF POLAND',
    languages: ['pl', 'en'],
    specimenMark: true,
    traditions: ['polish'],
    colours: palette('#a32c3c', '#8d8f9c', '#c49a6c', '#f7f1f1'),
    emblem: 'bird',
    layout: 1,
    dateStyle: 'dots',
    nationality: 'POLSKIE',
    authority: 'WOJEWODA ŁĘCKI',
    passportNumber: 'AA9999999',
    cardNumber: 'AAA999999',
    personalNumber: '99999999999',
    places: ['ŁĘCZYN', 'ŚWIĘTNO', 'BORÓW'],
    addresses: [
      ['UL. KLONOWA 5/12', '99-310 ŁĘCZYN'],
      ['UL. ŻYTNIA 40', '99-021 BORÓW'],
    ],
  },
  {
    code: 'UKR',
    title: 'УКРАЇНА',
    subtitle: 'UKRAINE',
    languages: ['uk', 'en'],
    specimenMark: true,
    traditions: ['ukrainian'],
    colours: palette('#1e5aa0', '#c9a227', '#5f8fbf', '#f0f4fa'),
    emblem: 'wheat',
    layout: 2,
    dateStyle: 'spaces',
    nationality: 'УКРАЇНА/UKRAINE',
    authority: '8099',
    passportNumber: 'AA999999',
    cardNumber: '999999999',
    personalNumber: '999999999999',
    places: ['ЗОЛОТИЙ БРІД/UKR', 'СОНЯЧНЕ/UKR'],
    addresses: [
      ['вул. Садова 8', 'м. Сонячне'],
      ['вул. Київська 31', 'м. Золотий Брід'],
    ],
  },
  {
    code: 'GRC',
    title: 'ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ',
    subtitle: 'HELLENIC REPUBLIC',
    languages: ['el', 'en'],
    specimenMark: true,
    traditions: ['greek'],
    colours: palette('#1d5b99', '#79a9d1', '#8c7b4a', '#f0f5fa'),
    emblem: 'wave',
    layout: 0,
    dateStyle: 'slashes',
    nationality: 'ΕΛΛΗΝΙΚΗ/HELLENIC',
    authority: 'Α.Ε.Α./Δ.Δ. - N.P.C.',
    passportNumber: 'AA9999999',
    cardNumber: 'A99999999',
    places: ['ΝΕΑ ΑΛΩΝΗ/GRC', 'ΚΑΛΟΝΕΡΙ/GRC'],
    addresses: [
      ['ΟΔΟΣ ΕΛΑΙΩΝ 12', '99100 ΝΕΑ ΑΛΩΝΗ'],
      ['ΑΚΤΗ ΝΟΤΟΥ 3', '99200 ΚΑΛΟΝΕΡΙ'],
    ],
  },
  {
    code: 'EGY',
    title: 'جمهورية مصر العربية',
    subtitle: 'ARAB REPUBLIC OF EGYPT',
    languages: ['ar', 'en'],
    specimenMark: true,
    traditions: ['arabic'],
    colours: palette('#2f5d4f', '#b98f45', '#8c5a3c', '#f6f3e9'),
    emblem: 'sun',
    layout: 1,
    dateStyle: 'slashes',
    nationality: 'EGYPTIAN',
    authority: 'CIVIL STATUS 12',
    passportNumber: 'A99999999',
    cardNumber: 'AA9999999',
    personalNumber: '99999999999999',
    places: ['KAFR EL NOUR', 'NEW THEBAI'],
    addresses: [
      ['12 EL NAKHIL ST', 'KAFR EL NOUR'],
      ['40 LOTUS ROAD', 'NEW THEBAI'],
    ],
  },
  {
    code: 'GEO',
    title: 'საქართველო',
    subtitle: 'GEORGIA',
    languages: ['ka', 'en'],
    specimenMark: true,
    traditions: ['georgian'],
    colours: palette('#8a2b3a', '#5c8577', '#c48a5a', '#f8f2ef'),
    emblem: 'mountain',
    layout: 2,
    dateStyle: 'dots',
    nationality: 'GEORGIAN',
    authority: 'MINISTRY OF DOCUMENTS',
    passportNumber: '99AA99999',
    cardNumber: '99AA99999',
    personalNumber: '99999999999',
    places: ['ვარდისუბანი/GEO', 'მთაწყალი/GEO'],
    addresses: [
      ['ვაზის ქ. 14', 'ვარდისუბანი'],
      ['მთის ქ. 3', 'მთაწყალი'],
    ],
  },
  {
    code: 'ARM',
    title: 'ՀԱՅԱՍՏԱՆ',
    subtitle: 'REPUBLIC OF ARMENIA',
    languages: ['hy', 'en'],
    specimenMark: true,
    traditions: ['armenian'],
    colours: palette('#a6502a', '#4f6d94', '#c99b3f', '#f8f3ec'),
    emblem: 'mountain',
    layout: 0,
    dateStyle: 'slashes',
    nationality: 'ARMENIAN',
    authority: '041',
    passportNumber: 'AA9999999',
    cardNumber: '999999999',
    personalNumber: '9999999999',
    places: ['ԾԻՐԱՆԱՎԱՆ/ARM', 'ԼՈՒՍԱԳՅՈՒՂ/ARM'],
    addresses: [
      ['Ծիրանի փող. 9', 'Ծիրանավան'],
      ['Արևի փող. 22', 'Լուսագյուղ'],
    ],
  },
  {
    code: 'TUR',
    title: 'TÜRKİYE CUMHURİYETİ',
    subtitle: 'REPUBLIC OF TÜRKİYE',
    languages: ['tr', 'en'],
    specimenMark: true,
    traditions: ['turkish'],
    colours: palette('#a02c3b', '#5a8c9a', '#b59a63', '#f7f1ef'),
    emblem: 'star',
    layout: 1,
    dateStyle: 'dots',
    nationality: 'T.C./TUR',
    authority: 'YEŞİLOVA',
    passportNumber: 'A99999999',
    cardNumber: 'A99A99999',
    personalNumber: '99999999999',
    places: ['YEŞİLOVA', 'GÜZELÇAY', 'IŞIKPINAR'],
    addresses: [
      ['ÇINAR SOK. 6/3', 'YEŞİLOVA'],
      ['DENİZ CAD. 81', 'GÜZELÇAY'],
    ],
  },
  {
    code: 'DNK',
    title: 'DANMARK',
    subtitle: 'DENMARK · KALAALLIT NUNAAT',
    languages: ['da', 'en', 'fr'],
    specimenMark: true,
    traditions: ['danish'],
    colours: palette('#9c2f45', '#6f8fa3', '#b88a54', '#f8f2f3'),
    emblem: 'wave',
    layout: 2,
    dateStyle: 'month-da-en',
    nationality: 'DANSK/DANISH',
    authority: 'BORGERSERVICE ØSTERBÆK',
    passportNumber: '299999999',
    cardNumber: '999999999',
    personalNumber: '9999999999',
    places: ['ØSTERBÆK', 'NYÅRHUS', 'HØJSLEV'],
    addresses: [
      ['ÅBRINKEN 9', '9999 ØSTERBÆK'],
      ['SØVEJ 25', '9998 NYÅRHUS'],
    ],
  },
  {
    code: 'ISL',
    title: 'ÍSLAND',
    subtitle: 'ICELAND · ISLANDE',
    languages: ['is', 'en'],
    specimenMark: true,
    traditions: ['icelandic'],
    colours: palette('#24507a', '#9a3a45', '#7fa3b5', '#eff4f8'),
    emblem: 'mountain',
    layout: 0,
    dateStyle: 'month-en',
    nationality: 'ÍSLAND/ICELAND',
    authority: 'ÞJÓÐSKRÁ',
    passportNumber: 'A9999999',
    cardNumber: '999999999',
    personalNumber: '9999999999',
    places: ['NÝVÍK', 'HRAUNHÖFÐI'],
    addresses: [
      ['FJÖRUGATA 3', '999 NÝVÍK'],
      ['HÓLAVEGUR 11', '998 HRAUNHÖFÐI'],
    ],
  },
  {
    code: 'CRI',
    title: 'REPÚBLICA DE COSTA RICA',
    subtitle: 'REPUBLIC OF COSTA RICA',
    languages: ['es', 'en'],
    specimenMark: true,
    traditions: ['spanish'],
    colours: palette('#1f4f86', '#3f8f6a', '#b3433f', '#eff6f2'),
    emblem: 'ship',
    layout: 1,
    dateStyle: 'slashes',
    nationality: 'COSTARRICENSE',
    authority: 'REGISTRO CIVIL',
    passportNumber: 'A999999',
    cardNumber: '999999999999',
    places: ['PUERTO LINDO', 'SAN ELÍAS', 'MONTEÑO'],
    addresses: [
      ['AVENIDA 4, CALLE 11', 'SAN ELÍAS'],
      ['BARRIO EL ÁLAMO 30', 'PUERTO LINDO'],
    ],
  },
  {
    code: 'BGR',
    title: 'РЕПУБЛИКА БЪЛГАРИЯ',
    subtitle: 'REPUBLIC OF BULGARIA',
    languages: ['bg', 'en'],
    specimenMark: true,
    traditions: ['bulgarian'],
    colours: palette('#2f6b4f', '#a8505a', '#b59f63', '#f2f6ef'),
    emblem: 'wheat',
    layout: 0,
    dateStyle: 'dots',
    nationality: 'БЪЛГАРИЯ/BGR',
    authority: 'МВР/MoI BGR',
    passportNumber: '999999999',
    cardNumber: 'AA9999999',
    personalNumber: '9999999999',
    places: ['РОЗОВЕЦ/ROZOVETS', 'БЕЛА РЕКА/BELA REKA'],
    addresses: [
      ['ул. Липа 7', 'гр. Розовец'],
      ['бул. Дунав 18', 'гр. Бела река'],
    ],
  },
  {
    code: 'SRB',
    title: 'РЕПУБЛИКА СРБИЈА',
    subtitle: 'REPUBLIC OF SERBIA',
    languages: ['sr', 'en'],
    specimenMark: true,
    traditions: ['serbian'],
    colours: palette('#7c2f42', '#47668f', '#bb9a5b', '#f6f2f3'),
    emblem: 'bird',
    layout: 2,
    dateStyle: 'dots',
    nationality: 'SRPSKO',
    authority: 'PU NOVI BREG',
    passportNumber: '999999999',
    cardNumber: '999999999',
    personalNumber: '9999999999999',
    places: ['NOVI BREG', 'LIPOVAC'],
    addresses: [
      ['Цветна 4', 'Нови Брег'],
      ['Дунавска 52', 'Липовац'],
    ],
  },
  {
    code: 'VNM',
    title: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    subtitle: 'VIET NAM',
    languages: ['vi', 'en'],
    specimenMark: true,
    traditions: ['vietnamese'],
    colours: palette('#9d3030', '#c7a03c', '#5e8a7c', '#f9f4ea'),
    emblem: 'star',
    layout: 2,
    dateStyle: 'slashes',
    nationality: 'VIỆT NAM',
    authority: 'CỤC QUẢN LÝ HỒ SƠ',
    passportNumber: 'A9999999',
    cardNumber: '999999999',
    personalNumber: '999999999999',
    places: ['TÂN SƠN ĐÔNG', 'PHÚ LỘC HẠ'],
    addresses: [
      ['12 ĐƯỜNG HOA SEN', 'TÂN SƠN ĐÔNG'],
      ['5 PHỐ CẦU GỖ', 'PHÚ LỘC HẠ'],
    ],
  },
  {
    code: 'USA',
    title: 'UNITED STATES OF AMERICA',
    licenceTitle: 'STATE OF FREMONT',
    subtitle: 'USA',
    languages: ['en'],
    specimenMark: true,
    traditions: ['english', 'spanish', 'vietnamese'],
    colours: palette('#274b7d', '#a3683a', '#6a8f7a', '#f1f4f3'),
    emblem: 'mountain',
    layout: 0,
    dateStyle: 'month-first',
    nationality: 'UNITED STATES',
    authority: 'DEPARTMENT OF ROADS',
    passportNumber: '999999999',
    cardNumber: 'A9999999',
    places: ['SPRINGVALE', 'PORT HADLEY'],
    addresses: [
      ['4821 HARBOR VIEW DR', 'SPRINGVALE FR 99023'],
      ['16 COTTONWOOD LN', 'PORT HADLEY FR 99171'],
    ],
  },
  {
    code: 'CAN',
    title: 'CANADA',
    licenceTitle: 'PROVINCE OF ASPENWOOD',
    subtitle: 'CANADA',
    languages: ['en', 'fr'],
    specimenMark: true,
    traditions: ['english', 'french'],
    colours: palette('#8f2f34', '#4f7f6a', '#b08a50', '#f6f3ef'),
    emblem: 'tree',
    layout: 1,
    dateStyle: 'hyphens',
    nationality: 'CANADIAN',
    authority: 'ASPENWOOD ROADS',
    passportNumber: 'AA999999',
    cardNumber: 'A9999-99999-99999',
    places: ['LAC-DES-PINS', 'NORTH BEND'],
    addresses: [
      ['77 SPRUCE AVE', 'NORTH BEND AW X0X 0X1'],
      ['5 RUE DU LAC', 'LAC-DES-PINS AW X0X 0X9'],
    ],
  },
  {
    code: 'AUS',
    title: 'AUSTRALIA',
    licenceTitle: 'STATE OF BANKSIA',
    subtitle: 'AUSTRALIA',
    languages: ['en'],
    specimenMark: true,
    traditions: ['english', 'greek', 'vietnamese'],
    colours: palette('#20695f', '#c47f3b', '#5c6f9c', '#eff6f1'),
    emblem: 'wave',
    layout: 2,
    dateStyle: 'slashes',
    nationality: 'AUSTRALIAN',
    authority: 'BANKSIA TRANSPORT',
    passportNumber: 'AA9999999',
    cardNumber: '99999999',
    places: ['WATTLE POINT', 'CORELLA'],
    addresses: [
      ['UNIT 3 18 LORIKEET RD', 'CORELLA BK 0999'],
      ['9 SANDBANK PDE', 'WATTLE POINT BK 0998'],
    ],
  },
];

/** By code. */
export const ISSUING_STATES: ReadonlyMap<string, IssuingState> = new Map(STATES.map((state) => [state.code, state]));

const FEDERAL: readonly string[] = ['USA', 'CAN', 'AUS'];

/** The codes of the states that issue the kind. */
export function statesOfKind(kind: SpecimenKind): readonly string[] {
  const all = [...ISSUING_STATES.keys()];
  switch (kind) {
    case 'passport':
    case 'visa-a':
    case 'visa-b':
      return all;
    case 'identity-card-td1':
    case 'identity-card-td2':
    case 'driving-licence-eu':
      return all.filter((code) => !FEDERAL.includes(code));
    case 'driving-licence-na':
      return ['UTO', ...FEDERAL];
  }
}
