//! Encrypted files that open with the empty password, or with one that was
//! given. The key is derived once, where a general reader tries every kind of
//! password, and what is needed is decrypted as it is read.

use aes::cipher::{
    Array, BlockCipherDecrypt, BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit,
};
use md5::Md5;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::object::{Data, Dictionary, Object, ObjectId};
use super::password::{Passwords, new_forms, old_forms};

/// What passwords are filled up with.
const PADDING: [u8; 32] = *b"\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\
\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a";

/// The key of a file.
#[derive(Clone)]
pub struct Key {
    streams: Method,
    strings: Method,
    bytes: Vec<u8>,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({:?}, {:?})", self.streams, self.strings)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    /// Not encrypted (attachments may be).
    Nothing,
    Rc4,
    Aes128,
    Aes256,
}

impl Key {
    /// The key of an encryption dictionary, if the file opens without a
    /// password or with one of these; `id` is the first part of the file's
    /// identifier.
    pub fn of(dict: &Dictionary, id: &[u8], passwords: &Passwords) -> Option<Self> {
        if name(dict, b"Filter")? != b"Standard" {
            return None;
        }
        let (streams, strings) = (method(dict, b"StmF")?, method(dict, b"StrF")?);
        let both = [streams, strings];
        let new = both.contains(&Method::Aes256);
        let old = both.contains(&Method::Rc4) || both.contains(&Method::Aes128);
        let mut bytes = match (old, new, whole(dict, b"R")?) {
            (false, false, _) => Vec::new(),
            (false, true, revision @ 5..=6) => {
                let lock = NewLock { dict, revision };
                let given = || passwords.iter().flat_map(new_forms);
                let found = lock.user(b"");
                found.or_else(|| given().find_map(|p| lock.user(&p).or_else(|| lock.owner(&p))))?
            }
            (true, false, revision @ 2..=4) => {
                let stated = whole(dict, b"Length").map(|bits| bits as usize / 8);
                let possible = |n: &usize| (5..=16).contains(n);
                let stated = stated.filter(possible).unwrap_or(5);
                let own = filter(dict, b"StmF").and_then(|f| whole(f, b"Length"));
                let own = own.map(|n| n as usize).filter(possible).unwrap_or(16);
                let lengths = [if revision == 2 { 5 } else { stated }, own, 16, 5];
                let locks = lengths.map(|length| OldLock {
                    dict,
                    id,
                    revision,
                    length,
                });
                let given = || passwords.iter().flat_map(old_forms);
                let open = |p: &[u8]| locks.iter().find_map(|lock| lock.user(p));
                let found = open(b"");
                let owned = |p: &[u8]| locks.iter().find_map(|lock| lock.owner(p));
                found.or_else(|| given().find_map(|p| open(&p).or_else(|| owned(&p))))?
            }
            _ => return None,
        };
        if whole(dict, b"V") == Some(4) {
            // What Acrobat does with the shorter keys of crypt filters.
            bytes.resize(bytes.len().max(16), 0);
        }
        Some(Self {
            streams,
            strings,
            bytes,
        })
    }

    /// Decrypts what an object of a file holds; `None` if it cannot be what
    /// was encrypted.
    pub fn decrypt(&self, object: &mut Object, id: ObjectId, file: &[u8]) -> Option<()> {
        let strings = self.seal(self.strings, id);
        let streams = if self.streams == self.strings {
            strings.clone()
        } else {
            self.seal(self.streams, id)
        };
        let opener = Opener {
            file,
            streams,
            strings,
        };
        opener.object(object)
    }

    /// How the object with this identifier is encrypted.
    fn seal(&self, method: Method, id: ObjectId) -> Seal {
        let key = match method {
            Method::Nothing => Vec::new(),
            Method::Aes256 => self.bytes.clone(),
            Method::Rc4 | Method::Aes128 => {
                let mut hash = Md5::new();
                hash.update(&self.bytes);
                hash.update(&id.0.to_le_bytes()[..3]);
                hash.update(id.1.to_le_bytes());
                if method == Method::Aes128 {
                    hash.update(b"sAlT");
                }
                let length = (self.bytes.len() + 5).min(16);
                hash.finalize()[..length].to_vec()
            }
        };
        Seal { method, key }
    }
}

/// Decrypts one object.
struct Opener<'f> {
    file: &'f [u8],
    streams: Seal,
    strings: Seal,
}

