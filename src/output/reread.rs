//! Records read back from files of JSON lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::Compression;

/// A line of a file of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordLine {
    /// The line without its end.
    pub bytes: Vec<u8>,
    /// Its number in the file, from 1.
    pub number: u64,
}

/// The lines of one file of records; `-` is standard input, `.gz` and `.zst`
/// are decompressed. Empty lines and lines that stand for errors are left out.
pub struct RecordLines {
    name: String,
    reader: Box<dyn BufRead>,
    number: u64,
}

impl RecordLines {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// If there is none, or it cannot be read.
    pub fn open(path: &Path) -> io::Result<Self> {
        let (name, reader): (String, Box<dyn BufRead>) = if path == Path::new("-") {
            let stdin = BufReader::with_capacity(1 << 20, io::stdin());
            ("standard input".to_owned(), Box::new(stdin))
        } else {
            let file = Compression::of(path).reader(File::open(path)?)?;
            let file = BufReader::with_capacity(1 << 20, file);
            (path.display().to_string(), Box::new(file))
        };
        Ok(RecordLines {
            name,
            reader,
            number: 0,
        })
    }

    /// The file as messages name it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The next lines, some `bytes` of them; none at the end.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn some(&mut self, bytes: usize) -> io::Result<Vec<RecordLine>> {
        let (mut lines, mut size) = (Vec::new(), 0);
        while size < bytes {
            let mut line = Vec::new();
            if self.reader.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            self.number += 1;
            line.truncate(line.trim_ascii_end().len());
            if line.is_empty() || line.starts_with(b"{\"error\":") {
                continue;
            }
            size += line.len();
            lines.push(RecordLine {
                bytes: line,
                number: self.number,
            });
        }
        Ok(lines)
    }
}

/// The files to read: those named, or standard input where none is and it is no terminal.
#[must_use]
pub fn record_files(named: Vec<PathBuf>) -> Option<Vec<PathBuf>> {
    if !named.is_empty() {
        return Some(named);
    }
    let has_input = !io::IsTerminal::is_terminal(&io::stdin());
    has_input.then(|| vec![PathBuf::from("-")])
}
