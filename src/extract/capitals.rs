//! Words in capitals back to ordinary capitals: « MINISTERE DES ARMEES » to
//! « Ministère des Armées ».
//!
//! Lists know the accents that capitals have lost and the small words that
//! stay small (`{link-word}`). A word right after a noun is taken for its
//! adjective and stays small; a word after a small word begins a noun.

use super::Reading;
use crate::segment::{Shape, Token};

/// The lexicons that are asked for the spelling of a word, best first: places
/// and bodies keep their capital, plain words lose it.
const PROPER: [&str; 8] = [
    "country",
    "capital",
    "region-world",
    "region-fr",
    "departement",
    "commune",
    "city-world",
    "organisation",
];
const PLAIN: [&str; 3] = ["function-adjective", "org-head", "common-word"];

/// Words that keep their capitals.
const ACRONYMS: [&str; 2] = ["acronym", "plain-acronym"];

/// The words of these tokens on one line, in ordinary capitals where the text
/// has them in capitals throughout.
#[must_use]
pub fn ordinary(reading: &Reading<'_, '_>, start: u32, end: u32) -> String {
    let tokens = &reading.lattice.tokens[start as usize..end as usize];
    let words = tokens.iter().filter(|t| t.shape.any(WORD));
    let shout = words.clone().count() > 0
        && words.clone().all(|t| t.shape.any(Shape::CAPS))
        && words
            .clone()
            .any(|t| is_long_word(t, reading.lattice.text) || is_of(reading, t, "link-word"));
    let mut out = String::new();
    let mut after_noun = false;
    let mut after_link = false;
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let form = token.text(reading.lattice.text);
        let glued = at > 0 && token.flags.any(crate::segment::Flags::GLUED);
        if at > 0 && !glued {
            out.push(' ');
        }
        if !shout {
            out.push_str(form);
            at += 1;
            continue;
        }
        let entries = reading.grammar.lexicon.entries(std::slice::from_ref(token));
        // « VOILES & FRET SA »: a legal form at the end, no « sa ».
        let form_of_company = entries.iter().find(|e| e.lexicon() == "org-suffix");
        if let Some(legal) = form_of_company.filter(|_| at > 0 && at + 1 == tokens.len()) {
            out.push_str(legal.form());
            at += 1;
            continue;
        }
        if at > 0 && entries.iter().any(|e| e.lexicon() == "link-word") {
            out.push_str(&form.to_lowercase());
            // « souveraineté industrielle et numérique »: the adjectives go on.
            after_noun = after_noun && form.eq_ignore_ascii_case("et") && {
                let next = tokens.get(at + 1);
                next.is_some_and(|t| is_of(reading, t, "body-adjective"))
            };
            after_link = true;
            at += 1;
            continue;
        }
        // « S.A. » stays as it is.
        if !token.shape.any(Shape::CAPS) || form.contains('.') {
            out.push_str(form);
            after_noun = after_noun && form != "&";
            at += 1;
            continue;
        }
        if let Some((len, name)) = proper(reading, &tokens[at..], after_link) {
            out.push_str(name);
            at += len;
            after_noun = true;
            after_link = false;
            continue;
        }
        after_link = false;
        let known = PLAIN
            .iter()
            .find_map(|l| entries.iter().find(|e| e.lexicon() == *l));
        if known.is_none() && entries.iter().any(|e| ACRONYMS.contains(&e.lexicon())) {
            out.push_str(form);
            after_noun = false;
            at += 1;
            continue;
        }
        let inside = if glued && out.ends_with('-') {
            is_of(reading, token, "org-head")
        } else {
            after_noun
        };
        let plain = known.map_or_else(|| form.to_lowercase(), |e| e.form().to_lowercase());
        // A word that no list knows is a name.
        if known.is_some() && inside {
            out.push_str(&plain);
        } else {
            let mut letters = plain.chars();
            out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            out.extend(letters);
            after_noun = true;
        }
        at += 1;
    }
    out
}

/// The name that begins at the first of these tokens, spelt as listed.
///
/// A department after « de » is one, though its name is a word too (« PRÉFECTURE DU LOT »).
fn proper<'g>(
    reading: &Reading<'_, 'g>,
    tokens: &[Token],
    after_link: bool,
) -> Option<(usize, &'g str)> {
    let longest = tokens.len().min(12);
    (1..=longest).rev().find_map(|len| {
        let entries = reading.grammar.lexicon.entries(&tokens[..len]);
        let entry = PROPER
            .iter()
            .find_map(|l| entries.iter().find(|e| e.lexicon() == *l))?;
        let is_word = len == 1
            && !(after_link && entry.lexicon() == "departement")
            && (entry.feature("ambiguous").is_some()
                || entries.iter().any(|e| PLAIN.contains(&e.lexicon())));
        (!is_word).then(|| (len, entry.form()))
    })
}

/// Whether a list holds the word. A small word is no acronym (« VILLE DE BREST »).
fn is_of(reading: &Reading<'_, '_>, token: &Token, lexicon: &str) -> bool {
    let entries = reading.grammar.lexicon.entries(std::slice::from_ref(token));
    entries.iter().any(|e| e.lexicon() == lexicon)
}

/// A word with letters enough to tell capitals from an acronym.
fn is_long_word(token: &Token, text: &str) -> bool {
    token.shape.any(Shape::CAPS) && token.text(text).chars().count() > 5
}

const WORD: Shape = Shape::LOWER.with(Shape::CAP).with(Shape::CAPS);
