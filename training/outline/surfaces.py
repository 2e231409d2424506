"""Floors, carpets, metal and printed cloth: patterns that repeat, with straight lines and corners that are none of a document's."""

import math

import cv2
import numpy as np

from tones import colour

# Blocks of a parquet are this many times longer than broad.
BLOCK_LENGTHS = (2, 3, 4, 5)


def grained(rng, height, width, base, depth):
    """One piece of wood, the grain along its rows."""
    across = cv2.resize(rng.normal(0, 1, (max(2, height // 2), max(2, width // 24))).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    return base + across[..., None] * depth * np.array([1.0, 0.8, 0.6])


def parquet(rng, size):
    """Herringbone, basket weave or boards end to end, of blocks that differ in tone."""
    breadth = int(rng.uniform(0.03, 0.16) * size)
    breadth = max(5, breadth)
    length = breadth * BLOCK_LENGTHS[rng.integers(len(BLOCK_LENGTHS))]
    base = rng.uniform([70, 45, 20], [225, 185, 145])
    varied, depth = rng.uniform(2, 26), rng.uniform(1, 12)
    picture = np.zeros((size, size, 3), np.float32) + base * rng.uniform(0.3, 0.8)
    gap = int(rng.choice([0, 1, 1, 2]))
    kind = rng.integers(3)

    def put(x, y, lying):
        w, h = (length, breadth) if lying else (breadth, length)
        x0, y0, x1, y1 = max(0, x), max(0, y), min(size, x + w - gap), min(size, y + h - gap)
        if x1 <= x0 or y1 <= y0:
            return
        block = grained(rng, breadth, length, base + rng.normal(0, varied) * np.array([1.0, 0.9, 0.7]), depth)
        block = block if lying else block.transpose(1, 0, 2)
        picture[y0:y1, x0:x1] = block[y0 - y : y1 - y, x0 - x : x1 - x]

    if kind == 0:
        for row in range(-length, size + length, breadth):
            for x in range(-int(rng.integers(0, length)), size, length):
                put(x, row, True)
    elif kind == 1:
        across = max(2, length // breadth)
        for j, y in enumerate(range(0, size, length)):
            for i, x in enumerate(range(0, size, length)):
                for k in range(across):
                    put(x + (0 if (i + j) % 2 == 0 else k * breadth), y + (k * breadth if (i + j) % 2 == 0 else 0), (i + j) % 2 == 0)
    else:
        for i in range(-2 * size // length - 2, 2 * size // length + 2):
            for k in range(-size // breadth - 2, 2 * size // breadth + 2):
                x, y = k * breadth + i * length, k * breadth - i * length
                put(x, y, True)
                put(x - breadth, y, False)
    return picture


def chips(rng, size):
    """Broken stone in a ground: many-cornered pieces of a few colours."""
    picture = np.zeros((size, size, 3), np.float32) + (colour(rng, 150, 245) if rng.random() < 0.7 else colour(rng, 20, 120))
    inks = [colour(rng) for _ in range(rng.integers(2, 7))]
    largest = rng.uniform(0.008, 0.06) * size
    for _ in range(int(min(1500, rng.uniform(0.2, 0.9) * size * size / (largest * largest)))):
        corners = int(rng.integers(3, 8))
        turns = np.sort(rng.uniform(0, 2 * math.pi, corners))
        radii = largest * rng.uniform(0.3, 1, corners) * rng.uniform(0.3, 1)
        points = rng.uniform(0, size, 2) + np.stack([np.cos(turns), np.sin(turns)], 1) * radii[:, None]
        ink = inks[rng.integers(len(inks))] + rng.normal(0, 8, 3)
        cv2.fillConvexPoly(picture, cv2.convexHull(np.round(points).astype(np.int32)), ink.tolist(), cv2.LINE_AA)
    return picture


def carpet(rng, size):
    """A pile of tufts, plain, in bands, or with a figure that repeats and a border."""
    base = colour(rng)
    picture = np.zeros((size, size, 3), np.float32) + base
    if rng.random() < 0.6:
        step = int(rng.uniform(0.08, 0.4) * size)
        figure = np.zeros((step, step, 3), np.float32) + base
        for _ in range(rng.integers(1, 5)):
            ink = colour(rng).tolist()
            centre, reach = rng.uniform(0, step, 2), rng.uniform(0.1, 0.5) * step
            turns = np.arange(rng.choice([3, 4, 4, 6, 12])) + rng.uniform(0, 1)
            points = centre + reach * np.stack([np.cos(turns * 2 * math.pi / len(turns)), np.sin(turns * 2 * math.pi / len(turns))], 1)
            cv2.fillConvexPoly(figure, np.round(points).astype(np.int32), ink, cv2.LINE_AA)
        if rng.random() < 0.5:
            figure = (figure + figure[:, ::-1]) / 2
        times = size // step + 1
        picture = np.tile(figure, (times, times, 1))[:size, :size].copy()
    if rng.random() < 0.4:
        at = int(rng.uniform(0.1, 0.7) * size)
        for _ in range(rng.integers(1, 5)):
            thick = int(rng.uniform(0.01, 0.08) * size) + 1
            picture[at : at + thick] = colour(rng)
            at += thick + int(rng.uniform(0, 0.06) * size)
    tufts = rng.normal(0, 1, (size, size)).astype(np.float32)
    tufts = cv2.GaussianBlur(tufts, (0, 0), float(rng.uniform(0.4, 1.6)))
    return picture * (1 + tufts[..., None] / (tufts.std() + 1e-6) * rng.uniform(0.03, 0.22))


def metal(rng, size):
    """Brushed, polished or stamped sheet."""
    streaks = cv2.resize(rng.normal(0, 1, (size, max(2, int(rng.integers(2, 24))))).astype(np.float32), (size, size), interpolation=cv2.INTER_LINEAR)
    tone = rng.uniform(70, 215) + rng.uniform(-8, 8, 3)
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32) / size
    angle = rng.uniform(0, 2 * math.pi)
    sheen = np.exp(-(((xs - 0.5) * math.cos(angle) + (ys - 0.5) * math.sin(angle) - rng.uniform(-0.5, 0.5)) ** 2) / rng.uniform(0.02, 0.4))
    picture = tone + (streaks * rng.uniform(1, 14) + sheen * rng.uniform(0, 90))[..., None]
    if rng.random() < 0.3:
        step = int(rng.uniform(0.03, 0.12) * size) + 3
        stamped = np.zeros((size, size), np.float32)
        for j, y in enumerate(range(0, size, step)):
            for x in range((j % 2) * step // 2, size, step):
                if rng.random() < 0.98:
                    cv2.ellipse(stamped, (x, y), (max(1, step // 3), max(1, step // 8)), 45 if j % 2 else -45, 0, 360, 1.0, -1, cv2.LINE_AA)
        picture = picture + stamped[..., None] * rng.choice([-1, 1]) * rng.uniform(15, 70)
    return picture.astype(np.float32)


def dotted(rng, size):
    """Dots, rings, stars or checks in rows, as on oilcloth and wrapping paper."""
    picture = np.zeros((size, size, 3), np.float32) + colour(rng)
    inks = [colour(rng).tolist() for _ in range(rng.integers(1, 4))]
    step = int(rng.uniform(0.025, 0.18) * size) + 3
    reach = max(1, int(step * rng.uniform(0.12, 0.48)))
    corners, stagger = int(rng.choice([0, 0, 3, 4, 5])), rng.random() < 0.5
    filled = -1 if rng.random() < 0.75 else 1
    for j, y in enumerate(range(0, size + step, step)):
        for i, x in enumerate(range(0, size + step, step)):
            x0 = x + (step // 2 if stagger and j % 2 else 0)
            ink = inks[(i + j) % len(inks)]
            if corners == 0:
                cv2.circle(picture, (x0, y), reach, ink, filled, cv2.LINE_AA)
            else:
                turns = np.arange(corners) * 2 * math.pi / corners + 0.3
                points = np.round([x0, y] + reach * np.stack([np.cos(turns), np.sin(turns)], 1)).astype(np.int32)
                cv2.fillConvexPoly(picture, points, ink, cv2.LINE_AA)
    return picture


def striped(rng, size):
    """Bands of any breadths, one way or both: plaid, tea towels, corrugated board."""
    def bands():
        tones, at = np.zeros((size, 3), np.float32), 0
        pattern = [(int(rng.uniform(0.004, 0.12) * size) + 1, colour(rng)) for _ in range(rng.integers(2, 7))]
        while at < size:
            for breadth, ink in pattern:
                tones[at : at + breadth] = ink
                at += breadth
        return tones

    picture = np.repeat(bands()[None], size, 0)
    if rng.random() < 0.5:
        share = rng.uniform(0.3, 0.7)
        picture = picture * (1 - share) + np.repeat(bands()[:, None], size, 1) * share
    return picture * (1 + rng.normal(0, rng.uniform(0, 0.06), (size, size, 1))).astype(np.float32)


def scraps(rng, size):
    """Sheets, cards and leaves of any shape over one another, until no table shows."""
    picture = np.zeros((size, size, 3), np.float32) + colour(rng)
    for _ in range(rng.integers(10, 60)):
        corners = int(rng.choice([3, 4, 4, 4, 5, 6]))
        turns = np.sort(rng.uniform(0, 2 * math.pi, corners)) if corners != 4 else np.array([0.6, 2.5, 3.8, 5.7]) + rng.uniform(0, 6)
        reach = np.exp(rng.uniform(math.log(0.04), math.log(0.5))) * size
        points = rng.uniform(0, size, 2) + reach * np.stack([np.cos(turns), np.sin(turns)], 1)
        cv2.fillConvexPoly(picture, cv2.convexHull(np.round(points).astype(np.int32)), colour(rng).tolist(), cv2.LINE_AA)
    return picture
