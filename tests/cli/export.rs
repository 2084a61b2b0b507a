//! Exports whose readers need nothing else to be installed; the others are
//! read back by `scripts/test-exports`.

use serde_json::Value;

use crate::tool::{Folder, communique};

/// A folder with the records of some documents.
fn extracted() -> (Folder, Vec<Value>) {
    let folder = Folder::new();
    for number in 0..6 {
        folder.put(&format!("in/{number}.txt"), communique(number));
    }
    let done = folder.run(&["extract", "in", "-o", "records.jsonl.zst"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let records = folder.run(&["extract", "in"]).records();
    (folder, records)
}

fn export(folder: &Folder, arguments: &[&str]) -> String {
    let mut all = vec!["export"];
    all.extend(arguments);
    all.push("records.jsonl.zst");
    let done = folder.run(&all);
    assert_eq!(done.code, 0, "{}", done.stderr);
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn bulk_lines_come_in_pairs_and_parts_keep_them_together() {
    let (folder, records) = extracted();
    let whole = export(&folder, &["--to", "opensearch", "--index", "archive"]);
    let lines: Vec<Value> = whole
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    assert_eq!(lines.len(), 2 * records.len());
    for (pair, record) in lines.chunks(2).zip(&records) {
        assert_eq!(pair[0]["index"]["_index"], "archive");
        assert_eq!(pair[0]["index"]["_id"], record["id"]);
        assert_eq!(pair[1]["text"], record["text"]);
    }
    export(
        &folder,
        &[
            "--to",
            "opensearch",
            "--index",
            "archive",
            "--split",
            "2K",
            "-o",
            "parts",
        ],
    );
    let mut parts: Vec<_> = std::fs::read_dir(folder.path("parts"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    parts.sort();
    assert!(parts.len() > 1);
    let joined: Vec<String> = parts
        .iter()
        .map(|p| std::fs::read_to_string(p).unwrap())
        .collect();
    assert!(joined.iter().all(|part| part.lines().count() % 2 == 0));
    assert_eq!(joined.concat(), whole);
}

#[test]
fn tables_are_for_databases_and_for_spreadsheets() {
    let (folder, records) = extracted();
    let people = export(&folder, &["--to", "csv", "--table", "places"]);
    let mut reader = csv::Reader::from_reader(people.as_bytes());
    let places: usize = records
        .iter()
        .map(|r| r["places"].as_array().unwrap().len())
        .sum();
    assert_eq!(reader.records().count(), places);
    let sheet = export(&folder, &["--to", "csv", "--table", "documents", "--excel"]);
    assert!(sheet.starts_with("\u{FEFF}document_id;path;") && sheet.contains("\r\n"));
    let done = folder.run(&["export", "--to", "csv", "--table", "x", "records.jsonl.zst"]);
    assert!(
        done.code == 2 && done.stderr.contains("documents, people"),
        "{}",
        done.stderr
    );
}

#[test]
fn brat_is_what_eval_reads() {
    let (folder, records) = extracted();
    export(&folder, &["--to", "brat", "-o", "annotated"]);
    let done = folder.run(&["eval", "--json", "annotated"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let figures: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(figures["fixtures"], records.len());
    assert_eq!(figures["measures"]["date span+value"]["f1"], 1.0);
    assert_eq!(figures["measures"]["place span"]["f1"], 1.0);
    // What nobody annotated is not scored.
    assert_eq!(figures["measures"]["sentence"], Value::Null);
}

#[test]
fn a_run_is_compared_with_an_earlier_one() {
    let (folder, _) = extracted();
    export(&folder, &["--to", "brat", "-o", "annotated"]);
    let done = folder.run(&["eval", "annotated", "--write-records", "before.jsonl"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let same = folder.run(&["eval", "annotated", "--diff", "before.jsonl"]);
    assert!(
        String::from_utf8(same.stdout)
            .unwrap()
            .starts_with("no sentence changed")
    );
    // As if the earlier run had not known the place.
    let before = String::from_utf8(folder.read("before.jsonl")).unwrap();
    let poorer: String = before
        .lines()
        .map(|line| {
            let mut record: Value = serde_json::from_str(line).unwrap();
            record["places"] = serde_json::json!([]);
            format!("{record}\n")
        })
        .collect();
    folder.put("before.jsonl", poorer);
    let done = folder.run(&["eval", "annotated", "--diff", "before.jsonl"]);
    let shown = String::from_utf8(done.stdout).unwrap();
    assert!(
        shown.contains("  + place") && shown.contains("Orléans = Orléans  (as annotated)"),
        "{shown}"
    );
}

#[test]
fn formats_that_lack_something_say_so() {
    let (folder, _) = extracted();
    let bare = folder.run(&["extract", "in", "--no-text"]);
    let done = folder.feed(&["export", "--to", "conll"], &bare.stdout);
    assert!(
        done.code == 1 && done.stderr.contains("has no text"),
        "{}",
        done.stderr
    );
    for (arguments, message) in [
        (
            &["export", "--to", "tei", "records.jsonl.zst"][..],
            "-o DIR",
        ),
        (
            &[
                "export",
                "--to",
                "opensearch",
                "--split",
                "1K",
                "records.jsonl.zst",
            ],
            "-o DIR",
        ),
        (&["export", "--to", "tei", "--settings"], "no settings"),
    ] {
        let done = folder.run(arguments);
        assert!(
            done.code == 2 && done.stderr.contains(message),
            "{}",
            done.stderr
        );
    }
}
