//! Text with elements in it, for the XML formats.

use std::fmt::Write as _;

/// An element to be laid around a stretch of the text, in code points.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub start: u32,
    pub end: u32,
    pub name: &'static str,
    /// Name and value of each attribute.
    pub attributes: Vec<(&'static str, String)>,
}

/// Writes the text from `from` to `to` with its elements, which must be in
/// order of their start, the longer first. An element that goes over the end
/// of the one around it is written in two pieces, joined by `xml:id` and
/// `next` under the name that `link` gives, so that nothing is lost.
pub(super) fn inline(
    text: &[char],
    range: std::ops::Range<u32>,
    elements: &[Element],
    link: &mut impl FnMut() -> String,
) -> String {
    let mut out = String::new();
    let mut pending: Vec<Element> = elements.to_vec();
    pending.reverse();
    let mut open: Vec<Element> = Vec::new();
    let mut at = range.start;
    loop {
        let close = open.last().map(|e| e.end);
        let next = pending.last().map(|e| e.start);
        let stop = match (close, next) {
            (Some(close), Some(next)) if next < close => next,
            (Some(close), _) => close,
            (None, Some(next)) => next,
            (None, None) => range.end,
        };
        let piece: String = text[at as usize..stop as usize].iter().collect();
        out.push_str(&escape(&piece));
        at = stop;
        if close == Some(stop) && next.is_none_or(|next| next >= stop) {
            if let Some(element) = open.pop() {
                let _ = write!(out, "</{}>", element.name);
            }
        } else if let Some(mut element) = pending.pop() {
            if let Some(close) = close.filter(|&close| close < element.end) {
                let mut rest = element.clone();
                let name = link();
                element.attributes.push(("next", format!("#{name}")));
                rest.attributes.push(("xml:id", name));
                rest.start = close;
                element.end = close;
                let place = pending.iter().rposition(|e| {
                    (e.start, std::cmp::Reverse(e.end)) > (rest.start, std::cmp::Reverse(rest.end))
                });
                pending.insert(place.map_or(0, |at| at + 1), rest);
            }
            let _ = write!(out, "<{}", element.name);
            for (name, value) in &element.attributes {
                let _ = write!(out, " {name}=\"{}\"", escape(value));
            }
            out.push('>');
            open.push(element);
        } else {
            return out;
        }
    }
}

/// Text as XML writes it; control characters, which XML cannot hold, become
/// spaces.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            c if c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_crosses_is_written_in_two_pieces() {
        let text: Vec<char> = "à b<c d e".chars().collect();
        let element = |start, end, name| Element {
            start,
            end,
            name,
            attributes: Vec::new(),
        };
        let elements = [element(0, 5, "x"), element(2, 3, "y"), element(4, 9, "z")];
        let mut count = 0;
        let mut link = || {
            count += 1;
            format!("n{count}")
        };
        assert_eq!(
            inline(&text, 0..9, &elements, &mut link),
            "<x>à <y>b</y>&lt;<z next=\"#n1\">c</z></x><z xml:id=\"n1\"> d e</z>"
        );
    }
}
