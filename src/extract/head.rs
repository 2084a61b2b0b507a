//! The head of the record: who speaks.
//!
//! Looked for where texts say it, the surest place first: a line that names
//! its source, the letterhead, the dateline, the signature, the contacts, the
//! body that the first sentence is about, « À propos de… », the body whose
//! spokesman is quoted; in what calls itself a communiqué or has a dateline,
//! the first body. A body that no word names is never inferred.

use super::Reading;
use super::capitals::ordinary;
use crate::grammar::{Annotation, Unit};
use crate::layout::SectionKind;
use crate::lexicon::fold::fold;
use crate::record::Record;
use crate::segment::{Flags, Shape};

/// Who speaks, in ordinary capitals. `record` holds what was found before.
#[must_use]
pub fn issuer(reading: &Reading<'_, '_>, record: &Record) -> Option<String> {
    let head = Head::new(reading, record);
    let name = head
        .stated(SOURCE)
        .or_else(|| head.letterhead())
        .or_else(|| head.first_body(&["dateline"]))
        .or_else(|| head.signature())
        .or_else(|| head.contact_or_subject())
        .or_else(|| head.presented())
        .or_else(|| head.stated(SPOKESMAN))
        .or_else(|| head.guessed())?;
    Some(first_letter(&name, char::to_uppercase))
}

/// The ranks that rules give: a line that names the source, an office in a
/// letterhead or under a name, the body of a spokesman.
const SOURCE: &str = "1";
const OFFICES: [&str; 2] = ["2", "3"];
const SPOKESMAN: &str = "4";

/// Marks of lines that are no name: a motto has several dashes.
const DASHES_OF_A_MOTTO: usize = 2;
/// A longer line is no name, in tokens.
const LONGEST_NAME: u32 = 12;
/// The small words inside names of bodies.
const JOINERS: [&str; 9] = ["de", "du", "des", "d'", "et", "a", "au", "aux", "pour"];
/// What may stand before the subject of a sentence: « La société X », « À propos de X ».
const BEFORE_SUBJECT: u32 = 4;
/// Sentences of the prose in which the issuer is looked for again.
const FIRST_SENTENCES: usize = 3;

/// A body or an office that may speak.
#[derive(Clone, Debug)]
struct Speaker {
    start: u32,
    name: String,
}

struct Head<'r, 't, 'g> {
    reading: &'r Reading<'t, 'g>,
    record: &'r Record,
    bodies: Vec<&'r Annotation<'g>>,
    offices: Vec<&'r Annotation<'g>>,
}

impl<'r, 't, 'g> Head<'r, 't, 'g> {
    fn new(reading: &'r Reading<'t, 'g>, record: &'r Record) -> Self {
        Head {
            reading,
            record,
            bodies: reading.lattice.of_kind("org"),
            offices: reading.lattice.of_kind("issuer"),
        }
    }

    /// What a rule of this rank says.
    fn stated(&self, rank: &str) -> Option<String> {
        let office = self.offices.iter().find(|a| a.text("rank") == Some(rank))?;
        Some(self.written(office))
    }

    /// The line of the letterhead that names who speaks: the first, unless only
    /// a later one is heard of in the title or the first sentences.
    fn letterhead(&self) -> Option<String> {
        let mut speakers: Vec<Speaker> = Vec::new();
        for (at, unit) in self.reading.units.iter().enumerate() {
            let section = self.section(at);
            if section == Some(SectionKind::Letterhead) {
                self.line(at, *unit, &mut speakers);
            } else if section == Some(SectionKind::Kind) {
                // « Communiqué de presse du SPF Intérieur »
                speakers.extend(self.office_in(*unit).map(|office| Speaker {
                    start: office.start,
                    name: self.written(office),
                }));
            } else if unit.label == "body" {
                break;
            }
        }
        self.drop_containers(&mut speakers);
        let heard = self.heard();
        let again = |speaker: &Speaker| {
            let name = fold(&speaker.name);
            let same = heard.iter().filter(|(h, _)| h.starts_with(name.as_str()));
            let fuller = same.max_by_key(|(h, _)| h.len()).map(|(h, full)| {
                if h.len() > name.len() {
                    full
                } else {
                    &speaker.name
                }
                .clone()
            });
            // « Le SUEMS » is heard, whose name the letterhead gives.
            let short = || {
                let mut bodies = self.record.organisations.iter();
                let body = bodies.find(|o| fold(&o.name) == name)?;
                let acronym = fold(body.acronym.as_deref()?);
                let told = heard.iter().any(|(h, _)| *h == acronym);
                told.then(|| speaker.name.clone())
            };
            fuller.or_else(short)
        };
        let name = speakers
            .iter()
            .find_map(again)
            .or_else(|| Some(speakers.first()?.name.clone()))?;
        Some(self.spelled_out(&name).unwrap_or(name))
    }

