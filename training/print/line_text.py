"""What a line says: mostly arbitrary letters and digits in the shapes that documents print, so that no word is learnt."""

import faces
from alphabet import CAPITALS, SMALLS, VIETNAMESE_CAPITALS, VIETNAMESE_SMALLS

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VOWELS = "AEIOU"
# Letters that national alphabets add, capital and small.
NATIONAL = (
    ("ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ", "àâæçéèêëîïôœùûüÿ"), ("ÁÉÍÑÓÚÜ", "áéíñóúü"), ("ÄÖÜ", "äöüß"), ("ĄĆĘŁŃÓŚŹŻ", "ąćęłńóśźż"), ("ÇĞIİÖŞÜ", "çğıiöşü"),
    ("ÆØÅ", "æøå"), ("ÁÐÉÍÓÚÝÞÆÖ", "áðéíóúýþæö"), ("ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĹĽŔÔÄ", "áčďéěíňóřšťúůýžĺľŕôä"), ("ČĆĐŠŽ", "čćđšž"), ("ÁÉÍÓÖŐÚÜŰ", "áéíóöőúüű"),
    ("ĂÂÎȘȚŞŢ", "ăâîșțşţ"), ("ĀČĒĢĪĶĻŅŠŪŽ", "āčēģīķļņšūž"), ("ĄČĘĖĮŠŲŪŽ", "ąčęėįšųūž"), ("ÄÖÕÜŠŽ", "äöõüšž"), ("ÃÁÀÂÇÉÊÍÓÔÕÚ", "ãáàâçéêíóôõú"),
    ("ĊĠĦŻÀÈÌÒÙ", "ċġħżàèìòù"), ("ƏÇĞIİÖŞÜ", "əçğıiöşü"), (VIETNAMESE_CAPITALS + "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨ", VIETNAMESE_SMALLS + "àáâãèéêìíòóôõùúýăđĩũ"),
    ("ŴŶÂÊÎÔÛẀẂẄỲ", "ŵŷâêîôûẁẃẅỳ"), ("ĈĜĤĴŜŬ", "ĉĝĥĵŝŭ"), (CAPITALS, SMALLS),
)  # fmt: skip
LABELS = """Surname|Given names|Given name(s)|Name|Passport No.|Document No.|Card No|Nationality|Date of birth|Sex|Place of birth|Date of issue|Date of expiry
Authority|Personal No.|Address|Signature|Signature of bearer|PASSPORT|IDENTITY CARD|DRIVING LICENCE|DRIVER LICENSE|VISA|RESIDENCE PERMIT|Type|Code|Height|Colour of eyes
Nom|Prénoms|Prénom(s)|Passeport N°|Nationalité|Date de naissance|Sexe|Lieu de naissance|Date de délivrance|Date d'expiration|Autorité|Domicile|PASSEPORT|CARTE D'IDENTITÉ
Apellidos|Nombre|Pasaporte N.º|Nacionalidad|Fecha de nacimiento|Sexo|Lugar de nacimiento|Fecha de expedición|Fecha de caducidad|Domicilio|Firma|DOCUMENTO NACIONAL
Vornamen|Dokumentennummer|Staatsangehörigkeit|Geburtsdatum|Geschlecht|Geburtsort|Ausstellungsdatum|Gültig bis|Behörde|Anschrift|Unterschrift|REISEPASS|PERSONALAUSWEIS|Größe
Nazwisko|Imiona|Nr paszportu|Obywatelstwo|Data urodzenia|Płeć|Miejsce urodzenia|Data wydania|Data ważności|Organ wydający|DOWÓD OSOBISTY|PRAWO JAZDY|RZECZPOSPOLITA POLSKA
Soyadı|Adı|Seri No|Uyruğu|Doğum tarihi|Cinsiyeti|Geçerlilik tarihi|Veren makam|T.C. Kimlik No|İmza|KİMLİK KARTI|SÜRÜCÜ BELGESİ|TÜRKİYE CUMHURİYETİ|Efternavn|Fornavne|Kortnr.
Statsborgerskab|Fødselsdato|Køn|Fødested|Udløbsdato|Myndighed|KØREKORT|Kenninafn|Eiginnafn|Ríkisfang|Fæðingardagur|Kyn|Gildir til|Útgefandi|VEGABRÉF|Họ|Tên đệm và tên|Số hộ chiếu
Quốc tịch|Ngày sinh|Giới tính|Nơi sinh|Ngày cấp|Có giá trị đến|Nơi cấp|CĂN CƯỚC|HỘ CHIẾU|Cognome|Nome|Cittadinanza|Luogo di nascita|Data di scadenza|CARTA DI IDENTITÀ|PATENTE DI GUIDA
Naam|Voornamen|Geboortedatum|Nationaliteit|Geldig tot|RIJBEWIJS|Příjmení|Jméno|Státní občanství|Datum narození|Platnost do|OBČANSKÝ PRŮKAZ|Prezime|Ime|Državljanstvo|Datum rođenja
Sukunimi|Etunimet|Syntymäaika|AJOKORTTI|Perekonnanimi|Eesnimi|Sünniaeg|Uzvārds|Vārds|Dzimšanas datums|Pavardė|Vardas|Gimimo data|Családi név|Utónév|Születési idő|Állampolgárság
Nume|Prenume|Cetățenia|Data nașterii|ROMÂNIA|Apelido|Nacionalidade|Data de validade|European Union|Union européenne|Classes|Restrictions|Endorsements|DOB|EXP|ISS|HGT|EYES|SEX|DLN|LN|FN"""
LABELS = LABELS.replace("\n", "|").split("|")
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC MAI JUNI OKT DEZ JANV FÉVR AVR JUIN JUIL AOÛT SEPT DÉC ENE ABR AGO DIC January February March April June August September October November December stycznia maja września Ocak Şubat Ağustos".split()  # fmt: skip
PUNCTUATION = "/-.,:;()#&+*\"'°%@_=<>№!?§"


