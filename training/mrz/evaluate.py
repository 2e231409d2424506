"""How well drawn lines are read, by height of capitals and by blur: `evaluate.py WEIGHTS.pt [COUNT]`.

Greedy decoding, without grammar, check digits or the engine's placing. The seeds are those of no training sample.
"""

import sys

import numpy as np
import torch

from draw_batch import draw_batch
from draw_canvas import draw_canvas
from exactness import exact_lines, exactness, read_classes
from network import LineNetwork

FIRST_SEED = 900_000_000
CHUNK = 50
HEIGHTS = ((6, 9), (9, 12), (12, 16), (16, 24), (24, 61))  # of a capital, pixels of the photograph
FOCUS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.26)  # σ, of a capital's height
MOTION = (0.05, 0.15, 0.25, 0.35, 0.46)


def main():
    network = LineNetwork()
    network.load_state_dict(torch.load(sys.argv[1]))
    network.eval()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    pictures, targets, cap, focus, motion = draw(count)
    print(exactness(network, pictures, targets))
    exact, has_line = (np.array(part) for part in exact_lines(read_classes(network, pictures, CHUNK), targets))
    still = motion < MOTION[0]
    report("capitals of px", HEIGHTS, cap, exact, has_line & still & (focus < FOCUS[1]))
    large = has_line & (cap >= HEIGHTS[2][0])
    report("focus, capitals of 12 px and more", zip(FOCUS, FOCUS[1:]), focus, exact, large & still)
    report("motion, capitals of 12 px and more", zip(MOTION, MOTION[1:]), motion, exact, large & ~still)


def draw(count):
    torch.manual_seed(FIRST_SEED)
    batches = []
    for start in range(0, count, CHUNK):
        canvases = [draw_canvas(FIRST_SEED + index) for index in range(start, min(count, start + CHUNK))]
        batches.append(draw_batch(*(torch.from_numpy(np.stack(part)) for part in zip(*canvases))))
    facts = [torch.cat([getattr(batch.facts, name) for batch in batches]).numpy() for name in ("cap", "focus", "motion")]
    return torch.cat([batch.pictures for batch in batches]), torch.cat([batch.targets for batch in batches]), *facts


def report(title, ranges, values, exact, chosen):
    for low, high in ranges:
        some = chosen & (values >= low) & (values < high)
        if some.any():
            print(f"{title} {low}–{high}: {exact[some].mean():.3f} of {some.sum()} lines exact")


if __name__ == "__main__":
    main()
