//! How long a receipt takes from words to printer bytes: twenty lines in two
//! languages with logo and QR code, on 80 mm paper.
//!
//! `cargo bench --bench receipt` prints the first receipt (fonts loaded, nothing
//! drawn yet), the warm median, and the warm median's ratio to a floor that only
//! stamps the same words and copies the same bytes. Then the same twenty lines are
//! printed beside python-escpos with Pillow (raqm), where those are installed for
//! `python3`, or for the interpreter that `SANDUQ_PYTHON` names.

#[path = "../tests/support/sample_papers.rs"]
mod sample_papers;

use std::hint::black_box;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sanduq::print::escpos::Commands;
use sanduq::print::profile::{Catalogue, Profile};
use sanduq::print::{Direction, Document, Typesetter, raster};

const ROUNDS: usize = 400;
/// Goods on the receipt that is printed beside another program's.
const LINES: usize = 20;
const GOODS: [&str; 5] = [
    "معمول التمر بالهيل × 2",
    "قهوة عربية × 3",
    "كبسة دجاج بالمكسرات المحمصة × 1",
    "عود كمبودي × 1",
    "دهن العود المعتق، 12 مل × 1",
];

fn main() {
    let catalogue = Catalogue::shipped();
    let profile = catalogue.get("generic-80").expect("shipped");
    let [(_, paper), ..] = sample_papers::all();

    let started = Instant::now();
    let mut typesetter = Typesetter::for_profile(profile);
    let bytes = Commands::paper(&typesetter.draw(&paper), profile).bytes();
    let first = started.elapsed();

    let warm = median(|| {
        let sheets = typesetter.draw(black_box(&paper));
        black_box(Commands::paper(&sheets, profile).bytes());
    });
    let layout = median(|| {
        black_box(typesetter.lay_out(black_box(&paper)));
    });
    let frames = typesetter.lay_out(&paper);
    let draw = median(|| {
        black_box(frames.iter().map(raster::draw).collect::<Vec<_>>());
    });
    let sheets = typesetter.draw(&paper);
    let encode = median(|| {
        black_box(Commands::paper(black_box(&sheets), profile).bytes());
    });
    let floor = median(|| {
        for frame in &frames {
            black_box(raster::draw(frame).data().to_vec());
        }
    });

    println!(
        "receipt: {} bytes, {} rows",
        bytes.len(),
        sheets[0].height()
    );
    println!("first   {first:>10.1?}  (wanted below 15 ms)");
    println!("warm    {warm:>10.1?}  (wanted below 1 ms)");
    println!("layout  {layout:>10.1?}");
    println!("draw    {draw:>10.1?}");
    println!("encode  {encode:>10.1?}");
    println!(
        "floor   {floor:>10.1?}  ratio {:.2}",
        warm.as_secs_f64() / floor.as_secs_f64()
    );
    beside(profile);
}

/// Twenty lines of words and figures under a title, printed here and by Python.
fn beside(profile: &Profile) {
    let title = "بازار إنتاج الثامن";
    let rows: Vec<_> = GOODS
        .iter()
        .cycle()
        .take(LINES)
        .zip(1_u32..)
        .map(|(goods, at)| (*goods, format!("{}.50", at * 7)))
        .collect();
    let mut paper = Document::new(Direction::RightToLeft);
    paper.title(title);
    for (words, figures) in &rows {
        paper.field(*words, figures.clone());
    }
    let mut typesetter = Typesetter::for_profile(profile);
    let (height, bytes) = {
        let sheets = typesetter.draw(&paper);
        let bytes = Commands::paper(&sheets, profile).bytes().len();
        (sheets[0].height(), bytes)
    };
    let ours = median(|| {
        let sheets = typesetter.draw(black_box(&paper));
        black_box(Commands::paper(&sheets, profile).bytes());
    });
    println!("{LINES} lines {ours:>8.1?}  {height} rows, {bytes} bytes");
    let asked = serde_json::json!({
        "font": concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/Vazirmatn-Regular.ttf"),
        "dots": profile.paper.dots,
        "rounds": ROUNDS,
        "title": title,
        "rows": rows,
    });
    match python(&asked.to_string()) {
        Ok((theirs, told)) => println!(
            "python-escpos with Pillow (raqm) {theirs:.1?}  {told}, {:.1} times ours",
            theirs.as_secs_f64() / ours.as_secs_f64()
        ),
        Err(why) => println!("python-escpos with Pillow (raqm) is not compared: {why}"),
    }
}

/// The median of python-escpos on what is asked, and the size of its receipt; or
/// why there is none.
fn python(asked: &str) -> Result<(Duration, String), String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/receipt_beside.py");
    let interpreter = std::env::var("SANDUQ_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut running = Command::new(interpreter)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|fault| fault.to_string())?;
    let mut questions = running.stdin.take().expect("it was asked for");
    // One that ends before it reads says why on its own output.
    let _ = questions.write_all(asked.as_bytes());
    drop(questions);
    let ended = running.wait_with_output().map_err(|f| f.to_string())?;
    let said = String::from_utf8_lossy(&ended.stdout);
    let said = said.trim();
    let figures: Option<Vec<u64>> = said.split(' ').map(|part| part.parse().ok()).collect();
    match figures.as_deref() {
        Some([nanos, rows, bytes]) => Ok((
            Duration::from_nanos(*nanos),
            format!("{rows} rows, {bytes} bytes"),
        )),
        _ if said.is_empty() => Err(format!("it ended with {}", ended.status)),
        _ => Err(said.to_owned()),
    }
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}
