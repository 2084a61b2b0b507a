//! Archives and compressed files, read member by member, with guards against
//! those that are made to exhaust their reader.

use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;

use flate2::read::MultiGzDecoder;
use tempfile::SpooledTempFile;
use zip::ZipArchive;
use zip::result::ZipError;

use super::entry::{Body, Entry};
use super::find::{Finder, Flow, Place, Source, is_hidden, shown_bytes};
use super::format;
use crate::record::{ErrorCode, Format, Problem};

/// What an archive may expand to whatever its size, in bytes.
const EXPANDED_FLOOR: u64 = 1 << 30;
/// What an archive may expand to for each of its bytes: deflate can reach 1032,
/// archives of real documents stay below 100.
const EXPANDED_RATIO: u64 = 500;
/// A zip archive inside another is held in memory up to this size, in a
/// temporary file above it.
const SPOOL: usize = 8 << 20;

/// What one input on disk, with all that is inside it, may expand to; and how
/// far its reading has come.
pub(super) struct Budget {
    /// Bytes of the input: its size, or what has been read so far.
    size: Cell<u64>,
    /// Bytes read so far.
    read: Cell<u64>,
    /// Bytes read up to the last entry.
    reported: Cell<u64>,
    /// Bytes that came out of decompression so far.
    expanded: Cell<u64>,
}

impl Budget {
    /// The budget of a file of known size.
    pub fn new(size: u64) -> Self {
        Budget {
            size: Cell::new(size),
            read: Cell::new(size),
            reported: Cell::new(0),
            expanded: Cell::new(0),
        }
    }

    /// The budget of a stream, which grows as it is read.
    pub fn growing() -> Self {
        Budget::new(0)
    }

    /// A reader whose bytes count as read.
    pub fn counted<'b, R: Read + 'b>(&'b self, inner: R) -> impl Read + 'b {
        Counted {
            inner,
            budget: self,
        }
    }

    /// Bytes read since this was last asked.
    pub fn progress(&self) -> u64 {
        let read = self.read.get();
        read - self.reported.replace(read)
    }

    /// A reader whose bytes count as expanded, and which fails beyond measure.
    fn metered<'b, R: Read + 'b>(&'b self, inner: R) -> Metered<'b, R> {
        Metered {
            inner,
            budget: self,
        }
    }
}

struct Counted<'b, R> {
    inner: R,
    budget: &'b Budget,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.budget.size.set(self.budget.size.get() + count as u64);
        self.budget.read.set(self.budget.read.get() + count as u64);
        Ok(count)
    }
}

struct Metered<'b, R> {
    inner: R,
    budget: &'b Budget,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let expanded = self.budget.expanded.get() + count as u64;
        self.budget.expanded.set(expanded);
        let allowed = self
            .budget
            .size
            .get()
            .saturating_mul(EXPANDED_RATIO)
            .max(EXPANDED_FLOOR);
        if expanded > allowed {
            Err(io::Error::other(Bomb))
        } else {
            Ok(count)
        }
    }
}

/// The error of a reader that gave too much.
#[derive(Debug, thiserror::Error)]
#[error("expands beyond all measure")]
struct Bomb;

/// The problem behind an error of a reader of this module.
pub(super) fn problem(error: io::Error) -> Problem {
    if error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Bomb>())
        .is_some()
    {
        Problem::new(
            ErrorCode::Bomb,
            "expands to far more than an archive of documents (unpack it yourself if you trust it)",
        )
    } else {
        error.into()
    }
}

/// Opens what gzip compressed.
pub(super) fn gzip(
    finder: &mut Finder<'_>,
    place: Place,
    stream: Box<dyn Read + '_>,
    budget: &Budget,
) -> Flow {
    let mut stream = budget.metered(MultiGzDecoder::new(stream));
    expanded(finder, place, &mut stream, budget)
}

/// Opens what zstd compressed.
pub(super) fn zstd(
    finder: &mut Finder<'_>,
    place: Place,
    stream: Box<dyn Read + '_>,
    budget: &Budget,
) -> Flow {
    match zstd::stream::read::Decoder::new(stream) {
        Ok(mut decoder) => {
            // 128 MiB: what `zstd --long` writes; no more memory than that.
            let _ = decoder.window_log_max(27);
            expanded(finder, place, &mut budget.metered(decoder), budget)
        }
        Err(error) => finder.fail(place.path, error.into()),
    }
}

