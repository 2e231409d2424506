"""Draws samples to look at: `contact_sheet.py FILE.png [COUNT]`. Under each picture its targets, a tick at each column."""

import sys

import cv2
import numpy as np
import torch

from alphabet import CHARACTERS
from draw_batch import HEIGHT, draw_batch
from draw_canvas import draw_canvas
from targets import IGNORE, STEP, WIDTH

FIRST_SEED = 900_000_000
CAPTION = 10


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    torch.manual_seed(3)
    canvases = [draw_canvas(FIRST_SEED + i) for i in range(count)]
    batch = draw_batch(*(torch.from_numpy(np.stack(part)) for part in zip(*canvases)))
    strips = [strip(picture.numpy(), target.tolist()) for picture, target in zip(batch.pictures, batch.targets)]
    half = (len(strips) + 1) // 2
    sheet = np.full((half * (HEIGHT + CAPTION), 2 * WIDTH), 255, np.uint8)
    for index, one in enumerate(strips):
        row, column = index % half, index // half
        sheet[row * (HEIGHT + CAPTION) : (row + 1) * (HEIGHT + CAPTION), column * WIDTH : (column + 1) * WIDTH] = one
    cv2.imwrite(sys.argv[1], sheet)


def strip(picture, target):
    caption = np.full((CAPTION, WIDTH), 255, np.uint8)
    previous = 0
    for column, value in enumerate(target):
        if value == IGNORE:
            caption[:, column * STEP : (column + 1) * STEP] = 170
        elif value != 0:
            caption[:2, column * STEP : (column + 1) * STEP] = 0
            if value != previous:
                cv2.putText(caption, CHARACTERS[value - 1], (column * STEP, CAPTION - 1), cv2.FONT_HERSHEY_PLAIN, 0.6, 0, 1)
        previous = value
    return np.concatenate([picture, caption])


if __name__ == "__main__":
    main()
