//! A file of records that appears whole or not at all, and that a later run
//! can go on with.
//!
//! While a run goes on, its records are appended to `OUT.part`, and beside each
//! a row to `OUT.part.manifest`: from which input it came. At the end both are
//! renamed to `OUT` and `OUT.manifest`. A run that resumes keeps what `OUT` and
//! `OUT.part` hold: a record is kept where the same content was read by the
//! same program with the same rules and options; where only the path is
//! another, the path is replaced. Since records come in the order of the
//! inputs, `OUT.part` is as a rule the beginning of the result; where inputs
//! came, went or moved since, it is put into order at the end. So the result is
//! the same bytes as that of a run that was never disturbed.
//!
//! Nothing here depends on when a process dies: a record counts once its row is
//! whole, a row is written after its record, and what follows the last whole
//! row is cut off.

use std::fs::{self, File, OpenOptions};
#[cfg(not(unix))]
use std::io::Read;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::journal::{Header, Journal, Row, read_paths, read_rows};
use super::{Compression, Line};
use crate::ingest::Raw;
use crate::pipeline::Weight;

/// Bytes of records after which they are given to the system, at the latest.
const FLUSH: u64 = 1 << 20;

/// A file of records being written.
pub struct Ledger {
    out: PathBuf,
    part: BufWriter<File>,
    /// Bytes of `OUT.part`.
    end: u64,
    journal: Journal,
    header: Header,
    unflushed: u64,
    /// Rows of the result in order, where `OUT.part` held records before.
    order: Option<BufWriter<File>>,
    /// Whether the result so far is the beginning of `OUT.part`.
    straight: bool,
    /// Bytes of the result so far.
    length: u64,
    /// Hashes of the paths of the run before that were not met yet.
    before: FxHashSet<u64>,
    cache: Arc<Cache>,
    changes: Changes,
}

/// What became of the inputs since the run before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Same path, same content: the record was kept.
    pub kept: u64,
    /// Known content under another path: the record was kept.
    pub renamed: u64,
    /// Known path, other content or other rules.
    pub changed: u64,
    /// Neither path nor content was known.
    pub new: u64,
    /// Paths of the run before that are gone.
    pub vanished: u64,
}

/// A record for the ledger.
#[derive(Debug)]
pub struct Made {
    key: Key,
    record: Kept,
}

impl Made {
    /// The record's line, for outputs without a past.
    #[must_use]
    pub fn line(&self) -> Option<&Line> {
        match &self.record {
            Kept::No(line) | Kept::Copy { line, .. } => Some(line),
            Kept::InPlace { .. } => None,
        }
    }
}

#[derive(Debug)]
enum Kept {
    /// A record made now.
    No(Line),
    /// A record kept from before, at its new place.
    Copy { line: Line, renamed: bool },
    /// A record that `OUT.part` holds already.
    InPlace { offset: u64, length: u64 },
}

impl Weight for Made {
    fn weight(&self) -> usize {
        match &self.record {
            Kept::No(line) | Kept::Copy { line, .. } => line.weight(),
            Kept::InPlace { .. } => 0,
        }
    }
}

/// What a record depends on, but for program, rules and options.
type Key = [u8; 16];

fn key(raw: &Raw) -> Key {
    let mut hash = Sha256::new();
    hash.update(&raw.id);
    hash.update(raw.format.as_str());
    for part in [&raw.line_id, &raw.line_date] {
        match part {
            Some(text) => {
                hash.update([1]);
                hash.update((text.len() as u64).to_le_bytes());
                hash.update(text);
            }
            None => hash.update([0]),
        }
    }
    first_half(&hash.finalize())
}

/// The key of a content at a path.
fn at_path(key: &Key, path: &str) -> Key {
    first_half(
        &Sha256::new()
            .chain_update(key)
            .chain_update(path)
            .finalize(),
    )
}

fn first_half(digest: &[u8]) -> Key {
    let mut key = Key::default();
    key.copy_from_slice(&digest[..16]);
    key
}

