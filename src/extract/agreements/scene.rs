//! The pieces that the rules have marked, in the order of the text.

use super::actors::{self, Actor};
use super::bodies;
use super::document;
use crate::extract::Reading;
use crate::grammar::{Annotation, Unit};
use crate::lexicon::fold::fold;
use crate::record::{AgreementKind, AgreementStatus, DateType, Gender, Party, Record};

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
    /// It stands in the title or a heading.
    pub title: bool,
    /// It stands in a heading.
    pub heading: bool,
    /// It is leaned on or amended, and so no subject of the clause.
    pub governed: bool,
    /// It is the pact that the amendment right before it amends.
    pub amended: bool,
    /// It is the one before that of which the text speaks: « le précédent contrat ».
    pub former: bool,
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
    /// « liée à C par »: C is no place there.
    Linked,
    /// « sont parties à l'accord : ».
    Listed,
    /// « qui le lie à »: who was just spoken of is a party too.
    LinksIt,
    /// « qui les lie »: those spoken of before are the parties.
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
    /// « qui », a colon, a dash.
    Break,
    /// « que ».
    That,
    /// « par lequel ».
    Whereby,
    /// A text about the pact: « un projet de loi ».
    Text,
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

/// What the word before a date makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// No more than a date.
    Free,
    /// The end of something, or a term that says no more: « jusqu'au », « avant ».
    Until,
    /// The term of what is to come: « d'ici au ».
    By,
    /// The beginning of what lasts: « depuis », « à compter du ».
    Since,
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
    pub limit: Limit,
}

/// A place behind a preposition of place.
#[derive(Debug)]
pub struct Site {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// Its place in the record.
    pub place: usize,
}

/// Where those stand who sign, seen from the words that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signers {
    /// Behind them.
    After,
    /// They are the subject.
    Before,
    /// The last who was named.
    Nearest,
}

impl Signers {
    fn of(side: Option<&str>) -> Self {
        match side {
            Some("before") => Signers::Before,
            Some("nearest") => Signers::Nearest,
            _ => Signers::After,
        }
    }
}

/// Where small words lie that need no more than their place: first tokens, in order.
#[derive(Debug, Default)]
pub struct Marks {
    /// Functions that sign for a State.
    pub envoy: Vec<u32>,
    /// Functions that sign for a town.
    pub mayor: Vec<u32>,
    /// Those who act for the European Union.
    pub union: Vec<u32>,
    /// Parliaments and councils.
    pub assembly: Vec<u32>,
    /// Parts of federations that make pacts of their own.
    pub member: Vec<u32>,
    /// Members of a commission.
    pub commissioner: Vec<u32>,
    /// Words that make a body a State.
    pub government: Vec<u32>,
    /// Ministries.
    pub ministry: Vec<u32>,
    /// Tokens behind a preposition of place.
    pub at: Vec<u32>,
    /// Words in brackets, with their end.
    pub aside: Vec<(u32, u32)>,
    /// « dans la foulée », « à cette occasion »: on the day of what was told before.
    pub then: Vec<u32>,
    /// Tokens behind « reportée au »: the day to which an act is put off.
    pub moved: Vec<u32>,
    /// Words that speak again of the pact just named, with their end.
    pub back: Vec<(u32, u32)>,
    /// The same of all pacts of a list, with their end.
    pub back_to_all: Vec<(u32, u32)>,
    /// Organs of bodies, up to the words that name the body.
    pub organ: Vec<(u32, u32)>,
    /// Councils of regions and departments, with their end and the sort of area.
    pub council: Vec<(u32, u32, String)>,
    /// Pronouns for several.
    pub they: Vec<u32>,
    /// Pronouns for one.
    pub it: Vec<u32>,
    /// Pronouns that open a sentence, with their gender.
    pub pronoun: Vec<(u32, Gender)>,
    /// Words that tell those who sign, with their end and where these stand.
    pub signers: Vec<(u32, u32, Signers)>,
    /// « communiqué conjoint » above a document.
    pub joint: Vec<u32>,
    /// « bilatéral » in the name of a pact.
    pub bilateral: Vec<u32>,
    /// « précédent » beside the name of a pact.
    pub former: Vec<u32>,
    /// « la présente » before the name of a pact, with its end.
    pub itself: Vec<(u32, u32)>,
}

