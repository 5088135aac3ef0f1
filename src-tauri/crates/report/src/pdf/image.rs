//! Pictures in the PDF: JPEG files as they are, PNG as samples.

use std::collections::BTreeMap;

use printpdf::{
    CurTransMat, DictItem, ExternalStream, ExternalXObject, Op, PdfDocument, XObject, XObjectId,
    XObjectTransform,
};

use crate::page::{Page, PlacedImage};
use crate::picture::{PictureFormat, PreparedPicture};

/// Adds the pictures of a page to the file and returns the operators that draw them.
pub(super) fn draw_images(pdf: &mut PdfDocument, page: &Page) -> Vec<Op> {
    let objects = &mut pdf.resources.xobjects.map;
    let draw = |image: &PlacedImage| {
        // Fixed, ordered names: the library's own are different on every call.
        let id = XObjectId(format!("Im{:04}", objects.len()));
        objects.insert(id.clone(), XObject::External(xobject(&image.picture)));
        draw_image(page, image, id)
    };
    page.images.iter().flat_map(draw).collect()
}

/// Draws the unit square of the picture at its place.
fn draw_image(page: &Page, image: &PlacedImage, id: XObjectId) -> [Op; 4] {
    let bottom = page.height - image.y - image.height;
    let matrix =
        CurTransMat::Raw([image.width, 0.0, 0.0, image.height, image.x, bottom].map(rounded));
    let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
    [
        Op::SaveGraphicsState,
        Op::SetTransformationMatrix { matrix },
        Op::UseXobject { id, transform },
        Op::RestoreGraphicsState,
    ]
}

/// Rounds to a thousandth of a point.
fn rounded(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
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
