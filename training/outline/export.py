"""Writes the trained network as ONNX. `export.py IN.pt OUT.onnx`"""

import sys

import torch

from network import SIDE, OutlineNet

OPSET = 13


def export(weights, out):
    net = OutlineNet()
    net.load_state_dict(torch.load(weights, map_location="cpu"))
    net.eval()
    # It learnt squares of 256 pixels; to look for what is far away the engine shows it the whole picture at once, larger than that.
    free = {"pixels": {0: "views", 2: "height", 3: "width"}, "maps": {0: "views", 2: "rows", 3: "columns"}}
    torch.onnx.export(net, torch.zeros(1, 3, SIDE, SIDE), out, input_names=["pixels"], output_names=["maps"], dynamic_axes=free, opset_version=OPSET, do_constant_folding=True)


if __name__ == "__main__":
    export(sys.argv[1], sys.argv[2])