impl Marks {
    fn new(reading: &Reading<'_, '_>) -> Self {
        let spans = |kind| -> Vec<(u32, u32)> {
            let found = reading.lattice.of_kind(kind);
            found.iter().map(|a| (a.start, a.end)).collect()
        };
        let starts = |kind| spans(kind).iter().map(|s| s.0).collect();
        let mut at: Vec<u32> = spans("agr-at").iter().map(|s| s.1).collect();
        at.sort_unstable();
        Marks {
            envoy: starts("agr-envoy"),
            mayor: starts("agr-mayor"),
            union: starts("agr-union"),
            assembly: starts("agr-assembly"),
            member: starts("agr-member"),
            commissioner: starts("agr-commissioner"),
            government: starts("agr-government"),
            ministry: starts("agr-ministry"),
            at,
            aside: spans("agr-aside"),
            then: starts("agr-then"),
            moved: spans("agr-moved").iter().map(|s| s.1).collect(),
            back: spans("agr-back"),
            back_to_all: spans("agr-back-all"),
            organ: spans("agr-organ"),
            signers: reading
                .lattice
                .of_kind("agr-signers")
                .iter()
                .map(|a| (a.start, a.end, Signers::of(a.text("side"))))
                .collect(),
            joint: starts("agr-joint"),
            bilateral: starts("agr-bilateral"),
            former: starts("agr-former"),
            council: reading
                .lattice
                .of_kind("agr-council")
                .iter()
                .filter_map(|a| Some((a.start, a.end, fold(a.text("of")?))))
                .collect(),
            they: starts("agr-they"),
            it: starts("agr-it"),
            itself: spans("agr-itself"),
            pronoun: reading
                .lattice
                .of_kind("agr-pronoun")
                .iter()
                .filter_map(|a| Some((a.start, a.text("gender")?.parse().ok()?)))
                .collect(),
        }
    }
}

/// Everything that the modules of this room look at.
pub struct Scene<'r, 'g> {
    /// The text and its annotations.
    pub reading: &'r Reading<'r, 'g>,
    /// What was found before.
    pub record: &'r Record,
    /// The country in whose name the document speaks, or the Union.
    pub home: Option<Party>,
    /// The States that issue the document together.
    pub states: Vec<Party>,
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
    /// Places where something can have happened, in the order of the text.
    pub sites: Vec<Site>,
    /// Acronyms that the text explains, with the number of their organisation.
    acronyms: Vec<(&'r str, usize)>,
    /// Sums of money that words tie to a pact.
    pub sums: Vec<&'r Annotation<'g>>,
    /// Lengths of time of pacts: first token and token after the last.
    pub lasting: Vec<(u32, u32)>,
    /// « UE-Mercosur »: first token and the two parties.
    pub pairs: Vec<(u32, Party, Party)>,
    /// Places of small words.
    pub marks: Marks,
}

impl<'r, 'g> Scene<'r, 'g> {
    /// Collects the pieces.
    pub fn new(reading: &'r Reading<'r, 'g>, record: &'r Record) -> Self {
        let mut scene = Scene {
            reading,
            record,
            home: None,
            states: Vec::new(),
            heads: heads(reading),
            events: Vec::new(),
            cues: Vec::new(),
            actors: Vec::new(),
            days: Vec::new(),
            sites: Vec::new(),
            sums: Vec::new(),
            lasting: Vec::new(),
            acronyms: Vec::new(),
            pairs: Vec::new(),
            marks: Marks::default(),
        };
        if scene.heads.is_empty() {
            return scene;
        }
        scene.events = of(reading, "agr-event", event);
        scene.cues = of(reading, "agr-cue", cue);
        scene.days = days(&scene);
        scene.sums = reading.lattice.of_kind("agr-worth");
        let lasting = reading.lattice.of_kind("agr-lasting");
        scene.lasting = lasting.iter().map(|a| (a.start, a.end)).collect();
        scene.marks = Marks::new(reading);
        scene.home = bodies::home(&scene);
        scene.states = document::states(&scene);
        scene.sites = sites(&scene);
        scene.acronyms = acronyms(reading, record);
        scene.pairs = actors::pairs(&scene);
        scene.actors = actors::actors(&scene);
        scene.forget_cues_in_names();
        let governed = scene.cues.iter().filter(|c| c.sign == Sign::Governed);
        let mut ends: Vec<u32> = governed.map(|c| c.end).collect();
        ends.sort_unstable();
        for at in 0..scene.heads.len() {
            if reading.is_late() {
                break;
            }
            let head = &scene.heads[at];
            let leaned = !between(&ends, head.from.saturating_sub(2), head.from + 1, |end| {
                *end
            })
            .is_empty();
            let amended = at > 0 && {
                let prior = &scene.heads[at - 1];
                prior.unit == head.unit
                    && prior.kind == AgreementKind::Amendment
                    && head.start - prior.end <= 2
            };
            let (from, to) = (head.from.saturating_sub(1), head.end + 1);
            let former = !between(&scene.marks.former, from, to, |mark| *mark).is_empty();
            scene.heads[at].governed = leaned || amended;
            scene.heads[at].amended = amended;
            scene.heads[at].former = former;
        }
        scene
    }

