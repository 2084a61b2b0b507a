//! From what is asked to a query of the index.
//!
//! The words of a search are read here and not by the index library, whose
//! query language gives a meaning to `:` and `'`, which French texts are full
//! of. Whatever is typed means something: there are no wrong queries.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhrasePrefixQuery,
    PhraseQuery, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::SearchError;
use super::ask::{Ask, DateScope};
use super::fields::Fields;
use super::group;
use super::words::{GAP, Words};

/// How much more a word in the title says.
const TITLE: f32 = 2.0;

/// One part of what was typed.
#[derive(Debug, PartialEq, Eq)]
struct Item {
    words: String,
    /// Whether only the beginning of the word is given.
    is_prefix: bool,
    is_excluded: bool,
    /// Whether it is an alternative to the part before.
    is_alternative: bool,
}

/// The query for what is asked.
pub(super) fn of(ask: &Ask, fields: &Fields) -> Result<Box<dyn Query>, SearchError> {
    let mut clauses = typed(&ask.words, fields);
    let mut filters: Vec<Box<dyn Query>> = Vec::new();
    for (field, values, mut words) in [
        (fields.person, &ask.people, Words::name()),
        (fields.role, &ask.roles, Words::text()),
        (fields.place, &ask.places, Words::name()),
        (fields.organisation, &ask.organisations, Words::name()),
        (fields.party, &ask.parties, Words::name()),
        (fields.issuer, &ask.issuers, Words::name()),
    ] {
        filters.extend(values.iter().map(|value| phrase(field, &words.of(value))));
    }
    filters.extend(ask.countries.iter().map(|value| country(value, fields)));
    filters.extend(together(ask, fields));
    if let Some((from, to)) = ask.days()? {
        let range = |field| -> Box<dyn Query> {
            let bound = |day| Bound::Included(Term::from_field_i64(field, day));
            Box::new(RangeQuery::new(bound(from), bound(to)))
        };
        filters.push(match ask.dates {
            DateScope::Issued => range(fields.issued),
            DateScope::Mentioned => range(fields.mentioned),
            DateScope::Any => Box::new(BooleanQuery::union(vec![
                range(fields.issued),
                range(fields.mentioned),
            ])),
        });
    }
    for filter in filters {
        clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(filter, 0.0))));
    }
    let asks_for_something = clauses.iter().any(|(occur, _)| *occur == Occur::Must);
    if !asks_for_something {
        clauses.push((Occur::Must, Box::new(AllQuery)));
    }
    Ok(Box::new(BooleanQuery::new(clauses)))
}

/// The parts that must hold of the same fact: people in a function, parties to
/// a kind of agreement.
fn together(ask: &Ask, fields: &Fields) -> Vec<Box<dyn Query>> {
    let mut words = Words::text();
    let mut queries = Vec::new();
    for person in &ask.people {
        for role in &ask.roles {
            let mut near = words.of(person);
            near.extend(words.of(role));
            queries.push(group(fields.capacity, &near));
        }
    }
    for agreement in &ask.agreements {
        let kind = agreement.kind.map(group::kind_word);
        let status = agreement.status.map(group::status_word);
        let what: Vec<String> = kind
            .into_iter()
            .chain(status)
            .flat_map(|word| words.of(&word))
            .collect();
        if ask.parties.is_empty() {
            queries.push(group(fields.pact, &what));
            continue;
        }
        for party in &ask.parties {
            let mut near = what.clone();
            near.extend(words.of(party));
            queries.push(group(fields.pact, &near));
        }
    }
    queries
}

/// Words of the same group.
fn group(field: Field, words: &[String]) -> Box<dyn Query> {
    if words.len() < 2 {
        return phrase(field, words);
    }
    let mut query = PhraseQuery::new(terms(field, words));
    query.set_slop(GAP as u32 / 2);
    Box::new(query)
}

fn country(value: &str, fields: &Fields) -> Box<dyn Query> {
    if value.len() == 2 && value.is_ascii() {
        let code = Term::from_field_text(fields.country, &value.to_ascii_uppercase());
        return Box::new(TermQuery::new(code, IndexRecordOption::Basic));
    }
    phrase(fields.place, &Words::name().of(value))
}