def draw_text(random):
    """Text as [(character, is of another script)]."""
    kind = random.random()
    if kind < 0.10:
        return _of_other_script(random)
    if kind < 0.15:
        return _of_both(random)
    return [(character, False) for character in _latin(random)]


def _latin(random):
    kind = random.random()
    if kind < 0.28:
        return _words(random, "upper", random.choice((1, 1, 2, 2, 3)))
    if kind < 0.42:
        return _words(random, random.choice(("title", "title", "lower", "sentence")), random.choice((1, 1, 2, 2, 3, 4)))
    if kind < 0.54:
        return _number(random)
    if kind < 0.62:
        return _digits(random)
    if kind < 0.72:
        return draw_date(random)
    if kind < 0.84:
        return _label(random)
    if kind < 0.89:
        return _label(random) + random.choice((" ", ": ", "  ", "   ")) + _value(random)
    if kind < 0.92:
        return _zone(random)
    if kind < 0.95:
        return _address(random)
    if kind < 0.97:
        return "".join(random.choice(PUNCTUATION + LATIN + "0123456789") for _ in range(random.randint(1, 12)))
    return _value(random) + " " * random.randint(1, 5) + _value(random)


def _value(random):
    return random.choice((_number, _digits, draw_date, lambda one: _words(one, "upper", 1), lambda one: one.choice("MFXKŽHW")))(random)


def _words(random, case, count):
    capitals, smalls = random.choice(NATIONAL) if random.random() < 0.55 else ("", "")
    share = random.choice((0.1, 0.25, 0.25, 0.5)) if capitals else 0
    words = [_word(random, capitals, smalls, share, case if case != "sentence" else ("lower" if index else "title")) for index in range(count)]
    joint = random.choice((" ", " ", " ", " ", "-", ", ", ". ", "'", " / ", "/"))
    return joint.join(words)


def _word(random, capitals, smalls, share, case):
    length = random.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14))
    evenly = random.random() < 0.7
    letters = []
    for index in range(length):
        upper = case == "upper" or (case == "title" and index == 0)
        if share and random.random() < share:
            letters.append(random.choice(capitals if upper else smalls))
            continue
        plain = random.choice(LATIN if evenly or random.random() < 0.6 else VOWELS)
        letters.append(plain if upper else plain.lower())
        if random.random() < 0.04:
            letters.append(letters[-1] if upper == letters[-1].isupper() and case != "title" else plain.lower())
    return "".join(letters)


def _number(random):
    kind = random.random()
    length = random.choice((4, 5, 6, 7, 8, 9, 9, 9, 10, 11, 12, 14))
    if kind < 0.45:
        return "".join(random.choice(LATIN + "01234567890123456789") for _ in range(length))
    if kind < 0.8:
        letters = random.randint(1, 3)
        return "".join(random.choice(LATIN) for _ in range(letters)) + random.choice(("", "", " ", "-")) + _run(random, length - 2)
    if kind < 0.9:
        return random.choice("123456789") + random.choice(("", "", "a", "b", "c", "d", "a", "b")) + random.choice((". ", ".", " ", ") ")) + _value_of_number(random)
    return random.choice(("No ", "No. ", "Nr. ", "Nr ", "N° ", "N.º ", "№ ", "# ", "ID ")) + _run(random, length)


def _value_of_number(random):
    return random.choice((_digits, draw_date, lambda one: _words(one, "upper", 2)))(random)


def _run(random, length):
    return "".join(random.choice("0123456789") for _ in range(max(1, length)))


