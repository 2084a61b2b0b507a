//! Documents in the form of spaCy's `Doc.to_json`, one a line, for
//! `Doc.from_json` and `DocBin`. `ents` has no overlaps, as spaCy wants it;
//! the span group `greffier` has everything, with the thing's id as `kb_id`.

use serde_json::{Value, json};

use super::spans::{Label, Marked, marked, outermost, words};
use super::{ExportError, push_line, text_of};
use crate::record::Record;

/// The document.
pub(super) fn write(record: &Record, out: &mut Vec<u8>) -> Result<(), ExportError> {
    let text = text_of(record)?;
    let points: Vec<char> = text.chars().collect();
    let marks = marked(record);
    let mut tokens: Vec<(u32, u32)> = Vec::new();
    let mut end = 0;
    for word in words(&points, &marks) {
        tokens.extend(blank(&points, end, word.start));
        tokens.push((word.start, word.end));
        end = word.end;
    }
    tokens.extend(blank(&points, end, points.len() as u32));
    let numbered = tokens.iter().enumerate();
    let tokens: Vec<Value> = numbered
        .map(|(id, (start, end))| json!({ "id": id, "start": start, "end": end }))
        .collect();
    let ents: Vec<Value> = outermost(&marks)
        .into_iter()
        .map(|m| span(m, record))
        .collect();
    let all: Vec<Value> = marks.iter().map(|m| span(m, record)).collect();
    push_line(
        out,
        &json!({
            "text": text, "tokens": tokens, "ents": ents, "spans": { "greffier": all },
            "cats": {}, "id": record.id,
        }),
    )
}

/// The blank between two words as spaCy sees it: one space belongs to the word
/// before, the rest is a token.
fn blank(points: &[char], from: u32, to: u32) -> Option<(u32, u32)> {
    let has_space = from > 0 && from < to && points[from as usize] == ' ';
    let from = from + u32::from(has_space);
    (from < to).then_some((from, to))
}

fn span(mark: &Marked<'_>, record: &Record) -> Value {
    let id = match mark.label {
        Label::Person => record.people[mark.item].id.as_str(),
        Label::Place => record.places[mark.item].id.as_str(),
        Label::Organisation => record.organisations[mark.item].id.as_str(),
        Label::Agreement => record.agreements[mark.item].id.as_str(),
        Label::Date => record.dates[mark.item].value.as_deref().unwrap_or_default(),
        Label::Role => "",
    };
    json!({ "start": mark.start, "end": mark.end, "label": mark.label.short(), "kb_id": id, "id": "" })
}
