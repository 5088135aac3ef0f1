//! The fixed parts of the package, and the properties and relations that vary little.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use super::{media_relation, media_target};
use crate::clean::clean;
use crate::document::Meta;
use crate::picture::PreparedPicture;
use crate::xml::escape;

/// `[Content_Types].xml`.
pub(super) const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" "#,
    r#"ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Default Extension="png" ContentType="image/png"/>"#,
    r#"<Default Extension="jpeg" ContentType="image/jpeg"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd."#,
    r#"openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd."#,
    r#"openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd."#,
    r#"openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    r#"<Override PartName="/word/header1.xml" ContentType="application/vnd."#,
    r#"openxmlformats-officedocument.wordprocessingml.header+xml"/>"#,
    r#"<Override PartName="/word/header2.xml" ContentType="application/vnd."#,
    r#"openxmlformats-officedocument.wordprocessingml.header+xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" "#,
    r#"ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    r#"<Override PartName="/docProps/app.xml" ContentType="application/vnd."#,
    r#"openxmlformats-officedocument.extended-properties+xml"/>"#,
    r#"</Types>"#,
);

/// `_rels/.rels`.
pub(super) const PACKAGE_RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/"#,
    r#"relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/"#,
    r#"relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    r#"<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/"#,
    r#"relationships/extended-properties" Target="docProps/app.xml"/>"#,
    r#"</Relationships>"#,
);

/// `docProps/app.xml`.
pub(super) const APP_PROPERTIES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/"#,
    r#"extended-properties"><Application>Báo cáo 138</Application></Properties>"#,
);

/// `word/settings.xml`: compatibility with Word 2013 and later, so that no banner shows.
pub(super) const SETTINGS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>"#,
    r#"<w:characterSpacingControl w:val="doNotCompress"/>"#,
    r#"<w:compat><w:compatSetting w:name="compatibilityMode" "#,
    r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#,
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

/// `word/header2.xml`: nothing, for the first page.
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

/// Writes `word/_rels/document.xml.rels`.
pub(super) fn document_relations(media: &[PreparedPicture]) -> String {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut xml = String::from(concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    ));
    let mut push = |id: &str, kind: &str, target: &str| {
        let _ = write!(xml, r#"<Relationship Id="{id}" Type="{TYPE}/{kind}" Target="{target}"/>"#);
    };
    push("rIdStyles", "styles", "styles.xml");
    push("rIdSettings", "settings", "settings.xml");
    push("rIdHeader", "header", "header1.xml");
    push("rIdFirstHeader", "header", "header2.xml");
    for (index, picture) in media.iter().enumerate() {
        push(&media_relation(index), "image", &media_target(index, picture));
    }
    xml.push_str("</Relationships>");
    xml
}
