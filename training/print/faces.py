"""Type faces and their glyphs. Faces are looked for by file name below VIDIMUS_FONTS; what is missing there is done without."""

import functools
import os

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONTS = os.environ.get("VIDIMUS_FONTS", "/usr/share/fonts")
CAP_PX = 24  # height of a capital in the drawing; the network sees 9 to 29 of them
CELL_PX, ORIGIN_X, ORIGIN_Y = 112, 36, 72

# A name twice: twice as often.
LATIN = """
LiberationSans-Regular.ttf LiberationSans-Regular.ttf LiberationSans-Bold.ttf LiberationSans-Bold.ttf LiberationSans-Italic.ttf
LiberationSans-BoldItalic.ttf LiberationSansNarrow-Regular.ttf LiberationSansNarrow-Bold.ttf LiberationSerif-Regular.ttf
LiberationSerif-Bold.ttf LiberationSerif-Italic.ttf LiberationMono-Regular.ttf LiberationMono-Bold.ttf
DejaVuSans.ttf DejaVuSans-Bold.ttf DejaVuSansCondensed.ttf DejaVuSansCondensed-Bold.ttf DejaVuSerif.ttf DejaVuSerif-Bold.ttf
DejaVuSansMono.ttf DejaVuSansMono-Bold.ttf
NimbusSans-Bold.otf NimbusRoman-Regular.otf C059-Roman.otf P052-Bold.otf URWGothic-Book.otf URWGothic-Demi.otf
Roboto-Regular.ttf Roboto-Medium.ttf Roboto-Bold.ttf RobotoCondensed-Regular.ttf RobotoCondensed-Bold.ttf
OpenSans-Regular.ttf OpenSans-Semibold.ttf OpenSans-CondLight.ttf OpenSans-CondBold.ttf
Carlito-Regular.ttf Carlito-Bold.ttf Caladea-Regular.ttf Caladea-Bold.ttf Lato-Bold.ttf
B612-Regular.otf B612Mono-Bold.otf Cantarell-Bold.otf NotoSans-Regular.ttf NotoSans-Bold.ttf NotoSerif-Regular.ttf
NotoMono-Regular.ttf FreeMonoBold.ttf LinLibertine_R.otf
""".split()
OCR_B = ("OCRB.otf", "OCRBS.otf", "OCRBE.otf")
# Never in training: a quarter of the validation lines.
HELD_OUT = ("FreeSansBold.ttf", "NimbusSansNarrow-Regular.otf", "EBGaramond12-Regular.otf", "LiberationSansNarrow-Italic.ttf")


def _span(first, last):
    return "".join(map(chr, range(first, last + 1)))


GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫΆΈΉΊΌΎΏ", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ"
CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁЂЄЅІЇЈЉЊЋЌЎЏҐӘҒҚҢӨҰҮҺ", "абвгдежзийклмнопрстуфхцчшщъыьэюяёђєѕіїјљњћќўџґәғқңөұүһ"
ARMENIAN = _span(0x531, 0x556), _span(0x561, 0x587)
# (share, faces, sets of letters: a word takes its letters from one of them)
OTHER_SCRIPTS = (
    (8, ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf", "DejaVuSansCondensed.ttf", "DejaVuSansMono.ttf", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSerif-Bold.ttf", "LiberationMono-Regular.ttf", "Roboto-Regular.ttf", "OpenSans-Regular.ttf", "Carlito-Bold.ttf", "NotoSans-Regular.ttf"), CYRILLIC),
    (5, ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSerif-Regular.ttf", "Roboto-Regular.ttf", "OpenSans-Regular.ttf", "Carlito-Regular.ttf", "NotoSans-Bold.ttf"), GREEK),
    (3, ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf", "NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf"), (_span(0x10D0, 0x10F0),)),
    (3, ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf", "NotoSansArmenian-Regular.ttf"), ARMENIAN),
    (2, ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "NotoSansHebrew-Regular.ttf"), (_span(0x5D0, 0x5EA),)),
    (3, ("DroidSansFallbackFull.ttf",), (_span(0x4E00, 0x9FA0), _span(0x3041, 0x3093), _span(0x30A1, 0x30F3), _span(0xAC00, 0xD7A3))),
    (1, ("NotoSansThai-Regular.ttf",), (_span(0xE01, 0xE2E) + "าะเแโใไ",)),
    (1, ("NotoSansDevanagari-Regular.ttf",), (_span(0x905, 0x939) + "ािी",)),
    (1, ("NotoSansBengali-Regular.ttf",), (_span(0x985, 0x98C) + _span(0x995, 0x9A8),)),
    (1, ("NotoSansEthiopic-Regular.ttf",), (_span(0x1200, 0x1246) + _span(0x1260, 0x1287),)),
    (1, ("NotoSansKhmer-Regular.ttf", "NotoSansLao-Regular.ttf"), (_span(0x1780, 0x17A2), _span(0xE81, 0xE82) + _span(0xE94, 0xE97) + _span(0xE99, 0xE9F))),
    (1, ("NotoSansMyanmar-Regular.ttf", "NotoSansSinhala-Regular.ttf"), (_span(0x1000, 0x1021), _span(0xD85, 0xD96) + _span(0xD9A, 0xDB1))),
)  # fmt: skip
ARABIC_FACES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansCondensed.ttf", "NotoSansArabic-Regular.ttf")
# Presentation forms B in groups of four (isolated, final, initial, medial) and of two (isolated, final).
ARABIC_JOINING = (0xFE8F, 0xFE95, 0xFE99, 0xFE9D, 0xFEA1, 0xFEA5, 0xFEB1, 0xFEB5, 0xFEB9, 0xFEBD, 0xFEC1, 0xFEC5, 0xFEC9, 0xFECD, 0xFED1, 0xFED5, 0xFED9, 0xFEDD, 0xFEE1, 0xFEE5, 0xFEE9, 0xFEF1)  # fmt: skip
ARABIC_ENDING = (0xFE8D, 0xFE93, 0xFEA9, 0xFEAB, 0xFEAD, 0xFEAF, 0xFEED, 0xFEEF)


@functools.lru_cache(maxsize=None)
def _paths():
    return {name: os.path.join(folder, name) for folder, _, names in os.walk(FONTS) for name in names}


@functools.lru_cache(maxsize=None)
def present(names):
    """Those of the faces that are installed."""
    return tuple(name for name in names if name in _paths())


@functools.lru_cache(maxsize=None)
def face(name):
    """The face scaled so that its H (where it has none, two thirds of its em) is CAP_PX high."""
    trial = ImageFont.truetype(_paths()[name], 100, layout_engine=ImageFont.Layout.BASIC)
    _, top, _, bottom = trial.getbbox("H")
    height = bottom - top if 50 <= bottom - top <= 100 and name != "DroidSansFallbackFull.ttf" else 75
    return ImageFont.truetype(_paths()[name], round(100 * CAP_PX / height), layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=60_000)
def glyph(name, character):
    """(mask, left, top) relative to a pen on the baseline; mask is None for a space."""
    cell = Image.new("L", (CELL_PX, CELL_PX), 0)
    ImageDraw.Draw(cell).text((ORIGIN_X, ORIGIN_Y), character, font=face(name), fill=255, anchor="ls")
    box = cell.getbbox()
    if box is None:
        return None, 0, 0
    return np.ascontiguousarray(np.asarray(cell)[box[1] : box[3], box[0] : box[2]]), box[0] - ORIGIN_X, box[1] - ORIGIN_Y


@functools.lru_cache(maxsize=60_000)
def advance(name, character):
    return face(name).getlength(character)


@functools.lru_cache(maxsize=60_000)
def kerning(name, before, character):
    return face(name).getlength(before + character) - advance(name, before) - advance(name, character)


@functools.lru_cache(maxsize=60_000)
def has(name, character):
    """Whether the face draws the character, and not its sign for a missing one."""
    if character == " ":
        return True
    mask, _, _ = glyph(name, character)
    missing, _, _ = glyph(name, "\uffff")
    return mask is not None and not (missing is not None and mask.shape == missing.shape and (mask == missing).all())
