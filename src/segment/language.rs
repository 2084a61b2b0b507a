//! The language of a text, as far as needed to say that it is not French.

use super::chars::is_apostrophe;
use super::data::SegmentData;
use super::token::{Shape, Token};
use whatlang::Lang;

/// How many words are counted.
const WORDS: usize = 300;

/// The BCP 47 tag of a text's language; none where it has too few words to tell.
///
/// French is known by its small words, which costs next to nothing; only what
/// has few of them is given to a statistical detector, and where that is not
/// sure the text is taken for French.
#[must_use]
pub fn language(text: &str, tokens: &[Token], data: &SegmentData) -> Option<&'static str> {
    let words = || {
        tokens
            .iter()
            .filter(|t| t.shape.any(Shape::LOWER.with(Shape::CAP).with(Shape::CAPS)))
            .take(WORDS)
    };
    let all = words().count();
    if all < 8 {
        return None;
    }
    let small = words().filter(|t| {
        data.opener(t.text(text).trim_end_matches(is_apostrophe))
            .is_some()
    });
    // A quarter of them and one more is enough: the others need not be looked at.
    if small.take(all / 4 + 1).count() * 4 > all {
        return Some("fr");
    }
    let last = words().last().map_or(0, |t| t.end as usize);
    let found = whatlang::detect(&text[..last]).filter(whatlang::Info::is_reliable);
    Some(found.map_or("fr", |info| tag(info.lang())))
}

/// The tag of a language: two letters where it has them.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Fra => "fr",
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Cat => "ca",
        Lang::Nld => "nl",
        Lang::Ron => "ro",
        Lang::Ara => "ar",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Tur => "tr",
        Lang::Ell => "el",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Vie => "vi",
        Lang::Heb => "he",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Fin => "fi",
        Lang::Hun => "hu",
        Lang::Bul => "bg",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::tokenize;

    #[test]
    fn french_is_told_from_its_neighbours() {
        let data = SegmentData::builtin();
        for (text, tag) in [
            (
                "Le ministre de la Défense a signé l'accord avec son homologue à Paris.",
                Some("fr"),
            ),
            (
                "COMMUNIQUE DE PRESSE DU MINISTERE DE LA DEFENSE ET DES ANCIENS COMBATTANTS",
                Some("fr"),
            ),
            (
                "The Minister of Defence signed the agreement with his counterpart in London yesterday, and they discussed trade.",
                Some("en"),
            ),
            (
                "El ministro de Defensa firmó ayer el acuerdo con su homólogo en Madrid, donde hablaron de comercio y de seguridad.",
                Some("es"),
            ),
            (
                "Der Verteidigungsminister hat gestern in Berlin das Abkommen mit seinem Amtskollegen unterzeichnet und darüber gesprochen.",
                Some("de"),
            ),
            ("Paris, 3 mars", None),
        ] {
            assert_eq!(
                language(text, &tokenize(text, &data).tokens, &data),
                tag,
                "{text}"
            );
        }
    }
}
