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

/// Broken rule files, and what is said of each: place, fault, hint.
const BROKEN: [(&str, &str); 23] = [
    (
        "rule r\n pattern \"x\"\n makes k\n",
        "1:1: a rule outside any phase (write `phase NAME` above the first rule)",
    ),
    (
        "phase p\nrule r\n patern \"x\"\n",
        "3:2: expected a keyword, found `patern` (statements begin with one of: phase, let,",
    ),
    (
        "phase p\nrule r\n pattern (\"x\"\n makes k\n",
        "3:14: expected `)` (every `(` of a pattern needs its `)`)",
    ),
    (
        "phase p\nrule r\n pattern \"x\" )\n makes k\n",
        "3:14: expected the end of the pattern, found `)` (a parenthesis too many,",
    ),
    (
        "phase p\nrule r\n pattern \"x\n makes k\n",
        "3:11: expected `\"` before the end of the pattern (what is opened must be closed",
    ),
    (
        "phase p\nrule r\n pattern {gven}\n makes k\n",
        "3:10: unknown class {gven} (did you mean given",
    ),
    (
        "phase p\nrule r\n pattern {given.sex=f}\n makes k\n",
        "3:10: {given} has no feature `sex` (it has: gender)",
    ),
    (
        "phase p\nrule r\n pattern foo\n makes k\n",
        "3:10: unknown name `foo` (words stand in quotes; names are made with `let`",
    ),
    (
        "phase p\nrule r\n pattern n:\"x\"\n makes k $m\n",
        "4:2: no capture `m` in the pattern (the pattern has: n)",
    ),
    (
        "phase p\nrule r\n pattern \"x\"?\n makes k\n",
        "3:10: the pattern can match nothing (make one of its parts obligatory)",
    ),
    (
        "phase p\nrule r\n pattern any \"x\"\n makes k\n",
        "3:10: the pattern could start everywhere (begin with a word, a class,",
    ),
    (
        "phase p\nrule r\n pattern (((\"x\"?){0,30}){0,30}){0,30}\n makes k\n",
        "3:10: the pattern is too large (use smaller bounds in its repetitions)",
    ),
    (
        "phase p\nrule r\n pattern \"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}\"\n makes k\n",
        "3:10: more than 1000 spellings in one quotation (put the words into a lexicon",
    ),
    (
        "phase q\nrule r\n pattern \"x\"\n makes k\n",
        "2:1: unknown phase `q` (the file `phases` has: p)",
    ),
    (
        "phase p\nrule r\n pattern <date>\n makes k\n",
        "3:10: no rule makes <date> (rules make: k)",
    ),
    (
        "phase p\nrule r\n pattern \"x\"{3,1}\n makes k\n",
        "3:18: bad bounds {3,1} (at most 256, the smaller bound first)",
    ),
    (
        "phase p\nlet a = a\nrule r\n pattern a\n makes k\n",
        "2:9: `a` refers to itself (the pattern of a `let` may use other names, never its own)",
    ),
    (
        "phase p\nlet a = \"x\"?\nrule r\n pattern \"y\" a&Cap\n makes k\n",
        "4:14: what may match nothing takes no condition (put the condition on a part of it",
    ),
    (
        "phase p\nrule r\n pattern bol&Cap \"y\"\n makes k\n",
        "3:10: what may match nothing takes no condition (put the condition on a part of it",
    ),
    (
        "phase p\nrule r\n pattern \"x\"\n makes k\n match Un x\n",
        "5:8: an example without brackets (put what the rule makes in brackets:",
    ),
    (
        "phase p\nrule r\n pattern \"x\"\n makes k\n priority high\n",
        "5:11: expected a whole number, found `high` (0 where no priority is given;",
    ),
    (
        "phase p\nrule r\n pattern \"x\"\n makes k\n only in corps\n",
        "2:1: unknown section `corps` (known: letterhead, title,",
    ),
    (
        "phase p\nrule r\n pattern \"x\"\n makes k\nrule r\n pattern \"y\"\n makes k\n",
        "5:1: a second rule `test/r` (names are shared by a subject)",
    ),
];

