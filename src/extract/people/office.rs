//! Functions: who holds each, and whom a function that stands alone refers to.
//!
//! The rules say who holds a function where the text puts name and function
//! side by side. A function with a definite article and no name (« la ministre
//! déléguée », « les deux ministres ») refers to those who were said to hold
//! it: the words of the mention are found again, in their order, in the title.

use std::ops::Range;

use super::counterpart::counterpart;
use super::gender;
use super::name::Name;
use super::who::{Bearers, Individual, genders_agree, only};
use crate::extract::Reading;
use crate::grammar::{Annotation, Unit};
use crate::lexicon::fold::fold;
use crate::record::{Gender, Role, RoleStatus};

/// One who holds a function.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder {
    /// The individual.
    pub individual: usize,
    /// Whether the text says so beside the name; else it is inferred.
    stated: bool,
    status: RoleStatus,
}

impl Holder {
    /// One who holds it now.
    fn current(individual: usize, stated: bool) -> Self {
        Holder {
            individual,
            stated,
            status: RoleStatus::Current,
        }
    }
}

/// A mention of a function.
#[derive(Clone, Debug)]
pub(super) struct Office<'r> {
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// The rule that found it.
    pub rule: &'r str,
    /// Gender that its form says.
    pub gender: Option<Gender>,
    /// Who holds it.
    pub holders: Vec<Holder>,
    /// The function in the singular, on one line.
    title: String,
    /// Folded words of the title.
    pub words: Vec<String>,
    /// Written as an abbreviation (« Pr »), which the full word replaces.
    abbreviated: bool,
    /// Says what somebody is to another (« partenaire »).
    relational: bool,
    /// Says that somebody holds the same office elsewhere (« homologue »).
    pub counterpart: bool,
    plural: bool,
    /// How many people the text says hold it.
    count: Option<usize>,
    definite: bool,
    /// Another name of the same office (« le chef de l'État »): whoever holds that one is meant.
    alias: Option<Vec<String>>,
    /// Named in « cabinet du ministre »: whoever stands on the line above does not hold it.
    of_cabinet: bool,
    /// Names an office high enough to be told without a holder.
    weighty: bool,
    organisation: Option<String>,
    pub country: Option<String>,
}

impl Office<'_> {
    /// The people who hold it, each once.
    pub fn people(&self) -> impl Iterator<Item = usize> + '_ {
        self.holders.iter().map(|h| h.individual)
    }

    /// Who holds it, where that is one.
    fn only_holder(&self) -> Option<usize> {
        only(self.people())
    }

    /// Whether the record tells of it: it has a holder, or is an office of weight.
    pub fn is_told(&self) -> bool {
        !self.holders.is_empty() || self.weighty
    }

    /// Whether the text says that the individual holds it.
    pub fn is_held(&self, individual: usize) -> bool {
        let mut stated = self.holders.iter().filter(|h| h.stated);
        stated.any(|h| h.individual == individual)
    }

    /// Whether this mention stands in the place of the individual's name.
    pub fn stands_for(&self, individual: usize) -> bool {
        self.holders
            .iter()
            .any(|h| h.individual == individual && !h.stated)
    }
}

