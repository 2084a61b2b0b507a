//! What a record marks in its text, for annotation formats.

use crate::record::{Form, Record};

/// Kinds of marks, under the names that annotation tools know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    Person,
    Role,
    Date,
    Place,
    Organisation,
    Agreement,
}

impl Label {
    pub const ALL: [Label; 6] = [
        Label::Person,
        Label::Role,
        Label::Date,
        Label::Place,
        Label::Organisation,
        Label::Agreement,
    ];

    /// As most corpora abbreviate it.
    pub fn short(self) -> &'static str {
        match self {
            Label::Person => "PER",
            Label::Role => "ROLE",
            Label::Date => "DATE",
            Label::Place => "LOC",
            Label::Organisation => "ORG",
            Label::Agreement => "AGR",
        }
    }

    /// In full.
    pub fn long(self) -> &'static str {
        match self {
            Label::Person => "Person",
            Label::Role => "Role",
            Label::Date => "Date",
            Label::Place => "Place",
            Label::Organisation => "Organisation",
            Label::Agreement => "Agreement",
        }
    }
}

/// A marked stretch of the text, in code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked<'r> {
    pub label: Label,
    pub start: u32,
    pub end: u32,
    pub text: &'r str,
    /// Index of the thing among the record's things of this kind.
    pub item: usize,
}

/// Everything that a record marks, in order, the longer before the shorter.
/// Functions and pronouns that stand for a person are not marked as people:
/// the former are marked as functions.
pub(super) fn marked<'r>(record: &'r Record) -> Vec<Marked<'r>> {
    let mut all = Vec::new();
    let mut push = |label, start, end, text: &'r str, item| {
        all.push(Marked {
            label,
            start,
            end,
            text,
            item,
        });
    };
    for (item, person) in record.people.iter().enumerate() {
        for m in &person.mentions {
            if !matches!(m.form, Form::Role | Form::Pronoun) {
                push(Label::Person, m.start, m.end, m.text.as_str(), item);
            }
        }
    }
    for (item, m) in record.roles.iter().enumerate() {
        push(Label::Role, m.start, m.end, &m.text, item);
    }
    for (item, m) in record.dates.iter().enumerate() {
        push(Label::Date, m.start, m.end, &m.text, item);
    }
    for (item, place) in record.places.iter().enumerate() {
        for m in &place.mentions {
            push(Label::Place, m.start, m.end, &m.text, item);
        }
    }
    for (item, organisation) in record.organisations.iter().enumerate() {
        for m in &organisation.mentions {
            push(Label::Organisation, m.start, m.end, &m.text, item);
        }
    }
    for (item, agreement) in record.agreements.iter().enumerate() {
        for m in &agreement.mentions {
            push(Label::Agreement, m.start, m.end, &m.text, item);
        }
    }
    all.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end), m.label, m.item));
    all
}

/// Those of `marks` that do not overlap: where some do, the longest, then the first.
pub(super) fn outermost<'m, 'r>(
    marks: impl IntoIterator<Item = &'m Marked<'r>>,
) -> Vec<&'m Marked<'r>>
where
    'r: 'm,
{
    let mut by_length: Vec<&'m Marked<'r>> = marks.into_iter().collect();
    by_length.sort_by_key(|m| (std::cmp::Reverse(m.end - m.start), m.start, m.label));
    let mut taken = std::collections::BTreeMap::new();
    for mark in by_length {
        let before = taken.range(..mark.end).next_back();
        if before.is_none_or(|(_, other): (&u32, &&Marked<'_>)| other.end <= mark.start) {
            taken.insert(mark.start, mark);
        }
    }
    taken.into_values().collect()
}

/// A word of the text, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub start: u32,
    pub end: u32,
}

/// Cuts the text into words for annotation tools: letters and digits together,
/// an apostrophe with what it elides, any other character alone; no mark
/// begins or ends inside a word.
pub(super) fn words(text: &[char], marks: &[Marked<'_>]) -> Vec<Word> {
    let mut edges: Vec<u32> = marks.iter().flat_map(|m| [m.start, m.end]).collect();
    edges.sort_unstable();
    let mut edges = edges.into_iter().peekable();
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<u32> = None;
    for (at, &c) in text.iter().enumerate() {
        let point = at as u32;
        let mut is_edge = false;
        while edges.next_if(|&edge| edge <= point).is_some() {
            is_edge = true;
        }
        let is_letter = c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
        let is_apostrophe = matches!(c, '\'' | '’');
        if let Some(start) = open
            && (is_edge || !is_letter)
        {
            let keeps = is_apostrophe && !is_edge;
            words.push(Word {
                start,
                end: point + u32::from(keeps),
            });
            open = None;
            if keeps {
                continue;
            }
        }
        if is_letter {
            open.get_or_insert(point);
        } else if !c.is_whitespace() {
            words.push(Word {
                start: point,
                end: point + 1,
            });
        }
    }
    if let Some(start) = open {
        words.push(Word {
            start,
            end: text.len() as u32,
        });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32) -> Marked<'static> {
        Marked {
            label: Label::Place,
            start,
            end,
            text: "",
            item: 0,
        }
    }

    #[test]
    fn words_respect_elisions_and_marks() {
        let text: Vec<char> = "L’été, 27-28 mars".chars().collect();
        let cut = |marks: &[Marked<'_>]| -> Vec<String> {
            let words = words(&text, marks);
            let word = |w: &Word| text[w.start as usize..w.end as usize].iter().collect();
            words.iter().map(word).collect()
        };
        assert_eq!(cut(&[]), ["L’", "été", ",", "27", "-", "28", "mars"]);
        assert_eq!(
            cut(&[mark(1, 3), mark(13, 15)]),
            ["L", "’", "é", "té", ",", "27", "-", "28", "ma", "rs"]
        );
    }

    #[test]
    fn of_overlapping_marks_the_longest_is_taken() {
        let marks = [
            mark(0, 4),
            mark(0, 9),
            mark(8, 12),
            mark(9, 10),
            mark(20, 21),
        ];
        let taken: Vec<_> = outermost(&marks).iter().map(|m| (m.start, m.end)).collect();
        assert_eq!(taken, [(0, 9), (9, 10), (20, 21)]);
    }
}
