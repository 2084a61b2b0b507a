//! An embedded search index of records.
//!
//! [`Builder`] fills a folder with an index, by document id, so that the same
//! document twice is one; [`Catalogue`] answers an [`Ask`] with [`Answer`].
//! Text is searched by stem, without accents and elided articles; names are
//! searched by their words. A record is kept whole beside its words, so that
//! what was found can go on to `greffier export`.

mod ask;
mod build;
mod catalogue;
mod fields;
mod group;
mod hit;
mod query;
mod words;

pub use ask::{AgreementFilter, Ask, DateScope, Facet, Sort};
pub use build::Builder;
pub use catalogue::{Answer, Catalogue, FacetCount};
pub use hit::{Hit, Snippet};

/// Why an index cannot be built or asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The folder holds something else.
    #[error("{0}: is no index (name an empty or new folder)")]
    NoIndex(String),
    /// There is no such folder.
    #[error("{0}: no such index (make it with `greffier index --into {0}`)")]
    Missing(String),
    /// An index of another version of the program.
    #[error("{0}: an index of another version (build it anew in another folder)")]
    OtherVersion(String),
    /// Another process writes to it.
    #[error("{0}: another process is writing to this index (wait until it is done)")]
    Busy(String),
    /// A date that is none.
    #[error("{0:?} is no date (write 2026, 2026-01 or 2026-01-27)")]
    BadDate(String),
    /// The folder cannot be read or written.
    #[error("{0}: {1}")]
    Folder(String, std::io::Error),
    /// What the index library says.
    #[error("index: {0}")]
    Index(#[from] tantivy::TantivyError),
}
