"""Composes photographs of sheets on the device, in batches, and says for each cell where the lines of zones are."""

import math

import numpy as np
import torch
from torch.nn import functional as F

from network import HEIGHT_UNIT, OFFSET_UNIT, STRIDE
from pools import HEAD
from sheets import CANVAS_HEIGHT, CANVAS_WIDTH, MOST_LINES

MAXIMUM_THINGS = 3
# Of the capitals' height: half the thickness of a line's core, and how far a block reaches beyond its lines.
CORE_HALF, BLOCK_MARGIN = 0.3, 0.35
# Pixels: the core of a small line is not drawn thinner; lines nearer together than this have no cores of their own.
THINNEST_HALF, NEAREST_LINES = 2.0, 7.0
# Pixels that the capitals must be high for a zone to count at all; between the two nothing is asked.
LEAST_CAP, SURE_CAP = 1.2, 1.8
# Kernel of the lens: half its width in pixels.
REACH = 5


class Composer:
    def __init__(self, gallery, size, seed):
        self.gallery, self.size, self.device = gallery, size, gallery.device
        self.rng = np.random.default_rng(seed)
        self.torch_rng = torch.Generator(device=self.device)
        self.torch_rng.manual_seed(seed)
        self.grid = self.points(size, 1)
        self.cells = self.points(size // STRIDE, STRIDE)

    def points(self, count, step):
        """count² × 2: the middles of pixels or cells, in pixels of the picture."""
        axis = (torch.arange(count, device=self.device, dtype=torch.float32) + 0.5) * step
        ys, xs = torch.meshgrid(axis, axis, indexing="ij")
        return torch.stack([xs, ys], -1).reshape(-1, 2)

    def uniform(self, low, high, *shape):
        return torch.rand(shape, generator=self.torch_rng, device=self.device) * (high - low) + low

    def chance(self, p, *shape):
        return torch.rand(shape, generator=self.torch_rng, device=self.device) < p

    def normal(self, *shape):
        return torch.randn(shape, generator=self.torch_rng, device=self.device)

    def batch(self, count, low, high):
        """Normalised pixels B × 1 × size², labels B × 8 × cells, weights B × 4 × cells (block, core, line values, ends), whether each photograph has a zone."""
        rng, size = self.rng, self.size
        kinds = rng.choice(["photo", "close", "page"], count, p=[0.52, 0.33, 0.15])
        frame = self.frames(kinds, count)
        picture = self.background(count, low, high)
        cells = self.size // STRIDE
        labels = torch.zeros(count, 8, cells, cells, device=self.device)
        weights = torch.ones(count, 4, cells, cells, device=self.device)
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
        picture = self.fingers(picture, weights)
        picture = self.spoil(picture)
        inside = self.inside(frame)
        return self.normalise(picture, inside), *self.within(labels, weights, frame), zoned

    def pick(self, low, high, count, shares):
        kinds = self.rng.choice(3, count, p=shares)
        options = [self.gallery.slots_of(kind, low, high) for kind in range(3)]
        return np.array([self.rng.choice(options[kind]) for kind in kinds], np.int64)

    def frames(self, kinds, count):
        """B × 4: left, top, right, bottom of the photograph within the square that the network sees."""
        size, rng = self.size, self.rng
        aspect = rng.choice([4 / 3, 3 / 4, 1.0, 16 / 9, 9 / 16, 1.5, 2.2], count, p=[0.26, 0.28, 0.12, 0.08, 0.1, 0.1, 0.06]) * rng.uniform(0.94, 1.06, count)
        aspect = np.where(kinds == "close", rng.uniform(1.0, 4.5, count), aspect)
        width = np.where(aspect > 1, size, size * aspect)
        height = np.where(aspect > 1, size / aspect, size)
        frame = np.stack([(size - width) / 2, (size - height) / 2, (size + width) / 2, (size + height) / 2], 1)
        return torch.tensor(frame, dtype=torch.float32, device=self.device).round()

    def background(self, count, low, high):
        """Clouds, gratings, gradients; in a third of them printed matter over all."""
        size = self.size
        picture = self.uniform(15, 245, count, 1, 1, 1)
        for cells in (2, 4, 8, 24, 64, 160):
            strength = self.uniform(0, 1, count, 1, 1, 1) ** 3 * 40
            noise = self.normal(count, 1, cells, max(2, cells // int(self.rng.choice([1, 1, 4]))))
            noise = noise.transpose(2, 3) if self.rng.random() < 0.5 else noise
            picture = picture + F.interpolate(noise, size=(size, size), mode="bilinear", align_corners=False) * strength
        xs, ys = self.grid[:, 0].reshape(1, 1, size, size), self.grid[:, 1].reshape(1, 1, size, size)
        for _ in range(2):
            a, b = self.uniform(-0.8, 0.8, count, 1, 1, 1), self.uniform(-0.8, 0.8, count, 1, 1, 1)
            strength = self.uniform(2, 25, count, 1, 1, 1) * self.chance(0.3, count, 1, 1, 1)
            wave = torch.sin(xs * a + ys * b)
            picture = picture + torch.where(self.chance(0.4, count, 1, 1, 1), wave.sign(), wave) * strength
        chosen = np.flatnonzero(self.rng.random(count) < 0.3)
        labels = weights = None
        slots = self.pick(low, high, len(chosen), (0, 0.1, 0.9))
        return self.place(picture, labels, weights, chosen, slots, None, "background")

    def poses(self, slots, chosen, frame, role):
        """n × 3 × 3: from pixels of the sheet to those of the picture."""
        n = len(slots)
        head = self.gallery.head[torch.from_numpy(slots).to(self.device)]
        width, height = head[:, 2], head[:, 3]
        turns = self.uniform(0, 4, n).floor() * (math.pi / 2)
        if role == "page":
            upright = self.chance(0.75, n)
            angle = torch.where(upright, torch.zeros(n, device=self.device), turns) + self.normal(n) * 0.025
        elif role == "close":
            angle = torch.where(self.chance(0.6, n), (self.uniform(0, 2, n).floor() * math.pi) + self.normal(n) * 0.06, self.uniform(0, 2 * math.pi, n))
        else:
            angle = torch.where(self.chance(0.45, n), self.uniform(0, 2 * math.pi, n), turns + self.normal(n) * 0.15)
        tilt = self.normal(n).abs().clamp(max=2.4) * (0.03 if role == "page" else 0.26)
        towards = self.uniform(0, 2 * math.pi, n)
        turn = rotation(2, towards) @ rotation(0, tilt) @ rotation(2, -towards) @ rotation(2, angle)
        distance = self.uniform(2.0, 4.5, n)
        edge = torch.maximum(width, height)
        if frame is None:
            frame = torch.tensor([[0.0, 0.0, self.size, self.size]], device=self.device).expand(n, 4)
        else:
            frame = frame[torch.from_numpy(chosen).to(self.device)]
        span = frame[:, 2:] - frame[:, :2]
        longest = span.max(1).values
        middle_x, middle_y = width / 2, height / 2
        if role == "thing":
            scale = longest * self.uniform(0.2, 1.2, n)
            centre = frame[:, :2] + span * self.uniform(-0.05, 1.05, n, 2)
        elif role == "background":
            scale = longest * self.uniform(1.3, 2.6, n)
            centre = frame[:, :2] + span * self.uniform(0.2, 0.8, n, 2)
        elif role == "page":
            turned = (angle.cos().abs() * width + angle.sin().abs() * height) / edge, (angle.sin().abs() * width + angle.cos().abs() * height) / edge
            scale = torch.minimum(span[:, 0] / turned[0], span[:, 1] / turned[1]) * self.uniform(0.88, 1.06, n)
            centre = frame[:, :2] + span / 2 + self.normal(n, 2) * 6
        elif role == "close":
            lines, many = head[:, HEAD:].reshape(n, MOST_LINES, 4), head[:, 4]
            last = lines[torch.arange(n, device=self.device), (many.long() - 1).clamp(min=0)]
            has = many > 0
            middle_x = torch.where(has, (lines[:, 0, 0] + lines[:, 0, 2]) / 2, middle_x)
            middle_y = torch.where(has, (lines[:, 0, 1] + last[:, 3]) / 2, middle_y)
            long = torch.where(has, lines[:, 0, 2] - lines[:, 0, 0], width * 0.9)
            # Turned lines are fitted to the diagonal way through the frame, and now and then cut by it.
            room = torch.minimum(span[:, 0] / angle.cos().abs().clamp(min=0.05), span[:, 1] / angle.sin().abs().clamp(min=0.05))
            room = torch.minimum(torch.maximum(room, longest * 0.5), longest * 1.2)
            scale = room / long * edge * self.uniform(0.5, 1.12, n)
            centre = frame[:, :2] + span * (0.5 + self.normal(n, 2) * 0.05)
        else:
            share = torch.exp(self.uniform(math.log(0.2), math.log(1.12 if role == "photo" else 0.5), n))
            scale = longest * share
            slack = (span - scale[:, None] * 0.8).clamp(min=20)
            centre = frame[:, :2] + span / 2 + self.uniform(-0.5, 0.5, n, 2) * slack
        unit = torch.zeros(n, 3, 3, device=self.device)
        unit[:, 0, 0] = unit[:, 1, 1] = 1 / edge
        unit[:, 0, 2], unit[:, 1, 2], unit[:, 2, 2] = -width / 2 / edge, -height / 2 / edge, 1
        lens = torch.zeros(n, 3, 3, device=self.device)
        lens[:, 0, :2] = turn[:, 0, :2] * scale[:, None]
        lens[:, 1, :2] = turn[:, 1, :2] * scale[:, None]
        lens[:, 2, :2] = turn[:, 2, :2] / distance[:, None]
        lens[:, 2, 2] = 1
        pose = lens @ unit
        middle = pose @ torch.stack([middle_x, middle_y, torch.ones_like(middle_x)], 1)[..., None]
        move = torch.eye(3, device=self.device).repeat(n, 1, 1)
        move[:, :2, 2] = centre - middle[:, :2, 0] / middle[:, 2:3, 0]
        return move @ pose, head, scale / edge

    def bends(self, n, head, role):
        """n × 4: height, frequency, phase of a wave along the sheet, and its width: a page that does not lie flat."""
        bent = self.chance(0.0 if role == "background" else 0.3, n)
        amplitude = self.uniform(-0.025, 0.025, n) * head[:, 2] * bent
        return torch.stack([amplitude, self.uniform(0.5, 1.3, n) * math.pi, self.uniform(-1.6, 1.6, n), head[:, 2]], 1)

    def place(self, picture, labels, weights, chosen, slots, frame, role):
        if len(chosen) == 0:
            return picture
        n, size = len(chosen), self.size
        pose, head, scale = self.poses(slots, chosen, frame, role)
        inverse = torch.linalg.inv(pose)
        bend = self.bends(n, head, role)
        index = torch.from_numpy(chosen).to(self.device)
        slot_index = torch.from_numpy(slots).to(self.device)
        uv = unwarp(inverse, bend, self.grid)
        mask = cover_of(uv, head).reshape(n, 1, size, size)
        layer = torch.zeros(n, 1, size, size, device=self.device)
        levels = (-torch.log2(scale.clamp(max=1))).floor().clamp(0, 3).long().cpu().numpy()
        for level in np.unique(levels):
            which = torch.from_numpy(np.flatnonzero(levels == level)).to(self.device)
            texture = self.gallery.pixels[slot_index[which]][:, None].float()
            if level:
                texture = F.avg_pool2d(texture, 2 ** int(level))
            spread = torch.tensor([2 / CANVAS_WIDTH, 2 / CANVAS_HEIGHT], device=self.device)
            sample = (uv[which] * spread - 1).reshape(len(which), size, size, 2)
            layer[which] = F.grid_sample(texture, sample, mode="bilinear", padding_mode="border", align_corners=False)
        below = picture[index]
        if role in ("photo", "second", "thing", "close"):
            shift = self.normal(n, 1, 1, 1) * 4
            shadow = F.avg_pool2d(F.pad(mask, (8, 8, 8, 8)), 17, 1)
            shadow = torch.roll(shadow, (int(self.rng.integers(-5, 6)), int(self.rng.integers(-5, 6))), (2, 3))
            below = below * (1 - shadow * self.uniform(0, 0.5, n, 1, 1, 1) * (shift > 0))
            if role == "photo":
                below = self.facing(below, inverse, bend, head)
        light = torch.where(self.chance(0.5, n, 1, 1, 1), self.uniform(0.7, 1.1, n, 1, 1, 1), torch.ones(n, 1, 1, 1, device=self.device))
        picture = picture.index_copy(0, index, below * (1 - mask) + layer * light * mask)
        if labels is not None:
            self.label(labels, weights, index, inverse, bend, head)
        return picture

    def facing(self, below, inverse, bend, head):
        """The other page of an open booklet, above: blank or ruled, and no document."""
        n, size = len(head), self.size
        opened = self.chance(0.15, n, 1, 1, 1)
        uv = unwarp(inverse, bend, self.grid)
        above = torch.stack([uv[..., 0], uv[..., 1] + head[:, None, 3]], -1)
        mask = cover_of(above, head).reshape(n, 1, size, size) * opened
        rows = torch.sin(above[..., 1] * self.uniform(0.05, 0.3, n, 1)).reshape(n, 1, size, size)
        tone = self.uniform(110, 240, n, 1, 1, 1) + rows * self.uniform(0, 25, n, 1, 1, 1)
        return below * (1 - mask) + tone * mask

    def label(self, labels, weights, index, inverse, bend, head):
        n = len(index)
        cells = self.size // STRIDE
        shape = (n, cells, cells)
        here = unwarp(inverse, bend, self.cells)
        step_x = unwarp(inverse, bend, self.cells + torch.tensor([1.0, 0.0], device=self.device)) - here
        step_y = unwarp(inverse, bend, self.cells + torch.tensor([0.0, 1.0], device=self.device)) - here
        u, v = here[..., 0].reshape(shape), here[..., 1].reshape(shape)
        ux, vx = step_x[..., 0].reshape(shape), step_x[..., 1].reshape(shape)
        uy, vy = step_y[..., 0].reshape(shape), step_y[..., 1].reshape(shape)
        slope = torch.sqrt(vx**2 + vy**2).clamp(min=1e-4)
        turned = (ux * vy - uy * vx).abs().clamp(min=1e-6)
        # Pixels of the picture for one of the sheet: across the lines, and along them.
        across_scale, along_scale = 1 / slope, slope / turned
        direction = torch.stack([vy, -vx], 1) / slope[:, None] * torch.sign(ux * vy - uy * vx)[:, None]
        covered = cover_of(here, head).reshape(shape)
        new = torch.zeros(n, 8, cells, cells, device=self.device)
        new[:, 2:4] = 0
        lines, many = head[:, HEAD:].reshape(n, MOST_LINES, 4), head[:, 4]
        block = torch.zeros(shape, device=self.device)
        nearest = torch.full(shape, 1e9, device=self.device)
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
        last = lines[torch.arange(n, device=self.device), (many.long() - 1).clamp(min=0)]
        top, bottom = lines[:, 0, 1][:, None, None], last[:, 3][:, None, None]
        left = lines[:, :, 0].masked_fill(torch.arange(MOST_LINES, device=self.device)[None] >= many[:, None], 1e9).min(1).values[:, None, None]
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

    def fingers(self, picture, weights):
        count, size = picture.shape[0], self.size
        xs, ys = self.grid[:, 0].reshape(1, size, size), self.grid[:, 1].reshape(1, size, size)
        for _ in range(3):
            present = self.chance(0.16, count, 1, 1)
            side = self.uniform(0, 2 * math.pi, count, 1, 1)
            root = [size / 2 + side.cos() * size * 0.75, size / 2 + side.sin() * size * 0.75]
            aim = side + math.pi + self.normal(count, 1, 1) * 0.35
            length = size * self.uniform(0.2, 0.7, count, 1, 1)
            dx, dy = xs - root[0], ys - root[1]
            along = (dx * aim.cos() + dy * aim.sin()).clamp(min=0).minimum(length)
            gap = torch.sqrt((dx - along * aim.cos()) ** 2 + (dy - along * aim.sin()) ** 2)
            thick = size * self.uniform(0.02, 0.07, count, 1, 1)
            mask = ((thick - gap) / 1.5 + 0.5).clamp(0, 1) * present
            tone = self.uniform(60, 215, count, 1, 1) * (0.75 + 0.35 * (1 - (gap / thick).clamp(0, 1)))
            picture = picture * (1 - mask[:, None]) + (tone * mask)[:, None]
            hidden = F.avg_pool2d(mask[:, None], STRIDE)
            weights.mul_(torch.where(hidden > 0.5, 0.3, 1.0))
        return picture

    def spoil(self, picture):
        """Light, glare, lens, sensor, JPEG."""
        count, size = picture.shape[0], self.size
        xs, ys = self.grid[:, 0].reshape(1, 1, size, size) / size, self.grid[:, 1].reshape(1, 1, size, size) / size
        one = lambda low, high: self.uniform(low, high, count, 1, 1, 1)
        angle = one(0, 2 * math.pi)
        ramp = (xs - 0.5) * angle.cos() + (ys - 0.5) * angle.sin()
        picture = picture * (1 + ramp * one(0, 0.9) * self.chance(0.5, count, 1, 1, 1))
        angle = one(0, 2 * math.pi)
        edge = (xs - one(0, 1)) * angle.cos() + (ys - one(0, 1)) * angle.sin()
        picture = picture * (1 - torch.sigmoid(edge / one(0.003, 0.05)) * one(0.1, 0.55) * self.chance(0.25, count, 1, 1, 1))
        for _ in range(2):
            turn = one(0, math.pi)
            dx, dy = xs - one(0, 1), ys - one(0, 1)
            p, q = dx * turn.cos() + dy * turn.sin(), dy * turn.cos() - dx * turn.sin()
            spot = torch.exp(-(((p / one(0.02, 0.2)) ** 2 + (q / one(0.01, 0.1)) ** 2).clamp(max=20) ** one(0.6, 2)))
            picture = picture + spot * one(40, 300) * self.chance(0.2, count, 1, 1, 1)
        low = self.chance(0.25, count, 1, 1, 1)
        picture = picture * torch.where(low, one(0.1, 0.6), one(0.7, 1.3))
        picture = picture.clamp(0, 255)
        picture = 255 * (picture / 255) ** torch.exp(self.normal(count, 1, 1, 1) * 0.2)
        picture = self.blur(picture)
        picture = picture + self.normal(count, 1, size, size) * one(0, 9)
        if self.rng.random() < 0.5:
            chosen = self.chance(0.6, count, 1, 1, 1)
            picture = torch.where(chosen, self.jpeg(picture, one(2, 18)), picture)
        return picture.clamp(0, 255).round()

    def blur(self, picture):
        """Out of focus, or moved, by up to three pixels' deviation and nine pixels' way."""
        count = picture.shape[0]
        axis = torch.arange(-REACH, REACH + 1, device=self.device, dtype=torch.float32)
        ky, kx = torch.meshgrid(axis, axis, indexing="ij")
        one = lambda low, high: self.uniform(low, high, count, 1, 1)
        sigma = torch.where(self.chance(0.75, count, 1, 1), one(0.25, 0.9), one(0.5, 2.2))
        turn, way = one(0, math.pi), torch.where(self.chance(0.2, count, 1, 1), one(0.5, 2.2), torch.zeros(count, 1, 1, device=self.device))
        along = kx * turn.cos() + ky * turn.sin()
        across = ky * turn.cos() - kx * turn.sin()
        kernel = torch.exp(-(along**2) / (2 * (sigma**2 + way**2)) - across**2 / (2 * sigma**2))
        kernel = kernel / kernel.sum((1, 2), keepdim=True)
        padded = F.pad(picture, (REACH,) * 4, mode="replicate").transpose(0, 1)
        return F.conv2d(padded, kernel[:, None], groups=count).transpose(0, 1)

    def jpeg(self, picture, step):
        """Coefficients of 8 × 8 blocks rounded to multiples of `step`, coarser for the finer ones."""
        k = torch.arange(8, device=self.device, dtype=torch.float32)
        basis = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) * torch.where(k == 0, math.sqrt(1 / 8), 0.5)[:, None]
        filters = (basis[:, None, :, None] * basis[None, :, None, :]).reshape(64, 1, 8, 8)
        growth = (1 + (k[:, None] + k[None]) * 0.5).reshape(1, 64, 1, 1) * step
        coefficients = F.conv2d(picture - 128, filters, stride=8)
        return F.conv_transpose2d((coefficients / growth).round() * growth, filters, stride=8) + 128

    def inside(self, frame):
        xs, ys = self.grid[:, 0][None], self.grid[:, 1][None]
        inside = (xs > frame[:, 0:1]) & (xs < frame[:, 2:3]) & (ys > frame[:, 1:2]) & (ys < frame[:, 3:4])
        return inside.reshape(-1, 1, self.size, self.size).float()

    def normalise(self, picture, inside):
        area = inside.sum((1, 2, 3), keepdim=True)
        mean = (picture * inside).sum((1, 2, 3), keepdim=True) / area
        deviation = (((picture - mean) ** 2 * inside).sum((1, 2, 3), keepdim=True) / area).sqrt()
        return (picture - mean) / (deviation + 4) * inside

    def within(self, labels, weights, frame):
        xs, ys = self.cells[:, 0][None], self.cells[:, 1][None]
        inside = (xs > frame[:, 0:1]) & (xs < frame[:, 2:3]) & (ys > frame[:, 1:2]) & (ys < frame[:, 3:4])
        cells = self.size // STRIDE
        inside = inside.reshape(-1, 1, cells, cells).float()
        labels = torch.cat([labels[:, :4] * inside, labels[:, 4:]], 1)
        return labels, weights


def soft(distance):
    """1 inside, 0 outside, one cell wide between."""
    return (distance / STRIDE + 0.5).clamp(0, 1)


def rotation(axis, angle):
    c, s, zero, one = angle.cos(), angle.sin(), torch.zeros_like(angle), torch.ones_like(angle)
    rows = [[c, -s, zero], [s, c, zero], [zero, zero, one]] if axis == 2 else [[one, zero, zero], [zero, c, -s], [zero, s, c]]
    return torch.stack([torch.stack(row, -1) for row in rows], -2)


def unwarp(inverse, bend, points):
    """n × p × 2: where on its sheet each point of the picture lies."""
    x, y = points[:, 0], points[:, 1]
    a = inverse.reshape(-1, 9, 1)
    w = a[:, 6] * x + a[:, 7] * y + a[:, 8]
    w = torch.where(w.abs() < 1e-6, torch.full_like(w, 1e-6), w)
    u = (a[:, 0] * x + a[:, 1] * y + a[:, 2]) / w
    v = (a[:, 3] * x + a[:, 4] * y + a[:, 5]) / w
    behind = w * torch.sign(a[:, 8]) <= 0
    height, frequency, phase, width = [bend[:, i : i + 1] for i in range(4)]
    v = v - height * torch.cos(frequency * (u / width - 0.5) * 2 + phase)
    u = torch.where(behind, torch.full_like(u, -1e5), u)
    return torch.stack([u, v], -1)


def cover_of(uv, head):
    """n × p: whether the sheet is there, its corners a little rounded."""
    width, height = head[:, 2:3], head[:, 3:4]
    radius = 0.03 * width
    dx = (uv[..., 0] - width / 2).abs() - (width / 2 - radius)
    dy = (uv[..., 1] - height / 2).abs() - (height / 2 - radius)
    outside = torch.sqrt(dx.clamp(min=0) ** 2 + dy.clamp(min=0) ** 2)
    return ((outside <= radius) & (dx <= radius) & (dy <= radius)).float()
