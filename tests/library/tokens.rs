//! What holds for the tokens of any text.

use greffier::segment::{SegmentData, is_blank, tokenize};
use proptest::prelude::*;
use std::sync::LazyLock;

static DATA: LazyLock<SegmentData> = LazyLock::new(SegmentData::builtin);

/// Text of the characters that the tokeniser cares about, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "É",
        "l'",
        "L’",
        "N'",
        "Mme",
        "M.",
        "etc.",
        "art.",
        "sept.",
        "ONU",
        "O.N.U.",
        "12",
        "1 200",
        "3,5",
        "h",
        "XX",
        "e",
        "er",
        " ",
        "\n",
        "\r\n",
        "\n\n",
        "\u{a0}",
        "\u{202f}",
        "\u{ad}",
        "\u{200b}",
        "\u{feff}",
        "-",
        "–",
        ".",
        "...",
        "…",
        "«",
        "»",
        "\"",
        "'",
        "’",
        "*",
        "**",
        "_",
        "#",
        ">",
        "---",
        "•",
        ",",
        ":",
        ";",
        "?",
        "!",
        "(",
        ")",
        "@",
        "www.",
        "http://",
        "fr",
        "/",
        "°",
        "¹",
        "日本",
        "عربي",
        "👨‍👩‍👧",
        "🇫🇷",
        "e\u{301}",
        "\u{0}",
        "\u{c}",
        "½",
        "œ",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..40).prop_map(|p| p.concat()),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn tokens_and_marks_cover_all_that_is_not_blank(text in any_text()) {
        let out = tokenize(&text, &DATA);
        let mut spans: Vec<(usize, usize)> = out.tokens.iter().map(|t| (t.start as usize, t.end as usize)).collect();
        spans.extend(out.marks.iter().map(|m| (m.start as usize, m.end as usize)));
        spans.sort_unstable();
        let mut at = 0;
        for (start, end) in spans {
            prop_assert!(at <= start && start < end, "{at} {start} {end}");
            prop_assert!(text.get(start..end).is_some());
            prop_assert!(text[at..start].chars().all(is_blank), "left out: {:?}", &text[at..start]);
            at = end;
        }
        prop_assert!(text[at..].chars().all(is_blank), "left out: {:?}", &text[at..]);
    }
}