fn path_hash(path: &str) -> u64 {
    let digest = at_path(&Key::default(), path);
    digest
        .iter()
        .take(8)
        .fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

/// The records of runs before, to be found by content. Never changed, shared by
/// all threads.
#[derive(Default)]
pub struct Cache {
    places: FxHashMap<Key, Place>,
    part: Option<File>,
    out: Option<File>,
}

#[derive(Clone, Copy)]
struct Place {
    in_part: bool,
    offset: u64,
    length: u32,
}

impl Cache {
    /// Takes the record of `raw` from before, or makes it.
    ///
    /// # Errors
    ///
    /// Those of `make`.
    pub fn record<E>(
        &self,
        raw: Raw,
        make: impl FnOnce(Raw) -> Result<Line, E>,
    ) -> Result<Made, E> {
        let key = key(&raw);
        let record = match self.find(&key, &raw) {
            Some(kept) => kept,
            None => Kept::No(make(raw)?),
        };
        Ok(Made { key, record })
    }

    fn find(&self, key: &Key, raw: &Raw) -> Option<Kept> {
        if let Some(&Place {
            in_part,
            offset,
            length,
        }) = self.places.get(&at_path(key, &raw.path))
        {
            if in_part {
                return Some(Kept::InPlace {
                    offset,
                    length: length.into(),
                });
            }
            if let Some(line) = self.line(key, raw) {
                return Some(Kept::Copy {
                    line,
                    renamed: false,
                });
            }
        }
        self.line(key, raw).map(|line| Kept::Copy {
            line,
            renamed: true,
        })
    }

    /// The record of a content, its path replaced; `None` if it is not what the
    /// manifest says.
    fn line(&self, key: &Key, raw: &Raw) -> Option<Line> {
        let &Place {
            in_part,
            offset,
            length,
        } = self.places.get(key)?;
        let file = if in_part { &self.part } else { &self.out };
        let mut line = vec![0; usize::try_from(length).ok()?];
        read_at(file.as_ref()?, &mut line, offset).ok()?;
        with_path(&line, &raw.id, &raw.path).map(Line)
    }

    /// Loads what a finished run left. A compressed file is expanded into a
    /// temporary one, since its lines are wanted in any order.
    fn load_out(
        &mut self,
        out: &Path,
        header: &Header,
        before: &mut FxHashSet<u64>,
    ) -> io::Result<()> {
        if size_of(out)?.is_none() {
            return Ok(());
        }
        let mut rows = Vec::new();
        let mut end = 0;
        let believed = read_rows(&beside(out, ".manifest"), header, |row| {
            let fits = row.offset == end;
            if fits {
                end += row.length;
                rows.push(row);
            }
            fits
        })?;
        if believed.is_none() {
            // Other rules made those records: known inputs, none to be kept.
            return read_paths(&beside(out, ".manifest"), |path| {
                before.insert(path_hash(path));
            });
        }
        let mut file = File::open(out)?;
        if Compression::of(out) != Compression::Plain {
            let mut expanded = tempfile::tempfile()?;
            let copied = Compression::of(out)
                .reader(BufReader::new(file))
                .and_then(|mut reader| io::copy(&mut reader, &mut expanded));
            if copied.is_err() {
                return Ok(());
            }
            file = expanded;
        }
        if file.metadata()?.len() == end {
            for row in &rows {
                before.insert(path_hash(&row.path));
                self.insert(row, false);
            }
            self.out = Some(file);
        }
        Ok(())
    }

    fn insert(&mut self, row: &Row, in_part: bool) {
        let mut key = Key::default();
        if row.key.len() != 32 {
            return;
        }
        for (byte, digits) in key.iter_mut().zip(row.key.as_bytes().chunks(2)) {
            let digits = std::str::from_utf8(digits).unwrap_or_default();
            *byte = u8::from_str_radix(digits, 16).unwrap_or_default();
        }
        let place = Place {
            in_part,
            offset: row.offset,
            length: row.length as u32,
        };
        self.places.insert(at_path(&key, &row.path), place);
        self.places.insert(key, place);
    }
}

/// A record's line with another path; `None` if the line is no record of `id`.
fn with_path(line: &[u8], id: &str, path: &str) -> Option<Vec<u8>> {
    let before = format!("{{\"schema\":\"greffier/1\",\"id\":\"{id}\",\"source\":{{\"path\":");
    let rest = line.strip_prefix(before.as_bytes())?.strip_prefix(b"\"")?;
    let mut end = 0;
    while *rest.get(end)? != b'"' {
        end += if rest[end] == b'\\' { 2 } else { 1 };
    }
    let mut replaced = before.into_bytes();
    serde_json::to_writer(&mut replaced, path).ok()?;
    replaced.extend_from_slice(&rest[end + 1..]);
    replaced.ends_with(b"}\n").then_some(replaced)
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, offset)
}

#[cfg(not(unix))]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<()> {
    let mut file = file.try_clone()?;
    file.seek(SeekFrom::Start(offset))?;
    file.read_exact(buffer)
}

/// `OUT` with another ending.
fn beside(out: &Path, ending: &str) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

impl Ledger {
    /// The files that belong to a ledger: no inputs of a run.
    #[must_use]
    pub fn files(out: &Path) -> Vec<PathBuf> {
        ["", ".manifest", ".part", ".part.manifest"]
            .map(|ending| beside(out, ending))
            .into()
    }

