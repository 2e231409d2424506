"""A small network that judges one outline: 4 x 80 x 80 in (RGB and where the photograph is), six logits out."""

import torch
from torch import nn

# Pixels of a crop's side; the outline takes the middle of it, less the margin on every side.
CROP, MARGIN = 80, 12
# What the logits say: the outline is a document's, its middle is a document's, and for each of its four sides: an edge of the document runs there.
RIGHT, PLACE, SIDES = 0, 1, slice(2, 6)
OUTPUTS = 6
WIDTHS = (12, 24, 40, 64)
HIDDEN = 64


def block(inputs, outputs, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.first = block(width, width)
        self.second = nn.Sequential(nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))
        nn.init.zeros_(self.second[1].weight)

    def forward(self, x):
        return torch.relu(x + self.second(self.first(x)))


class OutlineJudge(nn.Module):
    def __init__(self, widths=WIDTHS):
        super().__init__()
        a, b, c, d = widths
        self.look = nn.Sequential(block(4, a, 2), block(a, b, 2), block(b, c, 2), Residual(c), block(c, d, 2), Residual(d))
        self.first = nn.Linear(d * (CROP // 16) ** 2 + 1, HIDDEN)
        self.drop = nn.Dropout(0.1)
        self.last = nn.Linear(HIDDEN, OUTPUTS)

    def forward(self, crops, aspects):
        """`aspects`: natural logarithm of width over height of each outline, n x 1."""
        seen = self.look(crops).flatten(1)
        return self.last(self.drop(torch.relu(self.first(torch.cat([seen, aspects], 1)))))
