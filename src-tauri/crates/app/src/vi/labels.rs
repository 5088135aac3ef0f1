//! Names of user actions in the change log and in “Hoàn tác: …”.

/// A field was written.
#[must_use]
pub fn edit(what: &str) -> String {
    format!("sửa {what}")
}

/// A row was added.
#[must_use]
pub fn add(what: &str) -> String {
    format!("thêm {what}")
}

/// A row was removed.
#[must_use]
pub fn remove(what: &str) -> String {
    format!("xóa {what}")
}

/// A dossier was made.
#[must_use]
pub fn create(label: &str) -> String {
    format!("lập hồ sơ {label}")
}

/// A reason was given.
pub const REASON: &str = "ghi lý do";
/// A photo was attached.
pub const PHOTO: &str = "gắn ảnh";
/// Typed text that could not be read was kept.
#[must_use]
pub fn draft(what: &str) -> String {
    format!("giữ chữ chưa đọc được ở {what}")
}
