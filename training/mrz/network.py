"""The line network: fully convolutional, one column of class scores for every four pixels of width."""

import torch
from torch import nn

from alphabet import CLASSES

CHANNELS = 128


def block(inputs, outputs, kernel, **options):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, bias=False, **options), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class Context(nn.Module):
    """Looks at neighbouring columns; residual, so that a column's own evidence passes unchanged."""

    def __init__(self, channels, dilation):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv1d(channels, channels, 5, padding=2 * dilation, dilation=dilation, bias=False),
            nn.BatchNorm1d(channels),
            nn.ReLU(inplace=True),
        )

    def forward(self, columns):
        return columns + self.body(columns)


class LineNetwork(nn.Module):
    """(n, 1, 32, 640) normalised grey → (n, 160, 38) log-probabilities."""

    def __init__(self):
        super().__init__()
        self.strokes = nn.Sequential(
            block(1, 16, 5, stride=2, padding=2),
            block(16, 24, 3, padding=1),
            nn.MaxPool2d(2),
            block(24, 48, 3, padding=1),
            nn.MaxPool2d((2, 1)),
            block(48, 96, 3, padding=1),
            nn.MaxPool2d((2, 1)),
            block(96, CHANNELS, (2, 3), padding=(0, 1)),
        )
        self.context = nn.Sequential(Context(CHANNELS, 1), Context(CHANNELS, 1), Context(CHANNELS, 2))
        self.classes = nn.Conv1d(CHANNELS, CLASSES, 1)

    def forward(self, pictures):
        columns = self.strokes(pictures).squeeze(2)
        return self.classes(self.context(columns)).permute(0, 2, 1).log_softmax(2)


def normalise(pictures):
    """uint8 (n, 32, 640) → float (n, 1, 32, 640) of mean 0 and deviation 1, the same as the engine does."""
    grey = pictures.float()
    mean = grey.mean(dim=(1, 2), keepdim=True)
    deviation = grey.std(dim=(1, 2), keepdim=True, unbiased=False)
    return ((grey - mean) / (deviation + DEVIATION_FLOOR)).unsqueeze(1)


DEVIATION_FLOOR = 4.0  # keeps empty paper from being blown up to full contrast
