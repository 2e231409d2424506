"""Overlap, misses, false alarms and the exactness of ends and heights on photographs from seeds that training never saw. `evaluate.py IN.pt [BATCHES]`"""

import sys

import numpy as np
import torch

from network import HEIGHT_UNIT, OFFSET_UNIT, ZoneNet
from pools import Gallery, Pool
from scenes import Composer
from train import SIZE, judge

SEED = 777_000
SHEETS, BATCH = 240, 16


def photographs(seed, batches):
    """Batches of pixels, labels and weights, from sheets that this seed drew."""
    pool = Pool(SHEETS)
    rng = np.random.default_rng(seed)
    for slot in range(SHEETS):
        pool.draw(rng, slot)
    gallery = Gallery(pool, torch.device("cpu"))
    gallery.refresh(SHEETS)
    composer = Composer(gallery, SIZE, seed)
    return [composer.batch(BATCH, 0, SHEETS)[:3] for _ in range(batches)]


def evaluate(weights, batches):
    net = ZoneNet()
    net.load_state_dict(torch.load(weights, map_location="cpu"))
    net.eval()
    held = photographs(SEED, batches)
    print(judge(net, held))
    turned, offsets, heights = [], [], []
    with torch.no_grad():
        for pixels, labels, weights in held:
            output = net(pixels)
            line = (labels[:, 1] > 0.5) & (weights[:, 1] > 0.9)
            cosine = (output[:, 4:6] * labels[:, 4:6]).sum(1) / output[:, 4:6].norm(dim=1)
            turned.append(torch.rad2deg(torch.acos(cosine.clamp(-1, 1)))[line])
            offsets.append(((output[:, 7] - labels[:, 7]).abs() * OFFSET_UNIT / (labels[:, 6].exp() * HEIGHT_UNIT))[line])
            heights.append((output[:, 6] - labels[:, 6]).abs()[line])
    for name, values in (("direction, degrees", turned), ("middle of the line, heights", offsets), ("height, natural logarithm", heights)):
        values = torch.cat(values).numpy()
        print(f"{name}: median {np.median(values):.3f}, 95th percentile {np.percentile(values, 95):.3f}")


if __name__ == "__main__":
    evaluate(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 12)
