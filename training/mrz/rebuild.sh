#!/bin/sh
# Rebuilds packages/engine/models/mrz-line.onnx from nothing. See README.md for what is needed.
# MINUTES and WORKERS choose how long is trained and how many processes draw; DEVICE is cuda or cpu, by itself the GPU if there is one.
set -eu
cd "$(dirname "$0")"
PYTHON="${PYTHON:-/usr/bin/python3}"
WORK="${WORK:-work}"
MINUTES="${MINUTES:-9}"
WORKERS="${WORKERS:-4}"
export OMP_WAIT_POLICY=passive # threads that wait for one another give the core away

mkdir -p "$WORK"
"$PYTHON" -m unittest test_geometry
if [ -n "${DEVICE:-}" ]; then set -- --device "$DEVICE" "$@"; fi
"$PYTHON" train.py "$WORK/mrz-line.pt" --minutes "$MINUTES" --workers "$WORKERS" "$@"
"$PYTHON" evaluate.py "$WORK/mrz-line.pt"
"$PYTHON" export_onnx.py "$WORK/mrz-line.pt" ../../packages/engine/models/mrz-line.onnx
sha256sum ../../packages/engine/models/mrz-line.onnx
