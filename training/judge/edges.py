"""Where something that looks like an edge runs along a side of a document, and is none of it: a band printed on it, a shadow, a vein."""

import cv2
import numpy as np

# Where a side may be moved to, as a part of the document's extent across it; nearer than the first is still right.
NEAREST, FARTHEST, STEPS = 0.03, 0.45, 48
# Points along the side that are looked at; its ends are left out.
POINTS = 24
# As much of the side must show the edge, so strongly (grey values from one step to the next).
SHOWN_SHARE, STRONG = 0.7, 4.0


def moved_to_edge(rng, luma, quad):
    """The outline with one side moved to another edge, likelier to a strong one; null where none shows."""
    i = rng.integers(4)
    outward = rng.random() < 0.35
    a, b, c, d = (quad[(i + k) % 4].astype(np.float64) for k in range(4))
    # Along the neighbouring sides, inwards or out.
    way = -1.0 if outward else 1.0
    shares = np.linspace(NEAREST, FARTHEST, STEPS) * way
    along = np.linspace(0.06, 0.94, POINTS)
    start = a[None] + (d - a)[None] * shares[:, None]
    end = b[None] + (c - b)[None] * shares[:, None]
    points = start[:, None] + (end - start)[:, None] * along[None, :, None]
    values = cv2.remap(luma, points[..., 0].astype(np.float32), points[..., 1].astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
    steps = np.diff(values, axis=0)
    # An edge runs all along: the steps are of one sign and few are small.
    strength = np.abs(steps.mean(1)) * (np.abs(steps) > STRONG / 2).mean(1)
    strength[np.abs(steps.mean(1)) < STRONG * SHOWN_SHARE] = 0
    if strength.sum() <= 0:
        return None
    k = rng.choice(STEPS - 1, p=strength / strength.sum())
    share = (shares[k] + shares[k + 1]) / 2
    moved = quad.astype(np.float64).copy()
    moved[i] = a + (d - a) * share
    moved[(i + 1) % 4] = b + (c - b) * share
    return moved
