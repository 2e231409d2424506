"""What print and camera make of drawn lines, for a whole batch at once, on the device where the drawings lie.

Everything is random per sample; a batch shares the width, and each of its GROUPS the resolution that the camera had.
"""

import math

import torch
import torch.nn.functional as F

from alphabet import BLANK, OTHER_SCRIPT
from draw_lines import BASELINE
from draw_lines import HEIGHT as CANVAS_HEIGHT
from draw_lines import WIDTH as CANVAS_WIDTH
from faces import CAP_PX
from network import HEIGHT, STEP

IGNORE = -1  # columns without a target: a character cut in half by the edge
DEVIATION_FLOOR = 4.0  # keeps empty paper from being blown up to full contrast
# Height in camera pixels of what the network sees 32 high: capitals are 4 to 9 tenths of it.
CAMERA_HEIGHTS = (12, 14, 16, 18, 20, 22, 24, 28, 32, 32, 40, 40)
GROUPS = 8
EMPTY = 0  # after normalisation: the mean, with which the engine fills lines up to a common width


class Dice:
    """Random numbers per sample from one generator of the device, and those of a whole group from `random`."""

    def __init__(self, count, device, generator, random):
        self.count, self.device, self.generator, self.random = count, device, generator, random

    def uniform(self, low, high, *shape):
        return low + (high - low) * torch.rand(self.count, *shape, device=self.device, generator=self.generator)

    def normal(self, deviation, *shape):
        return deviation * torch.randn(self.count, *shape, device=self.device, generator=self.generator)

    def chance(self, share, *shape):
        return (torch.rand(self.count, *shape, device=self.device, generator=self.generator) < share).float()

    def noise(self, *shape):
        return torch.randn(*shape, device=self.device, generator=self.generator)


def photograph(canvases, classes, extents, width, generator, random, marks):
    """(n, 1, 32, width) normalised pictures and (n, width / 2) targets. `marks` are n other canvases, for watermarks."""
    dice = Dice(len(canvases), canvases.device, generator, random)
    crop = choose_crop(dice, extents.float(), width)
    ink = sample_canvas(canvases, crop, width, dice)
    targets = targets_of(classes, crop, width)
    ink = worn(dice, restroked(dice, ink))
    picture = expose(dice, ink, ground(dice, width, marks), width)
    picture = camera(dice, blurred(dice, picture))
    return normalise(picture, fill_up(dice, crop, width)), targets


def choose_crop(dice, extents, width):
    """Where the picture lies on the canvas: most hold the line as a text detector cuts it, some a part of a long one."""
    left, right, top, bottom = extents.unbind(1)
    tall = (bottom - top).clamp(min=0.45 * CAP_PX)
    tight = dice.chance(0.5)
    reach = 0.18 * tight + 0.6 * (1 - tight)
    above = top - tall * dice.uniform(-0.05, 1.0) * reach
    below = bottom + tall * dice.uniform(-0.05, 1.0) * reach
    scale_y = (below - above) / HEIGHT  # canvas pixels a picture pixel
    stretch = torch.exp(dice.normal(0.16).clamp(-0.4, 0.35))
    scale_x = scale_y * stretch
    room = width * scale_x - (right - left)
    start = left - 0.3 * CAP_PX * dice.uniform(-0.15, 1.6)
    shifted = left + dice.uniform(0, 1) * (-room)  # a line that is too long: any part of it
    start = torch.where((room < 0) | (dice.chance(0.1) > 0), torch.where(room < 0, shifted, left - room.abs() * dice.uniform(0, 1)), start)
    end = torch.minimum(right, start + width * scale_x)
    return {
        "start": start,
        "scale_x": scale_x,
        "centre_y": (above + below) / 2,
        "scale_y": scale_y,
        "length": (end - start) / scale_x,
        "widening": dice.normal(0.03).clamp(-0.08, 0.08),
        "skew": dice.normal(0.35) * tall / scale_y / 8,  # rise from the middle to an end, picture pixels
        "slant": torch.where(dice.chance(0.3) > 0, dice.normal(0.12), dice.normal(0.02)),
        "bend": dice.normal(0.5) * dice.chance(0.25),
        "opening": dice.normal(0.03),
    }


