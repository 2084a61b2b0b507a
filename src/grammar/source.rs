//! Where rules and lexicons come from: texts at hand, and the folders that a
//! user lays over them.

use std::borrow::Cow;
use std::path::Path;

use super::error::{RuleError, RuleErrors};
use crate::lexicon::LexiconFile;

/// Largest rule or lexicon file that a user may lay over ours, in bytes.
const MAX_FILE: u64 = 64 << 20;

/// The texts that a grammar is compiled from.
#[derive(Clone, Default)]
pub struct RuleSources {
    /// The list of phases.
    pub phases: Cow<'static, str>,
    /// Rule files: path relative to the rules folder, and text.
    pub files: Vec<(String, Cow<'static, str>)>,
    /// Word lists.
    pub lexicons: Vec<LexiconFile>,
}

impl RuleSources {
    /// The sources that these files are: path relative to the rules folder, and
    /// text. Files that are neither rules nor lists are left out.
    ///
    /// # Errors
    /// If a lexicon is malformed.
    pub fn from_files<'f>(
        files: impl IntoIterator<Item = (&'f str, Cow<'static, str>)>,
    ) -> Result<RuleSources, RuleErrors> {
        let mut sources = RuleSources::default();
        let mut errors = Vec::new();
        for (path, text) in files {
            sources.add(path, text, &mut errors);
        }
        if errors.is_empty() {
            Ok(sources)
        } else {
            Err(RuleErrors(errors))
        }
    }

    /// Lays a folder over these sources: a rule file or lexicon of a known name
    /// replaces it, others are added; a lexicon whose header says `extends: yes`
    /// adds its entries to the one of its name.
    ///
    /// # Errors
    /// If the folder or a file in it cannot be read, or a lexicon is malformed.
    pub fn overlay(&mut self, folder: &Path) -> Result<(), RuleErrors> {
        let mut errors = Vec::new();
        let mut found = Vec::new();
        for entry in walkdir::WalkDir::new(folder)
            .sort_by_file_name()
            .max_depth(4)
        {
            match entry {
                Ok(entry) if entry.file_type().is_file() => found.push(entry.into_path()),
                Ok(_) => {}
                Err(e) => errors.push(fault(&folder.to_string_lossy(), &e.to_string())),
            }
        }
        for path in found {
            let name = path
                .strip_prefix(folder)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            let is_ours = matches!(
                path.extension().and_then(|e| e.to_str()),
                Some("rules" | "tsv")
            ) || name == "phases";
            if !is_ours {
                continue;
            }
            let read = match path.metadata() {
                Ok(meta) if meta.len() > MAX_FILE => {
                    Err(format!("larger than {} MiB", MAX_FILE >> 20))
                }
                Ok(_) => std::fs::read_to_string(&path).map_err(|e| e.to_string()),
                Err(e) => Err(e.to_string()),
            };
            match read {
                Ok(text) => self.add(&name, Cow::Owned(text), &mut errors),
                Err(message) => errors.push(fault(&path.to_string_lossy(), &message)),
            }
        }
        if errors.is_empty() {
            Ok(())
        } else {
            Err(RuleErrors(errors))
        }
    }

    fn add(&mut self, path: &str, text: Cow<'static, str>, errors: &mut Vec<RuleError>) {
        if path == "phases" {
            self.phases = text;
        } else if path.strip_suffix(".rules").is_some() {
            match self.files.iter_mut().find(|(p, _)| p == path) {
                Some(old) => old.1 = text,
                None => self.files.push((path.to_owned(), text)),
            }
        } else if let Some(stem) = path.strip_suffix(".tsv") {
            let name = stem.rsplit('/').next().unwrap_or(stem);
            match LexiconFile::parse(name, text) {
                Ok(file) => self.add_lexicon(file),
                Err(e) => errors.push(fault(path, &e.to_string())),
            }
        }
    }

    fn add_lexicon(&mut self, file: LexiconFile) {
        match self.lexicons.iter_mut().find(|f| f.name == file.name) {
            Some(old) if file.extends => {
                let mut text = old.text.to_string();
                for (_, line) in file.entries() {
                    text.push_str(line);
                    text.push('\n');
                }
                old.text = Cow::Owned(text);
            }
            Some(old) => *old = file,
            None => self.lexicons.push(file),
        }
    }
}

fn fault(path: &str, message: &str) -> RuleError {
    RuleError {
        file: path.to_owned(),
        line: 1,
        column: 1,
        message: message.to_owned(),
        hint: String::new(),
    }
}
