"""Builds the sample archive from `sources/`: see build.sh, which installs what this needs.

    build.py all            everything
    build.py text           only what needs no producer: texts, Markdown, HTML, Word

Where a producer is not installed or fails, its files stay as they were, all others are made, and the end says which
are missing. Exit code 1 unless everything was made.
"""
import functools
import gzip
import importlib
import io
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

import office
import plain
import source as sources
import typeset
import web

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CORPUS, EXPECTED = ROOT / "corpus", ROOT / "fixtures" / "pdf"
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "1764547200"))   # 1 December 2025
STAMP = "20251201000000"
TEXT_FORMS = {"html", "docx", *plain.CODECS}
UNREADABLE = {"encrypted", "scan"}
# What each form needs: commands, and after them modules of Python.
NEEDS = {
    "libreoffice-odt": ("soffice",), "libreoffice-docx": ("soffice",), "chromium": ("chromium",), "groff": ("groff", "gropdf"),
    "pdflatex": ("pdflatex",), "lualatex": ("lualatex",), "weasyprint": ("import weasyprint",), "typst": ("import typst",),
    "reportlab": ("import reportlab",), "scan": ("pdftoppm", "import typst", "import img2pdf", "import PIL"),
    "encrypted": ("qpdf", "import weasyprint"),
}


class Missing(Exception):
    """A file cannot be made here; the message says why."""


@functools.cache
def lacks(need):
    """Whether a command or a module is not there (or does not load, for want of a library of the system)."""
    if not need.startswith("import "):
        return shutil.which(need) is None
    try:
        importlib.import_module(need.split()[1])
    except (ImportError, OSError):
        return True
    return False


def run(*command, cwd):
    env = dict(os.environ, SOURCE_DATE_EPOCH=str(EPOCH), FORCE_SOURCE_DATE="1", TZ="UTC", LC_ALL="C.UTF-8")
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, timeout=300)
    if done.returncode:
        raise Missing(f"{' '.join(command)} failed\n{done.stdout.decode(errors='replace')[-2000:]}{done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout


def steady(pdf):
    """The same file whenever it is made: dates and identifiers replaced by others of the same length."""
    same = lambda m: m[1] + (m[2][:0] + (STAMP * 2).encode())[:len(m[2])]
    pdf = re.sub(rb"(/(?:CreationDate|ModDate)\s*\(D:)(\d+)", same, pdf)
    pdf = re.sub(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)", rb"\g<1>2025-12-01T00:00:00", pdf)
    zeros = lambda m: re.sub(rb"<[0-9A-Fa-f]+>", lambda x: b"<" + b"0" * (len(x[0]) - 2) + b">", m[0])
    pdf = re.sub(rb"/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]", zeros, pdf)
    return re.sub(rb"(/DocChecksum\s*/)([0-9A-F]{32})", lambda m: m[1] + b"0" * 32, pdf)


def typst_pdf(text, folder):
    import typst
    (folder / "c.typ").write_text(text, "utf8")
    typst.compile(str(folder / "c.typ"), output=str(folder / "c.pdf"), ignore_system_fonts=True, timestamp=EPOCH)


def weasy_pdf(text, folder):
    import weasyprint
    weasyprint.HTML(string=text, base_url=str(folder)).write_pdf(str(folder / "c.pdf"))


def scan_pdf(folder):
    """The page as a scanner gives it: an image, slightly turned, with some dust."""
    import img2pdf
    from PIL import Image
    run("pdftoppm", "-r", "110", "-gray", "-singlefile", "c.pdf", "page", cwd=folder)
    image = Image.open(folder / "page.pgm").rotate(0.6, fillcolor=255, resample=Image.BICUBIC)
    dust, pixels = random.Random(1979), image.load()
    for _ in range(900):
        pixels[dust.randrange(image.width), dust.randrange(image.height)] = dust.randrange(90, 200)
    image.save(folder / "page.jpg", quality=38)
    (folder / "c.pdf").write_bytes(img2pdf.convert(str(folder / "page.jpg"), nodate=True))


def pdf(src, form, options):
    wanting = [need.removeprefix("import ") for need in NEEDS[form] if lacks(need)]
    if wanting:
        raise Missing(f"{' and '.join(wanting)} not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if form.startswith("libreoffice"):
            kind = form.split("-")[1]
            file = folder / ("c.fodt" if kind == "odt" else "c.docx")
            file.write_bytes(office.odt(src, options).encode() if kind == "odt" else office.docx(src, options))
            run("soffice", f"-env:UserInstallation=file://{tempfile.gettempdir()}/corpus-soffice", "--headless", "--convert-to", "pdf", file.name, cwd=folder)
        elif form == "chromium":
            (folder / "c.html").write_text(web.page(src, form, options), "utf8")
            run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                "--no-pdf-header-footer", "--print-to-pdf=c.pdf", "c.html", cwd=folder)
        elif form == "weasyprint":
            weasy_pdf(web.page(src, form, options), folder)
        elif form in ("pdflatex", "lualatex"):
            (folder / "c.tex").write_text(typeset.latex(src, form, options), "utf8")
            for _ in range(2):   # the second time the page count is known
                run(form, "-interaction=nonstopmode", "-halt-on-error", "c.tex", cwd=folder)
        elif form == "typst":
            typst_pdf(typeset.typst(src, options), folder)
        elif form == "groff":
            (folder / "c.ms").write_text(typeset.groff(src, options), "utf8")
            drawn = run("groff", "-Kutf8", "-ms", "-mfr", "-Tpdf", "-dpaper=a4", "-P-pa4", "c.ms", cwd=folder)
            (folder / "c.pdf").write_bytes(drawn)
        elif form == "reportlab":
            import canvas
            (folder / "c.pdf").write_bytes(canvas.draw(src, options))
        elif form == "scan":
            typst_pdf(typeset.typst(src, options), folder)
            scan_pdf(folder)
        elif form == "encrypted":
            weasy_pdf(web.page(src, "weasyprint", options), folder)
            (folder / "c.pdf").rename(folder / "open.pdf")
            run("qpdf", "--static-id", "--static-aes-iv", "--allow-weak-crypto", "--encrypt", "greffier", "greffier", "128", "--use-aes=y", "--",
                "open.pdf", "c.pdf", cwd=folder)
            return (folder / "c.pdf").read_bytes()
        return steady((folder / "c.pdf").read_bytes())


def content(src, form, options):
    if form == "docx":
        return office.docx(src, options)
    if form == "html":
        return web.site(src).encode()
    return plain.encode(src, form, options) if form in TEXT_FORMS else pdf(src, form, options)


def expect(src, form, options, path, index, write):
    """Writes the expected text of a PDF beside its running lines, and names both in the index."""
    name = re.sub(r"[^a-z0-9]+", "-", f"{form.split('-')[0]}-{src.name}")
    if form.startswith("libreoffice-docx"):
        name += "-docx"
    text, notes = plain.expected(src, "nbsp" in options)
    contacts = ""
    if "sidebar" in options:   # the sidebar stands beside the text: its place in the order is free
        side = "\n".join(l for b in src.blocks() if b.kind == "contact" for l in b.lines)
        for line in side.splitlines():
            text = text.replace("\n\n" + line + "\n", "\n", 1)
        contacts = side + "\n"
    running = [s for s in (src.header, src.footer) if s]
    pages = [r.replace("%p", str(p)).replace("%n", str(n)) for r in running for n in (1, 2, 3) for p in range(1, n + 1)]
    write(EXPECTED / f"{name}.txt", text.encode())
    for kind, lines in (("furniture", "".join(f"{l}\n" for l in dict.fromkeys(pages))), ("float", notes + contacts)):
        if lines:
            write(EXPECTED / f"{name}.{kind}.txt", lines.encode())
    index.append(f"{name}\t{form.split('-')[0]}\t{path}")


def archive(name, members):
    data = io.BytesIO()
    if name.endswith(".zip"):
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as z:
            for path, blob in sorted(members.items()):
                z.writestr(zipfile.ZipInfo(path, (2025, 12, 1, 0, 0, 0)), blob, zipfile.ZIP_DEFLATED)
        return data.getvalue()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.PAX_FORMAT) as t:
        for path, blob in sorted(members.items()):
            entry = tarfile.TarInfo(path)
            entry.size, entry.mtime = len(blob), EPOCH
            t.addfile(entry, io.BytesIO(blob))
    return gzip.compress(data.getvalue(), mtime=0)


