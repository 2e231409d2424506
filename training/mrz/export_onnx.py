"""Writes trained weights as ONNX: `export_onnx.py WEIGHTS.pt FILE.onnx`; input `picture`, output `log_probabilities`."""

import sys

import torch

from network import LineNetwork

OPSET = 13

if __name__ == "__main__":
    network = LineNetwork()
    network.load_state_dict(torch.load(sys.argv[1], map_location="cpu"))
    network.eval()
    torch.onnx.export(
        network,
        torch.zeros(1, 1, 32, 640),
        sys.argv[2],
        input_names=["picture"],
        output_names=["log_probabilities"],
        opset_version=OPSET,
        dynamic_axes={"picture": {0: "lines"}, "log_probabilities": {0: "lines"}},
    )
