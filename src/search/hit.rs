//! A document that was found, with the words that it was found by.

use std::collections::BTreeMap;

use serde::Serialize;
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Searcher, TantivyError, Term};

use super::SearchError;
use super::ask::Ask;
use super::fields::Fields;
use super::query;
use super::words::Words;
use crate::record::{CodePoints, Record, SectionKind, Span};

/// Longest snippet, in characters.
const SNIPPET: usize = 240;

/// A document that was found.
#[derive(Debug, Serialize)]
pub struct Hit {
    /// Id of the document.
    pub id: String,
    /// Where it was read.
    pub path: String,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Day of its dateline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Who speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// How well it fits; 0 where that was not asked.
    pub score: f32,
    /// Words of the text around what was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snippet: Option<Snippet>,
    /// The whole record.
    #[serde(skip)]
    pub record: Record,
}

/// Words of a text, with what is to be shown in bold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// The words, on one line.
    pub text: String,
    /// Code points of `text`.
    pub highlights: Vec<Span>,
}

impl Hit {
    /// The document of a stored record.
    pub(super) fn new(
        line: &[u8],
        score: f32,
        highlighter: &Highlighter,
    ) -> Result<Self, SearchError> {
        let record: Record = serde_json::from_slice(line)
            .map_err(|error| TantivyError::InternalError(error.to_string()))?;
        Ok(Hit {
            id: record.id.clone(),
            path: record.source.path.clone(),
            title: record.title.clone(),
            date: record.dateline.as_ref().and_then(|d| d.date.clone()),
            issuer: record.issuer.clone(),
            score,
            snippet: highlighter.snippet(&record),
            record,
        })
    }
}

/// Finds the words to show.
pub(super) struct Highlighter(SnippetGenerator);

impl Highlighter {
    pub fn new(searcher: &Searcher, fields: &Fields, ask: &Ask) -> Result<Self, SearchError> {
        let mut weights = BTreeMap::new();
        for word in query::wanted_words(ask) {
            let frequency = searcher.doc_freq(&Term::from_field_text(fields.text, &word))?;
            weights.insert(word, 1.0 / (1.0 + frequency as f32));
        }
        let words = TextAnalyzer::from(Words::text());
        Ok(Highlighter(SnippetGenerator::new(
            weights,
            words,
            fields.text,
            SNIPPET,
        )))
    }

    /// The words around what was asked for, or the first of the prose.
    fn snippet(&self, record: &Record) -> Option<Snippet> {
        let text = record.text.as_deref()?;
        let found = self.0.snippet(text);
        let (fragment, ranges) = if found.is_empty() {
            (beginning(record, text), Vec::new())
        } else {
            (found.fragment(), found.highlighted().to_vec())
        };
        let points = CodePoints::new(fragment);
        let highlights = ranges.into_iter().map(|range| points.span(range)).collect();
        let line = |c: char| if c.is_whitespace() { ' ' } else { c };
        Some(Snippet {
            text: fragment.chars().map(line).collect(),
            highlights,
        })
        .filter(|snippet| !snippet.text.is_empty())
    }
}

/// The first sentence of the prose.
fn beginning<'t>(record: &Record, text: &'t str) -> &'t str {
    let body = record.sections.iter().find(|s| s.kind == SectionKind::Body);
    let start = body.map_or(0, |section| section.start);
    let sentence = record.sentences.iter().find(|s| s.start >= start);
    let points = CodePoints::new(text);
    sentence.map_or("", |s| {
        let end = s.end.min(s.start + SNIPPET as u32);
        &text[points.byte(s.start)..points.byte(end)]
    })
}
