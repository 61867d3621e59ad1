//! What a printer draws from our bytes, by an interpreter that shares no code
//! with us, is what we drew: dot for dot, on both paper widths and for every
//! picture command. Only the guard against real-time commands adds dots.

#[path = "support/read_back.rs"]
mod read_back;
#[path = "support/sample_papers.rs"]
mod sample_papers;

use escpost_render::{DeviceEvent, render};
use read_back::{assert_same, drawn, interpreter, printed};
use sanduq::print::escpos::Commands;
use sanduq::print::profile::{Catalogue, CutMode, RasterCommand};
use sanduq::print::{Bitmap, Typesetter};

#[test]
fn printers_draw_what_we_drew() {
    let commands = [
        RasterCommand::GsV0,
        RasterCommand::Gs8L,
        RasterCommand::EscStar33,
    ];
    let catalogue = Catalogue::shipped();
    for id in ["generic-80", "generic-58", "epson-tm-t88"] {
        let shipped = catalogue.get(id).expect("shipped");
        let interpreter = interpreter(shipped);
        let mut typesetter = Typesetter::for_profile(shipped);
        for (name, paper) in sample_papers::all() {
            let sheets = typesetter.draw(&paper);
            for (command, guarded) in commands
                .iter()
                .flat_map(|command| [(*command, false), (*command, true)])
            {
                let mut profile = shipped.clone();
                profile.raster.command = command;
                profile.raster.dle_guard = guarded;
                for sheet in &sheets {
                    let what = format!("{name} for {} by {command:?}", profile.id);
                    let bytes = Commands::paper(std::slice::from_ref(sheet), &profile).bytes();
                    let result = render(&bytes, &interpreter).expect(&what);
                    assert_eq!(result.warnings, [], "{what}");
                    let added = assert_same(
                        &drawn(sheet),
                        &printed(&result.sheets[0].surface),
                        guarded,
                        &what,
                    );
                    assert!(added <= 40, "{what}: the guard added {added} dots");
                }
            }
        }
    }
}

#[test]
fn dithered_wide_and_tall_pictures_survive() {
    let profile = Catalogue::shipped()
        .get("generic-80")
        .expect("shipped")
        .clone();
    let interpreter = interpreter(&profile);
    for (width, height) in [(576, 40), (1, 1), (575, 333), (8, 4_000), (576, 2_000)] {
        let levels = (0..width * height)
            .map(|index| (index * 7 % 256) as u8)
            .collect();
        let picture = sanduq::print::dither::Grey::new(width, height, levels).dithered();
        let mut sheet = Bitmap::new(576, height + 2);
        sheet.stamp(
            &picture,
            (576 - width as i32) / 2,
            1,
            sanduq::print::bitmap::Ink::Black,
        );
        let mut unguarded = profile.clone();
        unguarded.raster.dle_guard = false;
        let bytes = Commands::paper(std::slice::from_ref(&sheet), &unguarded).bytes();
        let result = render(&bytes, &interpreter).expect("a picture");
        assert_same(
            &drawn(&sheet),
            &printed(&result.sheets[0].surface),
            false,
            &format!("{width} × {height}"),
        );
    }
}

#[test]
fn every_sheet_is_cut_off() {
    let mut profile = Catalogue::shipped()
        .get("generic-80")
        .expect("shipped")
        .clone();
    let interpreter = interpreter(&profile);
    let (_, paper) = sample_papers::all()
        .into_iter()
        .next_back()
        .expect("a paper of two sheets");
    let sheets = Typesetter::for_profile(&profile).draw(&paper);
    assert_eq!(sheets.len(), 2);
    for mode in [
        CutMode::FeedAndPartial,
        CutMode::FeedAndFull,
        CutMode::Partial,
    ] {
        profile.cut.mode = mode;
        profile.raster.dle_guard = false;
        let result =
            render(&Commands::paper(&sheets, &profile).bytes(), &interpreter).expect("two sheets");
        let found: Vec<_> = result
            .sheets
            .iter()
            .map(|sheet| printed(&sheet.surface))
            .collect();
        let found: Vec<_> = found.into_iter().filter(|rows| !rows.is_empty()).collect();
        assert_eq!(found.len(), 2, "{mode:?}");
        for (sheet, found) in sheets.iter().zip(&found) {
            assert_same(&drawn(sheet), found, false, &format!("{mode:?}"));
        }
    }
}

#[test]
fn the_drawer_opens_with_its_times() {
    let catalogue = Catalogue::shipped();
    for id in ["generic-80", "generic-58"] {
        let profile = catalogue.get(id).expect("shipped");
        let bytes = Commands::drawer(profile).expect("a drawer").bytes();
        let result = render(&bytes, &interpreter(profile)).expect("a pulse");
        let pulse = DeviceEvent::CashDrawerPulse {
            connector: 0,
            on_time_units: 25,
            off_time_units: 250,
        };
        assert_eq!(result.device_events, [pulse]);
        assert_eq!(result.warnings, []);
    }
}
