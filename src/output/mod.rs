//! Writers of records.
//!
//! [`Line`] is a record as it is written; [`Ledger`] a file of them that
//! survives being killed, and that a later run can go on with (`docs/archives.md`
//! tells its users how).

mod journal;
mod ledger;
mod line;
pub mod view;

pub use ledger::{Cache, Changes, Ledger, Made};
pub use line::Line;

use std::io::{self, Read, Write};
use std::path::Path;

/// How a file is compressed, as its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// Not at all.
    Plain,
    /// `.gz`
    Gzip,
    /// `.zst`
    Zstd,
}

impl Compression {
    /// What the name of a file asks for.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("gz") => Compression::Gzip,
            Some("zst") => Compression::Zstd,
            _ => Compression::Plain,
        }
    }

    /// Copies everything from `reader` to `writer`, compressed. The same input
    /// gives the same bytes, however the reader cuts it.
    ///
    /// # Errors
    ///
    /// If reading or writing fails.
    pub fn copy(self, mut reader: impl Read, mut writer: impl Write) -> io::Result<()> {
        match self {
            Compression::Plain => {
                io::copy(&mut reader, &mut writer)?;
            }
            Compression::Gzip => {
                let level = flate2::Compression::default();
                let mut encoder = flate2::write::GzEncoder::new(writer, level);
                copy_in_blocks(reader, &mut encoder)?;
                encoder.finish()?;
            }
            Compression::Zstd => {
                let mut encoder = zstd::Encoder::new(writer, 0)?;
                copy_in_blocks(reader, &mut encoder)?;
                encoder.finish()?;
            }
        }
        Ok(())
    }

    /// A reader of what was written so.
    ///
    /// # Errors
    ///
    /// If no decoder can be set up.
    pub fn reader<'r>(self, reader: impl Read + 'r) -> io::Result<Box<dyn Read + 'r>> {
        Ok(match self {
            Compression::Plain => Box::new(reader),
            Compression::Gzip => Box::new(flate2::read::MultiGzDecoder::new(reader)),
            Compression::Zstd => Box::new(zstd::Decoder::new(reader)?),
        })
    }
}

/// Copies in full blocks, for encoders whose output depends on how their input
/// is cut.
fn copy_in_blocks(mut reader: impl Read, writer: &mut impl Write) -> io::Result<()> {
    let mut block = Vec::with_capacity(128 << 10);
    loop {
        block.clear();
        reader.by_ref().take(128 << 10).read_to_end(&mut block)?;
        if block.is_empty() {
            return Ok(());
        }
        writer.write_all(&block)?;
    }
}
