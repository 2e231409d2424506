/**
 * Naming traditions. A name is written `Printed` or `Printed > MRZ` in Latin scripts, `Original > Latin` or
 * `Original > Latin > MRZ` in others; without an MRZ spelling the zone carries the printed letters A–Z.
 * The MRZ spellings are written by hand from ICAO Doc 9303-3 §6 and the states' own systems, so that the truth does not
 * come from the code under test. All holders are invented.
 */
export type NamingTradition = {
  readonly script: 'Latn' | 'Cyrl' | 'Grek' | 'Arab' | 'Geor' | 'Armn';
  /** Primary identifiers by sex, where the tradition bends them. */
  readonly primary: BySex;
  readonly secondary: BySex;
  /** How many primary identifiers make the whole (Spanish: two). */
  readonly primaries: 1 | 2;
  /** How many secondary identifiers at most; 0 for people with one name. */
  readonly secondaries: 0 | 1 | 2 | 3;
};

type BySex = { readonly F: readonly string[]; readonly M: readonly string[] };
const both = (...names: readonly string[]): BySex => ({ F: names, M: names });

export const NAMING_TRADITIONS = {
  utopian: {
    script: 'Latn',
    primary: both('Eriksson', 'Hythloday', 'Ademus', 'Anyder', 'Moreau', 'Lindqvist', 'Achora', 'Barzanes'),
    secondary: {
      F: ['Anna Maria', 'Thomasine', 'Elin', 'Beatrix', 'Sofia'],
      M: ['Raphael', 'Thomas', 'Peter Giles', 'Edmund', 'Hugo'],
    },
    primaries: 1,
    secondaries: 2,
  },
  german: {
    script: 'Latn',
    primary: both(
      'Götz > GOETZ',
      'Müller > MUELLER',
      'Weiß > WEISS',
      'Schröder > SCHROEDER',
      'Jäger > JAEGER',
      'von Grünberg > VON GRUENBERG',
      'Baumgartner',
      'Köhler-Voß > KOEHLER VOSS',
    ),
    secondary: {
      F: ['Käthe > KAETHE', 'Annegret', 'Ulrike', 'Jördis > JOERDIS', 'Marie-Luise'],
      M: ['Jörg > JOERG', 'Günther > GUENTHER', 'Matthias', 'Karl-Heinz', 'Sönke > SOENKE'],
    },
    primaries: 1,
    secondaries: 2,
  },
  french: {
    script: 'Latn',
    primary: both('Lefèvre', 'Béranger', 'Dubois', 'd’Aubigné', 'Garçon', 'Saint-Exupère', 'Noël', 'Hébert'),
    secondary: {
      F: ['Hélène', 'Anaïs', 'Marie-Noëlle', 'Françoise', 'Zoé'],
      M: ['François', 'Jérôme', 'Loïc', 'Benoît', 'Théo'],
    },
    primaries: 1,
    secondaries: 3,
  },
  spanish: {
    script: 'Latn',
    primary: both(
      'García',
      'Muñoz',
      'Ibáñez',
      'Rodríguez',
      'de la Fuente',
      'Peña',
      'Vázquez',
      'Solórzano',
      'Núñez',
      'Solís',
    ),
    secondary: {
      F: ['María José', 'Begoña', 'Inés', 'Lucía', 'Ana Belén'],
      M: ['José Luis', 'Íñigo', 'Andrés', 'Ramón', 'Joaquín'],
    },
    primaries: 2,
    secondaries: 1,
  },
  polish: {
    script: 'Latn',
    primary: {
      F: ['Żółć', 'Wiśniewska', 'Kowalczyk', 'Dąbrowska', 'Święch', 'Gałązka'].map(polishZone),
      M: ['Żółć', 'Wiśniewski', 'Kowalczyk', 'Dąbrowski', 'Święch', 'Gałązka'].map(polishZone),
    },
    secondary: {
      F: ['Małgorzata', 'Agnieszka', 'Łucja', 'Bożena', 'Zofia'].map(polishZone),
      M: ['Łukasz', 'Paweł', 'Grzegorz', 'Zdzisław', 'Michał'].map(polishZone),
    },
    primaries: 1,
    secondaries: 2,
  },
  danish: {
    script: 'Latn',
    primary: both(
      'Bjørn > BJOERN',
      'Nørgaard > NOERGAARD',
      'Sørensen > SOERENSEN',
      'Kjær > KJAER',
      'Østergård > OESTERGAARD',
      'Holm',
      'Møller Skov > MOELLER SKOV',
    ),
    secondary: {
      F: ['Åse > AASE', 'Kirsten', 'Sørine > SOERINE', 'Maja', 'Bodil'],
      M: ['Søren > SOEREN', 'Jørgen > JOERGEN', 'Åge > AAGE', 'Niels', 'Rasmus'],
    },
    primaries: 1,
    secondaries: 2,
  },
  icelandic: {
    script: 'Latn',
    primary: {
      F: ['Jónsdóttir', 'Þórðardóttir > THORDARDOTTIR', 'Gunnarsdóttir', 'Ægisdóttir > AEGISDOTTIR'],
      M: ['Jónsson', 'Þórðarson > THORDARSON', 'Gunnarsson', 'Ægisson > AEGISSON'],
    },
    secondary: {
      F: ['Björk > BJOERK', 'Guðrún > GUDRUN', 'Sigríður > SIGRIDUR', 'Ásta'],
      M: ['Þór > THOR', 'Guðmundur > GUDMUNDUR', 'Sigurður > SIGURDUR', 'Óskar'],
    },
    primaries: 1,
    secondaries: 2,
  },
  turkish: {
    script: 'Latn',
    primary: both(
      'Yıldız > YILDIZ',
      'Öztürk > OZTURK',
      'Şahin > SAHIN',
      'Çağlar > CAGLAR',
      'Güneş > GUNES',
      'Işık > ISIK',
      'Kaya',
    ),
    secondary: {
      F: ['Ayşe > AYSE', 'Gülşen > GULSEN', 'Zeynep', 'Çiğdem > CIGDEM'],
      M: ['İbrahim > IBRAHIM', 'Oğuz > OGUZ', 'Mustafa', 'Tuğrul > TUGRUL'],
    },
    primaries: 1,
    secondaries: 2,
  },
  vietnamese: {
    script: 'Latn',
    primary: both('Nguyễn > NGUYEN', 'Trần > TRAN', 'Đặng > DANG', 'Phạm > PHAM', 'Võ > VO', 'Lê > LE'),
    secondary: {
      F: ['Thị Hồng Nhung > THI HONG NHUNG', 'Thị Đào > THI DAO', 'Ngọc Ánh > NGOC ANH'],
      M: ['Văn Đức > VAN DUC', 'Minh Quân > MINH QUAN', 'Hữu Thắng > HUU THANG'],
    },
    primaries: 1,
    secondaries: 1,
  },
  ukrainian: {
    script: 'Cyrl',
    primary: {
      F: [
        'Шевченко > Shevchenko',
        'Коваль > Koval',
        'Гриценко > Hrytsenko',
        'Яворська > Yavorska',
        'Щербань > Shcherban',
        'Їжакевич > Yizhakevych',
      ],
      M: [
        'Шевченко > Shevchenko',
        'Коваль > Koval',
        'Гриценко > Hrytsenko',
        'Яворський > Yavorskyi',
        'Щербань > Shcherban',
        'Їжакевич > Yizhakevych',
      ],
    },
    secondary: {
      F: ['Оксана > Oksana', 'Наталія > Nataliia', 'Юлія > Yuliia', 'Ганна > Hanna'],
      M: ['Олександр > Oleksandr', 'Андрій > Andrii', 'Євген > Yevhen', 'Сергій > Serhii'],
    },
    primaries: 1,
    secondaries: 1,
  },
  bulgarian: {
    script: 'Cyrl',
    primary: {
      F: ['Георгиева > Georgieva', 'Щерева > Shtereva', 'Желязкова > Zhelyazkova', 'Цветкова > Tsvetkova'],
      M: ['Георгиев > Georgiev', 'Щерев > Shterev', 'Желязков > Zhelyazkov', 'Цветков > Tsvetkov'],
    },
    secondary: {
      F: ['Цветелина > Tsvetelina', 'Мария > Maria', 'Жана > Zhana'],
      M: ['Христо > Hristo', 'Юлиан > Yulian', 'Борис > Boris'],
    },
    primaries: 1,
    secondaries: 2,
  },
  serbian: {
    script: 'Cyrl',
    primary: both(
      'Ђорђевић > Đorđević > DORDEVIC',
      'Јовановић > Jovanović',
      'Живковић > Živković',
      'Његош > Njegoš',
      'Чубриловић > Čubrilović',
    ),
    secondary: {
      F: ['Љиљана > Ljiljana', 'Јелена > Jelena', 'Снежана > Snežana'],
      M: ['Ђорђе > Đorđe > DORDE', 'Милош > Miloš', 'Жарко > Žarko'],
    },
    primaries: 1,
    secondaries: 1,
  },
  greek: {
    script: 'Grek',
    primary: {
      F: ['Παπαδοπούλου > Papadopoulou', 'Αγγελίδη > Angelidi', 'Χατζή > Chatzi', 'Μπότσαρη > Botsari'],
      M: ['Παπαδόπουλος > Papadopoulos', 'Αγγελίδης > Angelidis', 'Χατζής > Chatzis', 'Μπότσαρης > Botsaris'],
    },
    secondary: {
      F: ['Ελένη > Eleni', 'Ευαγγελία > Evangelia', 'Μαρία > Maria'],
      M: ['Γεώργιος > Georgios', 'Ευστάθιος > Efstathios', 'Νικόλαος > Nikolaos'],
    },
    primaries: 1,
    secondaries: 1,
  },
  arabic: {
    script: 'Arab',
    primary: both('علي > Ali', 'حسن > Hassan', 'عبد الرحمن > Abdelrahman', 'المصري > El Masry', 'خليل > Khalil'),
    secondary: {
      F: ['فاطمة > Fatma', 'مريم > Mariam', 'سارة محمود > Sara Mahmoud'],
      M: ['محمد > Mohammed', 'أحمد سمير > Ahmed Samir', 'يوسف > Youssef'],
    },
    primaries: 1,
    secondaries: 1,
  },
  georgian: {
    script: 'Geor',
    primary: both(
      'ბერიძე > Beridze',
      'კაპანაძე > Kapanadze',
      'ჯავახიშვილი > Javakhishvili',
      'ღვინიაშვილი > Ghviniashvili',
      'წიკლაური > Tsiklauri',
    ),
    secondary: {
      F: ['ნინო > Nino', 'თამარ > Tamar', 'ქეთევან > Ketevan'],
      M: ['გიორგი > Giorgi', 'ვახტანგ > Vakhtang', 'ზურაბ > Zurab'],
    },
    primaries: 1,
    secondaries: 1,
  },
  armenian: {
    script: 'Armn',
    primary: both(
      'Սարգսյան > Sargsyan',
      'Հովհաննիսյան > Hovhannisyan',
      'Պետրոսյան > Petrosyan',
      'Ղազարյան > Ghazaryan',
    ),
    secondary: {
      F: ['Անահիտ > Anahit', 'Սիրանուշ > Siranush', 'Մարիամ > Mariam'],
      M: ['Արմեն > Armen', 'Հայկ > Hayk', 'Տիգրան > Tigran'],
    },
    primaries: 1,
    secondaries: 1,
  },
  english: {
    script: 'Latn',
    primary: both('Whitlock', 'O’Connor', 'Fairbanks', 'Smith-Hale', 'Okafor', 'Tremblay', 'Singh', 'McAllister'),
    secondary: {
      F: ['Grace Eleanor', 'Harriet', 'Priya', 'Chloé', 'Amara Rose'],
      M: ['Alexander James', 'Wesley', 'Noah', 'Étienne', 'Daniel'],
    },
    primaries: 1,
    secondaries: 1,
  },
  mononym: {
    script: 'Latn',
    primary: both('Arkfreith', 'Suryani', 'Nandakumar', 'Wulandari'),
    secondary: both(),
    primaries: 1,
    secondaries: 0,
  },
  overlong: {
    script: 'Latn',
    primary: both(
      'Nilavadhanananda Chayapa',
      'Bennelong Wooloomooloo Warrandyte Warnambool',
      'Papandropoulous-Featherstonehaugh-Cholmondeley',
    ),
    secondary: both('Dejthamrong Krasuang', 'Diana Alexandra Wilhelmina', 'Jonathon Warren Trevor Bartholomew'),
    primaries: 1,
    secondaries: 1,
  },
} as const satisfies Readonly<Record<string, NamingTradition>>;

export type TraditionName = keyof typeof NAMING_TRADITIONS;

/** Polish letters lose their marks in the zone (ICAO Doc 9303-3 §6, table A); Ł is its own letter and becomes L. */
function polishZone(name: string): string {
  return `${name} > ${name
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()}`;
}
