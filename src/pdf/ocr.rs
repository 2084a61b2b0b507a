//! Pages read by optical character recognition: `tesseract` makes a layer of
//! text of a page's image, and that layer is laid out like any other.
//!
//! The image comes from `pdftoppm` where it is installed, else from the image
//! that covers the page. Both programs run under the deadline of the file,
//! and only on request: what they find depends on what is installed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::content::{Drawing, Fonts};
use super::geometry::Rect;
use super::object::ObjectId;
use super::objects::Objects;
use super::source::Source;
use super::{Limits, image, page};

/// Whether pages are read by character recognition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ocr {
    /// None.
    #[default]
    Never,
    /// Those without text of their own, or with text that says nothing.
    Auto,
    /// All, whatever text they have.
    Always,
}

/// Pages of one file that are recognised at most.
const MAX_PAGES: usize = 100;
/// Longest time for one page, whatever the limit for the file.
const PAGE_TIME: Duration = Duration::from_mins(2);
/// Dots an inch that print is best recognised at.
const DPI: f32 = 300.0;
/// Longest side of a page's image in dots.
const MAX_SIDE: f32 = 5000.0;

/// What is installed.
struct Tools {
    /// What `tesseract` lacks.
    tesseract: Result<(), String>,
    pdftoppm: bool,
}

static TOOLS: LazyLock<Tools> = LazyLock::new(|| Tools {
    tesseract: french_tesseract(),
    pdftoppm: Command::new("pdftoppm")
        .arg("-v")
        .stdin(Stdio::null())
        .output()
        .is_ok(),
});

fn french_tesseract() -> Result<(), String> {
    let listed = Command::new("tesseract")
        .arg("--list-langs")
        .stdin(Stdio::null())
        .output();
    let Ok(listed) = listed else {
        return Err("tesseract is not installed (install tesseract-ocr-fra)".to_owned());
    };
    let has_french = |text: &[u8]| {
        text.split(|&b| b == b'\n')
            .any(|l| l.trim_ascii() == b"fra")
    };
    if has_french(&listed.stdout) || has_french(&listed.stderr) {
        Ok(())
    } else {
        Err("tesseract has no French (install tesseract-ocr-fra)".to_owned())
    }
}

/// Recognises the pages of one file.
pub struct Recogniser<'b> {
    bytes: &'b [u8],
    limits: Limits,
    folder: Option<TempDir>,
    pages: usize,
}

/// A page to recognise.
pub struct Request<'s, 'a> {
    /// The file's objects.
    pub source: &'s Source<'a>,
    /// Number of the page, from 1.
    pub number: usize,
    /// Its size as displayed.
    pub bounds: Rect,
    /// The images that it shows.
    pub images: &'s [(Rect, Option<ObjectId>)],
}

impl<'b> Recogniser<'b> {
    /// For the file with these bytes.
    pub fn new(bytes: &'b [u8], limits: &Limits) -> Self {
        Self {
            bytes,
            limits: limits.clone(),
            folder: None,
            pages: 0,
        }
    }

    /// What the page shows, as glyphs. The error says what is missing.
    pub fn page(&mut self, request: &Request<'_, '_>) -> Result<Drawing, String> {
        TOOLS.tesseract.clone()?;
        self.pages += 1;
        if self.pages > MAX_PAGES {
            return Err(format!("more than {MAX_PAGES} pages need it"));
        }
        let mut until = Instant::now() + PAGE_TIME;
        if let Some(deadline) = self.limits.deadline {
            until = until.min(deadline);
        }
        let folder = self.folder()?;
        let picture = if TOOLS.pdftoppm {
            rendered(&folder, request, until)?
        } else {
            embedded(&folder, request)?
        };
        let base = folder.join("layer");
        let dots = picture.dpi.round().clamp(70.0, 2400.0).to_string();
        let arguments: [&OsStr; 9] = [
            picture.path.as_ref(),
            base.as_ref(),
            "-l".as_ref(),
            "fra".as_ref(),
            "--dpi".as_ref(),
            dots.as_ref(),
            "-c".as_ref(),
            "textonly_pdf=1".as_ref(),
            "pdf".as_ref(),
        ];
        run(Command::new("tesseract").args(arguments), until)?;
        let layer = base.with_extension("pdf");
        let bytes = std::fs::read(&layer).map_err(|e| format!("tesseract wrote nothing: {e}"))?;
        let _ = std::fs::remove_file(&layer);
        let (mut drawing, size) =
            first_page(&bytes, &self.limits).ok_or("what tesseract wrote cannot be read")?;
        let scale = picture.place.width() / size.width().max(1.0);
        for glyph in &mut drawing.glyphs {
            glyph.x = picture.place.x0 + glyph.x * scale;
            glyph.y = picture.place.y0 + glyph.y * scale;
            glyph.width *= scale;
            glyph.size *= scale;
        }
        Ok(drawing)
    }

