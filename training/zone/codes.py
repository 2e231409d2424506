"""Bar codes that hold nothing."""

import numpy as np
from PIL import Image


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
