//! A small writer of DOCX files that can do what clerks do, the wrong things too.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A document; every field can be made wrong.
#[derive(Clone)]
pub struct Doc {
    pub blocks: Vec<Block>,
    /// The last section; the others end with a paragraph.
    pub section: Section,
    pub header: Furniture,
    pub first_header: Furniture,
    pub footer: Furniture,
    pub styles: String,
    pub theme_font: String,
    pub even_and_odd: bool,
}

#[derive(Clone)]
pub enum Block {
    Para(Para),
    Table(Table),
}

#[derive(Clone)]
pub struct Table {
    pub widths: Vec<i32>,
    pub gridded: bool,
    pub rows: Vec<Vec<Vec<Para>>>,
}

#[derive(Clone)]
pub struct Section {
    pub width: i32,
    pub height: i32,
    /// Top, right, bottom, left.
    pub margins: [i32; 4],
    pub title_page: bool,
    pub start: Option<i32>,
    pub format: Option<&'static str>,
}

/// A header or footer: nothing, or a paragraph with the page number.
#[derive(Clone, Default)]
pub struct Furniture {
    pub para: Option<Para>,
}

#[derive(Clone, Default)]
pub struct Para {
    pub style: Option<&'static str>,
    pub align: Option<&'static str>,
    pub left: Option<i32>,
    pub first: Option<i32>,
    pub before: Option<i32>,
    pub after: Option<i32>,
    pub line: Option<(i32, &'static str)>,
    pub contextual: bool,
    pub list: Option<(i32, i32)>,
    pub runs: Vec<Run>,
    /// Width in twips of a line drawn at the paragraph.
    pub drawn: Option<i32>,
    /// The same, as older Word wrote it.
    pub drawn_old: Option<i32>,
    pub bordered: bool,
    pub page_break: bool,
    pub ends: Option<Section>,
    /// What stands before the runs, as it is.
    pub raw: String,
}

#[derive(Clone, Default)]
pub struct Run {
    pub text: String,
    pub size: Option<i32>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    /// Other properties, as they are.
    pub raw: String,
    /// The field with the page number.
    pub page: bool,
}

impl Run {
    pub fn new(text: &str, size: i32, (bold, italic): (bool, bool)) -> Self {
        let (bold, italic) = (Some(bold), Some(italic));
        Self { text: text.into(), size: Some(size * 2), bold, italic, ..Self::default() }
    }

