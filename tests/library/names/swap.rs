//! Other names for the people of an annotated communiqué: as XML, so that its
//! annotations stay right.
//!
//! A word of a name becomes another of the same kind and shape: a given name
//! one of the same gender, a family name another, of some origin; capitals stay
//! capitals, particles, hyphens and initials stay. The same word becomes the same
//! everywhere in a text.

use std::collections::{BTreeMap, BTreeSet};

use greffier::lexicon::fold::fold;

/// Given names (feminine; masculine) and family names of one origin, written for this test.
const ORIGINS: [[&str; 3]; 16] = [
    [
        "Mathilde Clémence Apolline Solange Brigitte Capucine Édith Ségolène",
        "Thibault Gaspard Étienne Ludovic Sylvain Aurélien Fabrice Hervé",
        "Vasseur Chastagnier Poupard Bréhier Delattre Lemarchand Quesnel Roussillon Fauchon Malherbe Garnault Tessier",
    ],
    [
        "Gwenaëlle Rozenn Nolwenn Maïwenn",
        "Erwann Malo Ronan Gurvan",
        "Kervella Quéméneur Guivarch Jaouen Bothorel Cozien Abgrall Tanguy",
    ],
    [
        "Amina Khadija Yasmina Leïla Soumaya Najat",
        "Youssef Hicham Abdelaziz Noureddine Tarek Mounir",
        "Benkirane Lahlou Mansouri Bouzidi Khelifi Ghannouchi Haddad Zeroual Berrada Chraïbi",
    ],
    [
        "Fatoumata Aminata Mariama Ndèye Awa Coumba",
        "Mamadou Ousmane Cheikh Ibrahima Modou Abdoulaye",
        "Sarr Guèye Mbaye Niang Cissokho Diatta Sagna Badji Tounkara Kébé",
    ],
    [
        "Adjoua Affoué Akissi Bintou",
        "Kouadio Konan Yao Kouamé",
        "Gnagne Aka Brou Kacou Assouan Tanoh Zadi Gbagbi",
    ],
    [
        "Chantal Honorine Clarisse Bernadette",
        "Dieudonné Célestin Barnabé Justin",
        "Mbarga Onana Essomba Ngoumou Kabongo Tshilombo Mukendi Nzau Obiang Mintsa",
    ],
    [
        "Lalao Voahangy Hanitra Vololona",
        "Haja Rivo Naina Solofo",
        "Rakotomalala Andrianarivo Razafindrakoto Rasoanaivo Randriamampionona Ravelojaona",
    ],
    [
        "Linh Thảo Hương Trang",
        "Minh Tuấn Quang Hùng",
        "Nguyen Hoang Phan Vu Dang Bui",
    ],
    [
        "Olena Kateryna Natalia Svetlana Irina Ludmila",
        "Oleksandr Dmytro Sergueï Andriy Pavel Viktor",
        "Kovalenko Tkachuk Ivanchenko Sokolov Petrenko Morozov Hrynko Zaïtsev",
    ],
    [
        "Ioana Cristina Mihaela Elena",
        "Bogdan Mihai Adrian Cătălin",
        "Popescu Ionescu Munteanu Dumitru Stoica Lupu",
    ],
    [
        "Inês Catarina Beatriz Mariana",
        "Rui João Tiago Nuno",
        "Ferreira Carvalho Pinheiro Teixeira Nogueira Magalhães",
    ],
    [
        "Marta Lucía Carmen Pilar",
        "Javier Álvaro Gonzalo Ignacio",
        "Gutiérrez Echeverría Ibáñez Navarrete Cifuentes Zubizarreta",
    ],
    [
        "Ingrid Ursula Anneliese Heike",
        "Jürgen Klaus Wolfgang Matthias",
        "Schröder Baumgartner Lindemann Hoffmeister Zimmermann Vogelsang",
    ],
    [
        "Giulia Francesca Chiara Paola",
        "Giovanni Lorenzo Alessandro Stefano",
        "Mancini Bernardini Castellani Esposito Lombardi Ricciardi",
    ],
    [
        "Kristina Astrid Solveig Maja",
        "Lars Henrik Mikael Anders",
        "Andersson Lindqvist Johansen Mäkinen Sørensen Virtanen",
    ],
    [
        "Ayşe Elif Anahit Priya",
        "Mehmet Emre Hovhannes Rajesh",
        "Yıldırım Karaca Sarkissian Grigorian Krishnamurthy Deshpande",
    ],
];

