"""A small U-Net: 256 x 256 RGB in, five maps of 128 x 128 out (document, covered, border, cos, sin)."""

import torch
from torch import nn

SIDE = 256
WIDTHS = (16, 24, 48, 80, 128)


def block(inputs, outputs, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Residual(nn.Module):
    """Begins as nothing at all, so that it can be put into a network that has learnt already."""

    def __init__(self, width):
        super().__init__()
        self.first = block(width, width)
        self.second = nn.Sequential(nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))
        nn.init.zeros_(self.second[1].weight)

    def forward(self, x):
        return torch.relu(x + self.second(self.first(x)))


class OutlineNet(nn.Module):
    def __init__(self, widths=WIDTHS):
        super().__init__()
        a, b, c, d, e = widths
        self.stem = block(3, a, 2)
        self.down1 = nn.Sequential(block(a, b, 2), block(b, b))
        self.down2 = nn.Sequential(block(b, c, 2), block(c, c))
        self.down3 = nn.Sequential(block(c, d, 2), block(d, d))
        self.down4 = nn.Sequential(block(d, e, 2), block(e, e), block(e, e))
        self.more2 = Residual(c)
        self.more3 = nn.Sequential(Residual(d), Residual(d))
        self.more4 = nn.Sequential(Residual(e), Residual(e))
        self.up3 = block(d + e, d)
        self.up2 = block(c + d, c)
        self.up1 = block(b + c, 24)
        self.after3 = Residual(d)
        self.after2 = Residual(c)
        # Four values a cell and map, laid out as 2 x 2 pixels: the last doubling costs nothing.
        self.head = nn.Conv2d(24, 20, 3, 1, 1)
        self.spread = nn.PixelShuffle(2)

    def forward(self, pixels):
        half = self.stem(pixels)
        quarter = self.down1(half)
        eighth = self.more2(self.down2(quarter))
        sixteenth = self.more3(self.down3(eighth))
        deep = self.more4(self.down4(sixteenth))
        x = self.after3(self.up3(torch.cat([grow(deep), sixteenth], 1)))
        x = self.after2(self.up2(torch.cat([grow(x), eighth], 1)))
        x = self.up1(torch.cat([grow(x), quarter], 1))
        return self.spread(self.head(x))


def grow(x):
    return nn.functional.interpolate(x, scale_factor=2.0, mode="nearest")
