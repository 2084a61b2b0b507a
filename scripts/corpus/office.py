"""Word processor files: flat OpenDocument and Word, which LibreOffice prints."""
import io
import re
import zipfile
from xml.sax.saxutils import escape

from source import inline

# ---------------------------------------------------------------- OpenDocument, one flat file
NAMES = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in {
    "office": "office", "text": "text", "table": "table", "style": "style", "svg": "svg-compatible"}.items()) \
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
ODT_STYLES = {  # name: (paragraph, text)
    "para": ('fo:margin-bottom="0.22cm" fo:text-align="justify" fo:hyphenation-ladder-count="no-limit"', 'fo:hyphenate="true"'),
    "head": ('fo:margin-bottom="0.05cm"', 'fo:font-weight="bold" fo:font-size="11pt"'),
    "right": ('fo:text-align="end" fo:margin-bottom="0.3cm"', ""),
    "title": ('fo:margin-top="0.45cm" fo:margin-bottom="0.35cm"', 'fo:font-weight="bold" fo:font-size="15pt" fo:color="#000091"'),
    "heading": ('fo:margin-top="0.35cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"', 'fo:font-weight="bold" fo:font-size="12pt"'),
    "contact": ('fo:margin-bottom="0.02cm"', 'fo:font-size="9pt"'),
    "cell": ('fo:margin-bottom="0cm"', 'fo:font-size="9.5pt"'),
    "items": ('fo:margin-bottom="0.1cm"', ""),
    "running": ('fo:text-align="center"', 'fo:font-size="8pt" fo:color="#666666"'),
}


def odt_run(text):
    span = lambda style: lambda s: f'<text:span text:style-name="{style}">{s}</text:span>'
    note = lambda n: ('<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
                      f'<text:p text:style-name="contact">{n}</text:p></text:note-body></text:note>')
    return inline(text, escape, span("bold"), span("italic"), note)


def odt_running(text):
    text = escape(text).replace("%p", "<text:page-number>1</text:page-number>").replace("%n", "<text:page-count>1</text:page-count>")
    return f'<text:p text:style-name="running">{text}</text:p>'


def odt_block(b):
    p = lambda style, l: f'<text:p text:style-name="{style}">{odt_run(l)}</text:p>'
    if b.kind == "table":
        cell = lambda c: f'<table:table-cell table:style-name="box" office:value-type="string">{p("cell", c)}</table:table-cell>'
        rows = "".join(f"<table:table-row>{''.join(map(cell, r))}</table:table-row>" for r in b.lines)
        return f'<table:table><table:table-column table:number-columns-repeated="{len(b.lines[0])}"/>{rows}</table:table>' + p("cell", "")
    if b.kind == "items":
        return '<text:list text:style-name="bullets">' + "".join(f"<text:list-item>{p('items', l)}</text:list-item>" for l in b.lines) + "</text:list>"
    return "".join(p(b.kind, l) for l in b.lines) + (p("contact", "") if b.kind == "head" else "")


def odt(source, options, font="Liberation Serif"):
    size = 14 if "large" in options else 11
    styles = "".join(f'<style:style style:name="{n}" style:family="paragraph"><style:paragraph-properties {p}/>'
                     f'<style:text-properties {t}/></style:style>' for n, (p, t) in ODT_STYLES.items())
    body = "".join(map(odt_block, source.blocks("nbsp" in options)))
    header = f"<style:header>{odt_running(source.header)}</style:header>" if source.header else ""
    footer = f"<style:footer>{odt_running(source.footer)}</style:footer>" if source.footer else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="{font}" svg:font-family="'{font}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="{font}" fo:font-size="{size}pt" fo:language="fr" fo:country="FR" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
{styles}
<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.9cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="box" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #888888" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.8cm" fo:margin-bottom="1.6cm" fo:margin-left="2.3cm" fo:margin-right="2.3cm"/><style:header-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">{header}{footer}</style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body>
</office:document>
"""


# ---------------------------------------------------------------- Word, a zip of parts
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCX_STYLES = {  # name: (paragraph, run)
    "para": ('<w:spacing w:after="140"/><w:jc w:val="both"/>', ""),
    "head": ('<w:spacing w:after="20"/><w:jc w:val="center"/>', "<w:b/>"),
    "right": ('<w:jc w:val="right"/>', ""),
    "title": ('<w:spacing w:before="260" w:after="200"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>'),
    "heading": ('<w:keepNext/><w:spacing w:before="200" w:after="80"/>', '<w:b/><w:sz w:val="24"/>'),
    "contact": ('<w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
    "items": ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', ""),
    "cell": ('<w:spacing w:after="0"/>', '<w:sz w:val="20"/>'),
}


def docx_paragraph(kind, text):
    paragraph, run = DOCX_STYLES[kind]
    r = lambda extra: lambda s: f'<w:r><w:rPr>{extra}{run}</w:rPr><w:t xml:space="preserve">{s}</w:t></w:r>' if s else ""
    mark = lambda tag: lambda s: s.replace("<w:rPr>", f"<w:rPr><{tag}/>", 1)
    body = inline(text, lambda s: r("")(escape(s)), mark("w:b"), mark("w:i"), lambda n: "")
    return f"<w:p><w:pPr>{paragraph}</w:pPr>{body}</w:p>"


def docx_block(b):
    if b.kind == "table":
        cell = lambda c: f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{docx_paragraph("cell", c)}</w:tc>'
        edges = "".join(f'<w:{e} w:val="single" w:sz="4" w:color="888888"/>' for e in ("top", "left", "bottom", "right", "insideH", "insideV"))
        grid = '<w:gridCol w:w="3000"/>' * len(b.lines[0])
        rows = "".join(f"<w:tr>{''.join(map(cell, r))}</w:tr>" for r in b.lines)
        return f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    return "".join(docx_paragraph(b.kind, l) for l in b.lines) + ("<w:p/>" if b.kind == "head" else "")


def docx(source, options):
    size = 30 if "large" in options else 21   # in half points
    field = lambda code: f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    parts = re.split(r"(%p|%n)", source.footer)
    footer = "".join(field("PAGE") if p == "%p" else field("NUMPAGES") if p == "%n" else f"<w:r><w:t>{escape(p)}</w:t></w:r>" for p in parts if p)
    body = "".join(map(docx_block, source.blocks("nbsp" in options)))
    relation = lambda i, kind, target: f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
    relations = lambda *rs: f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rs)}</Relationships>'
    override = lambda part, kind: f'<Override PartName="/word/{part}.xml" ContentType="{TYPE}.{kind}+xml"/>'
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                               '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               '<Default Extension="xml" ContentType="application/xml"/>' + override("document", "document.main")
                               + override("numbering", "numbering") + override("footer", "footer") + override("styles", "styles") + "</Types>",
        "_rels/.rels": relations(relation(1, "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(relation(1, "numbering", "numbering.xml"), relation(2, "footer", "footer.xml"), relation(3, "styles", "styles.xml")),
        "word/styles.xml": f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/>'
                           f'<w:sz w:val="{size}"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>',
        "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/>'
                              '<w:pPr><w:ind w:left="500" w:hanging="280"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/footer.xml": f'<w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{footer}</w:p></w:ftr>',
        "word/document.xml": f'<w:document {W}><w:body>{body}<w:sectPr><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/>'
                             '<w:pgMar w:top="1200" w:right="1300" w:bottom="1100" w:left="1300" w:header="600" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in files.items():
            z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content, zipfile.ZIP_DEFLATED)
    return data.getvalue()
