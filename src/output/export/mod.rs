//! Records in the formats that others read.
//!
//! One module a format. Formats of lines ([`Target::lines`]) are a stream that
//! can be cut into parts; formats of files give a file or two a document;
//! tables are a folder of CSV or a Parquet file.

mod brat;
mod bulk;
mod conll;
mod csv;
mod document;
mod ftm;
mod meilisearch;
#[cfg(feature = "parquet")]
mod parquet;
mod quickwit;
mod spacy;
mod spans;
mod target;
mod tei;
mod timeml;
mod typesense;
mod w3c;
mod xml;

use std::io;
use std::path::PathBuf;

use serde_json::Value;

use self::target::{Files, Lines};
use crate::record::{Record, vocabulary};

vocabulary! {
    /// A format that others read.
    ExportFormat {
        /// Lines for the bulk interface of OpenSearch.
        Opensearch = "opensearch",
        /// The same for Elasticsearch.
        Elasticsearch = "elasticsearch",
        /// Documents for Meilisearch.
        Meilisearch = "meilisearch",
        /// Documents for Typesense.
        Typesense = "typesense",
        /// Documents for Quickwit.
        Quickwit = "quickwit",
        /// Tables, one a kind of fact.
        Csv = "csv",
        /// A typed file, one row a document, its facts as lists.
        Parquet = "parquet",
        /// Stand-off annotation for brat.
        Brat = "brat",
        /// Words with BIO tags.
        Conll = "conll",
        /// Documents for spaCy's DocBin.
        Spacy = "spacy",
        /// Web Annotations.
        W3c = "w3c",
        /// Entities of FollowTheMoney.
        Ftm = "ftm",
        /// Marked-up text after the TEI.
        Tei = "tei",
        /// Marked-up times after TimeML.
        Timeml = "timeml",
    }
}

/// How to export.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where to: a file, or a folder; nowhere is standard output.
    pub output: Option<PathBuf>,
    /// Largest part of a stream in bytes; the output is a folder then.
    pub split: Option<u64>,
    /// Name of the index that bulk lines go to.
    pub index: String,
    /// The only table to write.
    pub table: Option<String>,
    /// For French spreadsheets: a byte order mark, `;` between columns.
    pub excel: bool,
}

/// Writes records in a format.
pub trait Exporter {
    /// Writes a record.
    ///
    /// # Errors
    ///
    /// If the record lacks what the format needs, or the output fails.
    fn push(&mut self, record: &Record) -> Result<(), ExportError>;

    /// Ends the output.
    ///
    /// # Errors
    ///
    /// If the output fails.
    fn finish(self: Box<Self>) -> Result<(), ExportError>;
}

/// Why a record cannot be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The record lacks its text.
    #[error("has no text (extract without --no-text)")]
    NoText,
    /// The output fails.
    #[error("{0}")]
    Output(#[from] io::Error),
    /// The options do not fit.
    #[error("{0}")]
    Usage(String),
}

/// An exporter of a format.
///
/// # Errors
///
/// If the options do not fit the format, or the output cannot be made.
pub fn exporter(format: ExportFormat, options: &Options) -> Result<Box<dyn Exporter>, ExportError> {
    use ExportFormat as F;
    Ok(match format {
        F::Opensearch | F::Elasticsearch => {
            let index = options.index.clone();
            Lines::boxed(options, "ndjson", move |record, out| {
                bulk::write(record, &index, out);
                Ok(())
            })?
        }
        F::Meilisearch => Lines::boxed(options, "ndjson", meilisearch::write)?,
        F::Typesense => Lines::boxed(options, "jsonl", typesense::write)?,
        F::Quickwit => Lines::boxed(options, "ndjson", quickwit::write)?,
        F::Conll => Lines::boxed(options, "conll", conll::write)?,
        F::Spacy => Lines::boxed(options, "jsonl", spacy::write)?,
        F::W3c => Lines::boxed(options, "jsonl", w3c::write)?,
        F::Ftm => Lines::boxed(options, "ijson", ftm::write)?,
        F::Brat => {
            let files = Files::boxed(options, brat::files)?;
            if let Some(folder) = &options.output {
                std::fs::write(folder.join("annotation.conf"), brat::configuration())?;
            }
            files
        }
        F::Tei => Files::boxed(options, tei::files)?,
        F::Timeml => Files::boxed(options, timeml::files)?,
        F::Csv => csv::exporter(options)?,
        #[cfg(feature = "parquet")]
        F::Parquet => parquet::exporter(options)?,
        #[cfg(not(feature = "parquet"))]
        F::Parquet => {
            let message =
                "this program was built without Parquet (build it with `--features parquet`)";
            return Err(ExportError::Usage(message.to_owned()));
        }
    })
}

/// What a server is told before it is fed: mapping, settings, schema.
#[must_use]
pub fn settings(format: ExportFormat, index: &str) -> Option<Value> {
    use ExportFormat as F;
    Some(match format {
        F::Opensearch | F::Elasticsearch => bulk::settings(),
        F::Meilisearch => meilisearch::settings(),
        F::Typesense => typesense::settings(index),
        F::Quickwit => quickwit::settings(index),
        _ => return None,
    })
}

/// The text of a record.
fn text_of(record: &Record) -> Result<&str, ExportError> {
    record.text.as_deref().ok_or(ExportError::NoText)
}

/// Writes a value as a line.
fn push_line(out: &mut Vec<u8>, value: &impl serde::Serialize) -> Result<(), ExportError> {
    serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
    out.push(b'\n');
    Ok(())
}
