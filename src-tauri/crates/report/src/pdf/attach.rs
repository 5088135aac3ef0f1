//! Files inside the file (ISO 32000-2, 14.13): in the list of attachments and associated with the
//! document as its data.

use lopdf::{Dictionary, Document as Pdf, Object, Stream, dictionary, text_string};

use super::failed;
use crate::clean::clean;
use crate::document::Attachment;
use crate::error::ReportError;

/// Embeds the attachments; the order of the file is that of their names.
pub(super) fn attach(pdf: &mut Pdf, attachments: &[Attachment]) -> Result<(), ReportError> {
    if attachments.is_empty() {
        return Ok(());
    }
    let mut sorted: Vec<&Attachment> = attachments.iter().collect();
    sorted.sort_by(|a, b| a.name.cmp(&b.name));
    let mut names = Vec::new();
    let mut associated = Vec::new();
    for attachment in sorted {
        let specification = specification(pdf, attachment);
        let id = pdf.add_object(specification);
        names.push(Object::string_literal(attachment.name.as_str()));
        names.push(id.into());
        associated.push(id.into());
    }
    let tree = pdf.add_object(dictionary! { "Names" => names });
    let catalog = pdf.catalog_mut().map_err(failed)?;
    catalog.set("Names", dictionary! { "EmbeddedFiles" => tree });
    catalog.set("AF", Object::Array(associated));
    Ok(())
}

/// Embeds the bytes and returns the file specification (ISO 32000-2, 7.11.3).
fn specification(pdf: &mut Pdf, attachment: &Attachment) -> Dictionary {
    let size = i64::try_from(attachment.bytes.len()).unwrap_or(i64::MAX);
    let file = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => attachment.media_type.as_str(),
        "Params" => dictionary! { "Size" => size },
    };
    let bytes = pdf.add_object(Stream::new(file, attachment.bytes.clone()));
    dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(attachment.name.as_str()),
        "UF" => text_string(&attachment.name),
        "Desc" => text_string(&clean(&attachment.description)),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => bytes, "UF" => bytes },
    }
}