    /// « ARS Bourgogne », where the text says « Agence régionale de santé Bourgogne (ARS) ».
    fn spelled_out(&self, name: &str) -> Option<String> {
        let (first, rest) = name.split_once(' ')?;
        let (first, rest) = (fold(first), format!(" {}", fold(rest)));
        let mut bodies = self.record.organisations.iter();
        let body = bodies.find(|o| {
            let acronym = o.acronym.as_deref().map(fold);
            acronym.as_ref() == Some(&first) && fold(&o.name).ends_with(rest.as_str())
        })?;
        Some(body.name.clone())
    }

    /// Leaves out what stands above the part that speaks: the government above its ministry, the
    /// court above its prosecutor.
    fn drop_containers(&self, speakers: &mut Vec<Speaker>) {
        let starts = |kind| -> Vec<u32> {
            let found = self.reading.lattice.of_kind(kind);
            found.iter().map(|a| a.start).collect()
        };
        let (over, parts) = (starts("issuer-over"), starts("issuer-part"));
        let is = |marks: &[u32], s: &Speaker| marks.contains(&s.start);
        let last = speakers.iter().rposition(|s| is(&parts, s));
        if let Some(last) = last
            && speakers[..last].iter().all(|s| is(&over, s))
        {
            speakers.drain(..last);
        }
    }

    /// The bodies that one line of the letterhead names, known or not: not the
    /// State, its motto or a date.
    fn line(&self, at: usize, unit: Unit, speakers: &mut Vec<Speaker>) {
        let lattice = &self.reading.lattice;
        if let Some(office) = self.office_in(unit) {
            let name = self.written(office);
            let start = office.start;
            speakers.push(Speaker { start, name });
            return;
        }
        let Some(start) = (unit.start..unit.end).find(|&t| self.is_word(t)) else {
            return;
        };
        // « (OIF) » under the name.
        if lattice.words(unit.start, unit.start + 1) == "(" {
            return;
        }
        let mut bodies = self
            .bodies
            .iter()
            .filter(|a| unit.start <= a.start && a.end <= unit.end)
            .peekable();
        if bodies.peek().is_some_and(|a| a.start <= start + 1) {
            let mut reached = 0;
            for body in bodies {
                // « Chambre de commerce du Bénin (CCI Bénin) » is one body.
                let aside = reached > 0
                    && body.start == reached + 1
                    && lattice.words(reached, body.start) == "(";
                if body.start < reached || aside {
                    continue;
                }
                reached = body.end;
                let end = self.name_end(at, body.end);
                let name = if end > body.end {
                    ordinary(self.reading, body.start, end)
                } else {
                    self.full_name(body)
                };
                let start = body.start;
                speakers.push(Speaker { start, name });
            }
            return;
        }
        let stops = |t: &u32| {
            let token = &lattice.tokens[*t as usize];
            *t > start
                && (token.flags.any(Flags::LINE_START)
                    || token
                        .shape
                        .any(Shape::DASH.with(Shape::BULLET).with(Shape::MARKUP))
                    || matches!(token.text(lattice.text), "|" | "•" | "("))
        };
        let end = (start..unit.end).find(stops).unwrap_or(unit.end);
        let dashes = (unit.start..unit.end)
            .filter(|t| lattice.tokens[*t as usize].shape.any(Shape::DASH))
            .count();
        let capital = (start..end).filter(|&t| self.is_word(t)).all(|t| {
            let token = &lattice.tokens[t as usize];
            !token.shape.any(Shape::LOWER) || token.text(lattice.text).chars().count() <= 3
        });
        let numbered = (start..end).any(|t| {
            let shape = lattice.tokens[t as usize].shape;
            shape.any(Shape::NUMBER.with(Shape::ALNUM))
        });
        let named = (start..end).any(|t| self.is_word(t) && !self.is_plain(t));
        let is_name = capital
            && named
            && !numbered
            && dashes < DASHES_OF_A_MOTTO
            && end - start <= LONGEST_NAME;
        if is_name && !self.is_banner(start, end) {
            let end = self.name_end(at, end);
            let name = ordinary(self.reading, start, end);
            speakers.push(Speaker { start, name });
        }
    }

