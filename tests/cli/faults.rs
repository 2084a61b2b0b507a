//! What goes wrong around a run: files that vanish or are locked, signals, a
//! full disk. The run goes on or ends cleanly, and what is written is whole lines.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use crate::tool::{Folder, communique, records};

/// Inputs, records, errors, skipped, as the summary gives them.
fn counts(stderr: &str) -> [u64; 4] {
    let summary = stderr.lines().last().expect("a summary");
    let mut numbers = summary
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok());
    [(); 4].map(|()| numbers.next().unwrap_or_else(|| panic!("{summary}")))
}

#[test]
fn files_that_vanish_are_told_and_the_run_goes_on() {
    let folder = Folder::new();
    for number in 0..1500 {
        folder.put(&format!("in/{number:04}.txt"), communique(number));
    }
    let mut child = folder
        .command(&["extract", "in", "-v", "-j2"])
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    for number in (100..1500).rev() {
        fs::remove_file(folder.path(&format!("in/{number:04}.txt"))).unwrap();
    }
    let lines = stdout.lines().count() as u64 + 1;
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    let [inputs, written, errors, skipped] = counts(&stderr);
    assert_eq!((inputs, written, skipped), (1500, lines, 0), "{stderr}");
    assert_eq!(written + errors, inputs);
    assert_eq!(output.status.code(), Some(i32::from(errors > 0)));
    let told = stderr.lines().filter(|l| l.contains("no such file"));
    assert_eq!(told.count() as u64, errors);
}

#[test]
fn a_file_without_rights_is_an_error_of_its_own() {
    let folder = Folder::new();
    folder.put("in/a.txt", communique(1));
    folder.put("in/b.txt", communique(2));
    fs::set_permissions(folder.path("in/b.txt"), fs::Permissions::from_mode(0o0)).unwrap();
    fs::set_permissions(folder.root(), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = folder.command(&["extract", "in"]);
    if fs::metadata(folder.root()).unwrap().uid() == 0 {
        // The superuser may read everything: be nobody.
        command.uid(65_534).gid(65_534);
    }
    // Nobody may not be allowed to run what we built.
    let Ok(output) = command.output() else { return };
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(records(&output.stdout).len(), 1);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("in/b.txt: no right"), "{stderr}");
}

#[test]
fn many_threads_do_with_few_open_files() {
    let folder = Folder::new();
    for number in 0..600 {
        folder.put(&format!("in/{number:04}.txt"), communique(number));
    }
    let output = Command::new("sh")
        .args(["-c", "ulimit -n 256; exec \"$0\" extract in -j 64"])
        .arg(env!("CARGO_BIN_EXE_greffier"))
        .current_dir(folder.root())
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert_eq!(records(&output.stdout).len(), 600);
}

#[test]
fn each_signal_ends_a_stream_with_whole_lines() {
    let folder = Folder::new();
    for number in 0..3000 {
        folder.put(&format!("in/{number:04}.txt"), communique(number));
    }
    for signal in ["-INT", "-TERM"] {
        let mut child = folder.command(&["extract", "in"]).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut out = Vec::new();
        stdout.read_until(b'\n', &mut out).unwrap();
        let kill = Command::new("kill")
            .args([signal, &child.id().to_string()])
            .status();
        assert!(kill.unwrap().success());
        std::io::Read::read_to_end(&mut stdout, &mut out).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(130), "{signal}");
        let count = records(&out).len();
        assert!((1..3000).contains(&count), "{count} lines after {signal}");
    }
}

#[test]
fn what_failed_is_tried_again() {
    let folder = Folder::new();
    folder.put("in/a.txt", communique(1));
    folder.put("in/b.txt", "");
    folder.put("in/c.txt", "");
    let arguments = ["extract", "in", "-o", "o.jsonl", "--resume", "-v"];
    assert_eq!(folder.run(&arguments).code, 1);
    folder.put("in/b.txt", communique(2));
    let done = folder.run(&arguments);
    assert_eq!(done.code, 1);
    assert_eq!(counts(&done.stderr), [3, 2, 1, 0]);
    assert!(
        done.stderr.contains("1 kept, 0 renamed, 0 changed, 1 new"),
        "{}",
        done.stderr
    );
    assert!(folder.read("o.jsonl") == folder.run(&["extract", "in"]).stdout);
}

#[test]
fn changed_rules_do_their_documents_again() {
    let folder = Folder::new();
    folder.put("in/a.txt", "Hier, la convention CIFRE a été signée.");
    let arguments = [
        "extract", "in", "-o", "o.jsonl", "--resume", "-v", "--rules", "mine",
    ];
    let rule = |kind: &str| {
        format!(
            "phase agreements\nrule cifre\n pattern \"convention\" \"CIFRE\"\n makes agr kind={kind}\n"
        )
    };
    folder.put("mine/agreements/cifre.rules", rule("convention"));
    assert_eq!(folder.run(&arguments).code, 0);
    let same = folder.run(&arguments);
    assert!(same.stderr.contains("1 kept"), "{}", same.stderr);
    folder.put("mine/agreements/cifre.rules", rule("treaty"));
    let changed = folder.run(&arguments);
    assert!(
        changed.stderr.contains("0 kept, 0 renamed, 1 changed"),
        "{}",
        changed.stderr
    );
    let written = String::from_utf8(folder.read("o.jsonl")).unwrap();
    assert!(written.contains("\"kind\":\"treaty\""), "{written}");
}

/// A disk of 256 KiB, in a name space of our own; skipped where the system
/// gives none.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up_leaves_whole_lines_to_go_on_from() {
    let folder = Folder::new();
    for number in 0..400 {
        folder.put(&format!("in/{number:04}.txt"), communique(number));
    }
    fs::create_dir(folder.path("disk")).unwrap();
    let script = r#"
        mount -t tmpfs -o size=256k none disk || exit 99
        "$0" extract in -o disk/o.jsonl -q; echo "code $?"
        head -c -0 disk/o.jsonl.part > part.jsonl
        mount -o remount,size=64m disk
        "$0" extract in -o disk/o.jsonl --resume -v || exit 98
        cp disk/o.jsonl whole.jsonl
    "#;
    let run = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script])
        .arg(env!("CARGO_BIN_EXE_greffier"))
        .current_dir(folder.root())
        .stdin(Stdio::null())
        .output();
    let Ok(output) = run else { return };
    let stderr = String::from_utf8(output.stderr).unwrap();
    if output.status.code() != Some(0) && !folder.path("part.jsonl").exists() {
        return;
    }
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert_eq!(output.stdout, b"code 2\n");
    assert!(!stderr.contains(" 0 kept"), "{stderr}");
    assert!(folder.read("whole.jsonl") == folder.run(&["extract", "in"]).stdout);
}
