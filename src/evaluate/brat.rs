//! Annotations made in other tools: brat's stand-off form (which INCEpTION
//! writes too) and doccano's JSON lines.
//!
//! Only what a team annotated is scored: where no file of the set marks
//! organisations, say, nothing is said about organisations.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use super::fixture::{Fixture, GoldAgreement, GoldPerson, Mark};

/// What annotation schemes call the kinds of marks, folded.
const LABELS: &[(&str, &[&str])] = &[
    ("per", &["person", "per", "pers", "personne", "persname"]),
    (
        "role",
        &["role", "function", "fonction", "title", "rolename"],
    ),
    (
        "date",
        &["date", "time", "timex", "timex3", "duration", "set"],
    ),
    (
        "place",
        &["place", "loc", "location", "gpe", "lieu", "placename"],
    ),
    ("org", &["organisation", "organization", "org", "orgname"]),
    ("agr", &["agreement", "agr", "accord"]),
];

/// The mark that a label stands for.
fn mark_of(label: &str) -> Option<&'static str> {
    let label = label.to_lowercase();
    let known = LABELS
        .iter()
        .find(|(_, names)| names.contains(&label.as_str()));
    known.map(|(mark, _)| *mark)
}

impl Fixture {
    /// Reads `NAME.ann` with the `NAME.txt` beside it.
    ///
    /// # Errors
    ///
    /// What is wrong with the files.
    pub fn read_brat(path: &Path) -> Result<Fixture, String> {
        let fail = |path: &Path, e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
        let annotations = std::fs::read_to_string(path).map_err(|e| fail(path, &e))?;
        let beside = path.with_extension("txt");
        let text = std::fs::read_to_string(&beside).map_err(|e| fail(&beside, &e))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        Fixture::parse_brat(&name, &text, &annotations).map_err(|e| fail(path, &e))
    }

    /// Reads brat's stand-off annotations of a text.
    ///
    /// # Errors
    ///
    /// If a line is none of the form.
    pub fn parse_brat(name: &str, text: &str, annotations: &str) -> Result<Fixture, String> {
        let mut ann = Annotations::default();
        for (number, line) in annotations.lines().enumerate() {
            ann.line(line)
                .ok_or_else(|| format!("line {}: is no brat annotation: {line}", number + 1))?;
        }
        ann.finish(name, text)
    }

    /// Reads doccano's JSON lines: a fixture a line.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn read_doccano(path: &Path) -> Result<Vec<Fixture>, String> {
        #[derive(Deserialize)]
        struct Row {
            text: String,
            #[serde(alias = "labels")]
            label: Vec<(u32, u32, String)>,
        }
        let lines =
            std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let rows = lines
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty());
        rows.map(|(number, line)| {
            let at = |e: &dyn std::fmt::Display| format!("{}:{}: {e}", path.display(), number + 1);
            let row: Row = serde_json::from_str(line).map_err(|e| at(&e))?;
            let mut ann = Annotations::default();
            for (id, (start, end, label)) in row.label.into_iter().enumerate() {
                ann.mention(format!("T{id}"), &label, start, end);
            }
            ann.finish(&format!("{stem}-{}", number + 1), &row.text)
                .map_err(|e| at(&e))
        })
        .collect()
    }

    /// What of the marks, values and relations of a fixture can be scored.
    pub(super) fn aspects(&self) -> BTreeSet<String> {
        let mut aspects: BTreeSet<String> = self.marks.iter().map(|m| m.mark.clone()).collect();
        let has = |mark: &str, test: &dyn Fn(&Mark) -> bool| {
            self.marks.iter().any(|m| m.mark == mark && test(m))
        };
        let more = [
            ("date value", has("date", &|m| !m.value.is_empty())),
            (
                "country",
                has("place", &|m| m.kind == "country" && !m.value.is_empty()),
            ),
            ("people", !self.people.is_empty()),
            (
                "people roles",
                self.people.iter().any(|p| !p.roles.is_empty()),
            ),
            (
                "agreement",
                self.agreements.iter().any(|a| !a.kind.is_empty()),
            ),
        ];
        aspects.extend(
            more.into_iter()
                .filter(|(_, is)| *is)
                .map(|(name, _)| name.to_owned()),
        );
        aspects
    }

    /// Makes the fixtures of one set be scored for what any of them has.
    pub fn score_what_is_annotated(set: &mut [Fixture]) {
        let all: BTreeSet<String> = set.iter().flat_map(Fixture::aspects).collect();
        for fixture in set {
            fixture.only = Some(all.clone());
        }
    }
}