    /// The words of a name say nothing about a pact: « la Coalition pour l'Ituri libre ».
    fn forget_cues_in_names(&mut self) {
        let actors = &self.actors;
        self.cues.retain(|cue| {
            let next = actors.partition_point(|a| a.end < cue.end);
            !actors
                .get(next)
                .is_some_and(|a| a.sure && a.start < cue.start)
        });
    }

    /// Whether a token is a pronoun that stands for the subject.
    pub fn is_pronoun(&self, token: u32) -> bool {
        self.is_it(token) || self.marks.they.binary_search(&token).is_ok()
    }

    /// Whether a token is a pronoun for one subject: « il », « elle ».
    pub fn is_it(&self, token: u32) -> bool {
        self.marks.it.binary_search(&token).is_ok()
    }

    /// The tokens from a code point to another.
    pub fn tokens(&self, start: u32, end: u32) -> (u32, u32) {
        let at = |point| {
            let byte = self.reading.points.byte(point) as u32;
            let tokens = self.reading.lattice.tokens;
            tokens.partition_point(|t| t.start < byte) as u32
        };
        (at(start), at(end))
    }

    /// Cues of these signs that begin within these tokens.
    pub fn cues_in<'s>(
        &'s self,
        start: u32,
        end: u32,
        signs: &'s [Sign],
    ) -> impl DoubleEndedIterator<Item = &'s Cue> {
        let cues = between(&self.cues, start, end, |c| c.start);
        cues.iter().filter(move |c| signs.contains(&c.sign))
    }

    /// Actors that lie within these tokens.
    pub fn actors_in(&self, start: u32, end: u32) -> &[Actor] {
        let found = between(&self.actors, start, end, |a| a.start);
        match found.last() {
            Some(last) if last.end > end => &found[..found.len() - 1],
            _ => found,
        }
    }

    /// Actors that end before a token, the nearest first.
    pub fn actors_before(&self, end: u32) -> impl Iterator<Item = &Actor> {
        let until = self.actors.partition_point(|a| a.end <= end);
        self.actors[..until].iter().rev()
    }

    /// Events that begin within these tokens.
    pub fn events_in(&self, start: u32, end: u32) -> &[Event] {
        between(&self.events, start, end, |e| e.start)
    }

    /// Events that lie within these tokens.
    pub fn events_within(&self, start: u32, end: u32) -> impl Iterator<Item = &Event> {
        let found = self.events_in(start, end).iter();
        found.filter(move |e| e.end <= end)
    }

    /// Days that begin within these tokens.
    pub fn days_in(&self, start: u32, end: u32) -> &[Day] {
        between(&self.days, start, end, |d| d.start)
    }

    /// Sites that begin within these tokens.
    pub fn sites_in(&self, start: u32, end: u32) -> &[Site] {
        between(&self.sites, start, end, |s| s.start)
    }

    /// Heads that begin within these tokens, determiner included.
    pub fn heads_in(&self, start: u32, end: u32) -> &[Head<'g>] {
        between(&self.heads, start, end, |h| h.from)
    }

    /// Whether another clause begins within these tokens.
    pub fn broken(&self, start: u32, end: u32) -> bool {
        self.cues_in(start, end, &[Sign::Break, Sign::That])
            .next()
            .is_some()
    }

    /// Whether a head begins within these tokens.
    pub fn head_in(&self, start: u32, end: u32) -> bool {
        !between(&self.heads, start, end, |h| h.start).is_empty()
    }

    /// Whether a place says where the act was, and so is no party (« signé à Brest », not « lie Nantes à Brest »).
    pub fn located(&self, start: u32) -> bool {
        /// Tokens from the word that links to the place at most.
        const LINKED: u32 = 20;
        let links = [Sign::Links, Sign::LinksIt, Sign::LinksThem, Sign::Linked];
        let from = start.saturating_sub(LINKED);
        let linked_before = |end| self.cues_in(from, end, &links).next().is_some();
        // « lie Arras à un musée, à Ypres »: the second place says where the first is.
        let apposed = || {
            self.comma_before(start).is_some_and(|comma| {
                let nearest = self.actors_before(comma).next();
                nearest.is_some_and(|actor| actor.end == comma) && linked_before(comma)
            })
        };
        self.marks.at.binary_search(&start).is_ok() && (!linked_before(start) || apposed())
    }

    /// Whether a token stands in brackets.
    pub fn aside(&self, token: u32) -> bool {
        let next = self.marks.aside.partition_point(|a| a.1 <= token);
        self.marks.aside.get(next).is_some_and(|a| a.0 <= token)
    }

    /// The kind of the preposition, article included, that stands before a token.
    pub fn preposition(&self, token: u32) -> Option<&str> {
        let tokens = &self.reading.lattice.tokens;
        let lexicon = &self.reading.grammar.lexicon;
        (1..=3_u32).rev().find_map(|width| {
            let start = token.checked_sub(width)?;
            let words = &tokens[start as usize..token as usize];
            lexicon.feature(words, "agreement-preposition", "kind")
        })
    }

    /// Whether a comma stands before a token and its preposition.
    pub fn after_comma(&self, token: u32) -> bool {
        self.comma_before(token).is_some()
    }

    /// The comma before a token and its preposition.
    fn comma_before(&self, token: u32) -> Option<u32> {
        let mut before = (1..=3).filter_map(|back| token.checked_sub(back));
        before.find(|at| self.is_comma(*at))
    }

    /// Whether a token is a comma.
    pub fn is_comma(&self, token: u32) -> bool {
        self.reading.lattice.words(token, token + 1) == ","
    }

    /// The parties told by their names right behind the noun of a pact.
    pub fn pair_of(&self, head: &Head<'_>) -> Option<&(u32, Party, Party)> {
        between(&self.pairs, head.core.1, head.end + 1, |p| p.0).first()
    }

    /// The full name for which an acronym stands, where the text explains it.
    pub fn full_name(&self, acronym: &str) -> Option<&'r str> {
        let found = self.acronyms.iter().find(|(a, _)| *a == acronym)?;
        Some(self.record.organisations[found.1].name.as_str())
    }
}

