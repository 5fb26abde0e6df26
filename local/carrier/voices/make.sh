#!/bin/sh
# Makes the recordings beside this script from lines.json: 8 kHz µ-law WAV, spoken by espeak-ng. Needs espeak-ng, sox, node.
set -eu
cd "$(dirname "$0")"
node -e '
  const voices = JSON.parse(require("fs").readFileSync("lines.json", "utf8"));
  for (const [name, { voice, speed, lines }] of Object.entries(voices))
    lines.forEach((line, i) => console.log([name + "-" + (i + 1), voice, speed, line].join("\t")));
' | while IFS="$(printf '\t')" read -r file voice speed line; do
  espeak-ng -v "$voice" -s "$speed" -w "/tmp/$file.wav" "$line"
  sox -q "/tmp/$file.wav" -r 8000 -c 1 -e mu-law "$file.wav" norm -9
  rm "/tmp/$file.wav"
done
