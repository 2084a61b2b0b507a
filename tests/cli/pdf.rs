//! What the command makes of PDF files.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::tool::Folder;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text_of(path: PathBuf) -> String {
    path.into_os_string().into_string().unwrap()
}

fn written(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_mention_is_traced_to_its_page_and_box() {
    let folder = Folder::new();
    let file = text_of(project("fixtures/pdf/lo_letterhead.pdf"));
    let plain = folder.run(&["extract", &file]).records().remove(0);
    assert!(plain.get("boxes").is_none());
    let record = folder
        .run(&["extract", "--boxes", &file])
        .records()
        .remove(0);
    let boxes = record["boxes"].as_array().unwrap();
    let pages = record["source"]["pages"].as_u64().unwrap();
    let mention = &record["people"][0]["mentions"][0];
    let own: Vec<&Value> = boxes
        .iter()
        .filter(|b| b["start"] == mention["start"] && b["end"] == mention["end"])
        .collect();
    assert!(!own.is_empty());
    for at in boxes {
        assert!((1..=pages).contains(&at["page"].as_u64().unwrap()));
        let edge = |name: &str| at[name].as_f64().unwrap();
        assert!(edge("x0") < edge("x1") && edge("y0") < edge("y1"));
        assert!(edge("x0") >= 0.0 && edge("y1") <= 842.0);
    }
}

#[test]
fn the_layout_of_a_text_is_written_as_json() {
    let folder = Folder::new();
    let file = text_of(project("fixtures/pdf/latex_twocol.pdf"));
    let text = written(&folder.run(&["text", &file]).stdout);
    let json = written(&folder.run(&["text", "--layout", "json", &file]).stdout);
    let value: Value = serde_json::from_str(&json).unwrap();
    let whole = value["text"].as_str().unwrap();
    assert_eq!(whole.trim_end(), text.trim_end());
    let points: Vec<char> = whole.chars().collect();
    let slice = |v: &Value| -> String {
        let at = |name: &str| usize::try_from(v[name].as_u64().unwrap()).unwrap();
        points[at("start")..at("end")].iter().collect()
    };
    let mut lines = 0;
    for block in value["blocks"].as_array().unwrap() {
        let inside = slice(block);
        for line in block["lines"].as_array().unwrap() {
            assert!(inside.contains(&slice(line)));
            assert_eq!(line["box"].as_array().unwrap().len(), 4);
            lines += 1;
        }
    }
    assert!(lines > 30);
    folder.put("note.txt", "Bonjour.");
    let json = written(&folder.run(&["text", "--layout", "json", "note.txt"]).stdout);
    let value: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["text"], "Bonjour.");
    assert_eq!(value["blocks"].as_array().unwrap().len(), 0);
}

/// What a record says, without the places where it says so.
fn facts(record: &Value) -> Value {
    let pick = |list: &str, keys: &[&str]| -> Vec<Value> {
        let mut items: Vec<Value> = record[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| keys.iter().map(|key| item[*key].clone()).collect())
            .collect();
        items.sort_by_key(ToString::to_string);
        items.dedup();
        items
    };
    serde_json::json!({
        "people": pick("people", &["name", "gender"]),
        "dates": pick("dates", &["type", "value"]),
        "places": pick("places", &["name", "kind", "country"]),
        "agreements": pick("agreements", &["kind", "status", "parties", "date", "place"]),
    })
}

#[test]
fn a_text_and_its_pdfs_of_two_producers_say_the_same() {
    let folder = Folder::new();
    let stem = "corpus/2025/Luxembourg/Ministère de la Santé/2025-04-09 accord médecins";
    let read = |end: &str| {
        let file = text_of(project(&format!("{stem}{end}")));
        facts(&folder.run(&["extract", &file]).records()[0])
    };
    let text = read(".txt");
    assert!(!text["people"].as_array().unwrap().is_empty());
    assert!(!text["agreements"].as_array().unwrap().is_empty());
    assert_eq!(read(" (site).pdf"), text);
    assert_eq!(read(" (imprimé).pdf"), text);
}

/// A fixture that only a password opens.
fn locked(password: &str) -> Vec<u8> {
    use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions};
    let mut document = Document::load(project("fixtures/pdf/lo_letterhead.pdf")).unwrap();
    let id = Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", vec![id.clone(), id]);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: password,
        user_password: password,
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_password_opens_what_needs_one() {
    const SECRET: &str = "Zugang-42";
    let folder = Folder::new();
    folder.put("locked.pdf", locked(SECRET));
    folder.put("passwords.txt", format!("autre\r\n\n{SECRET}\r\n"));
    let open = text_of(project("fixtures/pdf/lo_letterhead.pdf"));
    let plain = folder.run(&["text", &open]).stdout;
    for given in [
        &["--pdf-password", SECRET][..],
        &["--pdf-password", "autre", "--pdf-password", SECRET],
        &["--pdf-password-file", "passwords.txt"],
    ] {
        let done = folder.run(&[&["text", "locked.pdf"], given].concat());
        assert_eq!((done.code, written(&done.stdout)), (0, written(&plain)));
        let done = folder.run(&[&["explain", "locked.pdf"], given].concat());
        assert_eq!(done.code, 0, "{}", done.stderr);
    }
    for given in [&[][..], &["--pdf-password", "autre"]] {
        let done = folder.run(&[&["text", "locked.pdf"], given].concat());
        assert_eq!(done.code, 1);
        assert!(done.stderr.contains("--pdf-password"), "{}", done.stderr);
        assert!(!done.stderr.contains("autre"), "{}", done.stderr);
    }
    let done = folder.run(&["text", "locked.pdf", "--pdf-password-file", "none.txt"]);
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("none.txt"), "{}", done.stderr);
}

