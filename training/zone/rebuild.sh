#!/bin/sh
# Draws, trains, exports and quantises the zone network: minutes on a GPU with four free cores, a night without; nothing at run time needs any of it.
# Needs Python 3 with torch, onnx, opencv, numpy and Pillow, and fonts-dejavu, fonts-liberation and fonts-ocr-b of Debian.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$(mktemp -d)}
python=${PYTHON:-/usr/bin/python3}
cd "$here"
"$python" train.py "$work/zone.pt" --minutes "${MINUTES:-9}" --workers "${WORKERS:-4}"
"$python" evaluate.py "$work/zone.pt"
"$python" export.py "$work/zone.pt" "$work/zone.onnx"
"$python" quantise.py "$work/zone.onnx" "$root/packages/engine/models/mrz-zone.onnx"
sha256sum "$root/packages/engine/models/mrz-zone.onnx"
