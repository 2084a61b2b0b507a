//! The pieces that the rules have marked, in the order of the text.

use super::actors::{self, Actor};
use crate::extract::Reading;
use crate::grammar::Annotation;
use crate::record::{AgreementKind, AgreementStatus, DateType, Record};

/// What stands before the name of a pact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
    /// It is new: « un accord ».
    New,
    /// It is known: « l'accord ».
    Known,
    /// It was just spoken of: « cet accord ».
    Shown,
    /// Nothing stands there.
    Absent,
}

/// The head phrase of a mention.
#[derive(Debug)]
pub struct Head<'g> {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// First token of the determiner, or of the head.
    pub from: u32,
    /// Index of its unit.
    pub unit: usize,
    /// Form of the pact.
    pub kind: AgreementKind,
    /// What stands before it.
    pub determiner: Determiner,
    /// The noun names other things than pacts as well.
    pub weak: bool,
    /// It is a pact's own name.
    pub named: bool,
    /// The noun is in the plural.
    pub plural: bool,
    /// The noun alone, without adjectives and type.
    pub core: (u32, u32),
    /// It stands in the title.
    pub title: bool,
    /// It is leaned on or amended, and so no subject of the clause.
    pub governed: bool,
    /// Rule that found it.
    pub rule: &'g str,
}

/// On which side of an event its pact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before it.
    Before,
    /// After it.
    After,
}

/// How an event is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By a verb with the pact as object.
    Finite,
    /// By a passive.
    Passive,
    /// By a set phrase.
    Phrase,
    /// By a noun.
    Nominal,
    /// As something that binds.
    Bound,
    /// By a participle beside the pact.
    Participle,
}

/// When an event happens, as far as the verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It is or was.
    Past,
    /// It had been before something else.
    Pluperfect,
    /// It will be, or is wished.
    Future,
}

/// What befalls a pact.
#[derive(Debug)]
pub struct Event {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// Index of its unit.
    pub unit: usize,
    /// Status that the verb or noun gives.
    pub status: AgreementStatus,
    /// How it is told.
    pub form: Form,
    /// Where its pact stands.
    pub direction: Direction,
    /// When it happens.
    pub tense: Tense,
    /// It is denied.
    pub denied: bool,
    /// The verb or noun says other things as well.
    pub weak: bool,
}

/// What a small word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// « entre ».
    Between,
    /// « qui lie ».
    Links,
    /// « qui les lie »: those spoken of before are parties too.
    LinksThem,
    /// « avec ».
    With,
    /// « par ».
    By,
    /// « au nom de ».
    Behalf,
    /// « représenté par ».
    Represented,
    /// « en présence de ».
    Witness,
    /// « relatif à ».
    About,
    /// « en vertu de ».
    Governed,
    /// « qui », a colon, a bracket.
    Break,
    /// « que ».
    That,
    /// « et ».
    And,
}

/// A small word.
#[derive(Debug)]
pub struct Cue {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// What it tells.
    pub sign: Sign,
}

/// A date of the text over tokens.
#[derive(Debug)]
pub struct Day {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// ISO value, without the hour.
    pub value: String,
    /// It says when something ends or must be done.
    pub limit: bool,
}

/// Everything that the modules of this room look at.
pub struct Scene<'r, 'g> {
    /// The text and its annotations.
    pub reading: &'r Reading<'r, 'g>,
    /// What was found before.
    pub record: &'r Record,
    /// Heads in the order of the text.
    pub heads: Vec<Head<'g>>,
    /// Events in the order of the text.
    pub events: Vec<Event>,
    /// Small words in the order of the text.
    pub cues: Vec<Cue>,
    /// Those who act, in the order of the text.
    pub actors: Vec<Actor>,
    /// Dates in the order of the text.
    pub days: Vec<Day>,
    /// For each token, the code point at which it starts.
    points: Vec<u32>,
}

impl<'r, 'g> Scene<'r, 'g> {
    /// Collects the pieces.
    pub fn new(reading: &'r Reading<'r, 'g>, record: &'r Record) -> Self {
        let mut scene = Scene {
            reading,
            record,
            heads: heads(reading),
            events: Vec::new(),
            cues: Vec::new(),
            actors: Vec::new(),
            days: Vec::new(),
            points: Vec::new(),
        };
        if scene.heads.is_empty() {
            return scene;
        }
        scene.points = (0..reading.lattice.tokens.len() as u32)
            .map(|t| reading.span(t, t + 1).0)
            .collect();
        scene.events = of(reading, "agr-event", event);
        scene.cues = of(reading, "agr-cue", cue);
        scene.days = days(&scene);
        scene.actors = actors::actors(&scene);
        for at in 0..scene.heads.len() {
            if reading.is_late() {
                break;
            }
            let head = &scene.heads[at];
            let leaned = scene
                .cues
                .iter()
                .any(|c| c.sign == Sign::Governed && c.end <= head.from && head.from - c.end <= 2);
            let amended = at > 0 && {
                let prior = &scene.heads[at - 1];
                prior.unit == head.unit
                    && prior.kind == AgreementKind::Amendment
                    && head.start - prior.end <= 2
            };
            scene.heads[at].governed = leaned || amended;
        }
        scene
    }

    /// The tokens from a code point to another.
    pub fn tokens(&self, start: u32, end: u32) -> (u32, u32) {
        let at = |point| self.points.partition_point(|p| *p < point) as u32;
        (at(start), at(end))
    }

