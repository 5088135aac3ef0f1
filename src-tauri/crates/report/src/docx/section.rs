//! The properties of a section: paper, margins, headers and page numbers.

use super::units::twips_of_mm;
use crate::stylesheet::PageSetup;

/// Relation of the header with the page number.
pub(super) const NUMBER_HEADER: &str = "rIdHeader";
/// Relation of the header without text.
pub(super) const EMPTY_HEADER: &str = "rIdFirstHeader";

/// Writes the properties of a section (ECMA-376, Part 1, 17.6.17). Pages are counted from 1; the
/// first has a header of its own, which is empty. Without numbers every page has the empty one: a
/// section that names no header would show that of the section before it.
pub(super) fn properties(setup: &PageSetup, numbered: bool) -> String {
    let header = if numbered { NUMBER_HEADER } else { EMPTY_HEADER };
    let orientation =
        if setup.width_mm > setup.height_mm { r#" w:orient="landscape""# } else { "" };
    format!(
        concat!(
            r#"<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>"#,
            r#"<w:headerReference w:type="first" r:id="{empty}"/><w:type w:val="nextPage"/>"#,
            r#"<w:pgSz w:w="{width}" w:h="{height}"{orientation}/><w:pgMar w:top="{top}" "#,
            r#"w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{above}" "#,
            r#"w:footer="{above}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>"#,
        ),
        header = header,
        empty = EMPTY_HEADER,
        width = twips_of_mm(setup.width_mm),
        height = twips_of_mm(setup.height_mm),
        orientation = orientation,
        top = twips_of_mm(setup.top_mm),
        right = twips_of_mm(setup.right_mm),
        bottom = twips_of_mm(setup.bottom_mm),
        left = twips_of_mm(setup.left_mm),
        above = twips_of_mm(setup.header_mm),
    )
}
