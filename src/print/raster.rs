//! A laid-out sheet as dots.

use super::bitmap::{Bitmap, Ink};
use super::layout::{Frame, Item};

/// Draws a sheet exactly as wide as its frame.
pub fn draw(frame: &Frame) -> Bitmap {
    let mut bitmap = Bitmap::new(frame.width as usize, frame.height as usize);
    for item in &frame.items {
        match item {
            Item::Word {
                x,
                baseline,
                word,
                ink,
            } => {
                bitmap.stamp(&word.mask, x + word.left, baseline + word.top, *ink);
            }
            Item::Fill {
                x,
                y,
                width,
                height,
            } => bitmap.fill(*x, *y, *width, *height),
            Item::Shade {
                x,
                y,
                width,
                height,
                black,
            } => shade(&mut bitmap, (*x, *y), (*width, *height), *black),
            Item::Stroke {
                points,
                thickness,
                black: _,
            } => stroke(&mut bitmap, points, *thickness),
            Item::Ground {
                points,
                base,
                black,
            } => ground(&mut bitmap, points, *base, *black),
            Item::Image {
                x,
                y,
                bitmap: picture,
            } => bitmap.stamp(picture, *x, *y, Ink::Black),
        }
    }
    bitmap
}

/// Which of sixteen shades a dot is set from, in a square of four by four.
const DOTS: [[u8; 4]; 4] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]];

/// A rectangle of so much black of a hundred, in dots.
fn shade(bitmap: &mut Bitmap, (x, y): (i32, i32), (width, height): (i32, i32), black: u8) {
    for row in y.max(0)..(y + height).max(0) {
        for column in x.max(0)..(x + width).max(0) {
            let (column, row) = (column as usize, row as usize);
            let least = u32::from(DOTS[row % 4][column % 4]) * 100 / 16;
            if u32::from(black) > least {
                bitmap.set(column, row);
            }
        }
    }
}

/// Lines from point to point, as a square pen draws them; thin lines in shades
/// would fall apart into dots.
fn stroke(bitmap: &mut Bitmap, points: &[(i32, i32)], thickness: i32) {
    for ends in points.windows(2) {
        let [(x, y), (to_x, to_y)] = [ends[0], ends[1]];
        let steps = (to_x - x).abs().max((to_y - y).abs()).max(1);
        for step in 0..=steps {
            let at = |from: i32, to: i32| from + (to - from) * step / steps - thickness / 2;
            bitmap.fill(at(x, to_x), at(y, to_y), thickness, thickness);
        }
    }
}

/// What lies between a line and a row below it.
fn ground(bitmap: &mut Bitmap, points: &[(i32, i32)], base: i32, black: u8) {
    for ends in points.windows(2) {
        let [(x, y), (to_x, to_y)] = [ends[0].min(ends[1]), ends[0].max(ends[1])];
        for column in x..to_x {
            let top = y + (to_y - y) * (column - x) / (to_x - x).max(1);
            shade(bitmap, (column, top), (1, base - top), black);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shade_has_about_so_many_black_dots() {
        for black in [0_u8, 12, 42, 78, 100] {
            let mut bitmap = Bitmap::new(64, 64);
            shade(&mut bitmap, (-8, 0), (72, 64), black);
            let dots = (0..64).flat_map(|y| (0..64).map(move |x| (x, y)));
            let set = dots.filter(|(x, y)| bitmap.get(*x, *y)).count() * 100 / 4096;
            assert!(set.abs_diff(usize::from(black)) <= 7, "{set} for {black}");
        }
    }

    #[test]
    fn the_ground_of_a_line_reaches_down_to_its_base_whichever_way_it_runs() {
        for points in [[(0, 10), (40, 30)], [(40, 30), (0, 10)]] {
            let mut bitmap = Bitmap::new(41, 41);
            ground(&mut bitmap, &points, 40, 100);
            assert!(bitmap.get(0, 10) && !bitmap.get(0, 9) && bitmap.get(20, 39));
            assert!(bitmap.get(20, 20) && !bitmap.get(20, 19) && !bitmap.get(20, 40));
        }
    }
}