fn expanded(finder: &mut Finder<'_>, place: Place, stream: &mut dyn Read, budget: &Budget) -> Flow {
    if place.expanded {
        return finder.fail(place.path, too_deep("is compressed twice"));
    }
    finder.visit(
        Place {
            expanded: true,
            ..place
        },
        Source::Stream(stream),
        budget,
    )
}

fn too_deep(what: &str) -> Problem {
    Problem::new(
        ErrorCode::NestedTooDeep,
        format!("{what} (unpack it first)"),
    )
}

/// The place of a member; `None` for one that is hidden.
fn member(archive: &Place, name: &str) -> Option<Place> {
    let hidden = name
        .split('/')
        .any(|part| is_hidden(part.as_bytes()) || part == "__MACOSX");
    (!hidden).then(|| Place {
        path: format!("{}!/{}", archive.path, name),
        depth: archive.depth + 1,
        expanded: false,
    })
}

/// Whether an archive at `place` lies in more archives than allowed.
fn is_too_deep(finder: &Finder<'_>, place: &Place) -> bool {
    place.depth >= finder.limits.max_depth
}

/// Hands out the members of a tar archive.
pub(super) fn tar(
    finder: &mut Finder<'_>,
    place: &Place,
    stream: Box<dyn Read + '_>,
    budget: &Budget,
) -> Flow {
    if is_too_deep(finder, place) {
        return finder.fail(place.path.clone(), too_deep("lies in too many archives"));
    }
    let mut archive = tar::Archive::new(BufReader::with_capacity(64 << 10, stream));
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return finder.fail(place.path.clone(), problem(error)),
    };
    for entry in entries {
        let mut entry = match entry {
            Ok(entry) => entry,
            // Nothing after a damaged header can be trusted.
            Err(error) => return finder.fail(place.path.clone(), problem(error)),
        };
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let name = shown_bytes(&entry.path_bytes());
        if let Some(place) = member(place, &name) {
            finder.visit(place, Source::Stream(&mut entry), budget)?;
        }
    }
    ControlFlow::Continue(())
}

/// Hands out the members of a zip archive, or the document that it is.
pub(super) fn zip(
    finder: &mut Finder<'_>,
    place: Place,
    head: &[u8],
    source: Source<'_>,
    budget: &Budget,
) -> Flow {
    match source {
        Source::File(mut file) => match file.rewind() {
            Ok(()) => zip_members(finder, place, BufReader::new(file), budget),
            Err(error) => finder.fail(place.path, error.into()),
        },
        Source::Stream(stream) => {
            let mut spool = SpooledTempFile::new(SPOOL);
            let copied = spool
                .write_all(head)
                .and_then(|()| io::copy(stream, &mut spool))
                .and_then(|_| spool.rewind());
            match copied {
                Ok(()) => zip_members(finder, place, spool, budget),
                Err(error) => finder.fail(place.path, problem(error)),
            }
        }
    }
}

fn zip_members<R: Read + Seek>(
    finder: &mut Finder<'_>,
    place: Place,
    mut file: R,
    budget: &Budget,
) -> Flow {
    let opened = check_members(&mut file, finder.limits.max_members)
        .and_then(|()| ZipArchive::new(&mut file).map_err(zip_problem));
    let mut archive = match opened {
        Ok(archive) => archive,
        Err(problem) => return finder.fail(place.path, problem),
    };
    if let Some(found) = office(&archive) {
        drop(archive);
        return match found {
            Ok(format) => zip_document(finder, place, format, file, budget),
            Err(problem) => finder.fail(place.path, problem),
        };
    }
    if is_too_deep(finder, &place) {
        return finder.fail(place.path, too_deep("lies in too many archives"));
    }
    for index in 0..archive.len() {
        let name = archive.name_for_index(index).unwrap_or_default();
        let Some(inner) = member(&place, name) else {
            continue;
        };
        let mut stream = match archive.by_index(index) {
            Ok(stream) if !stream.is_file() => continue,
            Ok(stream) => stream,
            Err(error) => {
                finder.fail(inner.path, zip_problem(error))?;
                continue;
            }
        };
        finder.visit(
            inner,
            Source::Stream(&mut budget.metered(&mut stream)),
            budget,
        )?;
    }
    ControlFlow::Continue(())
}

