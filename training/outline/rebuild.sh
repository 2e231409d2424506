#!/bin/sh
# Draws, trains, exports and quantises the outline network; nothing at run time needs any of it.
# On a graphics processor: MINUTES=9 DEVICE=cuda WORKERS=6. On two cores of a computer count on many hours.
# Needs torch, onnx, opencv, numpy and Pillow (python3-torch, python3-onnx, python3-opencv and python3-pil of Debian 12), and fonts-dejavu, fonts-liberation and fonts-ocr-b.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$here/work}
cd "$root"
for seed in 1 500 1000 1500; do npx node specimens/src/documents/gallery.ts "$work/gallery-$seed" - - - "$seed"; done
cd "$here"
python=${PYTHON:-/usr/bin/python3}
"$python" pack_flats.py "$work/flats" "$work"/gallery-*
"$python" train.py "$work/outline.pt" --minutes "${MINUTES:-480}" --workers "${WORKERS:-1}" --device "${DEVICE:-cpu}" --work "$work" --resume document-outline.pt
"$python" evaluate.py "$work/outline.pt" 12 "$work/flats"
"$python" export.py "$work/outline.pt" "$work/outline.onnx"
"$python" quantise.py "$work/outline.onnx" "$root/packages/engine/models/document-outline.onnx" "$work/flats"
sha256sum "$root/packages/engine/models/document-outline.onnx"
