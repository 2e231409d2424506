"""Composes the photographs that the judge is trained on, with all that lies in them: composing costs more than judging.

`compose_photographs.py OUT.npz --flats DIR [--near N] [--far N] [--seed N]`; DIR holds flats of `specimens/` (../outline/pack_flats.py)."""

import argparse
import os
import sys

import cv2
import numpy as np
import torch

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "outline"))

from compose import Composer
from easel import OVERSAMPLING
from plan import KINDS, Plan
from pools import Pools

# Side in pixels, photographs at once, and the bands of the document's long edge as a part of the frame's: what lies far away is seen as
# finely as the engine sees it.
NEAR = (256, 16, [[0.2, 0.5], [0.4, 0.95], [0.9, 1.2]], [0.45, 0.43, 0.12])
FAR = (640, 8, [[0.06, 0.12], [0.1, 0.25]], [0.5, 0.5])


def compose(options):
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    pools = Pools(options.seed, 1, {"flat": 3000, "table": 2500, "thing": 3000})
    device = torch.device("cpu")
    pools.load_specimens(options.flats, device)
    pools.fill(device, options.fill, 400)
    for name, count, (side, at_once, *bands) in (("near", options.near, NEAR), ("far", options.far, FAR)):
        Plan.share_of_frame = staticmethod(lambda rng, n, crop, bands=bands: shares(rng, n, crop, *bands))
        composer = Composer(pools, side, device, options.seed)
        parts = []
        while sum(len(part["kind"]) for part in parts) < count:
            pools.collect(device)
            pictures, _, plan = composer.photographs(at_once)
            parts.append(facts_of(pictures, plan))
            print(name, len(parts) * at_once, {kind: pool.count for kind, pool in pools.pools.items()}, flush=True)
        np.savez(options.out.replace(".npz", f"-{name}.npz"), **{key: np.concatenate([part[key] for part in parts]) for key in parts[0]})
    pools.stop()


def shares(rng, n, crop, bands, parts):
    low, high = np.array(bands)[rng.choice(len(bands), n, p=parts)].T
    return np.where(crop, rng.uniform(1.15, 2.2, n), low + (high - low) * rng.random(n))


def facts_of(pictures, plan):
    """Corners in pixels of the pictures."""
    return {
        "pictures": pictures.numpy().round().astype(np.uint8),
        "frame": plan.frame.astype(np.float32),
        "kind": plan.kind,
        "count": plan.count,
        "documents": (plan.documents / OVERSAMPLING).astype(np.float32),
        "things": (plan.things / OVERSAMPLING).astype(np.float32),
        "things_shown": plan.things_shown,
        "facing": (plan.facing / OVERSAMPLING).astype(np.float32),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--flats", required=True)
    parser.add_argument("--near", type=int, default=1600)
    parser.add_argument("--far", type=int, default=240)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fill", type=float, default=60)
    compose(parser.parse_args())
