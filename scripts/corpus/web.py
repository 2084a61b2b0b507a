"""HTML, by itself and as what Chromium and WeasyPrint print."""
import html

from source import inline

FONTS = {"chromium": "'Liberation Sans', sans-serif", "weasyprint": "'EB Garamond', serif", "html": "sans-serif"}
PAGE = "font-family: {font}; font-size: 9pt; color: #555;"
STYLE = """
@page {{ size: A4; margin: 24mm 22mm 22mm 22mm;
  @top-left {{ content: {header}; {page} }}
  @bottom-center {{ content: {footer}; {page} }} }}
html {{ font-family: {font}; font-size: {size}; line-height: 1.4; hyphens: {hyphens}; }}
body {{ margin: 0; }}
p {{ margin: 0 0 .7em; text-align: justify; }}
h1 {{ font-size: 1.45em; line-height: 1.2; margin: .9em 0 .7em; hyphens: manual; }}
h2 {{ font-size: 1.1em; margin: 1.1em 0 .4em; color: #123a6b; break-after: avoid; }}
.head {{ font-weight: bold; margin: 0 0 .9em; text-align: left; }}
.right {{ text-align: right; }}
.contact {{ border-top: .5pt solid #999; margin-top: 1.4em; padding-top: .5em; font-size: .9em; text-align: left; }}
table {{ border-collapse: collapse; margin: .6em 0 1em; width: 100%; }}
td, th {{ border: .5pt solid #888; padding: .25em .6em; text-align: left; }}
ul {{ margin: 0 0 .8em; padding-left: 1.3em; }}
{more}"""
COLUMNS = ".text { columns: 2; column-gap: 8mm; } .text h2 { break-after: avoid; } .text .contact { break-inside: avoid; }"
SIDEBAR = (".contact { float: right; width: 52mm; margin: 0 0 4mm 7mm; padding: 3mm; border: none; background: #eef2f7;"
           " font-size: .85em; hyphens: manual; }")


def run(text):
    wrap = lambda tag: lambda s: f"<{tag}>{s}</{tag}>"
    return inline(text, lambda s: html.escape(s, quote=False), wrap("strong"), wrap("em"), lambda n: f" ({n})")


def element(b):
    if b.kind == "table":
        rows = [b.lines[0]] + b.lines[1:]
        cell = lambda tag, row: "".join(f"<{tag}>{run(c)}</{tag}>" for c in row)
        return "<table>\n" + "".join(f"<tr>{cell('th' if i == 0 else 'td', r)}</tr>\n" for i, r in enumerate(rows)) + "</table>"
    if b.kind == "items":
        return "<ul>\n" + "".join(f"<li>{run(l)}</li>\n" for l in b.lines) + "</ul>"
    if b.kind in ("title", "heading"):
        tag = "h1" if b.kind == "title" else "h2"
        return f"<{tag}>{run(b.lines[0])}</{tag}>"
    css = "" if b.kind == "para" else f' class="{b.kind}"'
    return f"<p{css}>" + "<br>\n".join(map(run, b.lines)) + "</p>"


def counter(text):
    """A running line as the value of the CSS property `content`."""
    parts = text.replace("%p", '" counter(page) "').replace("%n", '" counter(pages) "')
    return f'"{parts}"' if text else "none"


def page(source, form, options):
    blocks = source.blocks("nbsp" in options)
    if "sidebar" in options:   # floated, the contacts must come before the text they stand beside
        at = next(i for i, b in enumerate(blocks) if b.kind == "title")
        contacts = [b for b in blocks if b.kind == "contact"]
        blocks = blocks[:at + 1] + contacts + [b for b in blocks[at + 1:] if b.kind != "contact"]
    at = next(i for i, b in enumerate(blocks) if b.kind == "title") + 1
    top, text = blocks[:at], blocks[at:]
    more = (COLUMNS if "columns" in options else "") + (SIDEBAR if "sidebar" in options else "")
    style = STYLE.format(font=FONTS[form], size="14.5pt" if "large" in options else "10.5pt", hyphens="auto" if form == "weasyprint" else "manual", more=more,
                         header=counter(source.header), footer=counter(source.footer), page=PAGE.format(font=FONTS[form]))
    return "\n".join(["<!DOCTYPE html>", '<html lang="fr">', "<head>", '<meta charset="utf-8">',
                      f"<title>{html.escape(source.title())}</title>", f"<style>{style}</style>", "</head>", "<body>",
                      *map(element, top), '<div class="text">', *map(element, text), "</div>", "</body>", "</html>", ""])


def site(source):
    """A communiqué as a web page has it: with a menu and a script around it, entities, no style of its own."""
    body = "\n".join(map(element, source.blocks())).replace("é", "&eacute;").replace("’", "&rsquo;")
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{html.escape(source.title())}</title>
<style>nav {{ display: none }}</style>
<script>var pages = ["/fr/accueil", "/fr/presse"];</script>
</head>
<body>
<!-- gabarit : communiqué -->
<main>
<article>
{body}
</article>
</main>
</body>
</html>
"""
