//! AES-256, the encryption of PDF 2.0, opened with the empty password: the
//! key is derived once, where a general reader tries every kind of password.

use aes::cipher::{Array, BlockCipherDecrypt, BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit};
use lopdf::{Dictionary, Object};
use sha2::{Digest, Sha256, Sha384, Sha512};

/// The key of a file.
#[derive(Debug, Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of an encryption dictionary of revision 6, if the file opens
    /// without a password and encrypts all alike.
    pub fn of(dict: &Dictionary) -> Option<Self> {
        let whole = |key: &[u8]| dict.get(key).and_then(Object::as_i64).ok();
        let text = |key: &[u8]| dict.get(key).and_then(Object::as_str).ok();
        let name = |key: &[u8]| dict.get(key).and_then(Object::as_name).ok();
        let filters = dict.get(b"CF").and_then(Object::as_dict).ok()?;
        let method = filters
            .get(b"StdCF")
            .and_then(Object::as_dict)
            .and_then(|f| f.get(b"CFM"))
            .and_then(Object::as_name)
            .ok()?;
        let usual = whole(b"V")? == 5
            && whole(b"R")? == 6
            && name(b"Filter")? == b"Standard"
            && name(b"StmF")? == b"StdCF"
            && name(b"StrF")? == b"StdCF"
            && !matches!(dict.get(b"EncryptMetadata"), Ok(Object::Boolean(false)))
            && method == b"AESV3";
        if !usual {
            return None;
        }
        let salt = text(b"U")?.get(40..48)?;
        let wrapped: [u8; 32] = text(b"UE")?.try_into().ok()?;
        let between = Self(hash(salt));
        let mut key = wrapped;
        between.open(&[0; 16], &mut key);
        // The permissions, decrypted, tell whether the key is right.
        let mut permissions = aes::Block::try_from(text(b"Perms")?).ok()?;
        aes::Aes256::new(&key.into()).decrypt_block(&mut permissions);
        (permissions[9..12] == *b"adb").then_some(Self(key))
    }

    /// Undoes CBC in place; `data` is a whole number of blocks.
    fn open(&self, iv: &[u8; 16], data: &mut [u8]) {
        let mut cipher = cbc::Decryptor::<aes::Aes256>::new(&self.0.into(), iv.into());
        let (blocks, _) = Array::slice_as_chunks_mut(data);
        cipher.decrypt_blocks(blocks);
    }

    /// Decrypts what an object holds; `None` if it cannot be what was encrypted.
    pub fn decrypt(&self, object: &mut Object) -> Option<()> {
        match object {
            Object::String(bytes, _) => self.bytes(bytes)?,
            Object::Array(items) => {
                for item in items {
                    self.decrypt(item)?;
                }
            }
            Object::Dictionary(dict) => self.dictionary(dict)?,
            Object::Stream(stream) => {
                let kind = stream.dict.get(b"Type").and_then(Object::as_name).ok();
                if kind == Some(b"XRef") {
                    return Some(());
                }
                // A stream may choose another way of encryption.
                let filters = stream.filters().unwrap_or_default();
                if filters.contains(&&b"Crypt"[..]) {
                    return None;
                }
                self.dictionary(&mut stream.dict)?;
                self.bytes(&mut stream.content)?;
            }
            _ => {}
        }
        Some(())
    }

    fn dictionary(&self, dict: &mut Dictionary) -> Option<()> {
        for (_, value) in dict.iter_mut() {
            self.decrypt(value)?;
        }
        Some(())
    }

    /// An initial vector, then the blocks, padded at the end.
    fn bytes(&self, bytes: &mut Vec<u8>) -> Option<()> {
        if bytes.is_empty() {
            return Some(());
        }
        let (iv, rest) = bytes.split_first_chunk_mut::<16>()?;
        if rest.len() % 16 != 0 {
            return None;
        }
        self.open(iv, rest);
        let padding = usize::from(rest.last().copied().unwrap_or(0));
        let end = bytes.len() - if padding <= 16 { padding } else { 0 };
        bytes.truncate(end.max(16));
        bytes.drain(..16);
        Some(())
    }
}

/// Algorithm 2.B of ISO 32000-2 for the empty user password.
fn hash(salt: &[u8]) -> [u8; 32] {
    let mut k = Sha256::digest(salt).to_vec();
    let mut data = Vec::with_capacity(64 * 64);
    for round in 1u32.. {
        data.clear();
        for _ in 0..64 {
            data.extend_from_slice(&k);
        }
        let (key, iv): ([u8; 16], [u8; 16]) = (first16(&k), first16(&k[16..]));
        let mut cipher = cbc::Encryptor::<aes::Aes128>::new(&key.into(), &iv.into());
        let (blocks, _) = Array::slice_as_chunks_mut(&mut data);
        cipher.encrypt_blocks(blocks);
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

fn first16(bytes: &[u8]) -> [u8; 16] {
    let mut out = [0; 16];
    out.copy_from_slice(&bytes[..16]);
    out
}
