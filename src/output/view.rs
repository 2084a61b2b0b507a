//! A record for people to look at: its text with every mention marked, in
//! colour on a terminal or as a page of HTML, each with the rule that made it.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Color, Style};

use crate::record::{Form, Record};

/// What a stretch of the text is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Person,
    Role,
    Date,
    Place,
    Organisation,
    Agreement,
    Contact,
}

impl Kind {
    const ALL: [Kind; 7] = [
        Kind::Person,
        Kind::Role,
        Kind::Date,
        Kind::Place,
        Kind::Organisation,
        Kind::Agreement,
        Kind::Contact,
    ];

    fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Role => "role",
            Kind::Date => "date",
            Kind::Place => "place",
            Kind::Organisation => "organisation",
            Kind::Agreement => "agreement",
            Kind::Contact => "contact",
        }
    }

    fn style(self) -> Style {
        let colour = match self {
            Kind::Person => AnsiColor::Green,
            Kind::Role => AnsiColor::Cyan,
            Kind::Date => AnsiColor::Yellow,
            Kind::Place => AnsiColor::Blue,
            Kind::Organisation => AnsiColor::Magenta,
            Kind::Agreement => AnsiColor::Red,
            Kind::Contact => AnsiColor::BrightBlack,
        };
        Style::new().fg_color(Some(Color::Ansi(colour))).bold()
    }
}

/// A marked stretch, in code points.
struct Mark {
    start: usize,
    end: usize,
    kind: Kind,
    /// What is said of it: the rule, and the value where there is one.
    note: String,
}

/// Every mention of a record, outer ones first.
fn marks(record: &Record) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |kind, start: u32, end: u32, rule: &str, value: String| {
        let note = if value.is_empty() {
            String::from(rule)
        } else {
            format!("{value} {rule}")
        };
        marks.push(Mark {
            start: start as usize,
            end: end as usize,
            kind,
            note,
        });
    };
    for p in &record.people {
        for m in p.mentions.iter().filter(|m| m.form != Form::Role) {
            add(Kind::Person, m.start, m.end, &m.rule, p.id.clone());
        }
    }
    for r in &record.roles {
        add(Kind::Role, r.start, r.end, &r.rule, r.people.join(" "));
    }
    for d in &record.dates {
        add(
            Kind::Date,
            d.start,
            d.end,
            &d.rule,
            d.value.clone().unwrap_or_default(),
        );
    }
    for p in &record.places {
        for m in &p.mentions {
            add(
                Kind::Place,
                m.start,
                m.end,
                &m.rule,
                p.country.clone().unwrap_or_default(),
            );
        }
    }
    for o in &record.organisations {
        for m in &o.mentions {
            add(Kind::Organisation, m.start, m.end, &m.rule, o.id.clone());
        }
    }
    for a in &record.agreements {
        for m in &a.mentions {
            add(Kind::Agreement, m.start, m.end, &m.rule, a.id.clone());
        }
    }
    for c in &record.contacts {
        add(Kind::Contact, c.start, c.end, "", c.value.clone());
    }
    marks.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
    marks
}

/// What a view is written with.
trait Paint {
    fn section(&mut self, kind: &str);
    fn sentence(&mut self, number: usize);
    fn open(&mut self, mark: &Mark);
    /// Ends a mark; `under` is the one around it, `last` whether it does not go on.
    fn close(&mut self, mark: &Mark, under: Option<&Mark>, last: bool);
    fn text(&mut self, text: &str);
}

