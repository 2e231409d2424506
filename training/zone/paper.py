"""The paper that documents and cards are printed on."""

import math

import numpy as np


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
