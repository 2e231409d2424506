"""Draws one training sample: a line of the zone (or of something else) printed, photographed, cut out and normalised."""

import random as random_module

import cv2
import numpy as np

import faces
from alphabet import BLANK, class_of
from faces import CAP_PX
from line_text import draw_line_text
from photograph import degrade, paper, print_ink
from prose import draw_prose_text

HEIGHT, WIDTH, STEP = 32, 640, 4  # network input, and pixels of input a column of output stands for
COLUMNS = WIDTH // STEP
CHARACTER_ZONE = 0.25  # of the pitch to each side of a character's middle; the rest says blank, so that runs stay resolved
MARGIN = 90  # of the canvas around the text, pixels
VISIBLE = 0.30  # a character counts when its middle is this part of a pitch inside the crop
IGNORE = 255  # columns without a target: a character half cut off
CANVAS_HEIGHT = 176
OTHER_SHARE = 0.14  # samples whose target is blank throughout


def draw_sample(seed):
    """Gives (uint8 picture HEIGHT×WIDTH, uint8 target class of each of COLUMNS). The same seed gives the same sample."""
    random, rng = random_module.Random(seed), np.random.default_rng(seed)
    return draw_other(random, rng) if random.random() < OTHER_SHARE else draw_zone_line(random, rng)


def draw_zone_line(random, rng):
    text = draw_line_text(random)
    kind = random.random()
    pitch = CAP_PX * (random.uniform(0.92, 1.14) if kind < 0.8 else random.uniform(0.78, 1.3))
    ink, middles = ink_of_zone(random, text, pitch)
    left, right = MARGIN, MARGIN + pitch * len(text)
    crop = choose_crop(random, left, right, pitch)
    picture, warp = photograph(random, rng, ink, crop)
    return picture, target_of(text, [warp(middle) for middle in middles])


def ink_of_zone(random, text, pitch):
    """The line in the middle of a canvas, with its neighbours above and below as documents have them."""
    canvas = np.zeros((CANVAS_HEIGHT, int(pitch * len(text)) + 2 * MARGIN), np.uint8)
    name, weight, width = choose_face(random)
    spacing = CAP_PX * random.uniform(1.55, 2.8)
    centre = CANVAS_HEIGHT / 2
    middles = faces.draw_text(canvas, name, text, MARGIN, centre, pitch, weight, width)
    for side in (-1, 1):
        kind = random.random()
        if kind < 0.55:
            neighbour = draw_line_text(random)[: len(text)]
            faces.draw_text(canvas, name, neighbour, MARGIN, centre + side * spacing, pitch, weight, width)
        elif kind < 0.65:
            other = random.choice(faces.OTHER)
            faces.draw_prose(canvas, other, draw_prose_text(random), MARGIN, centre + side * spacing * 1.2, random.randint(12, 26))
    return canvas, middles


def choose_face(random):
    """(face, stroke weight, width of glyphs): mostly OCR-B as it is."""
    kind = random.random()
    weight = random.choice((0, 0, 0, 1, 1, -1))
    if kind < 0.84:
        return random.choice(faces.OCR_B), weight, random.choice((1.0, 1.0, random.uniform(0.85, 1.1)))
    if kind < 0.88:
        return faces.OCR_B_OBLIQUE, weight, 1.0
    return random.choice(faces.NEAR), weight, random.choice((1.0, random.uniform(0.8, 1.05)))


def choose_crop(random, left, right, pitch):
    """Corners of the cut-out on the canvas: text detectors cut tightly, widely, askew, or a line's end off."""
    kind = random.random()
    if kind < 0.70:
        start, end = left - pitch * random.uniform(-0.05, 1.3), right + pitch * random.uniform(-0.05, 1.3)
    elif kind < 0.85:
        start, end = left - pitch * random.uniform(0, 3), right + pitch * random.uniform(0, 3)
    else:
        cut = pitch * random.uniform(0, 10)
        start, end = (left + cut, right + pitch) if random.random() < 0.5 else (left - pitch, right - cut)
        if end - start < 8 * pitch:
            start, end = left - pitch, right + pitch
    centre = CANVAS_HEIGHT / 2 + random.gauss(0, 1.5)
    top = centre - CAP_PX * random.uniform(0.53, 1.15)
    bottom = centre + CAP_PX * random.uniform(0.53, 1.15)
    skew = max(-0.35 * CAP_PX, min(0.35 * CAP_PX, random.gauss(0, 0.006) * (end - start)))
    shear = random.gauss(0, 2.0)
    open_left, open_right = random.gauss(0, 1.2), random.gauss(0, 1.2)
    return np.float32(
        [
            [start, top - skew - open_left],
            [end, top + skew - open_right],
            [end + shear, bottom + skew + open_right],
            [start + shear, bottom - skew + open_left],
        ]
    )