/// Given names that women and men bear: for those whose gender no list knows.
const EITHER: &str = "Camille Dominique Claude Maxence Alix Charlie Sasha Andréa Morgan Stéphane";

/// Words of names that are no names of their own.
const PARTICLES: &str = "de du des d la le les van der den von vom zu ter ten el al ech ben bin ibn ould mint bint abou abu abd da do dos das di del della dello san santa saint sainte mac mc o y e i ii iii iv v vi n m l a à";

/// What becomes of the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Other names.
    Swapped,
    /// `jean dupont`.
    Lower,
    /// `JEAN DUPONT`.
    Upper,
    /// `Helene Noel`.
    Plain,
}

/// The genders of given names, folded, by the lines of the lexicon.
pub fn genders(lexicon: &str) -> BTreeMap<String, char> {
    lexicon
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| {
            let mut cells = l.split('\t');
            let form = cells.next()?;
            Some((fold(form), cells.next()?.chars().next()?))
        })
        .collect()
}

/// The XML with other names.
pub fn changed(xml: &str, change: Change, genders: &BTreeMap<String, char>) -> String {
    let mut words = Words::new(xml, genders);
    let mut out = String::with_capacity(xml.len());
    let mut written: Vec<(String, String)> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find("<per ") {
        let open = at + rest[at..].find('>').expect("a tag ends") + 1;
        let close = open + rest[open..].find("</per>").expect("a mark ends");
        let id = attribute(&rest[at..open], "id").unwrap_or_default();
        let name = &rest[open..close];
        let new = match change {
            // A name written with a character reference stays.
            _ if name.contains('&') => name.to_owned(),
            Change::Swapped => words.name(name, id),
            Change::Lower => name.to_lowercase(),
            Change::Upper => name.to_uppercase(),
            Change::Plain => plain(name),
        };
        out.push_str(&rest[..open]);
        out.push_str(&new);
        written.push((name.to_owned(), new));
        rest = &rest[close..];
    }
    out.push_str(rest);
    if change != Change::Swapped {
        return out;
    }
    // The fullest names, and names inside functions and the title.
    let Some(end) = out.find("<text>") else {
        return out;
    };
    let mut head = String::new();
    written.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    for line in out[..end].split_inclusive('\n') {
        let mut line = line.to_owned();
        if let (Some(id), Some(name)) = (attribute(&line, "id"), attribute(&line, "name"))
            && !name.contains('&')
        {
            let new = words.name(name, id);
            line = line.replacen(&format!("name=\"{name}\""), &format!("name=\"{new}\""), 1);
        }
        if line.starts_with("<title>") || line.contains("<role>") {
            let (tag, roles) = line.split_at(line.find("><").map_or(0, |at| at + 1));
            let mut roles = roles.to_owned();
            for (old, new) in &written {
                roles = roles.replace(old.as_str(), new);
            }
            line = format!("{tag}{roles}");
        }
        head.push_str(&line);
    }
    head + &out[end..]
}

/// The new words of one text.
struct Words<'x> {
    /// The words of given names of each person.
    given: BTreeMap<String, Vec<&'x str>>,
    genders: &'x BTreeMap<String, char>,
    /// New words of given names and of family names, by the folded old ones.
    new: [BTreeMap<String, String>; 2],
    taken: BTreeSet<String>,
    seed: usize,
}

