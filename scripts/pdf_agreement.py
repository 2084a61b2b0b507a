#!/usr/bin/env python3
"""pdf_agreement.py PDF_DIR EXTRACTED_DIR [--worst N]

Compares the bag of words of each extracted text with that of poppler's
pdftotext, over the files in which pdftotext finds at least ten words.
Prints the mean F1 and the files that agree least. Where pdftotext itself
gives no text but glyph codes (letters of many scripts mixed, or no vowel to
speak of), there is nothing to compare: such files are listed and left out.
"""
import collections
import pathlib
import re
import subprocess
import sys
import unicodedata


def bag(text):
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return collections.Counter(re.findall(r"\w+", text.lower()))


def legible(text):
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 10:
        return True
    scripts = collections.Counter(unicodedata.name(c, "?").split()[0] for c in letters)
    plain = [c for c in letters if c.isascii()]
    vowels = sum(c in "aeiouyAEIOUY" for c in plain)
    accented = sum("LATIN" in unicodedata.name(c, "") for c in letters if not c.isascii())
    return (
        scripts.most_common(1)[0][1] >= 0.8 * len(letters)
        and (len(plain) < 20 or vowels >= 0.2 * len(plain))
        and accented <= 0.35 * len(letters)
    )


def f1(a, b):
    common = sum((a & b).values())
    return 2 * common / max(1, sum(a.values()) + sum(b.values()))


def main():
    pdfs, texts = map(pathlib.Path, sys.argv[1:3])
    worst = int(sys.argv[sys.argv.index("--worst") + 1]) if "--worst" in sys.argv else 20
    scores = []
    for pdf in sorted(pdfs.glob("*.pdf")):
        try:
            run = subprocess.run(
                ["pdftotext", "-q", str(pdf), "-"], capture_output=True, timeout=20
            )
        except subprocess.TimeoutExpired:
            continue
        reference = bag(run.stdout.decode("utf8", "replace"))
        if run.returncode or sum(reference.values()) < 10:
            continue
        if not legible(run.stdout.decode("utf8", "replace")):
            print(f"not legible to pdftotext: {pdf.stem}")
            continue
        ours = texts / (pdf.stem + ".txt")
        text = ours.read_text("utf8", "replace") if ours.exists() else ""
        scores.append((f1(reference, bag(text)), pdf.stem, sum(reference.values())))
    scores.sort()
    for score, name, words in scores[:worst]:
        print(f"{score:6.3f} {words:6} {name}")
    mean = sum(s for s, _, _ in scores) / max(1, len(scores))
    print(f"mean F1 {mean:.4f} over {len(scores)} files")


if __name__ == "__main__":
    main()
