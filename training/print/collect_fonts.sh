#!/bin/sh
# Puts the faces of faces.py into one folder: `collect_fonts.sh FOLDER`. Fetches the Debian packages that are not installed.
set -eu
folder="$1"
here="$(cd "$(dirname "$0")" && pwd)"
packages="fonts-dejavu-core fonts-dejavu-extra fonts-liberation fonts-ocr-b fonts-urw-base35 fonts-droid-fallback fonts-noto-mono
fonts-noto-core fonts-roboto-unhinted fonts-open-sans fonts-crosextra-carlito fonts-crosextra-caladea fonts-freefont-ttf
fonts-linuxlibertine fonts-lato fonts-b612 fonts-cantarell fonts-ebgaramond"
work="$(mktemp -d)"
mkdir -p "$folder"
cd "$work"
apt-get download $packages
for package in *.deb; do dpkg-deb -x "$package" unpacked; done
grep -oE '[A-Za-z0-9_-]+\.(ttf|otf)' "$here/faces.py" | sort -u | while read -r name; do
  find unpacked -name "$name" -exec cp {} "$folder/" \;
done
rm -r "$work"
