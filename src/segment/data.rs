//! The word lists that tokens and sentences are made by: what `rules/` says of
//! elisions, abbreviations, endings of numbers and domain names.

use super::forms::Forms;

/// How an apostrophe after a word is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elision {
    /// Always an elision (`l'`, `qu'`).
    Word,
    /// An elision before a vowel or h; part of a name before a consonant (`n'est`, `N'Djamena`).
    Vowel,
}

/// What an abbreviation's stop says about the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name follows (`M.`): no sentence ends here.
    Name,
    /// A number follows (`art.`), or it is an ordinary word and its stop a full stop.
    Number,
    /// A number stands beside it (`sept.`), or it is an ordinary word.
    Month,
    /// Something always follows (`cf.`): no sentence ends here.
    Inner,
    /// The sentence may end here (`etc.`).
    End,
}

/// What may be glued to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suffix {
    /// The ending of an ordinal (`e`, `er`).
    Ordinal,
    /// The ending of an ordinal in Arabic digits (`ers`, `nd`).
    DigitOrdinal,
    /// A unit (`h`, `km`), a token of its own.
    Unit,
}

/// What a capitalised word after an abbreviation's stop says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// Only a new sentence begins so (`Il`).
    Word,
    /// A name may begin so (`Le Goff`).
    Article,
}

/// The lists, in the form that the tokeniser asks them.
#[derive(Clone, Debug, Default)]
pub struct SegmentData {
    elisions: Forms<Elision>,
    abbreviations: Forms<Abbreviation>,
    suffixes: Forms<Suffix>,
    domains: Forms<()>,
    openers: Forms<Opener>,
}

impl SegmentData {
    /// The lists that the program carries.
    ///
    /// # Panics
    /// Never: the lists are part of the program, and a test reads them.
    #[must_use]
    pub fn builtin() -> Self {
        let mut data = Self::default();
        for (list, text) in [
            (
                List::Elision,
                include_str!("../../rules/segment/elision.tsv"),
            ),
            (
                List::Abbreviation,
                include_str!("../../rules/segment/abbreviation.tsv"),
            ),
            (List::Suffix, include_str!("../../rules/segment/suffix.tsv")),
            (List::Opener, include_str!("../../rules/segment/opener.tsv")),
            (List::Domain, include_str!("../../rules/segment/domain.tsv")),
        ] {
            data.add(list, text)
                .expect("the built-in lists are well formed");
        }
        data
    }

    /// Adds the lines of a list in its file form: tab-separated columns, `#` starts a comment line.
    ///
    /// # Errors
    /// The first line that is not understood, as `line N: …`.
    pub fn add(&mut self, list: List, text: &str) -> Result<(), String> {
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (form, class) = line.split_once('\t').unwrap_or((line, ""));
            let class = class.split('\t').next().unwrap_or("").trim();
            let wrong = || format!("line {}: class {class:?} is not known here", number + 1);
            let form = form.trim().trim_end_matches('.');
            match list {
                List::Elision => {
                    let value = match class {
                        "word" => Elision::Word,
                        "vowel" => Elision::Vowel,
                        _ => return Err(wrong()),
                    };
                    self.elisions.insert(form, value);
                }
                List::Abbreviation => {
                    let value = match class {
                        "name" => Abbreviation::Name,
                        "number" => Abbreviation::Number,
                        "month" => Abbreviation::Month,
                        "inner" => Abbreviation::Inner,
                        "end" => Abbreviation::End,
                        _ => return Err(wrong()),
                    };
                    self.abbreviations.insert(form, value);
                }
                List::Suffix => {
                    let value = match class {
                        "ordinal" => Suffix::Ordinal,
                        "digit-ordinal" => Suffix::DigitOrdinal,
                        "unit" => Suffix::Unit,
                        _ => return Err(wrong()),
                    };
                    self.suffixes.insert(form, value);
                }
                List::Opener => {
                    let value = match class {
                        "word" => Opener::Word,
                        "article" => Opener::Article,
                        _ => return Err(wrong()),
                    };
                    self.openers.insert(form, value);
                }
                List::Domain => {
                    self.domains.insert(form, ());
                }
            }
        }
        Ok(())
    }

    /// Whether a word before an apostrophe is elided. Capitals do not matter.
    #[must_use]
    pub fn elision(&self, word: &str) -> Option<Elision> {
        if word.len() > 7 {
            return None;
        }
        self.elisions.in_either_case(word)
    }

    /// The class of a word that stands before a stop, itself without it.
    #[must_use]
    pub fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        if word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase() {
            // « Philippe V. », not « v. »
            return self.abbreviations.get(word);
        }
        let found = self.abbreviations.in_either_case(word)?;
        // « ART. 3 » in capitals is « art. 3 », but « RTE. » is a name.
        let capitals = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
        let free = matches!(found, Abbreviation::Inner | Abbreviation::End);
        (!capitals || !free).then_some(found)
    }

    /// What the letters glued to a number are.
    #[must_use]
    pub fn suffix(&self, letters: &str) -> Option<Suffix> {
        self.suffixes.in_either_case(letters)
    }

    /// Whether a word begins sentences, itself without its apostrophe.
    #[must_use]
    pub fn opener(&self, word: &str) -> Option<Opener> {
        if word.len() > 20 {
            return None;
        }
        self.openers.in_either_case(word)
    }

    /// Whether a label ends the name of a site (`fr`, `org`).
    #[must_use]
    pub fn domain(&self, label: &str) -> bool {
        self.domains.get(label).is_some()
    }
}

/// The lists that [`SegmentData::add`] takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// `rules/segment/elision.tsv`
    Elision,
    /// `rules/segment/abbreviation.tsv`
    Abbreviation,
    /// `rules/segment/suffix.tsv`
    Suffix,
    /// `rules/segment/opener.tsv`
    Opener,
    /// `rules/segment/domain.tsv`
    Domain,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_answer_in_any_case() {
        let data = SegmentData::builtin();
        assert_eq!(data.elision("L"), Some(Elision::Word));
        assert_eq!(data.elision("aujourd"), None);
        assert_eq!(data.abbreviation("ART"), Some(Abbreviation::Number));
        assert_eq!(data.abbreviation("me"), None);
        assert_eq!(data.suffix("ER"), Some(Suffix::Ordinal));
        assert!(data.domain("fr") && !data.domain("la"));
    }

    #[test]
    fn a_wrong_line_is_named() {
        let wrong = SegmentData::default().add(List::Elision, "# head\nl\tword\nx\tfoo\n");
        assert_eq!(wrong, Err("line 3: class \"foo\" is not known here".into()));
    }
}
