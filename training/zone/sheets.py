"""Draws flat things in grey: documents with a zone and where its lines are, documents without, and printed matter that is none."""

import cv2
import numpy as np

from documents import document
from sizes import CANVAS_HEIGHT, CANVAS_WIDTH, MOST_LINES
from things import draw_thing


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
