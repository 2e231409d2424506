#!/bin/sh
# Composes, trains and exports the judge of outlines; nothing at run time needs any of it.
# On a graphics processor: MINUTES=9 DEVICE=cuda. On two cores of a computer count on many hours.
# Needs torch, opencv, numpy and Pillow (python3-torch, python3-opencv and python3-pil of Debian 12), and fonts-dejavu, fonts-liberation and fonts-ocr-b.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$here/work}
cd "$root"
for seed in 1 500 1000 1500; do npx node specimens/src/documents/gallery.ts "$work/gallery-$seed" - - - "$seed"; done
cd "$here"
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1
"$python" ../outline/pack_flats.py "$work/flats" "$work"/gallery-*
if [ "${DEVICE:-cpu}" = cuda ]; then
  set -- --device cuda --workers 3 --drafters 3 --batch 768 --steps 6 --store 600000 --validation 12000 --pool 5000 --rate 1.5e-3
else
  set --
fi
"$python" train.py "$work/judge.pt" --minutes "${MINUTES:-60}" --flats "$work/flats" --resume outline-judge.pt "$@"
"$python" export.py "$work/judge.pt" "$root/packages/engine/models/outline-judge.onnx"
sha256sum "$root/packages/engine/models/outline-judge.onnx"