    /// Cues of these signs that begin within these tokens.
    pub fn cues_in<'s>(
        &'s self,
        start: u32,
        end: u32,
        signs: &'s [Sign],
    ) -> impl DoubleEndedIterator<Item = &'s Cue> {
        let first = self.cues.partition_point(|c| c.start < start);
        self.cues[first..]
            .iter()
            .take_while(move |c| c.start < end)
            .collect::<Vec<_>>()
            .into_iter()
            .filter(move |c| signs.contains(&c.sign))
    }

    /// Whether another clause begins within these tokens.
    pub fn broken(&self, start: u32, end: u32) -> bool {
        self.cues_in(start, end, &[Sign::Break, Sign::That])
            .next()
            .is_some()
    }

    /// Whether a head begins within these tokens.
    pub fn head_in(&self, start: u32, end: u32) -> bool {
        self.heads.iter().any(|h| h.start >= start && h.start < end)
    }

    /// Whether a place says where the act was, and so is no party (« signé à Brest », not « lie Nantes à Brest »).
    pub fn located(&self, start: u32) -> bool {
        let at = self.reading.lattice.of_kind("agr-at");
        let linked = self
            .cues_in(
                start.saturating_sub(20),
                start,
                &[Sign::Links, Sign::LinksThem],
            )
            .next()
            .is_some();
        !linked && at.iter().any(|a| a.end == start)
    }

    /// Whether the last token of a unit is a colon, and so a list follows.
    pub fn announces(&self, unit: usize) -> bool {
        let unit = self.reading.units[unit];
        unit.end > unit.start && self.reading.lattice.words(unit.end - 1, unit.end) == ":"
    }
}

/// Annotations of a kind, read by `read`.
fn of<'g, T>(
    reading: &Reading<'_, 'g>,
    kind: &str,
    read: impl Fn(&Reading<'_, 'g>, &Annotation<'g>) -> Option<T>,
) -> Vec<T> {
    let found = reading.lattice.of_kind(kind);
    found.into_iter().filter_map(|a| read(reading, a)).collect()
}

fn heads<'g>(reading: &Reading<'_, 'g>) -> Vec<Head<'g>> {
    of(reading, "agr", |reading, a| {
        let unit = reading.unit_of(a.start);
        let determiner = match a.text("det") {
            Some("indef") => Determiner::New,
            Some("def" | "poss") => Determiner::Known,
            Some("dem") => Determiner::Shown,
            Some(_) => return None,
            None => Determiner::Absent,
        };
        Some(Head {
            start: a.start,
            end: a.end,
            from: a.span("at").map_or(a.start, |s| s.0),
            unit,
            kind: a.text("kind")?.parse().ok()?,
            determiner,
            weak: a.text("weak").is_some(),
            named: a.text("named").is_some(),
            plural: a.text("number") == Some("p"),
            core: a.span("core").unwrap_or((a.start, a.end)),
            title: reading.units.get(unit).is_some_and(|u| u.label == "title"),
            governed: false,
            rule: a.rule,
        })
    })
}

fn event(reading: &Reading<'_, '_>, a: &Annotation<'_>) -> Option<Event> {
    Some(Event {
        start: a.start,
        end: a.end,
        unit: reading.unit_of(a.start),
        status: a.text("status")?.parse().ok()?,
        form: match a.text("form")? {
            "finite" => Form::Finite,
            "passive" => Form::Passive,
            "phrase" => Form::Phrase,
            "nominal" => Form::Nominal,
            "bound" => Form::Bound,
            _ => Form::Participle,
        },
        direction: match a.text("side") {
            Some("before") => Direction::Before,
            _ => Direction::After,
        },
        tense: match a.text("tense") {
            Some("future" | "conditional" | "modal") => Tense::Future,
            Some("infinitive") if a.text("form") != Some("nominal") => Tense::Future,
            Some("pluperfect" | "imperfect") => Tense::Pluperfect,
            _ => Tense::Past,
        },
        denied: a.get("neg").is_some(),
        weak: a.text("weak").is_some(),
    })
}

fn cue(_: &Reading<'_, '_>, a: &Annotation<'_>) -> Option<Cue> {
    let sign = match a.text("is")? {
        "between" => Sign::Between,
        "links" if a.get("object").is_some() => Sign::LinksThem,
        "links" => Sign::Links,
        "with" => Sign::With,
        "by" => Sign::By,
        "behalf" => Sign::Behalf,
        "represented" => Sign::Represented,
        "witness" => Sign::Witness,
        "about" => Sign::About,
        "governed" => Sign::Governed,
        "break" => Sign::Break,
        "that" => Sign::That,
        "and" => Sign::And,
        _ => return None,
    };
    let (start, end) = (a.start, a.end);
    Some(Cue { start, end, sign })
}

fn days(scene: &Scene<'_, '_>) -> Vec<Day> {
    let limits = scene.reading.lattice.of_kind("agr-limit");
    let dates = scene.record.dates.iter();
    dates
        .filter(|d| matches!(d.kind, DateType::Date | DateType::Time))
        .filter_map(|d| {
            let value = d.value.as_deref()?;
            let value = value.split_once('T').map_or(value, |(day, _)| day);
            let (start, end) = scene.tokens(d.start, d.end);
            (value.len() >= 4 && value.starts_with(|c: char| c.is_ascii_digit())).then(|| Day {
                start,
                end,
                value: value.to_owned(),
                limit: limits
                    .iter()
                    .any(|l| l.end <= start && start - l.end <= 1 && l.start < start),
            })
        })
        .collect()
}
