#!/bin/sh
# Rebuilds the sample archive (corpus/) and the expected texts of its PDFs (fixtures/pdf/) from sources/.
# Every run gives the same bytes with the same versions of the producers; another version may lay the pages out anew,
# and then the expected texts, which come from the sources, still hold.
#
#   scripts/corpus/build.sh             with what is installed; says at the end which files it could not make
#   scripts/corpus/build.sh --install   first install the producers (Debian packages as root, Python packages into a virtual environment)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
venv=${CORPUS_VENV:-$here/../../target/corpus-venv}
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-1764547200}"

if [ "${1:-}" = --install ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium libreoffice-writer-nogui groff qpdf poppler-utils \
        texlive-latex-base texlive-latex-recommended texlive-lang-french texlive-fonts-recommended texlive-luatex lmodern \
        fonts-liberation fonts-dejavu-core fonts-ebgaramond libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 python3-venv
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q weasyprint==70.0 typst==0.15.2 reportlab==5.1.0 img2pdf pillow
fi
python=$venv/bin/python
[ -x "$python" ] || python=python3
exec "$python" -B "$here/build.py" all
