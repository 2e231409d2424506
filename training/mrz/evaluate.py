"""How many drawn lines are read exactly: `evaluate.py FOLDER [SHARD]`."""

import os
import sys
import time

import numpy as np
import torch

from alphabet import text_of
from draw_sample import IGNORE
from network import LineNetwork, normalise

PATIENCE_S = 3600
BATCH = 100


def load_shard(folder, number):
    """(pictures, targets) of a shard; waits for it while it is being drawn."""
    path = os.path.join(folder, f"shard-{number}.npz")
    deadline = time.time() + PATIENCE_S
    while not os.path.exists(path):
        if time.time() > deadline:
            raise FileNotFoundError(path)
        time.sleep(1)
    with np.load(path) as shard:
        return shard["pictures"], shard["targets"]


def exactness(network, pictures, targets):
    """Shares of zone lines read exactly as decoded greedily, of other samples read as nothing, and of columns right."""
    network.eval()
    exact, lines, silent, others, right, counted = 0, 0, 0, 0, 0, 0
    with torch.no_grad():
        for start in range(0, len(pictures), BATCH):
            best = network(normalise(torch.from_numpy(pictures[start : start + BATCH]))).argmax(2).numpy()
            for read, target in zip(best, targets[start : start + BATCH]):
                known = target != IGNORE
                right += int((read == target)[known].sum())
                counted += int(known.sum())
                expected, got = text_of(target[known]), text_of(read[known])
                if expected:
                    lines += 1
                    exact += expected == got
                else:
                    others += 1
                    silent += got == ""
    return {
        "lines_exact": round(exact / max(1, lines), 4),
        "others_silent": round(silent / max(1, others), 4),
        "columns_right": round(right / max(1, counted), 4),
    }


if __name__ == "__main__":
    trained = LineNetwork()
    trained.load_state_dict(torch.load(os.path.join(sys.argv[1], "network.pt")))
    shard_number = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    print(exactness(trained, *load_shard(sys.argv[1], shard_number)))
