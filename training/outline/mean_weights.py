"""Writes the mean of two networks' weights, one of which was trained on from the other: what the older did well it keeps. `mean_weights.py OLD.pt NEW.pt OUT.pt`"""

import sys

import torch


def mean_of(old, new):
    return {name: (old[name] + value) / 2 if value.dtype.is_floating_point else value for name, value in new.items()}


if __name__ == "__main__":
    older, newer = (torch.load(path, map_location="cpu") for path in sys.argv[1:3])
    torch.save(mean_of(older, newer), sys.argv[3])
