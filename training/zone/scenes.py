"""Composes photographs of sheets on the device, in batches, and says for each cell where the lines of zones are."""

import math

import numpy as np
import torch
from torch.nn import functional as F

from camera import spoil
from easel import Easel
from frames import frames, inside, normalise, within
from labels import label
from network import STRIDE
from poses import bends, cover_of, poses, unwarp
from sizes import CANVAS_HEIGHT, CANVAS_WIDTH

MAXIMUM_THINGS = 3


class Composer:
    def __init__(self, gallery, size, seed):
        self.gallery, self.easel = gallery, Easel(size, gallery.device, seed)

    def batch(self, count, low, high):
        """Normalised pixels B × 1 × size², labels B × 8 × cells, weights B × 4 × cells (block, core, line values, ends), whether each photograph has a zone."""
        easel = self.easel
        rng = easel.rng
        kinds = rng.choice(["photo", "close", "page"], count, p=[0.52, 0.33, 0.15])
        frame = frames(easel, kinds, count)
        picture = self.background(count, low, high)
        cells = easel.size // STRIDE
        labels = torch.zeros(count, 8, cells, cells, device=easel.device)
        weights = torch.ones(count, 4, cells, cells, device=easel.device)
        for _ in range(MAXIMUM_THINGS):
            chosen = np.flatnonzero(rng.random(count) < np.where(kinds == "photo", 0.45, 0.15))
            slots = self.pick(low, high, len(chosen), (0.0, 0.25, 0.75))
            picture = self.place(picture, labels, weights, chosen, slots, frame, "thing")
        zoned = rng.random(count) < np.where(kinds == "close", 0.9, np.where(kinds == "photo", 0.68, 0.75))
        for group in ("close", "photo", "page"):
            for zone in (True, False):
                chosen = np.flatnonzero((kinds == group) & (zoned == zone))
                slots = self.pick(low, high, len(chosen), (1, 0, 0) if zone else (0, 0.5, 0.5))
                picture = self.place(picture, labels, weights, chosen, slots, frame, group)
        second = np.flatnonzero((kinds == "photo") & (rng.random(count) < 0.2))
        picture = self.place(picture, labels, weights, second, self.pick(low, high, len(second), (0.5, 0.3, 0.2)), frame, "second")
        picture = fingers(easel, picture, weights)
        picture = spoil(easel, picture)
        return normalise(picture, inside(easel, frame)), *within(easel, labels, weights, frame), zoned

    def pick(self, low, high, count, shares):
        kinds = self.easel.rng.choice(3, count, p=shares)
        options = [self.gallery.slots_of(kind, low, high) for kind in range(3)]
        return np.array([self.easel.rng.choice(options[kind]) for kind in kinds], np.int64)

    def background(self, count, low, high):
        """Clouds, gratings, gradients; in a third of them printed matter over all."""
        easel = self.easel
        size = easel.size
        picture = easel.uniform(15, 245, count, 1, 1, 1)
        for cells in (2, 4, 8, 24, 64, 160):
            strength = easel.uniform(0, 1, count, 1, 1, 1) ** 3 * 40
            noise = easel.normal(count, 1, cells, max(2, cells // int(easel.rng.choice([1, 1, 4]))))
            noise = noise.transpose(2, 3) if easel.rng.random() < 0.5 else noise
            picture = picture + F.interpolate(noise, size=(size, size), mode="bilinear", align_corners=False) * strength
        xs, ys = easel.grid[:, 0].reshape(1, 1, size, size), easel.grid[:, 1].reshape(1, 1, size, size)
        for _ in range(2):
            a, b = easel.uniform(-0.8, 0.8, count, 1, 1, 1), easel.uniform(-0.8, 0.8, count, 1, 1, 1)
            strength = easel.uniform(2, 25, count, 1, 1, 1) * easel.chance(0.3, count, 1, 1, 1)
            wave = torch.sin(xs * a + ys * b)
            picture = picture + torch.where(easel.chance(0.4, count, 1, 1, 1), wave.sign(), wave) * strength
        chosen = np.flatnonzero(easel.rng.random(count) < 0.3)
        labels = weights = None
        slots = self.pick(low, high, len(chosen), (0, 0.1, 0.9))
        return self.place(picture, labels, weights, chosen, slots, None, "background")

    def place(self, picture, labels, weights, chosen, slots, frame, role):
        if len(chosen) == 0:
            return picture
        easel = self.easel
        n, size = len(chosen), easel.size
        index = torch.from_numpy(chosen).to(easel.device)
        slot_index = torch.from_numpy(slots).to(easel.device)
        head = self.gallery.head[slot_index]
        pose, scale = poses(easel, head, chosen, frame, role)
        inverse = torch.linalg.inv(pose)
        bend = bends(easel, n, head, role)
        uv = unwarp(inverse, bend, easel.grid)
        mask = cover_of(uv, head).reshape(n, 1, size, size)
        layer = torch.zeros(n, 1, size, size, device=easel.device)
        levels = (-torch.log2(scale.clamp(max=1))).floor().clamp(0, 3).long().cpu().numpy()
        for level in np.unique(levels):
            which = torch.from_numpy(np.flatnonzero(levels == level)).to(easel.device)
            texture = self.gallery.pixels[slot_index[which]][:, None].float()
            if level:
                texture = F.avg_pool2d(texture, 2 ** int(level))
            spread = torch.tensor([2 / CANVAS_WIDTH, 2 / CANVAS_HEIGHT], device=easel.device)
            sample = (uv[which] * spread - 1).reshape(len(which), size, size, 2)
            layer[which] = F.grid_sample(texture, sample, mode="bilinear", padding_mode="border", align_corners=False)
        below = picture[index]
        if role in ("photo", "second", "thing", "close"):
            shift = easel.normal(n, 1, 1, 1) * 4
            shadow = F.avg_pool2d(F.pad(mask, (8, 8, 8, 8)), 17, 1)
            shadow = torch.roll(shadow, (int(easel.rng.integers(-5, 6)), int(easel.rng.integers(-5, 6))), (2, 3))
            below = below * (1 - shadow * easel.uniform(0, 0.5, n, 1, 1, 1) * (shift > 0))
            if role == "photo":
                below = facing(easel, below, inverse, bend, head)
        light = torch.where(easel.chance(0.5, n, 1, 1, 1), easel.uniform(0.7, 1.1, n, 1, 1, 1), torch.ones(n, 1, 1, 1, device=easel.device))
        picture = picture.index_copy(0, index, below * (1 - mask) + layer * light * mask)
        if labels is not None:
            label(easel, labels, weights, index, inverse, bend, head)
        return picture


def facing(easel, below, inverse, bend, head):
    """The other page of an open booklet, above: blank or ruled, and no document."""
    n, size = len(head), easel.size
    opened = easel.chance(0.15, n, 1, 1, 1)
    uv = unwarp(inverse, bend, easel.grid)
    above = torch.stack([uv[..., 0], uv[..., 1] + head[:, None, 3]], -1)
    mask = cover_of(above, head).reshape(n, 1, size, size) * opened
    rows = torch.sin(above[..., 1] * easel.uniform(0.05, 0.3, n, 1)).reshape(n, 1, size, size)
    tone = easel.uniform(110, 240, n, 1, 1, 1) + rows * easel.uniform(0, 25, n, 1, 1, 1)
    return below * (1 - mask) + tone * mask


def fingers(easel, picture, weights):
    count, size = picture.shape[0], easel.size
    xs, ys = easel.grid[:, 0].reshape(1, size, size), easel.grid[:, 1].reshape(1, size, size)
    for _ in range(3):
        present = easel.chance(0.16, count, 1, 1)
        side = easel.uniform(0, 2 * math.pi, count, 1, 1)
        root = [size / 2 + side.cos() * size * 0.75, size / 2 + side.sin() * size * 0.75]
        aim = side + math.pi + easel.normal(count, 1, 1) * 0.35
        length = size * easel.uniform(0.2, 0.7, count, 1, 1)
        dx, dy = xs - root[0], ys - root[1]
        along = (dx * aim.cos() + dy * aim.sin()).clamp(min=0).minimum(length)
        gap = torch.sqrt((dx - along * aim.cos()) ** 2 + (dy - along * aim.sin()) ** 2)
        thick = size * easel.uniform(0.02, 0.07, count, 1, 1)
        mask = ((thick - gap) / 1.5 + 0.5).clamp(0, 1) * present
        tone = easel.uniform(60, 215, count, 1, 1) * (0.75 + 0.35 * (1 - (gap / thick).clamp(0, 1)))
        picture = picture * (1 - mask[:, None]) + (tone * mask)[:, None]
        hidden = F.avg_pool2d(mask[:, None], STRIDE)
        weights.mul_(torch.where(hidden > 0.5, 0.3, 1.0))
    return picture
