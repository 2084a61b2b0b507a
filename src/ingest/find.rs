//! Finds inputs: files, folders, archives, standard input, lines of JSON.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::archive::{self, Budget};
use super::entry::{Body, Entry};
use super::format::{self, HEAD, InputFormat, Kind};
use super::limits::Limits;
use super::lines::{Next, next_line};
use super::read::too_large;
use crate::record::{ErrorCode, Format, Problem};

/// The path that stands for standard input.
pub const STDIN: &str = "-";

/// Whether to go on.
pub(super) type Flow = ControlFlow<()>;

/// Walks over inputs and hands out each entry as it comes.
pub struct Finder<'a> {
    /// What the user says of the format.
    pub input_format: InputFormat,
    /// Limits of a document and of archives.
    pub limits: Limits,
    /// Files never to be taken as inputs, as [`resolved`] gives them.
    pub exclude: Vec<PathBuf>,
    /// Takes each entry; tells whether to go on.
    pub emit: &'a mut dyn FnMut(Entry) -> ControlFlow<()>,
}

/// Where an input was found.
pub(super) struct Place {
    /// Its path.
    pub path: String,
    /// Archives that it lies in.
    pub depth: u32,
    /// Whether it came out of a compressed stream.
    pub expanded: bool,
}

/// Where an input's bytes come from.
pub(super) enum Source<'s> {
    /// A regular file.
    File(File),
    /// Anything else.
    Stream(&'s mut dyn Read),
}

