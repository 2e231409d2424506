"""What lies under and over the ink: fibres, patches, guilloches, stamps. Grey levels relative to the paper's mean."""

import math

import torch

from crop import uniform
from faces import CAP_PX
from print_ink import noise_of


def paper(x, y, shrink):
    """n×H×W grey levels at pixels x, y of the canvas (n×H×W); `shrink` (n) is their distance, below which nothing shows."""
    n, (height, width), device = len(x), x.shape[1:], x.device
    ground = torch.zeros(n, height, width, device=device)
    for cell, strength in ((2, 5), (6, 8), (18, 12), (60, 20)):
        add(ground, 0.35, lambda some: uniform(len(some), device, 0, strength).view(-1, 1, 1) * grain(some, ground, cell))
    add(ground, 0.45, lambda some: guilloche(x[some], y[some], shrink[some]))
    add(ground, 0.14, lambda some: stamp(x[some], y[some]))
    return ground


def add(ground, share, effect):
    """Adds `effect` of the indices of a share of the samples to them, in place."""
    some = torch.nonzero(torch.rand(len(ground), device=ground.device) < share).squeeze(1)
    if len(some) > 0:
        ground[some] += effect(some)


def grain(some, ground, cell):
    return noise_of(len(some), ground.shape[1:], ground.device, (cell,)).squeeze(1)


def guilloche(x, y, shrink):
    """Up to three families of waved lines, 0.2 to 3 capitals apart."""
    n, device = len(x), x.device

    def one(low, high):
        return uniform(n, device, low, high).view(-1, 1, 1)

    lines = torch.zeros_like(x)
    for _ in range(3):
        angle = one(0, math.pi)
        frequency = one(2 * math.pi / 3, 2 * math.pi / 0.2) / CAP_PX
        wave = one(0, 6) * torch.sin(x / one(20, 140) + one(0, 6))
        value = torch.sin((x * torch.cos(angle) + y * torch.sin(angle)) * frequency + wave + one(0, 6))
        sharp = (one(0, 1) < 0.5).float()
        value = (1 - sharp) * value - 1.5 * sharp * torch.sigmoid((value - 0.8) * 12)
        resolved = torch.exp(-((frequency * shrink.view(-1, 1, 1) * 0.55) ** 2))
        lines = lines + one(3, 20) * resolved * value * (one(0, 1) < 0.65)
    return lines


def stamp(x, y):
    """Arcs and bars darker than the paper."""
    n, device = len(x), x.device

    def one(low, high):
        return uniform(n, device, low, high).view(-1, 1, 1)

    dark = torch.zeros_like(x)
    for _ in range(2):
        centre_x, centre_y = one(0, 1600), one(-200, 400)
        distance = ((x - centre_x) ** 2 + (y - centre_y) ** 2).sqrt() - one(40, 420)
        dark = torch.minimum(dark, -one(15, 75) * torch.exp(-((distance / one(1.5, 9)) ** 4)))
    angle = one(0, math.pi)
    distance = (x - one(0, 1600)) * torch.sin(angle) + (y - one(0, 176)) * torch.cos(angle)
    bar = -one(15, 90) * torch.exp(-((distance / one(1.5, 12)) ** 4)) * (one(0, 1) < 0.3)
    return torch.minimum(dark, bar)
