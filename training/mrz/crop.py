"""Where a crop lies on its canvas: corners as a zone finder cuts them, perspective, the bend of a page; and back.

A crop's own coordinates u and v run from 0 to 1. `to_canvas` maps them through the page's bend and a homography;
`to_crop` is its inverse, by which targets follow the picture exactly.
"""

import math
from typing import NamedTuple

import torch

from draw_canvas import CANVAS_HEIGHT, CANVAS_WIDTH
from faces import CAP_PX

TIGHTEST = 0.53  # of a capital from its middle to the crop's edge
HIGHEST = 1.25
UPSIDE_DOWN_SHARE = 0.025
GAP_SHARE = 0.025  # crops of the gap between two lines
BENT_SHARE = 0.35
FEWEST_CHARACTERS = 8  # that a cut leaves
INVERSIONS = 12  # steps of the fixed point; the bend's slope is below 0.15, so that the rest is below 1e-9


class Crop(NamedTuple):
    homography: torch.Tensor  # n×3×3, from u, v (after the bend) to pixels of the canvas
    bend: torch.Tensor  # n×5: lift, its middle, its rest; stretch, its phase
    length: torch.Tensor  # n, of the upper edge in pixels of the canvas
    tall: torch.Tensor  # n, of the left edge
    readable: torch.Tensor  # n, False where the line is upside down or not in the crop


def choose_crops(extent):
    """Crops for n canvases by their `extent` (n×4: left, right, pitch, spacing)."""
    left, right, pitch, spacing = extent.unbind(1)
    n, device = len(left), extent.device
    start, end = choose_ends(left, right, pitch)
    gap = rand(n, device) < GAP_SHARE
    side = (rand(n, device) < 0.5).float() * 2 - 1
    centre = CANVAS_HEIGHT / 2 + torch.randn(n, device=device) * 1.5 + torch.where(gap, side * spacing / 2, 0 * side)
    top = centre - CAP_PX * uniform(n, device, TIGHTEST, HIGHEST)
    bottom = centre + CAP_PX * uniform(n, device, TIGHTEST, HIGHEST)
    skew = (torch.randn(n, device=device) * 0.006 * (end - start)).clamp(-0.35 * CAP_PX, 0.35 * CAP_PX)
    shear, open_left, open_right = (torch.randn(n, device=device) * spread for spread in (2.5, 1.4, 1.4))
    corners = torch.stack(
        [
            torch.stack([start, top - skew - open_left], 1),
            torch.stack([end, top + skew - open_right], 1),
            torch.stack([end + shear, bottom + skew + open_right], 1),
            torch.stack([start + shear, bottom - skew + open_left], 1),
        ],
        1,
    )
    turned = rand(n, device) < UPSIDE_DOWN_SHARE
    corners = torch.where(turned[:, None, None], corners.roll(2, 1), corners)
    length = (corners[:, 1] - corners[:, 0]).norm(dim=1)
    tall = (corners[:, 3] - corners[:, 0]).norm(dim=1)
    return Crop(homography_of(corners), choose_bends(n, device), length, tall, ~(turned | gap))


def choose_ends(left, right, pitch):
    """Tight, with some paper, wide, far too long at one end, or a line's end cut off."""
    n, device = len(left), left.device
    kind = rand(n, device)
    before, after = uniform(n, device, -0.05, 0.35), uniform(n, device, -0.05, 0.35)
    for share, low, high in ((0.70, 0.0, 1.5), (0.35, 0.0, 3.0)):
        more = kind < share
        before = torch.where(more, uniform(n, device, low, high), before)
        after = torch.where(more, uniform(n, device, low, high), after)
    long = kind < 0.22
    before = torch.where(long & (kind < 0.16), uniform(n, device, 0, 12), before)
    after = torch.where(long & (kind > 0.06), uniform(n, device, 0, 12), after)
    most = ((right - left) / pitch - FEWEST_CHARACTERS).clamp(min=0)
    cut = torch.minimum(uniform(n, device, 0, 14), most)
    before = torch.where(kind > 0.94, -cut, before)
    after = torch.where((kind > 0.88) & (kind <= 0.94), -cut, after)
    return left - before * pitch, right + after * pitch


def choose_bends(n, device):
    """A page held open lifts the line in its middle, and draws its characters closer where it slopes."""
    bent = (rand(n, device) < BENT_SHARE).float()
    lift = torch.randn(n, device=device) * 0.10 * bent
    stretch = (torch.randn(n, device=device) * 0.05).clamp(-0.14, 0.14) * bent
    return torch.stack([lift, uniform(n, device, -0.6, 0.6), torch.full_like(lift, 0.4), stretch, uniform(n, device, 0, 2 * math.pi)], 1)


def to_canvas(crop, u, v):
    """Pixels of the canvas (x, y) under points u, v of the crops, both n×…"""
    shape = (len(u),) + (1,) * (u.dim() - 1)
    lift, middle, rest, stretch, phase = (part.view(shape) for part in crop.bend.unbind(1))
    v = v + lift * ((2 * u - 1 + middle) ** 2 - rest)
    u = u + stretch * torch.sin(2 * math.pi * u + phase) / (2 * math.pi)
    return project(crop.homography, u, v)


def to_crop(crop, x, y):
    """Points u, v of the crops over pixels of the canvas."""
    bent_u, bent_v = project(inverse(crop.homography), x, y)
    shape = (len(x),) + (1,) * (x.dim() - 1)
    lift, middle, rest, stretch, phase = (part.view(shape) for part in crop.bend.unbind(1))
    u = bent_u
    for _ in range(INVERSIONS):
        u = bent_u - stretch * torch.sin(2 * math.pi * u + phase) / (2 * math.pi)
    return u, bent_v - lift * ((2 * u - 1 + middle) ** 2 - rest)


def project(homography, u, v):
    shape = (len(u),) + (1,) * (u.dim() - 1)
    h = [homography[:, row, column].view(shape) for row in range(3) for column in range(3)]
    w = h[6] * u + h[7] * v + h[8]
    return (h[0] * u + h[1] * v + h[2]) / w, (h[3] * u + h[4] * v + h[5]) / w


def inverse(homography):
    """Up to scale, which projections do not need: the adjugate."""
    first, second, third = homography.double().unbind(1)
    rows = [torch.cross(second, third, dim=1), torch.cross(third, first, dim=1), torch.cross(first, second, dim=1)]
    return torch.stack(rows, 2).float()


def homography_of(corners):
    """From the unit square to n quads (Heckbert 1989 §2.2.3), in closed form."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (corners[:, i].double().unbind(1) for i in range(4))
    dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    determinant = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / determinant, (dx1 * sy - sx * dy1) / determinant
    rows = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, torch.ones_like(g)]
    return torch.stack(rows, 1).view(-1, 3, 3).float()


def sampling_grid(x, y):
    """Pixels of the canvas as torch's grid_sample counts them."""
    return torch.stack([2 * x / CANVAS_WIDTH - 1, 2 * y / CANVAS_HEIGHT - 1], -1)


def rand(n, device):
    return torch.rand(n, device=device)


def uniform(n, device, low, high):
    return low + (high - low) * torch.rand(n, device=device)