impl Opener<'_> {
    fn object(&self, object: &mut Object) -> Option<()> {
        match object {
            Object::String(bytes) => self.strings.open(bytes)?,
            Object::Array(items) => {
                for item in items {
                    self.object(item)?;
                }
            }
            Object::Dictionary(dict) => self.dictionary(dict)?,
            Object::Stream(stream) => {
                if name(&stream.dict, b"Type") == Some(b"XRef") {
                    return Some(());
                }
                // A stream may choose another way of encryption.
                let filters = stream.filters().unwrap_or_default();
                if filters.contains(&&b"Crypt"[..]) {
                    return None;
                }
                self.dictionary(&mut stream.dict)?;
                if self.streams.method != Method::Nothing
                    && let Data::At(range) = &stream.data
                {
                    let mut data = self.file.get(range.clone())?.to_vec();
                    self.streams.open(&mut data)?;
                    stream.data = Data::Own(data);
                }
            }
            _ => {}
        }
        Some(())
    }

    fn dictionary(&self, dict: &mut Dictionary) -> Option<()> {
        for value in dict.values_mut() {
            self.object(value)?;
        }
        Some(())
    }
}

/// How something is encrypted, and with which key.
#[derive(Clone)]
struct Seal {
    method: Method,
    key: Vec<u8>,
}

impl Seal {
    fn open(&self, bytes: &mut Vec<u8>) -> Option<()> {
        let key = self.key.as_slice();
        match self.method {
            Method::Nothing => return Some(()),
            Method::Rc4 => {
                rc4(key, bytes);
                return Some(());
            }
            Method::Aes128 | Method::Aes256 if bytes.is_empty() => return Some(()),
            Method::Aes128 | Method::Aes256 => {}
        }
        // An initial vector, then the blocks, padded at the end.
        let (iv, rest) = bytes.split_first_chunk_mut::<16>()?;
        if rest.len() % 16 != 0 {
            return None;
        }
        let (blocks, _) = Array::slice_as_chunks_mut(rest);
        if self.method == Method::Aes256 {
            let key: [u8; 32] = key.try_into().ok()?;
            cbc::Decryptor::<aes::Aes256>::new(&key.into(), (&*iv).into()).decrypt_blocks(blocks);
        } else {
            let key: [u8; 16] = key.try_into().ok()?;
            cbc::Decryptor::<aes::Aes128>::new(&key.into(), (&*iv).into()).decrypt_blocks(blocks);
        }
        let padding = usize::from(rest.last().copied().unwrap_or(0));
        let end = bytes.len() - if padding <= 16 { padding } else { 0 };
        bytes.truncate(end.max(16));
        bytes.drain(..16);
        Some(())
    }
}

fn whole(dict: &Dictionary, key: &[u8]) -> Option<i64> {
    dict.get(key).and_then(Object::as_i64)
}

fn text<'d>(dict: &'d Dictionary, key: &[u8]) -> Option<&'d [u8]> {
    dict.get(key).and_then(Object::as_str)
}

fn name<'d>(dict: &'d Dictionary, key: &[u8]) -> Option<&'d [u8]> {
    dict.get(key).and_then(Object::as_name)
}

/// The filter that streams (`StmF`) or strings (`StrF`) go through.
fn filter<'d>(dict: &'d Dictionary, which: &[u8]) -> Option<&'d Dictionary> {
    let filters = dict.get(b"CF").and_then(Object::as_dict)?;
    filters.get(name(dict, which)?).and_then(Object::as_dict)
}

/// How streams (`StmF`) or strings (`StrF`) are encrypted.
fn method(dict: &Dictionary, which: &[u8]) -> Option<Method> {
    match whole(dict, b"V")? {
        1 | 2 => return Some(Method::Rc4),
        4 | 5 => {}
        _ => return None,
    }
    if name(dict, which).unwrap_or(b"Identity") == b"Identity" {
        return Some(Method::Nothing);
    }
    match name(filter(dict, which)?, b"CFM")? {
        b"V2" => Some(Method::Rc4),
        // Version 5 has keys of 256 bits, whatever a producer calls it.
        b"AESV2" if whole(dict, b"V") == Some(5) => Some(Method::Aes256),
        b"AESV2" => Some(Method::Aes128),
        b"AESV3" => Some(Method::Aes256),
        _ => None,
    }
}

