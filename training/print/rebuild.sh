#!/bin/sh
# Rebuilds packages/engine/models/print-line.onnx from nothing. See README.md for what is needed.
set -eu
cd "$(dirname "$0")"
PYTHON="${PYTHON:-/usr/bin/python3}"
WORK="${WORK:-work}"
MINUTES="${MINUTES:-600}" # on two processor cores; 8 on a large graphics card with 4 drawing workers
DEVICE="${DEVICE:-cpu}"
WORKERS="${WORKERS:-1}"
BATCH="${BATCH:-64}" # 512 on a graphics card
POOL="${POOL:-4000}" # 40000 there
export OMP_WAIT_POLICY=passive # threads that wait for one another give the core away

mkdir -p "$WORK"
if [ -z "${VIDIMUS_FONTS:-}" ]; then
  VIDIMUS_FONTS="$(pwd)/$WORK/fonts"
  export VIDIMUS_FONTS
  [ -d "$VIDIMUS_FONTS" ] || ./collect_fonts.sh "$VIDIMUS_FONTS"
fi
"$PYTHON" train.py "$WORK/print.pt" --minutes "$MINUTES" --workers "$WORKERS" --device "$DEVICE" --batch "$BATCH" --pool "$POOL" --work "$WORK"
"$PYTHON" evaluate.py "$WORK/print.pt"
"$PYTHON" export.py "$WORK/print.pt" ../../packages/engine/models/print-line.onnx
sha256sum ../../packages/engine/models/print-line.onnx
