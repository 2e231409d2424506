"""Writes the exported network with whole numbers where they suffice. `quantise.py IN.onnx OUT.onnx`"""

import sys
from pathlib import Path

from evaluate import SEED, photographs
from train import judge

sys.path.append(str(Path(__file__).resolve().parents[1]))
from quantising import quantise

EXACT = ("/stem/", "/down1/")
CALIBRATION_SEED = 777_001
CALIBRATION_BATCHES, HELD_BATCHES = 6, 12


if __name__ == "__main__":
    held = photographs(SEED, HELD_BATCHES)
    batches = [pixels for pixels, _, _ in photographs(CALIBRATION_SEED, CALIBRATION_BATCHES)]
    quantise(sys.argv[1], sys.argv[2], EXACT, batches, lambda network: judge(network, held))
