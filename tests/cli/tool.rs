//! A temporary folder, and the program run in it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder of its own for one test.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Folder(TempDir::new().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, its folders made.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// The program, to be run in this folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_greffier"));
        command.current_dir(self.root()).args(arguments);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        Done::new(self.command(arguments).output().unwrap())
    }

    /// Runs the program on standard input.
    pub fn feed(&self, arguments: &[&str], input: &[u8]) -> Done {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let writer = std::thread::spawn(move || {
            let _ = stdin.write_all(&input);
        });
        let done = Done::new(child.wait_with_output().unwrap());
        writer.join().unwrap();
        done
    }
}

/// What a run left.
pub struct Done {
    pub code: i32,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

impl Done {
    fn new(output: Output) -> Self {
        Done {
            code: output.status.code().unwrap_or(-1),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        }
    }

    /// The records: every line must be one.
    pub fn records(&self) -> Vec<Value> {
        records(&self.stdout)
    }

    pub fn paths(&self) -> Vec<String> {
        let path = |record: &Value| record["source"]["path"].as_str().unwrap().to_owned();
        self.records().iter().map(path).collect()
    }

    pub fn texts(&self) -> Vec<String> {
        let text = |record: &Value| record["text"].as_str().unwrap().to_owned();
        self.records().iter().map(text).collect()
    }
}

pub fn records(lines: &[u8]) -> Vec<Value> {
    assert!(
        lines.is_empty() || lines.ends_with(b"\n"),
        "whole lines only"
    );
    lines
        .split_inclusive(|&byte| byte == b'\n')
        .map(|line| serde_json::from_slice(line).expect("a line of JSON"))
        .collect()
}

/// A small communiqué, different for each number.
pub fn communique(number: usize) -> String {
    format!(
        "COMMUNIQUÉ DE PRESSE\n\nParis, le {} mars 2026\n\nVisite numéro {number}\n\n\
         Le ministre s’est rendu à Orléans le 3 mars 2026. {}\n",
        number % 28 + 1,
        "Il a rencontré les élus de la région. ".repeat(number % 7)
    )
}
