//! The check of the photographs a screen shows.

use std::fs;

use image::RgbImage;

use crate::desk::Desk;

#[test]
fn photographs_are_checked_by_name_and_content() {
    let desk = Desk::set_up();
    let none = desk.run("pictures").done();
    assert!(none.contains("Staff with a photograph: 0 of 3"), "{none}");

    let folders = desk.run("pictures --json").json();
    let folder = |album: &str| folders[album]["folder"].as_str().unwrap().to_owned();
    let (staff, goods) = (folder("staff"), folder("goods"));
    fs::create_dir_all(&staff).unwrap();
    fs::create_dir_all(&goods).unwrap();
    let photo = RgbImage::new(30, 30);
    photo.save(format!("{staff}/AMAL.png")).unwrap();
    photo.save(format!("{goods}/holiday.jpg")).unwrap();
    fs::write(format!("{staff}/badr.jpg"), "torn").unwrap();

    let check = desk.run("pictures --json").json();
    assert_eq!(check["staff"]["shown"], 1);
    assert_eq!(check["strange"].as_array().unwrap().len(), 1);
    assert_eq!(check["unreadable"].as_array().unwrap().len(), 1);
    let said = desk.run("pictures").done();
    for words in [
        "Staff with a photograph: 1 of 3",
        "holiday.jpg is named by no code here",
        "badr.jpg is no picture this program can read",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = desk.run("--language ar pictures").done();
    assert!(said.contains("موظفون لهم صور: 1 من 3"), "{said}");
}
