//! Names of user actions in the change log and in “Hoàn tác: …”, and of typed days.

/// A day that is typed beside the forms.
pub const DAY: &str = "Ngày";

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

/// An event of units was recorded.
#[must_use]
pub fn unit_event(what: &str) -> String {
    format!("ghi biến động: {what}")
}

/// An event of units was taken away.
#[must_use]
pub fn unit_event_gone(what: &str) -> String {
    format!("bỏ biến động: {what}")
}

/// A named set of units was kept.
#[must_use]
pub fn set(name: &str) -> String {
    format!("sửa nhóm đơn vị {name}")
}

/// A step of a year.
#[must_use]
pub fn year(step: &str, year: i32) -> String {
    format!("{step} năm {year}")
}

/// What changed since a document.
#[must_use]
pub fn since(document: &str) -> String {
    format!("Thay đổi từ bản {document}")
}

/// A cell of the table was written.
#[must_use]
pub fn cell(unit: &str, column: &str) -> String {
    format!("sửa {unit} · {column}")
}

/// A block of cells was pasted.
#[must_use]
pub fn pasted(count: usize) -> String {
    format!("dán {} ô", crate::units::printed(count))
}

/// The columns of a table were chosen.
#[must_use]
pub fn columns(group: &str) -> String {
    format!("chọn cột của bảng {group}")
}

/// The total on a paper was typed.
#[must_use]
pub fn paper(column: &str) -> String {
    format!("sửa cộng trên giấy: {column}")
}

/// A file of the open format was taken in.
#[must_use]
pub fn import(file: &str) -> String {
    format!("nhập tệp {file}")
}

/// A catalogue pack was taken in.
#[must_use]
pub fn import_catalogue(file: &str) -> String {
    format!("nhập danh mục {file}")
}

/// A cell of the table got an old value back.
#[must_use]
pub fn restored(unit: &str, column: &str) -> String {
    format!("lấy lại số cũ của {unit} · {column}")
}
