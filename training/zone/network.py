"""A small U-Net: a grey picture of any size in, eight maps at a quarter of it out (see `MAPS`)."""

import torch
from torch import nn

# block, core, start and end are logits; the direction is that in which the line is read.
MAPS = ("block", "core", "start", "end", "cosine", "sine", "log_height", "offset")
# `log_height` is the natural logarithm of the capitals' height over this many pixels of the picture.
HEIGHT_UNIT = 8.0
# `offset`, from the cell across to the middle of its line and positive downwards as the line is read, is in these pixels.
OFFSET_UNIT = 4.0
STRIDE = 4
WIDTHS = (16, 28, 48, 80, 128)
TOP = 28


def block(inputs, outputs, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class ZoneNet(nn.Module):
    def __init__(self, widths=WIDTHS):
        super().__init__()
        a, b, c, d, e = widths
        self.stem = block(1, a, 2)
        self.down1 = nn.Sequential(block(a, b, 2), block(b, b))
        self.down2 = nn.Sequential(block(b, c, 2), block(c, c), block(c, c))
        self.down3 = nn.Sequential(block(c, d, 2), block(d, d), block(d, d))
        self.down4 = nn.Sequential(block(d, e, 2), block(e, e), block(e, e))
        self.up3 = block(d + e, d)
        self.up2 = block(c + d, c)
        self.up1 = block(b + c, TOP)
        self.head = nn.Conv2d(TOP, len(MAPS), 3, 1, 1)

    def forward(self, pixels):
        quarter = self.down1(self.stem(pixels))
        eighth = self.down2(quarter)
        sixteenth = self.down3(eighth)
        deep = self.down4(sixteenth)
        x = self.up3(torch.cat([grow(deep), sixteenth], 1))
        x = self.up2(torch.cat([grow(x), eighth], 1))
        x = self.up1(torch.cat([grow(x), quarter], 1))
        return self.head(x)


def grow(x):
    return nn.functional.interpolate(x, scale_factor=2.0, mode="nearest")
