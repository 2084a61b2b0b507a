"""What every lexicon script shares: where the packages are, where the lexicons go, how one is written."""

import os
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEXICONS = ROOT / "rules" / "lexicons"
CACHE = Path(
    os.environ.get("GREFFIER_LEXICON_CACHE")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "greffier-lexicons"
)
OWN = "written for this project"
OWN_LICENCE = "MIT OR Apache-2.0"


def clean(text):
    """One cell: NFC, straight apostrophes, single spaces."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    return " ".join(text.split())


def fold(text):
    """Lower case without accents, for comparisons."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("œ", "oe").replace("æ", "ae")


def write(name, script, about, columns, rows, source=OWN, licence=OWN_LICENCE, case="any"):
    """Writes rules/lexicons/NAME.tsv: header, then the rows, sorted, each whole line once."""
    width = len(columns.split())
    lines = set()
    for row in rows:
        cells = [clean(str(cell)) for cell in row]
        cells += [""] * (width - len(cells))
        assert len(cells) == width, (name, row)
        assert cells[0], (name, row)
        lines.add("\t".join(cells).rstrip("\t") if width == 1 else "\t".join(cells))
    header = [
        f"# about: {about}",
        f"# source: {source}",
        f"# licence: {licence}",
        f"# script: scripts/lexicons/{script}",
        f"# case: {case}",
        "# columns: " + "\t".join(columns.split()),
    ]
    LEXICONS.mkdir(parents=True, exist_ok=True)
    path = LEXICONS / f"{name}.tsv"
    path.write_text("\n".join(header + sorted(lines)) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}\t{len(lines)}")


def forms_of(name):
    """The forms of a lexicon that is there already; none where it is not."""
    path = LEXICONS / f"{name}.tsv"
    if not path.exists():
        return set()
    return {line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}


def table(text):
    """A hand-written table: one row a line, cells separated by « | », `#` lines and blank lines left out."""
    for line in text.strip().splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def words(text):
    """A hand-written list: entries separated by commas or line ends."""
    for line in text.strip().splitlines():
        if not line.strip().startswith("#"):
            for word in line.split(","):
                if word.strip():
                    yield word.strip()


def plural_word(word):
    """The regular French plural of one word."""
    if word.endswith(("s", "x", "z")):
        return word
    if word in ("bail", "travail", "vitrail", "corail"):
        return word[:-2] + "ux"
    if word.endswith("al") and word not in ("bal", "naval", "festival", "récital", "carnaval", "final"):
        return word[:-2] + "aux"
    if word == "naval":
        return "navals"
    if word.endswith(("au", "eu")):
        return word + "x"
    return word + "s"


STOP = {"de", "d", "du", "des", "à", "au", "aux", "en", "sur", "près", "auprès", "par", "pour", "sans", "et", "ès", "hors", "chargé", "chargée"}
PREFIXES = {"vice", "ex", "sous", "contre", "co", "pro", "auto", "non", "demi", "euro", "sapeur-"}


def plural(phrase):
    """The plural of a head noun phrase: every word up to the first preposition."""
    out, stopped = [], False
    for index, word in enumerate(phrase.split(" ")):
        bare = word.split("'")[0] if "'" in word else word
        if index and (word in STOP or bare in ("d", "l")):
            stopped = True
        if stopped:
            out.append(word)
            continue
        parts = word.split("-")
        if parts[0] in PREFIXES or len(parts) == 1:
            out.append("-".join(parts[:-1] + [plural_word(parts[-1])]))
        elif parts[1] in ("en", "de", "d'œuvre", "à", "d'école"):
            out.append("-".join([plural_word(parts[0])] + parts[1:]))
        else:
            out.append("-".join(plural_word(p) for p in parts))
    return " ".join(out)
