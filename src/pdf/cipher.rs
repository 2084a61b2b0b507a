//! Encrypted files that open with the empty password. The key is derived
//! once, where a general reader tries every kind of password, and what is
//! needed is decrypted as it is read.

use aes::cipher::{
    Array, BlockCipherDecrypt, BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit,
};
use md5::Md5;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::object::{Data, Dictionary, Object, ObjectId};

/// What passwords are filled up with.
const PADDING: [u8; 32] = *b"\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\
\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a";

/// The key of a file.
#[derive(Debug, Clone)]
pub struct Key {
    method: Method,
    bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    /// Nothing of the text is encrypted (attachments may be).
    Nothing,
    Rc4,
    Aes128,
    Aes256,
}

impl Key {
    /// The key of an encryption dictionary, if the file opens without a
    /// password; `id` is the first part of the file's identifier.
    pub fn of(dict: &Dictionary, id: &[u8]) -> Option<Self> {
        if name(dict, b"Filter")? != b"Standard" {
            return None;
        }
        let method = method(dict)?;
        let mut bytes = match (method, whole(dict, b"R")?) {
            (Method::Nothing, _) => Vec::new(),
            (Method::Aes256, revision @ 5..=6) => key_of_revision_6(dict, revision)?,
            (Method::Rc4 | Method::Aes128, revision @ 2..=4) => {
                let stated = whole(dict, b"Length").map(|bits| bits as usize / 8);
                let possible = |n: &usize| (5..=16).contains(n);
                let stated = stated.filter(possible).unwrap_or(5);
                let own = filter(dict).and_then(|f| whole(f, b"Length"));
                let own = own.map(|n| n as usize).filter(possible).unwrap_or(16);
                let lengths = [if revision == 2 { 5 } else { stated }, own, 16, 5];
                lengths
                    .into_iter()
                    .find_map(|length| key_of_revision_4(dict, id, revision, length))?
            }
            _ => return None,
        };
        if whole(dict, b"V") == Some(4) {
            // What Acrobat does with the shorter keys of crypt filters.
            bytes.resize(bytes.len().max(16), 0);
        }
        Some(Self { method, bytes })
    }

    /// Decrypts what an object of a file holds; `None` if it cannot be what
    /// was encrypted.
    pub fn decrypt(&self, object: &mut Object, id: ObjectId, file: &[u8]) -> Option<()> {
        match self.method {
            Method::Nothing => Some(()),
            Method::Aes256 => self.object(object, &self.bytes, file),
            Method::Rc4 | Method::Aes128 => {
                let mut hash = Md5::new();
                hash.update(&self.bytes);
                hash.update(&id.0.to_le_bytes()[..3]);
                hash.update(id.1.to_le_bytes());
                if self.method == Method::Aes128 {
                    hash.update(b"sAlT");
                }
                let length = (self.bytes.len() + 5).min(16);
                self.object(object, &hash.finalize()[..length], file)
            }
        }
    }

    fn object(&self, object: &mut Object, key: &[u8], file: &[u8]) -> Option<()> {
        match object {
            Object::String(bytes) => self.bytes(bytes, key)?,
            Object::Array(items) => {
                for item in items {
                    self.object(item, key, file)?;
                }
            }
            Object::Dictionary(dict) => self.dictionary(dict, key, file)?,
            Object::Stream(stream) => {
                if name(&stream.dict, b"Type") == Some(b"XRef") {
                    return Some(());
                }
                // A stream may choose another way of encryption.
                let filters = stream.filters().unwrap_or_default();
                if filters.contains(&&b"Crypt"[..]) {
                    return None;
                }
                self.dictionary(&mut stream.dict, key, file)?;
                if let Data::At(range) = &stream.data {
                    let mut data = file.get(range.clone())?.to_vec();
                    self.bytes(&mut data, key)?;
                    stream.data = Data::Own(data);
                }
            }
            _ => {}
        }
        Some(())
    }

    fn dictionary(&self, dict: &mut Dictionary, key: &[u8], file: &[u8]) -> Option<()> {
        for value in dict.values_mut() {
            self.object(value, key, file)?;
        }
        Some(())
    }

