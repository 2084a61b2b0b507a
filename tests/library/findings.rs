//! Inputs that once made the program fail, found by fuzzing (`fuzz/`) or by
//! hand: `tests/findings/TARGET/NAME`. What must hold is in `fuzz/checks.rs`.

#[path = "../../fuzz/checks.rs"]
mod checks;

use std::path::PathBuf;
use std::time::Instant;

use super::dice::Dice;

/// What must hold for an input.
type Check = fn(&[u8]);

/// The files of a folder, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{folder}: {error}"))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "nothing in {folder}");
    files
}

fn each(target: &str, check: Check) {
    for file in files(&format!("tests/findings/{target}")) {
        let input = std::fs::read(&file).unwrap();
        let held = std::panic::catch_unwind(|| check(&input)).is_ok();
        assert!(held, "{}", file.display());
    }
}

#[test]
fn pdf() {
    each("pdf", checks::pdf);
}

#[test]
fn text() {
    each("text", checks::text);
}

#[test]
fn ndjson() {
    each("ndjson", checks::ndjson);
}

#[test]
fn rules() {
    each("rules", checks::rules);
}

/// Fuzzing for where `cargo fuzz` cannot be built: changes the fixtures at
/// random for `FUZZ_SECONDS` each target, and leaves what fails in
/// `target/findings`. Blind, where `cargo fuzz` sees what the code does.
///
/// ```sh
/// FUZZ_SECONDS=600 cargo test --release --test library findings -- --ignored --nocapture
/// ```
#[test]
#[allow(clippy::print_stdout)] // How much was tried.
#[ignore = "takes as long as you let it"]
fn at_random() {
    let seconds = std::env::var("FUZZ_SECONDS").map_or(5, |s| s.parse().expect("a number"));
    let mut seeds = [const { Vec::new() }; 4];
    for file in files("fixtures/pdf") {
        let bytes = std::fs::read(&file).unwrap();
        match file.extension().and_then(|e| e.to_str()) {
            Some("pdf") if bytes.len() < 60_000 => seeds[0].push(bytes),
            Some("txt") => {
                let text = String::from_utf8(bytes).unwrap();
                seeds[1].push(format!("\u{b}{text}").into_bytes());
                let line = serde_json::json!({"id": 1, "text": text, "date": "2026-01-27"});
                seeds[2].push(line.to_string().into_bytes());
            }
            _ => {}
        }
    }
    for file in files("rules/people") {
        let text = std::fs::read_to_string(&file).unwrap();
        seeds[3].extend(
            text.split("\nrule ")
                .skip(1)
                .map(|r| format!("phase p\nrule {r}").into_bytes()),
        );
    }
    let targets: [(&str, Check); 4] = [
        ("pdf", checks::pdf),
        ("text", checks::text),
        ("ndjson", checks::ndjson),
        ("rules", checks::rules),
    ];
    let mut failed = Vec::new();
    for ((name, check), seeds) in targets.iter().zip(&seeds) {
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
        let begun = Instant::now();
        let mut tried = 0;
        while begun.elapsed().as_secs() < seconds {
            let input = dice.change(seeds);
            tried += 1;
            if std::panic::catch_unwind(|| check(&input)).is_err() {
                let file = PathBuf::from(format!("target/findings/{name}-{tried}"));
                std::fs::create_dir_all("target/findings").unwrap();
                std::fs::write(&file, &input).unwrap();
                failed.push(file);
            }
        }
        println!("{name}: {tried} inputs in {seconds} s");
    }
    assert!(failed.is_empty(), "{failed:?}");
}

impl Dice {
    /// One of the seeds, changed in a few places.
    fn change(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(6) {
            let at = self.below(input.len());
            let length = self.below(input.len() - at).min(1 << self.below(10));
            match self.below(6) {
                0 => input[at] = self.below(256) as u8,
                1 => drop(input.drain(at..at + length)),
                2 => {
                    let copy = input[at..at + length].to_vec();
                    let to = self.below(input.len());
                    input.splice(to..to, copy);
                }
                3 => input.truncate(at.max(1)),
                4 => {
                    let other = &seeds[self.below(seeds.len())];
                    let from = self.below(other.len());
                    let end = (from + length).min(other.len());
                    input.splice(at..at, other[from..end].iter().copied());
                }
                _ => {
                    let odd: [&[u8]; 8] = [
                        b"\xcc\x81",
                        b"\0",
                        b"(",
                        b"\n",
                        b"99999999999",
                        "\u{2028}".as_bytes(),
                        b"{",
                        b"\"",
                    ];
                    input.splice(at..at, odd[self.below(8)].iter().copied());
                }
            }
            if input.is_empty() {
                input.push(b' ');
            }
        }
        input
    }
}