fn encrypts_metadata(dict: &Dictionary) -> bool {
    !matches!(dict.get(b"EncryptMetadata"), Some(Object::Boolean(false)))
}

/// A password filled up, or cut, to 32 bytes.
fn padded(password: &[u8]) -> [u8; 32] {
    let mut bytes = password.iter().chain(&PADDING).copied();
    std::array::from_fn(|_| bytes.next().unwrap_or_default())
}

/// The encryption of revisions 2 to 4, ISO 32000-1, with keys of this length.
struct OldLock<'d> {
    dict: &'d Dictionary,
    id: &'d [u8],
    revision: i64,
    length: usize,
}

impl OldLock<'_> {
    /// The key, if this is the user's password.
    fn user(&self, password: &[u8]) -> Option<Vec<u8>> {
        let key = self.key(&padded(password))?;
        let check = self.check(&key);
        let user = text(self.dict, b"U")?;
        (user.get(..check.len())? == check).then_some(key)
    }

    /// The key, if this is the owner's password: it opens that of the user
    /// (algorithm 7).
    fn owner(&self, password: &[u8]) -> Option<Vec<u8>> {
        let mut hash = Md5::digest(padded(password)).to_vec();
        if self.revision >= 3 {
            for _ in 0..50 {
                hash = Md5::digest(&hash).to_vec();
            }
        }
        hash.truncate(self.length);
        let mut user = text(self.dict, b"O")?.get(..32)?.to_vec();
        for round in if self.revision == 2 { 0..1 } else { 0..20u8 }.rev() {
            let turned: Vec<u8> = hash.iter().map(|b| b ^ round).collect();
            rc4(&turned, &mut user);
        }
        self.user(&user)
    }

    /// Algorithm 2, of a password filled up.
    fn key(&self, password: &[u8; 32]) -> Option<Vec<u8>> {
        let owner = text(self.dict, b"O")?;
        let mut hash = Md5::new();
        hash.update(password);
        hash.update(owner.get(..32)?);
        hash.update((whole(self.dict, b"P")? as u32).to_le_bytes());
        hash.update(self.id);
        if self.revision >= 4 && !encrypts_metadata(self.dict) {
            hash.update([0xff; 4]);
        }
        let mut key = hash.finalize().to_vec();
        if self.revision >= 3 {
            for _ in 0..50 {
                key = Md5::digest(&key[..self.length]).to_vec();
            }
        }
        key.truncate(self.length);
        Some(key)
    }

    /// Algorithms 4 and 5: what the file holds under `U` if its key is this.
    fn check(&self, key: &[u8]) -> Vec<u8> {
        if self.revision == 2 {
            let mut check = PADDING.to_vec();
            rc4(key, &mut check);
            return check;
        }
        let mut hash = Md5::new();
        hash.update(PADDING);
        hash.update(self.id);
        let mut check = hash.finalize().to_vec();
        for round in 0..20u8 {
            let turned: Vec<u8> = key.iter().map(|b| b ^ round).collect();
            rc4(&turned, &mut check);
        }
        check
    }
}

/// The encryption of revision 6, ISO 32000-2, and of 5, its forerunner.
struct NewLock<'d> {
    dict: &'d Dictionary,
    revision: i64,
}

impl NewLock<'_> {
    /// The key, if this is the user's password.
    fn user(&self, password: &[u8]) -> Option<Vec<u8>> {
        self.key(password, text(self.dict, b"U")?, b"UE", b"")
    }

    /// The key, if this is the owner's password.
    fn owner(&self, password: &[u8]) -> Option<Vec<u8>> {
        let user = text(self.dict, b"U")?.get(..48)?;
        self.key(password, text(self.dict, b"O")?, b"OE", user)
    }

    /// Algorithm 2.A: the key as it is wrapped for one of the two.
    fn key(&self, password: &[u8], own: &[u8], wrapped: &[u8], user: &[u8]) -> Option<Vec<u8>> {
        let salt = own.get(40..48)?;
        let mut key: [u8; 32] = text(self.dict, wrapped)?.try_into().ok()?;
        let first = [password, salt, user].concat();
        let wrapping = if self.revision == 5 {
            Sha256::digest(&first).into()
        } else {
            hash_of_revision_6(password, &first, user)
        };
        let (blocks, _) = Array::slice_as_chunks_mut(&mut key);
        cbc::Decryptor::<aes::Aes256>::new(&wrapping.into(), &[0; 16].into())
            .decrypt_blocks(blocks);
        // The permissions, decrypted, tell whether the key is right.
        let mut permissions = aes::Block::try_from(text(self.dict, b"Perms")?).ok()?;
        aes::Aes256::new(&key.into()).decrypt_block(&mut permissions);
        (permissions[9..12] == *b"adb").then(|| key.to_vec())
    }
}