/// The lines of a file, taken apart.
#[derive(Default)]
struct Annotations {
    /// Id, mark, first and last code point.
    mentions: Vec<(String, &'static str, u32, u32)>,
    same: Vec<Vec<String>>,
    relations: Vec<(String, String)>,
    attributes: Vec<(String, String, String)>,
    notes: Vec<(String, String)>,
}

impl Annotations {
    /// Reads a line; nothing if it is none of the form.
    fn line(&mut self, line: &str) -> Option<()> {
        let mut columns = line.trim_end().splitn(3, '\t');
        let id = columns.next()?;
        let Some(kind) = id.chars().next() else {
            return Some(());
        };
        let body = columns.next()?;
        let mut words = body.split([' ', ';']);
        match kind {
            'T' => {
                let label = words.next()?;
                let numbers: Vec<u32> = words.map(|w| w.parse().ok()).collect::<Option<_>>()?;
                self.mention(
                    id.to_owned(),
                    label,
                    *numbers.iter().min()?,
                    *numbers.iter().max()?,
                );
            }
            'R' => {
                let mut ends = words
                    .skip(1)
                    .map(|w| w.split_once(':').map(|(_, id)| id.to_owned()));
                self.relations.push((ends.next()??, ends.next()??));
            }
            '*' => self.same.push(words.skip(1).map(str::to_owned).collect()),
            'A' | 'M' => {
                let (name, target) = (words.next()?, words.next()?);
                let value = words.next().unwrap_or_default();
                self.attributes
                    .push((name.to_lowercase(), target.to_owned(), value.to_owned()));
            }
            '#' => {
                let target = words.nth(1)?;
                let note = columns.next().unwrap_or_default();
                self.notes.push((target.to_owned(), note.to_owned()));
            }
            // Events and links to other resources say nothing that is scored.
            'E' | 'N' => {}
            _ => return None,
        }
        Some(())
    }

    fn mention(&mut self, id: String, label: &str, start: u32, end: u32) {
        if let Some(mark) = mark_of(label) {
            self.mentions.push((id, mark, start, end));
        }
    }

    fn finish(self, name: &str, text: &str) -> Result<Fixture, String> {
        let points: Vec<char> = text.chars().collect();
        // The first mention of each group stands for the thing.
        let mut heads: BTreeMap<&str, &str> = BTreeMap::new();
        for group in &self.same {
            for id in group {
                heads.insert(id, &group[0]);
            }
        }
        let head = |id: &str| {
            heads
                .get(id)
                .map_or_else(|| id.to_owned(), |h| (*h).to_owned())
        };
        let mut fixture = Fixture {
            name: name.to_owned(),
            text: text.to_owned(),
            ..Fixture::default()
        };
        let mut marks: BTreeMap<&str, Mark> = BTreeMap::new();
        for (id, mark, start, end) in &self.mentions {
            let (from, to) = (*start as usize, *end as usize);
            if from >= to || to > points.len() {
                return Err(format!(
                    "{id} lies outside the text (offsets count characters)"
                ));
            }
            let mark = Mark {
                mark: (*mark).to_owned(),
                start: *start,
                end: *end,
                text: points[from..to].iter().collect(),
                optional: false,
                id: head(id),
                kind: String::new(),
                value: String::new(),
            };
            marks.insert(id, mark);
        }
        for (name, target, value) in &self.attributes {
            if let Some(mark) = marks.get_mut(target.as_str())
                && matches!(name.as_str(), "kind" | "type" | "form")
            {
                mark.kind.clone_from(value);
            }
        }
        for (target, note) in &self.notes {
            if let Some(mark) = marks
                .get_mut(target.as_str())
                .filter(|m| matches!(m.mark.as_str(), "date" | "place"))
            {
                mark.value.clone_from(note);
            }
        }
        let people = people(&marks, &self);
        let agreements = agreements(&marks, &self);
        fixture.people = people;
        fixture.agreements = agreements;
        fixture.marks = marks.into_values().collect();
        fixture
            .marks
            .sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
        Ok(fixture)
    }
}

/// A note of the form `WORD VALUE`.
fn noted<'a>(
    ann: &'a Annotations,
    target: &'a str,
    word: &'a str,
) -> impl Iterator<Item = String> + 'a {
    let notes = ann.notes.iter().filter(move |(id, _)| id == target);
    notes.filter_map(move |(_, note)| {
        note.strip_prefix(word)?
            .strip_prefix(' ')
            .map(str::to_owned)
    })
}