    /// Begins a file of records. With `resume`, what runs before left is kept.
    ///
    /// # Errors
    ///
    /// If the files cannot be read or written.
    pub fn open(out: &Path, fingerprint: &str, resume: bool) -> io::Result<Self> {
        let header = Header::new(fingerprint);
        let part_path = beside(out, ".part");
        let journal_path = beside(out, ".part.manifest");
        let mut cache = Cache::default();
        let mut before = FxHashSet::default();
        let mut kept = None;
        if resume {
            finish_rename(out, &header)?;
            cache.load_out(out, &header, &mut before)?;
            let mut end = 0;
            if let Some(size) = size_of(&part_path)? {
                let believed = read_rows(&journal_path, &header, |row| {
                    let fits = row.offset == end && end + row.length <= size;
                    if fits {
                        end += row.length;
                        before.insert(path_hash(&row.path));
                        cache.insert(&row, true);
                    }
                    fits
                })?;
                if believed.is_none() {
                    read_paths(&journal_path, |path| {
                        before.insert(path_hash(path));
                    })?;
                }
                kept = believed.map(|believed| (end, believed));
            }
        }
        let options = |cut: bool| {
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(cut);
            options
        };
        let mut part = options(kept.is_none()).open(&part_path)?;
        let mut rows = options(kept.is_none()).open(&journal_path)?;
        let (end, journal) = if let Some((end, believed)) = kept {
            part.set_len(end)?;
            part.seek(SeekFrom::End(0))?;
            rows.set_len(believed)?;
            rows.seek(SeekFrom::End(0))?;
            (end, Journal::resume(rows))
        } else {
            (0, Journal::create(rows, &header)?)
        };
        cache.part = Some(part.try_clone()?);
        let order = if end > 0 {
            Some(BufWriter::new(tempfile::tempfile()?))
        } else {
            None
        };
        Ok(Ledger {
            out: out.to_owned(),
            part: BufWriter::with_capacity(FLUSH as usize, part),
            end,
            journal,
            header,
            unflushed: 0,
            order,
            straight: true,
            length: 0,
            before,
            cache: Arc::new(cache),
            changes: Changes::default(),
        })
    }

    /// The records from before, for the threads that make new ones.
    #[must_use]
    pub fn cache(&self) -> Arc<Cache> {
        Arc::clone(&self.cache)
    }

    /// Takes the next record of the result.
    ///
    /// # Errors
    ///
    /// If writing fails.
    pub fn push(&mut self, path: &str, made: Made) -> io::Result<()> {
        let known = self.before.remove(&path_hash(path));
        let count = match (&made.record, known) {
            (Kept::InPlace { .. } | Kept::Copy { renamed: false, .. }, _) => &mut self.changes.kept,
            (Kept::Copy { .. }, _) => &mut self.changes.renamed,
            (Kept::No(_), true) => &mut self.changes.changed,
            (Kept::No(_), false) => &mut self.changes.new,
        };
        *count += 1;
        let row = match made.record {
            Kept::InPlace { offset, length } => Row {
                path: path.to_owned(),
                key: crate::ingest::hex(&made.key),
                offset,
                length,
            },
            Kept::No(line) | Kept::Copy { line, .. } => self.append(path, &made.key, &line)?,
        };
        self.straight &= row.offset == self.length;
        self.length += row.length;
        if let Some(order) = &mut self.order {
            serde_json::to_writer(&mut *order, &row)?;
            order.write_all(b"\n")?;
        }
        if self.unflushed >= FLUSH {
            self.flush()
        } else {
            Ok(())
        }
    }

    /// Takes note of an input that gives no record: it failed, and is not gone.
    pub fn fail(&mut self, path: &str) {
        self.before.remove(&path_hash(path));
    }

    fn append(&mut self, path: &str, key: &Key, line: &Line) -> io::Result<Row> {
        let length = line.0.len() as u64;
        let row = Row {
            path: path.to_owned(),
            key: crate::ingest::hex(key),
            offset: self.end,
            length,
        };
        self.part.write_all(&line.0)?;
        self.journal.row(&row)?;
        self.end += length;
        self.unflushed += length;
        Ok(row)
    }

    /// Gives the system what was pushed: from now on it survives the process.
    ///
    /// # Errors
    ///
    /// If writing fails.
    pub fn flush(&mut self) -> io::Result<()> {
        if self.unflushed > 0 {
            self.unflushed = 0;
            // Records before their rows, always.
            self.part.flush()?;
            self.journal.flush()?;
        }
        Ok(())
    }

