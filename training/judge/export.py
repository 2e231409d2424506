"""Writes the trained judge as ONNX: one input of five planes, the last of which holds the logarithm of the aspect. `export.py IN.pt OUT.onnx`"""

import sys

import torch
from torch import nn

from network import CROP, OutlineJudge

OPSET = 13


class OneInput(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, planes):
        return self.net(planes[:, :4], planes[:, 4, :1, 0])


def export(weights, out):
    net = OutlineJudge()
    net.load_state_dict(torch.load(weights, map_location="cpu"))
    net.eval()
    torch.onnx.export(OneInput(net), torch.zeros(1, 5, CROP, CROP), out, input_names=["planes"], output_names=["verdicts"], dynamic_axes={"planes": {0: "outlines"}, "verdicts": {0: "outlines"}}, opset_version=OPSET, do_constant_folding=True)


if __name__ == "__main__":
    export(sys.argv[1], sys.argv[2])