    /// A folder of the file's own, the file in it.
    fn folder(&mut self) -> Result<PathBuf, String> {
        let failed = |e: std::io::Error| format!("no temporary folder: {e}");
        if self.folder.is_none() {
            let folder = TempDir::with_prefix("greffier-").map_err(failed)?;
            std::fs::write(folder.path().join("file.pdf"), self.bytes).map_err(failed)?;
            self.folder = Some(folder);
        }
        Ok(self
            .folder
            .as_ref()
            .map_or_else(PathBuf::new, |f| f.path().to_owned()))
    }
}

/// An image of a page, or of a part of it.
struct Picture {
    path: PathBuf,
    dpi: f32,
    /// Where on the page it stands.
    place: Rect,
}

/// The page as `pdftoppm` draws it.
fn rendered(folder: &Path, request: &Request<'_, '_>, until: Instant) -> Result<Picture, String> {
    let side = request.bounds.width().max(request.bounds.height()).max(1.0);
    let dpi = DPI.min(MAX_SIDE * 72.0 / side).max(20.0).floor();
    let (number, dots) = (request.number.to_string(), dpi.to_string());
    let mut command = Command::new("pdftoppm");
    command
        .args(["-q", "-gray", "-cropbox", "-singlefile", "-r", &dots])
        .args(["-f", &number, "-l", &number])
        .arg(folder.join("file.pdf"))
        .arg(folder.join("page"));
    run(&mut command, until)?;
    Ok(Picture {
        path: folder.join("page.pgm"),
        dpi,
        place: request.bounds,
    })
}

/// The image that covers most of the page.
fn embedded(folder: &Path, request: &Request<'_, '_>) -> Result<Picture, String> {
    const ADVICE: &str = "the page is no single image (install poppler-utils)";
    let area = |r: &Rect| r.area_within(request.bounds);
    let page = request.bounds.width() * request.bounds.height();
    let (place, id) = request
        .images
        .iter()
        .filter_map(|(place, id)| Some((*place, (*id)?)))
        .max_by(|a, b| area(&a.0).total_cmp(&area(&b.0)))
        .filter(|(place, _)| area(place) > 0.3 * page)
        .ok_or(ADVICE)?;
    let image = image::of(request.source, id).ok_or(ADVICE)?;
    let path = folder.join(format!("image.{}", image.extension));
    std::fs::write(&path, image.bytes).map_err(|e| format!("no temporary file: {e}"))?;
    Ok(Picture {
        path,
        dpi: image.width as f32 * 72.0 / place.width().max(1.0),
        place,
    })
}

/// Runs a program to its end, or ends it at `until`.
fn run(command: &mut Command, until: Instant) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| format!("{name} cannot be started: {e}"))?;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("{name} failed ({status})")),
            Ok(None) if Instant::now() < until => std::thread::sleep(Duration::from_millis(5)),
            Ok(None) | Err(_) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("{name} took too long"));
            }
        }
    }
}

/// What the first page of a file draws, and its size.
fn first_page(bytes: &[u8], limits: &Limits) -> Option<(Drawing, Rect)> {
    let draw = |objects: &Objects<'_>| {
        let source = Source::new(objects, limits.max_inflated);
        let layers = page::off_layers(&source);
        let id = *page::page_ids(&source, 1).first()?;
        let mut fonts = Fonts::default();
        let drawn = page::draw(&source, &mut fonts, &layers, limits.deadline, id)?;
        Some((drawn.drawing, drawn.bounds))
    };
    if let Some(objects) = Objects::lazy(bytes, limits) {
        let found = draw(&objects);
        if !objects.is_broken() {
            return found;
        }
    }
    draw(&Objects::load(bytes, limits).ok()?)
}
