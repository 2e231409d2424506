"""The temperature that makes a character's probability true, and the reliability curve: `calibrate.py WEIGHTS.pt [COUNT]`.

Each drawn character is laid out as the engine does it (line-cells.ts): the columns of the middle half of its pitch summed, blanks left
out, shares of the 37 characters. Shares are raised to 1/temperature (Guo et al. 2017); the one with the least surprise is told.
"""

import sys

import numpy as np
import torch

from alphabet import CLASSES
from draw_batch import draw_batch
from draw_canvas import draw_canvas
from network import LineNetwork, normalise
from targets import COLUMNS, IGNORE

FIRST_SEED = 800_000_000  # of no training and no evaluation sample
CHUNK = 50
FLOOR = 1e-5  # as in line-cells.ts
TEMPERATURES = np.arange(0.6, 3.01, 0.05)
BINS = 10


def main():
    network = LineNetwork()
    network.load_state_dict(torch.load(sys.argv[1]))
    network.eval()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    shares, truth = collect(network, count)
    surprise = [mean_surprise(tempered(shares, one), truth) for one in TEMPERATURES]
    best = float(TEMPERATURES[int(np.argmin(surprise))])
    print(f"{len(truth)} characters of {count} samples; temperature {best:.2f}")
    for temperature in (1.0, best):
        report(tempered(shares, temperature), truth, temperature)


def collect(network, count):
    """Shares n×37 of the characters drawn, and which each is (0 to 36)."""
    torch.manual_seed(FIRST_SEED)
    shares, truth = [], []
    for start in range(0, count, CHUNK):
        canvases = [draw_canvas(FIRST_SEED + index) for index in range(start, min(count, start + CHUNK))]
        batch = draw_batch(*(torch.from_numpy(np.stack(part)) for part in zip(*canvases)))
        with torch.no_grad():
            columns = network(normalise(batch.pictures)).exp().numpy()
        for sample, target in zip(columns, batch.targets.numpy()):
            for first, last, value in runs(target):
                sums = sample[first:last, 1:].sum(0)
                shares.append((sums + FLOOR) / (sums.sum() + FLOOR * (CLASSES - 1)))
                truth.append(value - 1)
    return np.array(shares), np.array(truth)


def runs(target):
    """(first column, column behind the last, class) of each drawn character."""
    start = 0
    for column in range(1, COLUMNS + 1):
        if column == COLUMNS or target[column] != target[start]:
            if target[start] not in (0, IGNORE):
                yield start, column, int(target[start])
            start = column


def tempered(shares, temperature):
    powers = shares ** (1 / temperature)
    return powers / powers.sum(1, keepdims=True)


def mean_surprise(shares, truth):
    return float(-np.log(shares[np.arange(len(truth)), truth]).mean())


def report(shares, truth, temperature):
    confidence, right = shares.max(1), shares.argmax(1) == truth
    places = np.minimum(BINS - 1, (confidence * BINS).astype(int))
    print(f"temperature {temperature:.2f}: surprise {mean_surprise(shares, truth):.4f}")
    error = 0.0
    for index in range(BINS):
        inside = places == index
        if inside.any():
            error += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
            print(f"  {index / BINS:.1f}–{(index + 1) / BINS:.1f}: {inside.sum()} characters, said {confidence[inside].mean():.3f}, right {right[inside].mean():.3f}")
    print(f"  expected calibration error {error:.4f}")


if __name__ == "__main__":
    main()
