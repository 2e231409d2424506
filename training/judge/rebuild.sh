#!/bin/sh
# Composes, trains and exports the judge of outlines; nothing at run time needs any of it. Meant for two cores of a computer.
# Needs torch, opencv, numpy and Pillow (python3-torch, python3-opencv and python3-pil of Debian 12), and fonts-dejavu, fonts-liberation and fonts-ocr-b.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$here/work}
cd "$root"
npx node specimens/src/documents/gallery.ts "$work/gallery-1"
npx node specimens/src/documents/gallery.ts "$work/gallery-2" - - - 500
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1
"$python" "$here/../outline/pack_flats.py" "$work/flats" "$work/gallery-1" "$work/gallery-2"
for seed in 1 2; do
  "$python" "$here/compose_photographs.py" "$work/set$seed.npz" --flats "$work/flats" --seed "$seed" &
done
wait
"$python" "$here/train.py" "$work/judge.pt" --minutes "${MINUTES:-60}" --threads 1 --photographs "$work"/set?-near.npz "$work"/set?-far.npz
"$python" "$here/export.py" "$work/judge.pt" "$root/packages/engine/models/outline-judge.onnx"
sha256sum "$root/packages/engine/models/outline-judge.onnx"
