"""Text, Markdown and the expected text of a PDF."""
import codecs
import textwrap
import unicodedata

from source import NOTE, bare

LATIN1 = {"’": "'", "“": '"', "”": '"', "œ": "oe", "Œ": "Oe", "€": "euros", "–": "-", "—": "-", "…": "...", "\u202f": "\u00a0"}
CODECS = {"utf8": ("utf-8", b""), "utf8-bom": ("utf-8", codecs.BOM_UTF8), "utf16le": ("utf-16-le", codecs.BOM_UTF16_LE),
          "utf16be": ("utf-16-be", codecs.BOM_UTF16_BE), "cp1252": ("cp1252", b""), "latin1": ("latin-1", b""),
          "markdown": ("utf-8", b"")}


def text(source, width=0):
    """The communiqué as plain text, wrapped at `width` columns if given."""
    fill = lambda s, indent="": textwrap.fill(
        s, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) if width else s
    out = []
    for b in source.blocks():
        if b.kind == "table":
            widths = [max(map(len, column)) for column in zip(*b.lines)]
            out.append("\n".join("   ".join(c.ljust(w) for c, w in zip(row, widths)).rstrip() for row in b.lines))
        elif b.kind == "items":
            out.append("\n".join(fill("- " + bare(l), "  ") for l in b.lines))
        else:
            out.append("\n".join(fill(bare(l)) for l in b.lines))
    return "\n\n".join(out) + "\n"


def markdown(source):
    out = []
    for chunk in source.body.strip().split("\n\n"):
        out.append("  \n".join(l[2:] for l in chunk.split("\n")) if chunk[:2] in ("^ ", "@ ") else chunk)
    return "\n\n".join(out) + "\n"


def encode(source, form, options):
    body = markdown(source) if form == "markdown" else text(source, int(options.get("wrap", 0)))
    if "nfd" in options:
        body = unicodedata.normalize("NFD", body)
    if "crlf" in options:
        body = body.replace("\n", "\r\n")
    if form == "latin1":
        body = "".join(LATIN1.get(c, c) for c in body)
    codec, mark = CODECS[form]
    return mark + body.encode(codec)


def expected(source, narrow):
    """What a reader would copy from the PDF: its text, a paragraph a line, and its footnotes."""
    lines, notes, count = [], [], 0
    for b in source.blocks(narrow):
        for line in b.lines:
            line = " ".join(line) if b.kind == "table" else line
            notes += NOTE.findall(line)

            def mark(_):
                nonlocal count
                count += 1
                return str(count)
            lines.append(bare(line, mark))
    return "\n\n".join(lines) + "\n", "".join(n + "\n" for n in notes)
