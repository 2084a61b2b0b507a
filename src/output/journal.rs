//! The manifest of a file of records: which input gave which line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

/// First line of a manifest: which program and rules made the records.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    manifest: String,
    program: String,
    /// See [`Engine::fingerprint`](crate::pipeline::Engine::fingerprint).
    fingerprint: String,
}

impl Header {
    pub fn new(fingerprint: &str) -> Self {
        Header {
            manifest: "greffier/1".to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            fingerprint: fingerprint.to_owned(),
        }
    }
}

/// A line of a manifest: an input and the line of its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Row {
    /// The input's path.
    pub path: String,
    /// What the record depends on: content, format, date of the line.
    pub key: String,
    /// First byte of the record's line.
    pub offset: u64,
    /// Bytes of the line, its end included.
    pub length: u64,
}

/// Writes a manifest.
pub(super) struct Journal(BufWriter<File>);

impl Journal {
    /// Begins a manifest.
    pub fn create(file: File, header: &Header) -> io::Result<Self> {
        let mut journal = Journal(BufWriter::new(file));
        journal.line(header)?;
        journal.flush()?;
        Ok(journal)
    }

    /// Goes on with a manifest whose whole lines end where `file` stands.
    pub fn resume(file: File) -> Self {
        Journal(BufWriter::new(file))
    }

    pub fn row(&mut self, row: &Row) -> io::Result<()> {
        self.line(row)
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }

    fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, value)?;
        self.0.write_all(b"\n")
    }
}

/// Hands out the paths of a manifest, whatever program and rules made it.
pub(super) fn read_paths(path: &Path, mut take: impl FnMut(&str)) -> io::Result<()> {
    let Some(mut reader) = opened(path)? else {
        return Ok(());
    };
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    if serde_json::from_slice::<Header>(&line).is_err() {
        return Ok(());
    }
    loop {
        line.clear();
        reader.read_until(b'\n', &mut line)?;
        match serde_json::from_slice::<Row>(&line) {
            Ok(row) => take(&row.path),
            Err(_) => return Ok(()),
        }
    }
}

/// A manifest to read; `None` where there is none.
fn opened(path: &Path) -> io::Result<Option<BufReader<File>>> {
    match File::open(path) {
        Ok(file) => Ok(Some(BufReader::new(file))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads a manifest made under `header`, row by row; what follows the last
/// whole, valid and contiguous row is not believed. Gives the bytes of the
/// manifest that were believed; `None` where there is no such manifest.
pub(super) fn read_rows(
    path: &Path,
    header: &Header,
    mut take: impl FnMut(Row) -> bool,
) -> io::Result<Option<u64>> {
    let Some(mut reader) = opened(path)? else {
        return Ok(None);
    };
    let mut line = Vec::new();
    let mut believed = reader.read_until(b'\n', &mut line)? as u64;
    if !line.ends_with(b"\n")
        || serde_json::from_slice::<Header>(&line).ok().as_ref() != Some(header)
    {
        return Ok(None);
    }
    loop {
        line.clear();
        let length = reader.read_until(b'\n', &mut line)? as u64;
        if !line.ends_with(b"\n") {
            return Ok(Some(believed));
        }
        let believable = serde_json::from_slice::<Row>(&line).is_ok_and(&mut take);
        if !believable {
            return Ok(Some(believed));
        }
        believed += length;
    }
}