#[test]
fn a_password_given_later_adds_a_record_and_is_written_nowhere() {
    const SECRET: &str = "Zugang-42";
    let folder = Folder::new();
    folder.put("in/locked.pdf", locked(SECRET));
    folder.put(
        "in/note.txt",
        "Le ministre a signé un accord avec la Grèce.",
    );
    let extract = [
        "extract",
        "in",
        "-o",
        "out.jsonl",
        "--errors",
        "errors.jsonl",
    ];
    assert_eq!(folder.run(&extract).code, 1);
    let lines = |folder: &Folder| written(&folder.read("out.jsonl")).lines().count();
    assert_eq!(lines(&folder), 1);
    let again = ["--resume", "-v", "--pdf-password", SECRET];
    let done = folder.run(&[&extract[..], &again].concat());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(lines(&folder), 2);
    // The run is the same run: what was read before is kept.
    assert!(done.stderr.contains("1 kept"), "{}", done.stderr);
    // And what a password opened once stays, when it is not given any more.
    let done = folder.run(&[&extract[..], &["--resume"]].concat());
    assert_eq!((done.code, lines(&folder)), (0, 2));
    let all = std::fs::read_dir(folder.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file());
    let mut looked_at = 0;
    for path in all {
        let bytes = std::fs::read(&path).unwrap();
        let found = bytes.windows(SECRET.len()).any(|w| w == SECRET.as_bytes());
        assert!(!found, "{}", path.display());
        looked_at += 1;
    }
    assert!(looked_at >= 2);
    assert!(!done.stderr.contains(SECRET));
}

#[cfg(unix)]
mod recognition {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::process::{Command, Output};

    const SCAN: &str = "corpus/2019/Numérisés/Mairie de Salers 1979.pdf";

    /// The codes of a record's warnings, and its text; the programs in `bin` alone are there.
    fn read(folder: &Folder, mode: &str) -> (Vec<String>, String) {
        let file = text_of(project(SCAN));
        let mut command = folder.command(&["extract", "--ocr", mode, &file]);
        result(command.env("PATH", folder.path("bin")))
    }

    fn result(command: &mut Command) -> (Vec<String>, String) {
        let output = command.output().unwrap();
        let record: Value = serde_json::from_slice(&output.stdout).unwrap();
        let codes = record["warnings"].as_array().unwrap().iter();
        let codes = codes.map(|w| w["code"].as_str().unwrap().to_owned());
        (codes.collect(), record["text"].as_str().unwrap().to_owned())
    }

    fn has(codes: &[String], code: &str) -> bool {
        codes.iter().any(|c| c == code)
    }

    #[test]
    #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
    fn the_scan_of_the_archive_is_read() {
        let languages = Command::new("tesseract").arg("--list-langs").output();
        let has_french = |out: Output| out.stdout.split(|&b| b == b'\n').any(|l| l == b"fra");
        if !languages.is_ok_and(has_french) {
            eprintln!("left out: tesseract with French is not installed");
            return;
        }
        let folder = Folder::new();
        let file = text_of(project(SCAN));
        let arguments = ["extract", "--ocr", "auto", "--timeout", "0", &file];
        let (codes, text) = result(&mut folder.command(&arguments));
        assert!(has(&codes, "ocr"), "{codes:?}");
        for word in ["Salers", "Chabrillat", "convention", "1979"] {
            assert!(text.contains(word), "{word} in {text}");
        }
    }

    #[test]
    fn a_scanned_page_is_read_where_tesseract_is_installed() {
        let folder = Folder::new();
        let layer = text_of(project("fixtures/pdf/word_like.pdf"));
        folder.put(
            "bin/tesseract",
            format!(
                "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo fra; exit; fi\n\
                 test -s \"$1\" && /bin/cp '{layer}' \"$2.pdf\"\n"
            ),
        );
        let tool = folder.path("bin/tesseract");
        std::fs::set_permissions(&tool, std::fs::Permissions::from_mode(0o755)).unwrap();
        let (codes, text) = read(&folder, "auto");
        assert!(
            has(&codes, "ocr") && !has(&codes, "no_text_layer"),
            "{codes:?}"
        );
        assert!(text.len() > 200, "{text}");
        let (codes, text) = read(&folder, "never");
        assert!(!has(&codes, "ocr") && has(&codes, "no_text_layer"));
        assert_eq!(text, "");
    }

    #[test]
    fn without_tesseract_the_record_says_what_to_install() {
        let folder = Folder::new();
        folder.put("bin/nothing", "");
        let (codes, text) = read(&folder, "auto");
        assert!(has(&codes, "ocr_failed") && has(&codes, "no_text_layer"));
        assert_eq!(text, "");
    }
}
