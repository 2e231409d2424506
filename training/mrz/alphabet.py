"""The 37 characters of the machine-readable zone (ICAO Doc 9303-3 §4.3), and the class that means "no character here"."""

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
BLANK = 0
CLASSES = len(CHARACTERS) + 1


def class_of(character):
    """Class of a character: 1 to 37; 0 is the blank."""
    return CHARACTERS.index(character) + 1


def text_of(classes):
    """Collapses repeated classes and drops blanks, as CTC does (Graves 2006)."""
    read, previous = [], BLANK
    for value in classes:
        if value not in (previous, BLANK):
            read.append(CHARACTERS[value - 1])
        previous = value
    return "".join(read)