def photograph(random, rng, ink, crop):
    """Prints and photographs the crop; gives the normalised picture and where an x of the canvas comes to lie."""
    length = float(np.linalg.norm(crop[1] - crop[0]))
    tall = float(np.linalg.norm(crop[3] - crop[0]))
    cap = random.choice((random.uniform(6, 12), random.uniform(9, 20), random.uniform(14, 32)))
    height = int(max(9, round(tall * cap / CAP_PX)))
    width = int(max(100, round(length * cap / CAP_PX * random.uniform(0.92, 1.08))))
    forward = cv2.getPerspectiveTransform(crop, np.float32([[0, 0], [width, 0], [width, height], [0, height]]))
    ink = print_ink(random, rng, ink)
    shrink = CAP_PX / cap
    if shrink > 1.2:
        ink = cv2.GaussianBlur(ink, (0, 0), 0.4 * shrink)
    mask = warp_curved(random, ink, forward, width, height)
    picture = degrade(random, rng, paper(random, rng, height, width), mask, cap)
    shrinking = height * width > HEIGHT * WIDTH
    enlarge = random.choice((cv2.INTER_LINEAR, cv2.INTER_LINEAR, cv2.INTER_CUBIC))
    picture = cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA if shrinking else enlarge)
    middle = CANVAS_HEIGHT / 2

    def place(x):
        mapped = forward @ np.array([x, middle, 1.0])
        return mapped[0] / mapped[2] * WIDTH / width

    return picture, place


def warp_curved(random, ink, forward, width, height):
    """Perspective, and now and then the bend of a page that is held open."""
    if random.random() < 0.75:
        return cv2.warpPerspective(ink, forward, (width, height), flags=cv2.INTER_LINEAR)
    bend = random.gauss(0, 0.09) * height
    phase = random.uniform(-0.6, 0.6)
    flat = cv2.warpPerspective(ink, forward, (width, height), flags=cv2.INTER_LINEAR)
    xs = np.arange(width, dtype=np.float32)
    offset = bend * (((xs / width - 0.5) * 2 + phase) ** 2 - 0.4)
    map_x = np.repeat(xs[None], height, 0)
    map_y = np.arange(height, dtype=np.float32)[:, None] + offset[None].astype(np.float32)
    return cv2.remap(flat, map_x, map_y, cv2.INTER_LINEAR)


def target_of(text, middles):
    """The class that each output column should say."""
    target = np.full(COLUMNS, BLANK, np.uint8)
    centres = (np.arange(COLUMNS) + 0.5) * STEP
    for index, character in enumerate(text):
        before = middles[index] - middles[index - 1] if index > 0 else middles[1] - middles[0]
        zone = CHARACTER_ZONE * before
        if middles[index] < VISIBLE * before or middles[index] > WIDTH - VISIBLE * before:
            target[np.abs(centres - middles[index]) < before / 2] = IGNORE
            continue
        inside = np.abs(centres - middles[index]) < zone
        if not inside.any():
            inside[np.argmin(np.abs(centres - middles[index]))] = True
        target[inside] = class_of(character)
    return target


def draw_other(random, rng):
    """Print that is not of the zone, empty paper, the gap between two lines, a line upside down: blank throughout."""
    kind = random.random()
    if kind < 0.15:
        pitch = CAP_PX * random.uniform(0.95, 1.15)
        ink, _ = ink_of_zone(random, draw_line_text(random), pitch)
        ink = np.ascontiguousarray(ink[::-1, ::-1])
    elif kind < 0.25:
        ink = np.zeros((CANVAS_HEIGHT, 1100), np.uint8)
    else:
        ink = ink_of_prose(random)
    pitch = random.uniform(16, 30)
    crop = choose_crop(random, MARGIN, ink.shape[1] - MARGIN, pitch)
    picture, _ = photograph(random, rng, ink, crop)
    return picture, np.full(COLUMNS, BLANK, np.uint8)


def ink_of_prose(random):
    text = draw_prose_text(random)
    name, cap = random.choice(faces.OTHER), random.randint(16, 36)
    width = int(faces.font(name, cap).getlength(text)) + 2 * MARGIN
    canvas = np.zeros((CANVAS_HEIGHT, max(width, random.randint(400, 1200))), np.uint8)
    faces.draw_prose(canvas, name, text, MARGIN, CANVAS_HEIGHT / 2, cap)
    if random.random() < 0.5:
        below = random.choice((-1, 1)) * cap * random.uniform(1.4, 2.5)
        faces.draw_prose(canvas, name, draw_prose_text(random), MARGIN, CANVAS_HEIGHT / 2 + below, cap)
    return canvas
