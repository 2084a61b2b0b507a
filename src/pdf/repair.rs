//! Repairs of characters: accents drawn as glyphs of their own, ligatures,
//! presentation forms.

use unicode_normalization::char::compose;

/// The combining mark that a spacing (or combining) accent stands for.
fn combining(c: char) -> Option<char> {
    Some(match c {
        '`' | 'ˋ' | '\u{300}' => '\u{300}',
        '´' | 'ˊ' | '\u{301}' => '\u{301}',
        '^' | 'ˆ' | '\u{302}' => '\u{302}',
        '~' | '˜' | '\u{303}' => '\u{303}',
        '¨' | '\u{308}' => '\u{308}',
        '¸' | '\u{327}' => '\u{327}',
        '˚' | '\u{30a}' => '\u{30a}',
        'ˇ' | '\u{30c}' => '\u{30c}',
        '¯' | '\u{304}' => '\u{304}',
        '˘' | '\u{306}' => '\u{306}',
        '˙' | '\u{307}' => '\u{307}',
        '˝' | '\u{30b}' => '\u{30b}',
        '˛' | '\u{328}' => '\u{328}',
        _ => return None,
    })
}

/// Whether a character may be an accent drawn by itself.
#[inline]
pub fn is_accent(c: char) -> bool {
    !c.is_ascii_alphanumeric() && combining(c).is_some()
}

/// Whether a character is a letter: `char::is_alphabetic`, with the signs and
/// the accented letters of French told at a glance.
#[inline]
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '×' | '÷' | '\u{2000}'..='\u{206f}' => false,
        '\u{c0}'..='\u{24f}' => true,
        _ => c.is_alphabetic(),
    }
}

fn compose_with(base: char, mark: char) -> Option<char> {
    let base = match base {
        'ı' => 'i',
        'ȷ' => 'j',
        other => other,
    };
    compose(base, combining(mark)?)
}

/// If `c` and the last character, drawn from `.0` to `.1`, are a letter and
/// its accent in either order, the last character becomes the accented letter.
pub fn join_accent(chars: &mut [char], last: (f32, f32), c: char, this: (f32, f32)) -> bool {
    let Some(previous) = chars.last_mut() else {
        return false;
    };
    // The middle of an accent lies over its letter.
    let over = |mark: (f32, f32), letter: (f32, f32)| {
        let middle = f32::midpoint(mark.0, mark.1);
        let slack = 0.1 * (letter.1 - letter.0);
        middle > letter.0 - slack && middle < letter.1 + slack
    };
    let combines = ('\u{300}'..='\u{36f}').contains(&c);
    if !combines && !over(last, this) && !over(this, last) {
        return false;
    }
    let accent_first = combining(*previous).is_some() && over(last, this);
    let accent_last = combining(c).is_some() && (combines || over(this, last));
    let joined = if accent_first {
        compose_with(c, *previous)
    } else if accent_last {
        compose_with(*previous, c)
    } else {
        None
    };
    if let Some(joined) = joined {
        *previous = joined;
        return true;
    }
    false
}

/// Writes a character as text wants it: ligatures taken apart, double signs
/// of angle brackets kept, bullets of symbol fonts made plain.
#[inline]
pub fn push_plain(out: &mut String, c: char) {
    if c < '\u{e000}' {
        out.push(c);
    } else {
        push_special(out, c);
    }
}

#[cold]
fn push_special(out: &mut String, c: char) {
    match c {
        '\u{fb00}' => out.push_str("ff"),
        '\u{fb01}' => out.push_str("fi"),
        '\u{fb02}' => out.push_str("fl"),
        '\u{fb03}' => out.push_str("ffi"),
        '\u{fb04}' => out.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
        // Bullets of the Symbol and Wingdings fonts, in the private area.
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f076}' | '\u{f0fc}' | '\u{f02d}' => {
            out.push('•');
        }
        '\u{f020}' => out.push(' '),
        _ => out.push(c),
    }
}
