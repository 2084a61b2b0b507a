//! What is read: formats, encodings, archives, and what cannot be read.

use std::fs;
use std::io::{Cursor, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;

use crate::tool::{Folder, communique};

#[test]
fn formats_and_encodings_give_the_same_text() {
    let folder = Folder::new();
    let text = "L’été à Besançon : « c’est signé ».\nŒuvre n° 5";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows = encoding_rs::WINDOWS_1252.encode(text).0;
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    folder.put("a-plain.txt", text);
    folder.put("b-mark.txt", format!("\u{FEFF}{text}"));
    folder.put("c-utf16.txt", utf16);
    folder.put("d-windows.txt", windows);
    folder.put("e-dos.txt", text.replace('\n', "\r\n"));
    folder.put("f-nfd.md", decomposed);
    folder.put(
        "g.html",
        format!("<!doctype html><p>{}</p>", text.replace('\n', "<br>")),
    );
    folder.put("h.docx", docx(text));
    let done = folder.run(&["extract", "."]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(done.texts(), vec![text; 8]);
    let formats: Vec<_> = done
        .records()
        .iter()
        .map(|r| r["source"]["format"].clone())
        .collect();
    assert_eq!(
        formats,
        [
            "text", "text", "text", "text", "text", "markdown", "html", "docx"
        ]
    );
}

#[test]
fn archives_are_read_member_by_member() {
    let folder = Folder::new();
    let members = [
        ("b/1.txt", "un"),
        ("a.txt", "deux"),
        (".hidden", "x"),
        ("__MACOSX/a.txt", "x"),
    ];
    let inner = zip(&members.map(|(name, text)| (name, text.as_bytes().to_vec())));
    let outer = tar(&[("in.zip", &inner), ("z.txt", b"trois")]);
    folder.put("1.zip", &inner);
    folder.put("2.tar", &outer);
    folder.put("3.tar.gz", gzip(&outer));
    folder.put("4.tar.zst", zstd::encode_all(&outer[..], 1).unwrap());
    folder.put("5.txt.gz", gzip(b"quatre"));
    folder.put("6.zip", zip(&[("b.tar", outer.clone())]));
    let done = folder.run(&[
        "extract",
        "1.zip",
        "2.tar",
        "3.tar.gz",
        "4.tar.zst",
        "5.txt.gz",
        "6.zip",
    ]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let mut expected = vec!["1.zip!/b/1.txt".to_owned(), "1.zip!/a.txt".to_owned()];
    for name in ["2.tar", "3.tar.gz", "4.tar.zst", "6.zip!/b.tar"] {
        let members = ["in.zip!/b/1.txt", "in.zip!/a.txt", "z.txt"];
        expected.extend(members.map(|member| format!("{name}!/{member}")));
        if name == "4.tar.zst" {
            expected.push("5.txt.gz".to_owned());
        }
    }
    assert_eq!(done.paths(), expected);
}

#[test]
fn what_cannot_be_read_is_named_and_the_run_goes_on() {
    let folder = Folder::new();
    folder.put("in/a-empty.txt", "");
    folder.put("in/b-blank.txt", " \n\n");
    folder.put(
        "in/c-noise.txt",
        (0..=255).cycle().take(5000).collect::<Vec<u8>>(),
    );
    folder.put("in/d.xml", "<?xml version=\"1.0\"?><a/>");
    folder.put("in/e.docx", "PK\x03\x04 and no more");
    folder.put("in/f.tar.gz", &gzip(&tar(&[("a.txt", b"abc")]))[..40]);
    folder.put("in/g.png", b"\x89PNG\r\n\x1a\n");
    folder.put("in/h.txt", "Bonjour");
    folder.put("in/i-large.txt", vec![b'a'; 3000]);
    let done = folder.run(&[
        "extract",
        "in",
        "gone.txt",
        "--max-bytes",
        "2K",
        "--errors",
        "e.jsonl",
    ]);
    assert_eq!(done.code, 1);
    assert_eq!(done.paths(), ["in/h.txt"]);
    let errors = crate::tool::records(&folder.read("e.jsonl"));
    let codes: Vec<_> = errors.iter().map(|e| e["code"].as_str().unwrap()).collect();
    assert_eq!(
        codes,
        [
            "empty",
            "empty",
            "binary",
            "unsupported_format",
            "damaged",
            "damaged",
            "unsupported_format",
            "too_large",
            "not_found"
        ]
    );
    assert_eq!(done.stderr.lines().count(), codes.len());
    assert!(
        done.stderr
            .lines()
            .all(|line| line.starts_with("greffier: ")),
        "{}",
        done.stderr
    );
    let noise = folder.run(&["extract", "in/c-noise.txt"]);
    assert!(noise.stderr.contains("no known format"), "{}", noise.stderr);
}

#[test]
fn a_wrong_extension_is_seen_through() {
    let folder = Folder::new();
    let pdf = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/pdf"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .min()
        .unwrap();
    folder.put("a.txt", fs::read(pdf).unwrap());
    folder.put("b.pdf", "Bonjour");
    folder.put("c.docx", "<!doctype html><p>Bonjour");
    folder.put("d.html", docx("Bonjour"));
    folder.put("e.md", zip(&[("x.txt", b"Bonjour".to_vec())]));
    let done = folder.run(&["extract", "."]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let formats: Vec<_> = done
        .records()
        .iter()
        .map(|record| record["source"]["format"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(formats, ["pdf", "text", "html", "docx", "text"]);
}

#[test]
fn a_bomb_ends_with_an_error() {
    let folder = Folder::new();
    let zeros = vec![0u8; 8 << 20];
    let members: Vec<(String, Vec<u8>)> = (0..20)
        .map(|number| (format!("{number}.txt"), gzip(&gzip(&zeros))))
        .collect();
    let members: Vec<_> = members
        .iter()
        .map(|(name, bytes)| (&**name, bytes.clone()))
        .collect();
    folder.put("twice.zip", zip(&members));
    let mut deep = zip(&[("a.txt", b"a".to_vec())]);
    for _ in 0..5 {
        deep = zip(&[("in.zip", deep)]);
    }
    folder.put("deep.zip", deep);
    folder.put("zeros.gz", gzip(&zeros));
    let done = folder.run(&["extract", ".", "--max-bytes", "1M", "--errors", "e.jsonl"]);
    assert_eq!(done.code, 1);
    assert!(done.stdout.is_empty());
    let errors = crate::tool::records(&folder.read("e.jsonl"));
    assert_eq!(errors.len(), 22);
    assert_eq!(errors[0]["path"], "./deep.zip!/in.zip!/in.zip!/in.zip");
    assert!(
        errors[..21]
            .iter()
            .all(|error| error["code"] == "nested_too_deep")
    );
    assert_eq!(errors[21]["code"], "binary");
}

#[test]
fn odd_names_and_missing_rights() {
    let folder = Folder::new();
    let latin1 = std::ffi::OsStr::from_bytes(b"caf\xe9.txt");
    folder.put("in/b.txt", "deux");
    fs::write(folder.path("in").join(latin1), "un").unwrap();
    folder.put("in/line\nbreak.txt", "");
    folder.put("in/locked/c.txt", "trois");
    let locked = folder.path("in/locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o0)).unwrap();
    let can_read_all = fs::read_dir(&locked).is_ok();
    let done = folder.run(&["extract", "in"]);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(done.code, 1);
    assert_eq!(done.paths()[..2], ["in/b.txt", "in/caf\\xE9.txt"]);
    assert!(
        done.stderr.contains("in/line\\nbreak.txt: is empty"),
        "{}",
        done.stderr
    );
    // The superuser may read everything.
    assert!(
        can_read_all || done.stderr.contains("locked: no right"),
        "{}",
        done.stderr
    );
}

#[test]
fn links_into_themselves_end() {
    let folder = Folder::new();
    folder.put("in/a.txt", "un");
    std::os::unix::fs::symlink(".", folder.path("in/self")).unwrap();
    std::os::unix::fs::symlink("a.txt", folder.path("in/b.txt")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path("in/c.txt")).unwrap();
    let done = folder.run(&["extract", "in"]);
    assert_eq!(done.paths(), ["in/a.txt", "in/b.txt"]);
    assert!(
        done.stderr.contains("in/c.txt: no such file"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_line_of_50_megabytes_is_cut_with_a_warning() {
    let folder = Folder::new();
    folder.put("long.txt", "Le mot signé. ".repeat(50 * 1024 * 1024 / 15));
    let done = folder.run(&["extract", "long.txt", "--no-text", "--timeout", "0"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let record = &done.records()[0];
    let codes = record["warnings"].as_array().unwrap().iter();
    assert!(
        codes
            .map(|w| w["code"].as_str().unwrap())
            .any(|code| code == "truncated")
    );
    assert!(record.get("text").is_none());
}

#[test]
fn shards_share_the_inputs() {
    let folder = Folder::new();
    for number in 0..40 {
        folder.put(&format!("in/{number:02}.txt"), communique(number));
    }
    let members: Vec<_> = (0..9).map(|n| (format!("{n}.txt"), n)).collect();
    let members: Vec<(&str, Vec<u8>)> = members
        .iter()
        .map(|(name, n)| (&**name, communique(100 + n).into_bytes()))
        .collect();
    folder.put("in/z.zip", zip(&members));
    let lines = |bytes: &[u8]| -> Vec<String> {
        let mut lines: Vec<_> = String::from_utf8(bytes.to_vec())
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect();
        lines.sort();
        lines
    };
    let whole = folder.run(&["extract", "in"]).stdout;
    let mut joined = Vec::new();
    for part in 1..=3 {
        // Each to its file, stopped by nothing and gone on with all the same.
        let (shard, file) = (format!("{part}/3"), format!("o{part}.jsonl"));
        let arguments = ["extract", "in", "--shard", &shard, "-o", &file, "--resume"];
        assert_eq!(folder.run(&arguments).code, 0);
        assert_eq!(folder.run(&arguments).code, 0);
        let bytes = folder.read(&file);
        assert!((1..49).contains(&lines(&bytes).len()), "shard {part}");
        joined.extend(bytes);
    }
    assert_eq!(lines(&joined), lines(&whole));
}

#[test]
fn the_same_document_has_the_same_id() {
    let folder = Folder::new();
    folder.put("a.txt", "Bonjour");
    folder.put("b.zip", zip(&[("c/d.txt", b"Bonjour".to_vec())]));
    let records = folder.run(&["extract", "a.txt", "b.zip"]).records();
    assert_eq!(records[0]["id"], records[1]["id"]);
    assert_eq!(
        records[0]["id"],
        "9172e8eec99f144f72eca9a568759580edadb2cfd154857f07e657569493bc44"
    );
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        archive.append_data(&mut header, name, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

fn zip(members: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn docx(text: &str) -> Vec<u8> {
    let runs = text.replace('\n', "</w:t><w:br/><w:t>");
    let xml = format!(
        "<w:document><w:body><w:p><w:r><w:t>{runs}</w:t></w:r></w:p></w:body></w:document>"
    );
    zip(&[("word/document.xml", xml.into_bytes())])
}