impl Finder<'_> {
    /// Hands out every entry of `inputs`, in order.
    pub fn run(&mut self, inputs: &[PathBuf]) -> ControlFlow<()> {
        for input in inputs {
            if input.as_os_str() == STDIN {
                self.stdin()?;
            } else if input.is_dir() {
                self.folder(input)?;
            } else {
                self.file(input)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// Hands out what a folder holds, in the order of the names; hidden files
    /// and folders are passed over, links to folders are not followed.
    fn folder(&mut self, folder: &Path) -> Flow {
        let walk = WalkDir::new(folder)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| {
                entry.depth() == 0 || !is_hidden(entry.file_name().as_encoded_bytes())
            });
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if entry.path_is_symlink() && entry.path().is_dir() => {}
                Ok(entry) => self.file(entry.path())?,
                Err(error) => {
                    let path = shown(error.path().unwrap_or(folder));
                    let problem = match error.into_io_error() {
                        Some(error) => Problem::from(error),
                        None => Problem::new(ErrorCode::Io, "leads back into itself"),
                    };
                    self.fail(path, problem)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn file(&mut self, path: &Path) -> Flow {
        if self.is_excluded(path) {
            return ControlFlow::Continue(());
        }
        let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
        match opened {
            Ok((metadata, mut file)) => {
                let budget = Budget::new(metadata.len());
                let source = if metadata.is_file() {
                    Source::File(file)
                } else {
                    Source::Stream(&mut file)
                };
                self.visit(Place::new(shown(path)), source, &budget)
            }
            Err(error) => self.fail(shown(path), error.into()),
        }
    }

    /// Whether a file is an output of the run, by whatever way it was found.
    fn is_excluded(&self, path: &Path) -> bool {
        let same_name = |excluded: &&PathBuf| excluded.file_name() == path.file_name();
        self.exclude
            .iter()
            .filter(same_name)
            .any(|excluded| resolved(path) == *excluded)
    }

    fn stdin(&mut self) -> Flow {
        let budget = Budget::growing();
        let mut stdin = budget.counted(io::stdin().lock());
        self.visit(
            Place::new(STDIN.to_owned()),
            Source::Stream(&mut stdin),
            &budget,
        )
    }

    /// Looks at the first bytes of an input and goes on as they say.
    pub(super) fn visit(&mut self, place: Place, mut source: Source<'_>, budget: &Budget) -> Flow {
        let head = match self.head(&mut source) {
            Ok(head) => head,
            Err(error) => return self.fail(place.path, error.into()),
        };
        let kind = match self.kind(&head, &place.path) {
            Ok(kind) => kind,
            Err(problem) => return self.fail(place.path, problem),
        };
        match kind {
            Kind::Document(format) => self.document(place, format, head, source, budget),
            Kind::Lines => self.lines(&place, &mut whole(head, source), budget),
            Kind::Zip => archive::zip(self, place, &head, source, budget),
            Kind::Tar => archive::tar(self, &place, whole(head, source), budget),
            Kind::Gzip => archive::gzip(self, place, whole(head, source), budget),
            Kind::Zstd => archive::zstd(self, place, whole(head, source), budget),
        }
    }

    /// The first bytes: as many as there are, up to [`HEAD`]. A stream that
    /// begins like lines of JSON is not waited for once a line has come, since
    /// its writer may be waiting for an answer.
    fn head(&self, source: &mut Source<'_>) -> io::Result<Vec<u8>> {
        let (reader, may_wait): (&mut dyn Read, bool) = match source {
            Source::File(file) => (file, true),
            Source::Stream(stream) => (*stream, false),
        };
        let said_lines = self.input_format == InputFormat::Ndjson;
        let is_enough = |so_far: &[u8]| {
            let has_line = || memchr::memchr(b'\n', so_far).is_some();
            so_far.len() == HEAD
                || said_lines && (so_far.len() >= 4 || has_line())
                || !may_wait && so_far.starts_with(b"{") && has_line()
        };
        let mut head = vec![0; HEAD];
        let mut length = 0;
        while !is_enough(&head[..length]) {
            match reader.read(&mut head[length..]) {
                Ok(0) => break,
                Ok(count) => length += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        head.truncate(length);
        Ok(head)
    }

    /// What an input is: as the user says, but for archives, which are opened.
    fn kind(&self, head: &[u8], path: &str) -> Result<Kind, Problem> {
        let found = format::sniff(head, path);
        if head.is_empty() && self.input_format == InputFormat::Ndjson {
            return Ok(Kind::Lines);
        }
        match (self.input_format, found) {
            (InputFormat::Auto, found) => found,
            (_, Err(problem)) if problem.code == ErrorCode::Empty => Err(problem),
            (InputFormat::Docx, Ok(Kind::Zip)) => Ok(Kind::Document(Format::Docx)),
            (_, Ok(kind @ (Kind::Zip | Kind::Tar | Kind::Gzip | Kind::Zstd))) => Ok(kind),
            (said, _) => Ok(said.document().map_or(Kind::Lines, Kind::Document)),
        }
    }

    fn document(
        &mut self,
        place: Place,
        format: Format,
        head: Vec<u8>,
        source: Source<'_>,
        budget: &Budget,
    ) -> Flow {
        let body = match source {
            Source::File(file) => Body::File { format, head, file },
            Source::Stream(stream) => match self.collect(head, stream) {
                Ok(bytes) => Body::Bytes { format, bytes },
                Err(problem) => Body::Failed(problem),
            },
        };
        self.hand_out(Entry {
            path: place.path,
            progress: budget.progress(),
            body,
        })
    }

    /// The whole of a stream, up to the limit.
    pub(super) fn collect(&self, head: Vec<u8>, stream: &mut dyn Read) -> Result<Vec<u8>, Problem> {
        let max_bytes = self.limits.max_bytes;
        let mut bytes = head;
        let room = (max_bytes + 1).saturating_sub(bytes.len() as u64);
        stream
            .take(room)
            .read_to_end(&mut bytes)
            .map_err(archive::problem)?;
        if bytes.len() as u64 > max_bytes {
            Err(too_large(max_bytes))
        } else {
            Ok(bytes)
        }
    }

    /// Hands out each line of a stream.
    fn lines(&mut self, place: &Place, stream: &mut dyn Read, budget: &Budget) -> Flow {
        let mut reader = BufReader::with_capacity(64 << 10, stream);
        for number in 1u64.. {
            let body = match next_line(&mut reader as &mut dyn BufRead, self.limits.max_bytes) {
                Ok(Next::Line(line)) => Body::Line(line),
                Ok(Next::TooLong) => Body::Failed(too_large(self.limits.max_bytes)),
                Ok(Next::End) => break,
                Err(error) => return self.fail(place.path.clone(), archive::problem(error)),
            };
            let path = format!("{}:{number}", place.path);
            self.hand_out(Entry {
                path,
                progress: budget.progress(),
                body,
            })?;
        }
        ControlFlow::Continue(())
    }

    /// Hands out a failure.
    pub(super) fn fail(&mut self, path: String, problem: Problem) -> Flow {
        self.hand_out(Entry {
            path,
            progress: 0,
            body: Body::Failed(problem),
        })
    }

    fn hand_out(&mut self, entry: Entry) -> Flow {
        (self.emit)(entry)
    }
}

impl Place {
    fn new(path: String) -> Self {
        Place {
            path,
            depth: 0,
            expanded: false,
        }
    }
}

/// A reader of the whole input, its head included.
fn whole<'s>(head: Vec<u8>, source: Source<'s>) -> Box<dyn Read + 's> {
    match source {
        Source::File(file) => Box::new(io::Cursor::new(head).chain(file)),
        Source::Stream(stream) => Box::new(io::Cursor::new(head).chain(stream)),
    }
}

/// The one path of a file that may not exist yet: its folder without links.
#[must_use]
pub fn resolved(path: &Path) -> PathBuf {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// Whether a file or folder is hidden by its name.
pub(super) fn is_hidden(name: &[u8]) -> bool {
    name.starts_with(b".") && name != b"." && name != b".."
}

/// A path as text; bytes that are not UTF-8 are written `\xE9`, so that
/// different names stay different.
pub(crate) fn shown(path: &Path) -> String {
    shown_bytes(path.as_os_str().as_encoded_bytes())
}

/// Bytes as text, in the manner of [`shown`].
pub(super) fn shown_bytes(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let _ = write!(text, "\\x{byte:02X}");
        }
    }
    text
}
