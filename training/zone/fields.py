"""Labels and values, as documents and forms hold them."""

import numpy as np

from faces import MONO, OCR_B, PRINT, face
from phrases import phrase, pick
from zone_text import name


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
