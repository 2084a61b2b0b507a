"""Checks every lexicon: header, order, NFC, duplicates, number of cells, allowed values. Exit code 1 if anything is wrong."""

import sys
import unicodedata

from common import LEXICONS

HEADER = ["about", "source", "licence", "script", "case", "columns"]
# A short list that is kept by hand has no script and an order of its own; one that only code reads is marked `looked-up`.
OPTIONAL = {"script", "looked-up"}
ALLOWED = {
    "gender": {"m", "f", "u", ""},
    "number": {"s", "p", "u", ""} | {str(n) for n in range(1, 13)},
    "ambiguous": {"y", ""},
    "vague": {"y", ""},
    "main": {"y", ""},
    "generic": {"y", ""},
    "glued": {"y", ""},
}
STATUS = {"signed", "adopted", "in_force", "planned", "negotiating", "renewed", "ended", "mentioned"}
AGREEMENT_KINDS = {"agreement", "memorandum", "convention", "protocol", "treaty", "declaration", "letter_of_intent", "contract", "partnership", "charter", "pact",
                   "ceasefire", "arrangement", "roadmap", "amendment", "exchange_of_letters"}
TENSES = {"past", "present", "imperfect", "future", "conditional", "infinitive", "participle", "gerund", "subjunctive"}


def problems(path):
    text = path.read_text(encoding="utf-8")
    if "\r" in text:
        yield 0, "carriage return"
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield 0, "must end with one line end"
    if unicodedata.normalize("NFC", text) != text:
        yield 0, "not NFC"
    lines = text.splitlines()
    header = [line for line in lines if line.startswith("#")]
    keys = [line[1:].split(":", 1)[0].strip() for line in header]
    needed = [key for key in HEADER if key in keys or key not in OPTIONAL]
    if [key for key in keys if key != "looked-up"] != needed:
        yield 1, f"header keys are {keys}"
        return
    columns = header[-1].split(":", 1)[1].strip().split("\t")
    if columns[0] != "form":
        yield len(header), "the first column must be form"
    entries = lines[len(header):]
    previous = None
    for at, line in enumerate(entries, len(header) + 1):
        if not line or line.startswith("#"):
            yield at, "blank or comment line among entries"
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            yield at, f"{len(cells)} cells for {len(columns)} columns: {line!r}"
            continue
        if any(cell != cell.strip() or "  " in cell for cell in cells) or not cells[0]:
            yield at, f"stray space or empty form: {line!r}"
        if any(c in line for c in "\u2019\u00a0\u202f\u00ad"):
            yield at, f"curly apostrophe or special space: {line!r}"
        if previous is not None and line <= previous and "script" in keys:
            yield at, "duplicate" if line == previous else f"not sorted: {line!r}"
        previous = line
        for name, value in zip(columns, cells):
            allowed = ALLOWED.get(name)
            if name == "status":
                allowed = STATUS
            elif name == "tense":
                allowed = TENSES
            elif name == "kind" and path.stem == "agreement-noun":
                allowed = AGREEMENT_KINDS
            if allowed is not None and value not in allowed:
                yield at, f"{name} is {value!r}"
            # Countries have two letters, currencies three.
            if name == "iso" and value and not (len(value) in (2, 3) and value.isascii() and value.isupper()):
                yield at, f"iso is {value!r}"
            if name in ("lat", "lon") and value and not -180 <= float(value) <= 180:
                yield at, f"{name} is {value!r}"


def main():
    found, total, size = 0, 0, 0
    for path in sorted(LEXICONS.glob("*.tsv")):
        for at, message in problems(path):
            print(f"{path.name}:{at}: {message}")
            found += 1
        total += sum(1 for line in path.open(encoding="utf-8") if not line.startswith("#"))
        size += path.stat().st_size
    print(f"{len(list(LEXICONS.glob('*.tsv')))} lexicons, {total} entries, {size / 1e6:.2f} MB, {found} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
