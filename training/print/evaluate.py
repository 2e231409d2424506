"""How many drawn lines are read exactly: `evaluate.py WEIGHTS.pt [LINES]`. A fixed set, of seeds that training never sees."""

import random as random_module
import sys

import torch

from alphabet import OTHER_SCRIPT, text_of
from draw_lines import draw_chunk
from network import PrintNetwork
from photograph import IGNORE, photograph

FIRST_SEED = 9 * 10**12
LINES = 3000
HELD_OUT_EVERY = 4  # every fourth line is of a face that training never sees
WIDTHS = (96, 192, 320)
BATCH = 100


def validation_set(lines=LINES, device="cpu"):
    """[(pictures, targets)] in batches; the same on each call for one device and version of torch."""
    generator, random = torch.Generator(device).manual_seed(1), random_module.Random(1)
    batches = []
    for start in range(0, lines, BATCH):
        canvases, classes, extents = (torch.from_numpy(part).to(device) for part in draw_chunk(FIRST_SEED + start, min(BATCH, lines - start), HELD_OUT_EVERY))
        width = WIDTHS[start // BATCH % len(WIDTHS)]
        pictures, targets = photograph(canvases, classes, extents, width, generator, random, canvases.roll(1, 0))
        batches.append((pictures.half().cpu(), targets.short().cpu()))
    return batches


def exactness(network, batches, device="cpu"):
    """Shares of lines exact, of characters right (by edit distance), of held-out faces' lines exact, of empty and other-script lines seen as such."""
    network.eval()
    counts = dict.fromkeys(("lines", "exact", "held", "held_exact", "letters", "wrong", "silent", "empty", "other", "other_seen"), 0)
    with torch.no_grad():
        for pictures, targets in batches:
            best = network(pictures.to(device).float()).argmax(2).cpu().numpy()
            for index, (read, target) in enumerate(zip(best, targets.numpy())):
                known = target != IGNORE
                expected, got = text_of(target[known]), text_of(read[known])
                if not expected:
                    counts["empty"] += 1
                    counts["silent"] += got == ""
                    continue
                if (target == OTHER_SCRIPT).any():
                    counts["other"] += 1
                    counts["other_seen"] += expected == got
                    continue
                counts["lines"] += 1
                counts["exact"] += expected == got
                counts["letters"] += len(expected)
                counts["wrong"] += min(len(expected), _distance(expected, got))
                if index % HELD_OUT_EVERY == 0:
                    counts["held"] += 1
                    counts["held_exact"] += expected == got
    share = lambda part, whole: round(counts[part] / max(1, counts[whole]), 4)  # noqa: E731
    return {
        "exact": share("exact", "lines"),
        "characters": round(1 - counts["wrong"] / max(1, counts["letters"]), 4),
        "held_out_exact": share("held_exact", "held"),
        "empty_silent": share("silent", "empty"),
        "other_script_exact": share("other_seen", "other"),
    }


def _distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


if __name__ == "__main__":
    trained = PrintNetwork()
    trained.load_state_dict(torch.load(sys.argv[1], map_location="cpu"))
    print(exactness(trained, validation_set(int(sys.argv[2]) if len(sys.argv) > 2 else LINES)))
