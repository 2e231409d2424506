"""What stands in a line: lines by the layouts of ICAO Doc 9303-4 to -7, and as many of arbitrary characters.

Names carry no check digit, so the network must not learn which letters are likely to follow one another: two thirds of
all name parts are arbitrary letters.
"""

import string

from alphabet import CHARACTERS

WEIGHTS = (7, 3, 1)  # ICAO Doc 9303-3 §4.9
STATES = (
    "UTO D<< GBR FRA USA ESP ITA POL ROU CZE SVK HUN BGR HRV SVN AUT CHE NLD BEL LUX DNK SWE NOR FIN EST LVA LTU UKR "
    "RUS BLR KAZ UZB GEO ARM AZE TUR IRN IRQ SYR EGY MAR DZA TUN NGA KEN ZAF IND PAK BGD CHN JPN KOR THA VNM IDN PHL "
    "AUS NZL CAN MEX BRA ARG CHL PER COL CRI PAN"
).split()
DOCUMENT_CODES_TD3 = ("P<", "P<", "P<", "PP", "PD", "PM", "PN", "PO", "V<", "VB")
DOCUMENT_CODES_CARD = ("I<", "ID", "AC", "C<", "IR", "V<", "IP", "AR", "A<")


def draw_line_text(random):
    """One line of 8 to 44 characters. `random` is a random.Random."""
    kind = random.random()
    if kind < 0.30:
        return arbitrary_line(random)
    if kind < 0.45:
        return random.choice(DOCUMENT_CODES_TD3) + random.choice(STATES) + names(random, 39)
    if kind < 0.62:
        return second_line(random, 14, composite=True)
    if kind < 0.68:
        return random.choice(DOCUMENT_CODES_CARD) + random.choice(STATES) + names(random, 31)
    if kind < 0.76:
        return second_line(random, 7, composite=random.random() < 0.7)
    if kind < 0.84:
        return td1_first_line(random)
    if kind < 0.92:
        return td1_second_line(random)
    return names(random, 30)


def arbitrary_line(random):
    """Any characters, with runs of `<` of any length anywhere."""
    length = random.choice((30, 36, 44, 30, 36, 44, random.randint(8, 44)))
    alphabet = random.choice((CHARACTERS, CHARACTERS, string.digits, string.ascii_uppercase, "O0QDI1Z2S5B8G6CEKX<"))
    line = ""
    while len(line) < length:
        if random.random() < 0.4:
            line += "<" * random.randint(1, random.choice((2, 6, 25)))
        line += "".join(random.choice(alphabet) for _ in range(random.randint(1, 16)))
    return line[:length]


def check_digit(text):
    total = sum(
        (CHARACTERS.index(character) if character != "<" else 0) * WEIGHTS[index % 3]
        for index, character in enumerate(text)
    )
    return str(total % 10)


def with_check_digit(text):
    return text + check_digit(text)


def filled(text, length):
    return (text + "<" * length)[:length]


def word(random):
    """A part of a name: arbitrary letters, or letters that can be spoken."""
    if random.random() < 0.65:
        return "".join(random.choice(string.ascii_uppercase) for _ in range(random.randint(1, 11)))
    syllables = (
        random.choice("BCDFGHJKLMNPRSTVWZ") + random.choice("AEIOUY") for _ in range(random.randint(1, 5))
    )
    return "".join(syllables) + random.choice(("", "", "N", "S", "L", "VIC"))


def names(random, length):
    primary = "<".join(word(random) for _ in range(random.choice((1, 1, 1, 2))))
    secondary = "<".join(word(random) for _ in range(random.choice((0, 1, 1, 2, 2, 3))))
    return filled(primary + "<<" + secondary, length)


def number(random, length):
    shape = random.random()
    if shape < 0.4:
        text = "".join(random.choice(string.digits) for _ in range(length))
    elif shape < 0.7:
        letters = "".join(random.choice(string.ascii_uppercase) for _ in range(random.randint(1, 2)))
        text = letters + "".join(random.choice(string.digits) for _ in range(length))
    else:
        text = "".join(random.choice(CHARACTERS[:-1]) for _ in range(length))
    if random.random() < 0.3:
        text = text[: random.randint(max(1, length - 3), length)]
    return filled(text, length)


def date(random):
    return "%02d%02d%02d" % (random.randint(0, 99), random.randint(1, 12), random.randint(1, 31))


def optional_data(random, length):
    return "<" * length if random.random() < 0.5 else filled(number(random, random.randint(1, length)), length)


def second_line(random, optional_length, composite):
    """TD3 with 14 places of optional data and its check digit, TD2 with 7."""
    document = with_check_digit(number(random, 9))
    birth, expiry = with_check_digit(date(random)), with_check_digit(date(random))
    optional = optional_data(random, optional_length)
    if optional_length == 14:
        optional += "<" if random.random() < 0.2 else check_digit(optional)
    line = document + random.choice(STATES) + birth + random.choice("MF<") + expiry + optional
    return line + (check_digit(document + birth + expiry + optional) if composite else random.choice("<0123456789"))


def td1_first_line(random):
    start = random.choice(DOCUMENT_CODES_CARD) + random.choice(STATES)
    return start + with_check_digit(number(random, 9)) + optional_data(random, 15)


def td1_second_line(random):
    birth, expiry = with_check_digit(date(random)), with_check_digit(date(random))
    middle = birth + random.choice("MF<") + expiry + random.choice(STATES) + optional_data(random, 11)
    return middle + random.choice(string.digits)
