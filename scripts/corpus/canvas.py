"""A PDF drawn by ReportLab with the standard fonts, which it does not embed."""
import html
import io

from reportlab.lib.enums import TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, ListFlowable, PageTemplate, Paragraph, Spacer, Table

from source import inline

BASE = ParagraphStyle("para", fontName="Helvetica", fontSize=10, leading=13.5, spaceAfter=6, alignment=TA_JUSTIFY)
STYLES = {
    "para": BASE,
    "items": ParagraphStyle("items", BASE, spaceAfter=2),
    "head": ParagraphStyle("head", BASE, fontName="Helvetica-Bold", alignment=0),
    "right": ParagraphStyle("right", BASE, alignment=TA_RIGHT),
    "title": ParagraphStyle("title", BASE, fontName="Times-Bold", fontSize=15, leading=18, spaceBefore=8, spaceAfter=8, alignment=0),
    "heading": ParagraphStyle("heading", BASE, fontName="Helvetica-Bold", fontSize=11, spaceBefore=6, alignment=0),
    "contact": ParagraphStyle("contact", BASE, fontSize=8.5, leading=11, spaceBefore=8, alignment=0),
}


def run(text):
    wrap = lambda tag: lambda s: f"<{tag}>{s}</{tag}>"
    return inline(text.replace("\u202f", "\u00a0"), lambda s: html.escape(s, quote=False), wrap("b"), wrap("i"), lambda n: f" ({n})")


def flow(b):
    if b.kind == "table":
        return [Table([[Paragraph(run(c), STYLES["items"]) for c in r] for r in b.lines]), Spacer(1, 6)]
    if b.kind == "items":
        return [ListFlowable([Paragraph(run(l), STYLES["items"]) for l in b.lines], bulletType="bullet", start="•", leftIndent=14), Spacer(1, 4)]
    return [Paragraph("<br/>".join(map(run, b.lines)), STYLES[b.kind])]


def draw(source, options):
    out = io.BytesIO()
    doc = BaseDocTemplate(out, pagesize=A4, title=source.title(), invariant=1)

    def running(canvas, _):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(22 * mm, 285 * mm, source.header)
        canvas.drawCentredString(105 * mm, 12 * mm, source.footer.replace("%p", str(canvas.getPageNumber())))
    width = 80 * mm if "columns" in options else 166 * mm
    lefts = (22 * mm, 108 * mm) if "columns" in options else (22 * mm,)
    frames = [Frame(x, 20 * mm, width, 258 * mm, leftPadding=0, rightPadding=0) for x in lefts]
    doc.addPageTemplates(PageTemplate("page", frames, onPage=running))
    doc.build([f for b in source.blocks("nbsp" in options) for f in flow(b)])
    return out.getvalue()
