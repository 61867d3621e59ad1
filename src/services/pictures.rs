//! Photographs of staff and of goods: files a person puts into the till's own folder,
//! named by the code they show (`S01.jpg`, `COFFEE.png`). They are looks only: no
//! fact knows them, and a file nobody can read takes nothing away from the till.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use image::{DynamicImage, ImageDecoder, ImageReader, Rgba, RgbaImage, imageops};
use thiserror::Error;

use super::{Error, Till};
use crate::settings::DataFolder;

/// What photographs show, each kind in a folder of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Album {
    Staff,
    Goods,
}

impl Album {
    pub const ALL: [Album; 2] = [Album::Staff, Album::Goods];

    /// Its folder in that of the till.
    pub fn folder(self, data: &DataFolder) -> PathBuf {
        data.pictures().join(match self {
            Album::Staff => "staff",
            Album::Goods => "goods",
        })
    }

    /// The photographs in it by the code they are named by, in capitals; of two
    /// for one code the first by name. Empty where there is no folder.
    ///
    /// # Errors
    /// A folder that is there and can't be read.
    pub fn list(self, data: &DataFolder) -> io::Result<BTreeMap<String, PathBuf>> {
        let entries = match fs::read_dir(self.folder(data)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
            entries => entries?,
        };
        let mut found: BTreeMap<String, PathBuf> = BTreeMap::new();
        for entry in entries {
            let path = entry?.path();
            let (true, Some(code)) = (is_picture(&path), path.file_stem()) else {
                continue;
            };
            let code = code.to_string_lossy().trim().to_uppercase();
            match found.get(&code) {
                Some(first) if *first <= path => {}
                _ => _ = found.insert(code, path),
            }
        }
        Ok(found)
    }
}

fn is_picture(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    ["png", "jpg", "jpeg", "webp"].contains(&ending.to_lowercase().as_str())
}

/// The place a photograph is shown in, in dots of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Frame {
    pub width: u32,
    pub height: u32,
    /// How far its corners are rounded.
    pub corner: u32,
}

/// A photograph cut to its frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    pub width: u32,
    pub height: u32,
    /// Red, green, blue and opacity of each dot, line by line.
    pub rgba: Vec<u8>,
}

