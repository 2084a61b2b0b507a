//! The engine: everything that reading a document needs, built once, never
//! changed, shared by all threads.

use std::path::PathBuf;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::{Config, built_in, street};
use crate::grammar::{Grammar, RuleErrors};
use crate::ingest::{Deadline, Document};
use crate::layout::LayoutData;
use crate::record::{Problem, Record};
use crate::resolve::dates::tense::TenseWords;
use crate::segment::{SegmentData, split_form};

/// Reads documents.
pub struct Engine {
    config: Config,
    grammar: Grammar,
    slow_start: bool,
    tense: TenseWords,
    segment: SegmentData,
    layout: LayoutData,
}

/// Why an engine could not be built.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// A folder of rules cannot be read.
    #[error("{}: {message}", path.display())]
    Rules {
        /// The folder or file.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
    /// Rules or lexicons are malformed.
    #[error(transparent)]
    Grammar(#[from] RuleErrors),
}

impl Engine {
    /// Builds an engine: of the rules that were compiled with the program or,
    /// where folders are laid over them, of their sources.
    ///
    /// # Errors
    ///
    /// If a folder of rules cannot be read or its rules are not right.
    pub fn new(config: Config) -> Result<Self, EngineError> {
        if !config.rules.is_empty() {
            return Self::from_sources(config);
        }
        if let Some(grammar) = built_in::grammar() {
            return Self::with_grammar(config, grammar, SegmentData::builtin());
        }
        let mut engine = Self::from_sources(config)?;
        engine.slow_start = true;
        Ok(engine)
    }

    /// Builds an engine of the sources of all rules: slower, but it has the
    /// rules as they were written, with their examples.
    ///
    /// # Errors
    ///
    /// As [`Engine::new`].
    pub fn from_sources(config: Config) -> Result<Self, EngineError> {
        let segment = SegmentData::builtin();
        let mut sources = built_in::sources()?;
        for folder in &config.rules {
            sources.overlay(folder)?;
        }
        let grammar = Grammar::compile(sources, &|form| split_form(form, &segment))?;
        Self::with_grammar(config, grammar, segment)
    }

    fn with_grammar(
        config: Config,
        grammar: Grammar,
        segment: SegmentData,
    ) -> Result<Self, EngineError> {
        Ok(Engine {
            config,
            layout: layout(&grammar, &segment)?,
            tense: TenseWords::new(&grammar.lexicon),
            grammar,
            segment,
            slow_start: false,
        })
    }

    /// Whether the rules compiled with the program could not be used on this
    /// machine, so that each start compiles them anew.
    #[must_use]
    pub fn starts_slowly(&self) -> bool {
        self.slow_start
    }

    /// The rules and lexicons in force.
    #[must_use]
    pub fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// The words that tell the tense around a date.
    pub(crate) fn tense_words(&self) -> &TenseWords {
        &self.tense
    }

    /// The lists that texts are cut into tokens and sentences by.
    #[must_use]
    pub fn segment_data(&self) -> &SegmentData {
        &self.segment
    }

    /// The lists that the layout is read by.
    #[must_use]
    pub fn layout_data(&self) -> &LayoutData {
        &self.layout
    }

    /// What the engine was built from.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// A name for all that decides what a record says of a document: the
    /// version of the program and its code, the rules, the configuration. Records made under
    /// different fingerprints may differ.
    ///
    /// # Errors
    ///
    /// If a folder of rules cannot be read any more.
    pub fn fingerprint(&self) -> Result<String, EngineError> {
        fingerprint(&self.config)
    }

    /// Reads a document, however long it takes.
    #[must_use]
    pub fn read(&self, document: Document) -> Record {
        match self.read_by(document, Deadline::NEVER) {
            Ok(record) => record,
            Err(problem) => unreachable!("{}", problem.message),
        }
    }

    /// Every match of a rule that met a span of bytes of the text, and what became of it.
    #[must_use]
    pub fn why(&self, text: &str, span: std::ops::Range<usize>) -> Vec<super::Why> {
        street::why(self, text, span)
    }

    /// Reads a document before the deadline.
    ///
    /// # Errors
    ///
    /// If the deadline passes.
    pub fn read_by(&self, document: Document, deadline: Deadline) -> Result<Record, Problem> {
        street::read(self, document, deadline)
    }
}

/// The lists of the layout: the cues are a lexicon as any other, and may be laid over.
fn layout(grammar: &Grammar, data: &SegmentData) -> Result<LayoutData, EngineError> {
    let Some(cues) = grammar.lexicon.text("cue") else {
        return Ok(LayoutData::builtin(data));
    };
    LayoutData::with_cues(cues, data).map_err(|message| EngineError::Rules {
        path: "layout/cue.tsv".into(),
        message,
    })
}

fn fingerprint(config: &Config) -> Result<String, EngineError> {
    let Config {
        layout,
        anchor,
        rules,
        keep_text,
        any_language,
        boxes,
        limits,
    } = config;
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    // The code itself and the built-in rules: see build.rs.
    hash.update(env!("GREFFIER_CODE"));
    hash.update(format!(
        "{layout:?} {anchor:?} {keep_text} {any_language} {boxes} {limits:?}"
    ));
    for folder in rules {
        let failed = |path: &std::path::Path, message: String| EngineError::Rules {
            path: path.to_owned(),
            message,
        };
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(|error| failed(folder, error.to_string()))?;
            if entry.file_type().is_file() {
                let content = std::fs::read(entry.path())
                    .map_err(|error| failed(entry.path(), error.to_string()))?;
                hash.update(entry.path().as_os_str().as_encoded_bytes());
                hash.update((content.len() as u64).to_le_bytes());
                hash.update(content);
            }
        }
    }
    Ok(crate::ingest::hex(&hash.finalize()))
}
