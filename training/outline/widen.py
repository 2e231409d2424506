"""Carries learnt weights over into a wider network that answers the same, so that more room does not cost what was learnt. `widen.py NARROW.pt WIDE.pt`"""

import sys

import torch

from network import OutlineNet, WIDTHS

NARROW = (12, 20, 32, 56, 80)


def parts_of_inputs(widths):
    """Channels that each convolution reads, in the order in which they are laid side by side."""
    a, b, c, d, e = widths
    joined = {"up3.0": (e, d), "up2.0": (d, c), "up1.0": (c, b)}
    return lambda name, inputs: joined.get(name, (inputs,))


def places(narrow, wide):
    """Where the channels of the narrow network lie in the wide one."""
    at, start = [], 0
    for few, many in zip(narrow, wide):
        at += range(start, start + few)
        start += many
    return torch.tensor(at)


def widen(old, net):
    """Old channels read old channels only; new ones begin at random and are read by nobody yet."""
    new = net.state_dict()
    few, many = parts_of_inputs(NARROW), parts_of_inputs(WIDTHS)
    for name, weight in old.items():
        if weight.dim() == 4:
            layer = name.removesuffix(".weight")
            outputs = len(weight)
            inputs = places(few(layer, weight.shape[1]), many(layer, new[name].shape[1]))
            new[name][:outputs] = 0
            new[name][:outputs, inputs] = weight
        elif weight.dim() == 1:
            new[name][: len(weight)] = weight
        else:
            new[name] = weight
    return new


if __name__ == "__main__":
    torch.manual_seed(2)
    narrow, wide = OutlineNet(NARROW).eval(), OutlineNet().eval()
    narrow.load_state_dict(torch.load(sys.argv[1]))
    wide.load_state_dict(widen(narrow.state_dict(), wide))
    pixels = torch.randn(2, 3, 192, 192)
    print("largest difference", float((narrow(pixels) - wide(pixels)).abs().max()))
    torch.save(wide.state_dict(), sys.argv[2])