def along(crop, columns, width):
    """Canvas x of picture columns, on the text's middle."""
    relative = columns[None] / width - 0.5
    return crop["start"][:, None] + crop["scale_x"][:, None] * (columns[None] + crop["widening"][:, None] * width * (relative**2 - 0.25))


def sample_canvas(canvases, crop, width, dice):
    device = canvases.device
    columns = torch.arange(width, device=device) + 0.5
    rows = torch.arange(HEIGHT, device=device) + 0.5 - HEIGHT / 2
    used = crop["length"].clamp(min=16, max=width)[:, None]
    relative = ((columns[None] - used / 2) / (used / 2)).clamp(-2, 2)
    lift = crop["skew"][:, None] * relative + crop["bend"][:, None] * (relative**2 - 0.4)
    opened = 1 + crop["opening"][:, None] * relative
    y = crop["centre_y"][:, None, None] + crop["scale_y"][:, None, None] * (rows[None, :, None] * opened[:, None] + lift[:, None])
    middle = BASELINE - CAP_PX / 2
    x = along(crop, columns, width)[:, None] + crop["slant"][:, None, None] * (middle - y)
    grid = torch.stack([x / CANVAS_WIDTH * 2 - 1, y / CANVAS_HEIGHT * 2 - 1], 3)
    return F.grid_sample(canvases[:, None].float() / 255, grid, mode="bilinear", padding_mode="zeros", align_corners=False)[:, 0].clamp(0, 1)