impl<'x> Words<'x> {
    fn new(xml: &'x str, genders: &'x BTreeMap<String, char>) -> Self {
        let mut given = BTreeMap::new();
        let people = xml.lines().filter(|l| l.starts_with("<person "));
        for line in people {
            let (Some(id), Some(name)) = (attribute(line, "id"), attribute(line, "name")) else {
                continue;
            };
            // All but the last word that is no particle, up to the first particle.
            let parts: Vec<&str> = name.split(' ').collect();
            let family = parts.iter().position(|w| is_particle(w)).unwrap_or(1);
            let first = family.clamp(1, parts.len().max(2) - 1);
            let own = if parts.len() > 1 {
                &parts[..first]
            } else {
                &[][..]
            };
            given.insert(id.to_owned(), own.to_vec());
        }
        Words {
            given,
            genders,
            new: [BTreeMap::new(), BTreeMap::new()],
            taken: BTreeSet::new(),
            seed: xml.len(),
        }
    }

    /// Another name of the same shape for a mention of a person.
    fn name(&mut self, name: &str, id: &str) -> String {
        let given: Vec<String> = self
            .given
            .get(id)
            .into_iter()
            .flatten()
            .flat_map(|w| w.split('-'))
            .map(fold)
            .collect();
        let mut out = String::new();
        let mut word = String::new();
        for c in name.chars().chain(['\0']) {
            if c.is_alphabetic() || c.is_alphanumeric() {
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                out.push_str(&self.word(&word, &given, c == '.'));
                word.clear();
            }
            if c != '\0' {
                out.push(c);
            }
        }
        out
    }

    fn word(&mut self, word: &str, given: &[String], abbreviated: bool) -> String {
        let old = fold(word);
        let small = word.chars().all(char::is_lowercase);
        let first = || old.chars().next();
        if word.chars().count() == 1 && abbreviated {
            let full = given.iter().find(|g| g.chars().next() == first());
            let Some(full) = full.cloned() else {
                return word.to_owned();
            };
            let new = self.replacement(&full, true);
            return new.chars().take(1).flat_map(char::to_uppercase).collect();
        }
        if small || is_particle(word) {
            return word.to_owned();
        }
        let new = self.replacement(&old, given.contains(&old));
        let capitals = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        if capitals { new.to_uppercase() } else { new }
    }

    fn replacement(&mut self, old: &str, is_given: bool) -> String {
        let map = usize::from(!is_given);
        if let Some(new) = self.new[map].get(old) {
            return new.clone();
        }
        let mut at = self.seed + old.bytes().fold(0, |h, b| (h * 31 + usize::from(b)) % 9973);
        let new = loop {
            let origin = &ORIGINS[at % ORIGINS.len()];
            let list = match (is_given, self.genders.get(old)) {
                (false, _) => origin[2],
                (true, Some('f')) => origin[0],
                (true, Some('m')) => origin[1],
                (true, _) => EITHER,
            };
            let names: Vec<&str> = list.split(' ').collect();
            let new = names[at / ORIGINS.len() % names.len()];
            if self.taken.insert(new.to_owned()) || self.taken.len() > 150 {
                break new.to_owned();
            }
            at += 7;
        };
        self.new[map].insert(old.to_owned(), new.clone());
        new
    }
}

fn is_particle(word: &str) -> bool {
    let word = fold(word);
    PARTICLES.split(' ').any(|p| p == word)
}

/// The text without accents, its case kept.
fn plain(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let base = fold(c.encode_utf8(&mut [0; 4]));
            let upper = c.is_uppercase();
            base.chars()
                .map(|b| if upper { b.to_ascii_uppercase() } else { b })
                .collect::<Vec<char>>()
        })
        .collect()
}

/// The value of an attribute of the first tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let length = tag[from..].find('"')?;
    Some(&tag[from..from + length])
}
