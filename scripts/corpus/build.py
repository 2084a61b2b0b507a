"""Builds the sample archive from `sources/`: see build.sh, which installs what this needs.

    build.py all            everything
    build.py text           only what needs no producer: texts, Markdown, HTML, Word
"""
import gzip
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


def run(*command, cwd):
    env = dict(os.environ, SOURCE_DATE_EPOCH=str(EPOCH), FORCE_SOURCE_DATE="1", TZ="UTC", LC_ALL="C.UTF-8")
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, timeout=300)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout.decode(errors='replace')[-2000:]}{done.stderr.decode(errors='replace')[-2000:]}")


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
            with open(folder / "c.pdf", "wb") as out:
                subprocess.run(["groff", "-Kutf8", "-ms", "-mfr", "-Tpdf", "-dpaper=a4", "-P-pa4", "c.ms"], cwd=folder, stdout=out, check=True,
                               env=dict(os.environ, SOURCE_DATE_EPOCH=str(EPOCH), TZ="UTC"))
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


def expect(src, form, options, path, index):
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
    (EXPECTED / f"{name}.txt").write_text(text, "utf8")
    for kind, lines in (("furniture", "".join(f"{l}\n" for l in dict.fromkeys(pages))), ("float", notes + contacts)):
        if lines:
            (EXPECTED / f"{name}.{kind}.txt").write_text(lines, "utf8")
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


def main(what):
    if what == "all":
        for folder in (CORPUS, EXPECTED):   # built anew, so that nothing stale stays
            for old in folder.glob("*"):
                if old.name != "README.md":
                    shutil.rmtree(old) if old.is_dir() else old.unlink()
    archives, index = {}, []
    EXPECTED.mkdir(parents=True, exist_ok=True)
    for src in map(sources.read, sorted((HERE / "sources").glob("*.txt"))):
        for form, options, path in src.outputs:
            if what == "text" and (form not in TEXT_FORMS or "!/" in path):
                continue
            blob = content(src, form, options)
            print(f"{len(blob):8}  {form:17} {path}", flush=True)
            if form not in TEXT_FORMS | UNREADABLE:
                expect(src, form, options, path, index)
            if "!/" in path:
                outer, inner = path.split("!/")
                archives.setdefault(outer, {})[inner] = blob
            else:
                target = CORPUS / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(blob)
    for name, members in archives.items():
        (CORPUS / name).parent.mkdir(parents=True, exist_ok=True)
        (CORPUS / name).write_bytes(archive(name, members))
    if what == "all":
        noise = CORPUS / "2019/Numérisés/disque 3 - récupération partielle.pdf"
        noise.parent.mkdir(parents=True, exist_ok=True)
        noise.write_bytes(random.Random(2019).randbytes(24_000))
        (EXPECTED / "index.tsv").write_text("\n".join(sorted(index)) + "\n", "utf8")


main(sys.argv[1] if len(sys.argv) > 1 else "all")
