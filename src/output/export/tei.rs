//! Marked-up text after the Text Encoding Initiative: names, functions, places,
//! bodies and dates in the text, the people, places and bodies in the header.
//! The text content of `body` is the record's text, character for character.

use std::fmt::Write as _;

use super::spans::{Label, marked};
use super::xml::{Element, escape, inline};
use super::{ExportError, text_of};
use crate::record::{Date, Record};

/// The file of a record.
pub(super) fn files(record: &Record) -> Result<Vec<(&'static str, String)>, ExportError> {
    let text: Vec<char> = text_of(record)?.chars().collect();
    let elements: Vec<Element> = marked(record)
        .iter()
        .map(|mark| {
            let (name, attributes) = element(mark.label, mark.item, record);
            Element {
                start: mark.start,
                end: mark.end,
                name,
                attributes,
            }
        })
        .collect();
    let mut pieces = 0;
    let mut link = || {
        pieces += 1;
        format!("piece{pieces}")
    };
    let body = inline(&text, 0..text.len() as u32, &elements, &mut link);
    let mut out = header(record);
    // One anonymous block: paragraphs of PDF text are blank lines, kept as they are.
    let _ = write!(
        out,
        "<text xml:lang=\"{}\"><body><ab xml:space=\"preserve\">{body}</ab></body></text>\n</TEI>\n",
        escape(record.lang.as_deref().unwrap_or("und"))
    );
    Ok(vec![("xml", out)])
}

fn element(
    label: Label,
    item: usize,
    record: &Record,
) -> (&'static str, Vec<(&'static str, String)>) {
    let to = |id: &str| ("ref", format!("#{id}"));
    match label {
        Label::Person => ("persName", vec![to(&record.people[item].id)]),
        Label::Place => ("placeName", vec![to(&record.places[item].id)]),
        Label::Organisation => ("orgName", vec![to(&record.organisations[item].id)]),
        Label::Role => {
            let holders: Vec<String> = record.roles[item]
                .people
                .iter()
                .map(|p| format!("#{p}"))
                .collect();
            let holders = (!holders.is_empty()).then(|| ("corresp", holders.join(" ")));
            ("roleName", holders.into_iter().collect())
        }
        Label::Agreement => {
            let agreement = &record.agreements[item];
            let attributes = vec![
                ("type", "agreement".to_owned()),
                ("subtype", agreement.kind.to_string()),
                ("ana", format!("#{}", agreement.status)),
                ("key", agreement.id.clone()),
            ];
            ("rs", attributes)
        }
        Label::Date => ("date", when(&record.dates[item])),
    }
}

/// A day or month is a point, anything longer a stretch; what has no place in
/// the calendar keeps its TIMEX3 value only.
fn when(date: &Date) -> Vec<(&'static str, String)> {
    let value = date.value.as_deref().unwrap_or_default();
    let is_plain = !value.is_empty()
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | ':' | 'T'));
    let mut attributes = Vec::new();
    if is_plain {
        attributes.push(("when", value.to_owned()));
    } else {
        attributes.extend(date.from.clone().map(|from| ("from", from)));
        attributes.extend(date.to.clone().map(|to| ("to", to)));
        if value.starts_with('P') {
            attributes.push(("dur", value.to_owned()));
        }
    }
    if !is_plain && !value.is_empty() {
        attributes.push(("n", value.to_owned()));
    }
    attributes.push(("type", date.kind.to_string()));
    attributes
}

fn header(record: &Record) -> String {
    let title = escape(record.title.as_deref().unwrap_or("(sans titre)"));
    let issuer = escape(record.issuer.as_deref().unwrap_or_default());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n\
         <fileDesc>\n<titleStmt><title>{title}</title><author>{issuer}</author></titleStmt>\n\
         <publicationStmt><p>{}</p></publicationStmt>\n\
         <sourceDesc><bibl><idno type=\"sha256\">{}</idno><ref target=\"{}\"/>",
        escape(&record.source.path),
        record.id,
        escape(&record.source.path.replace(' ', "%20")),
    );
    if let Some(date) = record.dateline.as_ref().and_then(|d| d.date.as_deref()) {
        let _ = write!(out, "<date when=\"{date}\"/>");
    }
    out.push_str("</bibl></sourceDesc>\n</fileDesc>\n<profileDesc>\n");
    if !record.people.is_empty() || !record.organisations.is_empty() {
        out.push_str("<particDesc>\n");
    }
    if !record.people.is_empty() {
        out.push_str("<listPerson>\n");
        for person in &record.people {
            let _ = write!(out, "<person xml:id=\"{}\"", person.id);
            if let Some(gender) = person.gender {
                let _ = write!(out, " sex=\"{gender}\"");
            }
            let _ = write!(out, "><persName>{}</persName>", escape(&person.name));
            for role in &person.roles {
                let _ = write!(out, "<occupation>{}</occupation>", escape(&role.title));
            }
            out.push_str("</person>\n");
        }
        out.push_str("</listPerson>\n");
    }
    if !record.organisations.is_empty() {
        out.push_str("<listOrg>\n");
        for organisation in &record.organisations {
            let name = escape(&organisation.name);
            let _ = writeln!(
                out,
                "<org xml:id=\"{}\"><orgName>{name}</orgName></org>",
                organisation.id
            );
        }
        out.push_str("</listOrg>\n");
    }
    if !record.people.is_empty() || !record.organisations.is_empty() {
        out.push_str("</particDesc>\n");
    }
    if !record.places.is_empty() {
        out.push_str("<settingDesc><listPlace>\n");
        for place in &record.places {
            let _ = write!(
                out,
                "<place xml:id=\"{}\" type=\"{}\"><placeName>{}</placeName>",
                place.id,
                place.kind,
                escape(&place.name)
            );
            if let Some(country) = &place.country {
                let _ = write!(out, "<country key=\"{country}\"/>");
            }
            if let Some((lat, lon)) = place.latitude.zip(place.longitude) {
                let _ = write!(out, "<location><geo>{lat} {lon}</geo></location>");
            }
            out.push_str("</place>\n");
        }
        out.push_str("</listPlace></settingDesc>\n");
    }
    out.push_str("</profileDesc>\n</teiHeader>\n");
    out
}
