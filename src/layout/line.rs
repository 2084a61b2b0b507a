//! The lines of a text and what can be seen of each without reading it.

use super::Reader;
use super::cue::CueClass;
use super::edge::End;
use crate::segment::{Flags, Shape, Token};
use std::ops::Range;

/// A line that is not blank.
#[allow(clippy::struct_excessive_bools)] // what is seen of a line, each for itself
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// First token after the bullet or the number that it begins with.
    pub content: usize,
    /// The shapes of its tokens, taken together.
    pub shapes: Shape,
    /// Length in characters, marks and all.
    pub length: usize,
    /// Characters that its first word takes.
    pub first_word: usize,
    /// A blank line, or the start of the text, stands before it.
    pub after_blank: bool,
    /// A rule (`---`) stands before it.
    pub after_rule: bool,
    /// Level of a Markdown heading, `0` for none.
    pub heading: u8,
    /// Begins with a quote mark of Markdown (`>`).
    pub quoted: bool,
    /// Begins with the mark of a note (`¹`, `(1)`, `[^1]:`).
    pub note: bool,
    /// How it ends.
    pub end: End,
    /// A page number, or a running header with one.
    pub page: bool,
    /// A dateline and nothing else.
    pub dated: bool,
    /// Begins something of its own, whatever stands before it.
    pub anew: bool,
    /// Begins with an emphasis mark.
    pub emphasis: bool,
    /// Ends with an emphasis mark too.
    pub all_emphasis: bool,
}

/// The lines of all tokens. Every token is in one line.
pub(super) fn lines(reader: &Reader<'_>) -> Vec<Line> {
    let tokens = reader.tokens;
    let mut marks = reader.marks.iter().peekable();
    let mut out: Vec<Line> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut shapes = tokens[at].shape;
        let mut stop = at + 1;
        while let Some(token) = tokens.get(stop)
            && !token.flags.any(Flags::LINE_START)
        {
            shapes = shapes.with(token.shape);
            stop += 1;
        }
        let mut line = Line {
            tokens: at..stop,
            shapes,
            after_blank: tokens[at].flags.any(Flags::BLOCK_START),
            ..Line::default()
        };
        let (mut start, mut end) = (tokens[at].start as usize, tokens[stop - 1].end as usize);
        while let Some(mark) = marks.peek().filter(|m| (m.start as usize) < start) {
            let sign = &reader.text[mark.start as usize..mark.end as usize];
            let here = !reader.text[mark.end as usize..start].contains('\n');
            match sign.as_bytes()[0] {
                b'#' if here => line.heading = sign.len() as u8,
                b'>' if here => line.quoted = true,
                b'*' | b'_' if here => line.emphasis = true,
                _ => line.after_rule = true,
            }
            if here {
                start = start.min(mark.start as usize);
            }
            marks.next();
        }
        let line_end = memchr::memchr(b'\n', &reader.text.as_bytes()[end..])
            .map_or(reader.text.len(), |i| end + i);
        while let Some(mark) = marks.peek().filter(|m| (m.end as usize) <= line_end) {
            if mark.start as usize >= end {
                line.all_emphasis = line.emphasis;
                end = mark.end as usize;
            } else if (mark.start as usize) < tokens[at].end as usize {
                line.emphasis = true;
            }
            marks.next();
        }
        line.length = reader.text[start..end].chars().count();
        line.content = label(reader, at, stop);
        line.note = line.content > at && {
            let first = tokens[at].text(reader.text);
            matches!(first, "(" | "[") || tokens[at].shape.any(Shape::NUMBER) && !first.is_ascii()
        };
        line.end = reader.end(at..stop);
        line.page = reader.is_page_line(&line);
        line.dated = reader.is_dateline(&line);
        line.anew = reader.begins_anew(&line);
        line.first_word = first_word(reader, at, stop);
        out.push(line);
        at = stop;
    }
    out
}

/// The length of what cannot be parted at the start of a line.
fn first_word(reader: &Reader<'_>, start: usize, stop: usize) -> usize {
    let line =
        &reader.text[reader.tokens[start].start as usize..reader.tokens[stop - 1].end as usize];
    let word = memchr::memchr(b' ', line.as_bytes()).unwrap_or(line.len());
    line[..word].chars().count()
}

