"""Marble with veins and granite: straight-looking lines under a document that are none of its edges."""

import cv2
import numpy as np

# Pale and dark stone.
STONES = [(236, 234, 230), (222, 214, 200), (205, 205, 210), (160, 150, 140), (70, 74, 78), (38, 40, 46), (60, 52, 46), (52, 74, 64)]
# Coarsest cells of the noise that bends the veins, and how many finer ones are added to it.
COARSEST, OCTAVES = 3, 5


def rough(rng, size, cells):
    """Noise of 0..1 with detail at every scale."""
    total, weight = np.zeros((size, size), np.float32), 0.0
    for k in range(OCTAVES):
        part = 0.55**k
        total += part * cv2.resize(rng.random((cells * 2**k, cells * 2**k), dtype=np.float32), (size, size), interpolation=cv2.INTER_CUBIC)
        weight += part
    return total / weight


def marble(rng, size):
    base = np.array(STONES[rng.integers(len(STONES))]) + rng.uniform(-14, 14, 3)
    dark = base.mean() < 110
    vein = (np.full(3, rng.uniform(150, 235)) if dark else base * rng.uniform(0.3, 0.8)) + rng.uniform(-20, 20, 3)
    picture = base + (rough(rng, size, COARSEST) - 0.5)[..., None] * rng.uniform(5, 60)
    for _ in range(rng.integers(1, 4)):
        bend = rough(rng, size, int(rng.integers(2, 6)))
        breadth = rng.uniform(0.008, 0.05)
        level = rng.uniform(0.4, 0.6)
        ridge = np.exp(-(((bend - level) / breadth) ** 2)) * (0.35 + rough(rng, size, 4)) * rng.uniform(0.4, 1.1)
        ridge = ridge.clip(0, 1)[..., None]
        picture = picture * (1 - ridge) + vein * ridge
    return cracks(rng, picture.astype(np.float32), vein)


def cracks(rng, picture, ink):
    """A few veins that run straight for a long way, as an edge does."""
    size = picture.shape[0]
    for _ in range(rng.integers(0, 6)):
        start, angle = rng.uniform(0, size, 2), rng.uniform(0, 2 * np.pi)
        steps = int(rng.integers(6, 24))
        angles = angle + np.cumsum(rng.normal(0, rng.uniform(0.02, 0.25), steps))
        way = start + np.cumsum(np.stack([np.cos(angles), np.sin(angles)], 1) * size / 18, 0)
        layer = np.zeros((size, size), np.float32)
        cv2.polylines(layer, [np.round(way).astype(np.int32)], False, 1.0, int(rng.choice([1, 1, 2, 3])), cv2.LINE_AA)
        layer = cv2.GaussianBlur(layer, (0, 0), float(rng.uniform(0.4, 1.6)))[..., None] * rng.uniform(0.3, 1.0)
        picture = picture * (1 - layer) + ink * layer
    return picture


def granite(rng, size):
    """Chips of two to four colours in a ground, from salt and pepper to terrazzo."""
    picture = np.zeros((size, size, 3)) + np.array(STONES[rng.integers(len(STONES))]) + rng.uniform(-14, 14, 3)
    cells = int(rng.integers(size // 24, size // 2))
    for _ in range(rng.integers(2, 5)):
        grain = cv2.resize(rng.random((cells, cells), dtype=np.float32), (size, size), interpolation=cv2.INTER_CUBIC)
        chip = (grain > rng.uniform(0.6, 0.85)).astype(np.float32)[..., None] * rng.uniform(0.4, 1)
        ink = np.array(STONES[rng.integers(len(STONES))]) if rng.random() < 0.7 else rng.uniform(20, 235, 3)
        picture = picture * (1 - chip) + ink * chip
    return picture
