"""Writes the trained network as ONNX. `export.py IN.pt OUT.onnx`"""

import sys

import torch

from network import ZoneNet

OPSET = 13
SIZE = 512


def export(weights, out):
    net = ZoneNet()
    net.load_state_dict(torch.load(weights, map_location="cpu"))
    net.eval()
    axes = {"pixels": {0: "views", 2: "height", 3: "width"}, "maps": {0: "views", 2: "rows", 3: "columns"}}
    torch.onnx.export(net, torch.zeros(1, 1, SIZE, SIZE), out, input_names=["pixels"], output_names=["maps"], dynamic_axes=axes, opset_version=OPSET, do_constant_folding=True)


if __name__ == "__main__":
    export(sys.argv[1], sys.argv[2])
