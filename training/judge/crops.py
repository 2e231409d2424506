"""What the judge is shown: an outline's surroundings, warped so that the outline is a square, whatever its shape in the photograph."""

import numpy as np
import torch
from torch.nn import functional as F

from network import CROP, MARGIN

# A crop is taken from the halved copy of the photograph in which the outline's mean side has one to two times the pixels that the crop gives it.
INNER = CROP - 2 * MARGIN
LEAST_DEVIATION = 4.0
MOST_HALVED = 4


def from_unit(quads):
    """Homographies from the unit square to each quad (Heckbert 1989, section 2.2.3). m x 4 x 2 to m x 3 x 3."""
    p0, p1, p2, p3 = (quads[:, i].astype(np.float64) for i in range(4))
    total = p0 - p1 + p2 - p3
    d1, d2 = p1 - p2, p3 - p2
    cross = d1[:, 0] * d2[:, 1] - d2[:, 0] * d1[:, 1]
    cross = np.where(np.abs(cross) < 1e-6, 1e-6, cross)
    g = (total[:, 0] * d2[:, 1] - d2[:, 0] * total[:, 1]) / cross
    h = (d1[:, 0] * total[:, 1] - total[:, 0] * d1[:, 1]) / cross
    first, second = p1 - p0 + g[:, None] * p1, p3 - p0 + h[:, None] * p3
    return np.stack([np.stack([first[:, 0], second[:, 0], p0[:, 0]], 1), np.stack([first[:, 1], second[:, 1], p0[:, 1]], 1), np.stack([g, h, np.ones_like(g)], 1)], 1)


def at_unit(matrix, u, v):
    """Where points of the unit square lie: m x 3 x 3 and k values each to m x k x 2. Behind the camera: far away."""
    points = np.stack([u, v, np.ones_like(u)], 0)
    x = matrix @ points
    w = np.where(x[:, 2] > 0.05, x[:, 2], np.inf)
    return np.where(np.isfinite(w)[..., None], np.stack([x[:, 0] / w, x[:, 1] / w], 2), -1e4)


def mean_sides(quads):
    edges = np.linalg.norm(np.roll(quads, -1, 1) - quads, axis=2)
    return (edges[:, 0] + edges[:, 2]) / 2, (edges[:, 1] + edges[:, 3]) / 2


def log_aspects(quads):
    across, down = mean_sides(quads)
    return np.log(np.maximum(across, 1e-3) / np.maximum(down, 1e-3))[:, None].astype(np.float32)


def crops_of(pictures, inside, photo_of, quads):
    """`pictures` n x 3 x S x S, 0–255; `inside` n x 1 x S x S, 1 where the photograph is; quads m x 4 x 2 in its pixels. m x 4 x CROP x CROP, on their device."""
    device = pictures.device
    at = ((np.arange(CROP) + 0.5) - MARGIN) / INNER
    u, v = np.meshgrid(at, at)
    points = at_unit(from_unit(quads), u.ravel(), v.ravel()).reshape(len(quads), CROP, CROP, 2)
    across, down = mean_sides(quads)
    halved = np.clip(np.floor(np.log2(np.maximum(1e-3, (across + down) / 2 / INNER))), 0, MOST_HALVED).astype(int)
    out = torch.zeros((len(quads), 4, CROP, CROP), device=device)
    level = torch.cat([pictures * inside, inside], 1)
    for k in range(MOST_HALVED + 1):
        which = np.flatnonzero(halved == k)
        if len(which):
            size = level.shape[-1]
            grid = torch.from_numpy((points[which] / 2**k * (2 / size) - 1).astype(np.float32)).to(device)
            photos = level[torch.from_numpy(photo_of[which]).to(device)]
            out[torch.from_numpy(which).to(device)] = F.grid_sample(photos, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
        if (halved > k).any():
            level = F.avg_pool2d(level, 2)
    return out


def normalised(crops):
    """Mean 0 and deviation one half over what of the crop is photograph; 0 elsewhere."""
    seen = (crops[:, 3:] > 0.5).float()
    count = seen.sum((1, 2, 3), keepdim=True).clamp(min=1) * 3
    rgb = crops[:, :3]
    mean = (rgb * seen).sum((1, 2, 3), keepdim=True) / count
    deviation = (((rgb - mean) ** 2 * seen).sum((1, 2, 3), keepdim=True) / count).sqrt().clamp(min=LEAST_DEVIATION)
    return torch.cat([(rgb - mean) / (2 * deviation) * seen, seen], 1)
