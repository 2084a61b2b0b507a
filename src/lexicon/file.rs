//! A lexicon file: a header of `# key: value` lines, then one entry a line,
//! its form first and its features after it, separated by tabs.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A lexicon as written: one file of `rules/lexicons/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LexiconFile {
    /// Class name: the file's stem (`given-name`).
    pub name: String,
    /// The file's text; an image points to it and does not hold it.
    #[serde(skip)]
    pub text: Cow<'static, str>,
    /// Names of the columns after the form.
    pub columns: Vec<String>,
    /// Whether entries that begin with a capital match only where the text has one too.
    pub proper: bool,
    /// Whether its entries are added to those of the file that it lies over.
    pub extends: bool,
    /// Whether the program looks up its words, and it is needed though no rule names it.
    pub looked_up: bool,
    /// What the list holds, one line.
    pub about: String,
}

/// Why a lexicon file cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{name}.tsv:{line}: {message}")]
pub struct FileError {
    name: String,
    line: usize,
    message: String,
}

impl LexiconFile {
    /// Reads the header of a lexicon.
    ///
    /// # Errors
    /// If the header has no `columns`, the first column is not `form`, `case`
    /// is neither `proper` nor `any`, or a line has more cells than columns.
    pub fn parse(name: &str, text: Cow<'static, str>) -> Result<LexiconFile, FileError> {
        let fail = |line: usize, message: String| FileError {
            name: name.to_owned(),
            line,
            message,
        };
        let (mut columns, mut proper, mut about) = (None, false, String::new());
        let (mut extends, mut looked_up) = (false, false);
        for (at, line) in lines(&text).enumerate() {
            let Some(header) = line.strip_prefix('#') else {
                let wanted = columns.as_ref().map_or(1, |c: &Vec<String>| c.len() + 1);
                if memchr::memchr_iter(b'\t', line.as_bytes()).count() >= wanted {
                    return Err(fail(at + 1, format!("expected at most {wanted} cells")));
                }
                continue;
            };
            let Some((key, value)) = header.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match key.trim() {
                "columns" => {
                    let mut names = value.split_whitespace().map(str::to_owned);
                    if names.next().as_deref() != Some("form") {
                        return Err(fail(
                            at + 1,
                            "expected the first column to be `form`".into(),
                        ));
                    }
                    columns = Some(names.collect());
                }
                "case" => match value {
                    "proper" => proper = true,
                    "any" => proper = false,
                    other => {
                        let message =
                            format!("expected `case: proper` or `case: any`, found `{other}`");
                        return Err(fail(at + 1, message));
                    }
                },
                "extends" => extends = value == "yes",
                "looked-up" => looked_up = value == "yes",
                "about" => value.clone_into(&mut about),
                _ => {}
            }
        }
        let columns = columns.unwrap_or_default();
        Ok(LexiconFile {
            name: name.to_owned(),
            text,
            columns,
            proper,
            extends,
            looked_up,
            about,
        })
    }

    /// The entries: byte offset of the line and its text, header and blank lines left out.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &str)> {
        let base = self.text.as_ptr() as usize;
        lines(&self.text)
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
            .map(move |l| (l.as_ptr() as usize - base, l))
    }

    /// The place of a feature among the cells of a line, the form being 0.
    #[must_use]
    pub fn column(&self, feature: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|c| c == feature)
            .map(|i| i + 1)
    }
}

/// The lines of a text: `str::lines`, by way of vector instructions, since the
/// lists are the larger part of what is read at start.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain(Some(text.len()));
    ends.scan(0, move |start, end| {
        let line = &text[*start..end];
        *start = end + 1;
        Some(line.strip_suffix('\r').unwrap_or(line))
    })
}

/// The cell at `column` of an entry's line; empty where the line is shorter.
#[must_use]
pub fn cell(line: &str, column: usize) -> &str {
    let mut ends = memchr::memchr_iter(b'\t', line.as_bytes()).chain(Some(line.len()));
    let start = match column.checked_sub(1) {
        None => 0,
        Some(before) => match ends.nth(before) {
            Some(end) if end < line.len() => end + 1,
            _ => return "",
        },
    };
    let end = ends.next().unwrap_or(line.len());
    line[start..end].trim_matches(' ')
}
