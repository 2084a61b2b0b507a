//! What is written: order, whole lines, exit codes, files whole or not at all.

use std::io::{BufRead, BufReader};

use crate::tool::{Folder, communique};

fn archive(count: usize) -> Folder {
    let folder = Folder::new();
    for number in 0..count {
        folder.put(&format!("in/{number:04}.txt"), communique(number));
    }
    folder
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = archive(300);
    let one = folder.run(&["extract", "in", "-j1"]);
    assert_eq!(one.records().len(), 300);
    assert!(one.paths().is_sorted());
    for jobs in ["-j2", "-j8"] {
        assert!(
            folder.run(&["extract", "in", jobs]).stdout == one.stdout,
            "{jobs}"
        );
    }
}

#[test]
fn files_are_the_same_compressed_or_not() {
    let folder = archive(50);
    let stdout = folder.run(&["extract", "in"]).stdout;
    for (name, inflate) in [
        ("o.jsonl", (|bytes| bytes) as fn(Vec<u8>) -> Vec<u8>),
        ("o.jsonl.gz", |bytes| {
            let mut out = Vec::new();
            std::io::copy(&mut flate2::read::GzDecoder::new(&bytes[..]), &mut out).unwrap();
            out
        }),
        ("o.jsonl.zst", |bytes| zstd::decode_all(&bytes[..]).unwrap()),
    ] {
        let done = folder.run(&["extract", "in", "-o", name]);
        assert_eq!((done.code, &*done.stderr), (0, ""));
        assert!(inflate(folder.read(name)) == stdout, "{name}");
        assert!(!folder.path(&format!("{name}.part")).exists());
    }
}

#[test]
fn the_output_is_no_input() {
    let folder = archive(3);
    let first = folder.run(&["extract", ".", "-o", "o.jsonl", "--errors", "e.jsonl"]);
    let again = folder.run(&["extract", ".", "-o", "o.jsonl", "--errors", "e.jsonl", "-v"]);
    assert_eq!((first.code, again.code), (0, 0), "{}", again.stderr);
    assert_eq!(crate::tool::records(&folder.read("o.jsonl")).len(), 3);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let folder = archive(2000);
    let mut child = folder.command(&["extract", "in"]).spawn().unwrap();
    let mut line = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn exit_codes_say_how_it_went() {
    let folder = archive(2);
    folder.put("bad.txt", "");
    let code = |arguments: &[&str]| folder.run(arguments).code;
    assert_eq!(code(&["extract", "in"]), 0);
    assert_eq!(code(&["extract", "in", "bad.txt"]), 1);
    assert_eq!(code(&["extract", "bad.txt"]), 1);
    assert_eq!(code(&["extract", "gone"]), 2);
    assert_eq!(code(&["extract", "in", "--shard", "3/2"]), 2);
    assert_eq!(code(&["extract", "in", "--rules", "gone"]), 2);
    assert_eq!(code(&["extract", "in", "-o", "gone/o.jsonl"]), 2);
    assert_eq!(code(&["extract", "in", "-o", "in"]), 2);
    assert_eq!(code(&["extract", "in", "--resume"]), 2);
}

#[test]
fn a_summary_adds_up() {
    let folder = archive(5);
    folder.put("in/bad.txt", "");
    let done = folder.run(&["extract", "in", "-v", "--shard", "1/2"]);
    let summary = done.stderr.lines().last().unwrap();
    let numbers: Vec<u64> = summary
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    assert_eq!(numbers[0], 6, "{summary}");
    assert_eq!(numbers[0], numbers[1..4].iter().sum::<u64>(), "{summary}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = archive(50);
    let done = folder.run(&["extract", "in", "-o", "/dev/full"]);
    assert_eq!(done.code, 2);
    assert!(
        done.stderr.contains("/dev/full: No space left"),
        "{}",
        done.stderr
    );
}

#[cfg(target_os = "linux")]
#[test]
fn errors_that_cannot_be_written_are_told() {
    let folder = archive(3);
    folder.put("in/bad.txt", "");
    let done = folder.run(&["extract", "in", "--errors", "/dev/full"]);
    assert_eq!((done.code, done.records().len()), (2, 3));
    assert!(
        done.stderr.contains("--errors: No space left"),
        "{}",
        done.stderr
    );
}

#[test]
fn texts_are_written_side_by_side() {
    let folder = Folder::new();
    folder.put("in/a/x.txt", "un");
    folder.put("in/b/x.html", "<html><p>deux</p>");
    folder.put("in/c/.x", "hidden");
    let done = folder.run(&["text", "in", "-o", "out"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(folder.read("out/x.txt"), b"un");
    assert_eq!(folder.read("out/x-2.txt"), b"deux");
    assert_eq!(folder.run(&["text", "in"]).stdout, b"un\n\x0c\ndeux\n");
}

#[test]
fn schema_manual_and_completions() {
    let folder = Folder::new();
    assert_eq!(
        folder.run(&["schema"]).stdout,
        include_bytes!("../../schema/greffier-1.schema.json")
    );
    assert!(
        String::from_utf8(folder.run(&["man"]).stdout)
            .unwrap()
            .contains("greffier")
    );
    assert!(folder.run(&["completions", "bash"]).stdout.len() > 1000);
}
