"""Where the photograph lies within the square that the network sees, and its pixels as the network takes them; around it is padding."""

import numpy as np
import torch

from network import STRIDE


def frames(easel, kinds, count):
    """B × 4: left, top, right, bottom of the photograph within the square that the network sees."""
    size, rng = easel.size, easel.rng
    aspect = rng.choice([4 / 3, 3 / 4, 1.0, 16 / 9, 9 / 16, 1.5, 2.2], count, p=[0.26, 0.28, 0.12, 0.08, 0.1, 0.1, 0.06]) * rng.uniform(0.94, 1.06, count)
    aspect = np.where(kinds == "close", rng.uniform(1.0, 4.5, count), aspect)
    width = np.where(aspect > 1, size, size * aspect)
    height = np.where(aspect > 1, size / aspect, size)
    frame = np.stack([(size - width) / 2, (size - height) / 2, (size + width) / 2, (size + height) / 2], 1)
    return torch.tensor(frame, dtype=torch.float32, device=easel.device).round()


def inside(easel, frame):
    xs, ys = easel.grid[:, 0][None], easel.grid[:, 1][None]
    inside = (xs > frame[:, 0:1]) & (xs < frame[:, 2:3]) & (ys > frame[:, 1:2]) & (ys < frame[:, 3:4])
    return inside.reshape(-1, 1, easel.size, easel.size).float()


def normalise(picture, inside):
    area = inside.sum((1, 2, 3), keepdim=True)
    mean = (picture * inside).sum((1, 2, 3), keepdim=True) / area
    deviation = (((picture - mean) ** 2 * inside).sum((1, 2, 3), keepdim=True) / area).sqrt()
    return (picture - mean) / (deviation + 4) * inside


def within(easel, labels, weights, frame):
    xs, ys = easel.cells[:, 0][None], easel.cells[:, 1][None]
    inside = (xs > frame[:, 0:1]) & (xs < frame[:, 2:3]) & (ys > frame[:, 1:2]) & (ys < frame[:, 3:4])
    cells = easel.size // STRIDE
    inside = inside.reshape(-1, 1, cells, cells).float()
    labels = torch.cat([labels[:, :4] * inside, labels[:, 4:]], 1)
    return labels, weights
