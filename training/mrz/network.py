"""The line network: fully convolutional, one column of class scores for every four pixels of width."""

import torch
from torch import nn

from alphabet import CLASSES

WIDTHS = (16, 48, 112)  # channels at 16, 8 and 4 rows
CHANNELS = 160  # of a column, once its rows are one
CONTEXT = (5, 5)  # columns that each layer along the line looks at
GATE = 8  # a gate squeezes its channels by this factor
DEVIATION_FLOOR = 4.0  # keeps empty paper from being blown up to full contrast


def block(inputs, outputs, kernel, **options):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, bias=False, **options), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class Gate(nn.Module):
    """Weighs channels by their mean over the whole line (Hu et al. 2018): face, weight and blur are the same
    all along it. A mean has no order, so words cannot be learned from it."""

    def __init__(self, channels):
        super().__init__()
        self.weigh = nn.Sequential(
            nn.AdaptiveAvgPool2d(1),
            nn.Conv2d(channels, channels // GATE, 1),
            nn.ReLU(inplace=True),
            nn.Conv2d(channels // GATE, channels, 1),
            nn.Sigmoid(),
        )

    def forward(self, rows):
        return rows * self.weigh(rows)


class Residual(nn.Module):
    """Two convolutions beside the unchanged picture (He et al. 2016)."""

    def __init__(self, channels):
        super().__init__()
        self.body = nn.Sequential(
            block(channels, channels, 3, padding=1),
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
            Gate(channels),
        )

    def forward(self, rows):
        return torch.relu(rows + self.body(rows))


class Context(nn.Module):
    """Looks at neighbouring columns; residual, so that a column's own evidence passes unchanged."""

    def __init__(self, channels, reach):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels, channels, (1, reach), padding=(0, reach // 2), bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        )

    def forward(self, columns):
        return columns + self.body(columns)


class LineNetwork(nn.Module):
    """(n, 1, 32, 640) normalised grey → (n, 160, 38) log-probabilities."""

    def __init__(self, widths=WIDTHS, channels=CHANNELS, context=CONTEXT):
        super().__init__()
        fine, middle, coarse = widths
        self.strokes = nn.Sequential(
            block(1, fine, 5, stride=2, padding=2),
            Residual(fine),
            block(fine, middle, 3, stride=2, padding=1),
            Residual(middle),
            block(middle, coarse, 3, stride=(2, 1), padding=1),
            Residual(coarse),
            block(coarse, channels, (4, 3), padding=(0, 1)),
        )
        self.context = nn.Sequential(*(Context(channels, reach) for reach in context))
        self.classes = nn.Conv2d(channels, CLASSES, 1)

    def forward(self, pictures):
        columns = self.classes(self.context(self.strokes(pictures)))
        return columns.squeeze(2).permute(0, 2, 1).log_softmax(2)


def normalise(pictures):
    """Grey levels (n, 32, 640) → float (n, 1, 32, 640) of mean 0 and deviation 1, the same as the engine does."""
    grey = pictures.float()
    mean = grey.mean(dim=(1, 2), keepdim=True)
    deviation = grey.std(dim=(1, 2), keepdim=True, unbiased=False)
    return ((grey - mean) / (deviation + DEVIATION_FLOOR)).unsqueeze(1)