    fn bytes(&self, bytes: &mut Vec<u8>, key: &[u8]) -> Option<()> {
        if self.method == Method::Rc4 {
            rc4(key, bytes);
            return Some(());
        }
        if bytes.is_empty() {
            return Some(());
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

/// The filter that streams go through.
fn filter(dict: &Dictionary) -> Option<&Dictionary> {
    let filters = dict.get(b"CF").and_then(Object::as_dict)?;
    filters
        .get(name(dict, b"StmF")?)
        .and_then(Object::as_dict)
}

/// How streams and strings are encrypted, if both alike.
fn method(dict: &Dictionary) -> Option<Method> {
    match whole(dict, b"V")? {
        1 | 2 => return Some(Method::Rc4),
        4 | 5 => {}
        _ => return None,
    }
    let streams = name(dict, b"StmF").unwrap_or(b"Identity");
    if streams != name(dict, b"StrF").unwrap_or(b"Identity") {
        return None;
    }
    if streams == b"Identity" {
        return Some(Method::Nothing);
    }
    match name(filter(dict)?, b"CFM")? {
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

/// The key for the empty user password, if that is the user's.
fn key_of_revision_4(
    dict: &Dictionary,
    id: &[u8],
    revision: i64,
    length: usize,
) -> Option<Vec<u8>> {
    let user = text(dict, b"U")?;
    let key = empty_password_key(dict, id, revision, length)?;
    let check = check_of_revision_4(&key, id, revision);
    (user.get(..check.len())? == check).then_some(key)
}

/// Algorithm 2 of ISO 32000-1, for the empty user password.
fn empty_password_key(
    dict: &Dictionary,
    id: &[u8],
    revision: i64,
    length: usize,
) -> Option<Vec<u8>> {
    let owner = text(dict, b"O")?;
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(owner.get(..32)?);
    hash.update((whole(dict, b"P")? as u32).to_le_bytes());
    hash.update(id);
    if revision >= 4 && !encrypts_metadata(dict) {
        hash.update([0xff; 4]);
    }
    let mut key = hash.finalize().to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key[..length]).to_vec();
        }
    }
    key.truncate(length);
    Some(key)
}

/// Algorithms 4 and 5 of ISO 32000-1: what the file holds under `U` if its key is this.
fn check_of_revision_4(key: &[u8], id: &[u8], revision: i64) -> Vec<u8> {
    if revision == 2 {
        let mut check = PADDING.to_vec();
        rc4(key, &mut check);
        return check;
    }
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(id);
    let mut check = hash.finalize().to_vec();
    for round in 0..20u8 {
        let turned: Vec<u8> = key.iter().map(|b| b ^ round).collect();
        rc4(&turned, &mut check);
    }
    check
}

/// Algorithm 2.A of ISO 32000-2, for the empty user password; revision 5, its
/// forerunner, hashes once.
fn key_of_revision_6(dict: &Dictionary, revision: i64) -> Option<Vec<u8>> {
    let salt = text(dict, b"U")?.get(40..48)?;
    let mut key: [u8; 32] = text(dict, b"UE")?.try_into().ok()?;
    let wrapping = if revision == 5 {
        Sha256::digest(salt).into()
    } else {
        hash_of_revision_6(salt)
    };
    let (blocks, _) = Array::slice_as_chunks_mut(&mut key);
    cbc::Decryptor::<aes::Aes256>::new(&wrapping.into(), &[0; 16].into()).decrypt_blocks(blocks);
    // The permissions, decrypted, tell whether the key is right.
    let mut permissions = aes::Block::try_from(text(dict, b"Perms")?).ok()?;
    aes::Aes256::new(&key.into()).decrypt_block(&mut permissions);
    (permissions[9..12] == *b"adb").then(|| key.to_vec())
}

/// Algorithm 2.B of ISO 32000-2, for the empty user password.
fn hash_of_revision_6(salt: &[u8]) -> [u8; 32] {
    let first16 = |bytes: &[u8]| {
        let mut out = [0u8; 16];
        out.copy_from_slice(&bytes[..16]);
        out
    };
    let mut k = Sha256::digest(salt).to_vec();
    let mut data = Vec::with_capacity(64 * 64);
    for round in 1u32.. {
        data.clear();
        for _ in 0..64 {
            data.extend_from_slice(&k);
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
    use super::*;

    #[test]
    fn a_short_key_of_a_crypt_filter_is_filled_up() {
        let filter = |method: &str| {
            let mut standard = Dictionary::new();
            standard.set("CFM", Object::Name(method.as_bytes().to_vec()));
            standard.set("Length", 6);
            let mut filters = Dictionary::new();
            filters.set("StdCF", standard);
            filters
        };
        let mut dict = Dictionary::new();
        dict.set("Filter", Object::Name(b"Standard".to_vec()));
        dict.set("V", 4);
        dict.set("R", 4);
        dict.set("Length", 48);
        dict.set("P", -4);
        dict.set("CF", filter("V2"));
        dict.set("StmF", Object::Name(b"StdCF".to_vec()));
        dict.set("StrF", Object::Name(b"StdCF".to_vec()));
        dict.set("O", Object::string_literal("o".repeat(32)));
        let short = empty_password_key(&dict, b"id", 4, 6).unwrap();
        let mut user = check_of_revision_4(&short, b"id", 4);
        user.resize(32, 0);
        dict.set("U", Object::string_literal(user));
        let key = Key::of(&dict, b"id").unwrap();
        assert_eq!(key.method, Method::Rc4);
        assert_eq!(key.bytes[..6], short);
        assert_eq!(key.bytes[6..], [0; 10]);
        // What version 5 calls itself does not matter.
        dict.set("V", 5);
        dict.set("CF", filter("AESV2"));
        assert_eq!(method(&dict), Some(Method::Aes256));
    }

    #[test]
    fn rc4_of_a_known_text() {
        let mut data = *b"Plaintext";
        super::rc4(b"Key", &mut data);
        assert_eq!(data, *b"\xbb\xf3\x16\xe8\xd9\x40\xaf\x0a\xd3");
    }
}
