//! Pictures: checked, turned upright and cut down to what paper can show.
//!
//! Owns decoding. Every writer uses the prepared bytes, so all files show the same picture.

use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, ImageResult};

use crate::error::ReportError;

/// As many pixels are refused before decoding (a decompression bomb or a wrong file). Telephones
/// take up to 50 megapixels in ordinary use.
pub const MAX_PIXELS: u64 = 100_000_000;
/// Longest side kept: 160 mm at 300 dpi.
const MAX_SIDE: u32 = 1890;
/// Times [`MAX_SIDE`] above which a picture is made smaller in two steps, to save memory.
const STEP: u32 = 2;
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
/// from [`MAX_PIXELS`] on.
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
    if format == PictureFormat::Jpeg && !has_end(bytes) {
        return Err(failed("cut off before its end".to_owned()));
    }
    let mut decoder = reader.into_decoder().map_err(|error| failed(error.to_string()))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) >= MAX_PIXELS {
        return Err(ReportError::PictureTooLarge { index, width, height });
    }
    // An unreadable EXIF block is no reason to refuse the picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder).map_err(|error| failed(error.to_string()))?;
    finish(bytes, format, decoded, orientation).map_err(|error| failed(error.to_string()))
}

/// Whether the mark of the end (EOI) stands behind the last scan of a JPEG: what is cut off decodes
/// all the same, as an empty area. A small picture inside the file has an end of its own.
fn has_end(bytes: &[u8]) -> bool {
    let last_scan = bytes.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).unwrap_or(0);
    bytes[last_scan..].windows(2).any(|pair| pair == [0xFF, 0xD9])
}

