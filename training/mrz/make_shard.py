"""Draws shards of samples: `make_shard.py FOLDER FIRST LAST [SIZE]` writes shard-K.npz for K from FIRST to LAST."""

import os
import sys

import cv2
import numpy as np

from draw_sample import COLUMNS, HEIGHT, WIDTH, draw_sample

SHARD_SIZE = 2000
SEEDS_PER_SHARD = 1_000_000


def make_shard(folder, number, size):
    pictures = np.zeros((size, HEIGHT, WIDTH), np.uint8)
    targets = np.zeros((size, COLUMNS), np.uint8)
    for index in range(size):
        pictures[index], targets[index] = draw_sample(number * SEEDS_PER_SHARD + index)
    path = os.path.join(folder, f"shard-{number}.npz")
    np.savez(path + ".part.npz", pictures=pictures, targets=targets)
    os.replace(path + ".part.npz", path)  # the trainer waits for the name


if __name__ == "__main__":
    cv2.setNumThreads(1)
    target_folder, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    shard_size = int(sys.argv[4]) if len(sys.argv) > 4 else SHARD_SIZE
    os.makedirs(target_folder, exist_ok=True)
    for shard in range(first, last + 1):
        if not os.path.exists(os.path.join(target_folder, f"shard-{shard}.npz")):
            make_shard(target_folder, shard, shard_size)
