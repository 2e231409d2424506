"""Crops that have been made, on the device: making one costs more than learning from it, so that each is shown a few times."""

import torch

from network import CROP, OUTPUTS


class CropStore:
    """The newest take the places of the oldest."""

    def __init__(self, most, device):
        self.most, self.count, self.next, self.device = most, 0, 0, device
        self.crops = torch.zeros((most, 4, CROP, CROP), dtype=torch.uint8, device=device)
        self.aspects = torch.zeros((most, 1), device=device)
        self.truth = torch.zeros((most, OUTPUTS), device=device)

    def add(self, crops, aspects, truth):
        """Crops of 0–255, and where the photograph is 0–1."""
        places = (self.next + torch.arange(len(crops), device=self.device)) % self.most
        levels = torch.tensor([1.0, 1.0, 1.0, 255.0], device=self.device)[None, :, None, None]
        self.crops[places] = (crops * levels).round().clamp(0, 255).to(torch.uint8)
        self.aspects[places], self.truth[places] = aspects.to(self.device), truth.to(self.device)
        self.next = int((self.next + len(crops)) % self.most)
        self.count = min(self.most, self.count + len(crops))

    def at(self, places):
        levels = torch.tensor([1.0, 1.0, 1.0, 1 / 255], device=self.device)[None, :, None, None]
        return self.crops[places].float() * levels, self.aspects[places], self.truth[places]

    def some(self, n):
        return self.at(torch.randint(self.count, (n,), device=self.device))
