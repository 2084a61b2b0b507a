//! Sentences: the table of hard cases, and what holds for any text.

use greffier::layout::{Layout, LayoutData, UnitKind, analyse, bare};
use greffier::segment::{Prose, SegmentData, Tokens, split, tokenize};
use proptest::prelude::*;
use std::sync::LazyLock;

static DATA: LazyLock<SegmentData> = LazyLock::new(SegmentData::builtin);
static LAYOUT: LazyLock<LayoutData> = LazyLock::new(|| LayoutData::builtin(&DATA));

fn read(text: &str) -> (Tokens, Layout) {
    let mut tokens = tokenize(text, &DATA);
    let layout = analyse(text, &mut tokens, &DATA, &LAYOUT);
    (tokens, layout)
}

/// The sentences without their blanks, apostrophes made plain.
fn sentences(text: &str) -> Vec<String> {
    let (tokens, layout) = read(text);
    layout
        .sentences()
        .map(|range| {
            let span = tokens.span(text, &range);
            text[span]
                .chars()
                .filter(|c| !c.is_whitespace())
                .map(|c| if c == '’' { '\'' } else { c })
                .collect()
        })
        .collect()
}

#[test]
fn what_goes_on_without_a_stop_is_cut() {
    const MOST: u32 = 2_000;
    let text = "mot ".repeat(5_000);
    let tokens = tokenize(&text, &DATA).tokens;
    for prose in [Prose::Paragraph, Prose::Bare] {
        let mut found = Vec::new();
        split(&text, &tokens, 0..5_000, &DATA, prose, &mut found);
        assert_eq!(found, [0..MOST, MOST..2 * MOST, 2 * MOST..5_000]);
    }
}

#[test]
fn hard_cases_are_split_as_the_table_says() {
    let table = include_str!("../../fixtures/sentences.tsv");
    let mut wrong = Vec::new();
    let mut cases = 0;
    for line in table
        .lines()
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
    {
        cases += 1;
        let text: String = line
            .split('‖')
            .map(str::trim_end)
            .collect::<Vec<_>>()
            .join("");
        let tokens = tokenize(&text, &DATA);
        let mut found = Vec::new();
        split(
            &text,
            &tokens.tokens,
            0..tokens.tokens.len() as u32,
            &DATA,
            Prose::Paragraph,
            &mut found,
        );
        let found: Vec<&str> = found.iter().map(|r| &text[tokens.span(&text, r)]).collect();
        let expected: Vec<&str> = line.split('‖').map(str::trim).collect();
        if found != expected {
            wrong.push(format!("expected {expected:?}\n   found {found:?}"));
        }
    }
    assert!(cases >= 150, "{cases} cases");
    assert!(
        wrong.is_empty(),
        "{} of {cases} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Texts of lines that the layout cares about, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let lines = prop::sample::select(vec![
        "MINISTÈRE DES ARMÉES",
        "COMMUNIQUÉ DE PRESSE",
        "Paris, le 27 janvier 2026",
        "# Un titre de Markdown",
        "**Un intertitre**",
        "Le ministre de la Défense a signé l'accord avec son homologue, M. Roux.",
        "Il a dit : « Nous irons. »",
        "et la suite de la phrase",
        "1/2",
        "Page 2 sur 3",
        "- le premier point ;",
        "• le second point.",
        "1. Un point",
        "À propos de l'Agence",
        "Contact presse : 01 42 19 30 25",
        "presse@un.fr",
        "Fait à Rabat, le 3 mars 2024",
        "Pour le Gouvernement,",
        "",
        "",
        "---",
        "> une citation",
        "coopé-",
        "ration",
        "¹ Une note.",
        "A. Au titre de la santé",
        "Article premier. - Le texte",
        "(1) Voir p. 3",
        "日本語のテキスト。",
        "…",
        "« »",
        "\u{feff}",
        "\u{a0}",
        "9h15 – Accueil",
    ]);
    prop_oneof![
        prop::collection::vec(lines, 0..25).prop_map(|l| l.join("\n")),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn units_and_sections_hold_every_token_once(text in any_text()) {
        let (tokens, layout) = read(&text);
        let mut at = 0;
        for unit in &layout.units {
            prop_assert_eq!(unit.tokens.start, at);
            prop_assert!(unit.tokens.end > at);
            let section = &layout.sections[unit.section as usize];
            prop_assert!(section.tokens.start <= unit.tokens.start && unit.tokens.end <= section.tokens.end);
            prop_assert!(text.get(tokens.span(&text, &unit.tokens)).is_some());
            at = unit.tokens.end;
        }
        prop_assert_eq!(at as usize, tokens.tokens.len());
        let mut at = 0;
        for section in &layout.sections {
            prop_assert_eq!(section.tokens.start, at);
            at = section.tokens.end;
        }
        prop_assert_eq!(at as usize, tokens.tokens.len());
    }

    #[test]
    fn bare_prose_is_all_sentences(text in any_text()) {
        let mut tokens = tokenize(&text, &DATA);
        let layout = bare(&text, &mut tokens, &DATA, &LAYOUT);
        let mut at = 0;
        for unit in &layout.units {
            prop_assert_eq!(unit.kind, UnitKind::Sentence);
            prop_assert_eq!(unit.tokens.start, at);
            at = unit.tokens.end;
        }
        prop_assert_eq!(at as usize, tokens.tokens.len());
    }

    #[test]
    fn typography_changes_no_sentence(lines in prop::collection::vec(0usize..8, 1..12)) {
        let text: String = lines.iter().map(|&i| [
            "MINISTÈRE DE L'INTÉRIEUR\n\n", "Paris, le 27 janvier 2026\n\n", "L'accord est signé : il prévoit l'aide. Qu'en dit-on ?\n\n",
            "« C'est fait ! » a-t-il dit ; l'autre s'est tu.\nLa suite vient.\n\n", "Il y a :\n- l'eau ;\n- l'air.\n\n", "Un titre d'hier\n\n",
            "Contact presse : M. D'Arcy\n\n", "Le coût : 1 200 euros » de plus ; l'an passé aussi.\n\n",
        ][i]).collect();
        let plain = sentences(&text);
        prop_assert_eq!(&plain, &sentences(&text.replace('\n', "\r\n")));
        prop_assert_eq!(&plain, &sentences(&text.replace('\'', "’")));
        for blank in ["\u{a0}", "\u{202f}"] {
            let set: String = [":", ";", "!", "?", "»"].iter().fold(text.clone(), |t, s| t.replace(&format!(" {s}"), &format!("{blank}{s}")));
            prop_assert_eq!(&plain, &sentences(&set));
        }
    }
}
