//! The objects of a file: read one by one as they are asked for where the
//! file is sound, all at once by `lopdf` where it is damaged.
//!
//! A press release needs a tenth of its file's objects; reading only these is
//! several times faster than loading all. The lazy reader (`lazy`, `xref`)
//! understands what the standard says and finds the objects of a file whose
//! table is lost, and no more. At the first contradiction it marks itself as
//! broken, and the document is read anew from a repairing load.

use std::collections::BTreeMap;

use lopdf::{Document, LoadOptions};

use super::lazy::Lazy;
use super::object::{Dictionary, Object, ObjectId, follow};
use super::{Error, Limits};

/// The objects of one file.
#[derive(Debug)]
pub enum Objects<'a> {
    /// Read as asked for.
    Lazy(Box<Lazy<'a>>),
    /// All read beforehand.
    Loaded(Box<Loaded>),
}

/// All objects of a file.
#[derive(Debug)]
pub struct Loaded {
    objects: BTreeMap<ObjectId, Object>,
    trailer: Dictionary,
    recovered: bool,
}

impl From<Document> for Loaded {
    fn from(document: Document) -> Self {
        let objects = document.objects.into_iter();
        Self {
            objects: objects.map(|(id, object)| (id, object.into())).collect(),
            trailer: document.trailer.into(),
            recovered: document.xref_recovery.is_some(),
        }
    }
}

impl<'a> Objects<'a> {
    /// A file whose objects are read as they are asked for; `None` if it is
    /// not sound enough for that.
    pub fn lazy(bytes: &'a [u8], limits: &Limits) -> Option<Self> {
        Lazy::open(bytes, stream_limit(limits), &limits.passwords)
            .map(|lazy| Objects::Lazy(Box::new(lazy)))
    }

    /// Loads and repairs a file.
    pub fn load(bytes: &[u8], limits: &Limits) -> Result<Self, Error> {
        load(bytes, limits).map(|document| Objects::Loaded(Box::new(document.into())))
    }

    /// The object with this identifier, references followed.
    pub fn get(&self, id: ObjectId) -> Option<&Object> {
        match self {
            Objects::Lazy(lazy) => lazy.get(id),
            Objects::Loaded(loaded) => follow(id, |id| loaded.objects.get(&id)),
        }
    }

    /// The bytes of the file that streams lie in.
    pub fn file(&self) -> &[u8] {
        match self {
            Objects::Lazy(lazy) => lazy.data,
            Objects::Loaded(_) => &[],
        }
    }

    /// The trailer.
    pub fn trailer(&self) -> &Dictionary {
        match self {
            Objects::Lazy(lazy) => lazy.trailer(),
            Objects::Loaded(loaded) => &loaded.trailer,
        }
    }

    /// Objects that say they are pages, for files without a page tree.
    pub fn stray_pages(&self) -> Vec<ObjectId> {
        let Objects::Loaded(loaded) = self else {
            return Vec::new();
        };
        let is_page = |o: &Object| {
            let kind = o.as_dict().and_then(|d| d.get(b"Type"));
            kind.and_then(Object::as_name) == Some(b"Page")
        };
        loaded
            .objects
            .iter()
            .filter(|(_, o)| is_page(o))
            .map(|(id, _)| *id)
            .collect()
    }

    /// Whether the cross-reference table had to be rebuilt.
    pub fn is_recovered(&self) -> bool {
        match self {
            Objects::Lazy(lazy) => lazy.is_recovered(),
            Objects::Loaded(loaded) => loaded.recovered,
        }
    }

    /// Whether the lazy reader met something that it does not understand.
    pub fn is_broken(&self) -> bool {
        matches!(self, Objects::Lazy(lazy) if lazy.is_broken())
    }
}

fn stream_limit(limits: &Limits) -> usize {
    usize::try_from(limits.max_inflated / 4).unwrap_or(64 << 20)
}

/// Loads a file as `lopdf` does, with each password in turn.
fn open(bytes: &[u8], limits: &Limits, reconstruct: bool) -> lopdf::Result<Document> {
    let with = |password: Option<&str>| {
        let options = LoadOptions {
            password: password.map(str::to_owned),
            max_decompressed_size: Some(stream_limit(limits)),
            force_reconstruct: reconstruct,
            ..LoadOptions::default()
        };
        Document::load_mem_with_options(bytes, options)
    };
    let mut loaded = with(None);
    for password in limits.passwords.iter() {
        if !loaded.as_ref().is_err_and(is_locked) {
            break;
        }
        loaded = with(Some(password));
    }
    loaded
}

fn is_locked(error: &lopdf::Error) -> bool {
    matches!(
        error,
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)
    )
}

fn load(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let head = &bytes[..bytes.len().min(1024)];
    let header = memchr::memmem::find(head, b"%PDF-");
    let start = header.unwrap_or(0);
    let document = match open(bytes, limits, false) {
        Ok(document) => document,
        Err(error) if is_locked(&error) => return Err(Error::Encrypted),
        Err(first) => {
            if header.is_none() && memchr::memmem::find(bytes, b" obj").is_none() {
                return Err(Error::NotPdf);
            }
            // Offsets may count from the header, or the header be missing.
            let mut patched = Vec::with_capacity(bytes.len() + 16);
            if header.is_none() {
                patched.extend_from_slice(b"%PDF-1.4\n");
            }
            patched.extend_from_slice(&bytes[start..]);
            open(&patched, limits, true).map_err(|_| Error::Damaged(first.to_string()))?
        }
    };
    // lopdf's own question overlooks an encryption written in the trailer itself.
    if document.trailer.has(b"Encrypt") {
        return Err(Error::Encrypted);
    }
    if document
        .trailer
        .get(b"Root")
        .and_then(lopdf::Object::as_reference)
        .is_err()
        && document.objects.is_empty()
    {
        return Err(Error::Damaged("it holds no objects".to_owned()));
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures/pdf")
            .join(name);
        let bytes = std::fs::read(path).unwrap();
        let limits = Limits::default();
        let lazy = Objects::lazy(&bytes, &limits).expect("a sound file");
        let Ok(Objects::Loaded(loaded)) = Objects::load(&bytes, &limits) else {
            panic!("{name} does not load");
        };
        let file = lazy.file();
        let mut same = 0;
        for (&id, object) in &loaded.objects {
            let Some(own) = lazy.get(id) else {
                continue;
            };
            if let (Object::Stream(a), Object::Stream(b)) = (own, object) {
                let data = a.bytes(file);
                assert!(data.is_some());
                assert_eq!(data, b.bytes(file), "{name} {id:?}");
            } else if !matches!(object, Object::Reference(_)) {
                assert_eq!(own, object, "{name} {id:?}");
            }
            same += 1;
        }
        assert!(!lazy.is_broken(), "{name}");
        assert!(same > 5, "{name}");
    }

    #[test]
    fn reads_the_same_objects_as_a_full_load() {
        for name in [
            "lo_letterhead.pdf",
            "latex_twocol.pdf",
            "qpdf_aes256.pdf",
            "typst_comm.pdf",
            "word_like.pdf",
            "weasy_comm.pdf",
        ] {
            check(name);
        }
    }
}
