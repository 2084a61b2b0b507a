//! From bytes to text: encodings told apart, line ends as `\n`, NFC.

use std::borrow::Cow;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use unicode_normalization::UnicodeNormalization;

/// A decoded text.
pub(super) struct Decoded<'b> {
    /// The text, not yet cleaned.
    pub text: Cow<'b, str>,
    /// Whether some bytes meant nothing and became U+FFFD.
    pub replaced: bool,
}

/// Decodes a text of unknown encoding: a byte order mark is believed, then
/// UTF-16 without one is seen by its zeros, then UTF-8 by its validity; what is
/// left is one of the 8-bit encodings in use in France.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (encoding, skip) = match Encoding::for_bom(bytes) {
        Some(found) => found,
        None => (guess(bytes), 0),
    };
    let (text, replaced) = encoding.decode_without_bom_handling(&bytes[skip..]);
    Decoded { text, replaced }
}

/// Decodes in the encoding that the document itself declares, if it is known
/// and not refuted by a byte order mark or by valid UTF-8.
pub(super) fn decode_declared<'b>(bytes: &'b [u8], label: &[u8]) -> Decoded<'b> {
    match Encoding::for_label(label) {
        Some(encoding)
            if encoding != UTF_8
                && encoding.is_ascii_compatible()
                && Encoding::for_bom(bytes).is_none()
                && std::str::from_utf8(bytes).is_err() =>
        {
            let (text, replaced) = encoding.decode_without_bom_handling(bytes);
            Decoded { text, replaced }
        }
        _ => decode(bytes),
    }
}

/// The encoding of bytes without a byte order mark.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(utf16) = utf16_without_mark(bytes) {
        return utf16;
    }
    let Err(error) = std::str::from_utf8(bytes) else {
        return UTF_8;
    };
    if mostly_utf8(bytes, error.valid_up_to()) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    // The top-level domain makes French encodings the likely ones.
    let guessed = detector.guess(Some(b"fr"), false);
    if guessed.is_single_byte() {
        guessed
    } else {
        WINDOWS_1252
    }
}

/// Whether invalid UTF-8 is damaged UTF-8 rather than another encoding: its
/// valid sequences of several bytes far outnumber its faults.
fn mostly_utf8(bytes: &[u8], first_fault: usize) -> bool {
    let mut sequences = 0usize;
    let mut faults = 0usize;
    let window = first_fault.saturating_sub(64 << 10)..bytes.len().min(first_fault + (64 << 10));
    for chunk in bytes[window].utf8_chunks() {
        sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    sequences > 4 * faults
}

/// UTF-16 without a byte order mark: Western text has a zero in every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1024) & !1];
    if sample.len() < 4 || memchr::memchr(0, sample).is_none() {
        return None;
    }
    let pairs = sample.len() / 2;
    let zeros = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= pairs * 7 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 7 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether the first bytes of an input are no text in any encoding.
pub(super) fn looks_binary(head: &[u8]) -> bool {
    if Encoding::for_bom(head).is_some() || utf16_without_mark(head).is_some() {
        return false;
    }
    let controls = head
        .iter()
        .filter(|&&byte| matches!(byte, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F))
        .count();
    memchr::memchr(0, head).is_some() || controls * 50 > head.len()
}

/// Line ends as `\n`, NFC, nothing else changed.
pub(super) fn clean(text: Cow<'_, str>) -> String {
    let text = if needs_line_ends(&text) {
        Cow::Owned(unify_line_ends(&text))
    } else {
        text
    };
    if is_surely_nfc(&text) || unicode_normalization::is_nfc(&text) {
        text.into_owned()
    } else {
        text.nfc().collect()
    }
}

fn needs_line_ends(text: &str) -> bool {
    memchr::memchr(b'\r', text.as_bytes()).is_some()
        || memchr::memmem::find(text.as_bytes(), "\u{2028}".as_bytes()).is_some()
        || memchr::memmem::find(text.as_bytes(), "\u{2029}".as_bytes()).is_some()
}

/// CRLF, CR, and Unicode's line and paragraph separators become `\n`.
fn unify_line_ends(text: &str) -> String {
    let mut unified = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\u{2028}', '\u{2029}']) {
        unified.push_str(&rest[..at]);
        unified.push('\n');
        let end = &rest[at..];
        let length = end.chars().next().map_or(1, char::len_utf8);
        rest = end.strip_prefix("\r\n").unwrap_or(&end[length..]);
    }
    unified.push_str(rest);
    unified
}

/// A quick look that lets all usual French text pass without the tables of
/// normalisation: nothing below U+0300 or in these blocks of punctuation and
/// signs ever composes or decomposes.
fn is_surely_nfc(text: &str) -> bool {
    text.is_ascii()
        || text
            .chars()
            .all(|c| c < '\u{300}' || ('\u{2002}'..='\u{20CF}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SAMPLE: &str = "L’élève a été reçu à l’Élysée : « c’est très bien », dit-il à Orléans.";

    fn text_of(bytes: &[u8]) -> String {
        clean(decode(bytes).text)
    }

    #[test]
    fn encodings_are_told_apart() {
        let utf16 = |big: bool, mark: bool| -> Vec<u8> {
            let units = mark
                .then_some(0xFEFF)
                .into_iter()
                .chain(SAMPLE.encode_utf16());
            units
                .flat_map(|u| {
                    if big {
                        u.to_be_bytes()
                    } else {
                        u.to_le_bytes()
                    }
                })
                .collect()
        };
        assert_eq!(text_of(SAMPLE.as_bytes()), SAMPLE);
        assert_eq!(text_of(format!("\u{FEFF}{SAMPLE}").as_bytes()), SAMPLE);
        for big in [false, true] {
            for mark in [false, true] {
                assert_eq!(text_of(&utf16(big, mark)), SAMPLE, "big {big}, mark {mark}");
            }
        }
        let (windows, _, _) = WINDOWS_1252.encode(SAMPLE);
        assert_eq!(text_of(&windows), SAMPLE);
        let latin1: Vec<u8> = "Été à Besançon".chars().map(|c| c as u8).collect();
        assert_eq!(text_of(&latin1), "Été à Besançon");
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        bytes.push(0xC3);
        let decoded = decode(&bytes);
        assert!(decoded.replaced);
        assert_eq!(decoded.text, format!("{SAMPLE}\u{FFFD}"));
    }

    #[test]
    fn line_ends_and_composition() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d\n".into()), "a\nb\nc\nd\n");
        assert_eq!(clean("e\u{301}te\u{301}".into()), "été");
        assert_eq!(clean("\u{2126}".into()), "Ω");
    }

    #[test]
    fn noise_is_no_text() {
        assert!(looks_binary(b"\0\x01\x02abc"));
        assert!(looks_binary(&(0..=255).collect::<Vec<u8>>()));
        assert!(!looks_binary(SAMPLE.as_bytes()));
        assert!(!looks_binary(b"caf\xe9\x0c\x1b"));
    }

    proptest! {
        #[test]
        fn quick_look_never_errs(text in "[\\x00-\\u{3ff}\\u{1ff0}-\\u{2150}]{0,40}") {
            if is_surely_nfc(&text) {
                prop_assert!(unicode_normalization::is_nfc(&text));
            }
        }

        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let text = text_of(&bytes);
            prop_assert!(!text.contains('\r'));
            prop_assert!(unicode_normalization::is_nfc(&text));
        }
    }
}
