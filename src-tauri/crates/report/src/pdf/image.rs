//! Pictures in the PDF: JPEG files as they are, PNG as samples.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, PdfDocument, XObject, XObjectId};

use super::content::{Content, hundredths};
use crate::page::Page;
use crate::picture::{PictureFormat, PreparedPicture};

/// Adds the pictures of a page to the file and returns their names.
pub(super) fn register(pdf: &mut PdfDocument, page: &Page) -> Vec<String> {
    let objects = &mut pdf.resources.xobjects.map;
    let add = |image: &crate::page::PlacedImage| {
        // Fixed, ordered names: the library's own are different on every call.
        let name = format!("Im{:04}", objects.len());
        objects.insert(XObjectId(name.clone()), XObject::External(xobject(&image.picture)));
        name
    };
    page.images.iter().map(add).collect()
}

/// Draws the pictures of a page: the unit square of each at its place.
pub(super) fn draw(content: &mut Content, page: &Page, names: &[String]) {
    for (image, name) in page.images.iter().zip(names) {
        let (x, y) = (content.x(image.x), content.y(image.y + image.height));
        content.word("q");
        content.op(&[hundredths(image.width), 0, 0, hundredths(image.height), x, y], "cm");
        content.named_op(name, &[], "Do");
        content.word("Q");
    }
}

/// Wraps a picture as an image object (ISO 32000-1, 8.9.5).
fn xobject(picture: &PreparedPicture) -> ExternalXObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let space = if picture.components == 1 { "DeviceGray" } else { "DeviceRGB" };
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(picture.width.into())),
        ("Height".to_owned(), DictItem::Int(picture.height.into())),
        ("ColorSpace".to_owned(), name(space)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    let jpeg = picture.format == PictureFormat::Jpeg;
    if jpeg {
        dict.insert("Filter".to_owned(), name("DCTDecode"));
    }
    let content = if jpeg { picture.bytes.to_vec() } else { picture.samples.clone() };
    ExternalXObject {
        stream: ExternalStream { dict, content, compress: !jpeg },
        width: None,
        height: None,
        dpi: None,
    }
}