/// Algorithm 2.B; `user` is what the owner's password is hashed with.
fn hash_of_revision_6(password: &[u8], first: &[u8], user: &[u8]) -> [u8; 32] {
    let first16 = |bytes: &[u8]| {
        let mut out = [0u8; 16];
        out.copy_from_slice(&bytes[..16]);
        out
    };
    let mut k = Sha256::digest(first).to_vec();
    let mut data = Vec::with_capacity(64 * (password.len() + 64 + user.len()));
    for round in 1u32.. {
        data.clear();
        for _ in 0..64 {
            data.extend_from_slice(password);
            data.extend_from_slice(&k);
            data.extend_from_slice(user);
        }
        let (key, iv) = (first16(&k), first16(&k[16..]));
        let (blocks, _) = Array::slice_as_chunks_mut(&mut data);
        cbc::Encryptor::<aes::Aes128>::new(&key.into(), &iv.into()).encrypt_blocks(blocks);
        let sum: u32 = data[..16].iter().map(|&b| u32::from(b)).sum();
        k = match sum % 3 {
            0 => Sha256::digest(&data).to_vec(),
            1 => Sha384::digest(&data).to_vec(),
            _ => Sha512::digest(&data).to_vec(),
        };
        let last = u32::from(data[data.len() - 1]);
        if round >= 64 && last + 32 <= round {
            break;
        }
    }
    let mut out = [0; 32];
    out.copy_from_slice(&k[..32]);
    out
}

fn rc4(key: &[u8], data: &mut [u8]) {
    let mut state: [u8; 256] = std::array::from_fn(|i| i as u8);
    let mut j = 0u8;
    for i in 0..256 {
        j = j.wrapping_add(state[i]).wrapping_add(key[i % key.len()]);
        state.swap(i, usize::from(j));
    }
    let (mut i, mut j) = (0u8, 0u8);
    for byte in data {
        i = i.wrapping_add(1);
        j = j.wrapping_add(state[usize::from(i)]);
        state.swap(usize::from(i), usize::from(j));
        let sum = state[usize::from(i)].wrapping_add(state[usize::from(j)]);
        *byte ^= state[usize::from(sum)];
    }
}

#[cfg(test)]
mod tests {
    use super::super::syntax::Parser;
    use super::*;

    #[test]
    fn a_short_key_of_a_crypt_filter_is_filled_up() {
        let dict = |version: i64, method: &str, user: &[u8]| {
            let user: String = user.iter().map(|b| format!("{b:02x}")).collect();
            let text = format!(
                "<</Filter/Standard/V {version}/R 4/Length 48/P -4/StmF/StdCF/StrF/StdCF\
                 /CF<</StdCF<</CFM/{method}/Length 6>>>>/O({})/U<{user}>>>",
                "o".repeat(32)
            );
            Parser::new(text.as_bytes(), 0).dictionary(0).unwrap()
        };
        let locked = dict(4, "V2", b"");
        let lock = OldLock {
            dict: &locked,
            id: b"id",
            revision: 4,
            length: 6,
        };
        let short = lock.key(&PADDING).unwrap();
        let mut user = lock.check(&short);
        user.resize(32, 0);
        let none = Passwords::default();
        let key = Key::of(&dict(4, "V2", &user), b"id", &none).unwrap();
        assert_eq!((key.streams, key.strings), (Method::Rc4, Method::Rc4));
        assert_eq!(key.bytes[..6], short);
        assert_eq!(key.bytes[6..], [0; 10]);
        assert!(Key::of(&dict(4, "V2", &[0; 32]), b"id", &none).is_none());
        // What version 5 calls itself does not matter.
        let new = dict(5, "AESV2", &user);
        assert_eq!(method(&new, b"StmF"), Some(Method::Aes256));
    }

    #[test]
    fn rc4_of_a_known_text() {
        let mut data = *b"Plaintext";
        super::rc4(b"Key", &mut data);
        assert_eq!(data, *b"\xbb\xf3\x16\xe8\xd9\x40\xaf\x0a\xd3");
    }
}
