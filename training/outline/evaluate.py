"""Loss, overlap and false alarms on photographs from seeds that training never saw. `evaluate.py IN.pt [BATCHES [FLATS]]`"""

import sys

import torch

from compose import Composer
from network import SIDE, OutlineNet
from pools import Pools
from train import Validation

SEED = 424242
BATCH = 32
POOL = 250


def composer_of(flats, seed):
    """Composes photographs on the processor, from pools that this seed drew."""
    pools = Pools(seed, 2, {"flat": POOL, "table": POOL, "thing": POOL})
    if flats:
        pools.load_specimens(flats, "cpu")
    pools.fill("cpu", 40, POOL)
    pools.stop()
    return Composer(pools, SIDE, torch.device("cpu"), seed)


def evaluate(weights, batches, flats):
    net = OutlineNet()
    net.load_state_dict(torch.load(weights, map_location="cpu"))
    print(Validation(composer_of(flats, SEED), batches, BATCH)(net.eval()))


if __name__ == "__main__":
    evaluate(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 12, sys.argv[3] if len(sys.argv) > 3 else None)
