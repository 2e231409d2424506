"""Makes small JPEGs of the gallery's pictures, for training elsewhere. `pack_flats.py OUT GALLERY [GALLERY ...]`"""

import glob
import os
import sys

import cv2

LONG_EDGE = 400
QUALITY = 82


def pack(out, galleries):
    os.makedirs(out, exist_ok=True)
    for number, gallery in enumerate(galleries):
        for path in sorted(glob.glob(f"{gallery}/*.png")):
            picture = cv2.imread(path)
            scale = LONG_EDGE / max(picture.shape[:2])
            small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            stem = os.path.basename(path)[: -len(".png")]
            cv2.imwrite(f"{out}/{number}-{stem}.jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])


if __name__ == "__main__":
    pack(sys.argv[1], sys.argv[2:])
