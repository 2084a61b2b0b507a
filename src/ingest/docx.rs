//! Word documents to text: paragraphs, lists, tables row by row; what stands in
//! the page headers comes first, since there the letterhead is, and footnotes
//! come last.

use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::{problem, zip_in_memory};
use super::flow::{Flow, Gap};
use crate::record::{ErrorCode, Problem};

/// The text of a document, at most about `max` bytes of XML a part.
pub(super) fn text(bytes: &[u8], max: u64) -> Result<String, Problem> {
    let mut archive = zip_in_memory(bytes)?;
    let mut names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    names.sort_unstable();
    let numbered = |prefix: &str| {
        let is_part = |name: &&String| {
            name.strip_prefix(prefix)
                .is_some_and(|rest| rest.strip_suffix(".xml").is_some())
        };
        names.iter().filter(is_part).cloned().collect::<Vec<_>>()
    };
    let mut part = |name: &str| -> Result<String, Problem> {
        let member = archive.by_name(name).map_err(super::archive::zip_problem)?;
        let mut xml = Vec::new();
        member
            .take(max + 1)
            .read_to_end(&mut xml)
            .map_err(problem)?;
        if xml.len() as u64 > max {
            return Err(super::read::too_large(max));
        }
        part_text(&xml)
    };
    let body = part("word/document.xml")?;
    let mut parts: Vec<String> = Vec::new();
    for name in numbered("word/header") {
        let text = part(&name)?;
        if !text.is_empty() && !parts.contains(&text) && !body.starts_with(&text) {
            parts.push(text);
        }
    }
    parts.push(body);
    for name in numbered("word/footnotes") {
        parts.push(part(&name)?);
    }
    parts.retain(|text| !text.is_empty());
    Ok(parts.join("\n\n"))
}

/// Where the reading of a part stands.
#[derive(Default)]
struct State {
    flow: Flow,
    /// Tables that are open.
    tables: usize,
    /// The next paragraph is the first of its cell.
    first_in_cell: bool,
    /// The paragraph before was a list item.
    after_item: bool,
    /// The present paragraph is a list item.
    in_item: bool,
    /// Text runs that are open: only they hold words.
    runs: usize,
    /// Elements open inside one that is left out, itself included.
    skipped: usize,
}

/// The text of one part of the document.
fn part_text(xml: &[u8]) -> Result<String, Problem> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut state = State::default();
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(state.flow.finish()),
            Ok(Event::Start(tag)) if state.skipped > 0 || is_skipped(&tag) => state.skipped += 1,
            Ok(Event::End(_)) if state.skipped > 0 => state.skipped -= 1,
            Ok(_) if state.skipped > 0 => {}
            Ok(Event::Start(tag)) => state.start(tag.local_name().as_ref()),
            Ok(Event::Empty(tag)) => state.empty(tag.local_name().as_ref()),
            Ok(Event::End(tag)) => state.end(tag.local_name().as_ref()),
            Ok(Event::Text(text)) if state.runs > 0 => {
                state
                    .flow
                    .verbatim(&text.decode().map_err(|error| damaged(&error))?);
            }
            Ok(Event::GeneralRef(name)) if state.runs > 0 => {
                let one = match name.resolve_char_ref() {
                    Ok(Some(character)) => Some(character),
                    _ => match &*name {
                        b"amp" => Some('&'),
                        b"lt" => Some('<'),
                        b"gt" => Some('>'),
                        b"quot" => Some('"'),
                        b"apos" => Some('\''),
                        _ => None,
                    },
                };
                if let Some(character) = one {
                    state.flow.verbatim(character.encode_utf8(&mut [0; 4]));
                }
            }
            Ok(_) => {}
            Err(error) => return Err(damaged(&error)),
        }
    }
}

fn damaged(error: &dyn std::fmt::Display) -> Problem {
    Problem::new(
        ErrorCode::Damaged,
        format!("is a damaged Word document: {error}"),
    )
}

