//! Setting up a printer, step by step: how it is connected, which model it is,
//! a page to see whether it prints. Nothing is kept before somebody has said that
//! the page is good.

use std::sync::Arc;

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Task};

use crate::app::context::Context;
use crate::app::screen::frame::{in_one_piece, trouble};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Press, Tone, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{
    Icon, button, choice, dialog, empty, form_field, input, named, notice, pressable, scroll,
};
use crate::key;
use crate::locale::Key;
use crate::print::device::UsbPrinter;
use crate::print::profile::Profile;
use crate::services::notice::Notice;
use crate::services::printing::TillPrinter;
use crate::services::printing::trial::{self, Candidate, Tried};
use crate::settings::{DataFolder, DeviceSetting};
use crate::tr;

/// Room for a list, so that the keys below it stay in their place.
const LIST: f32 = 340.0;

/// The maker of profiles that are for whatever printer there is.
const ANY_MAKER: &str = "any";

/// How a printer can be connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Network,
    Usb,
    /// No printer: papers become pictures.
    Pictures,
}

impl Way {
    const ALL: [Way; 3] = [Way::Network, Way::Usb, Way::Pictures];

    fn icon(self) -> Icon {
        match self {
            Way::Network => Icon::Network,
            Way::Usb => Icon::Printer,
            Way::Pictures => Icon::Inbox,
        }
    }

    fn words(self) -> (Key, Key) {
        match self {
            Way::Network => (
                key!("app-printer-network"),
                key!("app-printer-network-hint"),
            ),
            Way::Usb => (key!("app-printer-usb"), key!("app-printer-usb-hint")),
            Way::Pictures => (
                key!("app-printer-pictures"),
                key!("app-printer-pictures-hint"),
            ),
        }
    }

    fn id(self) -> &'static str {
        match self {
            Way::Network => "way-network",
            Way::Usb => "way-usb",
            Way::Pictures => "way-pictures",
        }
    }
}

#[derive(Debug, Clone)]
enum Step {
    Way,
    Address,
    /// The USB printers that are plugged in, once they are known.
    Usb(Option<Found>),
    Model,
    /// A page is on its way.
    Trying,
    /// The page went out, or did not.
    Tried(Tried),
    /// It is kept, or could not be.
    Kept(bool),
}

/// USB printers that are plugged in; nothing where nobody may look.
type Found = Option<Vec<UsbPrinter>>;

