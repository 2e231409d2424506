"""Training samples from canvases, on whatever device they lie: printed, photographed, cut out, with their targets."""

from typing import NamedTuple

import torch
import torch.nn.functional as F

from camera import blur, choose_blur, expose, sense
from crop import choose_crops, sampling_grid, to_canvas, uniform
from faces import CAP_PX
from paper import paper
from print_ink import print_ink
from targets import WIDTH, column_targets, place_characters

HEIGHT = 32
# The photograph: as large as twice the network's input, and a border, so that blur does not wrap round its edges.
PHOTO_HEIGHT, PHOTO_WIDTH = 80, 1344
BORDER_Y, BORDER_X = 8, 32
TALLEST, LONGEST = PHOTO_HEIGHT - 2 * BORDER_Y, PHOTO_WIDTH - 2 * BORDER_X
FLATTEST, SHORTEST = 8, 90
COPIES = 3  # the canvas itself, half and a quarter as large, so that small print is not undersampled
CUBIC_SHARE = 0.12


class Facts(NamedTuple):
    """What was drawn, for the evaluation: height of capitals in pixels of the photograph, blur in heights of a capital."""

    cap: torch.Tensor
    focus: torch.Tensor
    motion: torch.Tensor


class Batch(NamedTuple):
    pictures: torch.Tensor  # n×32×640 grey levels, uint8
    targets: torch.Tensor  # n×160 classes, int64
    facts: Facts


def draw_batch(ink, classes, middles, extent):
    """n samples from n canvases (see draw_canvas.Canvas), as uint8 and float32 tensors of one device."""
    crop = choose_crops(extent)
    pictures, facts = photograph(ink, crop)
    places = place_characters(crop, classes, middles)
    return Batch(pictures, column_targets(crop, classes, places), facts)


def photograph(ink, crop):
    """The crop as the engine cuts it out of a photograph: n×32×640 uint8, and the facts."""
    n, device = len(ink), ink.device
    kind = torch.rand(n, device=device)
    cap = torch.where(kind < 0.4, uniform(n, device, 6, 13), uniform(n, device, 9, 24))
    cap = torch.where(kind > 0.75, uniform(n, device, 16, 60), cap)
    height = (crop.tall * cap / CAP_PX).clamp(FLATTEST, TALLEST)
    width = (crop.length * cap / CAP_PX * uniform(n, device, 0.9, 1.1)).clamp(SHORTEST, LONGEST)
    u = (torch.arange(PHOTO_WIDTH, device=device) + 0.5 - BORDER_X).view(1, 1, -1) / width.view(-1, 1, 1)
    v = (torch.arange(PHOTO_HEIGHT, device=device) + 0.5 - BORDER_Y).view(1, -1, 1) / height.view(-1, 1, 1)
    # Far beyond the crop nothing is needed, and perspective would fold it over.
    u, v = torch.broadcast_tensors(u.clamp(-0.4, 1.4), v.clamp(-0.6, 1.6))
    x, y = to_canvas(crop, u, v)
    shrink_x, shrink_y = crop.length / width, crop.tall / height
    shrink = torch.minimum(shrink_x, shrink_y)
    mask = look_up(print_ink(ink), sampling_grid(x, y), shrink)
    picture = expose(paper(x, y, torch.maximum(shrink_x, shrink_y)), mask)
    focus, motion, angle = choose_blur(n, device)
    picture = blur(picture, (focus, motion, angle), CAP_PX / shrink_x, CAP_PX / shrink_y)
    picture = cut_out(sense(picture), width, height)
    return picture.clamp(0, 255).round().to(torch.uint8), Facts(CAP_PX / shrink_y, focus, motion)


def look_up(mask, grid, shrink):
    """The mask under the grid, from that of its copies of which a pixel is at most two."""
    level = torch.log2(shrink.clamp(min=1)).floor().clamp(max=COPIES - 1)
    found = torch.zeros(grid.shape[:3], device=mask.device)
    for copy in range(COPIES):
        if copy > 0:
            mask = F.avg_pool2d(mask, 2)
        chosen = torch.nonzero(level == copy).squeeze(1)
        if len(chosen) > 0:
            found[chosen] = F.grid_sample(mask[chosen], grid[chosen], align_corners=False).squeeze(1)
    return found


def cut_out(photo, width, height):
    """As the engine's cut-line.ts: bilinear, two samples to a side where a pixel of the input spans more than 1.5 of the photograph."""
    fine = resample(photo, width, height, 2)
    coarse = resample(photo, width, height, 1)
    down = (height > 1.5 * HEIGHT).view(-1, 1, 1, 1)
    along = (width > 1.5 * WIDTH).view(-1, 1, 1, 1)
    return torch.where(down | along, F.avg_pool2d(fine, 2), coarse).squeeze(1)


def resample(photo, width, height, factor):
    """The crop's part of the photograph at `factor` times the size of the network's input, n×1×H×W."""
    device = photo.device
    u = (torch.arange(WIDTH * factor, device=device) + 0.5) / (WIDTH * factor)
    v = (torch.arange(HEIGHT * factor, device=device) + 0.5) / (HEIGHT * factor)
    x = 2 * (BORDER_X + u.view(1, 1, -1) * width.view(-1, 1, 1)) / PHOTO_WIDTH - 1
    y = 2 * (BORDER_Y + v.view(1, -1, 1) * height.view(-1, 1, 1)) / PHOTO_HEIGHT - 1
    x, y = torch.broadcast_tensors(x, y)
    mode = "bicubic" if float(torch.rand(1)) < CUBIC_SHARE else "bilinear"
    return F.grid_sample(photo.unsqueeze(1), torch.stack([x, y], -1), mode=mode, padding_mode="border", align_corners=False)
