//! Going on after a stop: the result is that of a run that was never disturbed.

use std::time::Duration;

use crate::tool::{Folder, communique};

const COUNT: usize = 400;

fn archive() -> Folder {
    let folder = Folder::new();
    for number in 0..COUNT {
        folder.put(&format!("in/{number:04}.txt"), communique(number));
    }
    folder
}

/// What the summary says of the inputs since the run before.
fn changes(stderr: &str) -> String {
    let (_, rest) = stderr.split_once("records: ").expect("a summary");
    rest.split("; ").take(2).collect::<Vec<_>>().join("; ")
}

#[test]
fn killed_at_any_moment_it_goes_on() {
    let folder = archive();
    let expected = folder.run(&["extract", "in"]).stdout;
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    for name in ["o.jsonl", "o.jsonl.gz"] {
        let whole = folder.run(&["extract", "in", "-o", &format!("whole-{name}")]);
        assert_eq!(whole.code, 0);
        let mut kills = 0;
        for _ in 0..10 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let mut child = folder
                .command(&["extract", "in", "-o", name, "--resume"])
                .spawn()
                .unwrap();
            std::thread::sleep(Duration::from_micros(random % 120_000));
            let _ = child.kill();
            kills += usize::from(child.wait().unwrap().code().is_none());
        }
        let done = folder.run(&["extract", "in", "-o", name, "--resume", "-v"]);
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(
            folder.read(name) == folder.read(&format!("whole-{name}")),
            "{name} differs after {kills} kills"
        );
        assert!(!folder.path(&format!("{name}.part")).exists());
        assert!(!folder.path(&format!("{name}.part.manifest")).exists());
    }
    assert!(folder.read("o.jsonl") == expected);
}

#[test]
fn a_signal_ends_with_whole_lines() {
    let folder = archive();
    for number in 0..3000 {
        folder.put(&format!("in/more{number:04}.txt"), communique(number));
    }
    let child = folder
        .command(&["extract", "in", "-o", "o.jsonl"])
        .spawn()
        .unwrap();
    let part = folder.path("o.jsonl.part");
    while std::fs::metadata(&part).map_or(0, |part| part.len()) == 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
    let kill = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(kill.unwrap().success());
    let output = child.wait_with_output().unwrap();
    if output.status.code() == Some(130) {
        crate::tool::records(&std::fs::read(&part).unwrap());
        assert!(!folder.path("o.jsonl").exists());
        assert!(
            String::from_utf8(output.stderr)
                .unwrap()
                .contains("--resume")
        );
    }
    let done = folder.run(&["extract", "in", "-o", "o.jsonl", "--resume"]);
    assert_eq!(done.code, 0);
    assert!(folder.read("o.jsonl") == folder.run(&["extract", "in"]).stdout);
}

#[test]
fn inputs_are_told_apart_by_content() {
    let folder = archive();
    folder.run(&["extract", "in", "-o", "o.jsonl"]);
    let resume = ["extract", "in", "-o", "o.jsonl", "--resume", "-v"];
    let same = folder.run(&resume);
    assert_eq!(
        changes(&same.stderr),
        "400 kept, 0 renamed, 0 changed, 0 new; 0 vanished"
    );
    std::fs::rename(folder.path("in/0005.txt"), folder.path("in/z\"é.txt")).unwrap();
    std::fs::remove_file(folder.path("in/0007.txt")).unwrap();
    folder.put("in/0009.txt", "Autre chose");
    folder.put("in/00095.txt", "Nouveau");
    let done = folder.run(&resume);
    assert_eq!(
        changes(&done.stderr),
        "397 kept, 1 renamed, 1 changed, 1 new; 2 vanished"
    );
    assert!(folder.read("o.jsonl") == folder.run(&["extract", "in"]).stdout);
}

#[test]
fn an_input_that_fails_now_is_not_gone() {
    let folder = archive();
    folder.run(&["extract", "in", "-o", "o.jsonl"]);
    folder.put("in/0005.txt", "");
    let done = folder.run(&["extract", "in", "-o", "o.jsonl", "--resume", "-v"]);
    assert_eq!(done.code, 1);
    assert_eq!(
        changes(&done.stderr),
        "399 kept, 0 renamed, 0 changed, 0 new; 0 vanished"
    );
}

#[test]
fn inputs_that_change_between_a_kill_and_the_next_run_are_put_in_order() {
    let folder = archive();
    folder.run(&["extract", "in", "-o", "o.jsonl"]);
    // As a kill just before the end leaves it.
    for ending in ["", ".manifest"] {
        let name = folder.path(&format!("o.jsonl{ending}"));
        let part = folder.path(&format!("o.jsonl.part{ending}"));
        std::fs::rename(name, part).unwrap();
    }
    folder.put("in/0000a.txt", "Nouveau");
    std::fs::remove_file(folder.path("in/0100.txt")).unwrap();
    let done = folder.run(&["extract", "in", "-o", "o.jsonl", "--resume", "-v"]);
    assert_eq!(
        changes(&done.stderr),
        "399 kept, 0 renamed, 0 changed, 1 new; 1 vanished"
    );
    assert!(folder.read("o.jsonl") == folder.run(&["extract", "in"]).stdout);
    let again = folder.run(&["extract", "in", "-o", "o.jsonl", "--resume", "-v"]);
    assert_eq!(
        changes(&again.stderr),
        "400 kept, 0 renamed, 0 changed, 0 new; 0 vanished"
    );
}

#[test]
fn other_options_make_other_records() {
    let folder = archive();
    folder.run(&["extract", "in", "-o", "o.jsonl"]);
    let done = folder.run(&[
        "extract",
        "in",
        "-o",
        "o.jsonl",
        "--resume",
        "--no-text",
        "-v",
    ]);
    assert!(done.stderr.contains("0 kept"), "{}", done.stderr);
    assert!(folder.read("o.jsonl") == folder.run(&["extract", "in", "--no-text"]).stdout);
}

#[test]
fn a_damaged_manifest_only_costs_time() {
    let folder = archive();
    folder.run(&["extract", "in", "-o", "o.jsonl"]);
    let expected = folder.read("o.jsonl");
    let manifest = folder.read("o.jsonl.manifest");
    for damage in [&b""[..], b"noise\n", &manifest[..manifest.len() / 2]] {
        folder.put("o.jsonl.manifest", damage);
        assert_eq!(
            folder
                .run(&["extract", "in", "-o", "o.jsonl", "--resume"])
                .code,
            0
        );
        assert!(folder.read("o.jsonl") == expected);
    }
    let mut other = expected.clone();
    other[20..60].fill(b'x');
    folder.put("o.jsonl", other);
    assert_eq!(
        folder
            .run(&["extract", "in", "-o", "o.jsonl", "--resume"])
            .code,
        0
    );
    assert!(folder.read("o.jsonl") == expected);
}
