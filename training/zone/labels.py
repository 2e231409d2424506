"""For each cell where the lines of zones are, computed from the mapping that laid the sheet."""

import torch

from network import HEIGHT_UNIT, OFFSET_UNIT, STRIDE
from pools import HEAD
from poses import cover_of, unwarp
from sizes import MOST_LINES

# Of the capitals' height: half the thickness of a line's core, and how far a block reaches beyond its lines.
CORE_HALF, BLOCK_MARGIN = 0.3, 0.35
# Pixels: the core of a small line is not drawn thinner; lines nearer together than this have no cores of their own.
THINNEST_HALF, NEAREST_LINES = 2.0, 7.0
# Pixels that the capitals must be high for a zone to count at all; between the two nothing is asked.
LEAST_CAP, SURE_CAP = 1.2, 1.8


def label(easel, labels, weights, index, inverse, bend, head):
    n = len(index)
    cells = easel.size // STRIDE
    shape = (n, cells, cells)
    here = unwarp(inverse, bend, easel.cells)
    step_x = unwarp(inverse, bend, easel.cells + torch.tensor([1.0, 0.0], device=easel.device)) - here
    step_y = unwarp(inverse, bend, easel.cells + torch.tensor([0.0, 1.0], device=easel.device)) - here
    u, v = here[..., 0].reshape(shape), here[..., 1].reshape(shape)
    ux, vx = step_x[..., 0].reshape(shape), step_x[..., 1].reshape(shape)
    uy, vy = step_y[..., 0].reshape(shape), step_y[..., 1].reshape(shape)
    slope = torch.sqrt(vx**2 + vy**2).clamp(min=1e-4)
    turned = (ux * vy - uy * vx).abs().clamp(min=1e-6)
    # Pixels of the picture for one of the sheet: across the lines, and along them.
    across_scale, along_scale = 1 / slope, slope / turned
    direction = torch.stack([vy, -vx], 1) / slope[:, None] * torch.sign(ux * vy - uy * vx)[:, None]
    covered = cover_of(here, head).reshape(shape)
    new = torch.zeros(n, 8, cells, cells, device=easel.device)
    new[:, 2:4] = 0
    lines, many = head[:, HEAD:].reshape(n, MOST_LINES, 4), head[:, 4]
    block = torch.zeros(shape, device=easel.device)
    nearest = torch.full(shape, 1e9, device=easel.device)
    spacing = (lines[:, 1, 1] - lines[:, 0, 1])[:, None, None] * across_scale
    cap = ((lines[:, 0, 3] - lines[:, 0, 1])[:, None, None] * across_scale).clamp(min=0.1)
    has = (many > 0)[:, None, None]
    for k in range(MOST_LINES):
        x0, y0, x1, y1 = [lines[:, k, i][:, None, None] for i in range(4)]
        real = (many > k)[:, None, None]
        middle = (y0 + y1) / 2
        across = (middle - v) * across_scale
        start, end = (u - x0) * along_scale, (x1 - u) * along_scale
        inner = torch.minimum(start, end)
        half = torch.maximum(cap * CORE_HALF, torch.full_like(cap, THINNEST_HALF))
        half = torch.minimum(half, spacing * 0.36)
        core = soft(half - across.abs()) * soft(inner) * real
        new[:, 1] = torch.maximum(new[:, 1], core)
        sigma = (cap * 0.4).clamp(min=3.0)
        for channel, along in ((2, start), (3, end)):
            heat = torch.exp(-(along**2 + across**2) / (2 * sigma**2)) * real
            new[:, channel] = torch.maximum(new[:, channel], heat)
        closer = (across.abs() < nearest.abs()) & real
        nearest = torch.where(closer, across, nearest)
    last = lines[torch.arange(n, device=easel.device), (many.long() - 1).clamp(min=0)]
    top, bottom = lines[:, 0, 1][:, None, None], last[:, 3][:, None, None]
    left = lines[:, :, 0].masked_fill(torch.arange(MOST_LINES, device=easel.device)[None] >= many[:, None], 1e9).min(1).values[:, None, None]
    right = lines[:, :, 2].max(1).values[:, None, None]
    margin = cap * BLOCK_MARGIN
    tall = torch.minimum((v - top) * across_scale, (bottom - v) * across_scale) + margin
    wide = torch.minimum((u - left) * along_scale, (right - u) * along_scale) + margin
    block = soft(torch.minimum(tall, wide)) * has
    visible = cap > LEAST_CAP
    block = block * visible
    new[:, 0] = block
    new[:, 1:4] = new[:, 1:4] * visible[:, None]
    new[:, 4:6] = direction
    new[:, 6] = torch.log(cap / HEIGHT_UNIT)
    new[:, 7] = (nearest.clamp(-40, 40)) / OFFSET_UNIT
    old, old_weights = labels[index], weights[index]
    hide = (covered > 0.5)[:, None]
    zone = (block > 0.02)[:, None]
    near = (torch.minimum(tall, wide) > -3 * margin - 6)[:, None] & has[:, None]
    unsure = ((cap > LEAST_CAP) & (cap < SURE_CAP))[:, None] & zone
    tight = (spacing < NEAREST_LINES)[:, None] & near
    fresh = torch.ones_like(old_weights)
    fresh[:, 0:1] = torch.where(unsure, 0.2, 1.0)
    fresh[:, 1:2] = torch.where(tight, 0.0, 1.0)
    fresh[:, 2:3] = torch.where(tight, 0.0, 1.0)
    fresh[:, 3:4] = torch.where(tight, 0.0, 1.0)
    labels[index] = torch.where(hide | near, torch.where(hide, new, torch.maximum(old, new)), old)
    weights[index] = torch.where(hide, fresh, old_weights)


def soft(distance):
    """1 inside, 0 outside, one cell wide between."""
    return (distance / STRIDE + 0.5).clamp(0, 1)