/// People: the mentions of one are a group; a name that has fewer words than
/// one of a full group and no group of its own is left to the marks.
fn people(marks: &BTreeMap<&str, Mark>, ann: &Annotations) -> Vec<GoldPerson> {
    let mut people: BTreeMap<&str, GoldPerson> = BTreeMap::new();
    for (id, mark) in marks.iter().filter(|(_, m)| m.mark == "per") {
        let person = people.entry(&mark.id).or_insert_with(|| GoldPerson {
            id: mark.id.clone(),
            ..GoldPerson::default()
        });
        let words = mark.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() > person.name.chars().count() {
            person.name = words;
        }
        if let Some(name) = noted(ann, id, "name").next() {
            // Longer than any mention, so that none takes its place.
            person.name = name;
        }
        person.roles.extend(noted(ann, id, "role"));
    }
    for (from, to) in &ann.relations {
        let (Some(a), Some(b)) = (marks.get(from.as_str()), marks.get(to.as_str())) else {
            continue;
        };
        let (person, role) = if a.mark == "per" { (a, b) } else { (b, a) };
        if person.mark == "per"
            && role.mark == "role"
            && let Some(person) = people.get_mut(person.id.as_str())
            && noted(ann, &person.id, "role").next().is_none()
        {
            person
                .roles
                .push(role.text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    people.into_values().collect()
}

fn agreements(marks: &BTreeMap<&str, Mark>, ann: &Annotations) -> Vec<GoldAgreement> {
    let mut agreements: BTreeMap<&str, GoldAgreement> = BTreeMap::new();
    for (id, mark) in marks.iter().filter(|(_, m)| m.mark == "agr") {
        let agreement = agreements.entry(&mark.id).or_insert_with(|| GoldAgreement {
            id: mark.id.clone(),
            ..GoldAgreement::default()
        });
        if !mark.kind.is_empty() {
            agreement.kind.clone_from(&mark.kind);
        }
        let status = ann
            .attributes
            .iter()
            .find(|(name, target, _)| name == "status" && target == id);
        if let Some((_, _, status)) = status {
            agreement.status.clone_from(status);
        }
        agreement.date = noted(ann, id, "date").next().or(agreement.date.take());
        agreement.parties.extend(noted(ann, id, "party"));
    }
    for (from, to) in &ann.relations {
        let (Some(a), Some(b)) = (marks.get(from.as_str()), marks.get(to.as_str())) else {
            continue;
        };
        let (other, pact) = if b.mark == "agr" { (a, b) } else { (b, a) };
        if pact.mark == "agr"
            && let Some(pact) = agreements.get_mut(pact.id.as_str())
        {
            match other.mark.as_str() {
                "per" => pact.signatories.push(other.id.clone()),
                "org" => pact.parties.push(other.text.clone()),
                "place" if other.kind == "country" => pact.parties.push(other.value.clone()),
                "place" => pact.parties.push(other.text.clone()),
                _ => {}
            }
        }
    }
    agreements.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Élise Roux, maire de Sète, et Mme Roux ont signé l’accord\navec Gênes le 3 mai.\n";

    #[test]
    fn brat_is_read_in_code_points() {
        let ann = "T1\tPerson 0 10\tÉlise Roux\nT2\tROLE 12 25\tmaire de Sète\nT3\tGPE 21 25\tSète\n\
                   T4\tPER 34 38\tRoux\n*\tSame T1 T4\nR1\tHolds Who:T4 What:T2\n\
                   T5\tAgreement 51 57;58 68\taccord avec Gênes\nA1\tForm T5 agreement\nA2\tStatus T5 signed\n\
                   R2\tSigns Who:T1 What:T5\n#1\tAnnotatorNotes T5\tparty Gênes\n\
                   T6\tDate 72 77\t3 mai\n#2\tAnnotatorNotes T6\t2026-05-03\nT7\tOther 0 5\tÉlise\n";
        let fixture = Fixture::parse_brat("x", TEXT, ann).unwrap();
        let marks: Vec<_> = fixture
            .marks
            .iter()
            .map(|m| (m.mark.as_str(), m.text.as_str()))
            .collect();
        assert_eq!(
            marks,
            [
                ("per", "Élise Roux"),
                ("role", "maire de Sète"),
                ("place", "Sète"),
                ("per", "Roux"),
                ("agr", "accord\navec Gênes"),
                ("date", "3 mai")
            ]
        );
        assert_eq!(fixture.people.len(), 1);
        assert_eq!(fixture.people[0].name, "Élise Roux");
        assert_eq!(fixture.people[0].roles, ["maire de Sète"]);
        let pact = &fixture.agreements[0];
        assert_eq!(
            (pact.kind.as_str(), pact.status.as_str()),
            ("agreement", "signed")
        );
        assert_eq!(
            (&pact.parties[..], &pact.signatories[..]),
            (&["Gênes".to_owned()][..], &["T1".to_owned()][..])
        );
        assert_eq!(fixture.marks[5].value, "2026-05-03");
        assert!(!fixture.aspects().contains("org") && fixture.aspects().contains("date value"));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for bad in [
            "T1\tPerson x 5\tÉlise",
            "T1\tPerson 5 999\tx",
            "so what",
            "Z1\tx y",
        ] {
            assert!(Fixture::parse_brat("x", TEXT, bad).is_err(), "{bad}");
        }
    }
}
