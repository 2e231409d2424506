"""Outlines to be judged, right ones and all kinds of wrong ones, and the truth about each."""

import numpy as np

from crops import at_unit, from_unit, mean_sides
from edges import moved_to_edge

# Parts of the outline's diagonal: a corner nearer than the first is right, one farther than the second is wrong, in between it is less right.
RIGHT_WITHIN, WRONG_FROM = 0.018, 0.045
# The same for a side, measured from its ends to the true side's line.
SIDE_WITHIN, SIDE_WRONG_FROM = 0.016, 0.04
# Points of the outline that are asked whether they lie on a document.
GRID = 12
# What is drawn: right or nearly, a side elsewhere, on an edge that shows, at the picture's end, or on an edge of something else, a thing that is
# no document, anything at all, two documents as one, a part of one.
KINDS = ["right", "near", "side", "edge", "end", "mixed", "thing", "any", "two", "part"]
SHARES = [0.3, 0.1, 0.1, 0.13, 0.06, 0.09, 0.09, 0.06, 0.03, 0.04]
# A side of something else runs along a document's where the cosine between them is this much.
ALONG = 0.94
UNIT = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)


def candidates(rng, photos, per_photo):
    """Outlines in pixels, m x 4 x 2, and the number of each one's photograph."""
    quads, photo_of = [], []
    for i in range(len(photos["count"])):
        for _ in range(per_photo):
            quad = candidate(rng, photos, i)
            if quad is not None and is_sound(quad):
                quads.append(np.roll(quad, rng.integers(4), 0))
                photo_of.append(i)
    return np.array(quads), np.array(photo_of)


def candidate(rng, photos, i):
    count = photos["count"][i]
    shown = np.flatnonzero(photos["things_shown"][i])
    kind = rng.choice(KINDS, p=SHARES)
    if count == 0 and kind != "thing":
        kind = "decoy" if rng.random() < 0.5 else "any"
    if kind == "thing" and len(shown) == 0:
        kind = "any"
    if kind == "two" and count < 2:
        kind = "side"
    if kind == "thing":
        return jittered(rng, photos["things"][i, rng.choice(shown)], 0.006)
    if kind == "decoy":
        return jittered(rng, photos["documents"][i, 0], 0.006)
    if kind == "any":
        return anywhere(rng, photos, i)
    own = photos["documents"][i, rng.integers(count)]
    if kind == "right":
        return jittered(rng, own, 0.004 * rng.random() * 1.5)
    if kind == "near":
        return jittered(rng, own, rng.uniform(0.008, 0.06))
    if kind == "two":
        return around(photos["documents"][i, :2].reshape(-1, 2), own)
    if kind == "edge":
        quad = moved_to_edge(rng, photos["luma"][i], own)
        if quad is not None:
            return jittered(rng, quad, 0.003)
        kind = "side"
    matrix = from_unit(own[None])
    if kind in ("end", "mixed"):
        quad = with_side_elsewhere(rng, photos, i, own, kind)
        return jittered(rng, own if quad is None else quad, 0.003)
    if kind == "part":
        size = rng.uniform(0.3, 0.8, 2)
        low = rng.uniform(0, 1 - size)
        corners = low + UNIT * size
    else:
        # One or two sides lie too far in or out, or lean.
        corners = UNIT.copy()
        for side in rng.choice(4, rng.integers(1, 3), replace=False):
            far = rng.choice([-1, 1]) * np.exp(rng.uniform(np.log(0.02), np.log(0.45)))
            lean = rng.choice([0, 0, 1]) * rng.uniform(-1, 1) * abs(far)
            axis, sign = (1, -1) if side == 0 else (0, 1) if side == 1 else (1, 1) if side == 2 else (0, -1)
            corners[side, axis] += sign * (far + lean)
            corners[(side + 1) % 4, axis] += sign * (far - lean)
    quad = at_unit(matrix, corners[:, 0], corners[:, 1])[0]
    return jittered(rng, quad, 0.003)


def with_side_elsewhere(rng, photos, i, own, kind):
    """One side of the document replaced by the picture's end, or by an edge of something else that runs along it; null where there is none."""
    side = rng.integers(4)
    p, q = own[side], own[(side + 1) % 4]
    if kind == "end":
        width, height, left, top = photos["frame"][i]
        corners = np.array([[left, top], [left + width, top], [left + width, top + height], [left, top + height]])
        lines = [(corners[k], corners[(k + 1) % 4]) for k in range(4)]
        lines = [line for line in lines if cosine(line, (p, q)) > 0.8]
    else:
        others = [photos["things"][i, k] for k in np.flatnonzero(photos["things_shown"][i])] + [photos["documents"][i, k] for k in range(photos["count"][i])] + [photos["facing"][i, 0]]
        lines = [(o[k], o[(k + 1) % 4]) for o in others for k in range(4)]
        lines = [line for line in lines if abs(cosine(line, (p, q))) > ALONG and 0.005 < apart(line, p, q, own) < 0.6]
    if not lines:
        return None
    a, b = lines[rng.integers(len(lines))]
    before, after = (own[(side + 3) % 4], p), (q, own[(side + 2) % 4])
    quad = own.astype(np.float64).copy()
    for place, (c, d) in ((side, before), ((side + 1) % 4, after)):
        matrix = np.stack([b - a, c - d], 1).astype(np.float64)
        if abs(np.linalg.det(matrix)) < 1e-6:
            return None
        quad[place] = a + (b - a) * np.linalg.solve(matrix, c - a)[0]
    return quad


