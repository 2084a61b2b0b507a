//! The rules and word lists that the program carries: their texts, and the
//! grammar that was compiled of them when the program was built (see `build.rs`).

use std::borrow::Cow;

use crate::grammar::{Grammar, RuleErrors, RuleSources};

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// Bytes at a place where numbers may stand.
#[repr(align(8))]
struct Aligned<B: ?Sized>(B);

static IMAGE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/rules.image")));

/// The texts, to be compiled.
///
/// # Errors
/// If a list is malformed, which a test excludes.
pub fn sources() -> Result<RuleSources, RuleErrors> {
    let files = TEXTS.iter();
    RuleSources::from_files(files.map(|(path, text)| (*path, Cow::Borrowed(*text))))
}

/// The grammar compiled of them; `None` if there is none for such a machine.
pub fn grammar() -> Option<Grammar> {
    Grammar::decode(&IMAGE.0, list)
}

/// The text of a list.
fn list(name: &str) -> Option<&'static str> {
    // Of two lists of one name the later is in force.
    let of_name = |(path, _): &&(&str, &str)| {
        let file = path.rsplit('/').next().unwrap_or(path);
        file.strip_suffix(".tsv") == Some(name)
    };
    TEXTS.iter().rev().find(of_name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::{SegmentData, split_form};

    #[test]
    fn the_image_is_what_its_sources_compile_to() {
        let data = SegmentData::builtin();
        let compiled = Grammar::compile(sources().unwrap(), &|form| split_form(form, &data));
        let fresh = compiled.unwrap().encode().unwrap();
        assert!(fresh == IMAGE.0, "the image differs from a fresh one");
    }

    #[test]
    fn the_image_is_whole() {
        let grammar = grammar().expect("the image can be read");
        assert!(grammar.encode().unwrap() == IMAGE.0, "something was lost");
        assert!(grammar.lexicon.rows("capital").next().is_some());
    }

    #[test]
    fn lists_are_read_in_place() {
        let at = IMAGE.0.as_ptr() as usize;
        assert!(at.is_multiple_of(8), "{at:x}");
    }
}
