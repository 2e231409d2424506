"""Draws lines of print as flat masks, which needs fonts; `photograph.py` makes pictures of them, which does not.

A drawing is a canvas of HEIGHT × WIDTH pixels with the line in its middle and, often, its neighbours above and below, with the
class of each of the WIDTH columns: the middle of a character's width says the character, the rest blank.
"""

import os
import random as random_module
import sys
import time

import cv2
import numpy as np

import faces
import line_text
from alphabet import OTHER_SCRIPT, class_of
from faces import CAP_PX

HEIGHT, WIDTH = 88, 768
BASELINE = 56
MARGIN = 40
ZONE = 0.26  # of a character's width to each side of its middle
LEAST_ZONE_PX, LEAST_GAP_PX = 4.0, 2.5  # so that the thinnest letter still has an output column, and two of them a blank between
CHUNK = 1000
WAITING_CHUNKS = 3  # of one worker; more are not drawn before these are taken


def draw_line(seed, held_out=False):
    """(canvas uint8, classes int16 of its columns, extents int16: left, right, top, bottom of the line). The seed fixes it."""
    random = random_module.Random(seed)
    canvas, classes = np.zeros((HEIGHT, WIDTH), np.uint8), np.zeros(WIDTH, np.int16)
    name = _choose_face(random, held_out)
    spacing = random.choice((0, 0, 0, random.uniform(-0.7, 1), random.uniform(0, 5)))
    centre = BASELINE - CAP_PX / 2
    extents = [MARGIN, MARGIN + random.randint(20, 400), round(centre - CAP_PX / 2), round(centre + CAP_PX / 2)]
    kind = random.random()
    if kind < 0.03:
        _scribble(random, canvas)
    elif kind >= 0.05:
        extents = _write(random, canvas, classes, name, line_text.draw_text(random), MARGIN, BASELINE, spacing)
    if random.random() < 0.55:
        _neighbours(random, canvas, name, extents, spacing)
    return canvas, classes, np.array(extents, np.int16)


def _choose_face(random, held_out):
    if held_out:
        return random.choice(faces.present(faces.HELD_OUT))
    if random.random() < 0.05 and faces.present(faces.OCR_B):
        return random.choice(faces.present(faces.OCR_B))
    return random.choice(faces.present(tuple(faces.LATIN)))


def _write(random, canvas, classes, name, text, x, baseline, spacing):
    """Draws the text, tells its classes where `classes` is given; gives its extents."""
    pen, before, placed = float(x), None, []
    box = [WIDTH, 0, HEIGHT, 0]
    fallback = {}
    for character, script in text:
        drawn_in = name if faces.has(name, character) and (script is False or script == 0) else None
        if drawn_in is None:
            drawn_in = fallback.setdefault(script, _face_for(random, script, character))
        if drawn_in is None or not faces.has(drawn_in, character):
            continue
        if before and before[0] == drawn_in:
            pen += faces.kerning(drawn_in, before[1], character)
        mask, left, top = faces.glyph(drawn_in, character)
        if pen + faces.advance(drawn_in, character) > WIDTH - 4:
            break
        if mask is not None:
            _paste(canvas, mask, round(pen) + left, baseline + top)
            box = [min(box[0], round(pen) + left), max(box[1], round(pen) + left + mask.shape[1]), min(box[2], baseline + top), max(box[3], baseline + top + mask.shape[0])]
        width = faces.advance(drawn_in, character) + spacing
        placed.append((character, script, pen, width - spacing))
        pen += width
        before = (drawn_in, character)
    if classes is not None:
        _tell(classes, placed)
    if box[0] >= box[1]:
        return [MARGIN, MARGIN + 40, BASELINE - CAP_PX, BASELINE]
    return [max(0, box[0]), min(WIDTH, box[1]), max(0, box[2]), min(HEIGHT, box[3])]


def _face_for(random, script, character):
    if script is False:
        names = [name for name in faces.present(("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansCondensed.ttf", "NotoSans-Regular.ttf", "DejaVuSerif.ttf")) if faces.has(name, character)]
    else:
        choice = faces.ARABIC_FACES if script == len(faces.OTHER_SCRIPTS) else faces.OTHER_SCRIPTS[script][1]
        names = [name for name in faces.present(choice) if faces.has(name, character)]
    return random.choice(names) if names else None


