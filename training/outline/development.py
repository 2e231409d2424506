"""What light, lens, sensor and JPEG make of a composed picture, and the numbers that the network takes."""

import math

import numpy as np
import torch
from torch.nn import functional as F

from easel import OVERSAMPLING
from plan import between, chance

# Of a picture that is all but one colour, as in the engine.
LEAST_DEVIATION = 4.0


def develop(easel, picture, plan):
    """Light, lens and sensor. 0–255, rounded to whole numbers."""
    rng, n = easel.rng, len(plan.kind)
    col = lambda values: easel.t(values)[:, None, None, None]
    x, y, size = easel.pixel_x, easel.pixel_y, float(easel.side)
    quad, scale = plan.documents[:, 0] / OVERSAMPLING, plan.scale / OVERSAMPLING
    for _ in range(2):
        picture = picture + spot(easel, quad, scale, chance(rng, 0.24, n))
    angle = between(rng, 0, 2 * math.pi, n)
    steep = chance(rng, 0.5, n) * between(rng, 0, 0.9, n)
    ramp = (x / size - 0.5) * easel.t(np.cos(angle) * steep)[:, None, None] + (y / size - 0.5) * easel.t(np.sin(angle) * steep)[:, None, None]
    picture = picture * (1 + ramp[:, None])
    angle = between(rng, 0, 2 * math.pi, n)
    edge = (x - easel.t(between(rng, 0, size, n))[:, None, None]) * easel.t(np.cos(angle))[:, None, None] + (y - easel.t(between(rng, 0, size, n))[:, None, None]) * easel.t(np.sin(angle))[:, None, None]
    shadow = torch.sigmoid(edge / easel.t(between(rng, 1, 14, n))[:, None, None]) * easel.t(chance(rng, 0.25, n) * between(rng, 0.1, 0.6, n))[:, None, None]
    picture = picture * (1 - shadow[:, None])
    moire = torch.sin(x * easel.t(between(rng, 0.2, 2.5, n))[:, None, None] + y * easel.t(between(rng, -2.5, 2.5, n))[:, None, None])
    picture = picture + (moire * easel.t(chance(rng, 0.12, n) * between(rng, 2, 12, n))[:, None, None])[:, None]
    picture = picture * easel.t(np.exp(rng.normal(0, 0.07, (n, 3))))[..., None, None]
    exposures = np.stack([np.ones(n), between(rng, 0.06, 0.55, n), between(rng, 0.6, 1.35, n), between(rng, 1.3, 2.3, n)])
    gain = exposures[rng.choice(4, n, p=[0.34, 0.16, 0.38, 0.12]), np.arange(n)]
    picture = (picture * col(gain)).clamp(0, 255)
    gamma = np.where(chance(rng, 0.5, n), np.exp(rng.normal(0, 0.2, n)), 1)
    picture = 255 * (picture / 255).clamp(min=1e-4) ** col(gamma)
    grey = col(chance(rng, 0.1, n))
    picture = picture * (1 - grey) + picture.mean(1, keepdim=True) * grey
    picture = blurred(easel, picture, chance(rng, 0.6, n))
    strength = np.where(chance(rng, 0.8, n), between(rng, 0, 7, n), between(rng, 5, 16, n)) * np.where(gain < 0.5, 1.2, 1)
    coarse = F.interpolate(easel.randn(n, 3, easel.side // 2, easel.side // 2), size=(easel.side, easel.side), mode="bilinear", align_corners=False)
    picture = picture + easel.randn(*picture.shape) * col(strength * 0.7) + coarse * col(strength * 0.4 * chance(rng, 0.5, n))
    swap = chance(rng, 0.05, n)
    if swap.any():
        rows = easel.rows(swap)
        picture[rows] = picture[rows][:, torch.from_numpy(rng.permutation(3)).to(easel.device)]
    picture = packed(easel, picture.clamp(0, 255), chance(rng, 0.25, n))
    return picture.clamp(0, 255).round()


def spot(easel, quad, scale, where):
    """A lamp's reflection, often on an edge or a corner of the document."""
    rng, n = easel.rng, len(where)
    weights = rng.dirichlet([1, 1, 1, 1], n)
    anywhere = (quad * weights[..., None]).sum(1)
    side, t = rng.integers(4, size=n), between(rng, 0, 1, n, 1)
    t = np.where(chance(rng, 0.4, n, 1), np.round(t), t)
    on_edge = quad[np.arange(n), side] * (1 - t) + quad[np.arange(n), (side + 1) % 4] * t
    centre = np.where(chance(rng, 0.5, n, 1), on_edge, anywhere)
    stray = chance(rng, 0.2, n, 1)
    centre = np.where(stray, between(rng, 0, easel.side, n, 2), centre)
    spread = np.where(stray, easel.side * 0.3, np.minimum(scale, easel.side)[:, None]) * between(rng, 0.05, 0.5, n, 2)
    turn = between(rng, 0, math.pi, n)
    c = lambda values: easel.t(values)[:, None, None]
    dx, dy = easel.pixel_x - c(centre[:, 0]), easel.pixel_y - c(centre[:, 1])
    u = (dx * c(np.cos(turn)) + dy * c(np.sin(turn))) / c(spread[:, 0] + 0.5)
    v = (dy * c(np.cos(turn)) - dx * c(np.sin(turn))) / c(spread[:, 1] + 0.5)
    light = torch.exp(-((u * u + v * v + 1e-6) ** c(between(rng, 0.6, 2, n))))
    return (light * c(where * between(rng, 80, 420, n)))[:, None]


def blurred(easel, picture, where):
    """Out of focus, or moved while the shutter was open: one small kernel a photograph."""
    rng = easel.rng
    if not where.any():
        return picture
    rows = easel.rows(where)
    m, reach = len(rows), 6
    across = np.where(chance(rng, 0.75, m), between(rng, 0.3, 1.8, m), between(rng, 1.2, 3.2, m))
    along = np.where(chance(rng, 0.3, m), between(rng, 1.0, 5.0, m), across)
    across = np.where(along > across, np.minimum(across, 1.0), across)
    turn = between(rng, 0, math.pi, m)
    at = np.arange(-reach, reach + 1, dtype=np.float64)
    y, x = np.meshgrid(at, at, indexing="ij")
    c, s = np.cos(turn)[:, None, None], np.sin(turn)[:, None, None]
    u, v = x * c + y * s, y * c - x * s
    # A movement is a stroke of even strength, a blur falls off.
    stroke = 1 / (1 + np.exp((np.abs(u) - along[:, None, None]) * 4))
    bell = np.exp(-(u**2) / (2 * along[:, None, None] ** 2))
    kernel = np.where((along > across * 1.3)[:, None, None], stroke, bell) * np.exp(-(v**2) / (2 * across[:, None, None] ** 2))
    kernel /= kernel.sum((1, 2), keepdims=True)
    kernels = easel.t(kernel)[:, None].repeat_interleave(3, 0)
    part = F.pad(picture[rows].reshape(1, m * 3, easel.side, easel.side), (reach,) * 4, mode="reflect")
    out = picture.clone()
    out[rows] = F.conv2d(part, kernels, groups=m * 3).reshape(m, 3, easel.side, easel.side)
    return out


def packed(easel, picture, where):
    """What a JPEG of low quality leaves: 8 x 8 cosine coefficients in coarse steps, those of colour coarser."""
    rng = easel.rng
    if not where.any():
        return picture
    rows = easel.rows(where)
    m, blocks, dct = len(rows), easel.side // 8, dct_matrix().to(easel.device)
    part = picture[rows]
    luma = part.mean(1, keepdim=True)
    planes = torch.cat([luma, part[:, :2] - luma], 1) - 128 * torch.tensor([1.0, 0, 0], device=easel.device)[None, :, None, None]
    tiles = planes.reshape(m, 3, blocks, 8, blocks, 8).permute(0, 1, 2, 4, 3, 5)
    coded = dct @ tiles @ dct.T
    at = torch.arange(8, device=easel.device, dtype=torch.float32)
    steps = (4 + 4 * (at[:, None] + at[None])) * torch.tensor([1.0, 1.8, 1.8], device=easel.device)[:, None, None, None, None]
    steps = steps[None] * easel.t(np.exp(between(rng, math.log(0.3), math.log(3), m)))[:, None, None, None, None, None]
    tiles = dct.T @ (torch.round(coded / steps) * steps) @ dct
    planes = tiles.permute(0, 1, 2, 4, 3, 5).reshape(m, 3, easel.side, easel.side)
    luma = planes[:, :1] + 128
    out = picture.clone()
    out[rows] = torch.cat([planes[:, 1:2] + luma, planes[:, 2:3] + luma, luma - planes[:, 1:2] - planes[:, 2:3]], 1)
    return out


def dct_matrix():
    k = torch.arange(8, dtype=torch.float32)
    matrix = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) * 0.5
    matrix[0] *= math.sqrt(0.5)
    return matrix


def inside(easel, plan):
    """Where the photograph is and no padding, n x 1 x side x side."""
    width, height, left, top = (easel.t(column)[:, None, None] for column in plan.frame.T)
    x, y = easel.pixel_x, easel.pixel_y
    return ((x > left) & (x < left + width) & (y > top) & (y < top + height)).float()[:, None]


def normalised(picture, inside):
    """Mean 0 and deviation one half over the photograph's own pixels, so that dark photographs look like others; padding is 0."""
    count = inside.sum((1, 2, 3), keepdim=True) * 3
    mean = (picture * inside).sum((1, 2, 3), keepdim=True) / count
    deviation = (((picture - mean) ** 2 * inside).sum((1, 2, 3), keepdim=True) / count).sqrt().clamp(min=LEAST_DEVIATION)
    return (picture - mean) / (2 * deviation) * inside