/// The sheet a printer is set up on.
#[derive(Debug)]
pub struct PrinterSheet {
    /// The printer's name; empty for the first.
    name: String,
    data: DataFolder,
    step: Step,
    address: String,
    /// What was typed is no address.
    no_address: bool,
    writing: Writing<()>,
    device: DeviceSetting,
    models: Vec<Arc<Profile>>,
    model: usize,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Way(Way),
    Address(String),
    Write,
    Touch(Touch),
    Found(Result<Found, Notice>),
    /// The USB printer at this place of the list.
    Plugged(usize),
    Model(usize),
    /// The address is typed.
    Onward,
    Try,
    Tried(Result<Tried, Notice>),
    /// The page came out as it should.
    Good,
    Kept(Result<bool, Notice>),
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
        let address = match &printer.device {
            DeviceSetting::Tcp { host, port: 9100 } => host.clone(),
            DeviceSetting::Tcp { host, port } => format!("{host}:{port}"),
            _ => String::new(),
        };
        let mut sheet = PrinterSheet {
            name: printer.name.clone(),
            step: Step::Way,
            address,
            no_address: false,
            writing: Writing::in_latin(),
            device: printer.device.clone(),
            model: 0,
            models: trial::models(&data),
            data,
            wrong: None,
        };
        // The generic ones first, before them what the printer is now.
        sheet.models.sort_by_key(|model| model.vendor != ANY_MAKER);
        let is_now = |model: &Arc<Profile>| model.id == printer.profile.id;
        if let Some(now) = sheet.models.iter().position(is_now) {
            sheet.bring_first(now);
        }
        sheet
    }

    /// Chooses a model and puts it at the head of the list, where it is seen.
    fn bring_first(&mut self, model: usize) {
        self.models[..=model].rotate_right(1);
        self.model = 0;
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Outcome {
        self.wrong = None;
        match message {
            Message::Way(Way::Network) => self.step = Step::Address,
            Message::Way(Way::Usb) => {
                self.step = Step::Usb(None);
                return Outcome::Run(context.ask(|_| Ok(trial::plugged_in()), Message::Found));
            }
            Message::Way(Way::Pictures) => self.connected(DeviceSetting::Picture),
            Message::Address(text) => {
                self.address = text;
                self.no_address = false;
            }
            Message::Write => self.writing.begin(()),
            Message::Touch(touch) => {
                self.writing.touch(touch, &mut self.address);
                self.no_address = false;
            }
            Message::Onward => {
                self.writing.end();
                match trial::device_at(&self.address) {
                    Some(device) => self.connected(device),
                    None => self.no_address = true,
                }
            }
            Message::Found(Ok(found)) => {
                if matches!(self.step, Step::Usb(_)) {
                    self.step = Step::Usb(Some(found));
                }
            }
            Message::Plugged(at) => self.plugged(at),
            Message::Model(at) => self.model = at,
            Message::Try => return self.try_out(context),
            Message::Tried(Ok(tried)) => self.step = Step::Tried(tried),
            Message::Good => return self.keep(context),
            Message::Kept(Ok(kept)) => self.step = Step::Kept(kept),
            Message::Found(Err(wrong)) | Message::Tried(Err(wrong)) | Message::Kept(Err(wrong)) => {
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
        let name = self.name.clone();
        Outcome::Run(context.ask(
            move |_| Ok(trial::keep(&candidate, &name, &data).is_ok()),
            Message::Kept,
        ))
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let content = match &self.step {
            Step::Way => ways(context),
            Step::Address => self.typing(context),
            Step::Usb(found) => usb(context, found.as_ref()),
            Step::Model => self.choosing(context),
            Step::Trying => empty(
                dir,
                Icon::Hourglass,
                tr!(texts, "app-printer-trying"),
                tr!(texts, "app-printer-trying-body"),
            ),
            Step::Tried(tried) => self.asking(context, *tried),
            Step::Kept(kept) => kept_or_not(context, *kept),
        };
        let trouble = trouble(context, self.wrong.as_ref());
        let content = column![].extend(trouble).push(content).spacing(space::M);
        let sheet = dialog(dir, tr!(texts, "app-printer-title"), content)
            .width(760.0)
            .on_close(Message::Leave)
            .over(Space::new().width(Fill).height(Fill));
        let caption = tr!(texts, "app-printer-address");
        self.writing
            .over(context, sheet, caption, &self.address, Message::Touch)
    }

    fn typing<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let field = input(
            dir,
            "printer-address",
            "192.168.1.100",
            &self.address,
            Message::Address,
        )
        .size(type_size::STRONG)
        .refused(self.no_address)
        .on_touch(Message::Write);
        let wrong = self
            .no_address
            .then(|| tr!(texts, "app-printer-no-address").into());
        let hint = dir
            .label(tr!(texts, "app-printer-address-hint"))
            .size(type_size::SMALL)
            .muted()
            .fill();
        let ready = !self.address.trim().is_empty();
        let onward = button(dir, tr!(texts, "app-printer-onward"))
            .primary()
            .fill()
            .on_press_maybe(ready.then_some(Message::Onward))
            .id("onward");
        column![
            form_field(dir, tr!(texts, "app-printer-address"), field, wrong),
            hint,
            dir.row([back(context), onward.into()]),
        ]
        .spacing(space::L)
        .into()
    }

    fn choosing<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let rows = self.models.iter().enumerate().map(|(at, model)| {
            let name = match model.vendor == ANY_MAKER {
                true => tr!(texts, "app-printer-generic"),
                false => in_one_piece(format!("{} {}", model.vendor, model.model)),
            };
            let about = tr!(texts, "app-printer-paper", width = model.paper.width_mm);
            let words = [
                dir.label(name).medium().fill().lines(1).into(),
                dir.label(about).size(type_size::SMALL).muted().into(),
            ];
            let row = pressable(
                dir.row(words),
                Press::Chip(at == self.model),
                Some(Message::Model(at)),
            );
            let id = format!("model-{}", model.id);
            named(row.padding(space::L).width(Fill), Some(id.into()), Fill)
        });
        let rows = Column::with_children(rows).spacing(space::S);
        // The bar of the list lies beside the rows, not over their ends.
        let rows = container(rows).padding(dir.padding(0.0, 0.0, space::L));
        let list = container(scroll::vertical(dir, rows)).height(LIST);
        let device = match &self.device {
            DeviceSetting::Picture => tr!(texts, "app-shell-printer-pictures"),
            device => in_one_piece(device.to_string()),
        };
        let device = dir
            .label(device)
            .size(type_size::SMALL)
            .muted()
            .fill()
            .lines(1);
        let test = button(dir, tr!(texts, "app-printer-try"))
            .primary()
            .fill()
            .icon(Icon::Printer)
            .on_press(Message::Try)
            .id("try-printer");
        let list = form_field(dir, tr!(texts, "app-printer-model"), list, None);
        column![device, list, dir.row([back(context), test.into()])]
            .spacing(space::M)
            .into()
    }

    fn asking<'a>(&'a self, context: &Context, tried: Tried) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let again = button(dir, tr!(texts, "app-printer-try-again"))
            .fill()
            .icon(Icon::Printer)
            .on_press(Message::Try)
            .id("try-again");
        if let Tried::Failed(trouble) = tried {
            let keys = dir.row([back(context), again.into()]);
            let told = notice(dir, Tone::Warning, texts.word(&trouble));
            return column![told, keys].spacing(space::L).into();
        }
        let question = dir
            .label(tr!(texts, "app-printer-came-out"))
            .size(type_size::STRONG)
            .medium()
            .fill();
        let body = match self.device {
            DeviceSetting::Picture => tr!(texts, "app-printer-look-at-picture"),
            _ => tr!(texts, "app-printer-look-at-page"),
        };
        let no = button(dir, tr!(texts, "app-printer-no"))
            .fill()
            .icon(Icon::Close)
            .on_press(Message::Back)
            .id("page-bad");
        let yes = button(dir, tr!(texts, "app-printer-yes"))
            .primary()
            .fill()
            .icon(Icon::Check)
            .on_press(Message::Good)
            .id("page-good");
        column![
            question,
            dir.label(body).fill(),
            dir.row([no.into(), yes.into()]),
        ]
        .spacing(space::L)
        .into()
    }
}

