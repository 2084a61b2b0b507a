//! What is worked out when the program is built: the rules and word lists that
//! it carries, compiled into an image that it reads at its start in place of
//! compiling them each time, and a name for its own code.

#[path = "src/grammar/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "compiles rules, and does not run them"
)]
mod grammar;
#[path = "src/lexicon/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "builds lists, and does not look up"
)]
mod lexicon;
#[path = "src/segment"]
#[allow(
    dead_code,
    unused_imports,
    reason = "cuts forms into tokens, not texts"
)]
mod segment {
    mod address;
    mod chars;
    mod data;
    mod form;
    mod forms;
    mod number;
    mod token;
    mod tokenize;

    pub use data::SegmentData;
    pub use form::split_form;
    pub use token::{Flags, Shape, Token};
    pub use tokenize::tokenize;
}

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use grammar::{Grammar, RuleSources};
use segment::{SegmentData, split_form};

/// The rules and word lists.
const RULES: &str = "rules";
/// What else decides how a document is read.
const CODE: [&str; 3] = ["Cargo.lock", "Cargo.toml", "src"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let mut rules = Vec::new();
    collect(Path::new(RULES), &mut rules);
    rules.retain(|file| is_used(file));
    fs::write(out.join("rules.rs"), list(&rules)?)?;
    fs::write(out.join("rules.image"), image(&rules)?)?;
    let mut files = rules;
    for path in CODE {
        collect(Path::new(path), &mut files);
    }
    // The time of a folder tells of files that came or went.
    for path in CODE.iter().chain([&RULES]) {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rustc-env=GREFFIER_CODE={:016x}", name_of(files));
    Ok(())
}

/// Whether the program carries a file of the rules' folder; the others describe them.
fn is_used(file: &Path) -> bool {
    file.extension().is_none_or(|kind| kind != "md")
}

/// The path of a file below the rules' folder, as rules name it.
fn name(file: &Path) -> String {
    let below = file.strip_prefix(RULES).unwrap_or(file);
    below.to_string_lossy().replace('\\', "/")
}

/// The texts of the rules and lists as source code: path and text of each.
fn list(files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let mut code = format!("static TEXTS: [(&str, &str); {}] = [\n", files.len());
    for file in files {
        let whole = fs::canonicalize(file)?;
        let whole = whole.to_str().ok_or("a path that is not UTF-8")?;
        writeln!(code, "    ({:?}, include_str!({whole:?})),", name(file))?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The rules and lists, compiled. Faults in them do not keep the program from
/// being built: it would compile them itself, and tell.
fn image(files: &[PathBuf]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut texts = Vec::new();
    for file in files {
        texts.push((name(file), fs::read_to_string(file)?));
    }
    let files = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone().into()));
    let data = SegmentData::builtin();
    let compiled = RuleSources::from_files(files)
        .and_then(|sources| Grammar::compile(sources, &|form| split_form(form, &data)));
    match compiled {
        Ok(grammar) => Ok(grammar.encode()?),
        Err(faults) => {
            for fault in faults.0 {
                println!("cargo::warning={RULES}/{fault}");
            }
            Ok(Vec::new())
        }
    }
}

/// A name for what these files hold: records that other code made may differ, so
/// a resumed run does not keep them.
fn name_of(mut files: Vec<PathBuf>) -> u64 {
    files.sort();
    // FNV-1a: nobody is to be kept from forging it.
    let mut hash = 0xCBF2_9CE4_8422_2325u64;
    for file in files {
        let name = file.to_string_lossy().replace('\\', "/");
        let content = fs::read(&file).unwrap_or_default();
        for byte in name.bytes().chain(content) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
    hash
}

/// All files at or below a path, always in the same order.
fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_file() {
        files.push(path.to_owned());
    } else if let Ok(entries) = fs::read_dir(path) {
        let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        entries.sort();
        for entry in entries {
            collect(&entry, files);
        }
    }
}
