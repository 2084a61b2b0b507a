//! Makes a large archive for measurements: `make_archive DIR TEXTS`.
//!
//! Each text is a communiqué composed anew from the fixtures: the head of one,
//! paragraphs of others, always the same for the same number.

#[path = "../tests/library/dice.rs"]
mod dice;

use std::path::Path;

use dice::Dice;
use greffier::evaluate::Fixture;

/// Texts in one folder.
const PER_FOLDER: usize = 1000;

#[expect(clippy::print_stderr, reason = "a program for the terminal")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(count)) = (args.next(), args.next()) else {
        eprintln!("make_archive DIR TEXTS");
        std::process::exit(2);
    };
    let count: usize = count.parse()?;
    let files = Fixture::files(Path::new("fixtures"))?;
    let texts: Vec<String> = files
        .iter()
        .map(|f| Fixture::read(f).map(|f| f.text))
        .collect::<Result<_, _>>()?;
    let paragraphs: Vec<Vec<&str>> = texts.iter().map(|t| t.split("\n\n").collect()).collect();
    let mut bytes = 0;
    for number in 0..count {
        let mut dice = Dice(number as u64 * 2 + 0x9E37_79B9_7F4A_7C15);
        let head = &paragraphs[dice.below(paragraphs.len())];
        let mut text: Vec<&str> = head.iter().take(6).copied().collect();
        for _ in 0..3 + dice.below(8) {
            let other = &paragraphs[dice.below(paragraphs.len())];
            text.push(other[dice.below(other.len())]);
        }
        text.extend(head.iter().skip(6));
        let text = text.join("\n\n");
        let within = Path::new(&folder).join(format!("{:04}", number / PER_FOLDER));
        std::fs::create_dir_all(&within)?;
        std::fs::write(within.join(format!("{number:07}.txt")), &text)?;
        bytes += text.len();
    }
    eprintln!("{count} texts, {:.1} MB", bytes as f64 / 1e6);
    Ok(())
}