fn ways<'a>(context: &Context) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let cards = Way::ALL.map(|way| {
        let (title, hint) = way.words();
        let (title, hint) = (texts.get(title), texts.get(hint));
        let card = choice(dir, way.icon(), title, hint, false, Some(Message::Way(way)))
            .class(Press::Inset);
        named(card, Some(way.id().into()), Fill)
    });
    let question = tr!(texts, "app-printer-way");
    let cards = Column::with_children(cards).spacing(space::S);
    form_field(dir, question, cards, None)
}

fn usb<'a>(context: &Context, found: Option<&Found>) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let told = |symbol, title, body| empty(dir, symbol, title, body);
    let list = match found {
        None => told(
            Icon::Hourglass,
            tr!(texts, "app-printer-looking"),
            String::new(),
        ),
        Some(None) => told(
            Icon::Warning,
            tr!(texts, "app-printer-usb-closed"),
            tr!(texts, "app-printer-usb-closed-body"),
        ),
        Some(Some(found)) if found.is_empty() => told(
            Icon::Printer,
            tr!(texts, "app-printer-usb-none"),
            tr!(texts, "app-printer-usb-none-body"),
        ),
        Some(Some(found)) => {
            let rows = found
                .iter()
                .enumerate()
                .map(|(at, printer)| plugged_row(context, at, printer));
            scroll::vertical(dir, Column::with_children(rows).spacing(space::S))
        }
    };
    let again = button(dir, tr!(texts, "app-printer-look-again"))
        .fill()
        .icon(Icon::Search)
        .on_press(Message::Way(Way::Usb))
        .id("look-again");
    let keys = dir.row([back(context), again.into()]);
    column![container(list).height(LIST), keys]
        .spacing(space::M)
        .into()
}

fn plugged_row<'a>(context: &Context, at: usize, printer: &UsbPrinter) -> Element<'a, Message> {
    let dir = context.dir;
    let ids = printer.ids();
    let name = match printer.name.is_empty() {
        true => ids.clone(),
        false => printer.name.clone(),
    };
    let words = [
        dir.label(in_one_piece(name))
            .medium()
            .fill()
            .lines(1)
            .into(),
        dir.label(in_one_piece(ids))
            .size(type_size::SMALL)
            .muted()
            .into(),
    ];
    let row = pressable(dir.row(words), Press::Inset, Some(Message::Plugged(at)));
    let id = format!("plugged-{at}");
    named(row.padding(space::M).width(Fill), Some(id.into()), Fill)
}

fn kept_or_not<'a>(context: &Context, kept: bool) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let (tone, text) = match kept {
        true => (Tone::Success, tr!(texts, "app-printer-kept")),
        false => (Tone::Warning, tr!(texts, "app-printer-not-kept")),
    };
    let done = button(dir, tr!(texts, "desk-done"))
        .primary()
        .fill()
        .on_press(Message::Leave)
        .id("printer-done");
    column![notice(dir, tone, text), done]
        .spacing(space::L)
        .into()
}

fn back<'a>(context: &Context) -> Element<'a, Message> {
    button(context.dir, tr!(context.texts, "app-printer-back"))
        .fill()
        .on_press(Message::Back)
        .id("step-back")
        .into()
}
