//! Tables for spreadsheets and databases: one a kind of fact, each row with
//! the id of its document.

use std::io::{self, Write};

use super::document::names;
use super::target::Sealed;
use super::{ExportError, Exporter, Options};
use crate::record::Record;

/// The rows of a record in a table.
type Rows = fn(&Record) -> Vec<Vec<String>>;

/// A table: name, columns after `document_id`, rows.
struct Table {
    name: &'static str,
    columns: &'static [&'static str],
    rows: Rows,
}

/// Every table.
const TABLES: &[Table] = &[
    Table {
        name: "documents",
        columns: &[
            "path",
            "format",
            "bytes",
            "pages",
            "lang",
            "kind",
            "issuer",
            "title",
            "date",
            "place",
            "people",
            "organisations",
            "agreements",
            "warnings",
        ],
        rows: documents,
    },
    Table {
        name: "people",
        columns: &[
            "person_id",
            "name",
            "given",
            "family",
            "gender",
            "roles",
            "mentions",
            "start",
            "end",
        ],
        rows: people,
    },
    Table {
        name: "roles",
        columns: &[
            "person_id",
            "person",
            "title",
            "organisation",
            "country",
            "status",
            "start",
            "end",
            "rule",
        ],
        rows: roles,
    },
    Table {
        name: "dates",
        columns: &[
            "text", "type", "value", "from", "to", "start", "end", "rule",
        ],
        rows: dates,
    },
    Table {
        name: "places",
        columns: &[
            "place_id",
            "name",
            "kind",
            "country",
            "latitude",
            "longitude",
            "mentions",
            "start",
            "end",
        ],
        rows: places,
    },
    Table {
        name: "organisations",
        columns: &[
            "organisation_id",
            "name",
            "acronym",
            "kind",
            "country",
            "mentions",
            "start",
            "end",
        ],
        rows: organisations,
    },
    Table {
        name: "agreements",
        columns: &[
            "agreement_id",
            "kind",
            "name",
            "status",
            "parties",
            "signatories",
            "date",
            "place",
            "amount",
            "currency",
            "subject",
            "mentions",
            "start",
            "end",
            "rule",
        ],
        rows: agreements,
    },
    Table {
        name: "parties",
        columns: &["agreement_id", "name", "country"],
        rows: parties,
    },
    Table {
        name: "mentions",
        columns: &["kind", "item_id", "text", "start", "end", "rule"],
        rows: mentions,
    },
];

/// The tables, as files of a folder or one of them as a stream.
pub(super) fn exporter(options: &Options) -> Result<Box<dyn Exporter>, ExportError> {
    let usage = |message: String| Err(ExportError::Usage(message));
    let mut outputs = Vec::new();
    if let Some(name) = &options.table {
        let Some(table) = TABLES.iter().find(|table| table.name == name) else {
            let names: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
            return usage(format!(
                "no table {name:?} (there are {})",
                names.join(", ")
            ));
        };
        let out = match &options.output {
            Some(path) => Out::File(Sealed::create(path)?),
            None => Out::Stdout(io::stdout()),
        };
        outputs.push(Output::new(table, out, options.excel)?);
    } else {
        let Some(folder) = &options.output else {
            return usage(
                "csv is a folder of tables (name it with -o DIR, or one table with --table)"
                    .to_owned(),
            );
        };
        std::fs::create_dir_all(folder)?;
        for table in TABLES {
            let file = Sealed::create(&folder.join(format!("{}.csv", table.name)))?;
            outputs.push(Output::new(table, Out::File(file), options.excel)?);
        }
    }
    Ok(Box::new(Tables(outputs)))
}

/// Where a table goes.
enum Out {
    Stdout(io::Stdout),
    File(Sealed),
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Out::Stdout(out) => out.write(bytes),
            Out::File(file) => file.out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Out::Stdout(out) => out.flush(),
            Out::File(file) => file.out.flush(),
        }
    }
}

struct Output {
    table: &'static Table,
    writer: csv::Writer<Out>,
}