def is_made(path):
    """Whether a file under `fixtures/pdf` is one that this script writes: its name starts with the form and a hyphen."""
    return path.name == "index.tsv" or path.suffix == ".txt" and path.name.split("-")[0] in {f.split("-")[0] for f in NEEDS}


def sweep(kept):
    """Takes away what an earlier run wrote and this one no longer does."""
    for folder, mine in ((CORPUS, lambda path: True), (EXPECTED, is_made)):
        for old in sorted(folder.rglob("*"), reverse=True):
            if old.is_dir():
                if not any(old.iterdir()):
                    old.rmdir()
            elif mine(old) and old not in kept:
                old.unlink()


def main(what):
    archives, index, missing, kept = {}, [], [], set()

    def write(path, data):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        kept.add(path)

    for src in map(sources.read, sorted((HERE / "sources").glob("*.txt"))):
        for form, options, path in src.outputs:
            if what == "text" and (form not in TEXT_FORMS or "!/" in path):
                continue
            outer, _, inner = path.partition("!/")
            if form not in TEXT_FORMS | UNREADABLE:
                expect(src, form, options, path, index, write)
            try:
                blob = content(src, form, options)
            except Missing as why:
                missing.append((path, form, str(why)))
                kept.add(CORPUS / outer)
                if inner:   # one member short, it would be another archive
                    archives[outer] = None
                continue
            print(f"{len(blob):8}  {form:17} {path}", flush=True)
            if not inner:
                write(CORPUS / path, blob)
            elif archives.setdefault(outer, {}) is not None:
                archives[outer][inner] = blob
    for name, members in archives.items():
        if members is not None:
            write(CORPUS / name, archive(name, members))
    if what == "all":
        write(CORPUS / "2019/Numérisés/disque 3 - récupération partielle.pdf", random.Random(2019).randbytes(24_000))
        write(EXPECTED / "index.tsv", ("\n".join(sorted(index)) + "\n").encode())
        sweep(kept)
    for path, form, why in missing:
        print(f"NOT MADE  {form:17} {path}\n          {why}", file=sys.stderr)
    if missing:
        sys.exit(f"{len(missing)} files were not made and stay as they were; build.sh --install installs the producers")


main(sys.argv[1] if len(sys.argv) > 1 else "all")
