"""Overlap, covering and direction on photographs from seeds that training never saw. `evaluate.py IN.pt [COUNT]`"""

import sys

import numpy as np
import torch

from network import OutlineNet
from photographs import normalised
from scene import Studio

SEED = 90210
SIZE = 192


def evaluate(weights, count):
    net = OutlineNet()
    net.load_state_dict(torch.load(weights, map_location="cpu"))
    net.eval()
    studio = Studio(SEED, SIZE)
    overlaps, turns, false_alarms, empty = [], [], 0, 0
    for _ in range(count):
        image, labels = studio.photograph()
        pixels = torch.from_numpy(normalised(image)).permute(2, 0, 1)[None]
        with torch.no_grad():
            maps = net(pixels)[0].numpy()
        found, true = maps[0] > 0, labels[0] > 0
        if not true.any():
            empty += 1
            false_alarms += found.mean() > 0.012
            continue
        overlaps.append((found & true).sum() / max(1, (found | true).sum()))
        cosine = (maps[3:5] * labels[3:5])[:, true].sum(0) / (np.linalg.norm(maps[3:5][:, true], axis=0) + 1e-6)
        turns.append(cosine.mean() > np.cos(np.pi / 4))
    print(f"overlap median {np.median(overlaps):.3f}, tenth percentile {np.percentile(overlaps, 10):.3f}; "
          f"direction within 45 degrees {np.mean(turns):.3f}; false alarms {false_alarms} of {empty} without a document")


if __name__ == "__main__":
    evaluate(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400)
