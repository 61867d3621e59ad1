//! The till's printer: what it is, what it could be, and whether it prints.

use serde_json::json;

use crate::cli::arguments::{PrinterChoice, PrinterCommand, PrinterUse};
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::Table;
use crate::print::device::{Delivery, UsbPrinter, usb_printers};
use crate::print::papers::test_page;
use crate::print::profile::Catalogue;
use crate::services::Moments;
use crate::services::printing::trial::{Page, TEST_PAGE, print_past_the_queue, slow_receipt};
use crate::services::printing::{Answer, PrinterSetup};
use crate::settings::{DeviceSetting, MorePrinter, PrinterRole};
use crate::tr;

pub(super) fn printer(desk: &Desk, command: PrinterCommand) -> Result<(), Failure> {
    match command {
        PrinterCommand::List => list(desk),
        PrinterCommand::Test { name } => test(desk, name.as_deref().unwrap_or_default()),
        PrinterCommand::Set(choice) => set(desk, choice),
        PrinterCommand::Learn(learning) => super::learn::learn(desk, learning),
        PrinterCommand::Queue {
            printed,
            give_up,
            print_now,
            copy,
        } => {
            let answers = [
                (printed, Answer::Printed),
                (give_up, Answer::GiveUp),
                (print_now, Answer::PrintNow),
            ];
            super::papers::queue(desk, answers, copy)
        }
        PrinterCommand::Fake {
            port,
            out,
            fault,
            seconds,
        } => super::fake::fake(desk, port, out.as_deref(), fault, seconds),
    }
}

/// Prints the test page on a printer of this till; the first has no name.
fn test(desk: &Desk, name: &str) -> Result<(), Failure> {
    let setup = desk.printers()?;
    let named = setup.printers.iter().find(|printer| printer.name == name);
    let printer = named.ok_or_else(|| Misuse::UnknownPrinterName(name.to_owned()))?;
    let moments = Moments::of_this_machine();
    let zone = desk.till().and_then(|till| Ok(till.catalogue()?));
    let zone = zone.map_or(String::new(), |goods| goods.bazaar.time_zone.clone());
    let (id, texts) = (moments.new_id(), desk.texts);
    let page = Page {
        id,
        name: TEST_PAGE,
        document: test_page(&printer.profile, setup.languages, moments.now(&zone)),
    };
    let (name, delivery) = print_past_the_queue(&printer.candidate(), page, &setup.pictures);
    let confirmed = match delivery {
        Delivery::Confirmed => true,
        Delivery::Sent { .. } => false,
        Delivery::Refused(fault) | Delivery::Unknown { fault, .. } => return Err(fault.into()),
    };
    if desk.json {
        let job = id.to_string();
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

/// Sets a printer of this till up, changes it or takes it away.
fn set(desk: &Desk, choice: PrinterChoice) -> Result<(), Failure> {
    let folder = desk.folder()?;
    let mut settings = folder.load_settings()?;
    if !folder.settings_file().exists() {
        // A choice of printer is no choice of language: it stays as it is spoken.
        settings.language = desk.texts.language().to_string();
    }
    match &choice.name {
        None => {
            let printer = &mut settings.printer;
            if let Some(profile) = choice.profile {
                printer.profile = profile;
            }
            if let Some(device) = choice.device {
                printer.device = device;
            }
        }
        Some(name) if choice.remove => {
            let gone = settings.printers.remove(name);
            gone.ok_or_else(|| Misuse::UnknownPrinterName(name.clone()))?;
        }
        Some(name) => {
            let first = settings.printer.clone();
            let printer = settings.printers.entry(name.clone());
            let printer = printer.or_insert_with(|| MorePrinter {
                profile: first.profile,
                device: DeviceSetting::Picture,
                prints: Vec::new(),
                stands_in: false,
            });
            if let Some(profile) = choice.profile {
                printer.profile = profile;
            }
            if let Some(device) = choice.device {
                printer.device = device;
            }
            if !choice.prints.is_empty() {
                printer.prints = choice.prints.into_iter().map(role_of).collect();
            }
            printer.stands_in |= choice.stands_in;
        }
    }
    // A profile nobody knows is told before anything is kept.
    let setup = PrinterSetup::of(&settings, folder)?;
    folder.save_settings(&settings)?;
    for printer in &setup.printers {
        if let Some(seconds) = slow_receipt(&printer.device) {
            let slow = tr!(desk.texts, "cli-printer-slow", seconds = seconds);
            desk.out.line(&slow)?;
        }
    }
    list(desk)
}

fn role_of(asked: PrinterUse) -> PrinterRole {
    match asked {
        PrinterUse::Receipts => PrinterRole::Receipts,
        PrinterUse::CollectionSlips => PrinterRole::CollectionSlips,
        PrinterUse::Labels => PrinterRole::Labels,
        PrinterUse::Reports => PrinterRole::Reports,
    }
}

fn list(desk: &Desk) -> Result<(), Failure> {
    let folder = desk.folder()?;
    let settings = folder.load_settings()?;
    let printer = settings.printer;
    // Where the system does not let us look, none is seen.
    let plugged_in = usb_printers().unwrap_or_default();
    let (profiles, faults) = Catalogue::with_folder(&folder.printer_profiles());
    if desk.json {
        return desk.out.json(&json!({
            "device": printer.device.to_string(),
            "profile": printer.profile,
            "printers": settings.printers,
            "usb": plugged_in.iter().map(usb_device).collect::<Vec<_>>(),
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
    for (name, more) in &settings.printers {
        desk.out.line(&tr!(
            texts,
            "cli-printer-more",
            name = name,
            profile = &more.profile,
            device = more.device.to_string()
        ))?;
    }
    for printer in &plugged_in {
        desk.out.line(&tr!(
            texts,
            "cli-printer-usb",
            name = &printer.name,
            device = usb_device(printer)
        ))?;
    }
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

/// What `--device` takes for a printer that is plugged in.
fn usb_device(printer: &UsbPrinter) -> String {
    format!("usb:{}", printer.ids())
}
