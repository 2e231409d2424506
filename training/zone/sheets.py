"""Draws flat things in grey: documents with a zone and where its lines are, documents without, and printed matter that is none."""

import math
import os

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from zone_text import DIGITS, LETTERS, draw_of, name, zone_lines

# Every sheet lies in a canvas of this size, in its upper left corner; upright ones are laid on their side.
CANVAS_WIDTH, CANVAS_HEIGHT = 1024, 704
LONG_EDGE = 1000
MOST_LINES = 3
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
# Width, height in millimetres: ID-1, ID-3, ID-2, visa.
ID_1, ID_3, ID_2, VISA = (85.6, 54.0), (125.0, 88.0), (105.0, 74.0), (120.0, 80.0)
PITCH_MM = 2.54
LENGTHS = {"td1": 30, "td2": 36, "french": 36, "td3": 44, "mrv_a": 44, "mrv_b": 36}
KEYS = {}


def face(path, size):
    size = max(5, int(size))
    if (path, size) not in KEYS:
        if len(KEYS) > 600:
            KEYS.clear()
        KEYS[path, size] = ImageFont.truetype(os.path.join(FONTS, path), size)
    return KEYS[path, size]


def pick(rng, options):
    return options[rng.integers(len(options))]


def phrase(rng):
    kind = rng.random()
    if kind < 0.25:
        return f"{rng.integers(1, 31):02d}.{rng.integers(1, 13):02d}.{rng.integers(1950, 2040)}"
    if kind < 0.45:
        return draw_of(rng, LETTERS, 2) + draw_of(rng, DIGITS, int(rng.integers(4, 9)))
    text = " ".join(name(rng) for _ in range(rng.integers(1, 4)))
    return text if rng.random() < 0.5 else text.title()


def prose(rng, count):
    return " ".join(pick(rng, [name(rng).lower(), name(rng).lower() + name(rng).lower(), name(rng).title(), str(rng.integers(1, 3000)), name(rng).lower() + ","]) for _ in range(count))


def paper(rng, width, height, plain=False):
    """Grey paper with gradient and guilloche, float32."""
    white = plain or rng.random() < 0.3
    base = rng.uniform(215, 252) if white else (rng.uniform(40, 120) if rng.random() < 0.08 else rng.uniform(140, 245))
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    picture = np.full((height, width), base, np.float32)
    if plain:
        return picture
    angle = rng.uniform(0, 6.28)
    picture += (xs / width * math.cos(angle) + ys / height * math.sin(angle)) * rng.uniform(-35, 35)
    for _ in range(rng.integers(0, 4)):
        picture += np.sin(xs * rng.uniform(0.01, 0.5) + rng.uniform(2, 25) * np.sin(ys * rng.uniform(0.005, 0.06)) + ys * rng.uniform(-0.4, 0.4)) * rng.uniform(1, 12)
    if rng.random() < 0.4:
        distance = np.hypot(xs - rng.uniform(0.2, 0.8) * width, ys - rng.uniform(0.3, 0.9) * height)
        picture += ((distance < rng.uniform(0.1, 0.4) * height) & (np.sin(distance * rng.uniform(0.05, 0.5)) > rng.uniform(-0.8, 0.6))) * rng.uniform(-30, 20)
    return picture


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


def matrix_code(rng, draw, x, y, width, height):
    """PDF417 or a like stack of bars."""
    module, row = float(rng.uniform(1.6, 5)), float(rng.uniform(5, 16))
    draw.rectangle([x - 6, y - 6, x + width + 6, y + height + 6], fill=int(rng.uniform(225, 255)))
    ink = int(rng.uniform(0, 60))
    columns, rows = max(4, int(width / module)), max(2, int(height / row))
    cells = rng.random((rows, columns)) > 0.5
    cells[:, :4] = cells[:, -4:] = True
    picture = Image.fromarray((~cells * 255).astype(np.uint8)).resize((int(width), int(height)), Image.NEAREST)
    draw.bitmap((x, y), Image.eval(picture, lambda v: 255 - v), fill=ink)


def linear_code(rng, draw, x, y, width, height, ink):
    position = x
    while position < x + width:
        bar = rng.integers(1, 5)
        draw.rectangle([position, y, position + bar - 1, y + height], fill=ink)
        position += bar + rng.integers(1, 5)


