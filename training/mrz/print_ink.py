"""Printing: what laser, ink-jet, foil and wear make of a glyph's mask. Batches of canvases, coverage 0 to 1."""

import math

import torch
import torch.nn.functional as F

from crop import uniform

SPREAD_PX = 1.1  # of ink before its edge is set anew
KERNEL = 7


def print_ink(ink):
    """n×H×W uint8 masks → n×1×H×W coverage as printed."""
    n, device = len(ink), ink.device
    kind = torch.rand(n, device=device)
    mask = ink.unsqueeze(1).float() / 255
    mask = change(mask, kind < 0.18, lambda part: set_edges(part, 1.0))
    mask = change(mask, (kind >= 0.18) & (kind < 0.45), lambda part: set_edges(part, 0.0))
    mask = change(mask, (kind > 0.40) & (kind < 0.56), wear)
    mask = change(mask, (kind > 0.52) & (kind < 0.66), lambda part: part * dots(len(part), part.shape[2:], device))
    return change(mask, torch.rand(n, device=device) < 0.12, scratch)


def change(batch, chosen, effect):
    """The batch with `effect` on the chosen samples alone. Changes it in place: it is this step's own."""
    places = torch.nonzero(chosen).squeeze(1)
    if len(places) > 0:
        batch[places] = effect(batch[places])
    return batch


def wear(mask):
    return mask * (0.85 + 0.35 * noise_of(len(mask), mask.shape[2:], mask.device, (5, 9, 30))).clamp(0, 1)


def set_edges(mask, ragged):
    """Ink runs, and its edge comes to stand further out or in: bolder or thinner strokes; ragged ones from an ink-jet."""
    n, device = len(mask), mask.device
    x = torch.arange(KERNEL, device=device, dtype=torch.float32) - KERNEL // 2
    kernel = torch.exp(-(x**2) / (2 * SPREAD_PX**2))
    kernel = kernel / kernel.sum()
    soft = F.conv2d(mask, kernel.view(1, 1, 1, -1), padding=(0, KERNEL // 2))
    soft = F.conv2d(soft, kernel.view(1, 1, -1, 1), padding=(KERNEL // 2, 0))
    soft = soft + 0.13 * ragged * noise_of(n, mask.shape[2:], device, (2, 3, 4))
    threshold = uniform(n, device, 0.28, 0.68).view(-1, 1, 1, 1)
    hardness = uniform(n, device, 2, 5).view(-1, 1, 1, 1)
    return ((soft - threshold) * hardness + 0.5).clamp(0, 1)


def dots(n, size, device):
    """Laser engraving and dot-matrix print in rows or in a raster."""
    height, width = size
    x = torch.arange(width, device=device).view(1, 1, 1, -1)
    y = torch.arange(height, device=device).view(1, 1, -1, 1)
    across, down = (uniform(n, device, 0.9, 2.4).view(-1, 1, 1, 1) for _ in range(2))
    depth = uniform(n, device, 0.2, 0.55).view(-1, 1, 1, 1)
    raster = (torch.rand(n, 1, 1, 1, device=device) < 0.5).float()
    wave = 0.5 + 0.5 * torch.sin(x * across) * (1 - raster + raster * torch.sin(y * down))
    return 1 - depth + depth * wave


def scratch(mask):
    """Straight lines along which the ink is gone."""
    n, device, (height, width) = len(mask), mask.device, mask.shape[2:]

    def one(low, high):
        return uniform(n, device, low, high).view(-1, 1, 1, 1)

    x = torch.arange(width, device=device).view(1, 1, 1, -1) / width
    y = torch.arange(height, device=device).view(1, 1, -1, 1) / height
    strength = one(0.3, 0.9)
    for _ in range(2):
        angle, breadth = one(0, math.pi), one(0.0006, 0.004)
        distance = x * torch.sin(angle) + 0.1 * y * torch.cos(angle) - one(-0.3, 1.2)
        mask = mask * (1 - strength * torch.exp(-((distance / breadth) ** 2)))
    return mask


def noise_of(n, size, device, cells):
    """Smooth noise of deviation about 1 with one of the grains `cells`, chosen for each sample."""
    cell = cells[int(torch.randint(len(cells), (1,)))]
    height, width = size
    small = torch.randn(n, 1, height // cell + 2, width // cell + 2, device=device)
    return F.interpolate(small, size=(height, width), mode="bilinear", align_corners=False)