/// Why a photograph is not shown.
#[derive(Debug, Error)]
pub enum UnreadablePhoto {
    #[error("the file can't be read")]
    Io(#[from] io::Error),
    #[error("the file is no picture of a kind this program reads")]
    Picture(#[from] image::ImageError),
}

/// Reads a photograph, turned as it was taken, and cuts its middle to a frame; of
/// an upright one the upper part, where faces are.
///
/// # Errors
/// [`UnreadablePhoto`]: a file that is gone, torn or no picture.
pub fn cut(path: &Path, frame: Frame) -> Result<Cut, UnreadablePhoto> {
    let mut decoder = ImageReader::open(path)?
        .with_guessed_format()?
        .into_decoder()?;
    let turned = decoder.orientation()?;
    let mut photo = DynamicImage::from_decoder(decoder)?;
    photo.apply_orientation(turned);
    let (width, height) = (frame.width.max(1), frame.height.max(1));
    let (x, y, wide, high) = part(photo.width(), photo.height(), width, height);
    let part = photo.crop_imm(x, y, wide, high);
    let mut cut = on_white(part.thumbnail_exact(width, height));
    round(&mut cut, frame.corner);
    Ok(Cut {
        width,
        height,
        rgba: cut.into_raw(),
    })
}

/// A picture without holes: goods cut out of their surroundings lie on white.
fn on_white(picture: DynamicImage) -> RgbaImage {
    if !picture.color().has_alpha() {
        return picture.into_rgba8();
    }
    let picture = picture.into_rgba8();
    let mut white = RgbaImage::from_pixel(picture.width(), picture.height(), Rgba([255; 4]));
    imageops::overlay(&mut white, &picture, 0, 0);
    white
}

/// The largest part of a picture that has the proportions of a frame: its corner and
/// its size.
fn part(wide: u32, high: u32, width: u32, height: u32) -> (u32, u32, u32, u32) {
    let scaled = |side: u32, by: u32, of: u32| {
        let scaled = u64::from(side) * u64::from(by) / u64::from(of);
        u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
    };
    let across = scaled(high, width, height);
    if across <= wide {
        return ((wide - across) / 2, 0, across, high);
    }
    let down = scaled(wide, height, width).min(high);
    (0, (high - down) / 4, wide, down)
}

/// How many points of a dot are looked at along each side, to soften an edge.
const POINTS: u32 = 4;

/// Rounds the corners, with soft edges.
fn round(picture: &mut RgbaImage, corner: u32) {
    let (width, height) = picture.dimensions();
    let corner = corner.min(width / 2).min(height / 2);
    // How far into its corner a dot lies along one side; none beyond the corner.
    let into = |at: u32, side: u32| {
        let from_edge = at.min(side - 1 - at);
        (from_edge < corner).then(|| corner - 1 - from_edge)
    };
    for (x, y, dot) in picture.enumerate_pixels_mut() {
        let (Some(across), Some(down)) = (into(x, width), into(y, height)) else {
            continue;
        };
        let inside = points_inside(across, down, corner);
        let opacity = u32::from(dot.0[3]) * inside / (POINTS * POINTS);
        dot.0[3] = u8::try_from(opacity).unwrap_or(u8::MAX);
    }
}

/// How many points of the dot that begins so far from the centre of a circle lie
/// inside it. Distances are told in halves of what is between two points.
fn points_inside(across: u32, down: u32, radius: u32) -> u32 {
    let square = |dot: u32, point: u32| {
        let place = u64::from(dot * 2 * POINTS + 2 * point + 1);
        place * place
    };
    let edge = u64::from(radius * 2 * POINTS);
    let points = (0..POINTS).flat_map(|x| (0..POINTS).map(move |y| (x, y)));
    let inside = points.filter(|(x, y)| square(across, *x) + square(down, *y) <= edge * edge);
    inside.count() as u32
}

/// What the photographs of a till show and lack.
#[derive(Debug, Default)]
pub struct PhotoCheck {
    /// Codes that have a photograph, of how many there are.
    pub shown: BTreeMap<Album, (usize, usize)>,
    /// Files named by a code that nobody and nothing has.
    pub strange: Vec<PathBuf>,
    /// Files that can't be read as pictures, with why.
    pub unreadable: Vec<(PathBuf, UnreadablePhoto)>,
}

impl Till {
    /// Looks through the photographs in the till's folder, reading each of them.
    ///
    /// # Errors
    /// [`super::Refusal::NotSetUp`]; faults of the store.
    pub fn check_photos(&self, data: &DataFolder) -> Result<PhotoCheck, Error> {
        let mut check = PhotoCheck::default();
        for album in Album::ALL {
            let codes: BTreeSet<String> = match album {
                Album::Staff => {
                    let staff = self.staff()?.into_iter();
                    staff.map(|person| person.code.to_string()).collect()
                }
                Album::Goods => {
                    let catalogue = self.catalogue()?;
                    let lines = catalogue.lines().iter();
                    lines.map(|line| line.sku.to_string()).collect()
                }
            };
            let codes: BTreeSet<String> = codes.iter().map(|code| code.to_uppercase()).collect();
            let mut shown = 0;
            let found = album.list(data).unwrap_or_else(|fault| {
                check.unreadable.push((album.folder(data), fault.into()));
                BTreeMap::new()
            });
            for (code, path) in found {
                if !codes.contains(&code) {
                    check.strange.push(path);
                    continue;
                }
                let frame = Frame {
                    width: 64,
                    height: 64,
                    corner: 0,
                };
                match cut(&path, frame) {
                    Ok(_) => shown += 1,
                    Err(fault) => check.unreadable.push((path, fault)),
                }
            }
            check.shown.insert(album, (shown, codes.len()));
        }
        Ok(check)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(width: u32, height: u32, corner: u32) -> Frame {
        Frame {
            width,
            height,
            corner,
        }
    }

    #[test]
    fn the_part_shown_has_the_proportions_of_its_frame() {
        assert_eq!(part(400, 200, 100, 100), (100, 0, 200, 200));
        assert_eq!(part(200, 400, 100, 100), (0, 50, 200, 200));
        assert_eq!(part(300, 300, 200, 100), (0, 37, 300, 150));
        assert_eq!(part(1, 4000, 200, 100), (0, 999, 1, 1));
        assert_eq!(part(4000, 1, 100, 200), (1999, 0, 1, 1));
    }

    #[test]
    fn corners_are_rounded_and_the_middle_is_kept() {
        let mut picture = RgbaImage::from_pixel(64, 64, Rgba([9, 8, 7, 255]));
        round(&mut picture, 999);
        assert_eq!(picture.get_pixel(0, 0).0, [9, 8, 7, 0]);
        assert_eq!(picture.get_pixel(63, 63).0[3], 0);
        assert!(picture.get_pixel(32, 0).0[3] > 250);
        assert_eq!(picture.get_pixel(32, 32).0, [9, 8, 7, 255]);
        // A circle covers about 3,217 of the 4,096 dots.
        let covered: u32 = picture.pixels().map(|dot| u32::from(dot.0[3])).sum();
        assert!((3200..3235).contains(&(covered / 255)), "{}", covered / 255);
    }

    #[test]
    fn photographs_are_found_by_code_and_shown_as_they_were_taken() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        assert!(Album::Goods.list(&data).unwrap().is_empty());
        let goods = Album::Goods.folder(&data);
        fs::create_dir_all(&goods).unwrap();
        let mut picture = RgbaImage::from_pixel(40, 20, Rgba([250, 0, 0, 255]));
        for x in 20..40 {
            for y in 0..20 {
                picture.put_pixel(x, y, Rgba([0, 0, 250, 255]));
            }
        }
        picture.save(goods.join("coffee.png")).unwrap();
        let plain = DynamicImage::from(picture).into_rgb8();
        plain.save(goods.join("DATES.JPG")).unwrap();
        fs::write(goods.join("notes.txt"), "no picture").unwrap();
        fs::write(goods.join("torn.png"), b"\x89PNG\r\n").unwrap();
        let found = Album::Goods.list(&data).unwrap();
        let codes: Vec<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(codes, ["COFFEE", "DATES", "TORN"]);

        let cut_out = cut(&found["COFFEE"], frame(10, 10, 0)).unwrap();
        assert_eq!((cut_out.width, cut_out.height), (10, 10));
        let dot = |x: usize, y: usize| &cut_out.rgba[(y * 10 + x) * 4..][..4];
        assert_eq!(dot(1, 5), [250, 0, 0, 255]);
        assert_eq!(dot(8, 5), [0, 0, 250, 255]);
        let holes = RgbaImage::new(10, 10);
        holes.save(goods.join("holes.png")).unwrap();
        let holes = cut(&goods.join("holes.png"), frame(2, 2, 0)).unwrap();
        assert_eq!(holes.rgba, [255; 16]);
        assert!(cut(&found["DATES"], frame(10, 10, 3)).is_ok());
        let torn = cut(&found["TORN"], frame(10, 10, 0));
        assert!(matches!(torn, Err(UnreadablePhoto::Picture(_))), "{torn:?}");
        let gone = cut(&goods.join("gone.png"), frame(10, 10, 0));
        assert!(matches!(gone, Err(UnreadablePhoto::Io(_))), "{gone:?}");
    }
}
