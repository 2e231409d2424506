"""What lies over documents: things, clear sleeves, fingers and hands."""

import math

import numpy as np
import torch
from torch.nn import functional as F

from layers import lay, unit_maps
from plan import between, chance

SKINS = np.array([[238, 202, 182], [226, 178, 150], [206, 150, 118], [182, 126, 92], [150, 98, 68], [112, 72, 50], [80, 52, 38], [58, 40, 32]], np.float64)
MOST_FINGERS = 5
MOST_STREAKS = 6


def lay_over(easel, scene, cover, plan, thing):
    """A thing that lies over a part of the document."""
    rng, n = easel.rng, len(plan.kind)
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
    alpha, rows = lay(easel, scene, where, thing, picks, quads, plan)
    if rows is not None:
        cover[rows] = torch.maximum(cover[rows], alpha)


def sleeves(easel, scene, plan):
    """A clear sleeve around the document, hazy, and the lamp's streaks on it."""
    rng, n = easel.rng, len(plan.kind)
    where = (plan.count > 0) & (plan.kind != 1) & chance(rng, 0.13, n)
    if not where.any():
        return
    rows, quad, size = easel.rows(where), plan.documents[where, 0], plan.scale[where]
    m = len(size)
    middle = quad.mean(1, keepdims=True)
    around = (quad - middle) * between(rng, 1.02, 1.35, m, 1, 1) + middle
    u, v, valid = unit_maps(easel, around, easel.x, easel.y)
    sheet = ((u > 0) & (u < 1) & (v > 0) & (v < 1) & valid).float()
    added = sheet * easel.t(between(rng, 0, 24, m))[:, None, None]
    angle = between(rng, 0, math.pi, m)
    fewest = rng.integers(1, MOST_STREAKS + 1, m)
    thick = between(rng, 0.004, 0.05, m)
    for k in range(MOST_STREAKS):
        turn = angle + rng.normal(0, 0.2, m)
        half = np.stack([np.cos(turn), np.sin(turn)], 1) * (size * between(rng, 0.12, 0.6, m))[:, None]
        centre = middle[:, 0] + rng.normal(0, 0.25, (m, 2)) * size[:, None]
        # Now and then a streak lies along a side of the document, and looks like it.
        side, beside = rng.integers(4, size=m), chance(rng, 0.25, m)[:, None]
        a, b = quad[np.arange(m), side], quad[np.arange(m), (side + 1) % 4]
        half = np.where(beside, (b - a) * between(rng, 0.2, 0.6, m, 1), half)
        centre = np.where(beside, (a + b) / 2 + (middle[:, 0] - (a + b) / 2) * rng.normal(0.03, 0.08, (m, 1)), centre)
        distance, along = capsule(easel, centre - half, centre + half)
        wave = torch.sin(along * easel.t(between(rng, 4, 30, m))[:, None, None] + easel.t(between(rng, 0, 6, m))[:, None, None])
        breadth = easel.t(np.maximum(0.8, thick * between(rng, 0.4, 1.4, m) * size))[:, None, None] * (0.7 + 0.6 * wave).clamp(min=0.1)
        strength = easel.t((k < fewest) * between(rng, 120, 300, m))[:, None, None]
        added = torch.maximum(added, strength * torch.exp(-((distance / breadth) ** 2)))
    scene[rows] = scene[rows] + added[:, None]


def fingers(easel, scene, cover, plan):
    """Fingers from the document's edge inwards, from outside the frame, or a hand that holds it; now and then other things so shaped."""
    rng, n = easel.rng, len(plan.kind)
    where = (plan.kind != 1) & chance(rng, 0.34, n)
    if not where.any():
        return
    rows, quad = easel.rows(where), plan.documents[where, 0]
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
    inner = torch.full((m, easel.canvas, easel.canvas), 1e4, device=easel.device)
    nails = torch.zeros_like(inner)
    length = np.linalg.norm(b - a, axis=1) + 1
    # Some lie along the edge.
    lean = np.where(chance(rng, 0.12, m), rng.choice([-1, 1], m) * between(rng, 1.2, 1.7, m), rng.normal(0, 0.3, m))
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
        distance, along = capsule(easel, start, tip)
        # Fingers grow thicker towards the hand.
        reach = easel.t(np.linalg.norm(tip - start, axis=1) / np.maximum(thick, 1))[:, None, None]
        radius = easel.t(thick / 2)[:, None, None] * (1 + 0.12 * ((1 - along) * reach).clamp(max=3))
        inner = torch.minimum(inner, distance - radius)
        nail_at = tip - inward * thick[:, None] * 0.12
        close, _ = capsule(easel, nail_at - inward * thick[:, None] * 0.1, nail_at + inward * thick[:, None] * 0.1)
        nails = torch.maximum(nails, (easel.t(thick * 0.27)[:, None, None] - close + 0.5).clamp(0, 1) * easel.t((k < count) * (chance(rng, 0.6, m) & ~other))[:, None, None])
    palm = (chance(rng, 0.35, m) & ~other)
    middle_root = a + (b - a) * start_at[:, None]
    outward = (middle_root - middle) / (np.linalg.norm(middle_root - middle, axis=1, keepdims=True) + 1e-6)
    centre = np.where(palm[:, None], middle_root + outward * (size * between(rng, 0.5, 0.8, m))[:, None], -5e3)
    spread, _ = capsule(easel, centre, centre + outward * size[:, None])
    inner = torch.minimum(inner, spread - easel.t(size * between(rng, 0.25, 0.5, m))[:, None, None])
    mask = (0.5 - inner).clamp(0, 1)
    relief = (-inner / easel.t(thick / 2)[:, None, None]).clamp(0, 1)
    shade = torch.sigmoid(-(inner - 1) / easel.t(np.maximum(1, thick * 0.12))[:, None, None]) * easel.t(chance(rng, 0.6, m) * between(rng, 0.1, 0.55, m))[:, None, None]
    flat = easel.t(between(rng, 0.6, 0.9, m))[:, None, None]
    grain = F.interpolate(easel.randn(m, 1, easel.canvas // 6, easel.canvas // 6), size=(easel.canvas, easel.canvas), mode="bilinear", align_corners=False)[:, 0]
    body = flat + (1.08 - flat) * relief + grain * 0.025 + nails * easel.t(between(rng, -0.05, 0.2, m))[:, None, None]
    body = easel.t(ink)[..., None, None] * body[:, None]
    part = scene[rows] * (1 - shade[:, None])
    scene[rows] = part * (1 - mask[:, None]) + body * mask[:, None]
    cover[rows] = torch.maximum(cover[rows], mask)


def capsule(easel, a, b):
    """Distance of each pixel of the canvas from the segment a–b, and how far along it lies, 0–1."""
    ax, ay, bx, by = (easel.t(v)[:, None, None] for v in (a[:, 0], a[:, 1], b[:, 0], b[:, 1]))
    dx, dy = bx - ax, by - ay
    along = (((easel.x - ax) * dx + (easel.y - ay) * dy) / (dx * dx + dy * dy + 1e-6)).clamp(0, 1)
    return torch.sqrt((easel.x - ax - along * dx) ** 2 + (easel.y - ay - along * dy) ** 2 + 1e-6), along
