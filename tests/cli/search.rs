//! The embedded index: what is found, what is replaced, what a kill leaves.

use std::process::Stdio;

use serde_json::{Value, json};

use crate::tool::{Done, Folder};

const TEXT: &str = "MINISTÈRE DE L’EUROPE\n\nParis, le 28 février 2025\n\n\
    Signature d’un traité d’amitié\n\n\
    La ministre déléguée Solène Roux a signé le 27 février 2025 un traité avec le Portugal. \
    Le cessez-le-feu a été évoqué.\n";

/// A record with one person in two capacities, two agreements, places and dates.
fn record(id: &str, title: &str, text: &str) -> Value {
    json!({
        "schema": "greffier/1", "id": id,
        "source": { "path": format!("{id}.txt"), "format": "text", "bytes": text.len() },
        "lang": "fr", "text": text, "issuer": "Ministère de l’Europe", "title": title,
        "dateline": { "place": "Paris", "date": "2025-02-28", "start": 23, "end": 48 },
        "sections": [], "sentences": [{ "start": 0, "end": 21 }],
        "people": [
            { "id": "p1", "name": "Solène Roux", "given": "Solène", "family": "Roux", "gender": "f",
              "roles": [{ "title": "ministre déléguée", "status": "current", "start": 0, "end": 1, "rule": "r/r" }],
              "mentions": [{ "start": 84, "end": 95, "text": "Solène Roux", "form": "full", "rule": "r/r" }] },
            { "id": "p2", "name": "Marc Petit",
              "roles": [{ "title": "préfet de la Drôme", "status": "current", "start": 0, "end": 1, "rule": "r/r" }],
              "mentions": [] },
        ],
        "roles": [],
        "dates": [
            { "start": 1, "end": 2, "text": "x", "type": "date", "value": "2025-02-27",
              "from": "2025-02-27", "to": "2025-02-27", "rule": "r/r" },
            { "start": 3, "end": 4, "text": "y", "type": "date", "value": "2031",
              "from": "2031-01-01", "to": "2031-12-31", "rule": "r/r" },
        ],
        "places": [{ "id": "l1", "name": "Portugal", "kind": "country", "country": "PT", "mentions": [] }],
        "organisations": [{ "id": "o1", "name": "Union africaine", "acronym": "UA", "mentions": [] }],
        "agreements": [
            { "id": "a1", "kind": "treaty", "name": "traité d’amitié", "status": "signed",
              "parties": [{ "name": "France", "country": "FR" }, { "name": "Portugal", "country": "PT" }],
              "signatories": [], "mentions": [], "rule": "r/r" },
            { "id": "a2", "kind": "contract", "name": "contrat", "status": "planned",
              "parties": [{ "name": "Airbus" }], "signatories": [], "mentions": [], "rule": "r/r" },
        ],
        "contacts": [], "warnings": [],
    })
}

fn lines(records: &[Value]) -> String {
    records.iter().map(|r| format!("{r}\n")).collect()
}

