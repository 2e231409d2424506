"""What light, lens, sensor and JPEG make of a composed picture."""

import math

import torch
from torch.nn import functional as F

# Kernel of the lens: half its width in pixels.
REACH = 5


def spoil(easel, picture):
    """Light, glare, lens, sensor, JPEG."""
    count, size = picture.shape[0], easel.size
    xs, ys = easel.grid[:, 0].reshape(1, 1, size, size) / size, easel.grid[:, 1].reshape(1, 1, size, size) / size
    one = lambda low, high: easel.uniform(low, high, count, 1, 1, 1)
    angle = one(0, 2 * math.pi)
    ramp = (xs - 0.5) * angle.cos() + (ys - 0.5) * angle.sin()
    picture = picture * (1 + ramp * one(0, 0.9) * easel.chance(0.5, count, 1, 1, 1))
    angle = one(0, 2 * math.pi)
    edge = (xs - one(0, 1)) * angle.cos() + (ys - one(0, 1)) * angle.sin()
    picture = picture * (1 - torch.sigmoid(edge / one(0.003, 0.05)) * one(0.1, 0.55) * easel.chance(0.25, count, 1, 1, 1))
    for _ in range(2):
        turn = one(0, math.pi)
        dx, dy = xs - one(0, 1), ys - one(0, 1)
        p, q = dx * turn.cos() + dy * turn.sin(), dy * turn.cos() - dx * turn.sin()
        spot = torch.exp(-(((p / one(0.02, 0.2)) ** 2 + (q / one(0.01, 0.1)) ** 2).clamp(max=20) ** one(0.6, 2)))
        picture = picture + spot * one(40, 300) * easel.chance(0.2, count, 1, 1, 1)
    low = easel.chance(0.25, count, 1, 1, 1)
    picture = picture * torch.where(low, one(0.1, 0.6), one(0.7, 1.3))
    picture = picture.clamp(0, 255)
    picture = 255 * (picture / 255) ** torch.exp(easel.normal(count, 1, 1, 1) * 0.2)
    picture = blur(easel, picture)
    picture = picture + easel.normal(count, 1, size, size) * one(0, 9)
    if easel.rng.random() < 0.5:
        chosen = easel.chance(0.6, count, 1, 1, 1)
        picture = torch.where(chosen, jpeg(easel, picture, one(2, 18)), picture)
    return picture.clamp(0, 255).round()


def blur(easel, picture):
    """Out of focus, or moved, by up to three pixels' deviation and nine pixels' way."""
    count = picture.shape[0]
    axis = torch.arange(-REACH, REACH + 1, device=easel.device, dtype=torch.float32)
    ky, kx = torch.meshgrid(axis, axis, indexing="ij")
    one = lambda low, high: easel.uniform(low, high, count, 1, 1)
    sigma = torch.where(easel.chance(0.75, count, 1, 1), one(0.25, 0.9), one(0.5, 2.2))
    turn, way = one(0, math.pi), torch.where(easel.chance(0.2, count, 1, 1), one(0.5, 2.2), torch.zeros(count, 1, 1, device=easel.device))
    along = kx * turn.cos() + ky * turn.sin()
    across = ky * turn.cos() - kx * turn.sin()
    kernel = torch.exp(-(along**2) / (2 * (sigma**2 + way**2)) - across**2 / (2 * sigma**2))
    kernel = kernel / kernel.sum((1, 2), keepdim=True)
    padded = F.pad(picture, (REACH,) * 4, mode="replicate").transpose(0, 1)
    return F.conv2d(padded, kernel[:, None], groups=count).transpose(0, 1)


def jpeg(easel, picture, step):
    """Coefficients of 8 × 8 blocks rounded to multiples of `step`, coarser for the finer ones."""
    k = torch.arange(8, device=easel.device, dtype=torch.float32)
    basis = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) * torch.where(k == 0, math.sqrt(1 / 8), 0.5)[:, None]
    filters = (basis[:, None, :, None] * basis[None, :, None, :]).reshape(64, 1, 8, 8)
    growth = (1 + (k[:, None] + k[None]) * 0.5).reshape(1, 64, 1, 1) * step
    coefficients = F.conv2d(picture - 128, filters, stride=8)
    return F.conv_transpose2d((coefficients / growth).round() * growth, filters, stride=8) + 128
