"""Colours of things that are no documents."""

import numpy as np


def colour(rng, low=0, high=255):
    """Three numbers between `low` and `high`; a third of them grey or nearly so."""
    if rng.random() < 0.35:
        return np.full(3, rng.uniform(low, high)) + rng.uniform(-8, 8, 3)
    return rng.uniform(low, high, 3)
