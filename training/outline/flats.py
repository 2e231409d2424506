"""Draws flat fictional documents: not legible to anybody, but with the look that a network sees at 256 pixels."""

import glob
import math

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

LONG_EDGE = 480
ALPHABET = "ABCDEFGHIJKLMNOPRSTUVXYZ"
# width, height in mm: ID-1, ID-3, ID-2, visa
SIZES = [(85.6, 54.0), (125.0, 88.0), (105.0, 74.0), (120.0, 80.0)]


def find_fonts():
    """Every TrueType font of the system that draws Latin letters; OCR-B apart."""
    plain = [path for name in ("DejaVu", "Liberation") for path in glob.glob(f"/usr/share/fonts/**/{name}*.ttf", recursive=True)]
    ocr_b = glob.glob("/usr/share/fonts/**/*OCR*B*.*tf", recursive=True) + glob.glob("/usr/share/fonts/**/ocr-b/*.otf", recursive=True)
    return sorted(plain), sorted(set(ocr_b))


PLAIN_FONTS, OCR_B_FONTS = find_fonts()
FONT_CACHE = {}


def font(path, size):
    key = (path, size)
    if key not in FONT_CACHE:
        FONT_CACHE[key] = ImageFont.truetype(path, size)
    return FONT_CACHE[key]


def word(rng, low=2, high=10):
    letters = "".join(ALPHABET[i] for i in rng.integers(0, len(ALPHABET), rng.integers(low, high + 1)))
    return letters if rng.random() < 0.6 else letters.capitalize()


def phrase(rng):
    kind = rng.random()
    if kind < 0.3:
        return f"{rng.integers(1, 31):02d}.{rng.integers(1, 13):02d}.{rng.integers(1950, 2040)}"
    if kind < 0.5:
        return word(rng, 2, 3).upper() + str(rng.integers(100000, 99999999))
    return " ".join(word(rng) for _ in range(rng.integers(1, 4)))


def paper(rng, width, height):
    """Tinted paper with gradient, guilloche and emblem; dark cards now and then."""
    dark = rng.random() < 0.15
    white = rng.random() < 0.25
    if white:
        base = np.full(3, rng.uniform(225, 252)) + rng.uniform(-6, 6, 3)
    elif dark:
        base = rng.uniform(20, 120, 3)
    else:
        base = rng.uniform(150, 250, 3)
    other = base + rng.uniform(-45, 45, 3) * (0.2 if white else 1)
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = rng.uniform(0, 2 * math.pi)
    ramp = (xs / width * math.cos(angle) + ys / height * math.sin(angle)) * 0.5 + 0.5
    picture = base * (1 - ramp[..., None]) + other * ramp[..., None]
    for _ in range(rng.integers(0, 4)):
        wave = np.sin(
            xs * rng.uniform(0.02, 0.8)
            + rng.uniform(2, 20) * np.sin(ys * rng.uniform(0.01, 0.1) + rng.uniform(0, 6))
            + ys * rng.uniform(-0.5, 0.5)
        )
        picture = picture + wave[..., None] * rng.uniform(-14, 14, 3)
    if rng.random() < 0.5:
        centre = (rng.uniform(0.2, 0.8) * width, rng.uniform(0.2, 0.8) * height)
        radius = rng.uniform(0.1, 0.35) * height
        distance = np.hypot(xs - centre[0], ys - centre[1])
        ring = (distance < radius) & (np.sin(distance * rng.uniform(0.1, 0.6)) > rng.uniform(-0.8, 0.6))
        picture = picture + ring[..., None] * rng.uniform(-40, 40, 3)
    return np.clip(picture, 0, 255).astype(np.uint8), base.mean() > 125


