//! Opens a file and has its pages drawn.

use std::panic::catch_unwind;
use std::sync::Arc;

use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use kurbo::{Affine, Rect};

use super::canvas::{Canvas, Endless};
use super::fonts::{Fonts, stand_in};
use super::glyph::Turn;
use super::links::links;
use super::sheet::PdfSheet;
use crate::read::ReadError;

/// How many pages a report may have.
const PAGES: usize = 300;
/// How many letters it may have.
const LETTERS: usize = 600_000;
/// How many bytes its pictures may have that are kept.
const BYTES: usize = 64 << 20;

/// The pages of the PDF of `bytes`, and the title in its properties.
///
/// The library below gives up on some broken files by panicking.
pub(super) fn sheets(bytes: &[u8]) -> Result<(Vec<PdfSheet>, Option<String>), ReadError> {
    catch_unwind(|| drawn_sheets(bytes)).unwrap_or_else(|why| {
        Err(if why.is::<Endless>() {
            ReadError::TooLarge("有一页里的图形多得不像年报；请用 WPS 打开后另存一份".to_owned())
        } else {
            broken()
        })
    })
}

fn broken() -> ReadError {
    ReadError::Damaged("不是完整的 PDF；请重新下载，或者用 WPS 打开后另存一份".to_owned())
}

fn drawn_sheets(bytes: &[u8]) -> Result<(Vec<PdfSheet>, Option<String>), ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(refusal)?;
    let pages = pdf.pages();
    if pages.len() > PAGES {
        return Err(ReadError::TooLarge(format!("有 {} 页，最多 {PAGES} 页", pages.len())));
    }
    if pages.is_empty() {
        return Err(ReadError::Damaged("里面一页也没有".to_owned()));
    }
    let fonts = Fonts::of(&pdf);
    let cache = InterpreterCache::new();
    let mut sheets = Vec::new();
    let (mut letters, mut bytes) = (0, 0);
    for (page, number) in pages.iter().zip(1..) {
        let mut canvas = drawn(&pdf, page, &fonts, &cache);
        letters += canvas.glyphs.len();
        if letters > LETTERS {
            return Err(ReadError::TooLarge(format!("到第 {number} 页已有 {letters} 个字")));
        }
        for plate in &mut canvas.plates {
            bytes += plate.jpeg.as_ref().map_or(0, Vec::len);
            plate.jpeg.take_if(|_| bytes > BYTES);
        }
        sheets.push(PdfSheet::of(canvas, number));
    }
    if sheets.iter().any(PdfSheet::is_scan) && !sheets.iter().any(PdfSheet::has_text) {
        return Err(ReadError::Unsupported(
            "这个 PDF 是扫描件，里面只有图片，没有文字；请导入 Word 或网页原件，或者先用 WPS、Acrobat 识别文字（OCR）再导入".to_owned(),
        ));
    }
    Ok((sheets, title(&pdf)))
}

/// The title in the properties of a file, often that of an older one which it was made from.
fn title(pdf: &Pdf) -> Option<String> {
    let bytes = pdf.metadata().title.as_deref()?;
    let title = match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        rest => String::from_utf8_lossy(rest),
    };
    let title = title.trim_matches(|letter: char| letter.is_whitespace() || letter.is_control());
    (!title.is_empty() && !title.contains('\u{FFFD}')).then(|| title.to_owned())
}

fn refusal(error: LoadPdfError) -> ReadError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            ReadError::Unsupported("这个 PDF 要密码才能打开；请去掉密码另存一份，或者导入 Word、网页原件".to_owned())
        }
        LoadPdfError::Decryption(_) => {
            ReadError::Unsupported("这个 PDF 加密了，打不开；请另存为不加密的 PDF，或者导入 Word、网页原件".to_owned())
        }
        LoadPdfError::Invalid => broken(),
    }
}

/// What is drawn on `page`, turned so that most of its text is upright.
fn drawn<'a, 'f>(pdf: &'a Pdf, page: &Page<'a>, fonts: &'f Fonts, cache: &InterpreterCache<'a>) -> Canvas<'f> {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let upright = Affine::new(page.initial_transform(true).as_coeffs());
    let draw = |area: Rect, transform: Affine| {
        let mut canvas = Canvas::new(fonts, area);
        let mut context = Context::new(transform, area, cache, pdf.xref(), settings());
        interpret_page(page, &mut context, &mut canvas);
        for (area, address) in links(page) {
            canvas.link(transform.transform_rect_bbox(area), &address);
        }
        canvas
    };
    let canvas = draw(area, upright);
    let (turned, turn) = match canvas.usual_turn() {
        Turn::Upright => return canvas,
        Turn::Down => (Rect::new(0.0, 0.0, area.y1, area.x1), Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, area.x1])),
        Turn::Up => (Rect::new(0.0, 0.0, area.y1, area.x1), Affine::new([0.0, 1.0, -1.0, 0.0, area.y1, 0.0])),
        Turn::Over => (area, Affine::new([-1.0, 0.0, 0.0, -1.0, area.x1, area.y1])),
    };
    draw(turned, turn * upright)
}

/// Fonts that the file does not hold have no shapes, but their text is read.
fn settings() -> InterpreterSettings {
    InterpreterSettings { font_resolver: Arc::new(|_| Some(stand_in())), ..InterpreterSettings::default() }
}