/// The functions of a text, with the holders that stand beside them.
pub(super) fn read<'r>(
    reading: &Reading<'_, 'r>,
    names: &[Name<'r>],
    bearers: &Bearers,
) -> Vec<Office<'r>> {
    let lattice = &reading.lattice;
    let complements = Complements::of(reading);
    let mut offices: Vec<Office<'r>> = lattice
        .of_kind("role")
        .into_iter()
        .chain(lattice.of_kind("inner"))
        .map(|a| office(reading, &complements, a))
        .collect();
    offices.sort_by_key(|o| (o.start, std::cmp::Reverse(o.end)));
    let mut hold = |office: (u32, u32), person: (u32, u32), link: &Annotation<'_>| {
        // They stand in the order of their starts, the longest first.
        let first = offices.partition_point(|o| o.start < office.0);
        let office = offices[first..]
            .iter_mut()
            .take_while(|o| o.start == office.0)
            .find(|o| o.end == office.1);
        if let (Some(office), Some(individual)) = (office, bearers.at(person)) {
            if office.people().any(|p| p == individual) {
                return;
            }
            office.holders.push(Holder {
                individual,
                stated: true,
                status: status(link.text("status")),
            });
        }
    };
    let inner = lattice.of_kind("inner");
    let ends_with_inner = |office: (u32, u32), person: (u32, u32)| {
        inner
            .iter()
            .any(|i| i.start > office.0 && i.end == office.1 && i.span("by") == Some(person))
    };
    for link in lattice
        .of_kind("held")
        .into_iter()
        .chain(inner.iter().copied())
    {
        if let Some(person) = link.span("by")
            && !reading.is_late()
            // « conseiller du président X »: X is no adviser.
            && !ends_with_inner((link.start, link.end), person)
        {
            hold((link.start, link.end), person, link);
        }
    }
    for link in lattice.of_kind("holds") {
        if let Some(office) = link.span("role")
            && !reading.is_late()
        {
            hold(office, (link.start, link.end), link);
        }
    }
    for link in &inner {
        if let Some((_, end)) = link.span("by") {
            enclose(reading, &mut offices, link, end, names, bearers);
        }
    }
    list(reading, &mut offices, names, bearers);
    sign(reading, &mut offices, names, bearers);
    offices
}