/// Whether an element holds no words of the text: deleted text, field codes,
/// the second rendering of a drawing.
fn is_skipped(tag: &BytesStart<'_>) -> bool {
    matches!(
        tag.local_name().as_ref(),
        b"del" | b"moveFrom" | b"instrText" | b"Fallback" | b"delText"
    )
}

impl State {
    fn start(&mut self, name: &[u8]) {
        match name {
            b"p" => self.paragraph(),
            b"t" => self.runs += 1,
            b"tbl" => {
                self.tables += 1;
                self.flow.gap(Gap::Blank);
            }
            b"tr" => self.flow.gap(Gap::Line),
            b"tc" => {
                self.flow.gap(Gap::Cell);
                self.first_in_cell = true;
            }
            _ => self.empty(name),
        }
    }

    fn empty(&mut self, name: &[u8]) {
        match name {
            b"p" => self.paragraph(),
            b"tab" => self.flow.words(" "),
            b"br" | b"cr" => self.flow.gap(Gap::Line),
            b"noBreakHyphen" => self.flow.verbatim("\u{2011}"),
            b"numPr" => {
                self.in_item = true;
                if self.after_item {
                    self.flow.tighten();
                }
                self.flow.item();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"t" => self.runs = self.runs.saturating_sub(1),
            b"tbl" => {
                self.tables = self.tables.saturating_sub(1);
                self.flow.gap(Gap::Blank);
            }
            b"txbxContent" => self.flow.gap(Gap::Blank),
            _ => {}
        }
    }

    /// A paragraph begins. Whether it is a list item is said inside it.
    fn paragraph(&mut self) {
        self.after_item = std::mem::take(&mut self.in_item);
        if self.tables == 0 {
            self.flow.gap(Gap::Blank);
        } else if !std::mem::take(&mut self.first_in_cell) {
            self.flow.gap(Gap::Line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(xml: &str) -> String {
        part_text(format!("<w:document><w:body>{xml}</w:body></w:document>").as_bytes()).unwrap()
    }

    fn paragraph(text: &str) -> String {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    #[test]
    fn paragraphs_lists_and_tables() {
        let item = |text: &str| {
            let run = format!("<w:r><w:t>{text}</w:t></w:r>");
            format!("<w:p><w:pPr><w:numPr><w:ilvl/></w:numPr></w:pPr>{run}</w:p>")
        };
        let row = |a: &str, b: &str| {
            let cell = |text| format!("<w:tc>{}</w:tc>", paragraph(text));
            format!("<w:tr>{}{}</w:tr>", cell(a), cell(b))
        };
        let xml = [
            paragraph("D&#233;fense &amp; paix"),
            item("un"),
            item("deux"),
            format!("<w:tbl>{}{}</w:tbl>", row("a", "b"), row("c", "d")),
            paragraph("fin"),
        ]
        .concat();
        assert_eq!(
            body(&xml),
            "Défense & paix\n\n- un\n- deux\n\na\tb\nc\td\n\nfin"
        );
    }

    #[test]
    fn deleted_words_and_field_codes_are_left_out() {
        let xml = "<w:p><w:r><w:t xml:space=\"preserve\">un </w:t></w:r>\
            <w:del><w:r><w:delText>x</w:delText></w:r></w:del>\
            <w:r><w:instrText>PAGE</w:instrText><w:t>deux</w:t><w:br/><w:t>trois</w:t></w:r></w:p>";
        assert_eq!(body(xml), "un deux\ntrois");
    }

    #[test]
    fn depth_is_no_matter() {
        let xml = format!("{}{}", "<w:sdt>".repeat(100_000), paragraph("x"));
        assert_eq!(body(&xml), "x");
    }

    #[test]
    fn noise_is_an_error() {
        assert_eq!(
            text(b"PK\x03\x04 noise", 100).unwrap_err().code,
            ErrorCode::Damaged
        );
    }
}
