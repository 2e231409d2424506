"""Backs of cards with a PDF417 bar code, a row of bars or a magnetic stripe, and little else."""

import cv2
import numpy as np

from flats import ALPHABET, LONG_EDGE, PLAIN_FONTS, font, paper, phrase
from PIL import Image, ImageDraw

ASPECT = 54.0 / 85.6


def draw_back(rng):
    """RGB, long edge LONG_EDGE, an ID-1 card that is read to the right."""
    width, height = LONG_EDGE, int(LONG_EDGE * ASPECT)
    if rng.random() < 0.5:
        base, light = np.full((height, width, 3), 0, np.uint8) + np.uint8(rng.uniform(225, 253)), True
    else:
        base, light = paper(rng, width, height)
    pixels = base.copy()
    y = 0.0
    if rng.random() < 0.3:
        y = height * rng.uniform(0.04, 0.1)
        deep = height * rng.uniform(0.12, 0.22)
        pixels[int(y) : int(y + deep)] = rng.uniform(5, 60)
        y += deep
    y += height * rng.uniform(0.03, 0.1)
    first = rng.random() < 0.5
    if first:
        y = lay_code(rng, pixels, y)
    y = print_lines(rng, pixels, y, height * (0.95 if first else rng.uniform(0.45, 0.65)), light)
    if not first:
        lay_code(rng, pixels, y)
    return pixels


def lay_code(rng, pixels, y):
    """The bar code in its white field; gives where it ends."""
    height, width = pixels.shape[:2]
    deep = int(height * rng.uniform(0.2, 0.38))
    wide = int(width * (rng.uniform(0.6, 0.94) if rng.random() < 0.8 else rng.uniform(0.3, 0.5)))
    x, y = int((width - wide) * rng.uniform(0.2, 0.8)), int(min(y, height * 0.97 - deep))
    rows = int(rng.integers(12, 40)) if rng.random() < 0.85 else 1
    bars = rng.random((rows, wide // int(rng.integers(1, 3)))) > 0.5
    # The same bars begin and end every row.
    bars[:, :9] = np.array([1, 1, 1, 1, 0, 1, 0, 1, 0], bool)
    bars[:, -9:] = np.array([1, 1, 1, 0, 1, 0, 0, 0, 1], bool)
    code = cv2.resize(np.where(bars, 18, 244).astype(np.uint8), (wide, deep), interpolation=cv2.INTER_NEAREST)
    quiet = int(height * 0.02)
    pixels[max(0, y - quiet) : y + deep + quiet, max(0, x - quiet) : x + wide + quiet] = 246
    pixels[y : y + deep, x : x + wide] = code[: height - y, :, None]
    return y + deep + height * 0.05


def print_lines(rng, pixels, y, end, light):
    """Small print, here and there a short word; gives where it ends."""
    height, width = pixels.shape[:2]
    size = int(height * rng.uniform(0.035, 0.06))
    face = font(PLAIN_FONTS[rng.integers(len(PLAIN_FONTS))], size)
    ink = tuple(int(v) for v in (rng.uniform(10, 90, 3) if light else rng.uniform(180, 250, 3)))
    page = Image.fromarray(pixels)
    draw = ImageDraw.Draw(page)
    while y + size < end:
        if rng.random() < 0.8:
            text = phrase(rng) if rng.random() < 0.6 else " ".join(ALPHABET[int(rng.integers(len(ALPHABET)))] + str(int(rng.integers(10, 9999))) for _ in range(5))
            draw.text((width * rng.uniform(0.04, 0.4), y), text, fill=ink, font=face)
        y += size * rng.uniform(1.2, 2.2)
    pixels[:] = np.asarray(page)
    return y
