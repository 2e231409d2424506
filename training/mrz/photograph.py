"""Print and camera: what happens to ink between the document's personalisation and the pixels of a crop."""

import cv2
import numpy as np


def print_ink(random, rng, ink):
    """Laser, ink-jet and worn print: coverage 0–1 (float32) from a mask 0–255."""
    mask = ink.astype(np.float32) / 255
    kind = random.random()
    height, width = mask.shape
    if kind < 0.15:  # ink-jet: ragged edges
        noise = coarse_noise(rng, height, width, 3)
        mask = np.clip((cv2.GaussianBlur(mask, (0, 0), 1.0) + 0.12 * noise - 0.35) * 3, 0, 1)
    elif kind < 0.30:  # worn or badly inked: strokes fade in places
        mask = mask * np.clip(0.85 + 0.3 * coarse_noise(rng, height, width, random.choice((5, 9, 30))), 0, 1)
    elif kind < 0.40:  # laser engraving in dots
        dots = 0.5 + 0.5 * np.sin(np.arange(width, dtype=np.float32) * random.uniform(1.2, 2.4))[None]
        mask = mask * (0.55 + 0.45 * dots)
    return mask


def coarse_noise(rng, height, width, cell):
    small = rng.standard_normal((height // cell + 2, width // cell + 2), dtype=np.float32)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)


def paper(random, rng, height, width):
    """Background relative to its mean: fibres, patches, guilloches, stamps."""
    ground = np.zeros((height, width), np.float32)
    for cell, strength in ((2, 5), (6, 8), (18, 12), (60, 18)):
        if random.random() < 0.35:
            ground += coarse_noise(rng, height, width, cell) * strength * random.random()
    if random.random() < 0.40:
        ground += guilloche(random, height, width)
    if random.random() < 0.12:
        ground += stamp(random, height, width)
    return ground


def guilloche(random, height, width):
    x = np.arange(width, dtype=np.float32)[None]
    y = np.arange(height, dtype=np.float32)[:, None]
    lines = np.zeros((height, width), np.float32)
    for _ in range(random.randint(1, 3)):
        angle, frequency = random.uniform(0, np.pi), random.uniform(0.12, 1.1)
        wave = random.uniform(0, 6) * np.sin(x / random.uniform(20, 120) + random.uniform(0, 6))
        value = np.sin((x * np.cos(angle) + y * np.sin(angle)) * frequency + wave + random.uniform(0, 6))
        lines += random.uniform(3, 18) * (value if random.random() < 0.5 else -1.5 * (value > 0.8))
    return lines.astype(np.float32)


def stamp(random, height, width):
    """An arc, a bar or a smear across the line, darker than the paper."""
    canvas = np.zeros((height, width), np.float32)
    thickness = random.randint(1, max(1, height // 8))
    for _ in range(random.randint(1, 3)):
        centre = (random.randint(0, width), random.randint(-height, 2 * height))
        radius = random.randint(height // 2 + 1, 3 * height + 2)
        cv2.circle(canvas, centre, radius, -random.uniform(15, 70), thickness)
    if random.random() < 0.3:
        cv2.line(canvas, (random.randint(0, width), 0), (random.randint(0, width), height), -random.uniform(20, 90), thickness)
    return canvas


def degrade(random, rng, ground, mask, cap):
    """Ink on paper through light, lens, sensor and JPEG; uint8. `cap` is the height of a capital in pixels."""
    height, width = ground.shape
    light = random.uniform(105, 250)
    dark = random.uniform(0, 90) if random.random() < 0.85 else random.uniform(60, 140)
    dark = min(dark, light - random.uniform(45, 90))
    base = light + ground
    picture = base * (1 - mask) + np.minimum(dark + 0.3 * ground, base) * mask
    if random.random() < 0.06:  # light print on dark ground
        picture = 255 - picture
    if random.random() < 0.5:
        ramp = np.linspace(random.uniform(0.55, 1.2), random.uniform(0.55, 1.2), width, dtype=np.float32)
        picture = picture * ramp[None]
    if random.random() < 0.15:
        picture = picture + glare(random, width)[None]
    picture = blur(random, picture.astype(np.float32), cap)
    if random.random() < 0.08:  # a screen's stripes
        stripes = np.sin(np.arange(width, dtype=np.float32) * random.uniform(0.4, 2.5) + random.uniform(0, 6))
        picture = picture + random.uniform(2, 14) * stripes[None]
    noise = random.uniform(0, 9)
    picture = picture + noise * rng.standard_normal(picture.shape, dtype=np.float32)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    if random.random() < 0.6:
        quality = [cv2.IMWRITE_JPEG_QUALITY, random.randint(22, 95)]
        picture = cv2.imdecode(cv2.imencode(".jpg", picture, quality)[1], cv2.IMREAD_GRAYSCALE)
    if random.random() < 0.12:
        soft = cv2.GaussianBlur(picture, (0, 0), 1.0)
        picture = cv2.addWeighted(picture, 1.8, soft, -0.8, 0)
    return picture


def glare(random, width):
    place, spread = random.uniform(0, width), random.uniform(0.02, 0.15) * width
    xs = np.arange(width, dtype=np.float32)
    return random.uniform(30, 150) * np.exp(-(((xs - place) / spread) ** 2))


def blur(random, picture, cap):
    """Focus blur up to σ = 0.17 of the capital's height, motion up to 0.35 of it in any direction."""
    kind = random.random()
    if kind < 0.40:
        return cv2.GaussianBlur(picture, (0, 0), max(0.2, random.uniform(0.01, 0.17) * cap))
    if kind < 0.60:
        reach = random.uniform(0.05, 0.35) * cap
        size = 2 * int(np.ceil(reach / 2)) + 1
        kernel = np.zeros((size, size), np.float32)
        angle = random.uniform(0, np.pi)
        dx, dy = np.cos(angle) * reach / 2, np.sin(angle) * reach / 2
        for part in np.linspace(-1, 1, 4 * size):
            kernel[int(round(size // 2 + part * dy)), int(round(size // 2 + part * dx))] += 1
        return cv2.filter2D(picture, -1, kernel / kernel.sum())
    return picture
