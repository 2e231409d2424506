"""Lamp, lens, sensor and JPEG: what happens to a picture of print on its way to a file. Batches n×H×W of grey levels 0–255."""

import math

import torch
import torch.nn.functional as F

from crop import uniform
from print_ink import noise_of

SHARPEST_FOCUS, WORST_FOCUS = 0.01, 0.25  # σ, of the capital's height
LEAST_MOTION, WORST_MOTION = 0.05, 0.45  # of the capital's height, in any direction
PIXEL_BLUR = 0.35  # σ in pixels that every sensor adds
JPEG_SHARE = 0.6
JPEG_BLOCK = 8
# Quantisation of luminance, ITU-T T.81 Table K.1.
JPEG_TABLE = (
    (16, 11, 10, 16, 24, 40, 51, 61), (12, 12, 14, 19, 26, 58, 60, 55), (14, 13, 16, 24, 40, 57, 69, 56),
    (14, 17, 22, 29, 51, 87, 80, 62), (18, 22, 37, 56, 68, 109, 103, 77), (24, 35, 55, 64, 81, 104, 113, 92),
    (49, 64, 78, 87, 103, 121, 120, 101), (72, 92, 95, 98, 112, 100, 103, 99),
)


def expose(ground, mask):
    """Ink of coverage `mask` on paper `ground` under a lamp."""
    n, device = len(mask), mask.device

    def one(low, high):
        return uniform(n, device, low, high).view(-1, 1, 1)

    light = one(95, 250)
    dark = torch.where(one(0, 1) < 0.85, one(0, 90), one(60, 150))
    dark = torch.minimum(dark, light - one(30, 90))
    base = light + ground
    ink = torch.minimum(dark + 0.3 * ground, base)
    picture = base * (1 - mask) + ink * mask
    picture = torch.where(one(0, 1) < 0.07, 255 - picture, picture)  # light print on dark ground, negative film
    x = torch.linspace(0, 1, mask.shape[2], device=device).view(1, 1, -1)
    y = torch.linspace(0, 1, mask.shape[1], device=device).view(1, -1, 1)
    lamp = (one(0.55, 1.2) * (1 - x) + one(0.55, 1.2) * x) * (one(0.85, 1.1) * (1 - y) + one(0.85, 1.1) * y)
    picture = torch.where(one(0, 1) < 0.5, picture * lamp, picture)
    edge = torch.sigmoid((x - one(0, 1) + (y - 0.5) * one(-0.1, 0.1)) / one(0.002, 0.05) * (one(-1, 1)).sign())
    picture = picture * (1 - (one(0, 1) < 0.10) * one(0.1, 0.55) * edge)  # a shadow's edge
    spot = torch.exp(-(((x - one(0, 1)) / one(0.02, 0.15)) ** 2) - ((y - one(-0.5, 1.5)) / one(0.3, 3)) ** 2)
    return picture + (one(0, 1) < 0.17) * one(30, 190) * spot  # glare


def choose_blur(n, device):
    """(focus, motion, angle), in heights of a capital and radians: half in focus, the rest up to the limits above."""
    kind = torch.rand(n, device=device)
    focus = torch.where(kind < 0.42, uniform(n, device, SHARPEST_FOCUS, WORST_FOCUS), uniform(n, device, 0, 0.04))
    moved = (kind > 0.36) & (kind < 0.62)
    motion = torch.where(moved, uniform(n, device, LEAST_MOTION, WORST_MOTION), torch.zeros(n, device=device))
    focus = torch.where(moved, focus * 0.5, focus)
    return focus, motion, uniform(n, device, 0, math.pi)


def blur(picture, blurs, cap_x, cap_y):
    """Focus and motion blur by their transfer functions; `cap_x`, `cap_y` (n): a capital's height in pixels along each axis."""
    focus, motion, angle = blurs
    height, width = picture.shape[1:]
    device = picture.device
    fx = torch.fft.rfftfreq(width, device=device).view(1, 1, -1)
    fy = torch.fft.fftfreq(height, device=device).view(1, -1, 1)

    def across(value):
        return value.view(-1, 1, 1)

    sigma_x = across((focus * cap_x) ** 2 + PIXEL_BLUR**2)
    sigma_y = across((focus * cap_y) ** 2 + PIXEL_BLUR**2)
    transfer = torch.exp(-2 * math.pi**2 * (sigma_x * fx**2 + sigma_y * fy**2))
    reach_x, reach_y = across(motion * torch.cos(angle) * cap_x), across(motion * torch.sin(angle) * cap_y)
    transfer = transfer * torch.sinc(reach_x * fx + reach_y * fy)
    return torch.fft.irfft2(torch.fft.rfft2(picture.float()) * transfer, s=(height, width))


def sense(picture):
    """A screen's stripes, noise of the sensor, JPEG, sharpening by the phone; grey levels 0–255 in whole steps."""
    n, device = len(picture), picture.device

    def one(low, high):
        return uniform(n, device, low, high).view(-1, 1, 1)

    x = torch.arange(picture.shape[2], device=device).view(1, 1, -1)
    y = torch.arange(picture.shape[1], device=device).view(1, -1, 1)
    stripes = torch.sin(x * one(0.3, 2.6) + y * one(-1, 1) + one(0, 6)) * one(2, 15)
    picture = picture + stripes * (one(0, 1) < 0.08)
    strength = one(0, 9) * (one(0.3, 1.2) + picture.clamp(0, 255) / 255).sqrt() / 1.2
    grain = torch.randn_like(picture)
    coarse = noise_of(n, picture.shape[1:], device, (2, 3)).squeeze(1)
    picture = picture + strength * torch.where(one(0, 1) < 0.7, grain, 1.2 * coarse)
    picture = picture.clamp(0, 255).round()
    soft = F.avg_pool2d(picture.unsqueeze(1), 3, 1, 1, count_include_pad=False).squeeze(1)
    picture = picture + (one(0, 1) < 0.14) * one(0.3, 1.2) * (picture - soft)
    packed = compress(picture.clamp(0, 255))
    return torch.where(one(0, 1) < JPEG_SHARE, packed, picture).clamp(0, 255).round()


def compress(picture):
    """What the blocks of a JPEG of quality 22 to 95 leave. Height and width divide by eight."""
    n, height, width = picture.shape
    device = picture.device
    k = torch.arange(JPEG_BLOCK, device=device, dtype=torch.float32)
    cosines = torch.cos((2 * k.view(1, -1) + 1) * k.view(-1, 1) * math.pi / 16) / 2
    cosines[0] = cosines[0] / math.sqrt(2)
    quality = uniform(n, device, 22, 95)
    scale = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality) / 100
    steps = (torch.tensor(JPEG_TABLE, device=device, dtype=torch.float32) * scale.view(-1, 1, 1)).clamp(min=1).round()
    steps = steps.view(n, 1, 1, JPEG_BLOCK, JPEG_BLOCK)
    shape = (n, height // JPEG_BLOCK, JPEG_BLOCK, width // JPEG_BLOCK, JPEG_BLOCK)
    blocks = (picture - 128).reshape(shape).permute(0, 1, 3, 2, 4)
    waves = cosines @ blocks @ cosines.t()
    waves = (waves / steps).round() * steps
    return (cosines.t() @ waves @ cosines).permute(0, 1, 3, 2, 4).reshape(n, height, width) + 128
