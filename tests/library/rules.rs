//! The rules that the program carries: each is run against its own examples
//! and near misses.

use greffier::pipeline::{Config, Engine};

#[test]
fn every_rule_keeps_its_examples() {
    let engine = Engine::from_sources(Config::default()).expect("the built-in rules compile");
    assert!(!engine.grammar().rules.is_empty(), "there are rules");
    let failures = engine.grammar().check(engine.segment_data(), |_| true);
    let shown: Vec<String> = failures
        .iter()
        .map(|f| format!("{}:{}: {}: {}", f.file, f.line, f.rule, f.message))
        .collect();
    assert!(
        failures.is_empty(),
        "{} failures:\n{}",
        failures.len(),
        shown.join("\n")
    );
}
