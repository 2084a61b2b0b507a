//! Numbers as a text writes them: figures, words, or both.

use crate::grammar::Lattice;
use crate::lexicon::Lexicon;
use crate::segment::Token;

/// How many tokens a number word has at most (`quatre-vingt-dix-neuf` has seven).
const LONGEST: usize = 8;

/// What a number says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// So many.
    Exact(f64),
    /// « some », « several ».
    Vague,
}

/// The number that the tokens from `start` to `end` write.
#[must_use]
pub fn amount(lexicon: &Lexicon, lattice: &Lattice<'_, '_>, span: (u32, u32)) -> Option<Amount> {
    let mut rest = &lattice.tokens[span.0 as usize..span.1 as usize];
    let mut total = None;
    while let Some(first) = rest.first() {
        // « douze (12) mois » says it twice.
        if total.is_some() && first.text(lattice.text) == "(" {
            break;
        }
        if first.value != u32::MAX {
            total = Some(total.unwrap_or(0.0) + f64::from(first.value));
            rest = &rest[1..];
            continue;
        }
        if let Some(decimal) = decimal(first.text(lattice.text)) {
            total = Some(total.unwrap_or(0.0) + decimal);
            rest = &rest[1..];
            continue;
        }
        let (length, value) = word(lexicon, rest);
        match value {
            Some("X") => return Some(Amount::Vague),
            Some(value) => total = Some(total.unwrap_or(0.0) + value.parse::<f64>().ok()?),
            None => {}
        }
        rest = &rest[length..];
    }
    total.map(Amount::Exact)
}

/// A whole number, as a day, an hour or a year is.
#[must_use]
pub fn whole(lexicon: &Lexicon, lattice: &Lattice<'_, '_>, span: (u32, u32)) -> Option<u32> {
    match amount(lexicon, lattice, span)? {
        Amount::Exact(n) if n >= 0.0 && n.fract() == 0.0 && n < 1e9 => Some(n as u32),
        _ => None,
    }
}

/// The longest number word at the start of the tokens, and its value.
fn word<'l>(lexicon: &'l Lexicon, tokens: &[Token]) -> (usize, Option<&'l str>) {
    (1..=tokens.len().min(LONGEST))
        .rev()
        .find_map(|length| {
            let here = &tokens[..length];
            let value = lexicon
                .feature(here, "number-word", "value")
                .or_else(|| lexicon.feature(here, "ordinal", "value"))
                .or_else(|| lexicon.feature(here, "roman-numeral", "value"))?;
            Some((length, Some(value)))
        })
        .unwrap_or((1, None))
}

fn decimal(text: &str) -> Option<f64> {
    text.contains(',')
        .then(|| text.replace(',', ".").parse().ok())
        .flatten()
}