def portrait(rng, draw, x, y, width, height):
    tone = int(rng.integers(0, 3))
    skin = [(226, 188, 160), (188, 140, 105), (110, 75, 55)][tone]
    if rng.random() < 0.25:
        grey = sum(skin) // 3
        skin = (grey, grey, grey)
    background = tuple(int(v) for v in rng.uniform(140, 250, 3)) if rng.random() < 0.5 else (int(rng.uniform(190, 250)),) * 3
    hair = tuple(int(v) for v in rng.uniform(10, 120, 3))
    cloth = tuple(int(v) for v in rng.uniform(10, 220, 3))
    if rng.random() < 0.8:
        draw.rectangle([x, y, x + width, y + height], fill=background)
    draw.pieslice([x - width * 0.05, y + height * 0.72, x + width * 1.05, y + height * 1.5], 180, 360, fill=cloth)
    draw.rectangle([x, y + height, x + width, y + height * 1.3], fill=None)
    draw.ellipse([x + width * 0.2, y + height * 0.08, x + width * 0.8, y + height * 0.72], fill=hair)
    draw.ellipse([x + width * 0.26, y + height * 0.18, x + width * 0.74, y + height * 0.8], fill=skin)
    for side in (0.38, 0.62):
        draw.ellipse([x + width * (side - 0.05), y + height * 0.42, x + width * (side + 0.05), y + height * 0.46], fill=(40, 30, 30))
    draw.line([x + width * 0.42, y + height * 0.65, x + width * 0.58, y + height * 0.65], fill=(120, 60, 60), width=2)


