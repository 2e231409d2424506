"""Writes the trained network as ONNX: `export.py WEIGHTS.pt FILE`; input `picture`, output `log_probabilities`."""

import sys

import torch

from network import HEIGHT, PrintNetwork

OPSET = 13

if __name__ == "__main__":
    network = PrintNetwork()
    network.load_state_dict(torch.load(sys.argv[1], map_location="cpu"))
    network.eval()
    torch.onnx.export(
        network,
        torch.zeros(1, 1, HEIGHT, 320),
        sys.argv[2],
        input_names=["picture"],
        output_names=["log_probabilities"],
        opset_version=OPSET,
        dynamic_axes={"picture": {0: "lines", 3: "width"}, "log_probabilities": {0: "lines", 1: "columns"}},
    )
