"""The characters that the print network knows, and its two classes without a character: blank and "a word of another script"."""

BASIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# Ş stands for Ș, Ţ is read as Ț, and Đ for Ð: each pair is drawn alike.
CAPITALS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠȚŤŦŨŪŬŮŰŲŴŶŸŹŻŽẀẂẄỲƏƁƊƎƐƓƘƝƆƳ"
SMALLS = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňŋōŏőœŕŗřśŝşšțťŧũūŭůűųŵŷźżžẁẃẅỳəɓɗǝɛɠƙɲɔƴ"
VIETNAMESE_SMALLS = "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỵỷỹ"
VIETNAMESE_CAPITALS = VIETNAMESE_SMALLS.upper()
MARKS = " .,/-'’():;<>#&+*\"°ºª№%@_=!?§|·€$[]"
FOLDED = {"’": "'", "º": "°", "|": "I"}
CHARACTERS = BASIC + CAPITALS + SMALLS + VIETNAMESE_CAPITALS + VIETNAMESE_SMALLS + "".join(c for c in MARKS if c not in FOLDED)
# What is drawn like one of CHARACTERS, and read as it.
DRAWN_ALIKE = {
    "Ș": "Ş", "ș": "ş", "Ţ": "Ț", "ţ": "ț", "Ð": "Đ", "Ɖ": "Đ", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‐": "-",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "˚": "°", "•": "·", "ǝ": "ə", "Ǝ": "Ə", **FOLDED,
}  # fmt: skip
CHARACTERS = "".join(c for c in CHARACTERS if c not in DRAWN_ALIKE)
BLANK = 0
OTHER_SCRIPT = len(CHARACTERS) + 1
CLASSES = len(CHARACTERS) + 2
OTHER_SCRIPT_SIGN = "\N{REPLACEMENT CHARACTER}"

_CLASS_OF = {character: index + 1 for index, character in enumerate(CHARACTERS)}
_CLASS_OF.update({drawn: _CLASS_OF[read] for drawn, read in DRAWN_ALIKE.items()})


def class_of(character):
    """Class of a drawn character; None where the network does not know it."""
    return _CLASS_OF.get(character)


def text_of(classes):
    """Collapses repeated classes, drops blanks and the spaces at the ends."""
    read, previous = [], BLANK
    for value in classes:
        if value not in (previous, BLANK):
            read.append(OTHER_SCRIPT_SIGN if value == OTHER_SCRIPT else CHARACTERS[value - 1])
        previous = value
    return "".join(read).strip()


if __name__ == "__main__":  # writes the engine's table
    print("/** The characters of the print network in the order of its classes; made by `training/print/alphabet.py`. */")
    print("export const PRINT_CHARACTERS: readonly string[] = [")
    for start in range(0, len(CHARACTERS), 60):
        part = CHARACTERS[start : start + 60]
        quote = '"' if "'" in part and '"' not in part else "'"
        escaped = part.replace("'", "\\'") if quote == "'" and "'" in part else part
        print(f"  {quote}{escaped}{quote},")
    print("];")
