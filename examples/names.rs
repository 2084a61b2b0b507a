//! How much is found of names that are not written as expected:
//! `cargo run --release --example names -- fixtures`.

#![allow(clippy::print_stdout)]

#[path = "../tests/library/names/measure.rs"]
mod measure;
#[path = "../tests/library/names/swap.rs"]
mod swap;

use std::path::Path;

use greffier::evaluate::Tally;
use greffier::pipeline::{Config, Engine};
use measure::measure;
use swap::Change;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "fixtures".into());
    let engine = Engine::new(Config::default()).expect("the built-in rules compile");
    println!("{:<12}{:<22}{:<22}names", "", "people", "people roles");
    for (label, change) in [
        ("as written", None),
        ("swapped", Some(Change::Swapped)),
        ("no accents", Some(Change::Plain)),
        ("capitals", Some(Change::Upper)),
        ("lower case", Some(Change::Lower)),
    ] {
        let scores = measure(&engine, Path::new(&folder), change);
        let line = |t: Tally| format!("{:.3} {:.3} {:.3}", t.precision(), t.recall(), t.f1());
        println!(
            "{label:<12}{:<22}{:<22}{}",
            line(scores.people),
            line(scores.roles),
            line(scores.spans)
        );
    }
}
