//! Filling an index.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use tantivy::directory::MmapDirectory;
use tantivy::directory::error::LockError;
use tantivy::index::IndexSettings;
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{Index, IndexWriter, TantivyDocument, TantivyError, Term};

use super::SearchError;
use super::fields::Fields;
use super::words::tokenizers;
use crate::record::Record;

/// Bytes of words that a thread holds before it writes a segment.
const MEMORY: usize = 120 << 20;

/// Bytes of records after which they are committed: what a kill can lose.
const COMMIT: u64 = 512 << 20;

/// Bytes of records that are compressed together: much smaller than a block
/// each, and still quick to read for the few hits that are shown.
const BLOCK: usize = 96 << 10;

/// Fills an index. What is committed is whole, whenever the process dies; what
/// was not is simply not there, and can be given again.
pub struct Builder {
    writer: IndexWriter,
    fields: Fields,
    uncommitted: u64,
}

impl Builder {
    /// Opens the index in a folder, or makes one there, to be written by `jobs` threads.
    ///
    /// # Errors
    ///
    /// If the folder holds something else, or another process writes to it.
    pub fn open(folder: &Path, jobs: usize) -> Result<Self, SearchError> {
        let name = folder.display().to_string();
        let (schema, fields) = Fields::new();
        let io = |error: std::io::Error| SearchError::Folder(name.clone(), error);
        fs::create_dir_all(folder).map_err(io)?;
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        let index = if Index::exists(&directory).map_err(TantivyError::from)? {
            super::catalogue::open(folder)?.0
        } else {
            let mut entries = fs::read_dir(folder).map_err(io)?;
            // What begins with a dot is left by a kill before anything was there.
            let is_other =
                |entry: fs::DirEntry| !entry.file_name().to_string_lossy().starts_with('.');
            if entries.any(|entry| entry.is_ok_and(is_other)) {
                return Err(SearchError::NoIndex(name));
            }
            let settings = IndexSettings {
                docstore_compression: Compressor::Zstd(ZstdCompressor::default()),
                docstore_blocksize: BLOCK,
                ..IndexSettings::default()
            };
            Index::builder()
                .schema(schema)
                .settings(settings)
                .tokenizers(tokenizers())
                .create_in_dir(folder)?
        };
        let jobs = jobs.clamp(1, 8);
        let writer = index.writer_with_num_threads(jobs, jobs * MEMORY);
        let writer = writer.map_err(|error| match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => SearchError::Busy(name),
            other => SearchError::Index(other),
        })?;
        Ok(Builder {
            writer,
            fields,
            uncommitted: 0,
        })
    }

    /// Adds records, each a line of JSON; a record that is there already is
    /// replaced. Returns what is wrong with each line that is no record, with
    /// its number among the lines.
    ///
    /// # Errors
    ///
    /// If the index cannot be written.
    pub fn add(&mut self, lines: &[&[u8]]) -> Result<Vec<(usize, String)>, SearchError> {
        let fields = &self.fields;
        let read: Vec<Result<(String, TantivyDocument), String>> = lines
            .par_iter()
            .map(|line| {
                let record: Record =
                    serde_json::from_slice(line).map_err(|error| error.to_string())?;
                let document = fields.document(&record, line);
                Ok((record.id, document))
            })
            .collect();
        let mut wrong = Vec::new();
        for (number, result) in read.into_iter().enumerate() {
            match result {
                Ok((id, document)) => {
                    self.delete(&id);
                    self.writer.add_document(document)?;
                    self.uncommitted += lines[number].len() as u64;
                }
                Err(message) => wrong.push((number, message)),
            }
        }
        if self.uncommitted >= COMMIT {
            self.commit()?;
        }
        Ok(wrong)
    }

    /// Takes a document out.
    pub fn delete(&mut self, id: &str) {
        self.writer
            .delete_term(Term::from_field_text(self.fields.id, id));
    }

    /// Makes what was added and taken out so far part of the index, all at once.
    ///
    /// # Errors
    ///
    /// If the index cannot be written.
    pub fn commit(&mut self) -> Result<(), SearchError> {
        self.writer.commit()?;
        self.uncommitted = 0;
        Ok(())
    }

    /// Commits, and tells how many documents the index holds.
    ///
    /// # Errors
    ///
    /// If the index cannot be written.
    pub fn finish(mut self) -> Result<u64, SearchError> {
        self.commit()?;
        let index = self.writer.index().clone();
        self.writer.wait_merging_threads()?;
        Ok(index.reader()?.searcher().num_docs())
    }
}