def fields(rng, draw, box, ink, light):
    """Labels and values in one or two columns."""
    left, top, right, bottom = box
    if right - left < 80 or bottom - top < 40:
        return
    chosen = pick(rng, PRINT + OCR_B[:1] + MONO[:1])
    value_size = rng.uniform(16, 40)
    label_size = value_size * rng.uniform(0.45, 0.8)
    label_ink = int(np.clip(ink + rng.uniform(0, 80) * (1 if light else -1), 0, 255))
    labelled = rng.random() < 0.75
    columns = 2 if rng.random() < 0.4 else 1
    step = value_size * rng.uniform(1.15, 1.9) + (label_size if labelled else 0)
    y = top
    while y + step < bottom:
        for column in range(columns):
            x = left + (right - left) * column / columns
            limit = (right - left) / columns / (value_size * 0.6)
            if labelled:
                draw.text((x, y), " / ".join(name(rng).title() for _ in range(rng.integers(1, 4))), fill=label_ink, font=face(PRINT[rng.integers(4)], label_size))
            if rng.random() < 0.92:
                draw.text((x, y + (label_size * 1.1 if labelled else 0)), phrase(rng)[: int(limit)], fill=ink, font=face(chosen, value_size))
        y += step


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


def decoy_line(rng, draw, width, height, ink):
    """A long line low on a card that is no zone: a number, an address, a row of digits, letters without fillers."""
    count = int(rng.integers(14, 44))
    text = pick(rng, [draw_of(rng, DIGITS, count), prose(rng, 6)[:count].upper(), " ".join(draw_of(rng, DIGITS, 4) for _ in range(count // 5)), draw_of(rng, LETTERS + DIGITS, count)])
    size = width * rng.uniform(0.5, 0.95) / max(10, count) / 0.6
    draw.text((width * 0.04, height - size * rng.uniform(1.2, 2.2)), text, fill=ink, font=face(pick(rng, MONO + OCR_B + PRINT), min(size, height * 0.1)))


def write_block(rng, draw, box, path, size, ink, text, leading=1.3):
    """Fills a box with lines of what `text` gives."""
    left, top, right, bottom = box
    chosen = face(path, size)
    count = max(3, int((right - left) / (size * 0.52)))
    y = top
    while y + size < bottom:
        if rng.random() < 0.93:
            draw.text((left, y), text(count)[:count], fill=ink, font=chosen)
        y += size * leading


def sheet_of(rng, aspect, low=200, high=255):
    """Paper of aspect width / height ≤ 1, upright."""
    width = int(min(CANVAS_HEIGHT, LONG_EDGE * aspect))
    picture = Image.new("L", (width, LONG_EDGE), int(rng.uniform(low, high)))
    return picture, ImageDraw.Draw(picture)


def printed_page(rng):
    """Letter, book or newspaper: real words in one to four columns."""
    picture, draw = sheet_of(rng, rng.uniform(0.55, 0.7), 170, 255)
    width, height = picture.size
    columns = int(rng.choice([1, 1, 2, 3, 4]))
    path, ink = pick(rng, PRINT), int(rng.uniform(5, 90))
    size = rng.uniform(11, 30) / (1 if columns < 3 else 1.4)
    for k in range(columns):
        room = (width - 40) / columns
        y = 20 + rng.uniform(0, 80)
        while y < height - 60:
            deep = rng.uniform(60, 500)
            if rng.random() < 0.2:
                draw.rectangle([20 + k * room, y, 20 + (k + 0.93) * room, min(height - 20, y + deep * 0.6)], fill=int(rng.uniform(40, 220)))
                deep *= 0.6
            elif rng.random() < 0.2:
                deep = 90
                write_block(rng, draw, (20 + k * room, y, 20 + (k + 0.93) * room, y + deep), path, size * 2, ink, lambda n: prose(rng, n // 5 + 2).title(), 1.15)
            else:
                write_block(rng, draw, (20 + k * room, y, 20 + (k + 0.93) * room, min(height - 20, y + deep)), path, size, ink, lambda n: prose(rng, n // 4 + 2), rng.uniform(1.15, 1.7))
            y += deep + size
    return picture, "upright"


def receipt(rng):
    picture, draw = sheet_of(rng, rng.uniform(0.25, 0.55), 215, 255)
    width, height = picture.size
    count = int(rng.integers(24, 44))
    size = (width - 20) / count / 0.6
    chosen, ink = face(pick(rng, MONO + OCR_B[:1]), size), int(rng.uniform(30, 130))
    y = 15.0
    while y + size < height - 10:
        kind = rng.random()
        if kind < 0.12:
            text = pick(rng, "-=*_.#<>") * count
        elif kind < 0.3:
            text = phrase(rng).center(count)
        else:
            price = f"{rng.integers(0, 99)}.{rng.integers(0, 100):02d}"
            text = prose(rng, 3).upper()[: count - 8].ljust(count - len(price)) + price
        draw.text((10, y), text[:count], fill=ink, font=chosen)
        y += size * 1.25
    return picture, "upright"


def screen_of_text(rng):
    """Code, logs, hexadecimal or tables, dark or light, in a fixed pitch."""
    width, height = LONG_EDGE, int(rng.uniform(500, CANVAS_HEIGHT))
    dark = rng.random() < 0.5
    picture = Image.new("L", (width, height), int(rng.uniform(10, 50) if dark else rng.uniform(225, 255)))
    draw = ImageDraw.Draw(picture)
    ink = int(rng.uniform(160, 255) if dark else rng.uniform(0, 90))
    size = rng.uniform(11, 34)
    kind = rng.integers(6)

    def line(count):
        if kind == 0:
            return " " * int(rng.integers(0, 12)) + pick(rng, ["if (a < b && c > d) {", "<div class='", "</span><b>", "for (i = 0; i << 2; i++)", "#include <", "return x >> 3;", "std::vector<std::map<", "}"]) + prose(rng, 3)
        if kind == 1:
            return " ".join(draw_of(rng, "0123456789abcdef", 2) for _ in range(count // 3))
        if kind == 2:
            return f"{date_time(rng)} {pick(rng, ['INFO', 'WARN', 'ERROR'])} {prose(rng, 8)}"
        if kind == 3:
            return draw_of(rng, LETTERS + DIGITS + "+/", count)
        if kind == 4:
            return "  ".join(f"{rng.integers(0, 99999):>7d}" for _ in range(count // 9 + 1))
        return pick(rng, ["<<<<<<< HEAD", ">>>>>>> branch", "=" * count, "-" * count, "." * count, prose(rng, 8), draw_of(rng, LETTERS, 3) + " " + draw_of(rng, DIGITS, 12)])

    write_block(rng, draw, (20, 15, width - 10, height - 10), pick(rng, MONO), size, ink, line, rng.uniform(1.1, 1.6))
    return picture, "flat"


def date_time(rng):
    return f"20{rng.integers(10, 40)}-{rng.integers(1, 13):02d}-{rng.integers(1, 29):02d}T{rng.integers(0, 24):02d}:{rng.integers(0, 60):02d}"


def keyboard(rng):
    width, height = LONG_EDGE, int(rng.uniform(330, 480))
    case = rng.uniform(10, 230)
    picture = Image.new("L", (width, height), int(case))
    draw = ImageDraw.Draw(picture)
    step = height / rng.integers(5, 7)
    key = float(np.clip(case + rng.uniform(-40, 50), 0, 255))
    chosen = face(pick(rng, PRINT), step * rng.uniform(0.2, 0.4))
    for row in range(7):
        x = -(row * step / 3) % step - step
        while x < width:
            draw.rounded_rectangle([x + 2, row * step + 2, x + step - 3, row * step + step - 3], 6, fill=int(key))
            draw.text((x + step * 0.3, row * step + step * 0.25), pick(rng, LETTERS + DIGITS + "<>,."), fill=240 if key < 128 else 25, font=chosen)
            x += step
    return picture, "flat"


def payment_slip(rng):
    """A form with a coding line in OCR-B that is not a zone."""
    width, height = LONG_EDGE, int(rng.uniform(420, CANVAS_HEIGHT))
    picture = Image.new("L", (width, height), int(rng.uniform(200, 252)))
    draw = ImageDraw.Draw(picture)
    ink = int(rng.uniform(5, 90))
    for _ in range(rng.integers(2, 9)):
        x, y = rng.uniform(0, 0.8) * width, rng.uniform(0, 0.7) * height
        draw.rectangle([x, y, x + rng.uniform(80, 400), y + rng.uniform(25, 90)], outline=ink)
    fields(rng, draw, (30, 20, width * 0.6, height * 0.75), ink, True)
    text = pick(rng, [
        f"{draw_of(rng, DIGITS, 13)}>{draw_of(rng, DIGITS, 27)}+ {draw_of(rng, DIGITS, 9)}>",
        f"{draw_of(rng, DIGITS, 12)}  {draw_of(rng, DIGITS, 16)}  {draw_of(rng, DIGITS, 6)}",
        f"<{draw_of(rng, DIGITS, 10)}<  {draw_of(rng, DIGITS, 8)}  {draw_of(rng, DIGITS, 4)}>",
        "ISBN " + draw_of(rng, DIGITS, 13),
    ])
    size = width * rng.uniform(0.5, 0.9) / len(text) / 0.6
    draw.text((width * rng.uniform(0.04, 0.3), height - size * rng.uniform(1.3, 2.5)), text, fill=ink, font=face(OCR_B[rng.integers(2)], min(size, 60)))
    return picture, "flat"


def bank_card(rng):
    width, height = LONG_EDGE, 631
    picture = Image.fromarray(paper(rng, width, height).clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    ink = int(rng.uniform(200, 255)) if np.asarray(picture).mean() < 128 else int(rng.uniform(10, 100))
    chosen = face(pick(rng, MONO + OCR_B), rng.uniform(48, 70))
    draw.text((70, height * 0.52), " ".join(draw_of(rng, DIGITS, 4) for _ in range(4)), fill=ink, font=chosen)
    draw.text((70, height * 0.78), f"{name(rng)} {name(rng)}", fill=ink, font=face(pick(rng, PRINT), 38))
    if rng.random() < 0.5:
        draw.rectangle([0, height * 0.1, width, height * 0.28], fill=int(rng.uniform(5, 50)))
    draw.rounded_rectangle([90, 190, 210, 280], 12, fill=int(rng.uniform(150, 210)))
    return picture, "flat"


def code_sheet(rng):
    """Bar codes of every kind on a label."""
    width, height = LONG_EDGE, int(rng.uniform(350, CANVAS_HEIGHT))
    picture = Image.new("L", (width, height), int(rng.uniform(215, 255)))
    draw = ImageDraw.Draw(picture)
    y = 20.0
    while y < height - 120:
        deep = rng.uniform(40, 200)
        if rng.random() < 0.6:
            matrix_code(rng, draw, 30, y, rng.uniform(300, 940), min(deep, height - y - 10))
        else:
            linear_code(rng, draw, 30, y, rng.uniform(300, 900), min(deep, height - y - 40), 10)
            draw.text((40, min(y + deep, height - 40)), draw_of(rng, DIGITS, 20), fill=10, font=face(pick(rng, MONO + OCR_B), 28))
        y += deep + rng.uniform(20, 90)
    return picture, "flat"


THINGS = [printed_page, receipt, screen_of_text, keyboard, payment_slip, bank_card, code_sheet]
THING_SHARES = [0.3, 0.16, 0.2, 0.06, 0.11, 0.07, 0.1]


def draw_thing(rng):
    picture, laid = THINGS[rng.choice(len(THINGS), p=THING_SHARES)](rng)
    pixels = np.asarray(picture)
    return np.rot90(pixels, int(rng.choice([1, 3]))) if laid == "upright" else pixels


def draw_sheet(rng, kind):
    """uint8 canvas, width and height of what lies in it, and the zone's lines as rows of x0, y0, x1, y1. Kind: 0 with a zone, 1 document without, 2 thing."""
    pixels, rows = (draw_thing(rng), []) if kind == 2 else document(rng, kind == 0)
    canvas = np.zeros((CANVAS_HEIGHT, CANVAS_WIDTH), np.uint8)
    height, width = pixels.shape
    height, width = min(height, CANVAS_HEIGHT), min(width, CANVAS_WIDTH)
    if rng.random() < 0.3:
        pixels = pixels + cv2.resize(rng.normal(0, rng.uniform(2, 8), (40, 60)).astype(np.float32), pixels.shape[::-1])
    canvas[:height, :width] = np.clip(pixels[:height, :width], 0, 255)
    lines = np.zeros((MOST_LINES, 4), np.float32)
    for index, row in enumerate(rows):
        lines[index] = row
    return canvas, width, height, lines, len(rows)
