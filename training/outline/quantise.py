"""Writes the exported network with whole numbers where they suffice. `quantise.py IN.onnx OUT.onnx [FLATS]`"""

import sys
from pathlib import Path

from evaluate import BATCH, SEED, composer_of
from train import Validation

sys.path.append(str(Path(__file__).resolve().parents[1]))
from quantising import quantise

EXACT = ("/stem/", "/down1/", "/down2/", "/more2/")
CALIBRATION_SEED = 424243
CALIBRATION_BATCHES, VALIDATION_BATCHES = 3, 12


if __name__ == "__main__":
    flats = sys.argv[3] if len(sys.argv) > 3 else None
    composer = composer_of(flats, CALIBRATION_SEED)
    batches = [composer.batch(BATCH)[0] for _ in range(CALIBRATION_BATCHES)]
    quantise(sys.argv[1], sys.argv[2], EXACT, batches, Validation(composer_of(flats, SEED), VALIDATION_BATCHES, BATCH))
