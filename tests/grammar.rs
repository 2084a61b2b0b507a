//! The rule language: what patterns match, how matches compete, what is
//! refused in a rule file, and that time stays linear.

use greffier::grammar::{Grammar, Lattice, RuleSources, Unit};
use greffier::lexicon::LexiconFile;
use greffier::segment::{SegmentData, tokenize};

fn compile(phases: &str, rules: &str) -> Result<Grammar, String> {
    let data = SegmentData::builtin();
    let lexicon =
        |name: &str, text: &str| LexiconFile::parse(name, text.to_owned().into()).unwrap();
    let sources = RuleSources {
        phases: phases.to_owned().into(),
        files: vec![("test.rules".into(), rules.to_owned().into())],
        lexicons: vec![
            lexicon(
                "given",
                "# case: proper\n# columns: form\tgender\nAlice\tf\nJean\tm\nRose\tf\n",
            ),
            lexicon("civility", "# columns: form\tgender\nM.\tm\nMme\tf\n"),
            lexicon(
                "country",
                "# case: proper\n# columns: form\tiso\nCôte d'Ivoire\tCI\nFrance\tFR\nÉgypte\tEG\n",
            ),
        ],
    };
    let split = |text: &str| {
        tokenize(text, &data)
            .tokens
            .iter()
            .map(|t| (t.start as usize, t.end as usize))
            .collect::<Vec<_>>()
    };
    Grammar::compile(sources, &split).map_err(|e| e.to_string())
}

/// `kind[words]field=value…` of every annotation, in the order of the text.
fn found(grammar: &Grammar, text: &str) -> Vec<String> {
    let mut tokens = tokenize(text, &SegmentData::builtin()).tokens;
    let hits = grammar.lexicon.look_up(text, &mut tokens);
    let mut lattice = Lattice::new(text, &tokens, &hits);
    let unit = Unit {
        start: 0,
        end: tokens.len() as u32,
        label: "body",
    };
    grammar.run(&mut lattice, &[unit], false);
    let mut all: Vec<_> = lattice.annotations.iter().collect();
    all.sort_by_key(|a| (a.start, a.end));
    let fields = |a: &greffier::grammar::Annotation<'_>| {
        a.fields.iter().fold(String::new(), |all, (k, v)| {
            all + " " + k + "=" + lattice.value(*v)
        })
    };
    all.iter()
        .map(|a| format!("{}[{}]{}", a.kind, lattice.words(a.start, a.end), fields(a)))
        .collect()
}

const NAMES: &str = r#"
phase names
let name = {given} (- {given})? Upper{1,2}
rule civility
  about a civility announces a name
  pattern c:{civility} n:( name | Upper )
  unless next "de"
  makes person $n gender=$c.gender
  match M. [Dupont] est là => gender=m
  near M. est là
rule bare
  about a given name announces a family name
  pattern g:name
  makes person $g
  learns known $g
  match Hier [Alice Rufo] est venue
  near Hier elle est venue
"#;

#[test]
fn captures_features_and_phrases() {
    let grammar = compile("names units\n", NAMES).unwrap();
    assert_eq!(
        found(&grammar, "Hier Mme Alice Rufo et M. Durand."),
        ["person[Alice Rufo] gender=f", "person[Durand] gender=m"]
    );
    assert_eq!(
        found(&grammar, "Jean-Rose Martin, M. Rufo de Paris"),
        ["person[Jean-Rose Martin]"]
    );
    assert!(grammar.check(&SegmentData::builtin(), |_| true).is_empty());
}

#[test]
fn accents_count_except_in_capitals_and_apostrophes_are_alike() {
    let rules =
        "phase p\nrule r\n pattern (\"à\"|\"a\" \"b\") c:{country}\n makes place $c iso=$c.iso\n";
    let grammar = compile("p units", rules).unwrap();
    assert_eq!(
        found(&grammar, "à Côte d’Ivoire, a France, À FRANCE, A EGYPTE"),
        [
            "place[Côte d’Ivoire] iso=CI",
            "place[FRANCE] iso=FR",
            "place[EGYPTE] iso=EG"
        ]
    );
    assert_eq!(found(&grammar, "à france"), [""; 0]);
}

#[test]
fn longest_then_priority_then_name() {
    let rules = "phase p
rule b
 pattern \"x\" \"y\"
 makes k by=b
rule a
 pattern \"x\" \"y\"
 makes k by=a
rule c
 pattern \"x\"
 makes k by=c
";
    assert_eq!(
        found(&compile("p units", rules).unwrap(), "x y"),
        ["k[x y] by=a"]
    );
    let preferred = rules.replace("rule b\n", "rule b\n priority 1\n");
    assert_eq!(
        found(&compile("p units", &preferred).unwrap(), "x y"),
        ["k[x y] by=b"]
    );
}