/// « Sont nommés membres du conseil : – M. X ; – Mme Y »: those whose names begin the items of the list
/// that a function in the plural announces.
fn list(
    reading: &Reading<'_, '_>,
    offices: &mut [Office<'_>],
    names: &[Name<'_>],
    bearers: &Bearers,
) {
    /// Tokens before a name at the head of its item: a bullet, a grade.
    const HEAD: u32 = 3;
    let units = &reading.units;
    for office in offices.iter_mut() {
        let unit = reading.unit_of(office.start);
        let opens = office.start - units[unit].start <= HEAD;
        if !office.plural || !office.holders.is_empty() || !opens || !reading.announces(unit) {
            continue;
        }
        let mut held = Vec::new();
        for item in units[unit + 1..].iter().take_while(|u| u.label == "list") {
            let own = |n: &Name<'_>| n.start >= item.start && n.end <= item.end;
            let name = names.iter().position(own);
            let heads = name.filter(|n| names[*n].start - item.start <= HEAD);
            let Some(individual) = heads.and_then(|n| bearers.of_name(n)) else {
                // An item of something else: the list is not of people. A bullet may stand alone.
                if item.end - item.start > HEAD {
                    held.clear();
                    break;
                }
                continue;
            };
            held.push(Holder::current(individual, true));
        }
        if held.len() > 1 {
            office.holders = held;
        }
    }
}

/// « M. X, conseiller du président Y »: the function around « président » takes
/// in the name of Y, to `end`, and is that of the name before it.
fn enclose(
    reading: &Reading<'_, '_>,
    offices: &mut [Office<'_>],
    inner: &Annotation<'_>,
    end: u32,
    names: &[Name<'_>],
    bearers: &Bearers,
) {
    // A comma, an article, « ancien ».
    const BETWEEN: u32 = 3;
    let Some(outer) = offices
        .iter_mut()
        .find(|o| o.start < inner.start && o.end == inner.end)
    else {
        return;
    };
    let name = one_line(reading.lattice.words(inner.end, end));
    outer.title = format!("{} {name}", outer.title);
    outer.words.extend(folded(&name));
    outer.end = end;
    if !outer.holders.is_empty() {
        return;
    }
    let unit = reading.units[reading.unit_of(outer.start)].start;
    let before = names
        .iter()
        .position(|n| n.start >= unit && n.end < outer.start && outer.start - n.end <= BETWEEN);
    let individual = before.and_then(|name| bearers.of_name(name));
    if let Some(individual) = individual {
        outer.holders.push(Holder::current(individual, true));
    }
}

/// What a line of a signature or of contacts holds and nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Name(usize),
    /// Functions, from this token on.
    Functions(u32),
    Other,
}

/// Gives the functions that stand on lines of their own to the name on the line above or below.
fn sign(
    reading: &Reading<'_, '_>,
    offices: &mut [Office<'_>],
    names: &[Name<'_>],
    bearers: &Bearers,
) {
    // An article, a comma, a civility may stand beside.
    const BESIDE: u32 = 2;
    // Lines of a head that may be a name and a function.
    const HEAD: usize = 2;
    // « Jeanne Martin » and « Ministre des Finances » above a life.
    let above = |at: usize, u: &Unit| at < HEAD && matches!(u.label, "letterhead" | "title");
    let lines: Vec<Line> = reading
        .units
        .iter()
        .enumerate()
        .map(|(at, u)| {
            let signs = matches!(u.label, "signature" | "contacts") || above(at, u);
            if !signs || reading.is_late() {
                return Line::Other;
            }
            let inside = |start: u32, end: u32| start >= u.start && end <= u.end;
            let length = u.end - u.start;
            if let Some(name) = names.iter().position(|n| inside(n.start, n.end)) {
                let alone = names[name].end - names[name].start + BESIDE >= length;
                return if alone { Line::Name(name) } else { Line::Other };
            }
            // « Pour le ministre et par délégation,\nle directeur »: the last line counts alone.
            let fills = |from: &u32| {
                let free = offices.iter().filter(|o| {
                    o.start >= *from && o.end <= u.end && o.holders.is_empty() && !o.of_cabinet
                });
                let (count, covered) = free.fold((0, 0), |(n, c), o| (n + 1, c + o.end - o.start));
                count > 0 && covered + BESIDE * count >= u.end - from
            };
            let whole = Some(u.start).filter(fills);
            let from = whole.or_else(|| Some(last_line(reading, u.start, u.end)).filter(fills));
            from.map_or(Line::Other, Line::Functions)
        })
        .collect();
    if lines.iter().all(|line| *line == Line::Other) {
        return;
    }
    let rows = rows(reading);
    let functions = |from: usize, step: isize| {
        let next = |at: &usize| beside(&rows, *at, step);
        std::iter::successors(next(&from), next)
            .take_while(|&at| matches!(lines[at], Line::Functions(_)))
            .collect::<Vec<usize>>()
    };
    for (at, line) in lines.iter().enumerate() {
        let Line::Name(name) = *line else { continue };
        if reading.is_late() {
            break;
        }
        let Some(individual) = bearers.of_name(name) else {
            continue;
        };
        let mut theirs = functions(at, 1);
        let above = functions(at, -1);
        // Lines below another name are that one's.
        let first = above.last().copied().unwrap_or(at);
        let before = beside(&rows, first, -1);
        if !before.is_some_and(|at| matches!(lines[at], Line::Name(_))) {
            theirs.extend(above);
        }
        for at in theirs {
            let unit = reading.units[at];
            let Line::Functions(from) = lines[at] else {
                continue;
            };
            for office in offices.iter_mut() {
                if office.start >= from && office.end <= unit.end && office.holders.is_empty() {
                    office.holders.push(Holder::current(individual, true));
                }
            }
        }
    }
}

/// The first token of the last line between two tokens.
fn last_line(reading: &Reading<'_, '_>, start: u32, end: u32) -> u32 {
    let lattice = &reading.lattice;
    let gap = |at: u32| lattice.bytes(at - 1, at).end..lattice.bytes(at, at + 1).start;
    let mut later = (start + 1..end).rev();
    later
        .find(|at| lattice.text[gap(*at)].contains('\n'))
        .unwrap_or(start)
}

/// The units of each line: one, or more where it is cut into columns.
fn rows(reading: &Reading<'_, '_>) -> Vec<Range<usize>> {
    let lattice = &reading.lattice;
    let mut rows: Vec<Range<usize>> = Vec::with_capacity(reading.units.len());
    for (at, unit) in reading.units.iter().enumerate() {
        let goes_on = at > 0 && {
            let end = lattice.bytes(unit.start - 1, unit.start).end;
            let gap = &lattice.text[end..lattice.bytes(unit.start, unit.start + 1).start];
            gap.len() > 1 && gap.bytes().all(|b| matches!(b, b' ' | b'\t'))
        };
        match rows.last_mut() {
            Some(row) if goes_on => row.end = at + 1,
            _ => rows.push(at..at + 1),
        }
    }
    rows
}

/// The unit above (-1) or below (1) another, in the same column where the lines have several.
fn beside(rows: &[Range<usize>], unit: usize, step: isize) -> Option<usize> {
    let at = rows.partition_point(|r| r.end <= unit);
    let (row, next) = (rows.get(at)?, rows.get(at.checked_add_signed(step)?)?);
    (row.len() == next.len()).then(|| next.start + (unit - row.start))
}

fn status(word: Option<&str>) -> RoleStatus {
    word.and_then(|w| w.parse().ok())
        .unwrap_or(RoleStatus::Current)
}

fn office<'r>(
    reading: &Reading<'_, 'r>,
    complements: &Complements,
    role: &Annotation<'r>,
) -> Office<'r> {
    let (start, end) = (role.start, role.end);
    let lattice = &reading.lattice;
    let kind = role.text("kind").unwrap_or_default();
    let head = role.span("head").unwrap_or((start, end));
    let plural = role.text("number") == Some("p");
    let mut title = one_line(lattice.words(start, end));
    if plural {
        let of_head = &lattice.tokens[head.0 as usize..head.1 as usize];
        let singular = ["function", "grade"]
            .iter()
            .find_map(|l| reading.grammar.lexicon.feature(of_head, l, "singular"));
        if let Some(singular) = singular {
            let before = lattice.words(start, head.0);
            let after = lattice.words(head.1, end);
            let parts = [before, singular, after].map(one_line);
            title = parts
                .iter()
                .filter(|p| !p.is_empty())
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" ");
        }
    }
    let of_head = &lattice.tokens[head.0 as usize..head.1 as usize];
    let lexicon = &reading.grammar.lexicon;
    let full = lexicon.feature(of_head, "grade-abbreviation", "full");
    let words: Vec<String> = folded(full.unwrap_or(&title));
    let (organisation, country) = body(reading, complements, role);
    Office {
        start,
        end,
        rule: role.rule,
        gender: gender(role.text("gender"))
            // « La ministre » is a woman; « Madame le ministre » may be said of one.
            .or_else(|| role.span("feminine").map(|_| Gender::Feminine))
            .or_else(|| by_adjective(reading, head)),
        holders: Vec::new(),
        words,
        abbreviated: full.is_some(),
        relational: matches!(kind, "relational" | "counterpart"),
        counterpart: kind == "counterpart",
        plural,
        count: role.span("count").and_then(|(from, to)| {
            let tokens = &lattice.tokens[from as usize..to as usize];
            let value = reading
                .grammar
                .lexicon
                .feature(tokens, "number-word", "value")?;
            value.parse().ok()
        }),
        definite: role.text("definite").is_some(),
        alias: role.text("alias").map(folded),
        of_cabinet: role.text("office").is_some(),
        weighty: role.text("definite").is_some() && matches!(kind, "political" | "diplomatic"),
        organisation,
        country,
        title: match role.text("former") {
            Some("past" | "late") => {
                let was = role
                    .span("was")
                    .map_or("", |(from, to)| lattice.words(from, to));
                // « ancien ministre », « ex-ministre »
                let was = was.to_lowercase();
                let gap = if was.ends_with('-') { "" } else { " " };
                format!("{was}{gap}{title}").trim().to_owned()
            }
            _ => title,
        },
    }
}

/// The complements of nouns (« de … », « à … ») by where they stand, so that those of
/// a function are found without a look at all annotations.
struct Complements {
    /// First token, token after the last, number of the annotation; in order.
    spans: Vec<(u32, u32, usize)>,
}

impl Complements {
    fn of(reading: &Reading<'_, '_>) -> Self {
        let all = reading.lattice.annotations.iter().enumerate();
        let mut spans: Vec<(u32, u32, usize)> = all
            .filter(|(_, a)| matches!(a.kind, "of" | "at"))
            .map(|(number, a)| (a.start, a.end, number))
            .collect();
        spans.sort_unstable();
        Complements { spans }
    }

    /// The numbers of those within these tokens, in the order in which the rules made them.
    fn within(&self, start: u32, end: u32) -> Vec<usize> {
        let first = self.spans.partition_point(|s| s.0 < start);
        let mut found: Vec<usize> = self.spans[first..]
            .iter()
            .take_while(|s| s.0 < end)
            .filter(|s| s.1 <= end)
            .map(|s| s.2)
            .collect();
        found.sort_unstable();
        found
    }
}

/// The gender of the nationality behind a function's noun: « ministre vietnamien ».
fn by_adjective(reading: &Reading<'_, '_>, head: (u32, u32)) -> Option<Gender> {
    let adjective = reading
        .lattice
        .tokens
        .get(head.1 as usize..=head.1 as usize)?;
    let lexicon = &reading.grammar.lexicon;
    gender(lexicon.feature(adjective, "demonym", "gender"))
}

/// The body in which, and the country for which, a function is held: what its complements name.
fn body(
    reading: &Reading<'_, '_>,
    complements: &Complements,
    role: &Annotation<'_>,
) -> (Option<String>, Option<String>) {
    let lattice = &reading.lattice;
    let lexicon = &reading.grammar.lexicon;
    let mut organisation = None;
    let mut country = reading.demonym(role.start, role.end).map(str::to_owned);
    let mut run: Option<(u32, u32)> = None;
    for number in complements.within(role.start, role.end) {
        let link = &lattice.annotations[number];
        let Some((from, to)) = link.span("noun") else {
            continue;
        };
        let tokens = &lattice.tokens[from as usize..to as usize];
        if let Some(iso) = lexicon.feature(tokens, "country", "iso") {
            country = country.or_else(|| Some(iso.to_owned()));
        } else if link.text("kind") == Some("proper") {
            run = match run {
                None => Some((from, to)),
                Some((first, last)) if last == link.start => Some((first, to)),
                Some(run) => Some(run),
            };
        }
    }
    if let Some((from, to)) = run {
        // The whole name of the body, where the complement holds but its beginning.
        let bodies = lattice.of_kind("org").into_iter();
        let own = bodies.filter(|o| o.start == from && o.end <= role.end);
        let to = own.map(|o| o.end).max().map_or(to, |end| end.max(to));
        organisation = Some(one_line(lattice.words(from, to)));
    }
    (organisation, country)
}

/// Finds who is meant by functions that stand alone.
pub(super) fn resolve(
    reading: &Reading<'_, '_>,
    offices: &mut [Office<'_>],
    names: &[Name<'_>],
    individuals: &[Individual],
    bearers: &Bearers,
) {
    for at in 0..offices.len() {
        if reading.is_late() {
            break;
        }
        let office = &offices[at];
        if office.holders.is_empty() && office.counterpart && !office.plural {
            let meant = counterpart(offices, at, names, individuals);
            offices[at]
                .holders
                .extend(meant.map(|individual| Holder::current(individual, false)));
            continue;
        }
        if !office.holders.is_empty() || !office.definite {
            continue;
        }
        let wanted = if office.plural {
            office.count.unwrap_or(0)
        } else {
            1
        };
        if wanted == 0 {
            continue;
        }
        let mut candidates: Vec<(bool, u32, usize)> = called(offices, at)
            .into_iter()
            .filter(|&i| office.plural || genders_agree(office.gender, individuals[i].gender))
            .map(|i| {
                let seen = last_seen(i, office.start, offices, names, individuals);
                (seen.is_some(), seen.unwrap_or(0), i)
            })
            .collect();
        candidates.sort_unstable_by(|a, b| b.cmp(a));
        if office.alias.is_some() && candidates.len() != 1 {
            continue;
        }
        let inferred = || {
            lengthened(reading, offices, at, individuals)
                .or_else(|| presiding(reading, &offices[at], individuals, bearers))
        };
        if candidates.is_empty()
            && let Some(individual) = inferred()
        {
            offices[at].holders.push(Holder::current(individual, true));
            continue;
        }
        if candidates.len() < wanted || (wanted > 1 && !candidates[wanted - 1].0) {
            continue;
        }
        let mut found: Vec<usize> = candidates[..wanted].iter().map(|c| c.2).collect();
        found.sort_unstable();
        // Under another name it is told as one more function.
        let stated = office.alias.is_some();
        offices[at].holders = found
            .into_iter()
            .map(|individual| Holder::current(individual, stated))
            .collect();
    }
}

/// Gives functions that a pronoun holds to those for whom it stands: « Il était jusqu'ici préfet ».
pub(super) fn refer(
    reading: &Reading<'_, '_>,
    offices: &mut [Office<'_>],
    names: &[Name<'_>],
    individuals: &[Individual],
    bearers: &Bearers,
) {
    for link in reading.lattice.of_kind("theirs") {
        if reading.is_late() {
            break;
        }
        let spans = |o: &Office<'_>, span| (o.start, o.end) == span;
        let own = (link.start, link.end);
        let Some(at) = offices
            .iter()
            .position(|o| o.holders.is_empty() && spans(o, own))
        else {
            continue;
        };
        // « Professeure depuis 2009, la rectrice … »: the other function tells whose it is.
        let meant = match link.span("of") {
            Some(other) => {
                let other = offices.iter().find(|o| spans(o, other));
                other.and_then(Office::only_holder)
            }
            None => antecedent(reading, offices, link, names, individuals, bearers),
        };
        let holder = meant.map(|individual| Holder::current(individual, true));
        offices[at].holders.extend(holder);
    }
}

/// The one spoken of last who may be « il » or « elle »; nobody, where that may be somebody whose
/// gender the text does not tell.
fn antecedent(
    reading: &Reading<'_, '_>,
    offices: &[Office<'_>],
    link: &Annotation<'_>,
    names: &[Name<'_>],
    individuals: &[Individual],
    bearers: &Bearers,
) -> Option<usize> {
    /// How many sentences back a pronoun reaches.
    const BACK: usize = 6;
    /// Tokens before a function that opens its sentence: an article, « ancien ».
    const OPENING: u32 = 3;
    let unit = reading.unit_of(link.start);
    let from = reading.units[unit.saturating_sub(BACK)].start;
    let wanted = gender(link.text("gender"));
    let own_gender = |individual: usize| individuals[individual].gender;
    let named = names.iter().enumerate().map(|(at, n)| {
        let one = bearers.of_name(at);
        (n.start, n.end, one, one.and_then(own_gender))
    });
    // A function counts where it opens its sentence, as its subject. « Le ministre de l'Intérieur … Il
    // est responsable de … »: nobody whom the text names.
    let opens =
        |o: &&Office<'_>| o.start - reading.units[reading.unit_of(o.start)].start <= OPENING;
    let offices = offices.iter().filter(|o| !o.plural).filter(opens);
    let meant = offices.filter_map(|o| match o.only_holder() {
        Some(one) => Some((o.start, o.end, Some(one), own_gender(one))),
        None if o.definite => Some((o.start, o.end, None, o.gender)),
        None => None,
    });
    let before = named
        .chain(meant)
        .filter(|(start, end, ..)| *start >= from && *end <= link.start);
    let fitting = before.filter(|(.., gender)| genders_agree(wanted, *gender));
    let (.., last, gender) = fitting.max_by_key(|(start, ..)| *start)?;
    last.filter(|_| gender == wanted)
}

/// « Le recteur de l'université », and in the signature « Le recteur, X »: the only one who signs with
/// fewer words, if the text names no other such function.
fn lengthened(
    reading: &Reading<'_, '_>,
    offices: &[Office<'_>],
    at: usize,
    individuals: &[Individual],
) -> Option<usize> {
    let office = &offices[at];
    if office.plural || office.alias.is_some() || office.of_cabinet {
        return None;
    }
    let first = office.words.first()?;
    let mut alike = offices.iter().filter(|o| o.words.first() == Some(first));
    let rival = alike.any(|o| {
        let longer = o.words.len() > 1 && o.words != office.words;
        longer && !shortens(&o.words, &office.words)
    });
    if rival {
        return None;
    }
    let is_short = |o: &&Office<'_>| {
        let signs = || reading.units[reading.unit_of(o.start)].label == "signature";
        o.words.len() < office.words.len() && shortens(&o.words, &office.words) && signs()
    };
    let stated = offices.iter().filter(is_short).flat_map(|o| &o.holders);
    let current = |h: &&Holder| h.stated && h.status == RoleStatus::Current;
    let one = only(stated.filter(current).map(|h| h.individual))?;
    genders_agree(office.gender, individuals[one].gender).then_some(one)
}

/// « Sous la présidence de X … la présidente »: the only one of whom the text says that the function is theirs
/// by what they do.
fn presiding(
    reading: &Reading<'_, '_>,
    office: &Office<'_>,
    individuals: &[Individual],
    bearers: &Bearers,
) -> Option<usize> {
    if office.plural || office.alias.is_some() || office.of_cabinet {
        return None;
    }
    let first = office.words.first()?;
    let acting = reading.lattice.of_kind("presides").into_iter();
    let acting = acting.filter(|a| a.end < office.start);
    let theirs = acting.filter(|a| {
        let function = a.text("function").map(fold);
        function.is_some_and(|f| f == *first || alike(&f, first))
    });
    let one = only(theirs.filter_map(|a| bearers.at((a.start, a.end))))?;
    genders_agree(office.gender, individuals[one].gender).then_some(one)
}

/// Those who are said to hold what the function names.
fn called(offices: &[Office<'_>], at: usize) -> Vec<usize> {
    // Another name stands for the title itself: « Président de la République de Singapour »
    // is somebody else's.
    let is_meant = |o: &Office<'_>| match &offices[at].alias {
        Some(alias) => o.words == *alias,
        None => shortens(&offices[at].words, &o.words),
    };
    let mut found: Vec<usize> = offices
        .iter()
        .filter(|o| o.holders.iter().any(|h| h.stated) && is_meant(o))
        .flat_map(|o| o.holders.iter().filter(|h| h.stated))
        .map(|h| h.individual)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether the words of a mention are those of a title with some left out after the first.
fn shortens(mention: &[String], title: &[String]) -> bool {
    let (Some(first), Some(head)) = (mention.first(), title.first()) else {
        return false;
    };
    if first != head && !alike(first, head) {
        return false;
    }
    let mut rest = title[1..].iter();
    mention[1..].iter().all(|w| rest.any(|t| t == w))
}

/// Whether two words differ by an ending at most: « professeur », « professeure ».
fn alike(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    long.starts_with(short) && long.len() <= short.len() + 1 && short.len() > 4
}

/// Where somebody was last mentioned before a token.
pub(super) fn last_seen(
    individual: usize,
    before: u32,
    offices: &[Office<'_>],
    names: &[Name<'_>],
    individuals: &[Individual],
) -> Option<u32> {
    let named = individuals[individual]
        .names
        .iter()
        .map(|&n| names[n].start);
    let meant = offices
        .iter()
        .filter(|o| o.people().any(|p| p == individual))
        .map(|o| o.start);
    named.chain(meant).filter(|&s| s < before).max()
}

/// The distinct functions of an individual, each in its fullest form.
pub(super) fn titles(
    reading: &Reading<'_, '_>,
    individual: usize,
    offices: &[Office<'_>],
) -> Vec<Role> {
    let mut found: Vec<(&Office<'_>, RoleStatus)> = Vec::new();
    for office in offices {
        let Some(holder) = office
            .holders
            .iter()
            .find(|h| h.individual == individual && h.stated)
        else {
            continue;
        };
        let same = found
            .iter_mut()
            .find(|(o, _)| shortens(&office.words, &o.words) || shortens(&o.words, &office.words));
        match same {
            Some(known) => {
                let longer = office.words.len() > known.0.words.len();
                if longer || (known.0.abbreviated && !office.abbreviated) {
                    *known = (office, known.1);
                }
            }
            None => found.push((office, holder.status)),
        }
    }
    if found.iter().any(|(o, _)| !o.relational) {
        found.retain(|(o, _)| !o.relational);
    }
    found
        .into_iter()
        .map(|(office, status)| {
            let (start, end, _) = reading.span(office.start, office.end);
            Role {
                title: office.title.clone(),
                organisation: office.organisation.clone(),
                country: office.country.clone(),
                status,
                start,
                end,
                rule: office.rule.to_owned(),
            }
        })
        .collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folded words, apostrophes and hyphens as ends of words.
fn folded(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}
