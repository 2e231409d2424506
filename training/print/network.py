"""The print network: fully convolutional, one column of class scores for every two pixels of width."""

import torch
from torch import nn

from alphabet import CLASSES

HEIGHT, STEP = 32, 2  # rows of input, and pixels of width an output column stands for
WIDTH_STEP = 8  # the width of the input is a multiple of this
CHANNELS = 192


def block(inputs, outputs, kernel, **options):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, bias=False, **options), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class Context(nn.Module):
    """Looks at neighbouring columns; residual, so that a column's own evidence passes unchanged."""

    def __init__(self, channels, dilation):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv1d(channels, channels, 3, padding=dilation, dilation=dilation, bias=False),
            nn.BatchNorm1d(channels),
            nn.ReLU(inplace=True),
        )

    def forward(self, columns):
        return columns + self.body(columns)


class PrintNetwork(nn.Module):
    """(n, 1, 32, w) normalised grey → (n, w / 2, CLASSES) log-probabilities."""

    def __init__(self):
        super().__init__()
        self.strokes = nn.Sequential(
            block(1, 24, 5, stride=2, padding=2),
            block(24, 40, 3, padding=1),
            nn.MaxPool2d(2),
            block(40, 64, 3, padding=1),
            block(64, 64, 3, padding=1),
            nn.MaxPool2d((2, 1)),
            block(64, 128, 3, padding=1),
            nn.MaxPool2d((2, 1)),
            block(128, CHANNELS, (2, 3), padding=(0, 1)),
        )
        # About six letters to either side: enough to tell a script by its word, too few to learn words.
        self.context = nn.Sequential(*(Context(CHANNELS, dilation) for dilation in (1, 2, 4, 8)))
        # Features of four pixels say two columns: a thin letter twice in a row has room for the blank between.
        self.classes = nn.Conv1d(CHANNELS, 2 * CLASSES, 1)

    def forward(self, pictures):
        columns = self.context(self.strokes(pictures).squeeze(2))
        scores = self.classes(columns).permute(0, 2, 1)
        return scores.reshape(scores.shape[0], -1, CLASSES).float().log_softmax(2)
