#!/bin/sh
# Rebuilds packages/engine/models/mrz-line.onnx from nothing. See README.md for what is needed.
# VISITS and DECAY_FROM choose the length of the training; the order of samples depends on nothing else.
set -eu
cd "$(dirname "$0")"
PYTHON="${PYTHON:-/usr/bin/python3}"
WORK="${WORK:-work}"
VISITS="${VISITS:-24}"
DECAY_FROM="${DECAY_FROM:-18}"
SHARDS=$((4 + (VISITS - 3) / 2))
export OMP_WAIT_POLICY=passive # threads that wait for one another give the core away

mkdir -p "$WORK"
"$PYTHON" make_shard.py "$WORK" 0 "$SHARDS"
"$PYTHON" train_network.py "$WORK" "$VISITS" --decay-from "$DECAY_FROM"
"$PYTHON" evaluate.py "$WORK"
"$PYTHON" export_onnx.py "$WORK" ../../packages/engine/models/mrz-line.onnx
sha256sum ../../packages/engine/models/mrz-line.onnx
