//! The fixed parts of the package, and the properties of the file.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use super::package::Relations;
use crate::clean::clean;
use crate::document::Meta;
use crate::xml::escape;

/// Content type of `docProps/core.xml`.
pub(super) const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
/// Content type of `docProps/app.xml`.
pub(super) const APP_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/// Writes `_rels/.rels`.
pub(super) fn package_relations() -> Vec<u8> {
    const CORE: &str =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    Relations::new()
        .office("rId1", "officeDocument", "word/document.xml")
        .with("rId2", CORE, "docProps/core.xml")
        .office("rId3", "extended-properties", "docProps/app.xml")
        .finish()
}

/// `docProps/app.xml`.
pub(super) const APP_PROPERTIES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/"#,
    r#"extended-properties"><Application>Báo cáo 138</Application></Properties>"#,
);

/// `word/settings.xml`: compatibility with Word 2013 and later, so that no banner shows; the space
/// below a paragraph and above the next are added, as on the pages.
pub(super) const SETTINGS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>"#,
    r#"<w:characterSpacingControl w:val="doNotCompress"/>"#,
    r#"<w:compat><w:doNotUseHTMLParagraphAutoSpacing/><w:compatSetting w:name="compatibilityMode" "#,
    r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
    r#"<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>"#,
    r#"</w:settings>"#,
);

/// `word/fontTable.xml`: what to look for where Times New Roman is missing.
pub(super) const FONT_TABLE: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/>"#,
    r#"<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>"#,
    r#"<w:pitch w:val="variable"/></w:font></w:fonts>"#,
);

/// `word/header1.xml`: the page number, centred (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.7).
pub(super) const PAGE_NUMBER_HEADER: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>"#,
    r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#,
    r#"<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>"#,
    r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>"#,
    r#"<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"#,
);

/// `word/header2.xml`: nothing, for first pages and for sections without numbers.
pub(super) const EMPTY_HEADER: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>"#,
);

/// Writes `docProps/core.xml`. Without a date there is none: never the clock.
pub(super) fn core_properties(meta: &Meta) -> String {
    let text = |text: &str| escape(&clean(text));
    let mut xml = format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/"#,
            r#"metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" "#,
            r#"xmlns:dcterms="http://purl.org/dc/terms/" "#,
            r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#,
            "<dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator>",
            "<cp:keywords>{}</cp:keywords><dc:language>vi-VN</dc:language>",
        ),
        text(&meta.title),
        text(&meta.subject),
        text(&meta.author),
        text(&meta.keywords.join(", ")),
    );
    if let Some(instant) = meta.date.and_then(midnight) {
        for name in ["created", "modified"] {
            let _ = write!(
                xml,
                r#"<dcterms:{name} xsi:type="dcterms:W3CDTF">{instant}</dcterms:{name}>"#
            );
        }
    }
    xml.push_str("</cp:coreProperties>");
    xml
}

/// Returns midnight in Vietnam (+07:00) on a date, in UTC as Word expects it.
fn midnight(date: NaiveDate) -> Option<String> {
    let eve = date.checked_sub_days(Days::new(1))?;
    Some(eve.format("%Y-%m-%dT17:00:00Z").to_string())
}