/// Walks over the text and paints what stands where.
fn walk(record: &Record, paint: &mut impl Paint) {
    let text = record.text.as_deref().unwrap_or_default();
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let marks = marks(record);
    let mut cuts: Vec<usize> = vec![0, bytes.len() - 1];
    cuts.extend(marks.iter().flat_map(|m| [m.start, m.end]));
    cuts.extend(record.sections.iter().map(|s| s.start as usize));
    cuts.extend(record.sentences.iter().map(|s| s.start as usize));
    cuts.sort_unstable();
    cuts.dedup();
    let mut open: Vec<&Mark> = Vec::new();
    let mut next = 0;
    for (at, cut) in cuts.iter().enumerate() {
        // Marks may cross: those opened after one that ends are closed and opened again.
        while let Some(first) = open.iter().position(|m| m.end <= *cut) {
            let mut again = Vec::new();
            while open.len() > first {
                if let Some(mark) = open.pop() {
                    paint.close(mark, open.last().copied(), mark.end <= *cut);
                    if mark.end > *cut {
                        again.push(mark);
                    }
                }
            }
            for mark in again.into_iter().rev() {
                paint.open(mark);
                open.push(mark);
            }
        }
        if let Some(section) = record.sections.iter().find(|s| s.start as usize == *cut) {
            let kind = serde_json::to_value(section.kind).ok();
            paint.section(kind.as_ref().and_then(|k| k.as_str()).unwrap_or_default());
        }
        if let Some(number) = record
            .sentences
            .iter()
            .position(|s| s.start as usize == *cut)
        {
            paint.sentence(number + 1);
        }
        while next < marks.len() && marks[next].start <= *cut {
            if marks[next].end > *cut {
                paint.open(&marks[next]);
                open.push(&marks[next]);
            }
            next += 1;
        }
        if let Some(end) = cuts.get(at + 1) {
            paint.text(&text[bytes[*cut]..bytes[*end]]);
        }
    }
}

/// A view with ANSI colours, for a terminal.
#[must_use]
pub fn terminal(record: &Record) -> String {
    let mut paint = Terminal { out: String::new() };
    walk(record, &mut paint);
    paint.out.push_str("\n\n");
    paint.out.push_str(&facts(record));
    paint.out
}

struct Terminal {
    out: String,
}

const DIM: Style = Style::new().dimmed();

impl Paint for Terminal {
    fn section(&mut self, kind: &str) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        let _ = writeln!(self.out, "{DIM}── {kind} ──{DIM:#}");
    }

    fn sentence(&mut self, number: usize) {
        let _ = write!(self.out, "{DIM}{number}:{DIM:#} ");
    }

    fn open(&mut self, mark: &Mark) {
        let _ = write!(self.out, "{}", mark.kind.style());
    }

    fn close(&mut self, mark: &Mark, under: Option<&Mark>, last: bool) {
        let style = mark.kind.style();
        let _ = write!(self.out, "{style:#}");
        if last {
            let _ = write!(self.out, "{DIM}[{} {}]{DIM:#}", mark.kind.name(), mark.note);
        }
        if let Some(under) = under {
            let _ = write!(self.out, "{}", under.kind.style());
        }
    }

    fn text(&mut self, text: &str) {
        // Control characters of an untrusted text are not for the terminal.
        self.out.extend(text.chars().map(|c| {
            if c.is_control() && c != '\n' && c != '\t' {
                '\u{FFFD}'
            } else {
                c
            }
        }));
    }
}

/// A page of HTML that needs nothing but itself.
#[must_use]
pub fn html(record: &Record) -> String {
    let mut paint = Html {
        out: String::new(),
        in_section: false,
    };
    walk(record, &mut paint);
    let body = paint.out;
    let title = escape(record.title.as_deref().unwrap_or(&record.source.path));
    let mut styles = String::new();
    for (kind, colour) in Kind::ALL.into_iter().zip([
        "#bfe8bf", "#bfe6e8", "#f3e6a6", "#c3d5f7", "#e6c9ee", "#f6c4c0", "#ddd",
    ]) {
        let _ = writeln!(
            styles,
            ".{} {{ background: {colour}; border-radius: 3px; }}",
            kind.name()
        );
    }
    format!(
        "<!doctype html>\n<html lang=\"fr\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\nbody {{ font: 1rem/1.6 Georgia, serif; \
         max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}\nsection {{ white-space: pre-wrap; border-left: 3px solid #ccc; \
         padding-left: 1rem; margin: 1rem 0; }}\nsection::before {{ content: attr(data-kind); display: block; font: .75rem sans-serif; \
         color: #777; }}\npre {{ white-space: pre-wrap; }}\n{styles}</style>\n<h1>{title}</h1>\n{body}</section>\n<pre>{}</pre>\n</html>\n",
        escape(&facts(record))
    )
}