/// Keeps the file when it can be used as it is, otherwise writes it again.
fn finish(
    bytes: &Arc<[u8]>,
    format: PictureFormat,
    mut image: DynamicImage,
    orientation: Orientation,
) -> ImageResult<PreparedPicture> {
    let longest = image.width().max(image.height());
    let large = longest > MAX_SIDE;
    if longest > MAX_SIDE * STEP * STEP {
        image = image.thumbnail(MAX_SIDE * STEP, MAX_SIDE * STEP);
    }
    if large {
        image = image.resize(MAX_SIDE, MAX_SIDE, image::imageops::FilterType::CatmullRom);
    }
    image.apply_orientation(orientation);
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

#[cfg(test)]
mod tests {
    use image::{GrayImage, Luma, Rgb, RgbImage};

    use super::*;

    /// A picture whose left half is black and whose right half is white, as a file.
    fn halves(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let image = RgbImage::from_fn(width, height, |x, _| {
            if x < width / 2 { Rgb([0, 0, 0]) } else { Rgb([255, 255, 255]) }
        });
        let mut file = Cursor::new(Vec::new());
        image.write_to(&mut file, format).expect("a plain picture can be written");
        file.into_inner()
    }

    /// Puts an EXIF block with an orientation behind the first marker of a JPEG.
    fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0";
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend_from_slice(tiff);
        exif.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0, 0]);
        let length = u16::try_from(exif.len() + 2).expect("the block is short").to_be_bytes();
        [&jpeg[..2], &[0xFF, 0xE1], &length, &exif, &jpeg[2..]].concat()
    }

    /// A grey-in-the-middle JPEG of four components, eight by eight pixels: every coefficient is
    /// zero, so the data are the two one-bit codes of each component.
    fn cmyk() -> Vec<u8> {
        let mut file = vec![0xFF, 0xD8];
        let mut segment = |marker: u8, content: &[u8]| {
            let length = u16::try_from(content.len() + 2).expect("short").to_be_bytes();
            file.extend_from_slice(&[0xFF, marker]);
            file.extend_from_slice(&length);
            file.extend_from_slice(content);
        };
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\0");
        segment(0xDB, &[&[0][..], &[1; 64]].concat());
        let components = [1, 2, 3, 4].map(|id| [id, 0x11, 0]).concat();
        segment(0xC0, &[&[8, 0, 8, 0, 8, 4][..], &components].concat());
        let one_code = [&[1][..], &[0; 15], &[0]].concat();
        segment(0xC4, &[&[0x00][..], &one_code].concat());
        segment(0xC4, &[&[0x10][..], &one_code].concat());
        let scanned = [1, 2, 3, 4].map(|id| [id, 0]).concat();
        segment(0xDA, &[&[4][..], &scanned, &[0, 63, 0]].concat());
        file.extend_from_slice(&[0x00, 0xFF, 0xD9]);
        file
    }

    fn prepared(file: Vec<u8>) -> PreparedPicture {
        prepare(&file.into(), 1).expect("the picture can be read")
    }

    fn luma(picture: &PreparedPicture, x: u32, y: u32) -> u8 {
        let image = image::load_from_memory(&picture.bytes).expect("prepared files can be read");
        image.to_luma8().get_pixel(x, y).0[0]
    }

    #[test]
    fn a_photo_that_was_cut_off_is_refused_wherever_it_ends() {
        let file = halves(640, 480, ImageFormat::Jpeg);
        for share in [1, 7, 50, 99] {
            let cut = file[..file.len() * share / 100].to_vec();
            assert!(prepare(&cut.into(), 1).is_err(), "{share} % of it");
        }
        let trailing = [file, b"more behind it".to_vec()].concat();
        assert_eq!(prepared(trailing).width, 640, "what stands behind the end harms nothing");
    }

    #[test]
    fn a_turned_photo_appears_upright() {
        let stored = halves(64, 32, ImageFormat::Jpeg);
        // 6: the camera was held with its right side down; left of the file is above.
        let upright = prepared(with_orientation(&stored, 6));
        assert_eq!((upright.width, upright.height), (32, 64));
        assert!(luma(&upright, 16, 8) < 40 && luma(&upright, 16, 56) > 215);
        // 3: upside down; left of the file is right.
        let turned = prepared(with_orientation(&stored, 3));
        assert!(luma(&turned, 8, 16) > 215 && luma(&turned, 56, 16) < 40);
    }

    #[test]
    fn an_upright_jpeg_is_kept_byte_for_byte() {
        let stored = with_orientation(&halves(64, 32, ImageFormat::Jpeg), 1);
        assert_eq!(&*prepared(stored.clone()).bytes, stored.as_slice());
    }

    #[test]
    fn a_picture_of_four_inks_becomes_one_of_three_colours() {
        let picture = prepared(cmyk());
        assert_eq!((picture.width, picture.height, picture.components), (8, 8, 3));
        assert_eq!(jpeg_components(&picture.bytes), Some(3));
    }

    #[test]
    fn a_grey_picture_stays_grey() {
        let image = GrayImage::from_pixel(9, 7, Luma([100]));
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let mut file = Cursor::new(Vec::new());
            image.write_to(&mut file, format).expect("a grey picture can be written");
            assert_eq!(prepared(file.into_inner()).components, 1, "{format:?}");
        }
    }

    #[test]
    fn a_large_picture_is_made_smaller_and_keeps_its_sides() {
        let long = MAX_SIDE * 5;
        let picture = prepared(halves(long, 50, ImageFormat::Png));
        assert_eq!((picture.width, picture.height), (MAX_SIDE, 10));
        assert!(luma(&picture, 10, 5) == 0 && luma(&picture, MAX_SIDE - 10, 5) == 255);
    }

    #[test]
    fn no_damage_makes_it_panic() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let file = halves(8, 8, format);
            for at in (0..file.len()).step_by(3) {
                // Only the mark of the end may be missing: then every pixel is there.
                let cut = prepare(&file[..at].into(), 1).ok();
                assert!(cut.is_none_or(|it| (it.width, it.height) == (8, 8)), "cut at {at}");
                let mut damaged = file.clone();
                damaged[at] ^= 0xA5;
                let pixels = prepare(&damaged.into(), 1)
                    .map_or(0, |it| u64::from(it.width) * u64::from(it.height));
                assert!(pixels < MAX_PIXELS, "damaged at {at}: {pixels}");
            }
        }
    }
}
