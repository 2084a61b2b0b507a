"""Sources for the typesetters: LaTeX, Typst and groff."""
import re

from source import inline

# ---------------------------------------------------------------- LaTeX
TEX = {c: "\\" + c for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
                                           "€": r"\texteuro{}", "\u202f": r"\,", "\u00a0": "~", "°": r"\textdegree{}"}
PDFLATEX = r"""\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp}\usepackage{lmodern}"""
LUALATEX = r"""\usepackage{fontspec}\setmainfont{Liberation Serif}"""
LATEX = r"""\documentclass[%(size)s,a4paper]{article}
%(fonts)s
\usepackage[french]{babel}
\usepackage[margin=24mm]{geometry}
\usepackage{multicol,fancyhdr}%(spread)s
\pagestyle{fancy}\fancyhf{}\renewcommand{\headrulewidth}{0pt}
\fancyhead[L]{\small %(header)s}\fancyfoot[C]{\small %(footer)s}
\setlength{\parindent}{0pt}\setlength{\parskip}{5pt}\setlength{\headheight}{14pt}
\begin{document}
%(top)s
%(body)s
\end{document}
"""


def tex(text):
    plain = lambda s: re.sub(r"« ?", r"\\og ", re.sub(r" ?»", r"\\fg{}", "".join(TEX.get(c, c) for c in s)))
    command = lambda name: lambda s: f"\\{name}{{{s}}}"
    return inline(text, plain, command("textbf"), command("emph"), command("footnote"))


def latex_block(b):
    lines = b.lines
    if b.kind == "table":
        rows = " \\\\\n".join(" & ".join(map(tex, r)) for r in lines)
        return f"\\begin{{tabular}}{{{'l' * len(lines[0])}}}\n\\hline\n{rows} \\\\\n\\hline\n\\end{{tabular}}"
    if b.kind == "items":
        return "\\begin{itemize}\n" + "\n".join("\\item " + tex(l) for l in lines) + "\n\\end{itemize}"
    stacked = " \\\\\n".join(map(tex, lines))
    return {"title": r"\begin{center}\Large\bfseries %s\end{center}", "heading": r"\section*{\large %s}",
            "head": "{\\bfseries %s\\par}\\medskip", "right": r"\begin{flushright}%s\end{flushright}",
            "contact": r"\medskip\hrule\smallskip{\small\raggedright %s\par}"}.get(b.kind, "%s") % stacked


def latex(source, form, options):
    blocks = source.blocks("nbsp" in options)
    at = next(i for i, b in enumerate(blocks) if b.kind == "title") + 1
    join = lambda bs: "\n\n".join(map(latex_block, bs))
    running = lambda s: tex(s).replace(r"\%p", r"\thepage").replace(r"\%n", r"\pageref{last}")
    body = join(blocks[at:])
    if "columns" in options:
        body = "\\begin{multicols}{2}\n" + body + "\n\\end{multicols}"
    large = "large" in options
    return LATEX % {"size": "12pt" if large else "11pt", "spread": r"\linespread{1.5}" if large else "", "fonts": LUALATEX if form == "lualatex" else PDFLATEX, "header": running(source.header),
                    "footer": running(source.footer), "top": join(blocks[:at]), "body": body + "\n\\label{last}"}


# ---------------------------------------------------------------- Typst
def typ(text):
    plain = lambda s: re.sub(r"([\\#$*_`<>@\[\]~=/+-])", r"\\\1", s)
    plain_start = lambda s: re.sub(r"^(\d+)\.", r"\1\\.", plain(s))
    command = lambda name: lambda s: f"#{name}[{s}]"
    return inline(text, plain_start, command("strong"), command("emph"), command("footnote"))


def typst_block(b):
    if b.kind == "table":
        cells = ", ".join(f"[{typ(c)}]" for row in b.lines for c in row)
        return f"#table(columns: {len(b.lines[0])}, stroke: 0.4pt, {cells})"
    if b.kind == "items":
        return "\n".join("- " + typ(l) for l in b.lines)
    stacked = " \\\n".join(map(typ, b.lines))
    return {"title": "#block(text(size: 15pt, weight: \"bold\", hyphenate: false)[%s])", "heading": "== %s",
            "head": "#block(text(weight: \"bold\")[%s])", "right": "#align(right)[%s]",
            "contact": "#line(length: 100%%, stroke: 0.4pt)\n#text(size: 9pt)[#par(justify: false)[%s]]"}.get(b.kind, "%s") % stacked


def typst(source, options):
    blocks = source.blocks("nbsp" in options)
    at = next(i for i, b in enumerate(blocks) if b.kind == "title") + 1
    join = lambda bs: "\n\n".join(map(typst_block, bs))
    running = lambda s: "none" if not s else "context [#text(size: 8pt)[" + typ(s).replace("%p", "#counter(page).display()") + "]]"
    body = join(blocks[at:])
    if "columns" in options:
        body = "#columns(2)[\n" + body + "\n]"
    return (f"#set page(paper: \"a4\", margin: 24mm, header: {running(source.header)}, footer: {running(source.footer)})\n"
            f"#set text(lang: \"fr\", font: \"Libertinus Serif\", size: {'15pt' if 'large' in options else '10.5pt'})\n#set par(justify: true)\n\n"
            f"{join(blocks[:at])}\n\n{body}\n")


# ---------------------------------------------------------------- groff, macros -ms
def roff(text):
    plain = lambda s: s.replace("\\", "\\e").replace("'", "\\[aq]").replace("-", "\\-")
    out = inline(text, plain, lambda s: f"\\fB{s}\\fP", lambda s: f"\\fI{s}\\fP", lambda n: f" ({n})")
    return "\\&" + out if out[:1] in ".'" else out


def groff_block(b):
    if b.kind == "items":
        return "\n".join(".IP \\[bu] 2\n" + roff(l) for l in b.lines)
    if b.kind == "title":
        return ".SH\n\\s+2" + roff(b.lines[0]) + "\\s-2"
    if b.kind == "heading":
        return ".SH\n" + roff(b.lines[0])
    if b.kind == "para":
        return ".LP\n" + roff(b.lines[0])
    return ".LP\n" + "\n.br\n".join(map(roff, b.lines))


def groff(source, options):
    size = 16 if "large" in options else 11
    return f".nr PO 2.4c\n.nr LL 16.2c\n.nr PS {size}\n.nr VS {size + 4}\n.nr GROWPS 1\n" + "\n".join(map(groff_block, source.blocks())) + "\n"
