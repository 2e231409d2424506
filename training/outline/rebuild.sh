#!/bin/sh
# Draws, trains and exports the outline network. About 40 minutes on two idle cores; nothing at run time needs any of it.
# Needs python3-torch, python3-opencv and python3-pil of Debian 12, and fonts-dejavu, fonts-liberation and fonts-ocr-b.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$(mktemp -d)}
minutes=${MINUTES:-35}
cd "$root"
npx node specimens/src/documents/gallery.ts "$work/flats"
cd "$here"
/usr/bin/python3 train.py "$work/outline.pt" 192 "$minutes" - "$work/flats"
/usr/bin/python3 evaluate.py "$work/outline.pt"
/usr/bin/python3 export.py "$work/outline.pt" "$root/packages/engine/models/document-outline.onnx"
sha256sum "$root/packages/engine/models/document-outline.onnx"