def zone_lines(rng, draw, ink, width, height, lines, columns):
    size = int(width * 0.93 / columns / 0.6)
    face = font(OCR_B_FONTS[rng.integers(len(OCR_B_FONTS))] if OCR_B_FONTS else PLAIN_FONTS[0], max(8, size))
    y = height - lines * size * 1.45 - height * rng.uniform(0.01, 0.05)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<<<<<<<<<<<<<<<<<<<<"
    if rng.random() < 0.4:
        draw.rectangle([0, y - size * 0.4, width, height], fill=(245, 245, 242))
        ink = (25, 25, 25)
    for _ in range(lines):
        text = "".join(letters[i] for i in rng.integers(0, len(letters), columns))
        if rng.random() < 0.5:
            cut = rng.integers(columns // 3, columns)
            text = text[:cut] + "<" * (columns - cut)
        span = face.getlength(text)
        draw.text(((width - span) / 2, y), text, fill=ink, font=face)
        y += size * 1.45
    return height - lines * size * 1.45 - height * 0.05


def stacked_bars(rng, picture, x, y, width, height):
    module = max(1, int(rng.integers(1, 3)))
    block = (rng.random((max(1, height // (module * 3)), max(1, width // module))) > 0.5).astype(np.uint8) * 235 + 10
    block = cv2.resize(block, (width, height), interpolation=cv2.INTER_NEAREST)
    target = picture[y : y + height, x : x + width]
    picture[y : y + height, x : x + width] = block[: target.shape[0], : target.shape[1], None]


def draw_flat(rng):
    """RGB, long edge LONG_EDGE, reading direction to the right."""
    mm_width, mm_height = SIZES[rng.choice(4, p=[0.5, 0.35, 0.07, 0.08])]
    upright = rng.random() < 0.08
    if upright:
        mm_width, mm_height = mm_height, mm_width
    scale = LONG_EDGE / max(mm_width, mm_height)
    width, height = int(mm_width * scale), int(mm_height * scale)
    base, light = paper(rng, width, height)
    ink = tuple(int(v) for v in rng.uniform(0, 70, 3)) if light else tuple(int(v) for v in rng.uniform(190, 255, 3))
    label_ink = tuple(int(v) for v in (np.array(ink) + rng.uniform(0, 90, 3) * (1 if light else -1)).clip(0, 255))
    picture = Image.fromarray(base)
    draw = ImageDraw.Draw(picture)
    body_bottom = height * 0.95
    zone = rng.random()
    if zone < 0.55:
        lines, columns = (3, 30) if mm_width < 90 and mm_height < 90 else ((2, 44) if rng.random() < 0.8 else (2, 36))
        body_bottom = zone_lines(rng, draw, ink, width, height, lines, columns)
    top = height * rng.uniform(0.03, 0.08)
    if rng.random() < 0.7:
        size = int(height * rng.uniform(0.05, 0.09))
        if rng.random() < 0.5:
            band = tuple(int(v) for v in rng.uniform(20, 240, 3))
            draw.rectangle([0, 0, width, top + size * 1.5], fill=band)
            colour = (255, 255, 255) if sum(band) < 380 else (20, 20, 40)
        else:
            colour = ink
        draw.text((width * rng.uniform(0.03, 0.4), top), phrase(rng).upper(), fill=colour, font=font(PLAIN_FONTS[rng.integers(len(PLAIN_FONTS))], size))
        top += size * 1.8
    left, right = width * 0.04, width * 0.97
    if rng.random() < 0.8 and body_bottom - top > height * 0.3:
        face_height = min(body_bottom - top, height * rng.uniform(0.4, 0.65))
        face_width = min(face_height * rng.uniform(0.72, 0.85), width * 0.42)
        on_right = rng.random() < 0.12
        x = width * (0.97 if on_right else 0.04) - (face_width if on_right else 0)
        y = top + rng.uniform(0, max(1, body_bottom - top - face_height))
        portrait(rng, draw, x, y, face_width, face_height)
        if on_right:
            right = x - width * 0.03
        else:
            left = x + face_width + width * 0.03
        if rng.random() < 0.35:
            ghost = face_height * 0.35
            portrait(rng, draw, right - ghost, body_bottom - ghost * 1.1, ghost * 0.8, ghost)
    bars = rng.random() < (0.25 if zone > 0.55 else 0.04)
    face = PLAIN_FONTS[rng.integers(len(PLAIN_FONTS))]
    value_size = int(height * rng.uniform(0.035, 0.062))
    label_size = max(6, int(value_size * rng.uniform(0.5, 0.8)))
    y = top
    labelled = rng.random() < 0.7
    step = value_size * rng.uniform(1.2, 1.9) + (label_size if labelled else 0)
    limit = body_bottom - (height * 0.3 if bars else 0)
    columns = 2 if rng.random() < 0.4 else 1
    while y + step < limit:
        for column in range(columns):
            x = left + (right - left) * column / columns
            if labelled:
                draw.text((x, y), " / ".join(word(rng, 3, 9).capitalize() for _ in range(rng.integers(1, 4))), fill=label_ink, font=font(face, label_size))
            if rng.random() < 0.9:
                draw.text((x, y + (label_size * 1.1 if labelled else 0)), phrase(rng)[: 26 // columns], fill=ink, font=font(face, value_size))
        y += step
    if rng.random() < 0.3:
        points = [(left + (right - left) * t * 0.5, body_bottom - height * 0.1 + rng.normal(0, height * 0.02)) for t in np.linspace(0, 1, 14)]
        draw.line(points, fill=ink, width=2)
    if rng.random() < 0.15:
        chip = height * 0.16
        cx, cy = width * rng.uniform(0.05, 0.3), height * rng.uniform(0.3, 0.5)
        draw.rounded_rectangle([cx, cy, cx + chip * 1.2, cy + chip], 6, fill=(212, 185, 110), outline=(120, 100, 50))
    pixels = np.asarray(picture).copy()
    if bars:
        bw = int((right - left) * 0.9)
        stacked_bars(rng, pixels, int(left), int(limit), max(8, bw), int(height * 0.26))
    if rng.random() < 0.15:
        edge_band(rng, pixels)
    if rng.random() < 0.25:
        pixels = stamp_across(rng, pixels)
    return pixels


def edge_band(rng, pixels):
    """A coloured band along one edge, which a table of that colour swallows."""
    height, width = pixels.shape[:2]
    deep = int(height * rng.uniform(0.04, 0.22))
    side = rng.choice(4, p=[0.3, 0.3, 0.2, 0.2])
    strip = (pixels[:deep], pixels[-deep:], pixels[:, :deep], pixels[:, -deep:])[side]
    strip[:] = rng.uniform(0, 255, 3)


def stamp_across(rng, pixels):
    height, width = pixels.shape[:2]
    layer = Image.new("L", (width, height), 0)
    ImageDraw.Draw(layer).text((width * 0.1, height * 0.4), "SPECIMEN", fill=255, font=font(PLAIN_FONTS[0], int(width * 0.15)))
    layer = np.asarray(layer.rotate(float(rng.uniform(-35, 35))))[..., None] / 255.0 * rng.uniform(0.15, 0.6)
    return (pixels * (1 - layer) + rng.uniform(0, 255, 3) * layer).astype(np.uint8)


def corner_mask(rng, width, height):
    """Alpha of a card with rounded corners (ISO/IEC 7810: 3.18 mm), or of a page with square ones."""
    radius = int(max(width, height) * 0.037) if rng.random() < 0.6 else 0
    layer = Image.new("L", (width, height), 0)
    ImageDraw.Draw(layer).rounded_rectangle([0, 0, width - 1, height - 1], radius, fill=255)
    return np.asarray(layer)
