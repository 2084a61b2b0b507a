//! Measures the index.
//!
//! - `measure_index multiply RECORDS COUNT`: COUNT records on standard output,
//!   those of the file over and over with other ids, words and days;
//! - `measure_index ask DIR COUNT`: the times of COUNT searches with filters.

use std::error::Error;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use greffier::record::Record;
use greffier::search::{AgreementFilter, Ask, Catalogue, DateScope};

#[expect(clippy::print_stderr, reason = "a program for the terminal")]
fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, "multiply", file, count] => multiply(file, count.parse()?),
        [_, "ask", folder, count] => ask(folder, count.parse()?),
        _ => {
            eprintln!("measure_index multiply RECORDS COUNT | ask DIR COUNT");
            std::process::exit(2);
        }
    }
}

fn multiply(file: &str, count: usize) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(file)?;
    let mut records: Vec<Record> = text
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for number in 0..count {
        let at = number % records.len();
        let record = &mut records[at];
        record.id = format!("{number:064x}");
        // Some words that only few records share, and a day of its own.
        if let Some(text) = &mut record.text {
            text.push_str(&format!("\nRéf. dossier{number} lot{}", number % 997));
        }
        if let Some(dateline) = &mut record.dateline {
            dateline.date = Some(format!(
                "{}-{:02}-{:02}",
                2010 + number % 16,
                number / 16 % 12 + 1,
                number % 28 + 1
            ));
        }
        serde_json::to_writer(&mut out, record)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

#[expect(clippy::print_stdout, reason = "a program for the terminal")]
fn ask(folder: &str, count: usize) -> Result<(), Box<dyn Error>> {
    let catalogue = Catalogue::open(Path::new(folder))?;
    let words = [
        "accord",
        "\"lettre d’intention\"",
        "ministre coopération",
        "traité OU convention",
        "cessez-le-feu",
        "signature -contrat",
        "déclaration conjointe",
        "énergie climat",
        "sécurité",
        "",
    ];
    let filters: [fn(&mut Ask, usize); 8] = [
        |ask, _| ask.countries.push("FR".into()),
        |ask, _| ask.roles.push("ministre".into()),
        |ask, n| ask.from = Some(format!("{}", 2010 + n % 16)),
        |ask, n| {
            ask.from = Some(format!("{}-03", 2010 + n % 16));
            ask.to = Some(format!("{}-09", 2010 + n % 16));
            ask.dates = DateScope::Issued;
        },
        |ask, _| {
            ask.agreements
                .extend("agreement:signed".parse::<AgreementFilter>());
        },
        |ask, _| ask.places.push("Paris".into()),
        |ask, _| {
            ask.agreements.extend(":signed".parse::<AgreementFilter>());
            ask.parties.push("France".into());
        },
        |ask, _| {
            ask.people.push("Roux".into());
            ask.roles.push("ministre".into());
        },
    ];
    let mut times = Vec::new();
    let mut found = 0;
    // The first round warms up.
    for round in 0..2 {
        times.clear();
        found = 0;
        for number in 0..count {
            let mut ask = Ask {
                words: words[number % words.len()].to_owned(),
                limit: 10,
                ..Ask::default()
            };
            filters[number % filters.len()](&mut ask, number);
            if number % 3 == 0 {
                filters[(number / 3 + 2) % filters.len()](&mut ask, number + round);
            }
            let begun = Instant::now();
            found += usize::from(catalogue.ask(&ask)?.total > 0);
            times.push(begun.elapsed().as_secs_f64() * 1e3);
        }
    }
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    println!(
        "{count} searches, {found} found something: median {:.1} ms, 95 % {:.1} ms, longest {:.1} ms",
        at(0.5),
        at(0.95),
        at(1.0)
    );
    Ok(())
}
