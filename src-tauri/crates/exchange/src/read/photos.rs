//! Photos: base64 under their hash, or under a name that captions of the same file use.

use super::Reader;
use super::file::Index;
use crate::found::Path;
use crate::json::Scanner;
use crate::problem::{JsonType, PhotoProblem, ProblemKind, Wanted};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

impl Reader<'_> {
    /// Reads all photos, one at a time.
    pub(super) fn read_photos(&mut self, index: &Index) {
        let Some(at) = index.get("photos") else { return };
        let path = Path::Root.key("photos");
        let mut scanner = Scanner::new(self.text, *at);
        if scanner.peek() != Some(b'{') {
            let kind = ProblemKind::WrongType { wanted: Wanted::Object, found: JsonType::List };
            return self.problems.add(*at, &path, kind);
        }
        let read = scanner.members(|scanner, name, key_at| {
            let path = path.key(&name);
            if self.names.photos.contains_key(name.as_ref()) {
                let kind = ProblemKind::DuplicateKey { key: name.to_string() };
                self.problems.add(key_at, &path, kind);
            }
            let at = scanner.place();
            if scanner.peek() == Some(b'"') {
                let text = scanner.string()?;
                self.photo_bytes(&name, &text, at, &path);
                return Ok(());
            }
            let kind = ProblemKind::WrongType { wanted: Wanted::Text, found: JsonType::Object };
            self.problems.add(at, &path, kind);
            scanner.skip()
        });
        self.noted(&path, read);
    }

    fn photo_bytes(&mut self, name: &str, text: &str, at: usize, path: &Path<'_>) {
        let Ok(bytes) = STANDARD.decode(text) else {
            return self.problems.add(at, path, PhotoProblem::Encoding);
        };
        let hash: String = Sha256::digest(&bytes).iter().map(|it| format!("{it:02x}")).collect();
        if is_hash(name) && name.to_lowercase() != hash {
            return self.problems.add(at, path, PhotoProblem::Hash);
        }
        self.names.photos.insert(name.to_owned(), hash.clone());
        self.names.photos.insert(hash.clone(), hash.clone());
        self.photos.push((hash, bytes));
    }
}

fn is_hash(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}