    fn xml(&self) -> String {
        let mut look = String::from(&self.raw);
        for (name, value) in [("b", self.bold), ("i", self.italic)] {
            if let Some(on) = value {
                let _ = write!(look, r#"<w:{name} w:val="{}"/>"#, u8::from(on));
            }
        }
        if let Some(size) = self.size {
            let _ = write!(look, r#"<w:sz w:val="{size}"/>"#);
        }
        let mark = |kind| {
            format!(r#"<w:r><w:rPr>{look}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>"#)
        };
        if self.page {
            return format!(
                r#"{}<w:r><w:instrText> PAGE \* MERGEFORMAT </w:instrText></w:r>{}<w:r><w:rPr>{look}</w:rPr><w:t>2</w:t></w:r>{}"#,
                mark("begin"),
                mark("separate"),
                mark("end"),
            );
        }
        let text = escape(&self.text).replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
        let text = text.replace('\n', "</w:t><w:br/><w:t xml:space=\"preserve\">");
        format!(r#"<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
    }
}

impl Para {
    pub fn new(align: &'static str, runs: Vec<Run>) -> Self {
        Self { align: Some(align), runs, ..Self::default() }
    }

    /// Replaces the text, keeping the look of the first run.
    pub fn say(&mut self, text: &str) {
        self.runs.truncate(1);
        self.runs[0].text = text.into();
    }

    /// Changes part of the text.
    pub fn swap(&mut self, from: &str, to: &str) {
        let run = self.runs.iter_mut().find(|run| run.text.contains(from));
        let run = run.unwrap_or_else(|| panic!("no run holds {from}"));
        run.text = run.text.replace(from, to);
    }

    /// Changes the look of every run.
    pub fn each(&mut self, change: impl Fn(&mut Run)) {
        self.runs.iter_mut().for_each(change);
    }

    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    fn xml(&self) -> String {
        let mut xml = String::from("<w:p><w:pPr>");
        if let Some(style) = self.style {
            let _ = write!(xml, r#"<w:pStyle w:val="{style}"/>"#);
        }
        if let Some((list, level)) = self.list {
            let _ = write!(
                xml,
                r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#
            );
        }
        if self.bordered {
            xml.push_str(r#"<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>"#);
        }
        xml.push_str("<w:spacing");
        let mut attribute = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = write!(xml, r#" w:{name}="{value}""#);
            }
        };
        attribute("before", self.before.map(|it| it.to_string()));
        attribute("after", self.after.map(|it| it.to_string()));
        attribute("line", self.line.map(|it| it.0.to_string()));
        attribute("lineRule", self.line.map(|it| it.1.to_owned()));
        xml.push_str("/>");
        if self.left.is_some() || self.first.is_some() {
            let first = self.first.unwrap_or(0);
            let (name, first) = if first < 0 { ("hanging", -first) } else { ("firstLine", first) };
            let left = self.left.unwrap_or(0);
            let _ = write!(xml, r#"<w:ind w:left="{left}" w:{name}="{first}"/>"#);
        }
        if self.contextual {
            xml.push_str("<w:contextualSpacing/>");
        }
        if let Some(align) = self.align {
            let _ = write!(xml, r#"<w:jc w:val="{align}"/>"#);
        }
        if let Some(section) = &self.ends {
            xml.push_str(&section.xml());
        }
        xml.push_str("</w:pPr>");
        xml.push_str(&self.raw);
        if self.page_break {
            xml.push_str(r#"<w:r><w:br w:type="page"/></w:r>"#);
        }
        xml.extend(self.runs.iter().map(Run::xml));
        xml.extend(self.drawn.map(drawn));
        if let Some(width) = self.drawn_old {
            let _ = write!(
                xml,
                r#"<w:r><w:pict><v:line from="10pt,2pt" to="{}pt,2pt"/></w:pict></w:r>"#,
                10 + width / 20
            );
        }
        xml.push_str("</w:p>");
        xml
    }
}

/// A line as Word 2010 and later anchor it.
fn drawn(width: i32) -> String {
    format!(
        concat!(
            r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">"#,
            r#"<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center"#,
            r#"</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>"#,
            r#"230000</wp:posOffset></wp:positionV><wp:extent cx="{cx}" cy="0"/><wp:wrapNone/>"#,
            r#"<wp:docPr id="1" name="Line"/><a:graphic><a:graphicData uri="http://"#,
            r#"schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>"#,
            r#"<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/></a:xfrm>"#,
            r#"<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>"#,
            r#"<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"#,
            r#"</a:graphicData></a:graphic>"#,
            r#"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"#,
            r#"<v:line from="0,0" to="900pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#,
        ),
        cx = width * 635
    )
}

impl Section {
    fn xml(&self) -> String {
        let [top, right, bottom, left] = self.margins;
        let mut xml = format!(
            concat!(
                r#"<w:sectPr><w:headerReference w:type="default" r:id="h"/>"#,
                r#"<w:headerReference w:type="first" r:id="f"/>"#,
                r#"<w:footerReference w:type="default" r:id="b"/>"#,
                r#"<w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" "#,
                r#"w:left="{}" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType"#,
            ),
            self.width, self.height, top, right, bottom, left
        );
        if let Some(start) = self.start {
            let _ = write!(xml, r#" w:start="{start}""#);
        }
        if let Some(format) = self.format {
            let _ = write!(xml, r#" w:fmt="{format}""#);
        }
        xml.push_str(if self.title_page { "/><w:titlePg/></w:sectPr>" } else { "/></w:sectPr>" });
        xml
    }
}

impl Table {
    fn xml(&self) -> String {
        let line = if self.gridded { "single" } else { "none" };
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
        let borders = sides.map(|side| format!(r#"<w:{side} w:val="{line}"/>"#)).concat();
        let mut xml = format!("<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>");
        let columns = self.widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#));
        let _ = write!(xml, "<w:tblGrid>{}</w:tblGrid>", columns.collect::<String>());
        for row in &self.rows {
            xml.push_str("<w:tr>");
            for cell in row {
                let paras: String = match &cell[..] {
                    [] => Para::default().xml(),
                    paras => paras.iter().map(Para::xml).collect(),
                };
                let _ = write!(xml, "<w:tc><w:tcPr/>{paras}</w:tc>");
            }
            xml.push_str("</w:tr>");
        }
        xml.push_str("</w:tbl>");
        xml
    }
}

impl Doc {
    /// All paragraphs in reading order.
    pub fn paras(&mut self) -> Vec<&mut Para> {
        let mut found = Vec::new();
        for block in &mut self.blocks {
            match block {
                Block::Para(para) => found.push(para),
                Block::Table(table) => found.extend(table.rows.iter_mut().flatten().flatten()),
            }
        }
        found
    }

    /// The first paragraph whose text holds some words.
    pub fn para(&mut self, words: &str) -> &mut Para {
        let found = self.paras().into_iter().find(|para| para.text().contains(words));
        found.unwrap_or_else(|| panic!("no paragraph holds {words}"))
    }

    /// The place among the blocks of the paragraph whose text holds some words.
    pub fn place(&self, words: &str) -> usize {
        let holds = |block: &Block| match block {
            Block::Para(para) => para.text().contains(words),
            Block::Table(table) => {
                table.rows.iter().flatten().flatten().any(|para| para.text().contains(words))
            }
        };
        self.blocks.iter().position(holds).unwrap_or_else(|| panic!("no block holds {words}"))
    }

    /// Takes a paragraph out, wherever it stands.
    pub fn remove(&mut self, words: &str) {
        let holds = |para: &Para| para.text().contains(words);
        let place = self.place(words);
        match &mut self.blocks[place] {
            Block::Table(table) => {
                for cell in table.rows.iter_mut().flatten() {
                    cell.retain(|para| !holds(para));
                }
            }
            Block::Para(_) => drop(self.blocks.remove(place)),
        }
    }

    /// Puts a paragraph before the one whose text holds some words.
    pub fn insert_before(&mut self, words: &str, para: Para) {
        let place = self.place(words);
        self.blocks.insert(place, Block::Para(para));
    }

    /// The part with the text.
    pub fn document_xml(&self) -> String {
        let blocks: String = self
            .blocks
            .iter()
            .map(|block| match block {
                Block::Para(para) => para.xml(),
                Block::Table(table) => table.xml(),
            })
            .collect();
        format!("<w:document {SPACES}><w:body>{blocks}{}</w:body></w:document>", self.section.xml())
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let furniture = |name: &str, it: &Furniture| {
            let para = it.para.clone().unwrap_or_default().xml();
            format!("<w:{name} {SPACES}>{para}</w:{name}>")
        };
        let theme = format!(
            r#"<a:theme {SPACES}><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="{0}"/></a:majorFont><a:minorFont><a:latin typeface="{0}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"#,
            self.theme_font
        );
        let switch = if self.even_and_odd { "<w:evenAndOddHeaders/>" } else { "" };
        zipped(&[
            ("[Content_Types].xml", content_types()),
            ("_rels/.rels", PACKAGE_RELATIONS.into()),
            ("word/document.xml", self.document_xml()),
            ("word/_rels/document.xml.rels", RELATIONS.replace("{office}", OFFICE)),
            ("word/styles.xml", self.styles.clone()),
            ("word/numbering.xml", NUMBERING.replace("{spaces}", SPACES)),
            ("word/theme/theme1.xml", theme),
            ("word/settings.xml", format!("<w:settings {SPACES}>{switch}</w:settings>")),
            ("word/header1.xml", furniture("hdr", &self.header)),
            ("word/header2.xml", furniture("hdr", &self.first_header)),
            ("word/footer1.xml", furniture("ftr", &self.footer)),
        ])
    }
}

/// Zips parts.
pub fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, text) in parts {
        zip.start_file(*name, options).expect("a name that can be written");
        zip.write_all(text.as_bytes()).expect("memory can be written");
    }
    zip.finish().expect("the archive can be closed").into_inner()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

pub const SPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml""#,
);

pub const PACKAGE_RELATIONS: &str = concat!(
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/"#,
    r#"relationships/officeDocument" Target="word/document.xml"/></Relationships>"#,
);

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// `[Content_Types].xml`.
fn content_types() -> String {
    let kinds = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("header1", "header"),
        ("header2", "header"),
        ("footer1", "footer"),
    ];
    let kinds = kinds.map(|(part, kind)| {
        format!(
            r#"<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>"#
        )
    });
    format!(
        concat!(
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
            r#"<Default Extension="rels" "#,
            r#"ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>"#,
            r#"<Override PartName="/word/theme/theme1.xml" "#,
            r#"ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>{}</Types>"#,
        ),
        kinds.concat()
    )
}

const RELATIONS: &str = concat!(
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="s" Type="{office}/styles" Target="styles.xml"/>"#,
    r#"<Relationship Id="n" Type="{office}/numbering" Target="/word/numbering.xml"/>"#,
    r#"<Relationship Id="t" Type="{office}/theme" Target="theme/theme1.xml"/>"#,
    r#"<Relationship Id="e" Type="{office}/settings" Target="settings.xml"/>"#,
    r#"<Relationship Id="h" Type="{office}/header" Target="header1.xml"/>"#,
    r#"<Relationship Id="f" Type="{office}/header" Target="header2.xml"/>"#,
    r#"<Relationship Id="b" Type="{office}/footer" Target="footer1.xml"/>"#,
    r#"<Relationship Id="l" Type="{office}/hyperlink" Target="https://example.vn" TargetMode="External"/>"#,
    r#"</Relationships>"#,
);

/// Two lists: 1 counts I, II with a, b below; 2 has dashes.
const NUMBERING: &str = concat!(
    r#"<w:numbering {spaces}><w:abstractNum w:abstractNumId="7">"#,
    r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>"#,
    r#"<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>"#,
    r#"<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>"#,
    r#"<w:lvlText w:val="%2)"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>"#,
    r#"</w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0">"#,
    r#"<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>"#,
    r#"<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>"#,
    r#"<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>"#,
);
