//! The demonstration without a display.

use crate::desk::Desk;

#[test]
fn a_day_is_played_proved_and_written() {
    let desk = Desk::empty();
    let shown = desk.run("demo --out shown").done();
    for said in [
        "Bazaar Intaj",
        "144 sales, receipts T1-000001 to T1-000144",
        "The two sides agree to the smallest coin.",
        "records, whole and unchanged.",
        "21 papers, as .png and .bin",
    ] {
        assert!(shown.contains(said), "{said} is not in {shown}");
    }
    let count = |folder: &str| std::fs::read_dir(desk.path(folder)).unwrap().count();
    assert_eq!(count("shown/receipts"), 2 * 144);
    assert_eq!(count("shown/statements"), 2 * 21);
    assert_eq!(count("shown/reports"), 2);
    assert_eq!(count("shown/intakes"), 2 * 21);
    assert_eq!(count("shown/unsold"), 2 * 20);
    assert_eq!(count("shown/losses"), 2);
    let picture = std::fs::read(desk.path("shown/reports/Z-T1-000001.png")).unwrap();
    assert_eq!(&picture[1..4], b"PNG");

    let data = desk.path("shown/data").display().to_string();
    let tally = desk
        .run(&format!("tally --data {data} --by family --format csv"))
        .done();
    let written = std::fs::read_to_string(desk.path("shown/books/tally-by-family.csv")).unwrap();
    assert_eq!(tally, written);
    desk.run("demo --headless --out shown")
        .failed(3, "There is a file at");
}