def targets_of(classes, crop, width):
    columns = (torch.arange(width // STEP, device=classes.device) + 0.5) * STEP
    x = along(crop, columns, width).floor().long()
    targets = classes.long().gather(1, x.clamp(0, CANVAS_WIDTH - 1)).masked_fill((x < 0) | (x >= CANVAS_WIDTH), BLANK)
    for side in (targets, targets.flip(1)):
        touching = (side == side[:, :1]).long().cumprod(1).bool() & (side[:, :1] != BLANK) & (side[:, :1] != OTHER_SCRIPT)
        cut = touching if side is targets else touching.flip(1)
        targets = targets.masked_fill(cut, IGNORE)
    return targets


def restroked(dice, ink):
    """Thinner and fatter strokes: the mask softened and cut at another level."""
    level = dice.uniform(0.3, 0.68)[:, None, None]
    soft = F.avg_pool2d(F.pad(ink[:, None], (1, 1, 1, 1)), 3, 1)[:, 0]
    mixed = 0.5 * ink + 0.5 * soft
    changed = ((mixed - level) * 3 + 0.5).clamp(0, 1)
    return torch.where(dice.chance(0.5)[:, None, None] > 0, changed, ink)


def worn(dice, ink):
    rough = smooth_noise(dice, ink.shape[1:], 4)
    strength = (dice.uniform(0, 0.7) * dice.chance(0.25))[:, None, None]
    return (ink * (1 - strength * rough.clamp(0, 1.2))).clamp(0, 1)


def smooth_noise(dice, shape, cell):
    """Noise of deviation about ½ whose grains are `cell` pixels wide."""
    height, width = shape
    small = dice.noise(dice.count, 1, height // cell + 2, width // cell + 2)
    return F.interpolate(small, size=(height, width), mode="bilinear", align_corners=False)[:, 0] * 0.8


def ground(dice, width, marks):
    """What the paper adds, grey levels: fibres, patches, guilloches, large pale letters, rules, the edge of the portrait."""
    shape, device = (HEIGHT, width), dice.device
    total = torch.zeros(dice.count, *shape, device=device)
    for cell, strength in ((2, 8), (5, 14), (16, 24)):
        total += (dice.uniform(0, strength) * dice.chance(0.4))[:, None, None] * smooth_noise(dice, shape, cell)
    x = torch.arange(width, device=device).float()[None, None]
    y = torch.arange(HEIGHT, device=device).float()[None, :, None]
    for _ in range(3):
        angle, frequency = dice.uniform(0, math.pi, 1, 1), dice.uniform(0.12, 1.3, 1, 1)
        wave = dice.uniform(0, 6, 1, 1) * torch.sin(x / dice.uniform(15, 120, 1, 1) + dice.uniform(0, 6, 1, 1))
        value = torch.sin((x * torch.cos(angle) + y * torch.sin(angle)) * frequency + wave + dice.uniform(0, 6, 1, 1))
        value = torch.where(dice.chance(0.5, 1, 1) > 0, value, -1.5 * (value > 0.75).float())
        total += dice.uniform(0, 22, 1, 1) * dice.chance(0.35, 1, 1) * value
    centre = torch.stack([dice.uniform(-1, 0.2), dice.uniform(-0.3, 0.3)], 1)
    size = dice.uniform(0.15, 0.45)
    gx = centre[:, 0, None, None] + size[:, None, None] * (x / width) * (width / 320)
    gy = centre[:, 1, None, None] + size[:, None, None] * (y / HEIGHT - 0.5)
    mark = F.grid_sample(marks[:, None].float() / 255, torch.stack(torch.broadcast_tensors(gx, gy), 3), align_corners=False)[:, 0]
    total += (dice.uniform(-35, 25) * dice.chance(0.15))[:, None, None] * mark
    rule = (y - dice.uniform(0, HEIGHT, 1, 1)).abs() < dice.uniform(0.4, 1.4, 1, 1)
    total -= (dice.uniform(20, 120) * dice.chance(0.08))[:, None, None] * rule
    upright = (x - dice.uniform(0, 1, 1, 1) * width).abs() < dice.uniform(0.4, 1.6, 1, 1)
    total -= (dice.uniform(20, 110) * dice.chance(0.05))[:, None, None] * upright
    side = torch.where(dice.chance(0.5, 1, 1) > 0, x, width - x)
    beside = (side < dice.uniform(1, 7, 1, 1)).float() * dice.chance(0.08, 1, 1)
    return total + beside * (dice.uniform(-120, 30, 1, 1) + 20 * smooth_noise(dice, shape, 3))


def expose(dice, ink, paper, width):
    light = dice.uniform(95, 250)[:, None, None]
    contrast = torch.where(dice.chance(0.75) > 0, dice.uniform(80, 200), dice.uniform(32, 90))[:, None, None]
    dark = (light - contrast).clamp(min=0)
    base = light + paper
    inked = torch.minimum(dark + 0.3 * paper, base - 12)
    picture = base * (1 - ink) + inked * ink
    negative = dice.chance(0.1)[:, None, None]
    picture = negative * (255 - picture) + (1 - negative) * picture
    x = torch.linspace(0, 1, width, device=dice.device)[None, None]
    y = torch.linspace(0, 1, HEIGHT, device=dice.device)[None, :, None]
    ramp = 1 + dice.chance(0.5, 1, 1) * (dice.uniform(-0.4, 0.25, 1, 1) * x + dice.uniform(-0.2, 0.2, 1, 1) * y)
    glare = dice.chance(0.12, 1, 1) * dice.uniform(20, 130, 1, 1) * torch.exp(-(((x - dice.uniform(0, 1, 1, 1)) / dice.uniform(0.04, 0.3, 1, 1)) ** 2))
    return picture * ramp + glare


def blurred(dice, picture):
    """Focus blur up to σ = 3.2 pixels (a fifth of a capital) and motion up to 7 pixels, most far less."""
    sigma = (0.35 + 2.9 * dice.uniform(0, 1) ** 2.2)[:, None]
    reach = torch.arange(-8, 9, device=dice.device).float()[None]
    kernel = torch.exp(-0.5 * (reach / sigma) ** 2)
    kernel = kernel / kernel.sum(1, keepdim=True)
    count = dice.count
    stacked = F.pad(picture[None], (8, 8, 8, 8), mode="replicate")
    stacked = F.conv2d(stacked, kernel[:, None, None], groups=count)
    stacked = F.conv2d(stacked, kernel[:, None, :, None], groups=count)
    span = torch.arange(-4, 5, device=dice.device).float()
    angle, length = dice.uniform(0, math.pi, 1, 1), dice.uniform(0.5, 3.5, 1, 1)
    lengthwise = span[None, None] * torch.cos(angle) + span[None, :, None] * torch.sin(angle)
    across = span[None, None] * torch.sin(angle) - span[None, :, None] * torch.cos(angle)
    motion = torch.sigmoid((length - lengthwise.abs()) * 4) * torch.exp(-((across / 0.6) ** 2))
    motion = motion / motion.sum((1, 2), keepdim=True)
    moved = F.conv2d(F.pad(stacked, (4, 4, 4, 4), mode="replicate"), motion[:, None], groups=count)
    return torch.where(dice.chance(0.2)[:, None, None] > 0, moved[0], stacked[0])


def camera(dice, picture):
    """Sensor pixels, noise, JPEG, and the engine's scaling back to the network's height."""
    width = picture.shape[2]
    parts = []
    for part in picture.chunk(min(GROUPS, len(picture))):
        height = dice.random.choice(CAMERA_HEIGHTS)
        inner = Dice(len(part), dice.device, dice.generator, dice.random)
        size = (height, max(8, round(width * height / HEIGHT)))
        seen = F.interpolate(part[:, None], size=size, mode="bilinear", align_corners=False, antialias=height < HEIGHT)
        seen = seen + (inner.uniform(0, 1) ** 1.5 * 12)[:, None, None, None] * inner.noise(*seen.shape)
        seen = jpeg(inner, seen.clamp(0, 255))
        sharpened = seen + 0.8 * (seen - F.avg_pool2d(F.pad(seen, (1, 1, 1, 1), mode="replicate"), 3, 1))
        seen = torch.where(inner.chance(0.15)[:, None, None, None] > 0, sharpened, seen).clamp(0, 255)
        parts.append(F.interpolate(seen, size=(HEIGHT, width), mode="bilinear", align_corners=False, antialias=height > HEIGHT))
    return torch.cat(parts)[:, 0].round()


_LUMINANCE = (16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99)  # fmt: skip


def jpeg(dice, picture):
    """Quantised cosine coefficients of 8 × 8 blocks (ITU-T T.81 annex K.1), for two samples of three."""
    count, _, height, width = picture.shape
    padded = F.pad(picture, (0, -width % 8, 0, -height % 8), mode="replicate") if width % 8 or height % 8 else picture
    rows, columns = padded.shape[2] // 8, padded.shape[3] // 8
    k = torch.arange(8, device=picture.device).float()
    cosines = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) * 0.5
    cosines[0] *= math.sqrt(0.5)
    blocks = padded.reshape(count, rows, 8, columns, 8).permute(0, 1, 3, 2, 4) - 128
    coefficients = cosines @ blocks @ cosines.T
    quality = dice.uniform(25, 95)
    scale = torch.where(quality < 50, 50 / quality, 2 - quality / 50)[:, None, None, None, None]
    table = (torch.tensor(_LUMINANCE, device=picture.device).float().reshape(8, 8) * scale).clamp(min=1)
    back = cosines.T @ ((coefficients / table).round() * table) @ cosines + 128
    back = back.permute(0, 1, 3, 2, 4).reshape(count, 1, rows * 8, columns * 8)[:, :, :height, :width]
    return torch.where(dice.chance(0.65)[:, None, None, None] > 0, back, picture).clamp(0, 255)


def fill_up(dice, crop, width):
    """Columns from which on the engine would have filled up: right of the line where it is shorter than the picture."""
    end = (crop["length"] + dice.uniform(0, 10)).clamp(min=16, max=width)
    return torch.where(dice.chance(0.6) > 0, end, torch.full_like(end, width))


def normalise(pictures, ends=None):
    """(n, 32, w) grey → (n, 1, 32, w) of mean 0 and deviation 1 over the columns before `ends`; EMPTY from there on."""
    columns = torch.arange(pictures.shape[2], device=pictures.device).float()[None, None]
    inside = torch.ones_like(pictures[:, :1]) if ends is None else (columns < ends[:, None, None]).float()
    count = inside.sum((1, 2), keepdim=True) * pictures.shape[1]
    mean = (pictures * inside).sum((1, 2), keepdim=True) / count
    deviation = (((pictures - mean) ** 2 * inside).sum((1, 2), keepdim=True) / count).sqrt()
    return ((pictures - mean) / (deviation + DEVIATION_FLOOR) * inside + EMPTY)[:, None]
