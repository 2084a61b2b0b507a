//! What fields of forms and comments say that bring no appearance of their
//! own: a viewer draws their text into their box, and so is it read here.

use super::content::{Interpreter, text_string};
use super::geometry::Rect;
use super::object::{Dictionary, Object};
use super::source::Source;

/// Fields within fields.
const MAX_LEVELS: usize = 8;
/// Size of a text whose field does not say it.
const SIZE: f32 = 12.0;

/// Draws the text of a field or a free comment.
pub fn draw(source: &Source<'_>, interpreter: &mut Interpreter<'_, '_>, annotation: &Dictionary) {
    let text = match source.name(annotation, b"Subtype") {
        Some(b"FreeText") => string(source, annotation, b"Contents"),
        Some(b"Widget") => value(source, annotation),
        _ => None,
    };
    let (Some(text), Some(place)) = (text, source.rect(annotation, b"Rect")) else {
        return;
    };
    let size = inherited(source, annotation, b"DA")
        .and_then(|d| string(source, d, b"DA"))
        .and_then(|appearance| font_size(&String::from_utf8_lossy(appearance)))
        .filter(|&size| size > 0.0)
        .unwrap_or(SIZE.min(0.7 * place.height()));
    // The first baseline as viewers have it: in the middle of a low box.
    let top = place.y1 - (0.5 * (place.height() - size)).clamp(0.0, 0.3 * size);
    let below = Rect { y1: top, ..place };
    interpreter.write(&text_string(text), below, size);
}

/// The value of a text field that is no password.
fn value<'d>(source: &Source<'d>, field: &'d Dictionary) -> Option<&'d [u8]> {
    const PASSWORD: u32 = 1 << 13;
    let kind = source.name(inherited(source, field, b"FT")?, b"FT");
    let flags = inherited(source, field, b"Ff").and_then(|d| source.number(d, b"Ff"));
    if kind != Some(b"Tx") || flags.unwrap_or(0.0) as u32 & PASSWORD != 0 {
        return None;
    }
    string(source, inherited(source, field, b"V")?, b"V")
}

/// The field, or the nearest one around it, that has this key.
fn inherited<'d>(source: &Source<'d>, field: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
    let mut field = field;
    for _ in 0..MAX_LEVELS {
        if field.has(key) {
            return Some(field);
        }
        field = source.dict(field, b"Parent")?;
    }
    None
}

fn string<'d>(source: &Source<'d>, dict: &'d Dictionary, key: &[u8]) -> Option<&'d [u8]> {
    match source.get(dict, key)? {
        Object::String(text) => Some(text),
        _ => None,
    }
}

/// The number before `Tf` in a default appearance.
fn font_size(appearance: &str) -> Option<f32> {
    let mut last = None;
    for word in appearance.split_whitespace() {
        if word == "Tf" {
            return last;
        }
        last = word.parse().ok();
    }
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_size_of_a_default_appearance() {
        assert_eq!(super::font_size("/Helv 10.5 Tf 0 g"), Some(10.5));
        assert_eq!(super::font_size("0 g"), None);
    }
}