def _digits(random):
    kind = random.random()
    if kind < 0.35:
        return _run(random, random.randint(1, 14))
    if kind < 0.7:
        return random.choice((" ", ".", "-", "/", ",")).join(_run(random, random.randint(1, 5)) for _ in range(random.randint(2, 4)))
    if kind < 0.8:
        return _run(random, random.randint(1, 3)) + random.choice((" cm", "cm", ",5 %", "°C", " m", " kg", "'-0" + _run(random, 1) + '"', " lb"))
    return random.choice(("+", "(", "")) + _run(random, 3) + random.choice((") ", " ", "-")) + _run(random, 6)


def draw_date(random):
    """A date in one of the styles that documents print."""
    day, month, year = random.randint(1, 31), random.randint(1, 12), random.choice((random.randint(1925, 2049), random.randint(0, 99)))
    named = random.choice(MONTHS)
    named = random.choice((named, named.upper(), named))
    if random.random() < 0.2:
        named = named + "/" + random.choice(MONTHS)
    gap = random.choice((" ", ".", "/", "-", " ", ". "))
    parts = random.choice((
        (f"{day:02d}", f"{month:02d}", f"{year:02d}"), (f"{day:02d}", f"{month:02d}", f"{year:02d}"), (f"{year:04d}", f"{month:02d}", f"{day:02d}"),
        (f"{month:02d}", f"{day:02d}", f"{year:02d}"), (f"{day:02d}", named, f"{year:02d}"), (f"{day}", named, f"{year:02d}"), (named, f"{day:02d},", f"{year:02d}"),
    ))  # fmt: skip
    return gap.join(parts)


def _label(random):
    count = random.choice((1, 1, 1, 2, 2, 3))
    text = random.choice(("/", " / ", " ", "  ")).join(random.choice(LABELS) for _ in range(count))
    kind = random.random()
    if kind < 0.2:
        text = text.upper().replace("ẞ", "SS")
    elif kind < 0.4:
        text = random.choice(("1. ", "2. ", "3. ", "4a. ", "4b. ", "4c. ", "5. ", "8. ", "(1) ", "9 ", "12. ")) + text
    if random.random() < 0.15:
        text += ":"
    return text


def _zone(random):
    text = "".join(random.choice(LATIN + "0123456789<<<<<<<<<<") for _ in range(random.randint(10, 44)))
    return random.choice(("P<", "I<", "", "")) + text + "<" * random.choice((0, 0, 2, 6, 12))


def _address(random):
    return random.choice((
        _words(random, "title", 1) + " " + _run(random, 2) + random.choice(("", "/", "-", " / ")) + _run(random, 2),
        _run(random, 3) + " " + _words(random, "upper", 2), _run(random, 5) + " " + _words(random, "title", 2),
        "UL. " + _words(random, "upper", 1) + " " + _run(random, 2) + " m. " + _run(random, 1), _words(random, "upper", 1) + ", " + _words(random, "upper", 1) + " " + _run(random, 5),
    ))  # fmt: skip


def _of_other_script(random):
    """Words of one other script, with the digits and dots that stand among them."""
    words = [_other_word(random)]
    for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
        kind = random.random()
        if kind < 0.75:
            words.append(_other_word(random, script=words[0][1]))
        else:
            words.append(([(character, False) for character in random.choice((_digits, draw_date))(random) if not character.isalpha()], None))
    text = []
    for index, (word, _) in enumerate(words):
        text += ([(random.choice("  .-"), False)] if index else []) + word
    return text


def _of_both(random):
    other, latin = _other_word(random)[0], [(character, False) for character in random.choice((_label, _latin))(random)]
    between = [(character, False) for character in random.choice(("/", " / ", " ", "   "))]
    return other + between + latin if random.random() < 0.5 else latin + between + other


def _other_word(random, script=None):
    if script is None:
        shares = [share for share, _, _ in faces.OTHER_SCRIPTS] + [4]
        script = random.choices(range(len(shares)), shares)[0]
    length = random.choice((2, 3, 4, 5, 6, 7, 8, 10, 12))
    if script == len(faces.OTHER_SCRIPTS):
        return [(character, script) for character in _arabic(random, length)], script
    sets = faces.OTHER_SCRIPTS[script][2]
    if len(sets) == 2 and script in (0, 1, 3):  # capitals and small letters
        upper = random.random() < 0.6
        word = "".join(random.choice(sets[0] if upper or not index else sets[1]) for index in range(length))
    else:
        letters = random.choice(sets)
        word = "".join(random.choice(letters) for _ in range(length))
    return [(character, script) for character in word], script


def _arabic(random, length):
    """Joined letters from right to left, in the order of their places on the line."""
    word = chr(random.choice(faces.ARABIC_JOINING) + 2)
    for _ in range(length - 2):
        if random.random() < 0.25:
            word += chr(random.choice(faces.ARABIC_ENDING) + 1) + chr(random.choice(faces.ARABIC_JOINING) + 2)
        else:
            word += chr(random.choice(faces.ARABIC_JOINING) + 3)
    return (word + chr(random.choice(faces.ARABIC_JOINING) + 1))[::-1]
