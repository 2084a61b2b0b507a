//! An annotated communiqué, read from its XML.

use std::path::{Path, PathBuf};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// A marked stretch of the text. Offsets are code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which mark: `s`, `per`, `role`, `date`, `place`, `org`, `agr`.
    pub mark: String,
    /// First code point.
    pub start: u32,
    /// Code point after the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// Whether it counts neither for nor against.
    pub optional: bool,
    /// The ids of the people or the agreement it speaks of, separated by blanks.
    pub id: String,
    /// Kind of a place, or type of a date.
    pub kind: String,
    /// Value of a date or a place.
    pub value: String,
}

/// A person and the functions that the text gives to them.
#[derive(Clone, Debug, Default)]
pub struct GoldPerson {
    /// Id within the fixture.
    pub id: String,
    /// Fullest form of the name.
    pub name: String,
    /// Functions.
    pub roles: Vec<String>,
    /// Whether it counts neither for nor against.
    pub optional: bool,
}

/// An agreement with its slots.
#[derive(Clone, Debug, Default)]
pub struct GoldAgreement {
    /// Id within the fixture.
    pub id: String,
    /// Kind and status, as the record names them.
    pub kind: String,
    /// Status.
    pub status: String,
    /// When the status came about.
    pub date: Option<String>,
    /// ISO codes of states, names of others.
    pub parties: Vec<String>,
    /// Ids of people.
    pub signatories: Vec<String>,
    /// Whether it counts neither for nor against.
    pub optional: bool,
}

/// An annotated communiqué.
#[derive(Clone, Debug, Default)]
pub struct Fixture {
    /// Name of the file without its ending.
    pub name: String,
    /// The text without marks.
    pub text: String,
    /// All marks, in order.
    pub marks: Vec<Mark>,
    /// People.
    pub people: Vec<GoldPerson>,
    /// Agreements.
    pub agreements: Vec<GoldAgreement>,
    /// What the head says: `title`, `issuer`, `place`, `date`.
    pub meta: Vec<(String, String)>,
    /// What is annotated at all; everything where nothing is said.
    pub only: Option<std::collections::BTreeSet<String>>,
}

/// Why a fixture cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}: {message}", path.display())]
pub struct FixtureError {
    path: PathBuf,
    message: String,
}

impl Fixture {
    /// The fixtures in a folder, in the order of their names.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
        let entries = std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path()));
        let mut files = entries.collect::<Result<Vec<_>, _>>()?;
        files.retain(|f| f.extension().is_some_and(|e| e == "xml"));
        files.sort();
        Ok(files)
    }

    /// Reads a fixture.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is no XML, or has no text.
    pub fn read(path: &Path) -> Result<Fixture, FixtureError> {
        let fail = |message: String| FixtureError {
            path: path.to_owned(),
            message,
        };
        let xml = std::fs::read_to_string(path).map_err(|e| fail(e.to_string()))?;
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Fixture::parse(&name, &xml).map_err(fail)
    }

    /// Reads a fixture from its XML.
    ///
    /// # Errors
    ///
    /// What is wrong with the XML.
    pub fn parse(name: &str, xml: &str) -> Result<Fixture, String> {
        let mut reader = Reader::from_str(xml);
        let mut parser = Parser {
            fixture: Fixture {
                name: name.to_owned(),
                ..Fixture::default()
            },
            ..Parser::default()
        };
        loop {
            let event = reader.read_event();
            let at = reader.buffer_position();
            match event.map_err(|e| format!("at byte {at}: {e}"))? {
                Event::Start(tag) => parser.open(&tag)?,
                Event::Empty(tag) => {
                    parser.open(&tag)?;
                    parser.close(&name_of(&tag));
                }
                Event::End(tag) => parser.close(&String::from_utf8_lossy(tag.name().as_ref())),
                Event::Text(text) => parser.text(&text.decode().map_err(|e| e.to_string())?),
                Event::GeneralRef(entity) => {
                    if let Some(c) = entity.resolve_char_ref().map_err(|e| e.to_string())? {
                        parser.text(c.encode_utf8(&mut [0; 4]));
                        continue;
                    }
                    let entity = entity.decode().map_err(|e| e.to_string())?;
                    let known = quick_xml::escape::resolve_predefined_entity(&entity);
                    parser.text(known.ok_or_else(|| format!("unknown entity &{entity};"))?);
                }
                Event::CData(text) => parser.text(&text.decode().map_err(|e| e.to_string())?),
                Event::Eof => break,
                _ => {}
            }
        }
        if parser.fixture.text.is_empty() {
            return Err("no <text>".to_owned());
        }
        Ok(parser.finish())
    }
}

#[derive(Default)]
struct Parser {
    fixture: Fixture,
    /// Open elements.
    path: Vec<String>,
    /// Marks that are open inside `<text>`: index into the fixture's marks.
    open: Vec<usize>,
    /// Code points of the text so far.
    length: u32,
}