/// The first token after a bullet (`•`, `–`), a number (`1.`, `II-`, `a)`, `2-1.`,
/// `(i)`, `A/-`) or a note mark (`¹`, `[^1]:`) with a blank after it; `start` if there is none.
fn label(reader: &Reader<'_>, start: usize, stop: usize) -> usize {
    let tokens = reader.tokens;
    let glued = |at: usize| at < stop && tokens[at].flags.any(Flags::GLUED);
    let word = |at: usize| tokens[at].text(reader.text);
    if start + 1 >= stop {
        return start;
    }
    let first = &tokens[start];
    let symbol = first.shape.any(Shape::PUNCT)
        && word(start).chars().next().is_some_and(|c| c >= '\u{2190}');
    let letter_o = first.shape.any(Shape::LOWER) && word(start) == "o" && !glued(start + 1);
    if first.shape.any(Shape::BULLET) || symbol || letter_o {
        let mut end = start + 1;
        while end + 1 < stop
            && tokens[end].shape.any(Shape::PUNCT)
            && word(end).chars().all(|c| c >= '\u{2190}' || c == '-')
        {
            end += 1;
        }
        return end;
    }
    if word(start) == "+" && !glued(start + 1) && !tokens[start + 1].shape.any(Shape::NUMBER) {
        return start + 1;
    }
    if first.shape.any(Shape::NUMBER) && !first.text(reader.text).as_bytes()[0].is_ascii_digit() {
        return start + 1;
    }
    let short = |at: usize| {
        let token = &tokens[at];
        token.shape.any(Shape::NUMBER) && token.end - token.start <= 3
            || token.shape.any(Shape::ROMAN)
            || token.shape.any(Shape::LOWER.with(Shape::CAPS)) && token.end - token.start == 1
            || token.shape.any(Shape::LOWER)
                && word(at).bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
    };
    let sign = |at: usize, signs: &[&str]| signs.contains(&word(at));
    // (1), (i), [1], [^1]:
    if sign(start, &["(", "["]) {
        let mut at = start + 1;
        at += usize::from(at < stop && sign(at, &["^", "*"]));
        if at + 1 < stop && short(at) && sign(at + 1, &[")", "]"]) {
            at += 2;
            at += usize::from(glued(at) && sign(at, &[":", "."]));
            if at < stop && !glued(at) {
                return at;
            }
        }
        return start;
    }
    if let Some(end) = article(reader, start, stop) {
        return end;
    }
    if first.shape.any(Shape::DOTTED) {
        // « A. PRESIDENCE », « A. Au titre de »; not « A. Roux », « A. Le Goff ».
        let next = &tokens[start + 1];
        let single = first.shape.any(Shape::INITIAL)
            && reader
                .data
                .abbreviation(word(start).trim_end_matches('.'))
                .is_none();
        let capitals = next.shape.any(Shape::CAPS) && !next.shape.any(Shape::INITIAL);
        let prose = next.shape.any(Shape::LOWER)
            || reader.layout.cues.is(reader.text, next, CueClass::Joiner)
                && tokens
                    .get(start + 2)
                    .is_some_and(|t| start + 2 < stop && t.shape.any(Shape::LOWER));
        return if single && (capitals || prose) && !glued(start + 1) {
            start + 1
        } else {
            start
        };
    }
    if !short(start) {
        return start;
    }
    let mut at = start + 1;
    let mut signs = 0;
    while glued(at) {
        if sign(at, &[".", ")", "°", "-", "–", "/", "]"]) {
            signs += 1;
        } else if signs == 0 || !short(at) {
            return start;
        } else {
            signs = 0;
        }
        at += 1;
    }
    // « 1 - Mesures »: the sign may stand between blanks.
    if signs == 0
        && at == start + 1
        && at + 1 < stop
        && first.shape.any(Shape::ROMAN)
        && sign(at, &["-", "–", "—", "."])
    {
        return at + 1;
    }
    if signs > 0 && at < stop { at } else { start }
}

/// The token after « Article premier. - », « Art. 2.- », « Chapitre II : », with text after it on the line.
fn article(reader: &Reader<'_>, start: usize, stop: usize) -> Option<usize> {
    let tokens = reader.tokens;
    if !reader
        .layout
        .cues
        .is(reader.text, &tokens[start], CueClass::Article)
    {
        return None;
    }
    let number = start + 1;
    let counts = Shape::NUMBER
        .with(Shape::ORDINAL)
        .with(Shape::ROMAN)
        .with(Shape::LOWER);
    if number + 2 >= stop || !tokens[number].shape.any(counts) {
        return None;
    }
    let mut end = number + 1;
    let mut dash = false;
    while end < stop && end < number + 4 {
        let sign = tokens[end].text(reader.text);
        dash |= tokens[end].shape.any(Shape::DASH) || matches!(sign, "-" | ":");
        if !tokens[end].shape.any(Shape::DASH.with(Shape::HYPHEN))
            && !matches!(sign, "." | ":" | "-" | ")" | "°")
        {
            break;
        }
        end += 1;
    }
    (dash && end < stop).then_some(end)
}

/// Whether the text of a line may be a telephone number, an e-mail address or a link.
pub(super) fn has_address(reader: &Reader<'_>, range: Range<usize>) -> bool {
    let tokens = &reader.tokens[range];
    let all = tokens
        .iter()
        .fold(Shape::default(), |all, t| all.with(t.shape));
    all.any(Shape::URL.with(Shape::EMAIL))
        || all.any(Shape::NUMBER) && has_phone(reader.text, tokens)
}

/// Eight digits or more that no letter parts, with a `+` or a zero before, or as `418 649-2400`.
fn has_phone(text: &str, tokens: &[Token]) -> bool {
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at].shape.any(Shape::NUMBER) {
            at += 1;
            continue;
        }
        let mut digits = 0;
        let mut end = at;
        let mut hyphen = false;
        while end < tokens.len() {
            let word = tokens[end].text(text);
            if tokens[end].shape.any(Shape::NUMBER) {
                digits += word.bytes().filter(u8::is_ascii_digit).count();
            } else if word == "-" {
                hyphen = true;
            } else if !matches!(word, "." | "(" | ")" | "/") {
                break;
            }
            end += 1;
        }
        let before = at.checked_sub(1).map_or("", |b| tokens[b].text(text));
        let first = tokens[at].text(text);
        let grouped = hyphen && digits == 10 && first.len() <= 7;
        if (8..=15).contains(&digits)
            && (before == "+" || first.starts_with('0') || first.starts_with("00") || grouped)
            && end - at > 1
        {
            return true;
        }
        at = end.max(at + 1);
    }
    false
}
