//! What an engine is built from.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::ingest::Limits;

/// How documents are to be read. The same configuration and the same document
/// give the same record.
#[derive(Clone, Debug)]
pub struct Config {
    /// Whether to look for letterheads, titles and contacts.
    pub layout: LayoutMode,
    /// What relative dates refer to where a document gives no date itself.
    pub anchor: Option<Date>,
    /// Folders of rules and lexicons that add to or override the built-in ones.
    pub rules: Vec<PathBuf>,
    /// Whether the record holds the text.
    pub keep_text: bool,
    /// Whether the rules run over a text that is not French too.
    pub any_language: bool,
    /// Whether the record of a PDF says where its mentions stand.
    pub boxes: bool,
    /// Limits of one document.
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            layout: LayoutMode::Auto,
            anchor: None,
            rules: Vec::new(),
            keep_text: true,
            any_language: false,
            boxes: false,
            limits: Limits::default(),
        }
    }
}

/// Whether a document has a layout to look for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LayoutMode {
    /// Letterhead, title, dateline, contacts are looked for.
    #[default]
    Auto,
    /// The text is bare prose.
    None,
}
