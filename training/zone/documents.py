"""Draws cards and pages: those with a zone and where its lines are, and those without."""

import numpy as np
from PIL import Image, ImageDraw

from codes import linear_code, matrix_code
from faces import MONO, OCR_B, PRINT, face
from fields import fields
from paper import paper
from phrases import phrase, pick, prose
from sizes import LONG_EDGE
from zone_text import DIGITS, LETTERS, draw_of, name, zone_lines

# Width, height in millimetres: ID-1, ID-3, ID-2, visa.
ID_1, ID_3, ID_2, VISA = (85.6, 54.0), (125.0, 88.0), (105.0, 74.0), (120.0, 80.0)
PITCH_MM = 2.54
LENGTHS = {"td1": 30, "td2": 36, "french": 36, "td3": 44, "mrv_a": 44, "mrv_b": 36}


def document(rng, with_zone):
    """A card or a page; with its zone's lines when it has one."""
    if with_zone:
        layout = pick(rng, ["td1", "td1", "td1", "td3", "td3", "td3", "td2", "french", "mrv_a", "mrv_b"])
        size = {"td1": ID_1, "td2": ID_2 if rng.random() < 0.7 else ID_3, "french": ID_2, "td3": ID_3, "mrv_a": VISA, "mrv_b": ID_2}[layout]
    else:
        size = pick(rng, [ID_1, ID_1, ID_1, ID_3, ID_2])
    scale = LONG_EDGE / size[0]
    width, height = LONG_EDGE, int(size[1] * scale)
    base = paper(rng, width, height)
    light = base.mean() > 110
    ink = int(rng.uniform(0, 80)) if light else int(rng.uniform(190, 255))
    picture = Image.fromarray(base.clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    rows, body_bottom = [], height * 0.96
    zone_at_last = []
    if with_zone:
        count = LENGTHS[layout]
        pitch = min(PITCH_MM * scale * rng.uniform(0.88, 1.04), width * 0.975 / count)
        bottom = height - scale * rng.uniform(2.5, 9)
        lines = 3 if layout == "td1" else 2
        body_bottom = bottom - pitch * (2.4 * lines)
        zone_at_last = [(layout, pitch, bottom)]
    top = height * rng.uniform(0.02, 0.07)
    if rng.random() < 0.7:
        title = int(height * rng.uniform(0.045, 0.09))
        colour = ink
        if rng.random() < 0.4:
            band = int(rng.uniform(20, 240))
            draw.rectangle([0, 0, width, top + title * 1.5], fill=band)
            colour = 250 if band < 128 else 20
        draw.text((width * rng.uniform(0.03, 0.4), top), phrase(rng).upper(), fill=colour, font=face(pick(rng, PRINT), title))
        top += title * 1.8
    back = with_zone and layout == "td1" and rng.random() < 0.6
    left, right = width * 0.04, width * 0.97
    if not back and rng.random() < 0.85 and body_bottom - top > height * 0.3:
        tall = min(body_bottom - top, height * rng.uniform(0.4, 0.65))
        wide = min(tall * rng.uniform(0.72, 0.85), width * 0.4)
        on_right = rng.random() < 0.12
        x = width * 0.97 - wide if on_right else width * 0.04
        portrait(rng, draw, x, top + rng.uniform(0, max(1, body_bottom - top - tall)), wide, tall)
        left, right = (left, x - 30) if on_right else (x + wide + 30, right)
    if rng.random() < (0.1 if with_zone else 0.45):
        deep = min(height * rng.uniform(0.15, 0.3), max(20, body_bottom - top - 10))
        matrix_code(rng, draw, left, body_bottom - deep, max(60, (right - left) * rng.uniform(0.5, 1)), deep)
        body_bottom -= deep + 10
    if rng.random() < 0.12:
        linear_code(rng, draw, left, top, (right - left) * rng.uniform(0.3, 0.9), height * 0.09, ink)
        top += height * 0.12
    if rng.random() < 0.15:
        draw.rounded_rectangle([width * 0.1, height * 0.35, width * 0.23, height * 0.5], 12, fill=int(rng.uniform(150, 210)), outline=90)
    fields(rng, draw, (left, top, right, body_bottom), ink, light)
    if not with_zone and rng.random() < 0.35:
        decoy_line(rng, draw, width, height, ink)
    for layout, pitch, bottom in zone_at_last:
        rows = write_zone(rng, draw, layout, width, height, pitch, ink, bottom)
    pixels = np.asarray(picture).astype(np.float32)
    if rng.random() < 0.2:
        layer = Image.new("L", (width, height), 0)
        ImageDraw.Draw(layer).text((width * 0.1, height * rng.uniform(0.2, 0.7)), pick(rng, ["SPECIMEN", "MUSTER", "VOID", name(rng)]), fill=255, font=face(PRINT[1], width * 0.12))
        share = np.asarray(layer.rotate(float(rng.uniform(-35, 35)))).astype(np.float32) / 255 * rng.uniform(0.1, 0.5)
        pixels = pixels * (1 - share) + rng.uniform(0, 255) * share
    return pixels, rows


def portrait(rng, draw, x, y, width, height):
    skin, cloth, hair = rng.uniform(80, 215), rng.uniform(10, 210), rng.uniform(10, 120)
    if rng.random() < 0.8:
        draw.rectangle([x, y, x + width, y + height], fill=int(rng.uniform(140, 250)))
    draw.pieslice([x, y + height * 0.74, x + width, y + height * 1.26], 180, 360, fill=int(cloth))
    draw.ellipse([x + width * 0.2, y + height * 0.08, x + width * 0.8, y + height * 0.72], fill=int(hair))
    draw.ellipse([x + width * 0.26, y + height * 0.18, x + width * 0.74, y + height * 0.8], fill=int(skin))
    for side in (0.38, 0.62):
        draw.ellipse([x + width * (side - 0.06), y + height * 0.42, x + width * (side + 0.06), y + height * 0.47], fill=35)
    draw.line([x + width * 0.4, y + height * 0.66, x + width * 0.6, y + height * 0.66], fill=int(skin * 0.6), width=4)


def write_zone(rng, draw, layout, width, height, pitch, ink, bottom):
    """Writes the zone above `bottom`, gives rows of x0, y0, x1, y1: each line's box, as high as its capitals."""
    lines = zone_lines(rng, layout)
    kind = rng.random()
    path = pick(rng, OCR_B) if kind < 0.88 else pick(rng, MONO + PRINT[3:4])
    cap = pitch * rng.uniform(0.84, 1.1)
    trial = face(path, 100).getbbox("H")
    chosen = face(path, round(100 * cap / (trial[3] - trial[1])))
    box = chosen.getbbox("H")
    cap = box[3] - box[1]
    stroke = 1 if rng.random() < 0.15 and pitch > 18 else 0
    spacing = pitch * rng.uniform(1.62, 2.62)
    span = pitch * len(lines[0])
    x0 = (width - span) / 2 + rng.uniform(-1, 1) * max(0, (width - span) / 2 - 2) * (1 if rng.random() < 0.3 else 0.2)
    middle = bottom - spacing * (len(lines) - 1) - cap / 2
    if rng.random() < 0.3:
        draw.rectangle([0, middle - cap * rng.uniform(0.9, 2), width, height], fill=int(rng.uniform(225, 252)))
        ink = int(rng.uniform(5, 60))
    if rng.random() < 0.06:
        draw.line([0, middle - cap * 1.3, width, middle - cap * 1.3], fill=ink, width=2)
    rows = []
    for text in lines:
        shift = rng.normal(0, 0.06) * pitch if rng.random() < 0.3 else 0
        for index, character in enumerate(text):
            left, _, right, _ = chosen.getbbox(character)
            x = x0 + shift + pitch * (index + 0.5) - (left + right) / 2
            draw.text((x, middle - (box[1] + box[3]) / 2), character, fill=ink, font=chosen, stroke_width=stroke)
        rows.append((x0 + shift + pitch * 0.1, middle - cap / 2, x0 + shift + span - pitch * 0.1, middle + cap / 2))
        middle += spacing
    return rows


def decoy_line(rng, draw, width, height, ink):
    """A long line low on a card that is no zone: a number, an address, a row of digits, letters without fillers."""
    count = int(rng.integers(14, 44))
    text = pick(rng, [draw_of(rng, DIGITS, count), prose(rng, 6)[:count].upper(), " ".join(draw_of(rng, DIGITS, 4) for _ in range(count // 5)), draw_of(rng, LETTERS + DIGITS, count)])
    size = width * rng.uniform(0.5, 0.95) / max(10, count) / 0.6
    draw.text((width * 0.04, height - size * rng.uniform(1.2, 2.2)), text, fill=ink, font=face(pick(rng, MONO + OCR_B + PRINT), min(size, height * 0.1)))
