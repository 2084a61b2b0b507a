//! The engine: everything that reading a document needs, built once, never
//! changed, shared by all threads.

use std::path::PathBuf;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::{Config, street};
use crate::grammar::{Grammar, RuleErrors, RuleSources};
use crate::ingest::{Deadline, Document};
use crate::layout::LayoutData;
use crate::record::{Problem, Record};
use crate::resolve::dates::tense::TenseWords;
use crate::segment::{SegmentData, tokenize};

/// Reads documents.
pub struct Engine {
    config: Config,
    grammar: Grammar,
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
    /// Builds an engine.
    ///
    /// # Errors
    ///
    /// If a folder of rules cannot be read or its rules are not right.
    pub fn new(config: Config) -> Result<Self, EngineError> {
        let segment = SegmentData::builtin();
        let sources = sources(&config)?;
        let layout = layout(&sources, &segment)?;
        let grammar = grammar(sources, &segment)?;
        let tense = TenseWords::new(&grammar.lexicon);
        Ok(Engine {
            config,
            grammar,
            tense,
            segment,
            layout,
        })
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

/// The built-in rules and lexicons, and those laid over them.
fn sources(config: &Config) -> Result<RuleSources, EngineError> {
    let mut sources = RuleSources::built_in()?;
    for folder in &config.rules {
        sources.overlay(folder)?;
    }
    Ok(sources)
}

/// The lists of the layout: the cues are a lexicon as any other, and may be laid over.
fn layout(sources: &RuleSources, data: &SegmentData) -> Result<LayoutData, EngineError> {
    let Some(cues) = sources.lexicons.iter().find(|file| file.name == "cue") else {
        return Ok(LayoutData::builtin(data));
    };
    LayoutData::with_cues(&cues.text, data).map_err(|message| EngineError::Rules {
        path: "layout/cue.tsv".into(),
        message,
    })
}

/// Compiles the rules.
fn grammar(sources: RuleSources, data: &SegmentData) -> Result<Grammar, EngineError> {
    let split = |text: &str| -> Vec<(usize, usize)> {
        // « oct. », « art. » keep their stop where a number follows: as they mostly stand.
        let number = if text.ends_with('.') { " 1" } else { "" };
        tokenize(&format!("{text}{number}"), data)
            .tokens
            .iter()
            .map(|t| (t.start as usize, t.end as usize))
            .filter(|(_, end)| *end <= text.len())
            .collect()
    };
    Ok(Grammar::compile(sources, &split)?)
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
    // The code itself: see build.rs.
    hash.update(env!("GREFFIER_CODE"));
    RuleSources::visit_built_in(&mut |file| {
        hash.update((file.len() as u64).to_le_bytes());
        hash.update(file);
    });
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