impl Output {
    fn new(table: &'static Table, mut out: Out, excel: bool) -> Result<Self, ExportError> {
        if excel {
            out.write_all("\u{FEFF}".as_bytes())?;
        }
        let mut writer = csv::WriterBuilder::new()
            .delimiter(if excel { b';' } else { b',' })
            .terminator(if excel {
                csv::Terminator::CRLF
            } else {
                csv::Terminator::Any(b'\n')
            })
            .from_writer(out);
        let columns = std::iter::once("document_id").chain(table.columns.iter().copied());
        writer.write_record(columns).map_err(io::Error::from)?;
        Ok(Output { table, writer })
    }
}

struct Tables(Vec<Output>);

impl Exporter for Tables {
    fn push(&mut self, record: &Record) -> Result<(), ExportError> {
        for output in &mut self.0 {
            for row in (output.table.rows)(record) {
                let row = std::iter::once(&record.id).chain(&row);
                output.writer.write_record(row).map_err(io::Error::from)?;
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        for output in self.0 {
            let inner = output.writer.into_inner();
            match inner
                .map_err(|error| io::Error::new(error.error().kind(), error.error().to_string()))?
            {
                Out::Stdout(mut out) => out.flush()?,
                Out::File(file) => file.seal()?,
            }
        }
        Ok(())
    }
}

/// A value that may be absent.
fn shown(value: Option<&(impl ToString + ?Sized)>) -> String {
    value.map_or_else(String::new, ToString::to_string)
}

/// Where the first mention is.
fn first(mentions: impl IntoIterator<Item = (u32, u32)>) -> [String; 2] {
    let first = mentions.into_iter().next();
    [
        shown(first.map(|f| f.0).as_ref()),
        shown(first.map(|f| f.1).as_ref()),
    ]
}

/// What stands between the values of a list.
const BETWEEN: &str = " | ";

fn documents(record: &Record) -> Vec<Vec<String>> {
    let dateline = record.dateline.as_ref();
    let warnings: Vec<&str> = record.warnings.iter().map(|w| w.code.as_str()).collect();
    vec![vec![
        record.source.path.clone(),
        record.source.format.to_string(),
        record.source.bytes.to_string(),
        shown(record.source.pages.as_ref()),
        shown(record.lang.as_ref()),
        shown(record.kind.as_ref()),
        shown(record.issuer.as_ref()),
        shown(record.title.as_ref()),
        shown(dateline.and_then(|d| d.date.as_ref())),
        shown(dateline.and_then(|d| d.place.as_ref())),
        record.people.len().to_string(),
        record.organisations.len().to_string(),
        record.agreements.len().to_string(),
        warnings.join(BETWEEN),
    ]]
}

fn people(record: &Record) -> Vec<Vec<String>> {
    let row = |p: &crate::record::Person| {
        let roles: Vec<&str> = p.roles.iter().map(|r| r.title.as_str()).collect();
        let [start, end] = first(p.mentions.iter().map(|m| (m.start, m.end)));
        vec![
            p.id.clone(),
            p.name.clone(),
            shown(p.given.as_ref()),
            shown(p.family.as_ref()),
            shown(p.gender.as_ref()),
            roles.join(BETWEEN),
            p.mentions.len().to_string(),
            start,
            end,
        ]
    };
    record.people.iter().map(row).collect()
}

fn roles(record: &Record) -> Vec<Vec<String>> {
    let held = record
        .people
        .iter()
        .flat_map(|p| p.roles.iter().map(move |r| (p, r)));
    held.map(|(p, r)| {
        vec![
            p.id.clone(),
            p.name.clone(),
            r.title.clone(),
            shown(r.organisation.as_ref()),
            shown(r.country.as_ref()),
            r.status.to_string(),
            r.start.to_string(),
            r.end.to_string(),
            r.rule.clone(),
        ]
    })
    .collect()
}

fn dates(record: &Record) -> Vec<Vec<String>> {
    let row = |d: &crate::record::Date| {
        vec![
            d.text.clone(),
            d.kind.to_string(),
            shown(d.value.as_ref()),
            shown(d.from.as_ref()),
            shown(d.to.as_ref()),
            d.start.to_string(),
            d.end.to_string(),
            d.rule.clone(),
        ]
    };
    record.dates.iter().map(row).collect()
}

fn places(record: &Record) -> Vec<Vec<String>> {
    let row = |p: &crate::record::Place| {
        let [start, end] = first(p.mentions.iter().map(|m| (m.start, m.end)));
        vec![
            p.id.clone(),
            p.name.clone(),
            p.kind.to_string(),
            shown(p.country.as_ref()),
            shown(p.latitude.as_ref()),
            shown(p.longitude.as_ref()),
            p.mentions.len().to_string(),
            start,
            end,
        ]
    };
    record.places.iter().map(row).collect()
}

fn organisations(record: &Record) -> Vec<Vec<String>> {
    let row = |o: &crate::record::Organisation| {
        let [start, end] = first(o.mentions.iter().map(|m| (m.start, m.end)));
        vec![
            o.id.clone(),
            o.name.clone(),
            shown(o.acronym.as_ref()),
            shown(o.kind.as_ref()),
            shown(o.country.as_ref()),
            o.mentions.len().to_string(),
            start,
            end,
        ]
    };
    record.organisations.iter().map(row).collect()
}

fn agreements(record: &Record) -> Vec<Vec<String>> {
    let row = |a: &crate::record::Agreement| {
        let parties: Vec<&str> = a.parties.iter().map(|p| p.name.as_str()).collect();
        let [start, end] = first(a.mentions.iter().map(|m| (m.start, m.end)));
        vec![
            a.id.clone(),
            a.kind.to_string(),
            a.name.clone(),
            a.status.to_string(),
            parties.join(BETWEEN),
            names(&a.signatories, record).join(BETWEEN),
            shown(a.date.as_ref()),
            shown(a.place.as_ref()),
            shown(a.amount.as_ref().map(|m| m.value).as_ref()),
            shown(a.amount.as_ref().map(|m| &m.currency)),
            shown(a.subject.as_ref().map(|s| &s.text)),
            a.mentions.len().to_string(),
            start,
            end,
            a.rule.clone(),
        ]
    };
    record.agreements.iter().map(row).collect()
}

fn parties(record: &Record) -> Vec<Vec<String>> {
    let all = record
        .agreements
        .iter()
        .flat_map(|a| a.parties.iter().map(move |p| (a, p)));
    all.map(|(a, p)| vec![a.id.clone(), p.name.clone(), shown(p.country.as_ref())])
        .collect()
}

fn mentions(record: &Record) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut push = |kind: &str, item: &str, text: &str, start: u32, end: u32, rule: &str| {
        let (start, end) = (start.to_string(), end.to_string());
        rows.push(vec![
            kind.to_owned(),
            item.to_owned(),
            text.to_owned(),
            start,
            end,
            rule.to_owned(),
        ]);
    };
    for person in &record.people {
        for m in &person.mentions {
            push("person", &person.id, &m.text, m.start, m.end, &m.rule);
        }
    }
    for role in &record.roles {
        push(
            "role",
            &role.people.join(BETWEEN),
            &role.text,
            role.start,
            role.end,
            &role.rule,
        );
    }
    for date in &record.dates {
        push(
            "date",
            shown(date.value.as_ref()).as_str(),
            &date.text,
            date.start,
            date.end,
            &date.rule,
        );
    }
    let places = record.places.iter().map(|p| ("place", &p.id, &p.mentions));
    let organisations = record
        .organisations
        .iter()
        .map(|o| ("organisation", &o.id, &o.mentions));
    let agreements = record
        .agreements
        .iter()
        .map(|a| ("agreement", &a.id, &a.mentions));
    for (kind, id, all) in places.chain(organisations).chain(agreements) {
        for m in all {
            push(kind, id, &m.text, m.start, m.end, &m.rule);
        }
    }
    rows
}
