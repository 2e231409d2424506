"""Glyph masks: OCR-B in its cuts (Debian fonts-ocr-b), our own centre lines, and the faces that issuers print instead."""

import functools
import json
import os

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONTS = os.environ.get("VIDIMUS_FONTS", "/usr/share/fonts")
CAP_PX = 28  # height of a capital in the drawing; the network sees at most 30
CELL = 48  # pixels a glyph's mask is wide and high
FINE = 4  # centre lines are drawn so many times larger and shrunk
CENTRE_LINES = "centre-lines"
OCR_B = ("opentype/ocr-b/OCRB.otf", "opentype/ocr-b/OCRBS.otf", CENTRE_LINES)
OCR_B_OBLIQUE = "opentype/ocr-b/OCRBL.otf"
OCR_B_HOLLOW = "opentype/ocr-b/OCRBF.otf"


def installed(names):
    return tuple(name for name in names if os.path.exists(os.path.join(FONTS, name)))


NEAR = installed(
    (
        "truetype/liberation/LiberationMono-Regular.ttf",
        "truetype/liberation/LiberationMono-Bold.ttf",
        "truetype/dejavu/DejaVuSansMono.ttf",
        "truetype/dejavu/DejaVuSansMono-Bold.ttf",
        "truetype/noto/NotoMono-Regular.ttf",
        "truetype/noto/NotoSansMono-Regular.ttf",
        "opentype/urw-base35/NimbusMonoPS-Bold.otf",
        "truetype/dejavu/DejaVuSans.ttf",
        "truetype/liberation/LiberationSans-Regular.ttf",
        "truetype/liberation/LiberationSansNarrow-Bold.ttf",
    )
)
OTHER = installed(
    (
        "truetype/dejavu/DejaVuSans.ttf",
        "truetype/dejavu/DejaVuSans-Bold.ttf",
        "truetype/dejavu/DejaVuSansCondensed.ttf",
        "truetype/dejavu/DejaVuSansMono.ttf",
        "truetype/dejavu/DejaVuSerif.ttf",
        "truetype/liberation/LiberationMono-Regular.ttf",
        "truetype/liberation/LiberationSans-Regular.ttf",
        "truetype/liberation/LiberationSans-Bold.ttf",
        "truetype/liberation/LiberationSerif-Regular.ttf",
        "truetype/liberation/LiberationSerif-Italic.ttf",
        "truetype/liberation/LiberationSansNarrow-Regular.ttf",
        "opentype/urw-base35/NimbusRoman-Bold.otf",
        "opentype/urw-base35/URWGothic-Book.otf",
    )
)


@functools.lru_cache(maxsize=None)
def font(name, cap_px):
    """The face scaled so that its H is `cap_px` high."""
    trial = ImageFont.truetype(os.path.join(FONTS, name), 100)
    _, top, _, bottom = trial.getbbox("H")
    return ImageFont.truetype(os.path.join(FONTS, name), round(100 * cap_px / (bottom - top)))


@functools.lru_cache(maxsize=None)
def centre_lines():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "ocr-b-centre-lines.json")) as file:
        return json.load(file)


@functools.lru_cache(maxsize=None)
def glyph(name, character, weight):
    """A CELL×CELL mask, 0–255, the capital's height in its middle. `weight` widens the stroke by pixels (negative: thins)."""
    if name == CENTRE_LINES:
        return stroked_glyph(character, weight)
    cell = Image.new("L", (CELL, CELL), 0)
    face = font(name, CAP_PX)
    draw = ImageDraw.Draw(cell)
    _, top, _, bottom = face.getbbox("H")
    left, _, right, _ = face.getbbox(character)
    place = ((CELL - left - right) / 2, (CELL - top - bottom) / 2)
    draw.text(place, character, font=face, fill=255, stroke_width=max(0, weight))
    mask = np.asarray(cell)
    return cv2.erode(mask, np.ones((2, 2), np.uint8)) if weight < 0 else mask


def stroked_glyph(character, weight):
    """Our centre lines with a stroke of 0.35 mm at 2.54 mm pitch (ISO 1073-2, size I), more or less by `weight` pixels."""
    table = centre_lines()
    scale = FINE * CAP_PX / (table["capBottom"] - table["capTop"])
    middle = np.array([table["advance"] / 2, (table["capTop"] + table["capBottom"]) / 2])
    cell = np.zeros((FINE * CELL, FINE * CELL), np.uint8)
    thickness = max(1, round(table["stroke"] * scale + weight * FINE))
    for stroke in table["glyphs"][character]:
        points = (np.array(stroke) - middle) * scale + FINE * CELL / 2
        cv2.polylines(cell, [np.round(points).astype(np.int32)], False, 255, thickness)
    return cv2.resize(cell, (CELL, CELL), interpolation=cv2.INTER_AREA)


def draw_text(canvas, name, text, x, baseline_middle, pitch, weight, width_factor=1.0):
    """Writes `text` into a uint8 canvas, one glyph a `pitch`; gives the x of each glyph's middle."""
    height, width = canvas.shape
    middles = []
    for index, character in enumerate(text):
        middle = x + (index + 0.5) * pitch
        mask = glyph(name, character, weight)
        if width_factor != 1.0:
            mask = cv2.resize(mask, (max(8, int(CELL * width_factor)), CELL), interpolation=cv2.INTER_LINEAR)
        left, top = int(round(middle - mask.shape[1] / 2)), int(round(baseline_middle - CELL / 2))
        middles.append(left + mask.shape[1] / 2)
        x0, y0 = max(0, left), max(0, top)
        x1, y1 = min(width, left + mask.shape[1]), min(height, top + CELL)
        if x0 < x1 and y0 < y1:
            part = canvas[y0:y1, x0:x1]
            np.maximum(part, mask[y0 - top : y1 - top, x0 - left : x1 - left], out=part)
    return middles


def draw_prose(canvas, name, text, x, middle, cap_px, fill=255):
    """Writes proportional text in one go, for lines that are not of the zone."""
    picture = Image.fromarray(canvas)
    face = font(name, cap_px)
    _, top, _, bottom = face.getbbox("H")
    ImageDraw.Draw(picture).text((x, middle - (top + bottom) / 2), text, font=face, fill=fill)
    np.maximum(canvas, np.asarray(picture), out=canvas)
