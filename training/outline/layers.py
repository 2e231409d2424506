"""Lays flat pictures onto photographs: shape, shadow, holes, and the copy that is about as fine as what is seen of it."""

import numpy as np
import torch
from torch.nn import functional as F

from plan import between, chance, to_unit
from pools import ATLAS_WIDTH, LEVELS, TILE_HEIGHT, TILE_WIDTH

# ISO/IEC 7810: corners of 3.18 mm on a card 85.6 mm long.
CORNER = 0.037


def lay(easel, scene, where, pool, picks, quads, plan, rounded=0.5, tint=None, shadow=0.6, frame_share=0.0, plain=None, hole=0.0, outline=0.0):
    """Lays pictures of a pool onto the photographs named by `where` (numpy, bool), and gives their alpha and rows."""
    rng = easel.rng
    if not where.any():
        return None, None
    rows, quads, picks = easel.rows(where), quads[where], picks[where]
    m = len(picks)
    edges = np.linalg.norm(np.roll(quads, -1, 1) - quads, axis=2)
    width, height = (edges[:, 0] + edges[:, 2]) / 2, (edges[:, 1] + edges[:, 3]) / 2
    longest = np.maximum(width, height)
    radius = np.where(chance(rng, rounded, m), longest * CORNER, 0.01)
    u, v, valid = unit_maps(easel, quads, easel.x, easel.y)
    shape = easel.t(width), easel.t(height), easel.t(radius)
    alpha = alpha_of(easel, u, v, valid, *shape)
    picture = sample(easel, pool, picks, u, v, width, height, frame_share)
    if plain is not None:
        picture = plain[rows] + 0 * picture
        stripes = easel.t(between(rng, 8, 24, m))[:, None, None]
        ruled = easel.t(chance(rng, 0.5, m) * between(rng, 0.1, 0.35, m))[:, None, None]
        picture = picture * (1 - ruled * ((v * stripes) % 1 < 0.12) * (v > 0.1) * (u > 0.08) * (u < 0.92))[:, None]
    if tint is not None:
        gain, shift = tint
        picture = picture * easel.t(gain[where])[:, None, None, None] + easel.t(shift[where])[..., None, None]
    part = scene[rows]
    if shadow > 0:
        offset = rng.normal(0, 0.03, (m, 1, 2)) * longest[:, None, None]
        su, sv, svalid = unit_maps(easel, quads + offset, easel.x, easel.y)
        dark = alpha_of(easel, su, sv, svalid, *shape, soft=easel.t(np.maximum(0.7, between(rng, 0.004, 0.03, m) * longest)))
        strength = easel.t(chance(rng, shadow, m) * between(rng, 0.1, 0.6, m))
        part = part * (1 - dark * strength[:, None, None])[:, None]
    if hole > 0:
        alpha = alpha * (1 - holes(easel, u, v, width, height, hole))
    part = part * (1 - alpha[:, None]) + picture * alpha[:, None]
    if outline > 0:
        rim = alpha_of(easel, u, v, valid, *shape) * (1 - alpha_of(easel, u, v, valid, easel.t(width - 2), easel.t(height - 2), easel.t(radius)))
        rim = rim * easel.t(chance(rng, outline, m))[:, None, None]
        part = part * (1 - rim[:, None]) + easel.t(between(rng, 0, 255, m, 3))[..., None, None] * rim[:, None]
    scene[rows] = part
    return alpha, rows


def unit_maps(easel, quads, x, y):
    m = easel.t(to_unit(quads))[..., None, None]
    w = m[:, 2, 0] * x + m[:, 2, 1] * y + m[:, 2, 2]
    valid = w > 0.02
    w = torch.where(valid, w, torch.ones_like(w))
    return (m[:, 0, 0] * x + m[:, 0, 1] * y + m[:, 0, 2]) / w, (m[:, 1, 0] * x + m[:, 1, 1] * y + m[:, 1, 2]) / w, valid


def alpha_of(easel, u, v, valid, width, height, radius, soft=None):
    """Share of each pixel that a rounded rectangle of width x height pixels covers; `soft` widens the rim, for shadows."""
    width, height, radius = (t[:, None, None] for t in (width, height, radius))
    qx, qy = (u - 0.5).abs() * width - width / 2 + radius, (v - 0.5).abs() * height - height / 2 + radius
    outside = torch.sqrt(qx.clamp(min=0) ** 2 + qy.clamp(min=0) ** 2)
    distance = outside + torch.maximum(qx, qy).clamp(max=0) - radius
    if soft is not None:
        return torch.sigmoid(-distance / soft[:, None, None]) * valid
    return (0.5 - distance).clamp(0, 1) * valid


def sample(easel, pool, picks, u, v, width, height, frame_share):
    """The flat pictures as they are seen, from the copy that is about as fine as what is seen of it; white rims on a part of them."""
    rng, m = easel.rng, len(picks)
    if frame_share > 0:
        rim = np.where(chance(rng, frame_share, m), between(rng, 0.015, 0.12, m), 0)
        rim_t = easel.t(rim)[:, None, None]
        inner_u, inner_v = (u - rim_t) / (1 - 2 * rim_t), (v - rim_t) / (1 - 2 * rim_t)
        outside = ((inner_u < 0) | (inner_u > 1) | (inner_v < 0) | (inner_v > 1)) & (rim_t > 0)
    else:
        inner_u, inner_v, outside = u, v, None
    texels = np.maximum(TILE_WIDTH / np.maximum(width, 1), TILE_HEIGHT / np.maximum(height, 1))
    level = np.clip(np.floor(np.log2(np.maximum(texels, 1e-3)) + between(rng, 0.1, 0.7, m)), 0, len(LEVELS) - 1).astype(int)
    left, top, wide, high = (easel.t(column)[:, None, None] for column in np.array(LEVELS)[level].T)
    ax = left + (inner_u * wide).clamp(min=0.5).minimum(wide - 0.5)
    ay = top + (inner_v * high).clamp(min=0.5).minimum(high - 0.5)
    grid = torch.stack([ax * (2 / ATLAS_WIDTH) - 1, ay * (2 / TILE_HEIGHT) - 1], -1)
    tiles = pool.pictures[torch.from_numpy(picks).to(easel.device)].float()
    picture = F.grid_sample(tiles, grid, mode="bilinear", padding_mode="border", align_corners=False)
    if outside is None:
        return picture
    white = easel.t(between(rng, 215, 255, m))[:, None, None, None]
    return torch.where(outside[:, None], white, picture)


def holes(easel, u, v, width, height, share):
    """Punched holes and torn or clipped corners, through which the table is seen."""
    rng, m = easel.rng, len(width)
    cx, cy = between(rng, 0.05, 0.95, m), between(rng, 0.05, 0.95, m)
    corner = chance(rng, 0.4, m)
    cx, cy = np.where(corner, np.round(cx), cx), np.where(corner, np.round(cy), cy)
    radius = np.where(chance(rng, share, m), between(rng, 0.02, 0.06, m) * np.maximum(width, height), -2)
    dx = (u - easel.t(cx)[:, None, None]) * easel.t(width)[:, None, None]
    dy = (v - easel.t(cy)[:, None, None]) * easel.t(height)[:, None, None]
    return (easel.t(radius)[:, None, None] + 0.5 - torch.sqrt(dx * dx + dy * dy)).clamp(0, 1)
