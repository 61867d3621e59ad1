//! Setting up a printer, step by step: how it is connected, which model it is,
//! a page to see whether it prints, and what it is for where it is not the first.
//! Nothing is kept before somebody has said that the page is good; from then on
//! the printer is in use. The look is in `view`.

mod view;
mod way;

use std::sync::Arc;

use iced::Task;

use crate::app::context::Context;
use crate::app::screen::writing::Writing;
use crate::app::widget::keyboard::Touch;
use crate::print::device::UsbPrinter;
use crate::print::profile::Profile;
use crate::services::notice::Notice;
use crate::services::printing::trial::{self, Candidate, Tried, Typed, Uses};
use crate::services::printing::{PrinterSetup, TillPrinter};
use crate::services::{Error, Printing};
use crate::settings::{DataFolder, DeviceSetting, PrinterRole};

pub use way::Way;

/// The speed most printers on serial lines can be set to.
const USUAL_SPEED: u32 = 115_200;

#[derive(Debug, Clone)]
enum Step {
    Way,
    /// The name of the way is typed; what this machine has of it.
    Typing(Typed, Vec<String>),
    /// The USB printers that are plugged in, once they are known.
    Usb(Option<Found>),
    Model,
    /// A page is on its way.
    Trying,
    /// The page went out, or did not.
    Tried(Tried),
    /// What it is for.
    Uses,
    /// The end.
    Over(Ending),
}

/// How a sheet can end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It is kept, and in use.
    Kept,
    /// The till has it no more.
    Removed,
    /// The settings could not be written.
    NotWritten,
}

/// USB printers that are plugged in; nothing where nobody may look.
type Found = Option<Vec<UsbPrinter>>;

/// The sheet a printer is set up on.
#[derive(Debug)]
pub struct PrinterSheet {
    /// The printer's name; empty for the first.
    name: String,
    /// Whether the till has it already.
    is_known: bool,
    data: DataFolder,
    step: Step,
    /// What is typed: an address, a path, a queue.
    typed: String,
    /// What was typed names nothing.
    names_nothing: bool,
    speed: u32,
    writing: Writing<()>,
    device: DeviceSetting,
    models: Vec<Arc<Profile>>,
    model: usize,
    uses: Uses,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Way(Way),
    Typed(String),
    /// One of those this machine has.
    Take(usize),
    Speed(u32),
    Write,
    Touch(Touch),
    /// Looks once more what is plugged in.
    Look,
    Found(Result<Found, Notice>),
    Lines(Typed, Vec<String>),
    /// The USB printer at this place of the list.
    Plugged(usize),
    Model(usize),
    /// The name of the way is typed.
    Onward,
    Try,
    Tried(Result<Tried, Notice>),
    /// The page came out as it should.
    Good,
    /// To what it is for.
    Uses,
    Prints(PrinterRole),
    StandsIn,
    Keep,
    Remove,
    Over(Result<Ending, Notice>),
    /// To the step before.
    Back,
    Leave,
}

/// What a message led to.
pub enum Outcome {
    Open,
    Run(Task<Message>),
    Left,
}

impl PrinterSheet {
    /// Begins with what the printer is now.
    pub fn new(printer: &TillPrinter, data: DataFolder) -> Self {
        let mut sheet = Self::begin(printer.name.clone(), data);
        sheet.is_known = true;
        sheet.device = printer.device.clone();
        (sheet.typed, sheet.speed) = match &printer.device {
            DeviceSetting::Tcp { host, port: 9100 } => (host.clone(), USUAL_SPEED),
            DeviceSetting::Tcp { host, port } => (format!("{host}:{port}"), USUAL_SPEED),
            DeviceSetting::Serial { path, baud } => (path.display().to_string(), *baud),
            DeviceSetting::Kernel(path) | DeviceSetting::File(path) => {
                (path.display().to_string(), USUAL_SPEED)
            }
            DeviceSetting::Spooler(queue) => (queue.clone(), USUAL_SPEED),
            DeviceSetting::Picture | DeviceSetting::Usb { .. } => (String::new(), USUAL_SPEED),
        };
        sheet.uses = Uses {
            prints: printer.prints.clone(),
            stands_in: printer.stands_in,
        };
        let is_now = |model: &Arc<Profile>| model.id == printer.profile.id;
        if let Some(now) = sheet.models.iter().position(is_now) {
            sheet.bring_first(now);
        }
        sheet
    }

