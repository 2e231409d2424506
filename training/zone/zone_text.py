"""Lines of a machine-readable zone by the layouts of ICAO Doc 9303-4 to -7, and the French card's. For their look: check digits are any digit."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
STATES = ("UTO", "D<<", "FRA", "ITA", "ESP", "POL", "NLD", "GBR", "USA", "CAN", "IND", "CHN", "BRA", "NGA", "KEN", "ROU", "UKR", "TUR", "EGY", "JPN")
VOWELS, CONSONANTS = "AEIOU", "BCDFGHJKLMNPRSTVWXYZ"


def draw_of(rng, letters, count):
    return "".join(letters[i] for i in rng.integers(0, len(letters), count))


def name(rng):
    syllables = [CONSONANTS[rng.integers(len(CONSONANTS))] + VOWELS[rng.integers(len(VOWELS))] for _ in range(rng.integers(1, 5))]
    return "".join(syllables) + ("" if rng.random() < 0.5 else CONSONANTS[rng.integers(len(CONSONANTS))])


def names(rng):
    last = "<".join(name(rng) for _ in range(rng.choice([1, 2], p=[0.8, 0.2])))
    first = "<".join(name(rng) for _ in range(rng.choice([0, 1, 2, 3], p=[0.04, 0.46, 0.38, 0.12])))
    return f"{last}<<{first}"


def date(rng):
    return f"{rng.integers(0, 100):02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}"


def number(rng, length=9):
    letters = DIGITS if rng.random() < 0.5 else DIGITS + LETTERS
    return draw_of(rng, letters, int(rng.integers(length - 2, length + 1))).ljust(length, "<")


def optional(rng, length):
    kind = rng.random()
    if kind < 0.5:
        return "<" * length
    return draw_of(rng, DIGITS, int(rng.integers(1, length + 1))).ljust(length, "<")


def fit(text, length):
    return text[:length].ljust(length, "<")


def zone_lines(rng, layout):
    """The lines of layout `td1`, `td2`, `td3`, `mrv_a`, `mrv_b` or `french`."""
    state = STATES[rng.integers(len(STATES))]
    digit = lambda: DIGITS[rng.integers(10)]
    person = date(rng) + digit() + "MF<"[rng.integers(3)] + date(rng) + digit()
    if layout == "td1":
        code = ("I<", "ID", "IR", "AC", "C<", "IP")[rng.integers(6)]
        middle = date(rng) + digit() + "MF<"[rng.integers(3)] + date(rng) + digit()
        return [fit(code + state + number(rng) + digit() + optional(rng, 15), 30), fit(middle + state + optional(rng, 11), 29) + digit(), fit(names(rng), 30)]
    if layout == "french":
        return [fit("IDFRA" + name(rng), 30) + draw_of(rng, DIGITS, 6), draw_of(rng, DIGITS, 13) + fit(names(rng).replace("<<", "<"), 14) + date(rng) + digit() + "MF"[rng.integers(2)] + digit()]
    length = 44 if layout in ("td3", "mrv_a") else 36
    code = {"td3": ("P<", "PD", "PO", "PN")[rng.choice(4, p=[0.8, 0.07, 0.06, 0.07])], "mrv_a": "V<", "mrv_b": "V<", "td2": ("I<", "ID", "AC")[rng.integers(3)]}[layout]
    rest = length - 28
    tail = optional(rng, rest) if layout.startswith("mrv") or rng.random() < 0.6 else fit(optional(rng, rest - 2), rest - 2) + digit() + digit()
    return [fit(code + state + names(rng), length), fit(number(rng) + digit() + state + person + tail, length)]