/// A folder with an index of three records.
fn indexed() -> Folder {
    let folder = Folder::new();
    let other = TEXT
        .replace("Portugal", "Japon")
        .replace("traité", "accord");
    let mut third = record("c3", "Bilan", "Rien à signaler.");
    for key in ["people", "places", "agreements", "dates", "organisations"] {
        third[key] = json!([]);
    }
    third["dateline"] = Value::Null;
    let records = [
        record("a1", "Signature d’un traité d’amitié", TEXT),
        record("b2", "Signature d’accords", &other),
        third,
    ];
    folder.put("records.jsonl", lines(&records));
    let done = folder.run(&["index", "--into", "base", "records.jsonl"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stderr.contains("holds 3 documents"), "{}", done.stderr);
    folder
}

fn search(folder: &Folder, arguments: &[&str]) -> Value {
    let mut all = vec!["search", "base", "--json"];
    all.extend(arguments);
    let done = folder.run(&all);
    assert_eq!(done.code, 0, "{}", done.stderr);
    serde_json::from_slice(&done.stdout).unwrap()
}

/// The ids that a search finds, sorted.
fn ids(folder: &Folder, arguments: &[&str]) -> Vec<String> {
    let answer = search(folder, arguments);
    let hits = answer["hits"].as_array().unwrap();
    assert_eq!(answer["total"], hits.len());
    let mut ids: Vec<String> = hits
        .iter()
        .map(|h| h["id"].as_str().unwrap().to_owned())
        .collect();
    ids.sort();
    ids
}

#[test]
fn words_are_found_in_any_form() {
    let folder = indexed();
    for (query, found) in [
        (&["traite"][..], &["a1"][..]),
        (&["TRAITÉS"], &["a1"]),
        (&["l'accord"], &["b2"]),
        (&["signature"], &["a1", "b2"]),
        (&["\"traité avec le Portugal\""], &["a1"]),
        (&["\"Portugal avec le traité\""], &[]),
        (&["« cessez le feu »"], &["a1", "b2"]),
        (&["cessez-le-feu"], &["a1", "b2"]),
        (&["deleguee"], &["a1", "b2"]),
        (&["signature", "--", "-japon"], &["a1"]),
        (&["japon", "OU", "portugal"], &["a1", "b2"]),
        (&["portu*"], &["a1"]),
        (&["signaler"], &["c3"]),
        (&["licorne"], &[]),
        (&[], &["a1", "b2", "c3"]),
    ] {
        assert_eq!(ids(&folder, query), found, "{query:?}");
    }
}

#[test]
fn filters_hold_of_the_same_fact() {
    let folder = indexed();
    let both = &["a1", "b2"][..];
    for (query, found) in [
        (&["--person", "roux"][..], both),
        (&["--person", "Solene Roux"], both),
        (&["--person", "Roux", "--role", "ministre"], both),
        (&["--person", "Roux", "--role", "préfet"], &[]),
        (&["--role", "prefet de la drome"], both),
        (&["--place", "portugal"], both),
        (&["--country", "pt"], both),
        (&["--country", "Portugal"], both),
        (&["--country", "JP"], &[]),
        (&["--org", "UA"], both),
        (&["--agreement", "treaty"], both),
        (&["--agreement", "treaty:signed"], both),
        (&["--agreement", "treaty:planned"], &[]),
        (&["--agreement", ":planned"], both),
        (&["--agreement", "treaty", "--party", "Portugal"], both),
        (&["--agreement", "contract", "--party", "Portugal"], &[]),
        (&["--party", "airbus"], both),
        (&["--issuer", "europe"], &["a1", "b2", "c3"]),
        (
            &[
                "--from",
                "2025-02-28",
                "--to",
                "2025-02-28",
                "--dates",
                "issued",
            ],
            both,
        ),
        (
            &[
                "--from",
                "2025-02-27",
                "--to",
                "2025-02-27",
                "--dates",
                "issued",
            ],
            &[],
        ),
        (&["--from", "2025-02-27", "--to", "2025-02-27"], both),
        (&["--from", "2031", "--to", "2031"], both),
        (&["--from", "2031-05", "--to", "2031-06"], &[]),
        (&["--to", "2024"], &[]),
        (&["traité", "--country", "PT", "--from", "2025"], &["a1"]),
    ] {
        assert_eq!(ids(&folder, query), found, "{query:?}");
    }
    let bad = folder.run(&["search", "base", "--agreement", "traité"]);
    assert!(
        bad.code == 2 && bad.stderr.contains("treaty"),
        "{}",
        bad.stderr
    );
    let bad = folder.run(&["search", "base", "--from", "hier"]);
    assert!(
        bad.code == 2 && bad.stderr.contains("is no date"),
        "{}",
        bad.stderr
    );
}

#[test]
fn hits_have_snippets_facets_and_records() {
    let folder = indexed();
    let answer = search(
        &folder,
        &["traités", "--facets", "person,agreement,year,org"],
    );
    let hit = &answer["hits"][0];
    assert_eq!(hit["date"], "2025-02-28");
    assert_eq!(hit["title"], "Signature d’un traité d’amitié");
    let text: Vec<char> = hit["snippet"]["text"].as_str().unwrap().chars().collect();
    let bold: Vec<String> = hit["snippet"]["highlights"]
        .as_array()
        .unwrap()
        .iter()
        .map(|span| {
            let at = |key: &str| span[key].as_u64().unwrap() as usize;
            text[at("start")..at("end")].iter().collect()
        })
        .collect();
    assert!(
        !bold.is_empty() && bold.iter().all(|word| word == "traité"),
        "{bold:?}"
    );
    assert_eq!(
        answer["facets"]["year"],
        json!([{ "value": "2025", "count": 1 }])
    );
    assert_eq!(answer["facets"]["agreement"][1]["value"], "treaty:signed");
    assert_eq!(answer["facets"]["person"].as_array().unwrap().len(), 2);
    assert_eq!(answer["facets"]["org"][0]["value"], "UA");

    let shown = folder.run(&["search", "base", "traités"]);
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(
        shown.starts_with("1 document\n") && !shown.contains('\u{1B}'),
        "{shown}"
    );

    let records = folder
        .run(&["search", "base", "traités", "--records"])
        .records();
    assert_eq!(records[0]["text"], TEXT);
    assert_eq!(records[0]["agreements"].as_array().unwrap().len(), 2);
}

#[test]
fn the_same_document_is_one_and_can_be_taken_out() {
    let folder = indexed();
    // Twice in one run and again in another; the last one counts.
    let again = [record("a1", "Avant", TEXT), record("a1", "Après", TEXT)];
    let done = folder.feed(&["index", "--into", "base", "-"], lines(&again).as_bytes());
    assert!(done.stderr.contains("holds 3 documents"), "{}", done.stderr);
    assert_eq!(ids(&folder, &["apres"]), ["a1"]);
    assert_eq!(ids(&folder, &["avant"]), Vec::<String>::new());

    folder.put("gone.txt", "b2\n");
    let done = folder.run(&[
        "index",
        "--into",
        "base",
        "--delete",
        "a1",
        "--delete-from",
        "gone.txt",
    ]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(ids(&folder, &[]), ["c3"]);
}

#[test]
fn what_is_no_record_is_told_and_the_rest_goes_on() {
    let folder = Folder::new();
    let good = record("a1", "Un", TEXT);
    let input = format!("{good}\n\n{{\"error\":{{\"path\":\"x\"}}}}\nnonsense\n{{\"id\":1}}\n");
    let done = folder.feed(&["index", "--into", "base"], input.as_bytes());
    assert_eq!(done.code, 1);
    assert!(
        done.stderr.contains("standard input:4: is no record"),
        "{}",
        done.stderr
    );
    assert!(
        done.stderr.contains("1 records added, 2 errors"),
        "{}",
        done.stderr
    );

    folder.put("other/file.txt", "x");
    for (arguments, message) in [
        (
            &["index", "--into", "other", "--delete", "x"][..],
            "is no index",
        ),
        (&["search", "nowhere"], "no such index"),
        (&["search", "other"], "no such index"),
    ] {
        let done: Done = folder.run(arguments);
        assert!(
            done.code == 2 && done.stderr.contains(message),
            "{}",
            done.stderr
        );
    }
}

#[test]
fn a_kill_leaves_what_was_committed() {
    let folder = indexed();
    let mut child = folder
        .command(&["index", "--into", "base", "-"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let many: Vec<Value> = (0..200)
        .map(|n| record(&format!("k{n}"), "Autre", TEXT))
        .collect();
    std::io::Write::write_all(&mut stdin, lines(&many).as_bytes()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(ids(&folder, &[]), ["a1", "b2", "c3"]);
    let done = folder.feed(&["index", "--into", "base", "-"], lines(&many).as_bytes());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(search(&folder, &["--limit", "0"])["total"], 203);
}