#[test]
fn broken_files_give_one_good_message_each() {
    for (rules, expected) in BROKEN {
        let message = compile("p units", rules)
            .err()
            .unwrap_or_else(|| panic!("accepted: {rules}"));
        let (first, rest) = message.split_once('\n').unwrap_or((&message, ""));
        assert!(
            first.starts_with(&format!("test.rules:{expected}")),
            "expected « {expected} » in « {message} »"
        );
        assert!(first.ends_with(')'), "no hint in « {message} »");
        // What follows from the first fault only is not told; these two leave
        // other lines without a home.
        let follows = rules.starts_with("rule") || rules.contains("patern");
        assert!(
            follows || rest.is_empty(),
            "more than needed: « {message} »"
        );
    }
}

#[test]
fn a_pattern_has_no_end_of_captures() {
    let captures: Vec<String> = (0..128).map(|n| format!("c{n}:\"x\"")).collect();
    let rules = format!(
        "phase p\nrule r\n pattern {}\n makes k\n",
        captures.join(" ")
    );
    let message = compile("p units", &rules).err().expect("is refused");
    assert!(message.contains("more than 127 captures"), "{message}");
    let rules = rules.replace("c127:", "");
    assert!(compile("p units", &rules).is_ok());
}

#[test]
fn a_capture_without_words_does_not_stand_in_the_way() {
    // What begins with a capture that holds a token loses where that token is
    // taken; where the capture is empty, nothing of it can be.
    let rules = "phase p\nrule first\n pattern \"chat\"\n makes k\n\
                 phase q\nrule both\n pattern c:(\"le\"?) d:(\"chat\")\n makes k $c\n makes j $d\n\
                 rule taken\n pattern d:(\"chat\") \"noir\"\n makes k $d\n";
    let grammar = compile("p units\nq units", rules).unwrap();
    assert_eq!(found(&grammar, "un chat noir"), ["k[chat]", "j[chat]"]);
    assert_eq!(found(&grammar, "le chat"), ["k[le]", "k[chat]", "j[chat]"]);
}

#[test]
fn ways_through_a_pattern_go_in_its_order() {
    // The first alternative that reaches the farthest end notes its captures,
    // whatever stands between the tests of the others.
    let rules = "phase p\nrule r\n\
                 pattern \"a\" (x:(\"b\") \"c\"? | y:(\"b\" \"c\"?) | ^ \"b\" \"c\" \"d\")\n\
                 makes k x=$x y=$y\n";
    let grammar = compile("p units", rules).unwrap();
    assert_eq!(found(&grammar, "a b c d"), ["k[a b c] x=b"]);
    let rules = rules.replace("^ \"b\"", "\"b\"");
    let grammar = compile("p units", &rules).unwrap();
    assert_eq!(found(&grammar, "a b c d"), ["k[a b c d]"]);
}

