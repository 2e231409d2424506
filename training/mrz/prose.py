"""Text that documents and receipts carry and that must not be taken for a machine-readable zone."""

import string

LABELS = (
    "Surname Nom", "Given names / Prénoms", "Date of birth", "Nationality/Nationalité", "Date of expiry", "Authority",
    "Place of birth", "Passport No.", "Personal No.", "Signature of bearer", "IDENTITY CARD", "PASSEPORT PASSPORT",
    "REPUBLIC OF UTOPIA", "RESIDENCE PERMIT", "DRIVING LICENCE", "Type/Typ", "Code", "TOTAL", "Thank you for your visit",
    "Fecha de nacimiento", "Apellidos", "Nombre", "Geburtsdatum", "Staatsangehörigkeit", "4a. 12.03.2015 4b. 11.03.2030",
)


def draw_prose_text(random):
    """A line of 1 to 60 characters: labels, words, dates, numbers, addresses."""
    kind = random.random()
    if kind < 0.3:
        return "   ".join(random.choice(LABELS) for _ in range(random.randint(1, 3)))
    parts = (draw_part(random) for _ in range(random.randint(1, 8)))
    return random.choice((" ", " ", "  ", ", ")).join(parts)[:60]


def draw_part(random):
    kind = random.random()
    letters = "".join(random.choice(string.ascii_lowercase) for _ in range(random.randint(1, 11)))
    if kind < 0.35:
        return letters.capitalize()
    if kind < 0.5:
        return letters
    if kind < 0.65:
        return letters.upper()
    if kind < 0.8:
        return "%02d%s%02d%s%d" % (random.randint(1, 31), ".", random.randint(1, 12), ".", random.randint(1930, 2040))
    if kind < 0.9:
        return str(random.randint(0, 10 ** random.randint(1, 9)))
    return random.choice("/-:.,()€$%&*+=#") + str(random.randint(0, 99))