/// The acronyms that the text explains: « Agence française de développement (AFD) ».
fn acronyms<'r>(reading: &Reading<'_, '_>, record: &'r Record) -> Vec<(&'r str, usize)> {
    let explained = reading.lattice.of_kind("acronym");
    let bodies = record.organisations.iter().enumerate();
    bodies
        .filter_map(|(at, o)| {
            let acronym = o.acronym.as_deref()?;
            let here = |a: &&Annotation<'_>| reading.lattice.words(a.start, a.end) == acronym;
            explained.iter().any(here).then_some((acronym, at))
        })
        .collect()
}

/// The items of a sorted list that begin within these tokens.
pub fn between<T>(items: &[T], start: u32, end: u32, first: impl Fn(&T) -> u32) -> &[T] {
    let from = items.partition_point(|i| first(i) < start);
    let until = items.partition_point(|i| first(i) < end);
    &items[from..until.max(from)]
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
        let heading = reading.is_heading(unit);
        let in_title = |u: &Unit| u.label == "title";
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
            title: heading || reading.units.get(unit).is_some_and(in_title),
            heading,
            governed: false,
            amended: false,
            former: false,
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
        "links-them" => Sign::LinksThem,
        "links-it" => Sign::LinksIt,
        "links" => Sign::Links,
        "linked" => Sign::Linked,
        "listed" => Sign::Listed,
        "with" => Sign::With,
        "by" => Sign::By,
        "behalf" => Sign::Behalf,
        "represented" => Sign::Represented,
        "witness" => Sign::Witness,
        "about" => Sign::About,
        "governed" => Sign::Governed,
        "break" => Sign::Break,
        "that" => Sign::That,
        "whereby" => Sign::Whereby,
        "text" => Sign::Text,
        "and" => Sign::And,
        _ => return None,
    };
    let (start, end) = (a.start, a.end);
    Some(Cue { start, end, sign })
}

fn sites(scene: &Scene<'_, '_>) -> Vec<Site> {
    let places = scene.record.places.iter().enumerate();
    let mentions = places.flat_map(|(at, p)| p.mentions.iter().map(move |m| (at, m)));
    let mut found: Vec<Site> = mentions
        .map(|(place, m)| {
            let (start, end) = scene.tokens(m.start, m.end);
            Site { start, end, place }
        })
        .filter(|s| scene.marks.at.binary_search(&s.start).is_ok())
        .collect();
    found.sort_by_key(|s| s.start);
    found
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
                limit: limit(&limits, start),
            })
        })
        .collect()
}

/// What the word before a date makes of it; `limits` are in order.
fn limit(limits: &[&Annotation<'_>], start: u32) -> Limit {
    let next = limits.partition_point(|l| l.start < start);
    let before = limits[..next].iter().rev().take(3);
    let near = before
        .filter(|l| l.end <= start && start - l.end <= 1)
        .max_by_key(|l| l.end - l.start);
    match near.and_then(|l| l.text("is")) {
        Some("since") => Limit::Since,
        Some("by") => Limit::By,
        Some(_) => Limit::Until,
        None => Limit::Free,
    }
}
