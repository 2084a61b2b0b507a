//! Web and e-mail addresses.

use super::data::SegmentData;
use super::token::Shape;

/// How many bytes before its `@` a mailbox is read for.
pub(super) const LONGEST_LOCAL: usize = 65;

/// The address that starts at `start`, whose first word ends at `word_end`: its
/// end and whether it is a site or a mailbox. Full stops, commas and closing
/// brackets after it stay outside.
pub(super) fn at(
    text: &str,
    start: usize,
    word_end: usize,
    has_at: bool,
    data: &SegmentData,
) -> Option<(usize, Shape)> {
    let bytes = text.as_bytes();
    if has_at && let Some(end) = mailbox(bytes, start) {
        return Some((end, Shape::EMAIL));
    }
    let word = &text[start..word_end];
    let rest = &bytes[word_end..];
    if rest.starts_with(b"://") {
        return word
            .is_ascii()
            .then(|| (path(text, word_end + 3), Shape::URL));
    }
    if rest.first() != Some(&b'.')
        || !rest.get(1).is_some_and(u8::is_ascii_alphanumeric)
        || !word.is_ascii()
    {
        return None;
    }
    let host = host(bytes, start);
    let known = word.eq_ignore_ascii_case("www") || {
        let label = text[start..host].rsplit('.').next().unwrap_or("");
        label.len() > 1 && data.domain(label)
    };
    (known && host > word_end).then(|| {
        (
            if bytes.get(host) == Some(&b'/') {
                path(text, host)
            } else {
                host
            },
            Shape::URL,
        )
    })
}

/// The end of labels joined by stops (`culture.gouv.fr`).
fn host(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        let label = bytes[end..]
            .iter()
            .take_while(|b| b.is_ascii_alphanumeric() || **b == b'-')
            .count();
        if label == 0 || bytes[end + label - 1] == b'-' {
            return end.saturating_sub(1).max(start);
        }
        end += label;
        if bytes.get(end) != Some(&b'.') {
            return end;
        }
        end += 1;
    }
}

fn mailbox(bytes: &[u8], start: usize) -> Option<usize> {
    let local = bytes[start..]
        .iter()
        .take(LONGEST_LOCAL)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+' | b'%'))
        .count();
    let at = start + local;
    if local == 0 || bytes.get(at) != Some(&b'@') {
        return None;
    }
    let end = host(bytes, at + 1);
    bytes.get(at + 1..end)?.contains(&b'.').then_some(end)
}

/// The end of a site's path: up to a blank, without the punctuation of the sentence.
fn path(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let length = rest
        .find(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '<' | '>' | '"' | '«' | '»' | '“' | '”' | '*' | '|' | '\u{200b}'
                )
        })
        .unwrap_or(rest.len());
    let mut address = &rest[..length];
    while let Some(last) = address.chars().next_back() {
        let open = |left, right| address.matches(left).count() < address.matches(right).count();
        let outside = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '_' => true,
            ')' => open('(', ')'),
            ']' => open('[', ']'),
            _ => false,
        };
        if !outside {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    start + address.len()
}
