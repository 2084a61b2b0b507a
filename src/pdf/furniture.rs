//! Running headers, footers and page numbers: lines in the outer part of the
//! page that come again on other pages, or that number the page.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHasher};

use super::row::{Rows, Segment};
use super::word::Words;

/// The outer part of a page's height where furniture stands.
const ZONE: f32 = 0.15;
/// Rows looked at on each end of a page.
const MAX_ROWS: usize = 6;

static WORDS: LazyLock<PageWords> =
    LazyLock::new(|| PageWords::read(include_str!("../../rules/pdf/page_numbers.txt")));

#[derive(Default)]
struct PageWords {
    page: Vec<String>,
    of: Vec<String>,
}

impl PageWords {
    fn read(list: &str) -> Self {
        let mut words = Self::default();
        for line in list.lines().map(str::trim) {
            match line.split_once(' ') {
                Some(("page", word)) => words.page.push(word.trim().to_owned()),
                Some(("of", word)) => words.of.push(word.trim().to_owned()),
                _ => {}
            }
        }
        words
    }
}

/// A piece of furniture: where it stands and what it says.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Furniture {
    /// Page, from 0.
    pub page: usize,
    /// Its text.
    pub text: String,
}

/// One page's words and its height.
pub struct Sheet<'a> {
    /// The words.
    pub words: &'a Words,
    /// All of them in rows.
    pub rows: &'a Rows,
    /// Height of the page.
    pub height: f32,
}

/// A line in a page's outer part.
struct Candidate {
    page: usize,
    segment: usize,
    top: bool,
    /// Nothing but furniture stands outside of it.
    outermost: bool,
    key: u64,
    y: f32,
    numbered: bool,
    artifact: bool,
}

/// Finds furniture: for each page, the segments (of its rows) that are.
pub fn find(sheets: &[Sheet<'_>], body: f32) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); sheets.len()];
    let mut candidates = Vec::new();
    for (page, sheet) in sheets.iter().enumerate() {
        collect(page, sheets.len(), sheet, &mut candidates);
    }
    let mut pages_of: FxHashMap<(u64, bool), Vec<(usize, f32)>> = FxHashMap::default();
    for c in &candidates {
        pages_of
            .entry((c.key, c.top))
            .or_default()
            .push((c.page, c.y));
    }
    for c in &candidates {
        let again = pages_of[&(c.key, c.top)]
            .iter()
            .any(|&(page, y)| page != c.page && (y - c.y).abs() < 12.0);
        let segment = &sheets[c.page].rows.segments[c.segment];
        let small = segment.size < 0.93 * body;
        // An artifact that is not repeated may be the letterhead of page one.
        let artifact = c.artifact && c.outermost && (!c.top || c.page > 0 || small);
        if again || c.numbered || artifact {
            found[c.page].push(c.segment);
        }
    }
    let whole =
        |(sheet, found): (&Sheet<'_>, &Vec<usize>)| sheet.rows.segments.len() == found.len();
    if sheets.iter().zip(&found).all(whole) {
        // A file of nothing but headers has none.
        found.iter_mut().for_each(Vec::clear);
    }
    found
}

fn collect(page: usize, pages: usize, sheet: &Sheet<'_>, out: &mut Vec<Candidate>) {
    let rows = sheet.rows;
    let n = rows.len();
    let limit = ZONE * sheet.height;
    for r in 0..n {
        let from_top = r;
        let from_bottom = n - 1 - r;
        if from_top >= MAX_ROWS && from_bottom >= MAX_ROWS {
            continue;
        }
        for index in rows.starts[r]..rows.starts[r + 1] {
            let segment = &rows.segments[index];
            let top = segment.y > sheet.height - limit;
            let bottom = segment.y < limit;
            if !(top && from_top < MAX_ROWS || bottom && from_bottom < MAX_ROWS) {
                continue;
            }
            let text = text_of(sheet, segment);
            let outermost = if top { from_top < 2 } else { from_bottom < 3 };
            let whole_row = rows.row(r).len() == 1;
            out.push(Candidate {
                page,
                segment: index,
                top,
                outermost,
                key: masked(&text),
                y: segment.y,
                numbered: outermost && numbers_page(&text, page + 1, pages, whole_row),
                artifact: rows.order[segment.start..segment.end]
                    .iter()
                    .all(|&i| sheet.words.words[i as usize].artifact),
            });
        }
    }
}

/// The text of a segment, words set apart by one space.
pub fn text_of(sheet: &Sheet<'_>, segment: &Segment) -> String {
    let mut text = String::new();
    let mut last: Option<&super::word::Word> = None;
    for &i in &sheet.rows.order[segment.start..segment.end] {
        let word = &sheet.words.words[i as usize];
        if let Some(last) = last
            && super::word::separator(last, word).is_some()
        {
            text.push(' ');
        }
        for &c in sheet.words.text(word) {
            super::repair::push_plain(&mut text, c);
        }
        last = Some(word);
    }
    text
}

/// A line's letters, with every number made alike.
fn masked(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let mut in_number = false;
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        if c.is_ascii_digit() {
            if !in_number {
                '0'.hash(&mut hasher);
            }
            in_number = true;
        } else {
            c.hash(&mut hasher);
            in_number = false;
        }
    }
    hasher.finish()
}

/// Whether a line numbers the page: a number alone (`3`, `- 3 -`), `3/7`, or
/// a page word before it (`Page 3 sur 7`), alone or at either end of a line.
fn numbers_page(text: &str, number: usize, pages: usize, whole_row: bool) -> bool {
    let lower = text.to_lowercase();
    let spaced = lower.replace('/', " / ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.is_empty() || words.len() > 16 {
        return false;
    }
    let value =
        |w: &str| -> Option<usize> { w.trim_matches(|c: char| !c.is_alphanumeric()).parse().ok() };
    let is_in = |list: &[String], w: &str| list.iter().any(|l| l == w);
    let near = |n: usize| n == number || (n > 0 && n <= pages);
    for (i, word) in words.iter().enumerate() {
        let Some(n) = value(word) else { continue };
        let after_page = i > 0 && is_in(&WORDS.page, words[i - 1]);
        let total = match (words.get(i + 1), words.get(i + 2)) {
            (Some(of), Some(m)) if is_in(&WORDS.of, of) => value(m),
            _ => None,
        };
        let start = i == 0 || after_page && i == 1;
        let end = i + 1 + if total.is_some() { 2 } else { 0 } == words.len();
        let counted = total.is_some_and(|m| m == pages && n <= m);
        if (start || end) && (after_page && (near(n) || total.is_some()) || counted) {
            return true;
        }
    }
    let signs = |w: &&str| !w.chars().any(char::is_alphanumeric);
    let numbers: Vec<usize> = words.iter().filter_map(|w| value(w)).collect();
    let others = words.iter().filter(|w| value(w).is_none()).all(signs);
    whole_row && others && numbers.len() == 1 && words.len() <= 3 && near(numbers[0])
}

#[cfg(test)]
mod tests {
    use super::numbers_page;

    #[test]
    fn page_numbers_of_every_shape() {
        for text in [
            "2",
            "- 2 -",
            "2/3",
            "Page 2",
            "page 2 sur 3",
            "Région • Page 2 sur 3",
        ] {
            assert!(numbers_page(text, 2, 3, true), "{text}");
        }
        for text in [
            "le 2 mars 2024",
            "2024",
            "12/03",
            "article 2",
            "75002 Paris",
        ] {
            assert!(!numbers_page(text, 2, 3, true), "{text}");
        }
    }
}
