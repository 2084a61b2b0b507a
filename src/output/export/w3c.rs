//! Web Annotations (W3C Recommendation of 2017): a line a document, an
//! `AnnotationPage` with a target by position, in code points, and by quotation.

use serde_json::{Value, json};

use super::document::object;
use super::spans::{Label, Marked, marked};
use super::{ExportError, push_line};
use crate::record::Record;

/// Characters quoted before and after a mark.
const CONTEXT: usize = 24;

/// The page of a record.
pub(super) fn write(record: &Record, out: &mut Vec<u8>) -> Result<(), ExportError> {
    let text: Option<Vec<char>> = record.text.as_ref().map(|text| text.chars().collect());
    let source = format!("urn:sha256:{}", record.id);
    let items: Vec<Value> = marked(record)
        .iter()
        .enumerate()
        .map(|(number, mark)| {
            json!({
                "id": format!("{source}#a{}", number + 1),
                "type": "Annotation",
                "motivation": "tagging",
                "body": bodies(mark, record),
                "target": { "source": source, "selector": selectors(mark, text.as_deref()) },
            })
        })
        .collect();
    push_line(
        out,
        &json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": source,
            "type": "AnnotationPage",
            "label": record.title,
            "startIndex": 0,
            "items": items,
        }),
    )
}

fn selectors(mark: &Marked<'_>, text: Option<&[char]>) -> Value {
    let (start, end) = (mark.start as usize, mark.end as usize);
    let around = |from: usize, to: usize| text.map(|t| t[from..to].iter().collect::<String>());
    let length = text.map_or(end, <[char]>::len);
    json!([
        { "type": "TextPositionSelector", "start": mark.start, "end": mark.end },
        object([
            ("type", json!("TextQuoteSelector")),
            ("exact", json!(mark.text)),
            ("prefix", json!(around(start.saturating_sub(CONTEXT), start))),
            ("suffix", json!(around(end, (end + CONTEXT).min(length)))),
        ]),
    ])
}

/// What the mark is, and what it stands for.
fn bodies(mark: &Marked<'_>, record: &Record) -> Value {
    let tag = json!({ "type": "TextualBody", "purpose": "tagging", "value": mark.label.long() });
    let name = match mark.label {
        Label::Person => Some(record.people[mark.item].name.clone()),
        Label::Place => Some(record.places[mark.item].name.clone()),
        Label::Organisation => Some(record.organisations[mark.item].name.clone()),
        Label::Agreement => {
            let agreement = &record.agreements[mark.item];
            Some(format!("{}:{}", agreement.kind, agreement.status))
        }
        Label::Date => record.dates[mark.item].value.clone(),
        Label::Role => None,
    };
    let mut bodies = vec![tag];
    bodies.extend(
        name.map(
            |value| json!({ "type": "TextualBody", "purpose": "identifying", "value": value }),
        ),
    );
    json!(bodies)
}
