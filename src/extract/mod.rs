//! From annotations to mentions and facts: one module a kind.
//!
//! A [`Reading`] holds everything known about a text once the rules have run;
//! each module turns the annotations of its kinds into items of the record, in
//! this order, because the later ones need the earlier: dates, places,
//! organisations, people with their roles, agreements, contacts.

pub mod agreements;
pub mod capitals;
pub mod contacts;
pub mod dates;
pub mod gazetteer;
pub mod head;
pub mod organisations;
pub mod people;
pub mod places;

use crate::grammar::{Annotation, Grammar, Lattice, Unit};
use crate::ingest::Deadline;
use crate::layout::{Layout, SectionKind};
use crate::record::{CodePoints, Mention};
use crate::resolve::dates::tense::TenseWords;

/// A text with its tokens, layout and annotations.
pub struct Reading<'t, 'g> {
    /// The rules and lexicons in force.
    pub grammar: &'g Grammar,
    /// The words that tell the tense around a date.
    pub tense: &'g TenseWords,
    /// Tokens and annotations.
    pub lattice: Lattice<'t, 'g>,
    /// Sections, title, dateline.
    pub layout: &'t Layout,
    /// Sentences, and lines outside sentences: what rules ran over.
    pub units: Vec<Unit>,
    /// What relative dates refer to: the dateline's day, else the day given with the document.
    pub anchor: Option<jiff::civil::Date>,
    /// Byte offsets to code points.
    pub points: CodePoints<'t>,
    /// When all must be over. Loops over many facts end early once it is, and
    /// the document fails: what they found then is not used.
    pub deadline: Deadline,
}

impl<'t> Reading<'t, '_> {
    /// Whether a token tells the legal form of a body: « S.A. ».
    #[must_use]
    pub fn is_legal_form(&self, at: u32) -> bool {
        let word = &self.lattice.tokens[at as usize..=at as usize];
        let lexicon = &self.grammar.lexicon;
        lexicon.feature(word, "org-suffix", "iso").is_some()
    }

    /// The ISO code of the country whose adjective is the first among these tokens.
    #[must_use]
    pub fn demonym(&self, start: u32, end: u32) -> Option<&str> {
        /// Tokens of the longest: « cap-verdien ».
        const LONGEST: usize = 3;
        let tokens = &self.lattice.tokens[start as usize..end as usize];
        let lexicon = &self.grammar.lexicon;
        (0..tokens.len()).find_map(|at| {
            let longest = LONGEST.min(tokens.len() - at);
            let mut words = (1..=longest).rev().map(|width| &tokens[at..at + width]);
            let found = words.find_map(|words| lexicon.feature(words, "demonym", "iso"))?;
            // « La Polynésie française » is not France.
            let at = start + at as u32;
            let mut places = self.lattice.of_kind("place").into_iter();
            let place = places.find(|p| p.start < at && at < p.end);
            place.and_then(|p| p.text("iso")).or(Some(found))
        })
    }

    /// The code points from the first of these tokens to the last, and their text.
    #[must_use]
    pub fn span(&self, start: u32, end: u32) -> (u32, u32, &'t str) {
        let bytes = self.lattice.bytes(start, end);
        let span = self.points.span(bytes.clone());
        (span.start, span.end, &self.lattice.text[bytes])
    }

    /// A mention over these tokens.
    #[must_use]
    pub fn mention(&self, start: u32, end: u32, rule: &str) -> Mention {
        let (start, end, text) = self.span(start, end);
        Mention {
            start,
            end,
            text: text.to_owned(),
            rule: rule.to_owned(),
        }
    }

    /// Whether the time of the document is up.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.deadline.is_over()
    }

    /// The mention that an annotation is.
    #[must_use]
    pub fn mention_of(&self, annotation: &Annotation<'_>) -> Mention {
        self.mention(annotation.start, annotation.end, annotation.rule)
    }

    /// Whether a unit is a heading between the paragraphs.
    #[must_use]
    pub fn is_heading(&self, unit: usize) -> bool {
        let section = self.layout.units.get(unit).map(|u| u.section as usize);
        let section = section.and_then(|at| self.layout.sections.get(at));
        section.is_some_and(|s| s.kind == SectionKind::Heading)
    }

    /// Whether the last token of a unit is a colon, and so a list follows.
    #[must_use]
    pub fn announces(&self, unit: usize) -> bool {
        let unit = self.units[unit];
        unit.end > unit.start && self.lattice.words(unit.end - 1, unit.end) == ":"
    }

    /// Index of the unit that holds a token.
    #[must_use]
    pub fn unit_of(&self, token: u32) -> usize {
        self.units.partition_point(|u| u.end <= token)
    }
}