    /// Ends the file: from now on it has its name.
    ///
    /// # Errors
    ///
    /// If writing or renaming fails.
    pub fn finish(mut self) -> io::Result<Changes> {
        self.unflushed = self.unflushed.max(1);
        self.flush()?;
        let mut part = self
            .part
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        part.sync_all()?;
        let compression = Compression::of(&self.out);
        let straight = self.straight && self.length == self.end;
        let journal_path = beside(&self.out, ".part.manifest");
        let manifest_path = beside(&self.out, ".manifest");
        let part_path = beside(&self.out, ".part");
        if straight && compression == Compression::Plain {
            fs::rename(&part_path, &self.out)?;
            fs::rename(&journal_path, &manifest_path)?;
        } else {
            let permissions = part.metadata()?.permissions();
            let (mut reader, manifest) = if straight {
                part.rewind()?;
                (BufReader::new(part), None)
            } else {
                let rows = self
                    .order
                    .take()
                    .ok_or_else(|| io::Error::other("no order kept"))?;
                let mut rows = rows.into_inner().map_err(io::IntoInnerError::into_error)?;
                rows.rewind()?;
                let (sorted, manifest) = put_in_order(&self.out, &part, rows, &self.header)?;
                (BufReader::new(sorted), Some(manifest))
            };
            let target = temporary(&self.out)?;
            compression.copy(&mut reader, BufWriter::new(&target))?;
            target.as_file().set_permissions(permissions.clone())?;
            target.as_file().sync_all()?;
            // The part and its rows stay until all else has its name.
            target.persist(&self.out)?;
            if let Some(manifest) = manifest {
                manifest.as_file().set_permissions(permissions)?;
                manifest.persist(&manifest_path)?;
                fs::remove_file(&part_path)?;
                fs::remove_file(&journal_path)?;
            } else {
                fs::rename(&journal_path, &manifest_path)?;
                fs::remove_file(&part_path)?;
            }
        }
        Ok(Changes {
            vanished: self.before.len() as u64,
            ..self.changes
        })
    }
}

/// The size of a file; `None` if there is none.
fn size_of(path: &Path) -> io::Result<Option<u64>> {
    match fs::metadata(path) {
        Ok(metadata) => Ok(Some(metadata.len())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A temporary file in the folder of `out`.
fn temporary(out: &Path) -> io::Result<NamedTempFile> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    tempfile::Builder::new()
        .prefix(".greffier-")
        .tempfile_in(folder.unwrap_or_else(|| Path::new(".")))
}

/// Where a run died between its two last renamings, does the second.
fn finish_rename(out: &Path, header: &Header) -> io::Result<()> {
    let journal = beside(out, ".part.manifest");
    let Some(size) = size_of(out)? else {
        return Ok(());
    };
    if size_of(&beside(out, ".part"))?.is_some() || Compression::of(out) != Compression::Plain {
        return Ok(());
    }
    let mut end = 0;
    let believed = read_rows(&journal, header, |row| {
        end += row.length;
        true
    })?;
    if believed.is_some() && end == size {
        fs::rename(&journal, beside(out, ".manifest"))?;
    }
    Ok(())
}

/// Copies the records of `part` in the order of `rows`, and makes their
/// manifest.
fn put_in_order(
    out: &Path,
    part: &File,
    rows: File,
    header: &Header,
) -> io::Result<(File, NamedTempFile)> {
    let mut sorted = BufWriter::new(tempfile::tempfile()?);
    let manifest = temporary(out)?;
    let mut journal = Journal::create(manifest.reopen()?, header)?;
    let mut end = 0;
    let mut line = Vec::new();
    for row in BufReader::new(rows).lines() {
        let row: Row = serde_json::from_str(&row?)?;
        line.resize(row.length as usize, 0);
        read_at(part, &mut line, row.offset)?;
        sorted.write_all(&line)?;
        journal.row(&Row { offset: end, ..row })?;
        end += line.len() as u64;
    }
    journal.flush()?;
    let mut sorted = sorted
        .into_inner()
        .map_err(io::IntoInnerError::into_error)?;
    sorted.rewind()?;
    Ok((sorted, manifest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_replaced_in_their_place_only() {
        let line = br#"{"schema":"greffier/1","id":"ab","source":{"path":"a\"b","bytes":1}}"#;
        let line = [line, &b"\n"[..]].concat();
        let replaced = with_path(&line, "ab", "new/é\"").unwrap();
        let expected = "{\"schema\":\"greffier/1\",\"id\":\"ab\",\"source\":{\"path\":\"new/é\\\"\",\"bytes\":1}}\n";
        assert_eq!(String::from_utf8(replaced).unwrap(), expected);
        assert!(with_path(&line, "cd", "x").is_none());
        assert!(with_path(&line[..40], "ab", "x").is_none());
    }
}
