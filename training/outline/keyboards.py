"""Keyboards, from far away and so near that a document lies on a few keys, and the laptops around them."""

import cv2
import numpy as np

from flats import PLAIN_FONTS, font
from PIL import Image, ImageDraw
from tones import colour

# Keys of a row, in widths of one: number row, three rows of letters, and the row of the space bar.
ROWS = [[1] * 13 + [2], [1.5] + [1] * 12 + [1.5], [1.75] + [1] * 11 + [2.25], [2.25] + [1] * 10 + [2.75], [1, 1, 1, 1.25, 5.5, 1.25, 1, 1, 1, 1]]


def keyboard(rng, size):
    """Keys over all of the picture."""
    case, key, letter = inks(rng)
    picture = Image.new("RGB", (size, size), case)
    draw = ImageDraw.Draw(picture)
    step = int(rng.integers(24, 110))
    gap = max(1, int(step * rng.uniform(0.03, 0.12)))
    face = font(PLAIN_FONTS[0], max(7, step // 3))
    for row, y in enumerate(range(0, size, step)):
        x = -(row * step // 3) % step - step
        while x < size:
            wide = int(step * rng.choice([1, 1, 1, 1, 1.5, 2.25]))
            one_key(rng, draw, (x + gap, y + gap, x + wide - gap, y + step - gap), key, letter, face)
            x += wide
    return turned(rng, np.asarray(picture).astype(np.float32))


def laptop(rng, size):
    """Rows of keys above a palm rest with its touch pad, which has the shape of a card and is none."""
    case, key, letter = inks(rng)
    picture = Image.new("RGB", (size, size), case)
    draw = ImageDraw.Draw(picture)
    step = size / rng.uniform(6, 17)
    left = rng.uniform(-0.5, 0.1) * size
    top = rng.uniform(-0.5, 0.25) * size
    gap = max(1, step * rng.uniform(0.03, 0.1))
    if rng.random() < 0.4:
        well = tuple(int(v * 0.75) for v in case)
        draw.rounded_rectangle([left - gap * 2, top - gap * 2, left + 15 * step + gap * 2, top + 5 * step + gap * 2], 5, fill=well)
    face = font(PLAIN_FONTS[0], max(7, int(step * rng.uniform(0.2, 0.4))))
    for row, keys in enumerate(ROWS):
        x = left
        for wide in keys:
            y = top + row * step
            one_key(rng, draw, (x + gap, y + gap, x + wide * step - gap, y + step - gap), key, letter, face)
            x += wide * step
    pad_wide, pad_high = step * rng.uniform(5, 7), step * rng.uniform(3, 4.5)
    x, y = left + step * rng.uniform(3.8, 5), top + step * rng.uniform(5.4, 6)
    pad = tuple(int(np.clip(v + rng.uniform(-14, 14), 0, 255)) for v in case)
    draw.rounded_rectangle([x, y, x + pad_wide, y + pad_high], 6, fill=pad, outline=tuple(int(v * 0.7) for v in case))
    return turned(rng, np.asarray(picture).astype(np.float32))


def inks(rng):
    case = colour(rng, 0, 120) if rng.random() < 0.6 else colour(rng, 150, 240)
    key = case + rng.uniform(-40, 60) if rng.random() < 0.6 else np.full(3, rng.uniform(10, 60))
    letter = (235, 235, 235) if key.mean() < 125 else (30, 30, 30)
    whole = lambda ink: tuple(int(v) for v in ink.clip(0, 255))
    return whole(case), whole(key), letter


def one_key(rng, draw, box, key, letter, face):
    x0, y0, x1, y1 = box
    if x1 - x0 < 3 or y1 - y0 < 3:
        return
    draw.rounded_rectangle(box, min(5, (y1 - y0) / 6), fill=key)
    if rng.random() < 0.9:
        draw.text((x0 + (y1 - y0) * 0.2, y0 + (y1 - y0) * 0.15), chr(65 + int(rng.integers(26))), fill=letter, font=face)


def turned(rng, picture):
    return np.ascontiguousarray(np.rot90(picture, int(rng.integers(4))))
