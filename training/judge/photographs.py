"""The photographs that outlines are judged in, composed by ../outline on the device, with all that lies in them."""

import os
import sys

import numpy as np
import torch

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "outline"))

from compose import Composer
from development import inside
from easel import OVERSAMPLING

# Side in pixels, photographs at once, and the bands of the document's long edge as a part of the frame's: what lies far away is seen as
# finely as the engine sees it.
NEAR = (256, 64, [[0.2, 0.5], [0.4, 0.95], [0.9, 1.2]], [0.45, 0.43, 0.12])
FAR = (640, 16, [[0.08, 0.16], [0.14, 0.36]], [0.45, 0.55])
# Of the batches; each of them holds a quarter as many photographs as one of near ones.
FAR_SHARE = 0.7


class Photographer:
    """Takes a batch of near or far photographs at a time."""

    def __init__(self, pools, device, seed):
        self.rng = np.random.default_rng(seed)
        self.composers = []
        for side, at_once, bands, parts in (NEAR, FAR):
            self.composers.append((at_once, Composer(pools, side, device, seed, shares(bands, parts))))

    def batch(self):
        """Pictures n x 3 x S x S, 0–255; 1 where the photograph is; and facts, corners in pixels of the pictures."""
        at_once, composer = self.composers[int(self.rng.random() < FAR_SHARE)]
        pictures, _, plan = composer.photographs(at_once)
        facts = {
            "frame": plan.frame.astype(np.float32),
            "count": plan.count,
            "documents": (plan.documents / OVERSAMPLING).astype(np.float32),
            "things": (plan.things / OVERSAMPLING).astype(np.float32),
            "things_shown": plan.things_shown,
            "facing": (plan.facing / OVERSAMPLING).astype(np.float32),
            "luma": pictures.mean(1).round().to(torch.uint8).cpu().numpy(),
        }
        return pictures, inside(composer.easel, plan), facts


def shares(bands, parts):
    def share_of_frame(rng, n, crop):
        low, high = np.array(bands)[rng.choice(len(bands), n, p=parts)].T
        return np.where(crop, rng.uniform(1.15, 2.2, n), low + (high - low) * rng.random(n))

    return share_of_frame
