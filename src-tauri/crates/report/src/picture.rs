//! Pictures: checked, turned upright and cut down to what paper can show.
//!
//! Owns decoding. Every writer uses the prepared bytes, so all files show the same picture.

use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, ImageResult};

use crate::error::ReportError;

/// More pixels than this are refused before decoding (a decompression bomb or a wrong file).
pub const MAX_PIXELS: u64 = 40_000_000;
/// Longest side kept: 160 mm at 300 dpi.
const MAX_SIDE: u32 = 1890;
/// Quality of a picture that had to be written again.
const JPEG_QUALITY: u8 = 88;

/// File format of a prepared picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// PNG.
    Png,
    /// JPEG with one or three components.
    Jpeg,
}

/// A picture ready for every writer.
#[derive(Clone, PartialEq)]
pub struct PreparedPicture {
    /// The file, upright and not larger than needed.
    pub bytes: Arc<[u8]>,
    /// Its format.
    pub format: PictureFormat,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Grey (1) or colour (3).
    pub components: u8,
    /// Samples of a PNG on white, `components` bytes a pixel; empty for a JPEG.
    pub samples: Vec<u8>,
}

impl std::fmt::Debug for PreparedPicture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = f.debug_struct("PreparedPicture");
        out.field("width", &self.width).field("height", &self.height).finish_non_exhaustive()
    }
}

impl PictureFormat {
    /// Returns the media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// Checks and prepares the `index`-th picture of the document (from 1).
///
/// # Errors
/// [`ReportError::Picture`] for other formats and damaged files, [`ReportError::PictureTooLarge`]
/// above [`MAX_PIXELS`].
pub fn prepare(bytes: &Arc<[u8]>, index: usize) -> Result<PreparedPicture, ReportError> {
    let failed = |reason: String| ReportError::Picture { index, reason };
    let mut reader = ImageReader::new(Cursor::new(bytes.as_ref()))
        .with_guessed_format()
        .map_err(|error| failed(error.to_string()))?;
    // The limit below is ours and has an error of its own.
    reader.no_limits();
    let format = match reader.format() {
        Some(ImageFormat::Png) => PictureFormat::Png,
        Some(ImageFormat::Jpeg) => PictureFormat::Jpeg,
        _ => return Err(failed("neither PNG nor JPEG".to_owned())),
    };
    let mut decoder = reader.into_decoder().map_err(|error| failed(error.to_string()))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(ReportError::PictureTooLarge { index, width, height });
    }
    // An unreadable EXIF block is no reason to refuse the picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder).map_err(|error| failed(error.to_string()))?;
    finish(bytes, format, decoded, orientation).map_err(|error| failed(error.to_string()))
}

/// Keeps the file when it can be used as it is, otherwise writes it again.
fn finish(
    bytes: &Arc<[u8]>,
    format: PictureFormat,
    mut image: DynamicImage,
    orientation: Orientation,
) -> ImageResult<PreparedPicture> {
    image.apply_orientation(orientation);
    let large = image.width().max(image.height()) > MAX_SIDE;
    if large {
        image = image.resize(MAX_SIDE, MAX_SIDE, image::imageops::FilterType::CatmullRom);
    }
    let grey = !image.color().has_color();
    let untouched = !large && orientation == Orientation::NoTransforms;
    match format {
        PictureFormat::Jpeg => match jpeg_components(bytes) {
            Some(components @ (1 | 3)) if untouched => {
                Ok(prepared(Arc::clone(bytes), format, &image, components, Vec::new()))
            }
            _ => encode_jpeg(&image, grey),
        },
        PictureFormat::Png => {
            let file = if untouched { Arc::clone(bytes) } else { encode_png(&image)? };
            let (components, samples) = on_white(&image, grey);
            Ok(prepared(file, format, &image, components, samples))
        }
    }
}

/// Assembles the result.
fn prepared(
    bytes: Arc<[u8]>,
    format: PictureFormat,
    image: &DynamicImage,
    components: u8,
    samples: Vec<u8>,
) -> PreparedPicture {
    let (width, height) = (image.width(), image.height());
    PreparedPicture { bytes, format, width, height, components, samples }
}

/// Writes a JPEG anew.
fn encode_jpeg(image: &DynamicImage, grey: bool) -> ImageResult<PreparedPicture> {
    let mut file = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut file, JPEG_QUALITY);
    if grey {
        image.to_luma8().write_with_encoder(encoder)?;
    } else {
        image.to_rgb8().write_with_encoder(encoder)?;
    }
    let components = if grey { 1 } else { 3 };
    Ok(prepared(file.into(), PictureFormat::Jpeg, image, components, Vec::new()))
}

/// Writes a PNG anew.
fn encode_png(image: &DynamicImage) -> ImageResult<Arc<[u8]>> {
    let mut file = Cursor::new(Vec::new());
    image.write_to(&mut file, ImageFormat::Png)?;
    Ok(file.into_inner().into())
}

/// Returns the samples of a PNG with transparency laid on white paper.
fn on_white(image: &DynamicImage, grey: bool) -> (u8, Vec<u8>) {
    let over = |sample: u8, alpha: u8| {
        let (sample, alpha) = (u32::from(sample), u32::from(alpha));
        u8::try_from((sample * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
    };
    if grey {
        let pixels = image.to_luma_alpha8();
        return (1, pixels.pixels().map(|pixel| over(pixel.0[0], pixel.0[1])).collect());
    }
    let pixels = image.to_rgba8();
    let samples = pixels.pixels().flat_map(|pixel| {
        let [r, g, b, a] = pixel.0;
        [over(r, a), over(g, a), over(b, a)]
    });
    (3, samples.collect())
}

/// Reads the number of components from the frame header (ITU-T T.81, B.2.2).
fn jpeg_components(bytes: &[u8]) -> Option<u8> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        if marker == 0xFF {
            at += 1;
            continue;
        }
        // SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC).
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return bytes.get(at + 9).copied();
        }
        let length = u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]);
        at += 2 + usize::from(length);
    }
}
