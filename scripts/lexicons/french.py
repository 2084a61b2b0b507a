"""French word forms and their frequency: the spelling dictionary expanded, and wordfreq's list."""

import functools
import gzip
import re

from common import CACHE

SPELLING = CACHE / "deb/usr/share/hunspell"


def msgpack(data):
    """Decodes the part of MessagePack that wordfreq uses: arrays, strings, small maps, integers."""
    at = 0

    def take(n):
        nonlocal at
        at += n
        return data[at - n:at]

    def value():
        tag = take(1)[0]
        if tag < 0x80:
            return tag
        if tag < 0x90:
            return {value(): value() for _ in range(tag & 15)}
        if tag < 0xA0:
            return [value() for _ in range(tag & 15)]
        if tag < 0xC0:
            return take(tag & 31).decode()
        sizes = {0xD9: 1, 0xDA: 2, 0xDB: 4, 0xDC: 2, 0xDD: 4, 0xCC: 1, 0xCD: 2, 0xCE: 4}
        n = int.from_bytes(take(sizes[tag]), "big")
        if tag in (0xD9, 0xDA, 0xDB):
            return take(n).decode()
        return [value() for _ in range(n)] if tag in (0xDC, 0xDD) else n

    return value()


@functools.cache
def frequency():
    """French forms with their frequency as -log10 × 100 (smaller is more frequent)."""
    raw = gzip.decompress((CACHE / "src/wordfreq/data/large_fr.msgpack.gz").read_bytes())
    return {word: rank for rank, bucket in enumerate(msgpack(raw)) if rank for word in bucket}


class Affixes:
    """The affix file of a spelling dictionary: which forms a stem has."""

    def __init__(self, path):
        self.rules = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split()
            if len(cells) >= 5 and cells[0] == "SFX":
                _, flag, strip, add, condition = cells[:5]
                add, _, more = add.partition("/")
                self.rules.setdefault(flag, []).append(("" if strip == "0" else strip, "" if add == "0" else add, re.compile(condition + "$"), more))

    def expand(self, stem, flags, out, depth=0):
        out.add(stem)
        for flag in (flags[i:i + 2] for i in range(0, len(flags), 2)):
            for strip, add, condition, more in self.rules.get(flag, ()):
                if stem.endswith(strip) and condition.search(stem):
                    form = stem[: len(stem) - len(strip)] + add
                    if more and depth < 1:
                        self.expand(form, more, out, depth + 1)
                    else:
                        out.add(form)


@functools.cache
def dictionary():
    """The forms of the spelling dictionary: (those of lower-case stems, those of capitalised stems)."""
    folder = CACHE / "npm/node_modules/dictionary-fr"
    affixes = Affixes(folder / "index.aff")
    common, proper = set(), set()
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        stem, _, flags = line.split("\t")[0].strip().partition("/")
        affixes.expand(stem, flags, common if stem[:1].islower() else proper)
    return common, proper


def entries():
    """The lower-case stems of the dictionary that has parts of speech: stem, flags, parts."""
    for line in (SPELLING / "fr.dic").read_text(encoding="utf-8").splitlines()[1:]:
        entry, *tags = line.split()
        stem, _, flags = entry.partition("/")
        if stem[:1].islower():
            yield stem, flags, {tag[3:] for tag in tags if tag.startswith("po:")}


@functools.cache
def infinitives():
    """Infinitives that are no nouns: « couvrir », not « dîner »."""
    verbs, nouns = set(), set()
    for stem, _, parts in entries():
        if any(part.startswith("v") for part in parts):
            verbs.add(stem)
        if "nom" in parts:
            nouns.add(stem)
    return verbs - nouns


@functools.cache
def adjectives():
    """Lower-case forms that are adjectives and no verbs: (those that are nothing else, those that are nouns too)."""
    affixes = Affixes(SPELLING / "fr.aff")
    alone, nouns, others = set(), set(), set()
    for stem, flags, parts in entries():
        if "adj" in parts:
            affixes.expand(stem, flags.replace("()", ""), nouns if "nom" in parts else alone)
        elif any(part.startswith("v") for part in parts):
            affixes.expand(stem, flags.replace("()", ""), others)
    return alone - nouns - others, nouns - others


@functools.cache
def common_forms(limit=560):
    """Lower-case forms that are ordinary words: in the dictionary, and at least as frequent as 10^(-limit/100)."""
    freq = frequency()
    common, _ = dictionary()
    return {w for w in common if w.islower() and freq.get(w, 10**6) <= limit}