    /// Begins with a printer the till does not have yet.
    pub fn another(name: String, data: DataFolder) -> Self {
        Self::begin(name, data)
    }

    fn begin(name: String, data: DataFolder) -> Self {
        let mut models = trial::models(&data);
        // The generic ones first.
        models.sort_by_key(|model| !model.is_generic());
        PrinterSheet {
            name,
            is_known: false,
            data,
            step: Step::Way,
            typed: String::new(),
            names_nothing: false,
            speed: USUAL_SPEED,
            writing: Writing::of_names(),
            device: DeviceSetting::Picture,
            models,
            model: 0,
            uses: Uses::default(),
            wrong: None,
        }
    }

    /// Whether what is plugged in is to be looked at again and again.
    pub fn looks_around(&self) -> bool {
        matches!(self.step, Step::Usb(_) | Step::Typing(..))
    }

    /// Whether it is one beside the first.
    fn is_another(&self) -> bool {
        !self.name.is_empty()
    }

    /// Chooses a model and puts it at the head of the list, where it is seen.
    fn bring_first(&mut self, model: usize) {
        self.models[..=model].rotate_right(1);
        self.model = 0;
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Outcome {
        if !matches!(
            message,
            Message::Look | Message::Found(_) | Message::Lines(..)
        ) {
            self.wrong = None;
        }
        match message {
            Message::Way(way) => return self.go(way, context),
            Message::Typed(text) => {
                self.typed = text;
                self.names_nothing = false;
            }
            Message::Take(at) => {
                if let Step::Typing(_, found) = &self.step
                    && let Some(found) = found.get(at)
                {
                    self.typed.clone_from(found);
                    self.names_nothing = false;
                }
            }
            Message::Speed(speed) => self.speed = speed,
            Message::Write => self.writing.begin(()),
            Message::Touch(touch) => {
                self.writing.touch(touch, &mut self.typed);
                self.names_nothing = false;
            }
            Message::Onward => self.onward(),
            Message::Look => return self.look(context),
            Message::Found(Ok(found)) => {
                if matches!(self.step, Step::Usb(_)) {
                    self.step = Step::Usb(Some(found));
                }
            }
            Message::Lines(typed, found) => {
                if matches!(&self.step, Step::Typing(now, _) if *now == typed) {
                    self.step = Step::Typing(typed, found);
                }
            }
            Message::Plugged(at) => self.plugged(at),
            Message::Model(at) => self.model = at,
            Message::Try => return self.try_out(context),
            Message::Tried(Ok(tried)) => self.step = Step::Tried(tried),
            Message::Good if self.is_another() => self.step = Step::Uses,
            Message::Good | Message::Keep => return self.keep(context),
            Message::Uses => self.step = Step::Uses,
            Message::Prints(role) => {
                let prints = &mut self.uses.prints;
                match prints.iter().position(|printed| *printed == role) {
                    Some(at) => drop(prints.remove(at)),
                    None => prints.push(role),
                }
            }
            Message::StandsIn => self.uses.stands_in = !self.uses.stands_in,
            Message::Remove => return self.remove(context),
            Message::Over(Ok(ending)) => self.step = Step::Over(ending),
            Message::Found(Err(wrong)) | Message::Tried(Err(wrong)) | Message::Over(Err(wrong)) => {
                self.wrong = Some(wrong);
                self.step = Step::Model;
            }
            Message::Back => {
                self.writing.end();
                self.step = match self.step {
                    Step::Tried(_) => Step::Model,
                    _ => Step::Way,
                };
            }
            // A page on its way is waited for: what it says belongs to this sheet.
            Message::Leave if matches!(self.step, Step::Trying) => {}
            Message::Leave => return Outcome::Left,
        }
        Outcome::Open
    }

    fn go(&mut self, way: Way, context: &Context) -> Outcome {
        match way {
            Way::Typed(typed) => {
                // What was typed for another way names nothing here.
                if typed.device(&self.typed, self.speed).is_none() {
                    self.typed.clear();
                }
                self.names_nothing = false;
                self.step = Step::Typing(typed, Vec::new());
            }
            Way::Usb => self.step = Step::Usb(None),
            Way::Pictures => {
                self.connected(DeviceSetting::Picture);
                return Outcome::Open;
            }
        }
        self.look(context)
    }

    /// Looks what this machine has of the way that was chosen.
    fn look(&self, context: &Context) -> Outcome {
        match self.step {
            Step::Usb(_) => Outcome::Run(context.ask(|_| Ok(trial::plugged_in()), Message::Found)),
            Step::Typing(typed, _) => Outcome::Run(context.ask(
                move |_| Ok(typed.found()),
                move |found| Message::Lines(typed, found.unwrap_or_default()),
            )),
            _ => Outcome::Open,
        }
    }

    fn onward(&mut self) {
        self.writing.end();
        let Step::Typing(typed, _) = self.step else {
            return;
        };
        match typed.device(&self.typed, self.speed) {
            Some(device) => self.connected(device),
            None => self.names_nothing = true,
        }
    }

    fn connected(&mut self, device: DeviceSetting) {
        self.device = device;
        self.step = Step::Model;
    }

    fn plugged(&mut self, at: usize) {
        let Step::Usb(Some(Some(found))) = &self.step else {
            return;
        };
        let Some(printer) = found.get(at).cloned() else {
            return;
        };
        if let Some(model) = trial::model_of(&printer, &self.models) {
            self.bring_first(model);
        }
        let device = DeviceSetting::Usb {
            vendor: printer.vendor,
            product: printer.product,
            serial: printer.serial,
        };
        self.connected(device);
    }

    fn candidate(&self) -> Candidate {
        Candidate {
            profile: Arc::clone(&self.models[self.model]),
            device: self.device.clone(),
        }
    }

    fn try_out(&mut self, context: &Context) -> Outcome {
        self.step = Step::Trying;
        let (candidate, data) = (self.candidate(), self.data.clone());
        Outcome::Run(context.ask(
            move |till| till.try_printer(&candidate, &data),
            Message::Tried,
        ))
    }

    fn keep(&self, context: &Context) -> Outcome {
        let (candidate, data) = (self.candidate(), self.data.clone());
        let (name, uses) = (self.name.clone(), self.uses.clone());
        let printing = context.printing.clone();
        Outcome::Run(context.ask(
            move |_| match trial::keep(&candidate, &name, &uses, &data) {
                Ok(()) => in_use(printing.as_ref(), &data, Ending::Kept),
                Err(_) => Ok(Ending::NotWritten),
            },
            Message::Over,
        ))
    }

    fn remove(&self, context: &Context) -> Outcome {
        let (name, data) = (self.name.clone(), self.data.clone());
        let printing = context.printing.clone();
        Outcome::Run(context.ask(
            move |_| match trial::remove(&name, &data) {
                Ok(()) => in_use(printing.as_ref(), &data, Ending::Removed),
                Err(_) => Ok(Ending::NotWritten),
            },
            Message::Over,
        ))
    }
}

/// The printers that are kept are used from the next paper on.
fn in_use(printing: Option<&Printing>, data: &DataFolder, ending: Ending) -> Result<Ending, Error> {
    let Ok(settings) = data.load_settings() else {
        return Ok(Ending::NotWritten);
    };
    if let Some(printing) = printing {
        printing.use_printers(PrinterSetup::of(&settings, data)?)?;
    }
    Ok(ending)
}
