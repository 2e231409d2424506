"""Draws printed matter that is no document: letters, receipts, screens, keyboards, payment slips, bank cards, labels."""

import numpy as np
from PIL import Image, ImageDraw

from codes import linear_code, matrix_code
from faces import MONO, OCR_B, PRINT, face
from fields import fields
from paper import paper
from phrases import phrase, pick, prose
from sizes import CANVAS_HEIGHT, LONG_EDGE
from zone_text import DIGITS, LETTERS, draw_of, name


def draw_thing(rng):
    picture, laid = THINGS[rng.choice(len(THINGS), p=THING_SHARES)](rng)
    pixels = np.asarray(picture)
    return np.rot90(pixels, int(rng.choice([1, 3]))) if laid == "upright" else pixels


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


def date_time(rng):
    return f"20{rng.integers(10, 40)}-{rng.integers(1, 13):02d}-{rng.integers(1, 29):02d}T{rng.integers(0, 24):02d}:{rng.integers(0, 60):02d}"


THINGS = [printed_page, receipt, screen_of_text, keyboard, payment_slip, bank_card, code_sheet]
THING_SHARES = [0.3, 0.16, 0.2, 0.06, 0.11, 0.07, 0.1]
