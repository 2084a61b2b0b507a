//! Where exports go: a stream that may be cut into parts, or a folder of files.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::{ExportError, Exporter, Options};
use crate::output::Compression;
use crate::record::Record;

/// A format that is a stream: what one record adds to it.
pub(super) struct Lines<W> {
    write: W,
    out: Stream,
    buffer: Vec<u8>,
}

impl<W> Lines<W>
where
    W: Fn(&Record, &mut Vec<u8>) -> Result<(), ExportError> + 'static,
{
    /// The exporter; `ending` is that of the names of parts.
    pub fn boxed(
        options: &Options,
        ending: &'static str,
        write: W,
    ) -> Result<Box<dyn Exporter>, ExportError> {
        Ok(Box::new(Lines {
            write,
            out: Stream::open(options, ending)?,
            buffer: Vec::new(),
        }))
    }
}

impl<W> Exporter for Lines<W>
where
    W: Fn(&Record, &mut Vec<u8>) -> Result<(), ExportError>,
{
    fn push(&mut self, record: &Record) -> Result<(), ExportError> {
        self.buffer.clear();
        (self.write)(record, &mut self.buffer)?;
        Ok(self.out.push(&self.buffer)?)
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        Ok(self.out.finish()?)
    }
}

/// A stream that a record never lies across two parts of.
enum Stream {
    Stdout(BufWriter<io::Stdout>),
    File(Sealed),
    Parts {
        folder: PathBuf,
        ending: &'static str,
        limit: u64,
        number: u32,
        size: u64,
        part: Option<Sealed>,
    },
}

impl Stream {
    fn open(options: &Options, ending: &'static str) -> Result<Self, ExportError> {
        Ok(match (&options.output, options.split) {
            (None, None) => Stream::Stdout(BufWriter::new(io::stdout())),
            (Some(path), None) if path.is_dir() => {
                let message = format!(
                    "{}: is a folder (name a file, or use --split)",
                    path.display()
                );
                return Err(ExportError::Usage(message));
            }
            (Some(path), None) => Stream::File(Sealed::create(path)?),
            (Some(folder), Some(limit)) => {
                fs::create_dir_all(folder)?;
                Stream::Parts {
                    folder: folder.clone(),
                    ending,
                    limit,
                    number: 0,
                    size: 0,
                    part: None,
                }
            }
            (None, Some(_)) => {
                let message = "--split needs a folder for the parts (-o DIR)";
                return Err(ExportError::Usage(message.to_owned()));
            }
        })
    }

    fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Stream::Stdout(out) => out.write_all(bytes),
            Stream::File(file) => file.out.write_all(bytes),
            Stream::Parts {
                folder,
                ending,
                limit,
                number,
                size,
                part,
            } => {
                if *size > 0 && *size + bytes.len() as u64 > *limit {
                    if let Some(part) = part.take() {
                        part.seal()?;
                    }
                    *size = 0;
                }
                if part.is_none() {
                    *number += 1;
                    *part = Some(Sealed::create(
                        &folder.join(format!("part-{number:05}.{ending}")),
                    )?);
                }
                *size += bytes.len() as u64;
                part.as_mut()
                    .map_or(Ok(()), |part| part.out.write_all(bytes))
            }
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Stream::Stdout(mut out) => out.flush(),
            Stream::File(file) => file.seal(),
            Stream::Parts { part, .. } => part.map_or(Ok(()), Sealed::seal),
        }
    }
}

/// A file that appears whole or not at all, compressed as its name says.
pub(super) struct Sealed {
    pub out: BufWriter<tempfile::NamedTempFile>,
    path: PathBuf,
}

impl Sealed {
    pub fn create(path: &Path) -> io::Result<Self> {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let file = temporary(folder.unwrap_or(Path::new(".")))?;
        Ok(Sealed {
            out: BufWriter::new(file),
            path: path.to_owned(),
        })
    }

    pub fn seal(self) -> io::Result<()> {
        let mut file = self
            .out
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        let compression = Compression::of(&self.path);
        if compression != Compression::Plain {
            let folder = file.path().parent().unwrap_or(Path::new(".")).to_owned();
            let packed = temporary(&folder)?;
            compression.copy(File::open(file.path())?, &packed)?;
            file = packed;
        }
        file.persist(&self.path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// A file beside its place to be, with the rights of an ordinary new file.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The user's mask takes off what it takes off.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// The files of one record: the ending of each, and its content.
pub(super) type FilesOf = fn(&Record) -> Result<Vec<(&'static str, String)>, ExportError>;

/// A format that is a folder with some files a document.
pub(super) struct Files {
    write: FilesOf,
    folder: PathBuf,
    names: HashSet<String>,
}

impl Files {
    pub fn boxed(options: &Options, files: FilesOf) -> Result<Box<dyn Exporter>, ExportError> {
        let Some(folder) = options.output.clone() else {
            let message = "this format is a folder of files (name it with -o DIR)";
            return Err(ExportError::Usage(message.to_owned()));
        };
        fs::create_dir_all(&folder)?;
        Ok(Box::new(Files {
            write: files,
            folder,
            names: HashSet::new(),
        }))
    }
}

impl Exporter for Files {
    fn push(&mut self, record: &Record) -> Result<(), ExportError> {
        let files = (self.write)(record)?;
        let name = unique_name(&record.source.path, &mut self.names);
        for (ending, content) in files {
            let mut file = Sealed::create(&self.folder.join(format!("{name}.{ending}")))?;
            file.out.write_all(content.as_bytes())?;
            file.seal()?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        Ok(())
    }
}

/// The last part of a path without its ending, as a name that no other has.
fn unique_name(path: &str, names: &mut HashSet<String>) -> String {
    let stem = Path::new(path)
        .file_stem()
        .map(|stem| stem.to_string_lossy());
    let is_unsafe = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
    let stem = stem.unwrap_or_default().replace(is_unsafe, "_");
    let stem = match stem.as_str() {
        "" | "." | ".." => "document",
        "-" => "stdin",
        other => other,
    };
    let mut name = stem.to_owned();
    let mut number = 2;
    while !names.insert(name.to_lowercase()) {
        name = format!("{stem}-{number}");
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_none_is_given_twice() {
        let mut names = HashSet::new();
        let mut name = |path: &str| unique_name(path, &mut names);
        assert_eq!(name("a/été.pdf"), "été");
        assert_eq!(name("b/Été.txt"), "Été-2");
        assert_eq!(name("x.zip!/été.txt"), "été-3");
        assert_eq!(name("lines.ndjson:12"), "lines");
        assert_eq!(name(".."), "document");
        assert_eq!(name("-"), "stdin");
    }
}