struct Html {
    out: String,
    in_section: bool,
}

impl Paint for Html {
    fn section(&mut self, kind: &str) {
        if std::mem::replace(&mut self.in_section, true) {
            self.out.push_str("</section>\n");
        }
        let _ = write!(self.out, "<section data-kind=\"{kind}\">");
    }

    fn sentence(&mut self, _number: usize) {}

    fn open(&mut self, mark: &Mark) {
        let note = escape(&mark.note);
        let _ = write!(
            self.out,
            "<span class=\"{}\" title=\"{} {note}\">",
            mark.kind.name(),
            mark.kind.name()
        );
    }

    fn close(&mut self, _mark: &Mark, _under: Option<&Mark>, _last: bool) {
        self.out.push_str("</span>");
    }

    fn text(&mut self, text: &str) {
        if !self.in_section && !text.trim().is_empty() {
            self.section("");
        }
        self.out.push_str(&escape(text));
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// People and agreements, a line each.
fn facts(record: &Record) -> String {
    let mut out = String::new();
    for p in &record.people {
        let roles: Vec<&str> = p.roles.iter().map(|r| r.title.as_str()).collect();
        let _ = writeln!(
            out,
            "{} {}: {}",
            p.id,
            p.name,
            roles.join("; ").replace('\n', " ")
        );
    }
    for a in &record.agreements {
        let word = |v: serde_json::Result<serde_json::Value>| {
            v.ok()
                .and_then(|v| v.as_str().map(str::to_owned))
                .unwrap_or_default()
        };
        let parties: Vec<&str> = a
            .parties
            .iter()
            .map(|p| p.country.as_deref().unwrap_or(&p.name))
            .collect();
        let _ = writeln!(
            out,
            "{} {}: {} {}, {}, {}, {}",
            a.id,
            a.name.replace('\n', " "),
            word(serde_json::to_value(a.kind)),
            word(serde_json::to_value(a.status)),
            parties.join(" + "),
            a.signatories.join(" "),
            a.date.as_deref().unwrap_or("no date")
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{html, terminal};
    use crate::ingest::Document;
    use crate::record::{Date, DateType, Mention, Place, PlaceKind, Record, Source};

    fn record() -> Record {
        let document = Document::from_text("x.txt", "À Sète <hier>.");
        let source = Source {
            path: document.path,
            id: None,
            format: document.format,
            bytes: 1,
            pages: None,
        };
        let mut record = Record::new(document.id, source);
        record.text = Some(document.text);
        let mention = Mention {
            start: 2,
            end: 6,
            text: "Sète".into(),
            rule: "places/city".into(),
        };
        record.places.push(Place {
            id: "l1".into(),
            name: "Sète".into(),
            kind: PlaceKind::City,
            country: Some("FR".into()),
            latitude: None,
            longitude: None,
            mentions: vec![mention],
        });
        // Crosses the place.
        record.dates.push(Date {
            start: 4,
            end: 12,
            text: "te <hier".into(),
            kind: DateType::Date,
            value: None,
            from: None,
            to: None,
            rule: "dates/x".into(),
        });
        record
    }

    #[test]
    fn every_mark_shows_its_rule_and_crossing_marks_nest() {
        let view = terminal(&record());
        assert!(view.contains("[place FR places/city]") && view.contains("[date dates/x]"));
        let page = html(&record());
        assert!(page.contains("&lt;hier"));
        assert_eq!(
            page.matches("<span").count(),
            page.matches("</span>").count()
        );
    }
}