/// Hands out a document that is a zip file inside.
fn zip_document<R: Read + Seek>(
    finder: &mut Finder<'_>,
    place: Place,
    format: Format,
    mut file: R,
    budget: &Budget,
) -> Flow {
    let collected = match file.rewind() {
        Ok(()) => finder.collect(Vec::new(), &mut file),
        Err(error) => Err(error.into()),
    };
    let body = match collected {
        Ok(bytes) => Body::Bytes { format, bytes },
        Err(problem) => Body::Failed(problem),
    };
    (finder.emit)(Entry {
        path: place.path,
        progress: budget.progress(),
        body,
    })
}

/// What office document a zip file is, if it is one.
fn office<R: Read + Seek>(archive: &ZipArchive<R>) -> Option<Result<Format, Problem>> {
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("word/document.xml") {
        Some(Ok(Format::Docx))
    } else if has("xl/workbook.xml") {
        Some(Err(format::unsupported("an Excel workbook")))
    } else if has("ppt/presentation.xml") {
        Some(Err(format::unsupported("a PowerPoint presentation")))
    } else if has("META-INF/manifest.xml") && has("content.xml") {
        Some(Err(format::unsupported("an OpenDocument file")))
    } else if has("META-INF/container.xml") {
        Some(Err(format::unsupported("an electronic book")))
    } else {
        None
    }
}

/// Refuses a zip file whose directory would not fit in memory, before it is
/// read: the number of members stands in the last record of the file.
fn check_members<R: Read + Seek>(file: &mut R, max: u64) -> Result<(), Problem> {
    let size = file.seek(SeekFrom::End(0))?;
    let tail = size.min(66 << 10);
    file.seek(SeekFrom::Start(size - tail))?;
    let mut end = Vec::new();
    file.take(tail).read_to_end(&mut end)?;
    file.rewind()?;
    let number = |at: usize, bytes: usize| -> Option<u64> {
        let digits = end.get(at..at + bytes)?;
        Some(
            digits
                .iter()
                .rev()
                .fold(0, |sum, &digit| sum << 8 | u64::from(digit)),
        )
    };
    let short = memchr::memmem::rfind(&end, b"PK\x05\x06").and_then(|at| number(at + 10, 2));
    let long = memchr::memmem::rfind(&end, b"PK\x06\x06").and_then(|at| number(at + 32, 8));
    let members = short.unwrap_or(0).max(long.unwrap_or(0));
    if members > max {
        return Err(Problem::new(
            ErrorCode::TooLarge,
            format!("has {members} members, more than {max} (unpack it first)"),
        ));
    }
    Ok(())
}

/// The problem behind an error of the zip reader.
pub(super) fn zip_problem(error: ZipError) -> Problem {
    match error {
        ZipError::Io(error) => problem(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Problem::new(
            ErrorCode::Encrypted,
            "is protected by a password (remove it first)",
        ),
        ZipError::UnsupportedArchive(what) => Problem::new(
            ErrorCode::UnsupportedFormat,
            format!("{what} (pack it as plain zip)"),
        ),
        other => Problem::new(
            ErrorCode::Damaged,
            format!("is a damaged zip file: {other}"),
        ),
    }
}

/// A zip file in memory.
pub(super) fn zip_in_memory(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Problem> {
    ZipArchive::new(Cursor::new(bytes)).map_err(zip_problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_expands_beyond_measure_is_a_bomb() {
        let read = |size: u64, bytes: u64| {
            let budget = Budget::new(size);
            let mut stream = budget.metered(io::repeat(0).take(bytes));
            let mut block = vec![0; 1 << 20];
            loop {
                match stream.read(&mut block) {
                    Ok(0) => return None,
                    Ok(_) => {}
                    Err(error) => return Some(problem(error).code),
                }
            }
        };
        assert_eq!(read(1000, EXPANDED_FLOOR), None);
        assert_eq!(read(1000, EXPANDED_FLOOR + 1), Some(ErrorCode::Bomb));
        // A large archive may hold much.
        assert_eq!(read(EXPANDED_FLOOR / 100, EXPANDED_FLOOR + 1), None);
    }
}
