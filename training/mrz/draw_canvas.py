"""Ink before print and camera: one line of the zone (or something else) on a canvas, its neighbours around it. On the CPU."""

import random as random_module
from typing import NamedTuple

import cv2
import numpy as np

import faces
from alphabet import class_of
from faces import CAP_PX
from line_text import draw_line_text
from prose import draw_prose_text

CANVAS_HEIGHT, CANVAS_WIDTH = 176, 1664  # 44 characters at the widest pitch; both divide by four for the smaller copies
MOST_CHARACTERS = 44
OTHER_SHARE = 0.10  # canvases without a line of the zone in their middle
WIDEST_PITCH = 1.32 * CAP_PX


class Canvas(NamedTuple):
    """A drawn line. `classes` is 0 beyond the last character; an empty line has none."""

    ink: np.ndarray  # uint8 CANVAS_HEIGHT×CANVAS_WIDTH, coverage 0–255
    classes: np.ndarray  # uint8 MOST_CHARACTERS
    middles: np.ndarray  # float32 MOST_CHARACTERS, x of each glyph's middle
    extent: np.ndarray  # float32: left and right end of the line, pitch, spacing to the next line


def draw_canvas(seed):
    """The same seed gives the same canvas."""
    random = random_module.Random(seed)
    return draw_other(random) if random.random() < OTHER_SHARE else draw_zone_line(random)


def draw_zone_line(random):
    text = draw_line_text(random)
    pitch = min(WIDEST_PITCH, CAP_PX * (random.uniform(0.92, 1.14) if random.random() < 0.8 else random.uniform(0.78, 1.3)))
    ink = np.zeros((CANVAS_HEIGHT, CANVAS_WIDTH), np.uint8)
    name, weight, width = choose_face(random)
    spacing = CAP_PX * random.uniform(1.5, 2.8)
    left = (CANVAS_WIDTH - pitch * len(text)) / 2
    centre = CANVAS_HEIGHT / 2
    middles = faces.draw_text(ink, name, text, left, centre, pitch, weight, width)
    for side in (-1, 1):
        draw_neighbour(random, ink, (name, weight, width), (left, centre, side * spacing), pitch, len(text))
    draw_over(random, ink)
    return canvas_of(ink, text, middles, (left, left + pitch * len(text), pitch, spacing))


def canvas_of(ink, text, middles, extent):
    classes, places = np.zeros(MOST_CHARACTERS, np.uint8), np.zeros(MOST_CHARACTERS, np.float32)
    classes[: len(text)] = [class_of(character) for character in text]
    places[: len(text)] = middles
    return Canvas(ink, classes, places, np.array(extent, np.float32))


def draw_neighbour(random, ink, face, place, pitch, length):
    """Above or below: another line of the zone, other print, a rule, a row of dots, or nothing."""
    (name, weight, width), (left, centre, shift) = face, place
    kind = random.random()
    if kind < 0.55:
        faces.draw_text(ink, name, draw_line_text(random)[:length], left, centre + shift, pitch, weight, width)
    elif kind < 0.68:
        other, start = random.choice(faces.OTHER), left + random.uniform(-2, 12) * pitch
        faces.draw_prose(ink, other, draw_prose_text(random), start, centre + shift * 1.2, random.randint(12, 26))
    elif kind < 0.74:  # the edge of a card, a printed frame
        y = int(centre + np.sign(shift) * random.uniform(0.85, 2.2) * CAP_PX)
        tilt = random.randint(-4, 4)
        cv2.line(ink, (0, y - tilt), (CANVAS_WIDTH, y + tilt), random.randint(60, 255), random.randint(1, 6), cv2.LINE_AA)


def draw_over(random, ink):
    """A stamp's letters or a signature across the line, paler than the line as a rule."""
    kind = random.random()
    if kind < 0.04:
        layer = np.zeros_like(ink)
        cap, start = random.randint(20, 80), random.uniform(0, 0.7) * CANVAS_WIDTH
        middle = random.uniform(0.1, 0.9) * CANVAS_HEIGHT
        faces.draw_prose(layer, random.choice(faces.OTHER), draw_prose_text(random)[:24], start, middle, cap, random.randint(30, 130))
        turn = cv2.getRotationMatrix2D((start + 200, middle), random.uniform(-35, 35), 1)
        np.maximum(ink, cv2.warpAffine(layer, turn, (CANVAS_WIDTH, CANVAS_HEIGHT)), out=ink)
    elif kind < 0.07:
        steps = random.randint(5, 20)
        x = np.cumsum([random.uniform(-10, 45) for _ in range(steps)]) + random.uniform(0, 0.7) * CANVAS_WIDTH
        y = np.array([random.gauss(0.5, 0.3) * CANVAS_HEIGHT for _ in range(steps)])
        layer = np.zeros_like(ink)
        points = np.round(np.stack([x, y], 1)).astype(np.int32)
        cv2.polylines(layer, [points], False, random.randint(40, 200), random.randint(1, 4), cv2.LINE_AA)
        np.maximum(ink, layer, out=ink)


def choose_face(random):
    """(face, stroke weight, width of glyphs): mostly OCR-B as it is."""
    kind = random.random()
    weight = random.choice((0, 0, 0, 1, 1, -1))
    if kind < 0.82:
        return random.choice(faces.OCR_B), weight, random.choice((1.0, 1.0, random.uniform(0.85, 1.1)))
    if kind < 0.85:
        return faces.OCR_B_OBLIQUE, weight, 1.0
    if kind < 0.86:
        return faces.OCR_B_HOLLOW, 0, 1.0
    return random.choice(faces.NEAR), weight, random.choice((1.0, random.uniform(0.8, 1.05)))


def draw_other(random):
    """Print that is not of the zone, or empty paper: nothing to read."""
    ink = np.zeros((CANVAS_HEIGHT, CANVAS_WIDTH), np.uint8)
    length = random.uniform(400, 1500)
    left = (CANVAS_WIDTH - length) / 2
    if random.random() > 0.12:
        name, cap = random.choice(faces.OTHER), random.randint(16, 40)
        text = "   ".join(draw_prose_text(random) for _ in range(random.choice((1, 1, 2, 4))))
        faces.draw_prose(ink, name, text, left, CANVAS_HEIGHT / 2, cap)
        for side in (-1, 1):
            if random.random() < 0.5:
                below = side * cap * random.uniform(1.4, 2.5)
                faces.draw_prose(ink, name, draw_prose_text(random), left, CANVAS_HEIGHT / 2 + below, cap)
    draw_over(random, ink)
    pitch = random.uniform(16, 30)
    return canvas_of(ink, "", [], (left, left + length, pitch, 2 * CAP_PX))