def cosine(line, other):
    d, e = line[1] - line[0], other[1] - other[0]
    return float(d @ e / (np.linalg.norm(d) * np.linalg.norm(e) + 1e-9))


def apart(line, p, q, own):
    """How far a line runs from the middle of p and q, as a part of the document's diagonal."""
    d = line[1] - line[0]
    middle = (p + q) / 2 - line[0]
    return abs(d[0] * middle[1] - d[1] * middle[0]) / (np.linalg.norm(d) + 1e-9) / np.linalg.norm(own[0] - own[2])


def jittered(rng, quad, share):
    diagonal = np.linalg.norm(quad[0] - quad[2])
    return quad + rng.normal(0, share * diagonal, (4, 2))


def anywhere(rng, photos, i):
    """A rectangle of a document's proportions, seen from above or almost, of the table or whatever is there."""
    width, height = photos["frame"][i, :2]
    long_edge = np.exp(rng.uniform(np.log(0.06), np.log(0.9))) * max(width, height)
    short_edge = long_edge / rng.uniform(1.3, 1.7)
    turn = rng.uniform(0, 2 * np.pi)
    c, s = np.cos(turn), np.sin(turn)
    corners = (UNIT - 0.5) * [long_edge, short_edge] @ np.array([[c, s], [-s, c]])
    centre = photos["frame"][i, 2:] + rng.uniform(0, 1, 2) * [width, height]
    return jittered(rng, corners + centre, 0.02)


def around(points, like):
    """The rectangle around all points that lies as `like` does."""
    along = like[1] - like[0]
    along = along / (np.linalg.norm(along) + 1e-9)
    axes = np.stack([along, [-along[1], along[0]]])
    seen = points @ axes.T
    low, high = seen.min(0), seen.max(0)
    return (low + UNIT * (high - low)) @ axes


def is_sound(quad):
    """Convex, clockwise, of some size."""
    a, b = np.roll(quad, -1, 0) - quad, np.roll(quad, -2, 0) - np.roll(quad, -1, 0)
    turns = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    across, down = mean_sides(quad[None])
    return bool((turns > 0).all() and min(across[0], down[0]) > 6 and np.isfinite(quad).all())


def truth_of(quads, photo_of, documents, counts):
    """For each outline what the judge should say, m x 6: right, place, four sides. `documents` n x k x 4 x 2."""
    m = len(quads)
    truth = np.zeros((m, 6), np.float32)
    at = (np.arange(GRID) + 0.5) / GRID
    u, v = (a.ravel() for a in np.meshgrid(at, at))
    points = at_unit(from_unit(quads), u, v)
    diagonal = (np.linalg.norm(quads[:, 0] - quads[:, 2], axis=1) + np.linalg.norm(quads[:, 1] - quads[:, 3], axis=1)) / 2
    for k in range(documents.shape[1]):
        there = counts[photo_of] > k
        true = documents[photo_of, k]
        on = inside(points, true).mean(1)
        truth[:, 1] = np.where(there, np.maximum(truth[:, 1], fall(1 - on, 0.3, 0.6)), truth[:, 1])
        for turn in range(4):
            turned = np.roll(true, -turn, 1)
            farthest = np.linalg.norm(quads - turned, axis=2).max(1) / diagonal
            truth[:, 0] = np.where(there, np.maximum(truth[:, 0], fall(farthest, RIGHT_WITHIN, WRONG_FROM)), truth[:, 0])
        # A side is right where any side of a document runs the same way along it, over its whole length.
        for i in range(4):
            a, b = quads[:, i], quads[:, (i + 1) % 4]
            for j in range(4):
                p, q = true[:, j], true[:, (j + 1) % 4]
                off = np.maximum(off_line(a, p, q), off_line(b, p, q)) / diagonal
                way = ((b - a) * (q - p)).sum(1)
                reach = np.maximum(np.abs(along(a, p, q) - 0), np.abs(along(b, p, q) - 1))
                right = fall(off, SIDE_WITHIN, SIDE_WRONG_FROM) * (way > 0) * fall(reach, 0.25, 0.5)
                truth[:, 2 + i] = np.where(there, np.maximum(truth[:, 2 + i], right), truth[:, 2 + i])
    return truth


def fall(value, from_one, to_zero):
    return np.clip((to_zero - value) / (to_zero - from_one), 0, 1)


def off_line(point, p, q):
    d = q - p
    return np.abs((point[:, 0] - p[:, 0]) * d[:, 1] - (point[:, 1] - p[:, 1]) * d[:, 0]) / (np.linalg.norm(d, axis=1) + 1e-9)


def along(point, p, q):
    d = q - p
    return ((point - p) * d).sum(1) / ((d * d).sum(1) + 1e-9)


def inside(points, quads):
    within = np.ones(points.shape[:2], bool)
    for i in range(4):
        a, d = quads[:, i, None], (quads[:, (i + 1) % 4] - quads[:, i])[:, None]
        within &= d[..., 0] * (points[..., 1] - a[..., 1]) - d[..., 1] * (points[..., 0] - a[..., 0]) > 0
    return within