impl Parser {
    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), String> {
        let name = name_of(tag);
        let get = |key: &str| attribute(tag, key);
        if self.path.iter().any(|p| p == "text") {
            let kind = if name == "date" {
                get("type")?.or(Some("date".into()))
            } else {
                get("kind")?
            };
            self.open.push(self.fixture.marks.len());
            self.fixture.marks.push(Mark {
                mark: name.clone(),
                start: self.length,
                end: self.length,
                text: String::new(),
                optional: get("opt")?.as_deref() == Some("1"),
                id: get("id")?.unwrap_or_default(),
                kind: kind.unwrap_or_default(),
                value: get("v")?.unwrap_or_default(),
            });
        } else {
            match name.as_str() {
                "meta" => {
                    for key in ["issuer", "place", "date"] {
                        if let Some(value) = get(key)? {
                            self.fixture.meta.push((key.to_owned(), value));
                        }
                    }
                }
                "title" => self.fixture.meta.push(("title".into(), String::new())),
                "person" => self.fixture.people.push(GoldPerson {
                    id: get("id")?.unwrap_or_default(),
                    name: get("name")?.unwrap_or_default(),
                    optional: get("opt")?.as_deref() == Some("1"),
                    roles: Vec::new(),
                }),
                "role" => {
                    if let Some(person) = self.fixture.people.last_mut() {
                        person.roles.push(String::new());
                    }
                }
                "agreement" => self.fixture.agreements.push(GoldAgreement {
                    id: get("id")?.unwrap_or_default(),
                    kind: get("kind")?.unwrap_or_default(),
                    status: get("status")?.unwrap_or_default(),
                    date: get("date")?,
                    optional: get("opt")?.as_deref() == Some("1"),
                    ..GoldAgreement::default()
                }),
                "party" | "signatory" => {
                    if let Some(agreement) = self.fixture.agreements.last_mut() {
                        let list = if name == "party" {
                            &mut agreement.parties
                        } else {
                            &mut agreement.signatories
                        };
                        list.push(String::new());
                    }
                }
                _ => {}
            }
        }
        self.path.push(name);
        Ok(())
    }

    fn close(&mut self, name: &str) {
        self.path.pop();
        if self.path.iter().any(|p| p == "text")
            && let Some(at) = self.open.pop()
        {
            self.fixture.marks[at].end = self.length;
        }
        debug_assert!(!name.is_empty());
    }

    fn text(&mut self, text: &str) {
        if self.path.iter().any(|p| p == "text") {
            self.fixture.text.push_str(text);
            self.length += text.chars().count() as u32;
            return;
        }
        let target = match self.path.last().map(String::as_str) {
            Some("title") => self.fixture.meta.last_mut().map(|(_, value)| value),
            Some("role") => self
                .fixture
                .people
                .last_mut()
                .and_then(|p| p.roles.last_mut()),
            Some("party") => self
                .fixture
                .agreements
                .last_mut()
                .and_then(|a| a.parties.last_mut()),
            Some("signatory") => self
                .fixture
                .agreements
                .last_mut()
                .and_then(|a| a.signatories.last_mut()),
            _ => None,
        };
        if let Some(target) = target {
            target.push_str(text);
        }
    }

    /// Drops the line ends around the text and fills in the words of the marks.
    fn finish(self) -> Fixture {
        let mut fixture = self.fixture;
        let lead = fixture.text.len() - fixture.text.trim_start_matches('\n').len();
        fixture.text = format!("{}\n", fixture.text[lead..].trim_end());
        let points: Vec<char> = fixture.text.chars().collect();
        for mark in &mut fixture.marks {
            mark.start = mark.start.saturating_sub(lead as u32);
            mark.end = mark
                .end
                .saturating_sub(lead as u32)
                .min(points.len() as u32);
            mark.text = points[mark.start as usize..mark.end as usize]
                .iter()
                .collect();
        }
        fixture
            .marks
            .sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
        for (_, value) in &mut fixture.meta {
            *value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        for person in &mut fixture.people {
            person
                .roles
                .iter_mut()
                .for_each(|r| *r = r.trim().to_owned());
        }
        for agreement in &mut fixture.agreements {
            let lists = agreement
                .parties
                .iter_mut()
                .chain(&mut agreement.signatories);
            lists.for_each(|v| *v = v.trim().to_owned());
        }
        fixture
    }
}

fn name_of(tag: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(tag.name().as_ref()).into_owned()
}

fn attribute(tag: &BytesStart<'_>, key: &str) -> Result<Option<String>, String> {
    match tag.try_get_attribute(key).map_err(|e| e.to_string())? {
        None => Ok(None),
        Some(value) => {
            let value = value.unescape_value().map_err(|e| e.to_string())?;
            Ok(Some(value.into_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fixture;

    #[test]
    fn marks_are_code_points_of_the_text_without_marks() {
        let xml = "<communique id='x'><meta issuer='Région &amp; Cie'><title>Un\n titre</title></meta>\
            <people><person id='a' name='Élise Roux'><role>maire</role></person></people>\
            <text>\n\n<s>À <place kind='city' v='Sète'>Sète</place> &amp; <per id='a' opt='1'>Élise</per>.</s>\n</text></communique>";
        let fixture = Fixture::parse("x", xml).unwrap();
        assert_eq!(fixture.text, "À Sète & Élise.\n");
        let spans: Vec<_> = fixture
            .marks
            .iter()
            .map(|m| (m.mark.as_str(), m.start, m.end, m.text.as_str()))
            .collect();
        assert_eq!(
            spans,
            [
                ("s", 0, 15, "À Sète & Élise."),
                ("place", 2, 6, "Sète"),
                ("per", 9, 14, "Élise")
            ]
        );
        assert!(fixture.marks[2].optional);
        assert_eq!(
            fixture.meta,
            [
                ("issuer".into(), "Région & Cie".into()),
                ("title".into(), "Un titre".into())
            ]
        );
        assert_eq!(fixture.people[0].roles, ["maire"]);
    }
}
