//! Lines of JSON as inputs, and the program as a filter.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::time::Duration;

use crate::tool::Folder;

#[test]
fn a_line_out_for_a_line_in() {
    let folder = Folder::new();
    let input =
        "{\"id\":7,\"text\":\"Bonjour\"}\nno JSON\n\n{\"text\":\"é\",\"date\":\"2026-02-30\"}\n";
    let done = folder.feed(
        &["extract", "--input-format", "ndjson", "--error-lines"],
        input.as_bytes(),
    );
    assert_eq!(done.code, 1);
    let lines = done.records();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["source"]["id"], "7");
    assert_eq!(lines[0]["source"]["path"], "-:1");
    assert_eq!(lines[1]["error"]["code"], "bad_line");
    assert_eq!(lines[2]["error"]["path"], "-:3");
    assert_eq!(lines[3]["warnings"][0]["code"], "bad_date");
}

#[test]
fn each_answer_comes_before_the_next_question() {
    let folder = Folder::new();
    for format in ["auto", "ndjson"] {
        let arguments = ["extract", "--input-format", format, "-"];
        let mut child = folder
            .command(&arguments)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, answers) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            for line in stdout.lines() {
                let _ = sender.send(line.unwrap());
            }
        });
        for number in 0..5 {
            writeln!(stdin, "{{\"id\":\"{number}\",\"text\":\"Bonjour\"}}").unwrap();
            let answer = answers
                .recv_timeout(Duration::from_secs(30))
                .expect("an answer");
            assert!(answer.contains(&format!("\"id\":\"{number}\"")), "{answer}");
        }
        drop(stdin);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn order_is_kept_over_many_lines() {
    let folder = Folder::new();
    let mut input = String::new();
    for number in 0..3000 {
        let text = "Bonjour. ".repeat(number % 50 + 1);
        writeln!(input, "{{\"id\":{number},\"text\":\"{text}\"}}").expect("a string");
    }
    let one = folder.feed(
        &["extract", "-j1", "--input-format", "ndjson"],
        input.as_bytes(),
    );
    let four = folder.feed(
        &["extract", "-j4", "--input-format", "ndjson"],
        input.as_bytes(),
    );
    assert!(one.stdout == four.stdout);
    let ids: Vec<_> = one
        .records()
        .iter()
        .map(|r| {
            r["source"]["id"]
                .as_str()
                .unwrap()
                .parse::<usize>()
                .unwrap()
        })
        .collect();
    assert_eq!(ids, (0..3000).collect::<Vec<usize>>());
}

#[test]
fn a_line_over_the_limit_is_an_error_of_its_own() {
    let folder = Folder::new();
    let long = "a".repeat(200_000);
    let input = format!("{{\"text\":\"{long}\"}}\n{{\"text\":\"b\"}}\n");
    let arguments = [
        "extract",
        "--input-format",
        "ndjson",
        "--max-bytes",
        "100K",
        "--error-lines",
    ];
    let done = folder.feed(&arguments, input.as_bytes());
    let lines = done.records();
    assert_eq!(lines[0]["error"]["code"], "too_large");
    assert_eq!(lines[1]["text"], "b");
}
