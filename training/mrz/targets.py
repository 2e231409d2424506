"""What each output column should say: the middle of a character's pitch says the character, the rest blank."""

import torch

from alphabet import BLANK
from crop import to_crop
from draw_canvas import CANVAS_HEIGHT

WIDTH, STEP = 640, 4  # network input, and pixels of input that a column of output stands for
COLUMNS = WIDTH // STEP
CHARACTER_ZONE = 0.25  # of the pitch to each side of a character's middle; so runs of one character stay resolved
VISIBLE = 0.30  # a character counts when its middle is this part of a pitch inside the crop
IGNORE = 255  # columns without a target: a character half cut off


def place_characters(crop, classes, middles):
    """x of each character's middle in pixels of the network's input, n×44; meaningless where `classes` is 0."""
    u, _ = to_crop(crop, middles, torch.full_like(middles, CANVAS_HEIGHT / 2))
    return u * WIDTH


def column_targets(crop, classes, places):
    """n×COLUMNS classes from the classes of the characters (n×44, 0 where there is none) and their places."""
    written = (classes > 0) & crop.readable[:, None]
    pitch = pitches(places, classes > 0)
    centres = (torch.arange(COLUMNS, device=places.device) + 0.5) * STEP
    distance = (centres - places[:, :, None]).abs()
    shown = written & (places >= VISIBLE * pitch) & (places <= WIDTH - VISIBLE * pitch)
    inside = distance < (CHARACTER_ZONE * pitch)[:, :, None]
    nearest = distance <= distance.amin(2, keepdim=True)
    says = (inside | nearest) & shown[:, :, None]
    halved = (distance < pitch[:, :, None] / 2) & (written & ~shown)[:, :, None]
    target = (says * classes.int()[:, :, None]).amax(1)
    return torch.where((target == BLANK) & halved.any(1), IGNORE, target.long())


def pitches(places, written):
    """Distance to the character before, for the first one to the one after."""
    gaps = (places[:, 1:] - places[:, :-1]).clamp(min=1)
    before = torch.cat([gaps[:, :1], gaps], 1)
    return torch.where(written, before, torch.ones_like(before))