#[test]
fn conditions_on_a_name_hold_for_the_first_token_of_what_it_stands_for() {
    let rules = "phase p
let a = (\"un\" | n:\"xa\"+) \"y\"
let b = ^ \"xa\"? \"zo|z\"
rule r
 pattern a&Cap
 makes k n=$n
rule s
 pattern b&!lower
 makes j
rule t
 pattern \"w\" - ~a
 makes i
rule u
 pattern \"v\" (a | b)&Cap&!\"zo\"
 makes h
";
    let grammar = compile("p units", rules).unwrap();
    assert_eq!(found(&grammar, "un y, xa y"), [""; 0]);
    assert_eq!(found(&grammar, "Un y"), ["k[Un y]"]);
    // Only of the first of several.
    assert_eq!(found(&grammar, "Xa xa y"), ["k[Xa xa y] n=Xa"]);
    assert_eq!(found(&grammar, "xa Xa y"), ["k[Xa y] n=Xa"]);
    // Where an optional part is not there, of what comes after it.
    assert_eq!(found(&grammar, "Xa z"), ["j[Xa z]"]);
    assert_eq!(found(&grammar, "Zo"), ["j[Zo]"]);
    assert_eq!(found(&grammar, "xa Zo"), [""; 0]);
    assert_eq!(found(&grammar, "z"), [""; 0]);
    assert_eq!(found(&grammar, "w'un y w un y"), [""; 0]);
    assert_eq!(found(&grammar, "w-xa y, w- xa y"), ["i[w-xa y]"]);
    // The same of a part in parentheses.
    assert_eq!(
        found(&grammar, "v xa y v Xa y"),
        ["h[v Xa y]", "k[Xa y] n=Xa"]
    );
}

#[test]
fn a_phase_without_rules_finds_nothing() {
    let grammar = compile("p units", "").unwrap();
    assert!(found(&grammar, "un chat noir").is_empty());
}

#[test]
fn a_phase_waits_for_what_it_is_about() {
    let rules = "phase p\nrule pact\n pattern \"accord\"\n makes pact\n\
                 phase q\nrule with\n pattern \"avec\"\n makes cue\n";
    let grammar = compile("p units\nq units if pact", rules).unwrap();
    assert_eq!(
        found(&grammar, "un accord avec Brest"),
        ["pact[accord]", "cue[avec]"]
    );
    assert!(found(&grammar, "il vient avec Brest").is_empty());
    let message = compile("p units\nq units when pact", rules)
        .err()
        .expect("is refused");
    assert!(
        message.contains("expected `outside` or `if`, found `when`"),
        "{message}"
    );
}

#[test]
fn names_that_stand_for_names_do_not_explode() {
    let mut rules = String::from("phase p\nlet n0 = \"x\"\n");
    for number in 1..16 {
        let inner = format!("n{} ", number - 1).repeat(30);
        rules += &format!("let n{number} = {inner}\n");
    }
    rules += "rule r\n pattern n15\n makes k\n";
    let message = compile("p units", &rules).err().expect("is refused");
    assert!(message.contains("the pattern is too large"), "{message}");
}

#[test]
fn a_rule_that_another_makes_superfluous_is_found() {
    let rule = |name: &str, lines: &str| {
        format!("rule {name}\n about x\n{lines}\n match Un [x] => \n near Un y\n")
    };
    let found = |first: &str, second: &str| -> Vec<String> {
        let rules = format!("phase p\n{}{}", rule("a", first), rule("b", second));
        let grammar = compile("p units", &rules.replace(" => ", "")).unwrap();
        let failures = grammar.check(&SegmentData::builtin(), |_| true);
        let twice = failures
            .into_iter()
            .filter(|f| f.message.contains("never wins"));
        twice
            .map(|f| format!("{} {}: {}", f.line, f.rule, f.message))
            .collect()
    };
    assert_eq!(
        found(
            " pattern n:( \"x\" | \"z\" )\n makes k $n",
            " pattern other:( \"z\" | \"x\" )\n makes k $other by=b"
        ),
        [
            "8 test/b: matches what `test/a` (test.rules:2) matches and never wins (delete one of them)"
        ]
    );
    let preferred = found(
        " pattern \"x\"\n makes k",
        " pattern \"x\"\n priority 1\n makes k",
    );
    assert!(preferred[0].starts_with("2 test/a: "), "{preferred:?}");
    for other in [
        " pattern \"x\"\n makes l",
        " pattern \"x\"\n only in title\n makes k",
        " pattern \"x\"\n unless next \"y\"\n makes k",
        " pattern \"x\" \"y\"?\n makes k",
    ] {
        assert_eq!(found(" pattern \"x\"\n makes k", other), [""; 0], "{other}");
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
