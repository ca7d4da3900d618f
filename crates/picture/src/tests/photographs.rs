//! PNG and JPEG files.

use super::samples::{chunk, exif, jpeg, jpeg_with, png, png_claiming, png_with, segment};
use super::{fault, holds, sound};
use crate::{Fault, Format, size};

#[test]
fn what_has_nothing_to_hide_keeps_every_byte() {
    assert_eq!(sound("图.png", &png(16, 8)), png(16, 8));
    assert_eq!(sound("图.JPG", &jpeg(64, 32)), jpeg(64, 32));
    assert_eq!(size(&png(16, 8)), Some((16, 8)));
    assert_eq!(size(&jpeg(64, 32)), Some((64, 32)));
}

#[test]
fn nothing_is_told_of_camera_place_or_author() {
    let chunks = [
        chunk("tEXt", b"Author\0SECRET"),
        chunk("iTXt", b"XML:com.adobe.xmp\0\0\0\0\0SECRET"),
        chunk("eXIf", &exif(1)),
        chunk("tIME", b"SECRET!"),
        chunk("iCCP", b"SECRET\0\0"),
        chunk("prVt", b"SECRET"),
    ];
    let mut hiding = png_with(&chunks.concat());
    hiding.extend(b"PK SECRET");
    assert_eq!(sound("图.png", &hiding), png(16, 8));

    let segments = [
        segment(0xE1, &[b"Exif\0\0", exif(1).as_slice()].concat()),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0SECRET"),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01SECRET"),
        segment(0xED, b"Photoshop 3.0\0SECRET"),
        segment(0xFE, b"SECRET"),
    ];
    let mut hiding = jpeg_with(&segments.concat());
    hiding.extend(b"SECRET");
    assert_eq!(sound("图.jpg", &hiding), jpeg(64, 32));
}

#[test]
fn dots_keep_their_density() {
    let density = chunk("pHYs", &[0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1]);
    assert!(holds(&sound("图.png", &png_with(&density)), "pHYs"));
}

/// Where a dot of the picture is red.
fn is_red(bytes: &[u8], x: u32, y: u32) -> bool {
    let [red, green, blue] = image::load_from_memory(bytes).unwrap().to_rgb8().get_pixel(x, y).0;
    red > 200 && green < 80 && blue < 80
}

#[test]
fn pictures_stand_upright() {
    let turned = segment(0xE1, &[b"Exif\0\0", exif(6).as_slice()].concat());
    let clean = sound("图.jpg", &jpeg_with(&turned));
    assert_eq!(size(&clean), Some((32, 64)));
    assert!(is_red(&clean, 28, 4) && !is_red(&clean, 4, 4) && !is_red(&clean, 28, 60));
    assert!(!holds(&clean, "GPS"));

    let clean = sound("图.png", &png_with(&chunk("eXIf", &exif(3))));
    assert_eq!(size(&clean), Some((16, 8)));
    assert!(is_red(&clean, 15, 7) && !is_red(&clean, 0, 0));
}

#[test]
fn large_photographs_are_scaled_to_what_is_needed() {
    let large = jpeg(5000, 3000);
    assert!(large.len() > 512 << 10);
    let clean = sound("图.jpg", &large);
    assert_eq!(size(&clean), Some((2000, 1200)));
    assert!(clean.len() < large.len() / 3);
    assert!(is_red(&clean, 100, 100) && !is_red(&clean, 1900, 1100));
}

#[test]
fn what_is_broken_is_told() {
    let whole = png(16, 8);
    let mut bent = whole.clone();
    bent[45] ^= 0x10;
    let mut photograph = jpeg(640, 480);
    photograph.truncate(photograph.len() / 2);
    let broken = Fault::undecodable(Format::Png);
    let cases = [
        ("图.png", Vec::new(), Fault::Empty),
        ("图.jpg", b"\xFF\xD8\xFF".to_vec(), Fault::Truncated),
        ("图.png", whole[..20].to_vec(), Fault::Truncated),
        ("图.png", whole[..whole.len() - 12].to_vec(), Fault::Truncated),
        ("图.png", bent, broken.clone()),
        ("图.jpg", photograph.clone(), Fault::Truncated),
        ("图.png", png_with(&chunk("NEWc", b"critical")), broken),
        ("图.png", png_claiming(0, 8), Fault::Broken("宽或高是 0".to_owned())),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(fault(name, &bytes), expected);
    }
    // Somebody put an end to it.
    photograph.truncate(700);
    photograph.extend(b"\xFF\xD9");
    assert_eq!(fault("图.jpg", &photograph), Fault::Truncated);
}

#[test]
fn what_claims_to_be_huge_is_refused_before_memory_is_asked_for() {
    for (width, height) in [(1 << 31, 1 << 31), (u32::MAX, 1), (7100, 7100), (1, 50_000_001)] {
        assert_eq!(fault("图.png", &png_claiming(width, height)), Fault::Dots { width, height });
    }
    // Sixteen bits a colour take twice the memory.
    let mut deep = png_claiming(7000, 7000);
    deep[24] = 16;
    assert_eq!(fault("图.png", &deep), Fault::Dots { width: 7000, height: 7000 });
}

#[test]
fn other_kinds_of_pictures_are_called_by_their_name() {
    let cases: [(&[u8], &str); 7] = [
        (b"GIF89a..", "GIF 图片"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP 图片"),
        (b"BM......", "BMP 图片"),
        (b"II*\0....", "TIFF 图片"),
        (b"\0\0\0\x18ftypheic", "HEIC（手机高效格式）图片"),
        (b"%PDF-1.7", "PDF 文件"),
        (b"PK\x03\x04....", "压缩文件或办公文档"),
    ];
    for (bytes, called) in cases {
        assert_eq!(fault("图.png", bytes), Fault::Unsupported(called));
    }
    assert_eq!(fault("图.png", "不是图片".as_bytes()), Fault::NoPicture);
}

#[test]
fn a_name_that_says_otherwise_is_told_with_the_right_one() {
    let expected = Fault::Name { is: Format::Jpeg, name: "统计.图.jpg".to_owned() };
    assert_eq!(fault("统计.图.png", &jpeg(64, 32)), expected);
    assert!(matches!(fault("图.svg", &png(16, 8)), Fault::Name { is: Format::Png, .. }));
    sound("图.jpeg", &jpeg(64, 32));
}

#[test]
fn what_moves_or_is_made_for_printing_presses_is_refused() {
    assert_eq!(fault("图.png", &png_with(&chunk("acTL", &[0, 0, 0, 2, 0, 0, 0, 0]))), Fault::Animated);
    let frame = segment(0xC0, &[8, 0, 32, 0, 64, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]);
    assert_eq!(fault("图.jpg", &jpeg_with(&frame)), Fault::Cmyk);
    let arithmetic = segment(0xC9, &[8, 0, 32, 0, 64, 1, 1, 0x11, 0]);
    assert!(matches!(fault("图.jpg", &jpeg_with(&arithmetic)), Fault::Unsupported(_)));
}

#[test]
fn thousands_of_scans_are_not_decoded() {
    let mut bytes = jpeg(64, 32);
    bytes.truncate(bytes.len() - 2);
    let scan = segment(0xDA, &[1, 1, 0, 0, 63, 0]);
    bytes.extend(scan.repeat(5000));
    bytes.extend(b"\xFF\xD9");
    assert_eq!(fault("图.jpg", &bytes), Fault::Complex("分很多遍显示"));
}
