"""The typefaces that sheets are printed in."""

import os

from PIL import ImageFont

FONTS = os.environ.get("VIDIMUS_FONTS", "/usr/share/fonts")
OCR_B = ["opentype/ocr-b/OCRB.otf", "opentype/ocr-b/OCRBS.otf", "opentype/ocr-b/OCRBL.otf"]
MONO = ["truetype/liberation/LiberationMono-Regular.ttf", "truetype/liberation/LiberationMono-Bold.ttf", "truetype/dejavu/DejaVuSansMono.ttf", "truetype/dejavu/DejaVuSansMono-Bold.ttf"]
PRINT = [
    "truetype/dejavu/DejaVuSans.ttf",
    "truetype/dejavu/DejaVuSans-Bold.ttf",
    "truetype/dejavu/DejaVuSerif.ttf",
    "truetype/liberation/LiberationSans-Regular.ttf",
    "truetype/liberation/LiberationSans-Bold.ttf",
    "truetype/liberation/LiberationSerif-Regular.ttf",
    "truetype/liberation/LiberationSansNarrow-Regular.ttf",
]
KEYS = {}


def face(path, size):
    size = max(5, int(size))
    if (path, size) not in KEYS:
        if len(KEYS) > 600:
            KEYS.clear()
        KEYS[path, size] = ImageFont.truetype(os.path.join(FONTS, path), size)
    return KEYS[path, size]
