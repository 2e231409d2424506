"""Photographs of flat documents on tables, composed in batches on the device, and for each cell of the maps what it shows."""

import math

import numpy as np
import torch
from torch.nn import functional as F

from plan import LARGE_THING_MM, MOST_DOCUMENTS, MOST_THINGS, Plan, between, chance, to_unit
from pools import ATLAS_WIDTH, LEVELS, TILE_HEIGHT, TILE_WIDTH

# Photographs are composed this much larger than the network sees them.
OVERSAMPLING = 1.5
# Of a picture that is all but one colour, as in the engine.
LEAST_DEVIATION = 4.0
# A border is this far from the document's edge, in cells of the maps.
BORDER_CELLS = 1.1
# ISO/IEC 7810: corners of 3.18 mm on a card 85.6 mm long.
CORNER = 0.037
SKINS = np.array([[238, 202, 182], [226, 178, 150], [206, 150, 118], [182, 126, 92], [150, 98, 68], [112, 72, 50], [80, 52, 38], [58, 40, 32]], np.float64)
MOST_FINGERS = 5
MOST_STREAKS = 6


class Composer:
    def __init__(self, pools, side, device, seed):
        self.pools, self.side, self.device = pools, side, device
        self.canvas, self.cells = int(side * OVERSAMPLING), side // 2
        self.rng = np.random.default_rng(seed)
        self.noise = torch.Generator(device=device).manual_seed(seed)
        at = torch.arange(self.canvas, device=device, dtype=torch.float32) + 0.5
        self.y, self.x = (v[None] for v in torch.meshgrid(at, at, indexing="ij"))
        cell = (torch.arange(self.cells, device=device, dtype=torch.float32) + 0.5) * (self.canvas / self.cells)
        self.cell_y, self.cell_x = (v[None] for v in torch.meshgrid(cell, cell, indexing="ij"))
        pixel = torch.arange(side, device=device, dtype=torch.float32) + 0.5
        self.pixel_y, self.pixel_x = (v[None] for v in torch.meshgrid(pixel, pixel, indexing="ij"))
        self.dct = dct_matrix().to(device)

    def t(self, values):
        return torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32)).to(self.device, non_blocking=True)

    def rows(self, which):
        return torch.from_numpy(np.flatnonzero(which)).to(self.device)

    def rand(self, low, high, *shape):
        return torch.rand(shape, generator=self.noise, device=self.device) * (high - low) + low

    def randn(self, *shape):
        return torch.randn(shape, generator=self.noise, device=self.device)

    def batch(self, n):
        """Pictures n x 3 x side x side as the network takes them, and labels n x 5 x side/2 x side/2."""
        picture, labels, plan = self.photographs(n)
        return normalised(picture, self.inside(plan)), labels

    def photographs(self, n):
        rng = self.rng
        chosen = self.choose_flats(n)
        thing = self.pools.pools["thing"]
        picks = rng.integers(thing.count, size=(n, MOST_THINGS + 1))
        for _ in range(3):  # what lies under a document is large
            small = thing.facts[picks[:, 0], 1] < LARGE_THING_MM
            picks[small, 0] = rng.integers(thing.count, size=small.sum())
        plan = Plan(rng, n, self.side, self.canvas, chosen["aspect"], thing.facts[picks])
        scene = self.table(plan, chosen)
        cover = torch.zeros((n, self.canvas, self.canvas), device=self.device)
        for k in range(MOST_THINGS + 1):
            where = plan.things_shown[:, k]
            tint = self.tint_like_document(where, picks[:, k], chosen)
            self.lay(scene, where, thing, picks[:, k], plan.things[:, k], plan, rounded=0.1, tint=tint)
        self.lay_decoys(scene, plan, thing)
        booklet = (plan.count == 1) & (plan.kind == 0) & chance(rng, 0.13, n)
        self.lay_facing_pages(scene, plan, booklet, chosen)
        for k in range(MOST_DOCUMENTS):
            self.lay_documents(scene, plan, k, chosen, booklet)
        self.lay_over(scene, cover, plan, thing)
        self.sleeves(scene, plan)
        self.fingers(scene, cover, plan)
        labels = self.labels(plan, cover)
        picture = F.interpolate(scene, size=(self.side, self.side), mode="bilinear", antialias=True, align_corners=False)
        return self.develop(picture, plan), labels, plan

    def choose_flats(self, n):
        """Half of the documents are those of `specimens/`, where there are any; a second one is often the other side of the first."""
        rng, drawn, specimens = self.rng, self.pools.pools["flat"], self.pools.specimens
        pick = rng.integers(drawn.count, size=(n, MOST_DOCUMENTS))
        own = np.zeros((n, MOST_DOCUMENTS), bool)
        if specimens.count:
            own = chance(rng, 0.5, n, MOST_DOCUMENTS)
            own[:, 1:] = np.where(chance(rng, 0.7, n, 1), own[:, :1], own[:, 1:])
            pick = np.where(own, rng.integers(specimens.count, size=pick.shape), pick)
            turned_over = own[:, 0] & own[:, 1] & chance(rng, 0.5, n)
            pick[turned_over, 1] = self.pools.partner[pick[turned_over, 0]]
        twice = (own[:, 0] == own[:, 1]) & chance(rng, 0.1, n)
        pick[twice, 1] = pick[twice, 0]
        fact = lambda name: np.where(own[..., None], getattr(specimens, name)[pick * own], getattr(drawn, name)[pick * ~own])
        return {"pick": pick, "own": own, "aspect": fact("facts")[..., 0], "edge": fact("edge_colour")[:, 0]}

    def table(self, plan, chosen):
        """What everything lies on; now and then of the document's own colour."""
        rng, pool, n = self.rng, self.pools.pools["table"], len(plan.kind)
        pick = torch.from_numpy(rng.integers(pool.count, size=n)).to(self.device)
        angle, zoom = between(rng, 0, 2 * math.pi, n), between(rng, 0.5, 1.1, n)
        square = chance(rng, 0.4, n)
        angle = np.where(square, np.round(angle / (math.pi / 2)) * math.pi / 2, angle)
        c, s = np.cos(angle) * zoom, np.sin(angle) * zoom
        theta = np.stack([np.stack([c, -s, between(rng, -0.3, 0.3, n)], 1), np.stack([s, c, between(rng, -0.3, 0.3, n)], 1)], 1)
        grid = F.affine_grid(self.t(theta), (n, 3, self.canvas, self.canvas), align_corners=False)
        scene = F.grid_sample(pool.pictures[pick].float(), grid, mode="bilinear", padding_mode="reflection", align_corners=False)
        scene = scene * self.t(between(rng, 0.8, 1.2, n, 3))[..., None, None]
        mean = scene.mean((2, 3), keepdim=True)
        own_colour = chance(rng, 0.16, n) & (plan.count > 0)
        goal = self.t(chosen["edge"] + rng.normal(0, 9, (n, 1)) + rng.normal(0, 3, (n, 3)))[..., None, None]
        contrast = self.t(between(rng, 0.05, 0.7, n))[:, None, None, None]
        like = self.t(own_colour)[:, None, None, None]
        scene = scene * (1 - like) + like * (goal + (scene - mean) * contrast)
        plain = plan.scan & chance(rng, 0.75, n)
        tone = np.where(chance(rng, 0.7, n), between(rng, 225, 255, n), between(rng, 0, 60, n))
        plain_t = self.t(plain)[:, None, None, None]
        return scene * (1 - plain_t) + plain_t * self.t(tone)[:, None, None, None]

    def tint_like_document(self, where, picks, chosen):
        """A few things are of the document's own colour: gain and shift for their pixels."""
        rng, n = self.rng, len(where)
        like = chance(rng, 0.15, n)[:, None]
        edge = self.pools.pools["thing"].edge_colour[picks]
        shift = np.where(like, chosen["edge"] - edge + rng.normal(0, 6, (n, 3)), 0)
        gain = np.where(chance(rng, 0.5, n), between(rng, 0.75, 1.08, n), 1.0)
        return gain, shift

    def unit_maps(self, quads, x, y):
        m = self.t(to_unit(quads))[..., None, None]
        w = m[:, 2, 0] * x + m[:, 2, 1] * y + m[:, 2, 2]
        valid = w > 0.02
        w = torch.where(valid, w, torch.ones_like(w))
        return (m[:, 0, 0] * x + m[:, 0, 1] * y + m[:, 0, 2]) / w, (m[:, 1, 0] * x + m[:, 1, 1] * y + m[:, 1, 2]) / w, valid

    def alpha(self, u, v, valid, width, height, radius, soft=None):
        """Share of each pixel that a rounded rectangle of width x height pixels covers; `soft` widens the rim, for shadows."""
        width, height, radius = (t[:, None, None] for t in (width, height, radius))
        qx, qy = (u - 0.5).abs() * width - width / 2 + radius, (v - 0.5).abs() * height - height / 2 + radius
        outside = torch.sqrt(qx.clamp(min=0) ** 2 + qy.clamp(min=0) ** 2)
        distance = outside + torch.maximum(qx, qy).clamp(max=0) - radius
        if soft is not None:
            return torch.sigmoid(-distance / soft[:, None, None]) * valid
        return (0.5 - distance).clamp(0, 1) * valid

    def lay(self, scene, where, pool, picks, quads, plan, rounded=0.5, tint=None, shadow=0.6, frame_share=0.0, plain=None, hole=0.0, outline=0.0):
        """Lays pictures of a pool onto the photographs named by `where` (numpy, bool), and gives their alpha and rows."""
        rng = self.rng
        if not where.any():
            return None, None
        rows, quads, picks = self.rows(where), quads[where], picks[where]
        m = len(picks)
        edges = np.linalg.norm(np.roll(quads, -1, 1) - quads, axis=2)
        width, height = (edges[:, 0] + edges[:, 2]) / 2, (edges[:, 1] + edges[:, 3]) / 2
        longest = np.maximum(width, height)
        radius = np.where(chance(rng, rounded, m), longest * CORNER, 0.01)
        u, v, valid = self.unit_maps(quads, self.x, self.y)
        shape = self.t(width), self.t(height), self.t(radius)
        alpha = self.alpha(u, v, valid, *shape)
        picture = self.sample(pool, picks, u, v, width, height, frame_share)
        if plain is not None:
            picture = plain[rows] + 0 * picture
            stripes = self.t(between(rng, 8, 24, m))[:, None, None]
            ruled = self.t(chance(rng, 0.5, m) * between(rng, 0.1, 0.35, m))[:, None, None]
            picture = picture * (1 - ruled * ((v * stripes) % 1 < 0.12) * (v > 0.1) * (u > 0.08) * (u < 0.92))[:, None]
        if tint is not None:
            gain, shift = tint
            picture = picture * self.t(gain[where])[:, None, None, None] + self.t(shift[where])[..., None, None]
        part = scene[rows]
        if shadow > 0:
            offset = rng.normal(0, 0.03, (m, 1, 2)) * longest[:, None, None]
            su, sv, svalid = self.unit_maps(quads + offset, self.x, self.y)
            dark = self.alpha(su, sv, svalid, *shape, soft=self.t(np.maximum(0.7, between(rng, 0.004, 0.03, m) * longest)))
            strength = self.t(chance(rng, shadow, m) * between(rng, 0.1, 0.6, m))
            part = part * (1 - dark * strength[:, None, None])[:, None]
        if hole > 0:
            alpha = alpha * (1 - self.holes(u, v, width, height, hole))
        part = part * (1 - alpha[:, None]) + picture * alpha[:, None]
        if outline > 0:
            rim = self.alpha(u, v, valid, *shape) * (1 - self.alpha(u, v, valid, self.t(width - 2), self.t(height - 2), self.t(radius)))
            rim = rim * self.t(chance(rng, outline, m))[:, None, None]
            part = part * (1 - rim[:, None]) + self.t(between(rng, 0, 255, m, 3))[..., None, None] * rim[:, None]
        scene[rows] = part
        return alpha, rows

    def sample(self, pool, picks, u, v, width, height, frame_share):
        """The flat pictures as they are seen, from the copy that is about as fine as what is seen of it; white rims on a part of them."""
        rng, m = self.rng, len(picks)
        if frame_share > 0:
            rim = np.where(chance(rng, frame_share, m), between(rng, 0.015, 0.12, m), 0)
            rim_t = self.t(rim)[:, None, None]
            inner_u, inner_v = (u - rim_t) / (1 - 2 * rim_t), (v - rim_t) / (1 - 2 * rim_t)
            outside = ((inner_u < 0) | (inner_u > 1) | (inner_v < 0) | (inner_v > 1)) & (rim_t > 0)
        else:
            inner_u, inner_v, outside = u, v, None
        texels = np.maximum(TILE_WIDTH / np.maximum(width, 1), TILE_HEIGHT / np.maximum(height, 1))
        level = np.clip(np.floor(np.log2(np.maximum(texels, 1e-3)) + between(rng, 0.1, 0.7, m)), 0, len(LEVELS) - 1).astype(int)
        left, top, wide, high = (self.t(column)[:, None, None] for column in np.array(LEVELS)[level].T)
        ax = left + (inner_u * wide).clamp(min=0.5).minimum(wide - 0.5)
        ay = top + (inner_v * high).clamp(min=0.5).minimum(high - 0.5)
        grid = torch.stack([ax * (2 / ATLAS_WIDTH) - 1, ay * (2 / TILE_HEIGHT) - 1], -1)
        tiles = pool.pictures[torch.from_numpy(picks).to(self.device)].float()
        picture = F.grid_sample(tiles, grid, mode="bilinear", padding_mode="border", align_corners=False)
        if outside is None:
            return picture
        white = self.t(between(rng, 215, 255, m))[:, None, None, None]
        return torch.where(outside[:, None], white, picture)

    def holes(self, u, v, width, height, share):
        """Punched holes and torn or clipped corners, through which the table is seen."""
        rng, m = self.rng, len(width)
        cx, cy = between(rng, 0.05, 0.95, m), between(rng, 0.05, 0.95, m)
        corner = chance(rng, 0.4, m)
        cx, cy = np.where(corner, np.round(cx), cx), np.where(corner, np.round(cy), cy)
        radius = np.where(chance(rng, share, m), between(rng, 0.02, 0.06, m) * np.maximum(width, height), -2)
        dx = (u - self.t(cx)[:, None, None]) * self.t(width)[:, None, None]
        dy = (v - self.t(cy)[:, None, None]) * self.t(height)[:, None, None]
        return (self.t(radius)[:, None, None] + 0.5 - torch.sqrt(dx * dx + dy * dy)).clamp(0, 1)

    def lay_decoys(self, scene, plan, thing):
        """Bank cards, envelopes and letters just where a document would lie."""
        rng, n = self.rng, len(plan.kind)
        picks = rng.integers(thing.count, size=(n, 2))
        cards = np.flatnonzero(np.abs(thing.facts[: thing.count, 1] - 85.6) < 1)
        if len(cards):
            chosen = chance(rng, 0.7, n, 2)
            picks = np.where(chosen, cards[rng.integers(len(cards), size=picks.shape)], picks)
        self.lay(scene, plan.decoy, thing, picks[:, 0], plan.documents[:, 0], plan)
        beside = (plan.decoy & chance(rng, 0.3, n)) | ((plan.count == 1) & (plan.kind == 0) & chance(rng, 0.12, n))
        self.lay(scene, beside, thing, picks[:, 1], plan.documents[:, 1], plan)

    def lay_facing_pages(self, scene, plan, booklet, chosen):
        rng, n = self.rng, len(plan.kind)
        tone = np.clip(chosen["edge"] * between(rng, 0.2, 0.9, n, 1) + between(rng, 20, 160, n, 1) + rng.normal(0, 8, (n, 3)), 0, 250)
        plain = self.t(tone)[..., None, None]
        thing = self.pools.pools["thing"]
        printed = booklet & chance(rng, 0.35, n)
        picks = rng.integers(thing.count, size=n)
        self.lay(scene, booklet & ~printed, thing, picks, plan.facing[:, 0], plan, rounded=0.3, plain=plain)
        self.lay(scene, printed, thing, picks, plan.facing[:, 0], plan, rounded=0.3)

    def lay_documents(self, scene, plan, k, chosen, booklet):
        rng, n = self.rng, len(plan.kind)
        gain = np.where(chance(rng, 0.5, n), between(rng, 0.75, 1.08, n), 1.0)
        tint = gain, np.zeros((n, 3))
        for pool, own in ((self.pools.pools["flat"], False), (self.pools.specimens, True)):
            where = (plan.count > k) & (chosen["own"][:, k] == own)
            # A scan and the lower page of a booklet throw no shadow.
            lit = where & (plan.scan | booklet)
            for part, shadow in ((where & ~lit, 0.6), (lit, 0.0)):
                self.lay(scene, part, pool, chosen["pick"][:, k], plan.documents[:, k], plan, rounded=0.6, tint=tint, shadow=shadow, frame_share=0.07, hole=0.05, outline=0.08)

    def lay_over(self, scene, cover, plan, thing):
        """A thing that lies over a part of the document."""
        rng, n = self.rng, len(plan.kind)
        where = (plan.count > 0) & (plan.kind != 1) & chance(rng, 0.05, n)
        quad = plan.documents[:, 0]
        side = rng.integers(4, size=n)
        a, b = quad[np.arange(n), side], quad[np.arange(n), (side + 1) % 4]
        middle = quad.mean(1)
        at = a + (b - a) * between(rng, 0, 1, n, 1)
        outward = (at - middle) / (np.linalg.norm(at - middle, axis=1, keepdims=True) + 1e-6)
        size = plan.scale * between(rng, 0.25, 1.2, n)
        centre = at + outward * (size * between(rng, 0.05, 0.5, n))[:, None]
        picks = rng.integers(thing.count, size=n)
        aspect = thing.facts[picks, 0]
        angle = between(rng, 0, 2 * math.pi, n)
        axis = np.stack([np.cos(angle), np.sin(angle)], 1)
        right = axis * (size * np.minimum(1, aspect) / 2)[:, None]
        down = np.stack([-axis[:, 1], axis[:, 0]], 1) * (size * np.minimum(1, 1 / aspect) / 2)[:, None]
        quads = np.stack([centre - right - down, centre + right - down, centre + right + down, centre - right + down], 1)
        alpha, rows = self.lay(scene, where, thing, picks, quads, plan)
        if rows is not None:
            cover[rows] = torch.maximum(cover[rows], alpha)

    def sleeves(self, scene, plan):
        """A clear sleeve around the document, hazy, and the lamp's streaks on it."""
        rng, n = self.rng, len(plan.kind)
        where = (plan.count > 0) & (plan.kind != 1) & chance(rng, 0.13, n)
        if not where.any():
            return
        rows, quad, size = self.rows(where), plan.documents[where, 0], plan.scale[where]
        m = len(size)
        middle = quad.mean(1, keepdims=True)
        around = (quad - middle) * between(rng, 1.02, 1.35, m, 1, 1) + middle
        u, v, valid = self.unit_maps(around, self.x, self.y)
        sheet = ((u > 0) & (u < 1) & (v > 0) & (v < 1) & valid).float()
        added = sheet * self.t(between(rng, 0, 24, m))[:, None, None]
        angle = between(rng, 0, math.pi, m)
        fewest = rng.integers(1, MOST_STREAKS + 1, m)
        thick = between(rng, 0.004, 0.05, m)
        for k in range(MOST_STREAKS):
            turn = angle + rng.normal(0, 0.2, m)
            half = np.stack([np.cos(turn), np.sin(turn)], 1) * (size * between(rng, 0.12, 0.6, m))[:, None]
            centre = middle[:, 0] + rng.normal(0, 0.25, (m, 2)) * size[:, None]
            distance, along = self.capsule(centre - half, centre + half)
            wave = torch.sin(along * self.t(between(rng, 4, 30, m))[:, None, None] + self.t(between(rng, 0, 6, m))[:, None, None])
            breadth = self.t(np.maximum(0.8, thick * between(rng, 0.4, 1.4, m) * size))[:, None, None] * (0.7 + 0.6 * wave).clamp(min=0.1)
            strength = self.t((k < fewest) * between(rng, 120, 300, m))[:, None, None]
            added = torch.maximum(added, strength * torch.exp(-((distance / breadth) ** 2)))
        scene[rows] = scene[rows] + added[:, None]

    def capsule(self, a, b):
        """Distance of each pixel of the canvas from the segment a–b, and how far along it lies, 0–1."""
        ax, ay, bx, by = (self.t(v)[:, None, None] for v in (a[:, 0], a[:, 1], b[:, 0], b[:, 1]))
        dx, dy = bx - ax, by - ay
        along = (((self.x - ax) * dx + (self.y - ay) * dy) / (dx * dx + dy * dy + 1e-6)).clamp(0, 1)
        return torch.sqrt((self.x - ax - along * dx) ** 2 + (self.y - ay - along * dy) ** 2 + 1e-6), along

    def fingers(self, scene, cover, plan):
        """Fingers from the document's edge inwards, from outside the frame, or a hand that holds it; now and then other things so shaped."""
        rng, n = self.rng, len(plan.kind)
        where = (plan.kind != 1) & chance(rng, 0.34, n)
        if not where.any():
            return
        rows, quad = self.rows(where), plan.documents[where, 0]
        m = len(quad)
        each = np.arange(m)
        edges = np.linalg.norm(np.roll(quad, -1, 1) - quad, axis=2)
        size = edges.mean(1)
        side = rng.integers(4, size=m)
        a, b = quad[each, side], quad[each, (side + 1) % 4]
        middle = quad.mean(1)
        other = chance(rng, 0.12, m)
        skin = SKINS[rng.integers(len(SKINS), size=m)] * between(rng, 0.85, 1.1, m, 1) + rng.normal(0, 6, (m, 3))
        ink = np.where(other[:, None], between(rng, 0, 255, m, 3), skin)
        thick = size * between(rng, 0.09, 0.27, m)
        holding = chance(rng, 0.3, m)
        count = np.where(chance(rng, 0.55, m), 1, rng.integers(1, MOST_FINGERS + 1, m))
        start_at = between(rng, 0.03, 0.97, m)
        far = chance(rng, 0.5, m)
        depth = np.where(holding, between(rng, 0.02, 0.16, m), np.where(chance(rng, 0.5, m), between(rng, 0, 0.35, m), between(rng, 0.1, 0.75, m)))
        inner = torch.full((m, self.canvas, self.canvas), 1e4, device=self.device)
        nails = torch.zeros_like(inner)
        length = np.linalg.norm(b - a, axis=1) + 1
        lean = rng.normal(0, 0.3, m)
        for k in range(MOST_FINGERS):
            place = start_at + k * thick / length * 1.06
            root = a + (b - a) * place[:, None]
            inward = (middle - root) / (np.linalg.norm(middle - root, axis=1, keepdims=True) + 1e-6)
            turn = lean + rng.normal(0, 0.08, m)
            inward = np.stack([inward[:, 0] * np.cos(turn) - inward[:, 1] * np.sin(turn), inward[:, 0] * np.sin(turn) + inward[:, 1] * np.cos(turn)], 1)
            tip = root + inward * (size * depth * between(rng, 0.75, 1.25, m))[:, None]
            start = root - inward * (size * np.where(far, 6, between(rng, 0.3, 1.2, m)))[:, None]
            start = np.where((k < count)[:, None], start, -5e3)
            tip = np.where((k < count)[:, None], tip, -5e3)
            distance, along = self.capsule(start, tip)
            # Fingers grow thicker towards the hand.
            reach = self.t(np.linalg.norm(tip - start, axis=1) / np.maximum(thick, 1))[:, None, None]
            radius = self.t(thick / 2)[:, None, None] * (1 + 0.12 * ((1 - along) * reach).clamp(max=3))
            inner = torch.minimum(inner, distance - radius)
            nail_at = tip - inward * thick[:, None] * 0.12
            close, _ = self.capsule(nail_at - inward * thick[:, None] * 0.1, nail_at + inward * thick[:, None] * 0.1)
            nails = torch.maximum(nails, (self.t(thick * 0.27)[:, None, None] - close + 0.5).clamp(0, 1) * self.t((k < count) * (chance(rng, 0.6, m) & ~other))[:, None, None])
        palm = (chance(rng, 0.35, m) & ~other)
        middle_root = a + (b - a) * start_at[:, None]
        outward = (middle_root - middle) / (np.linalg.norm(middle_root - middle, axis=1, keepdims=True) + 1e-6)
        centre = np.where(palm[:, None], middle_root + outward * (size * between(rng, 0.5, 0.8, m))[:, None], -5e3)
        spread, _ = self.capsule(centre, centre + outward * size[:, None])
        inner = torch.minimum(inner, spread - self.t(size * between(rng, 0.25, 0.5, m))[:, None, None])
        mask = (0.5 - inner).clamp(0, 1)
        relief = (-inner / self.t(thick / 2)[:, None, None]).clamp(0, 1)
        shade = torch.sigmoid(-(inner - 1) / self.t(np.maximum(1, thick * 0.12))[:, None, None]) * self.t(chance(rng, 0.6, m) * between(rng, 0.1, 0.55, m))[:, None, None]
        flat = self.t(between(rng, 0.6, 0.9, m))[:, None, None]
        grain = F.interpolate(self.randn(m, 1, self.canvas // 6, self.canvas // 6), size=(self.canvas, self.canvas), mode="bilinear", align_corners=False)[:, 0]
        body = flat + (1.08 - flat) * relief + grain * 0.025 + nails * self.t(between(rng, -0.05, 0.2, m))[:, None, None]
        body = self.t(ink)[..., None, None] * body[:, None]
        part = scene[rows] * (1 - shade[:, None])
        scene[rows] = part * (1 - mask[:, None]) + body * mask[:, None]
        cover[rows] = torch.maximum(cover[rows], mask)

    def inside(self, plan):
        """Where the photograph is and no padding, n x 1 x side x side."""
        width, height, left, top = (self.t(column)[:, None, None] for column in plan.frame.T)
        x, y = self.pixel_x, self.pixel_y
        return ((x > left) & (x < left + width) & (y > top) & (y < top + height)).float()[:, None]

    def labels(self, plan, cover):
        n = len(plan.kind)
        labels = torch.zeros((n, 5, self.cells, self.cells), device=self.device)
        per_cell = self.canvas / self.cells
        for k in range(MOST_DOCUMENTS):
            where = plan.count > k
            if not where.any():
                continue
            rows, quad = self.rows(where), plan.documents[where, k]
            distance = self.distance_inside(quad) / per_cell
            within = distance > 0
            part = labels[rows]
            document = torch.maximum(part[:, 0], within.float())
            # Of a document under this one no border shows.
            border = torch.maximum(part[:, 2] * (distance <= BORDER_CELLS), (distance.abs() <= BORDER_CELLS).float())
            right = (quad[:, 1] + quad[:, 2] - quad[:, 0] - quad[:, 3]) / 2
            right = right / (np.linalg.norm(right, axis=1, keepdims=True) + 1e-6)
            cosine = torch.where(within, self.t(right[:, 0])[:, None, None], part[:, 3])
            sine = torch.where(within, self.t(right[:, 1])[:, None, None], part[:, 4])
            labels[rows] = torch.stack([document, part[:, 1], border, cosine, sine], 1)
        covered = F.interpolate(cover[:, None], size=(self.cells, self.cells), mode="area")[:, 0]
        labels[:, 1] = (covered > 0.5) * labels[:, 0]
        width, height, left, top = (self.t(np.round(column / 2))[:, None, None] for column in (plan.frame[:, 0], plan.frame[:, 1], plan.frame[:, 2], plan.frame[:, 3]))
        at = torch.arange(self.cells, device=self.device)
        x, y = at[None, None, :], at[None, :, None]
        return labels * ((x >= left) & (x < left + width) & (y >= top) & (y < top + height)).float()[:, None]

    def distance_inside(self, quads):
        """Canvas pixels from the nearest side, negative outside, at every cell."""
        least = None
        following = np.roll(quads, -1, 1)
        area = (quads[:, :, 0] * following[:, :, 1] - following[:, :, 0] * quads[:, :, 1]).sum(1)
        for i in range(4):
            a, d = quads[:, i], following[:, i] - quads[:, i]
            normal = np.stack([-d[:, 1], d[:, 0]], 1) / (np.linalg.norm(d, axis=1, keepdims=True) + 1e-6) * np.sign(area)[:, None]
            offset = -(normal * a).sum(1)
            distance = self.t(normal[:, 0])[:, None, None] * self.cell_x + self.t(normal[:, 1])[:, None, None] * self.cell_y + self.t(offset)[:, None, None]
            least = distance if least is None else torch.minimum(least, distance)
        return least

    def develop(self, picture, plan):
        """Light, lens and sensor. 0–255, rounded to whole numbers."""
        rng, n = self.rng, len(plan.kind)
        col = lambda values: self.t(values)[:, None, None, None]
        x, y, size = self.pixel_x, self.pixel_y, float(self.side)
        quad, scale = plan.documents[:, 0] / OVERSAMPLING, plan.scale / OVERSAMPLING
        for _ in range(2):
            picture = picture + self.spot(quad, scale, chance(rng, 0.24, n))
        angle = between(rng, 0, 2 * math.pi, n)
        steep = chance(rng, 0.5, n) * between(rng, 0, 0.9, n)
        ramp = (x / size - 0.5) * self.t(np.cos(angle) * steep)[:, None, None] + (y / size - 0.5) * self.t(np.sin(angle) * steep)[:, None, None]
        picture = picture * (1 + ramp[:, None])
        angle = between(rng, 0, 2 * math.pi, n)
        edge = (x - self.t(between(rng, 0, size, n))[:, None, None]) * self.t(np.cos(angle))[:, None, None] + (y - self.t(between(rng, 0, size, n))[:, None, None]) * self.t(np.sin(angle))[:, None, None]
        shadow = torch.sigmoid(edge / self.t(between(rng, 1, 14, n))[:, None, None]) * self.t(chance(rng, 0.25, n) * between(rng, 0.1, 0.6, n))[:, None, None]
        picture = picture * (1 - shadow[:, None])
        moire = torch.sin(x * self.t(between(rng, 0.2, 2.5, n))[:, None, None] + y * self.t(between(rng, -2.5, 2.5, n))[:, None, None])
        picture = picture + (moire * self.t(chance(rng, 0.12, n) * between(rng, 2, 12, n))[:, None, None])[:, None]
        picture = picture * self.t(np.exp(rng.normal(0, 0.07, (n, 3))))[..., None, None]
        exposures = np.stack([np.ones(n), between(rng, 0.06, 0.55, n), between(rng, 0.6, 1.35, n), between(rng, 1.3, 2.3, n)])
        gain = exposures[rng.choice(4, n, p=[0.34, 0.16, 0.38, 0.12]), np.arange(n)]
        picture = (picture * col(gain)).clamp(0, 255)
        gamma = np.where(chance(rng, 0.5, n), np.exp(rng.normal(0, 0.2, n)), 1)
        picture = 255 * (picture / 255).clamp(min=1e-4) ** col(gamma)
        grey = col(chance(rng, 0.1, n))
        picture = picture * (1 - grey) + picture.mean(1, keepdim=True) * grey
        picture = self.blurred(picture, chance(rng, 0.6, n))
        strength = np.where(chance(rng, 0.8, n), between(rng, 0, 7, n), between(rng, 5, 16, n)) * np.where(gain < 0.5, 1.2, 1)
        coarse = F.interpolate(self.randn(n, 3, self.side // 2, self.side // 2), size=(self.side, self.side), mode="bilinear", align_corners=False)
        picture = picture + self.randn(*picture.shape) * col(strength * 0.7) + coarse * col(strength * 0.4 * chance(rng, 0.5, n))
        swap = chance(rng, 0.05, n)
        if swap.any():
            rows = self.rows(swap)
            picture[rows] = picture[rows][:, torch.from_numpy(rng.permutation(3)).to(self.device)]
        picture = self.packed(picture.clamp(0, 255), chance(rng, 0.25, n))
        return picture.clamp(0, 255).round()

    def spot(self, quad, scale, where):
        """A lamp's reflection, often on an edge or a corner of the document."""
        rng, n = self.rng, len(where)
        weights = rng.dirichlet([1, 1, 1, 1], n)
        anywhere = (quad * weights[..., None]).sum(1)
        side, t = rng.integers(4, size=n), between(rng, 0, 1, n, 1)
        t = np.where(chance(rng, 0.4, n, 1), np.round(t), t)
        on_edge = quad[np.arange(n), side] * (1 - t) + quad[np.arange(n), (side + 1) % 4] * t
        centre = np.where(chance(rng, 0.5, n, 1), on_edge, anywhere)
        stray = chance(rng, 0.2, n, 1)
        centre = np.where(stray, between(rng, 0, self.side, n, 2), centre)
        spread = np.where(stray, self.side * 0.3, np.minimum(scale, self.side)[:, None]) * between(rng, 0.05, 0.5, n, 2)
        turn = between(rng, 0, math.pi, n)
        c = lambda values: self.t(values)[:, None, None]
        dx, dy = self.pixel_x - c(centre[:, 0]), self.pixel_y - c(centre[:, 1])
        u = (dx * c(np.cos(turn)) + dy * c(np.sin(turn))) / c(spread[:, 0] + 0.5)
        v = (dy * c(np.cos(turn)) - dx * c(np.sin(turn))) / c(spread[:, 1] + 0.5)
        light = torch.exp(-((u * u + v * v + 1e-6) ** c(between(rng, 0.6, 2, n))))
        return (light * c(where * between(rng, 80, 420, n)))[:, None]

    def blurred(self, picture, where):
        """Out of focus, or moved while the shutter was open: one small kernel a photograph."""
        rng = self.rng
        if not where.any():
            return picture
        rows = self.rows(where)
        m, reach = len(rows), 6
        across = np.where(chance(rng, 0.75, m), between(rng, 0.3, 1.8, m), between(rng, 1.2, 3.2, m))
        along = np.where(chance(rng, 0.3, m), between(rng, 1.0, 5.0, m), across)
        across = np.where(along > across, np.minimum(across, 1.0), across)
        turn = between(rng, 0, math.pi, m)
        at = np.arange(-reach, reach + 1, dtype=np.float64)
        y, x = np.meshgrid(at, at, indexing="ij")
        c, s = np.cos(turn)[:, None, None], np.sin(turn)[:, None, None]
        u, v = x * c + y * s, y * c - x * s
        # A movement is a stroke of even strength, a blur falls off.
        stroke = 1 / (1 + np.exp((np.abs(u) - along[:, None, None]) * 4))
        bell = np.exp(-(u**2) / (2 * along[:, None, None] ** 2))
        kernel = np.where((along > across * 1.3)[:, None, None], stroke, bell) * np.exp(-(v**2) / (2 * across[:, None, None] ** 2))
        kernel /= kernel.sum((1, 2), keepdims=True)
        kernels = self.t(kernel)[:, None].repeat_interleave(3, 0)
        part = F.pad(picture[rows].reshape(1, m * 3, self.side, self.side), (reach,) * 4, mode="reflect")
        out = picture.clone()
        out[rows] = F.conv2d(part, kernels, groups=m * 3).reshape(m, 3, self.side, self.side)
        return out

    def packed(self, picture, where):
        """What a JPEG of low quality leaves: 8 x 8 cosine coefficients in coarse steps, those of colour coarser."""
        rng = self.rng
        if not where.any():
            return picture
        rows = self.rows(where)
        m, blocks = len(rows), self.side // 8
        part = picture[rows]
        luma = part.mean(1, keepdim=True)
        planes = torch.cat([luma, part[:, :2] - luma], 1) - 128 * torch.tensor([1.0, 0, 0], device=self.device)[None, :, None, None]
        tiles = planes.reshape(m, 3, blocks, 8, blocks, 8).permute(0, 1, 2, 4, 3, 5)
        coded = self.dct @ tiles @ self.dct.T
        at = torch.arange(8, device=self.device, dtype=torch.float32)
        steps = (4 + 4 * (at[:, None] + at[None])) * torch.tensor([1.0, 1.8, 1.8], device=self.device)[:, None, None, None, None]
        steps = steps[None] * self.t(np.exp(between(rng, math.log(0.3), math.log(3), m)))[:, None, None, None, None, None]
        tiles = self.dct.T @ (torch.round(coded / steps) * steps) @ self.dct
        planes = tiles.permute(0, 1, 2, 4, 3, 5).reshape(m, 3, self.side, self.side)
        luma = planes[:, :1] + 128
        out = picture.clone()
        out[rows] = torch.cat([planes[:, 1:2] + luma, planes[:, 2:3] + luma, luma - planes[:, 1:2] - planes[:, 2:3]], 1)
        return out


def normalised(picture, inside):
    """Mean 0 and deviation one half over the photograph's own pixels, so that dark photographs look like others; padding is 0."""
    count = inside.sum((1, 2, 3), keepdim=True) * 3
    mean = (picture * inside).sum((1, 2, 3), keepdim=True) / count
    deviation = (((picture - mean) ** 2 * inside).sum((1, 2, 3), keepdim=True) / count).sqrt().clamp(min=LEAST_DEVIATION)
    return (picture - mean) / (2 * deviation) * inside


def dct_matrix():
    k = torch.arange(8, dtype=torch.float32)
    matrix = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) * 0.5
    matrix[0] *= math.sqrt(0.5)
    return matrix
