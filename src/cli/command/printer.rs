//! The till's printer: what it is, what it could be, and whether it prints.

use serde_json::json;

use crate::cli::arguments::PrinterCommand;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output::Table;
use crate::print::Typesetter;
use crate::print::device::{Delivery, Device, Job, Work, device};
use crate::print::papers::test_page;
use crate::print::profile::Catalogue;
use crate::services::Moments;
use crate::services::printing::PrinterSetup;
use crate::tr;

pub(super) fn printer(desk: &Desk, command: PrinterCommand) -> Result<(), Failure> {
    match command {
        PrinterCommand::List => list(desk),
        PrinterCommand::Test => test(desk),
    }
}

/// Prints the test page on this till's printer.
fn test(desk: &Desk) -> Result<(), Failure> {
    let folder = desk.folder()?;
    let setup = PrinterSetup::of(&folder.load_settings()?, folder)?;
    let moments = Moments::of_this_machine();
    let zone = desk.till().and_then(|till| Ok(till.catalogue()?));
    let zone = zone.map_or(String::new(), |goods| goods.bazaar.time_zone.clone());
    let first = setup.first();
    let page = test_page(&first.profile, setup.languages, moments.now(&zone));
    let sheets = Typesetter::for_profile(&first.profile).draw(&page);
    let job = Job {
        id: moments.new_id(),
        name: "test-page".to_owned(),
        work: Work::Paper(sheets.into()),
    };
    let mut device = device(&first.device, first.profile.clone(), &setup.pictures, false);
    let (name, texts) = (device.name(), desk.texts);
    let confirmed = match device.deliver(&job, &mut |_| {}) {
        Delivery::Confirmed => true,
        Delivery::Sent { .. } => false,
        Delivery::Refused(fault) | Delivery::Unknown { fault, .. } => return Err(fault.into()),
    };
    if desk.json {
        let job = job.id.to_string();
        return desk
            .out
            .json(&json!({ "device": name, "job": job, "confirmed": confirmed }));
    }
    desk.out.line(&if confirmed {
        tr!(texts, "cli-test-confirmed", device = name)
    } else {
        tr!(texts, "cli-test-sent", device = name)
    })
}

fn list(desk: &Desk) -> Result<(), Failure> {
    let folder = desk.folder()?;
    let printer = folder.load_settings()?.printer;
    let (profiles, faults) = Catalogue::with_folder(&folder.printer_profiles());
    if desk.json {
        return desk.out.json(&json!({
            "device": printer.device.to_string(),
            "profile": printer.profile,
            "profiles": profiles.profiles().map(|profile| json!({
                "id": profile.id,
                "vendor": profile.vendor,
                "model": profile.model,
                "width_mm": profile.paper.width_mm,
                "dots": profile.paper.dots,
            })).collect::<Vec<_>>(),
            "faults": faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        }));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-printer-is",
        profile = &printer.profile,
        device = printer.device.to_string()
    ))?;
    let mut table = Table::new()
        .words(tr!(texts, "cli-column-profile"))
        .words(tr!(texts, "cli-column-model"))
        .figures(tr!(texts, "cli-column-width"));
    for profile in profiles.profiles() {
        let model = format!("{} {}", profile.vendor, profile.model);
        let width = tr!(
            texts,
            "cli-millimetres",
            width = profile.paper.width_mm.to_string()
        );
        table.row(vec![profile.id.clone(), model.trim().to_owned(), width]);
    }
    desk.out.table(&table)?;
    for fault in faults {
        desk.out
            .line(&tr!(texts, "cli-profile-fault", detail = fault.to_string()))?;
    }
    Ok(())
}
