"""What all who compose photographs share: random numbers, the device, and the middles of pixels and cells."""

import numpy as np
import torch

# Photographs are composed this much larger than the network sees them.
OVERSAMPLING = 1.5


class Easel:
    """Sides in pixels: of the picture, of the canvas that it is composed on, and of the maps in cells."""

    def __init__(self, side, device, seed):
        self.side, self.device = side, device
        self.canvas, self.cells = int(side * OVERSAMPLING), side // 2
        self.rng = np.random.default_rng(seed)
        self.noise = torch.Generator(device=device).manual_seed(seed)
        at = torch.arange(self.canvas, device=device, dtype=torch.float32) + 0.5
        self.y, self.x = (v[None] for v in torch.meshgrid(at, at, indexing="ij"))
        cell = (torch.arange(self.cells, device=device, dtype=torch.float32) + 0.5) * (self.canvas / self.cells)
        self.cell_y, self.cell_x = (v[None] for v in torch.meshgrid(cell, cell, indexing="ij"))
        pixel = torch.arange(side, device=device, dtype=torch.float32) + 0.5
        self.pixel_y, self.pixel_x = (v[None] for v in torch.meshgrid(pixel, pixel, indexing="ij"))

    def t(self, values):
        return torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32)).to(self.device, non_blocking=True)

    def rows(self, which):
        return torch.from_numpy(np.flatnonzero(which)).to(self.device)

    def randn(self, *shape):
        return torch.randn(shape, generator=self.noise, device=self.device)