#[test]
fn phases_build_on_each_other_and_stay_outside_kinds() {
    let rules = "
phase sites
rule street
 pattern \"rue\" ..2 Upper
 makes site
phase names
rule name
 pattern g:({given} Upper)
 makes person $g
phase second
rule again
 pattern p:<person> \"et\" n:Upper
 makes person $n with=$p
";
    let grammar = compile("sites units\nnames units outside site\nsecond units", rules).unwrap();
    assert_eq!(
        found(&grammar, "rue Alice Rufo. Jean Dupont et Martin"),
        [
            "site[rue Alice Rufo]",
            "person[Jean Dupont]",
            "person[Martin] with=Jean Dupont"
        ]
    );
}

#[test]
fn what_is_learned_is_found_in_the_whole_text() {
    let rules = format!(
        "{NAMES}\nphase later\nrule known\n about x\n pattern k:{{known}}\n makes again $k\n"
    );
    let grammar = compile("names units\nlater units", &rules).unwrap();
    let all = found(&grammar, "ALICE RUFO parle. Alice Rufo répond.");
    assert_eq!(all.iter().filter(|a| a.starts_with("again")).count(), 2);
}

#[test]
fn repeated_captures_make_one_annotation_each() {
    let rules = "phase p\nrule list\n pattern \"MM.\" (n:({given}? Upper) (\",\"|\"et\")?){1,5}\n makes person $n\n";
    let grammar = compile("p units", rules).unwrap();
    assert_eq!(
        found(&grammar, "MM. Jean Dupont, Martin et Petit partent"),
        ["person[Jean Dupont]", "person[Martin]", "person[Petit]"]
    );
}

#[test]
fn ten_broken_files_give_ten_messages() {
    let cases = [
        (
            "rule r\n pattern \"x\"\n makes k\n",
            "test.rules:1:1: a rule outside any phase",
        ),
        (
            "phase p\nrule r\n patern \"x\"\n",
            "test.rules:3:2: expected a keyword, found `patern`",
        ),
        (
            "phase p\nrule r\n pattern (\"x\"\n makes k\n",
            "expected `)`",
        ),
        (
            "phase p\nrule r\n pattern {gven}\n makes k\n",
            "unknown class {gven} (did you mean given",
        ),
        (
            "phase p\nrule r\n pattern {given.sex=f}\n makes k\n",
            "{given} has no feature `sex` (it has: gender)",
        ),
        (
            "phase p\nrule r\n pattern foo\n makes k\n",
            "test.rules:3:10: unknown name `foo`",
        ),
        (
            "phase p\nrule r\n pattern n:\"x\"\n makes k $m\n",
            "no capture `m` in the pattern (the pattern has: n)",
        ),
        (
            "phase p\nrule r\n pattern \"x\"?\n makes k\n",
            "the pattern can match nothing",
        ),
        (
            "phase p\nrule r\n pattern any \"x\"\n makes k\n",
            "the pattern could start everywhere",
        ),
        (
            "phase p\nrule r\n pattern (((\"x\"?){0,30}){0,30}){0,30}\n makes k\n",
            "the pattern is too large",
        ),
        (
            "phase q\nrule r\n pattern \"x\"\n makes k\n",
            "unknown phase `q` (the file `phases` has: p)",
        ),
        (
            "phase p\nrule r\n pattern <date>\n makes k\n",
            "no rule makes <date> (rules make: k)",
        ),
        (
            "phase p\nrule r\n pattern \"x\"{3,1}\n makes k\n",
            "bad bounds {3,1}",
        ),
        (
            "phase p\nlet a = a\nrule r\n pattern a\n makes k\n",
            "`a` refers to itself",
        ),
    ];
    for (rules, expected) in cases {
        let message = compile("p units", rules)
            .err()
            .unwrap_or_else(|| panic!("accepted: {rules}"));
        assert!(
            message.contains(expected),
            "expected « {expected} » in « {message} »"
        );
    }
}

#[test]
fn a_hostile_rule_over_a_hostile_text_ends() {
    let rules =
        "phase p\nrule r\n pattern \"x\" ((\"x\"? \"x\"?){0,9} \"x\"?){1,9} \"y\"\n makes k\n";
    let grammar = compile("p units", rules).unwrap();
    assert_eq!(found(&grammar, &"x ".repeat(2_000)), [""; 0]);
    assert_eq!(
        found(&grammar, &format!("{} y", "x ".repeat(5))),
        ["k[x x x x x  y]"]
    );
}
