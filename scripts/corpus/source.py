"""The source form of a communiqué: one light text from which every file of the archive is made.

A file opens with `key: value` lines (`output: FORM + OPTION + … | PATH`, several times if need be, `header:`, `footer:`,
in which %p is the page number and %n the number of pages), then a blank line, then blocks parted by blank lines:

    ^ letterhead, address or signature line     # title            - list item       @ contact line
    ~ line set at the right                     ## heading         | cell | cell |   anything else: a paragraph

Inline: **bold**, *italic*, ((a footnote)).
"""
import re
from dataclasses import dataclass, field

KINDS = [("## ", "heading"), ("# ", "title"), ("^ ", "head"), ("~ ", "right"), ("@ ", "contact"), ("- ", "items"), ("| ", "table")]
NOTE = re.compile(r"\(\((.+?)\)\)")
INLINE = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|\(\((.+?)\)\)")


@dataclass
class Block:
    kind: str
    lines: list   # of strings; of lists of cells for a table


@dataclass
class Source:
    name: str
    outputs: list = field(default_factory=list)   # (form, options, path)
    header: str = ""
    footer: str = ""
    body: str = ""

    def blocks(self, narrow=False):
        """The blocks; `narrow` puts the no-break spaces that French typography asks for."""
        body = no_break(self.body) if narrow else self.body
        return [block(chunk.split("\n")) for chunk in re.split(r"\n\s*\n", body.strip())]

    def title(self):
        return next(b.lines[0] for b in self.blocks() if b.kind == "title")


def read(path):
    source = Source(path.stem)
    top, source.body = path.read_text("utf8").split("\n\n", 1)
    for line in top.splitlines():
        key, value = line.split(": ", 1)
        if key == "output":
            form, target = value.split(" | ", 1)
            form, *options = form.split(" + ")
            source.outputs.append((form, dict((o.split("=") + [""])[:2] for o in options), target))
        else:
            setattr(source, key, value)
    return source


def block(lines):
    for sign, kind in KINDS:
        if lines[0].startswith(sign):
            if kind == "table":
                return Block(kind, [[c.strip() for c in l.strip("| ").split(" | ")] for l in lines])
            return Block(kind, [l[len(sign):] for l in lines])
    return Block("para", [" ".join(lines)])


def no_break(text):
    text = re.sub(r"« ", "«\u00a0", text)
    text = re.sub(r" (»|:)", "\u00a0\\1", text)
    text = re.sub(r" ([;!?])", "\u202f\\1", text)
    return re.sub(r"(?<=\d) (?=\d{3}\b|%|€|M€)", "\u202f", text)


def inline(text, plain, bold, italic, note):
    """`text` with each run passed through the function for its kind."""
    out, at = [], 0
    for m in INLINE.finditer(text):
        out.append(plain(text[at:m.start()]))
        if m[1]:
            out.append(bold(plain(m[1])))
        elif m[2]:
            out.append(italic(plain(m[2])))
        else:
            out.append(note(plain(m[3])))
        at = m.end()
    return "".join(out) + plain(text[at:])


def bare(text, note=lambda n: ""):
    same = lambda s: s
    return inline(text, same, same, same, note)