    /// A word of layouts or an ordinary one (« Sommaire », « Textes ») that begins no body's name.
    fn is_plain(&self, at: u32) -> bool {
        let token = &self.reading.lattice.tokens[at as usize];
        let lexicon = &self.reading.grammar.lexicon;
        let entries = lexicon.entries(std::slice::from_ref(token));
        let is = |name: &str| entries.iter().any(|e| e.lexicon() == name);
        (is("not-a-name") || is("common-word")) && !is("org-head")
    }

    /// Whether these words are the State, its motto, an office, a person, a date or an address.
    fn is_banner(&self, start: u32, end: u32) -> bool {
        let tokens = &self.reading.lattice.tokens[start as usize..end as usize];
        let entries = self.reading.grammar.lexicon.entries(tokens);
        entries.iter().any(|e| e.feature("class") == Some("motto"))
            || self.reading.lattice.annotations.iter().any(|a| {
                let kind = matches!(a.kind, "role" | "person" | "date" | "contact")
                    || a.kind == "place" && a.text("kind") == Some("country");
                kind && a.start < end && start < a.end
            })
    }

    /// The end of a name of the letterhead that the rules saw the beginning of:
    /// words with a capital, adjectives, and the lines that go on with it.
    fn name_end(&self, unit: usize, from: u32) -> u32 {
        let lattice = &self.reading.lattice;
        let mut at = unit;
        let mut end = from;
        let mut next = from;
        loop {
            let stop = self.reading.units[at].end;
            while next < stop {
                if next == end && self.is_other_line(next) {
                    return end;
                }
                match self.part(next, next > end) {
                    Part::Name => end = next + 1,
                    Part::Link => {}
                    Part::Other => return end,
                }
                next += 1;
            }
            // The next line goes on if either of the two hangs in the air.
            let Some(following) = self.reading.units.get(at + 1) else {
                return end;
            };
            let first = following.start;
            let small = lattice.tokens[first as usize].shape.any(Shape::LOWER);
            let hangs = next > end && next - end <= 3;
            let goes_on = match self.part(first, true) {
                Part::Link => true,
                Part::Name => hangs || small,
                Part::Other => false,
            };
            if !goes_on || self.section(at + 1) != Some(SectionKind::Letterhead) {
                return end;
            }
            at += 1;
            next = following.start;
        }
    }

    /// Whether a line begins at a token that is no part of the name in the line above: behind a legal
    /// form, or with small letters below capitals.
    fn is_other_line(&self, at: u32) -> bool {
        /// Letters of a word in capitals that is no acronym, more than.
        const ACRONYM: usize = 3;
        let lattice = &self.reading.lattice;
        let token = &lattice.tokens[at as usize];
        let louder_above = || {
            let above = lattice.words(at - 1, at);
            lattice.tokens[at as usize - 1].shape.any(Shape::CAPS)
                && above.chars().count() > ACRONYM
                && !token.shape.any(Shape::CAPS.with(Shape::LOWER))
        };
        token.flags.any(Flags::LINE_START) && (self.reading.is_legal_form(at - 1) || louder_above())
    }

