"""Contact sheets of composed photographs with their labels drawn in, to be looked at. `look.py FOLDER [SHEETS [FLATS]]`"""

import sys
import time

import cv2
import numpy as np
import torch

from compose import Composer
from network import SIDE
from pools import Pools

ROWS, COLUMNS = 4, 7


def look(folder, sheets, flats):
    pools = Pools(7, 2, {"flat": 200, "table": 120, "thing": 200})
    if flats:
        pools.load_specimens(flats, "cpu")
    pools.fill("cpu", 12, 40)
    pools.stop()
    composer = Composer(pools, SIDE, torch.device("cpu"), int(time.time()))
    for sheet in range(sheets):
        picture, labels, _ = composer.photographs(ROWS * COLUMNS)
        drawn = [contoured(p, l) for p, l in zip(picture.numpy(), labels.numpy())]
        rows = [np.hstack(drawn[r * COLUMNS : (r + 1) * COLUMNS]) for r in range(ROWS)]
        cv2.imwrite(f"{folder}/sheet-{sheet}.png", np.vstack(rows)[..., ::-1])


def contoured(picture, labels):
    """Document red, covered blue, border as a green tint, an arrow along the reading direction."""
    image = np.ascontiguousarray(picture.transpose(1, 2, 0).astype(np.uint8))
    side = image.shape[0]
    grown = [cv2.resize(m.astype(np.uint8), (side, side), interpolation=cv2.INTER_NEAREST) for m in labels[:3]]
    image[grown[2] > 0, 1] = np.maximum(image[grown[2] > 0, 1], 150)
    for mask, colour in ((grown[0], (255, 0, 0)), (grown[1], (60, 60, 255))):
        outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        cv2.drawContours(image, outlines, -1, colour, 1)
    count, parts, _, centres = cv2.connectedComponentsWithStats(labels[0].astype(np.uint8))
    for k in range(1, count):
        cos, sin = labels[3][parts == k].mean(), labels[4][parts == k].mean()
        start = centres[k] * 2
        end = start + np.array([cos, sin]) * side * 0.1
        cv2.arrowedLine(image, tuple(int(v) for v in start), tuple(int(v) for v in end), (255, 255, 0), 1, cv2.LINE_AA, tipLength=0.3)
    return image


if __name__ == "__main__":
    look(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3, sys.argv[3] if len(sys.argv) > 3 else None)
