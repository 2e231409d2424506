"""What all who compose photographs share: random numbers, the device, and the middles of pixels and cells."""

import numpy as np
import torch

from network import STRIDE


class Easel:
    def __init__(self, size, device, seed):
        self.size, self.device = size, device
        self.rng = np.random.default_rng(seed)
        self.torch_rng = torch.Generator(device=self.device)
        self.torch_rng.manual_seed(seed)
        self.grid = self.points(size, 1)
        self.cells = self.points(size // STRIDE, STRIDE)

    def points(self, count, step):
        """count² × 2: the middles of pixels or cells, in pixels of the picture."""
        axis = (torch.arange(count, device=self.device, dtype=torch.float32) + 0.5) * step
        ys, xs = torch.meshgrid(axis, axis, indexing="ij")
        return torch.stack([xs, ys], -1).reshape(-1, 2)

    def uniform(self, low, high, *shape):
        return torch.rand(shape, generator=self.torch_rng, device=self.device) * (high - low) + low

    def chance(self, p, *shape):
        return torch.rand(shape, generator=self.torch_rng, device=self.device) < p

    def normal(self, *shape):
        return torch.randn(shape, generator=self.torch_rng, device=self.device)