def _tell(classes, placed):
    """Writes the zones; a run of spaces is one space, a word of another script one sign from its second to its last letter."""
    zones = []
    for character, script, pen, width in placed:
        other = script is not False
        value = OTHER_SCRIPT if other else class_of(character)
        if value is None:
            continue
        if zones and zones[-1][0] == value and (other or character == " "):
            zones[-1][2] = pen + width
        else:
            zones.append([value, pen, pen + width])
    while zones and zones[-1][0] == class_of(" "):
        zones.pop()
    while zones and zones[0][0] == class_of(" "):
        zones.pop(0)
    for value, start, end in zones:
        width = end - start
        half = max(min(LEAST_ZONE_PX, max(1.0, width - LEAST_GAP_PX)) / 2, ZONE * width)
        if value == OTHER_SCRIPT:
            half = max(half, width / 2 - 0.3 * CAP_PX)
        middle = (start + end) / 2
        classes[max(0, round(middle - half)) : max(0, round(middle + half))] = value


def _paste(canvas, mask, left, top):
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(WIDTH, left + mask.shape[1]), min(HEIGHT, top + mask.shape[0])
    if x0 < x1 and y0 < y1:
        part = canvas[y0:y1, x0:x1]
        np.maximum(part, mask[y0 - top : y1 - top, x0 - left : x1 - left], out=part)


def _neighbours(random, canvas, name, extents, spacing):
    other = name if random.random() < 0.6 else _choose_face(random, False)
    for side in (-1, 1):
        if random.random() < 0.7:
            words = line_text.draw_text(random)
            distance = random.uniform(1.35, 2.3) * CAP_PX
            scratch = np.zeros_like(canvas)
            _write(random, scratch, None, other, words, extents[0] + random.choice((0, random.randint(-20, 200))), BASELINE, spacing)
            moved = round(distance) * side
            gap = scratch[max(0, -moved) : HEIGHT - max(0, moved)]
            target = canvas[max(0, moved) : HEIGHT - max(0, -moved)]
            np.maximum(target, gap, out=target)


def _scribble(random, canvas):
    """A signature or a scratch: strokes that are no print."""
    points = [(random.randint(20, 80), random.randint(20, 70))]
    for _ in range(random.randint(3, 14)):
        points.append((points[-1][0] + random.randint(-15, 60), random.randint(15, 80)))
    xs, ys = np.array(points, np.float32).T
    smooth = np.linspace(0, len(points) - 1, len(points) * 12)
    curve = np.stack([np.interp(smooth, range(len(points)), xs), np.interp(smooth, range(len(points)), ys)], 1)
    curve = cv2.blur(curve.astype(np.float32), (1, 9)).round().astype(np.int32)
    cv2.polylines(canvas, [curve[:, None]], False, 255, random.randint(1, 4), cv2.LINE_AA)


def draw_chunk(first_seed, count, held_out_every=0):
    """(canvases, classes, extents) of the lines of `count` seeds from the first on."""
    lines = [draw_line(first_seed + i, held_out_every > 0 and i % held_out_every == 0) for i in range(count)]
    return tuple(np.stack(part) for part in zip(*lines))


def work(folder, worker, seed, chunk=CHUNK):
    """Draws chunk after chunk into `folder` until it is gone or a file `stop` lies there."""
    cv2.setNumThreads(1)
    number = 0
    while os.path.isdir(folder) and not os.path.exists(os.path.join(folder, "stop")):
        waiting = [name for name in os.listdir(folder) if name.startswith(f"chunk-{worker}-")]
        if len(waiting) >= WAITING_CHUNKS:
            time.sleep(0.05)
            continue
        try:
            size = chunk if number else max(1, chunk // 4)  # the first batch should not wait
            canvases, classes, extents = draw_chunk(seed + number * chunk, size)
        except Exception as fault:  # a line that cannot be drawn costs a chunk, not the training
            print(f"worker {worker}, chunk {number}: {fault!r}", file=sys.stderr, flush=True)
            number += 1
            continue
        part = os.path.join(folder, f"part-{worker}-{number}.npz")
        np.savez(part, canvases=canvases, classes=classes, extents=extents)
        os.replace(part, os.path.join(folder, f"chunk-{worker}-{number}.npz"))
        number += 1
