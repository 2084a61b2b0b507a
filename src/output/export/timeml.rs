//! Times marked up after TimeML 1.2: `TIMEX3` elements, the day of the dateline
//! as the creation time.

use super::spans::{Label, Marked, marked, outermost};
use super::xml::{Element, escape, inline};
use super::{ExportError, text_of};
use crate::record::Record;

/// The file of a record.
pub(super) fn files(record: &Record) -> Result<Vec<(&'static str, String)>, ExportError> {
    let text: Vec<char> = text_of(record)?.chars().collect();
    let dates: Vec<Marked<'_>> = marked(record)
        .into_iter()
        .filter(|m| m.label == Label::Date)
        .collect();
    let elements: Vec<Element> = outermost(&dates)
        .into_iter()
        .enumerate()
        .map(|(number, mark)| {
            let date = &record.dates[mark.item];
            let value = date
                .value
                .clone()
                .unwrap_or_else(|| "XXXX-XX-XX".to_owned());
            Element {
                start: mark.start,
                end: mark.end,
                name: "TIMEX3",
                attributes: vec![
                    ("tid", format!("t{}", number + 1)),
                    ("type", date.kind.as_str().to_ascii_uppercase()),
                    ("value", value),
                ],
            }
        })
        .collect();
    let body = inline(&text, 0..text.len() as u32, &elements, &mut String::new);
    let day = record.dateline.as_ref().and_then(|d| d.date.as_deref());
    let created = day.map_or_else(String::new, |day| {
        format!(
            "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{day}\" temporalFunction=\"false\" \
             functionInDocument=\"CREATION_TIME\">{day}</TIMEX3></DCT>\n"
        )
    });
    let title = escape(record.title.as_deref().unwrap_or_default());
    let out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>{}</DOCID>\n{created}\
         <TITLE>{title}</TITLE>\n<TEXT>{body}</TEXT>\n</TimeML>\n",
        record.id
    );
    Ok(vec![("tml", out)])
}
