#!/bin/sh
# sh encode.sh DIR: every wav of DIR (made by `node make-sounds.mjs DIR`) as ogg (vorbis) and m4a (aac) in the folder above this one.
set -e
to=$(cd "$(dirname "$0")/.." && pwd)
for wav in "$1"/*.wav; do
  name=$(basename "$wav" .wav)
  ffmpeg -loglevel error -y -i "$wav" -map_metadata -1 -c:a libvorbis -q:a 3 "$to/$name.ogg"
  ffmpeg -loglevel error -y -i "$wav" -map_metadata -1 -c:a aac -b:a 96k "$to/$name.m4a"
done