/// The words as typed: those that must be there, and those that must not.
fn typed(typed: &str, fields: &Fields) -> Vec<(Occur, Box<dyn Query>)> {
    let mut clauses: Vec<(Occur, Vec<Box<dyn Query>>)> = Vec::new();
    let mut words = Words::text();
    let mut names = Words::name();
    for item in items(typed) {
        let stems = words.of(&item.words);
        if stems.is_empty() {
            continue;
        }
        let begin = if item.is_prefix {
            names.of(&item.words)
        } else {
            Vec::new()
        };
        let mut places: Vec<Box<dyn Query>> = Vec::new();
        for (field, weight) in [(fields.title, TITLE), (fields.text, 1.0)] {
            let mut query = phrase(field, &stems);
            if let [begin] = begin.as_slice() {
                let begin = PhrasePrefixQuery::new(terms(field, std::slice::from_ref(begin)));
                query = Box::new(BooleanQuery::union(vec![query, Box::new(begin)]));
            }
            places.push(Box::new(BoostQuery::new(query, weight)));
        }
        let query: Box<dyn Query> = Box::new(BooleanQuery::union(places));
        match clauses.last_mut() {
            Some((Occur::Must, alternatives)) if item.is_alternative && !item.is_excluded => {
                alternatives.push(query);
            }
            _ => {
                let occur = if item.is_excluded {
                    Occur::MustNot
                } else {
                    Occur::Must
                };
                clauses.push((occur, vec![query]));
            }
        }
    }
    clauses
        .into_iter()
        .map(|(occur, mut alternatives)| {
            let query: Box<dyn Query> = if alternatives.len() == 1 {
                alternatives.remove(0)
            } else {
                Box::new(BooleanQuery::union(alternatives))
            };
            (occur, query)
        })
        .collect()
}

/// The comparable words of what was typed, exclusions left out, for highlights.
pub(super) fn wanted_words(ask: &Ask) -> Vec<String> {
    let mut words = Words::text();
    let mut wanted = Vec::new();
    for item in items(&ask.words).iter().filter(|item| !item.is_excluded) {
        wanted.extend(words.of(&item.words));
    }
    if wanted.is_empty() {
        let named = [
            &ask.people,
            &ask.roles,
            &ask.places,
            &ask.organisations,
            &ask.parties,
        ];
        for value in named.into_iter().flatten() {
            wanted.extend(words.of(value));
        }
    }
    wanted
}

/// Cuts what was typed into parts.
fn items(typed: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut is_alternative = false;
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let after_minus = rest
            .strip_prefix('-')
            .filter(|r| r.starts_with(|c: char| !c.is_whitespace()));
        let is_excluded = after_minus.is_some();
        let body = after_minus.unwrap_or(rest);
        let close = match body.chars().next() {
            Some('"') => Some('"'),
            Some('«') => Some('»'),
            Some('“') => Some('”'),
            _ => None,
        };
        let (words, next) = if let Some(close) = close {
            let body = &body[body.chars().next().map_or(0, char::len_utf8)..];
            body.split_once(close).unwrap_or((body, ""))
        } else {
            body.split_at(body.find(char::is_whitespace).unwrap_or(body.len()))
        };
        rest = next.trim_start();
        if close.is_none() && !is_excluded && matches!(words, "OU" | "OR") {
            is_alternative = !items.is_empty();
            continue;
        }
        items.push(Item {
            words: words.to_owned(),
            is_prefix: close.is_none() && words.ends_with('*'),
            is_excluded,
            is_alternative: std::mem::take(&mut is_alternative),
        });
    }
    items
}

/// The words one after the other.
fn phrase(field: Field, words: &[String]) -> Box<dyn Query> {
    let mut terms = terms(field, words);
    match terms.len() {
        0 => Box::new(EmptyQuery),
        1 => Box::new(TermQuery::new(
            terms.remove(0),
            IndexRecordOption::WithFreqs,
        )),
        _ => Box::new(PhraseQuery::new(terms)),
    }
}

fn terms(field: Field, words: &[String]) -> Vec<Term> {
    words
        .iter()
        .map(|word| Term::from_field_text(field, word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::items;

    #[test]
    fn what_is_typed_is_cut_into_parts() {
        let parts = items("accord OU traité « cessez le feu » -\"en vigueur\" diplom* - l'État: x");
        let shown: Vec<_> = parts
            .iter()
            .map(|i| {
                let sign = if i.is_excluded {
                    "-"
                } else if i.is_alternative {
                    "|"
                } else {
                    ""
                };
                format!("{sign}{}", i.words.trim())
            })
            .collect();
        assert_eq!(
            shown,
            [
                "accord",
                "|traité",
                "cessez le feu",
                "-en vigueur",
                "diplom*",
                "-",
                "l'État:",
                "x"
            ]
        );
        assert!(parts[4].is_prefix);
        assert!(items("  ").is_empty() && items("\"").len() == 1);
    }
}
