"""Photographs of flat documents on tables, composed in batches on the device, and for each cell of the maps what it shows."""

import math

import numpy as np
import torch
from torch.nn import functional as F

from coverings import fingers, lay_over, sleeves
from development import develop, inside, normalised
from easel import Easel
from labels import labels_of
from layers import lay
from plan import LARGE_THING_MM, MOST_DOCUMENTS, MOST_THINGS, Plan, between, chance, share_of_frame


# From this length on a phone is one that a card can lie on; what is darker than this is dark; and what is as long as a document.
PHONE_MM = 120
DARK_TONE = 70
LIKE_MM = (80, 165)


class Composer:
    def __init__(self, pools, side, device, seed, shares=share_of_frame):
        self.pools, self.easel, self.shares = pools, Easel(side, device, seed), shares

    def batch(self, n):
        """Pictures n x 3 x side x side as the network takes them, and labels n x 5 x side/2 x side/2."""
        picture, labels, plan = self.photographs(n)
        return normalised(picture, inside(self.easel, plan)), labels

    def photographs(self, n):
        easel = self.easel
        rng = easel.rng
        chosen = self.choose_flats(n)
        thing = self.pools.pools["thing"]
        picks = rng.integers(thing.count, size=(n, MOST_THINGS + 1))
        picks[:, 0] = self.choose_under(n)
        plan = Plan(rng, n, easel.side, easel.canvas, chosen["aspect"], thing.facts[picks], self.shares)
        scene = self.table(plan, chosen)
        cover = torch.zeros((n, easel.canvas, easel.canvas), device=easel.device)
        for k in range(MOST_THINGS + 1):
            where = plan.things_shown[:, k]
            tint = self.tint_like_document(where, picks[:, k], chosen)
            lay(easel, scene, where, thing, picks[:, k], plan.things[:, k], plan, rounded=0.1, tint=tint)
        self.lay_decoys(scene, plan, thing)
        booklet = (plan.count == 1) & (plan.kind == 0) & chance(rng, 0.13, n)
        self.lay_facing_pages(scene, plan, booklet, chosen)
        for k in range(MOST_DOCUMENTS):
            self.lay_documents(scene, plan, k, chosen, booklet)
        lay_over(easel, scene, cover, plan, thing)
        sleeves(easel, scene, plan)
        fingers(easel, scene, cover, plan)
        labels = labels_of(easel, plan, cover)
        picture = F.interpolate(scene, size=(easel.side, easel.side), mode="bilinear", antialias=True, align_corners=False)
        return develop(easel, picture, plan), labels, plan

    def choose_under(self, n):
        """What lies under a document: a large thing, a dark phone, or paper of its own size that shows beside it."""
        rng, thing = self.easel.rng, self.pools.pools["thing"]
        length, tone = thing.facts[: thing.count, 1], thing.edge_colour[: thing.count].mean(1)
        large, dark, like = length >= LARGE_THING_MM, (length >= PHONE_MM) & (tone < DARK_TONE), (length >= LIKE_MM[0]) & (length < LIKE_MM[1])
        kind = rng.choice(3, n, p=[0.55, 0.22, 0.23])
        picks = rng.integers(thing.count, size=n)
        for k, which in enumerate((large, dark, like)):
            places = np.flatnonzero(which)
            if len(places):
                picks = np.where(kind == k, places[rng.integers(len(places), size=n)], picks)
        return picks

    def choose_flats(self, n):
        """Half of the documents are those of `specimens/`, where there are any; a second one is often the other side of the first."""
        rng, drawn, specimens = self.easel.rng, self.pools.pools["flat"], self.pools.specimens
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
        sides = np.where(own[:, 0, None, None], specimens.side_colour[pick[:, 0] * own[:, 0]], drawn.side_colour[pick[:, 0] * ~own[:, 0]])
        side = sides[np.arange(n), rng.integers(4, size=n)]
        return {"pick": pick, "own": own, "aspect": fact("facts")[..., 0], "edge": fact("edge_colour")[:, 0], "side": side}

    def table(self, plan, chosen):
        """What everything lies on; now and then of the document's own colour, or of that along one of its edges."""
        easel, rng, pool, n = self.easel, self.easel.rng, self.pools.pools["table"], len(plan.kind)
        pick = torch.from_numpy(rng.integers(pool.count, size=n)).to(easel.device)
        angle, zoom = between(rng, 0, 2 * math.pi, n), between(rng, 0.5, 1.1, n)
        square = chance(rng, 0.4, n)
        angle = np.where(square, np.round(angle / (math.pi / 2)) * math.pi / 2, angle)
        c, s = np.cos(angle) * zoom, np.sin(angle) * zoom
        theta = np.stack([np.stack([c, -s, between(rng, -0.3, 0.3, n)], 1), np.stack([s, c, between(rng, -0.3, 0.3, n)], 1)], 1)
        grid = F.affine_grid(easel.t(theta), (n, 3, easel.canvas, easel.canvas), align_corners=False)
        scene = F.grid_sample(pool.pictures[pick].float(), grid, mode="bilinear", padding_mode="reflection", align_corners=False)
        scene = scene * easel.t(between(rng, 0.8, 1.2, n, 3))[..., None, None]
        mean = scene.mean((2, 3), keepdim=True)
        own_colour = chance(rng, 0.2, n) & (plan.count > 0)
        rim = np.where(chance(rng, 0.5, n, 1), chosen["side"], chosen["edge"])
        goal = easel.t(rim + rng.normal(0, 9, (n, 1)) + rng.normal(0, 3, (n, 3)))[..., None, None]
        contrast = easel.t(between(rng, 0.05, 0.7, n))[:, None, None, None]
        like = easel.t(own_colour)[:, None, None, None]
        scene = scene * (1 - like) + like * (goal + (scene - mean) * contrast)
        plain = plan.scan & chance(rng, 0.75, n)
        tone = np.where(chance(rng, 0.7, n), between(rng, 225, 255, n), between(rng, 0, 60, n))
        plain_t = easel.t(plain)[:, None, None, None]
        return scene * (1 - plain_t) + plain_t * easel.t(tone)[:, None, None, None]

    def tint_like_document(self, where, picks, chosen):
        """A few things are of the document's own colour: gain and shift for their pixels."""
        rng, n = self.easel.rng, len(where)
        like = chance(rng, 0.15, n)[:, None]
        edge = self.pools.pools["thing"].edge_colour[picks]
        shift = np.where(like, chosen["edge"] - edge + rng.normal(0, 6, (n, 3)), 0)
        gain = np.where(chance(rng, 0.5, n), between(rng, 0.75, 1.08, n), 1.0)
        return gain, shift

    def lay_decoys(self, scene, plan, thing):
        """Bank cards, forms, envelopes and letters just where a document would lie."""
        easel, rng, n = self.easel, self.easel.rng, len(plan.kind)
        picks = rng.integers(thing.count, size=(n, 2))
        cards = np.flatnonzero(np.abs(thing.facts[: thing.count, 1] - 85.6) < 1)
        length = thing.facts[: thing.count, 1]
        alike = np.flatnonzero((length >= LIKE_MM[0]) & (length < LIKE_MM[1]))
        kind = rng.choice(3, (n, 2), p=[0.25, 0.45, 0.3])
        for k, places in ((1, cards), (2, alike)):
            if len(places):
                picks = np.where(kind == k, places[rng.integers(len(places), size=picks.shape)], picks)
        lay(easel, scene, plan.decoy, thing, picks[:, 0], plan.documents[:, 0], plan)
        beside = (plan.decoy & chance(rng, 0.3, n)) | ((plan.count == 1) & (plan.kind == 0) & chance(rng, 0.17, n))
        lay(easel, scene, beside, thing, picks[:, 1], plan.documents[:, 1], plan)

    def lay_facing_pages(self, scene, plan, booklet, chosen):
        easel, rng, n = self.easel, self.easel.rng, len(plan.kind)
        tone = np.clip(chosen["edge"] * between(rng, 0.2, 0.9, n, 1) + between(rng, 20, 160, n, 1) + rng.normal(0, 8, (n, 3)), 0, 250)
        plain = easel.t(tone)[..., None, None]
        thing = self.pools.pools["thing"]
        printed = booklet & chance(rng, 0.35, n)
        picks = rng.integers(thing.count, size=n)
        lay(easel, scene, booklet & ~printed, thing, picks, plan.facing[:, 0], plan, rounded=0.3, plain=plain)
        lay(easel, scene, printed, thing, picks, plan.facing[:, 0], plan, rounded=0.3)

    def lay_documents(self, scene, plan, k, chosen, booklet):
        rng, n = self.easel.rng, len(plan.kind)
        gain = np.where(chance(rng, 0.5, n), between(rng, 0.75, 1.08, n), 1.0)
        tint = gain, np.zeros((n, 3))
        for pool, own in ((self.pools.pools["flat"], False), (self.pools.specimens, True)):
            where = (plan.count > k) & (chosen["own"][:, k] == own)
            # A scan and the lower page of a booklet throw no shadow.
            lit = where & (plan.scan | booklet)
            for part, shadow in ((where & ~lit, 0.6), (lit, 0.0)):
                lay(self.easel, scene, part, pool, chosen["pick"][:, k], plan.documents[:, k], plan, rounded=0.6, tint=tint, shadow=shadow, frame_share=0.07, hole=0.05, outline=0.08)