    /// What a word after the beginning of a name is to it.
    fn part(&self, at: u32, after_link: bool) -> Part {
        let lattice = &self.reading.lattice;
        let token = &lattice.tokens[at as usize];
        let taken = |a: &Annotation<'_>| {
            let other = matches!(
                a.kind,
                "person" | "role" | "date" | "contact" | "issuer-kind"
            );
            other && a.start == at
        };
        if lattice.annotations.iter().any(taken) {
            return Part::Other;
        }
        let word = fold(token.text(lattice.text));
        let joins = |word: &str| JOINERS.contains(&word);
        if word == "," {
            let next = lattice.tokens.get(at as usize + 1);
            let joined = next.is_some_and(|t| joins(&fold(t.text(lattice.text))));
            return if joined { Part::Link } else { Part::Other };
        }
        let article = ["le", "la", "les", "l'"].contains(&word.as_str());
        if token.shape.any(Shape::HYPHEN) || joins(&word) || article && after_link {
            return Part::Link;
        }
        let entries = self
            .reading
            .grammar
            .lexicon
            .entries(std::slice::from_ref(token));
        let is = |names: &[&str]| entries.iter().any(|e| names.contains(&e.lexicon()));
        if article {
            Part::Other
        } else if token.shape.any(Shape::CAP.with(Shape::CAPS)) {
            let begins_another = entries.iter().any(|e| e.lexicon() == "org-head");
            if begins_another && !after_link {
                Part::Other
            } else {
                Part::Name
            }
        } else if token.shape.any(Shape::LOWER)
            && is(&[
                "body-adjective",
                "complement-adjective",
                "function-adjective",
                "demonym",
            ])
        {
            Part::Name
        } else {
            Part::Other
        }
    }

    /// A body or office in the signature.
    fn signature(&self) -> Option<String> {
        self.named_in(&["signature"]).map(|s| s.name)
    }

    /// The body that the contacts name, unless the text never speaks of it and
    /// its first sentence is about another.
    fn contact_or_subject(&self) -> Option<String> {
        let contact = self.named_in(&["contacts", "other"]);
        let subject = self.subject();
        match (contact, subject) {
            (Some(contact), Some(subject)) if !self.is_mentioned_before(&contact) => Some(subject),
            (Some(contact), _) => Some(contact.name),
            (None, subject) => subject,
        }
    }

    /// The first body or office that units of these sections name: no press service.
    fn named_in(&self, labels: &[&str]) -> Option<Speaker> {
        let units = self.reading.units.iter().enumerate();
        let mut found = units
            .filter(|(_, unit)| labels.contains(&unit.label))
            .filter_map(|(at, unit)| {
                if let Some(office) = self.office_in(*unit) {
                    let (start, name) = (office.start, self.written(office));
                    return Some(Speaker { start, name });
                }
                let body = self
                    .bodies
                    .iter()
                    .find(|a| unit.start <= a.start && a.end <= unit.end && !self.is_service(a))?;
                let end = self.name_end(at, body.end);
                let name = if end > body.end {
                    ordinary(self.reading, body.start, end)
                } else {
                    self.full_name(body)
                };
                let start = body.start;
                Some(Speaker { start, name })
            });
        found.next()
    }

    /// « Service de presse », « Bureau des médias »: part of the body that speaks.
    fn is_service(&self, body: &Annotation<'_>) -> bool {
        let first = fold(self.reading.lattice.words(body.start, body.start + 1));
        matches!(
            first.as_str(),
            "service" | "bureau" | "pole" | "cellule" | "direction" | "delegation" | "departement"
        )
    }

    /// Whether the organisation of a contact is named above it.
    fn is_mentioned_before(&self, speaker: &Speaker) -> bool {
        let (at, ..) = self.reading.span(speaker.start, speaker.start + 1);
        self.record.organisations.iter().any(|o| {
            o.mentions.iter().any(|m| m.start < at) && o.mentions.iter().any(|m| m.start == at)
        })
    }

    /// The body that begins the first sentence, else the title.
    fn subject(&self) -> Option<String> {
        let units = &self.reading.units;
        let first = units
            .iter()
            .find(|u| u.label == "body" && u.end - u.start > 5);
        let title = units.iter().find(|u| u.label == "title");
        first
            .into_iter()
            .chain(title)
            .find_map(|unit| self.leading(*unit))
    }

    /// « À propos de X ».
    fn presented(&self) -> Option<String> {
        let mut about = self.reading.units.iter().filter(|u| u.label == "about");
        about.find_map(|unit| self.leading(*unit))
    }

    /// The body that begins a unit, after an article or a common noun.
    fn leading(&self, unit: Unit) -> Option<String> {
        let body = self
            .bodies
            .iter()
            .find(|a| unit.start <= a.start && a.end <= unit.end)?;
        let before = &self.reading.lattice.tokens[unit.start as usize..body.start as usize];
        let plain = before.iter().enumerate().all(|(at, t)| {
            at == 0 || !t.shape.any(Shape::CAP.with(Shape::CAPS).with(Shape::PUNCT))
        });
        (plain && body.start - unit.start <= BEFORE_SUBJECT).then(|| self.full_name(body))
    }

    /// The first body of the text, if somebody is sure to speak in it: what
    /// calls itself a communiqué, or names the place where it was issued.
    fn guessed(&self) -> Option<String> {
        let dateline = self.record.dateline.as_ref();
        let issued = self.record.kind.is_some() || dateline.is_some_and(|d| d.place.is_some());
        issued
            .then(|| self.first_body(&["title", "body", "list", "quotation"]))
            .flatten()
    }

    /// The first body named in sections of these kinds.
    fn first_body(&self, labels: &[&str]) -> Option<String> {
        let body = self.bodies.iter().find(|a| {
            let unit = self.reading.units.get(self.reading.unit_of(a.start));
            unit.is_some_and(|u| labels.contains(&u.label))
        })?;
        Some(self.full_name(body))
    }

    /// The names of the bodies in the title and the first sentences, folded and as written.
    fn heard(&self) -> Vec<(String, String)> {
        let units = &self.reading.units;
        let first = units
            .iter()
            .filter(|u| u.label == "body")
            .take(FIRST_SENTENCES);
        let title = units.iter().filter(|u| u.label == "title");
        let end = first.chain(title).map(|u| u.end).max().unwrap_or(0);
        self.bodies
            .iter()
            .filter(|a| {
                a.end <= end
                    && units
                        .get(self.reading.unit_of(a.start))
                        .is_some_and(|u| matches!(u.label, "title" | "body"))
            })
            .map(|a| ordinary(self.reading, a.start, a.end))
            .map(|name| (fold(&name), name))
            .collect()
    }

    /// The office that a rule saw in a unit: « Cabinet du ministre », « Préfet du Lot ».
    fn office_in(&self, unit: Unit) -> Option<&'r Annotation<'g>> {
        self.offices.iter().copied().find(|a| {
            unit.start <= a.start
                && a.end <= unit.end
                && a.text("rank").is_some_and(|rank| OFFICES.contains(&rank))
        })
    }

    fn section(&self, unit: usize) -> Option<SectionKind> {
        let section = self.reading.layout.units.get(unit)?.section as usize;
        Some(self.reading.layout.sections.get(section)?.kind)
    }

    fn is_word(&self, token: u32) -> bool {
        let shape = self.reading.lattice.tokens[token as usize].shape;
        shape.any(WORD) && !shape.any(Shape::MARKUP)
    }

    /// The fullest form of a body's name in the text.
    fn full_name(&self, body: &Annotation<'_>) -> String {
        let (start, ..) = self.reading.span(body.start, body.end);
        self.record
            .organisations
            .iter()
            .find(|o| o.mentions.iter().any(|m| m.start == start))
            .map_or_else(
                || ordinary(self.reading, body.start, body.end),
                |o| o.name.clone(),
            )
    }

    /// The name, with what the rule puts before it (« Préfecture » for « PRÉFET DU LOT »).
    fn written(&self, a: &Annotation<'_>) -> String {
        match (a.text("as"), a.span("rest")) {
            (Some(head), Some((start, end))) => {
                let rest = ordinary(self.reading, start, end);
                format!("{head} {}", first_letter(&rest, char::to_lowercase))
            }
            (Some(name), None) => name.to_owned(),
            _ => ordinary(self.reading, a.start, a.end),
        }
    }
}

/// What a word after the beginning of a name is to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Part of the name.
    Name,
    /// Part of it if more follows.
    Link,
    Other,
}

/// The text with another first letter.
fn first_letter<I: Iterator<Item = char>>(text: &str, change: impl Fn(char) -> I) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(change);
    first.chain(letters).collect()
}

const WORD: Shape = Shape::LOWER.with(Shape::CAP).with(Shape::CAPS);
