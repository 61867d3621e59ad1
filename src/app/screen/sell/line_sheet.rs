//! The sheet of one line: its quantity, its price, its discount, one pad for all.
//! Goods that are weighed or have no price of their own pass through it on
//! their way into the ticket.

use iced::widget::{column, container};
use iced::{Fill, Length};

use super::basket::Change;
use super::discount::{self, DiscountEntry};
use crate::app::context::Context;
use crate::app::screen::frame::{family_name, trouble};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Ink, Press, Tone, grown, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::{Icon, button, dialog, input, named, scroll, well};
use crate::domain::family::Unit;
use crate::domain::id::Sku;
use crate::domain::money::{Money, Quantity};
use crate::domain::rounding::line_amount;
use crate::domain::ticket::TicketLine;
use crate::services::notice::Notice;
use crate::tr;

/// The pad is as high as what is asked beside it.
const KEY_HEIGHT: f32 = 76.0;
/// How high both are.
const HEIGHT: f32 = 424.0;
/// What the dialog and the window take around them.
const AROUND: f32 = 270.0;

/// What the sheet is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Goods that can't be sold without being asked about.
    New(Sku),
    /// A line of the ticket.
    Line(usize),
}

/// What the pad writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Quantity,
    Price,
    Discount,
    Note,
}

#[derive(Debug, Clone)]
pub struct LineSheet {
    subject: Subject,
    title: String,
    family: String,
    unit: Unit,
    pages: Vec<Page>,
    page: Page,
    quantity: Entry,
    price: Entry,
    discount: DiscountEntry,
    /// What the line has now, shown until something is typed.
    quantity_now: Option<Quantity>,
    price_now: Option<Money>,
    discounted: bool,
    note: String,
    /// The note the line has now.
    note_now: String,
    writing: Writing<()>,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Page(Page),
    Key(Key),
    Discount(discount::Message),
    NoDiscount,
    Note(String),
    Write,
    Keyboard(Touch),
    Confirm,
    /// Enter on the hardware keyboard: confirms if there is something to confirm.
    Enter,
    Leave,
}

/// What became of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Open,
    Left,
    Done(Subject, Change),
}

impl LineSheet {
    /// Asks what must be known before goods can be sold; `None` where nothing must.
    pub fn for_new(context: &Context, sku: &Sku) -> Option<Self> {
        let product = context.catalogue.line(sku)?;
        let mut pages = Vec::new();
        if product.unit.is_divisible() {
            pages.push(Page::Quantity);
        }
        if product.price.is_none() {
            pages.push(Page::Price);
        }
        let first = *pages.first()?;
        let mut sheet = Self::empty(context, Subject::New(sku.clone()), product.unit, first);
        sheet.title = context.texts.name(&product.name).to_owned();
        sheet.family = family_name(context, &product.family);
        sheet.price_now = product.price;
        sheet.pages = pages;
        Some(sheet)
    }

    /// Changes a line that is in the ticket.
    pub fn for_line(context: &Context, index: usize, line: &TicketLine, page: Page) -> Self {
        let mut sheet = Self::empty(context, Subject::Line(index), line.unit, page);
        sheet.title = context.texts.name(&line.name).to_owned();
        sheet.family = family_name(context, &line.family);
        sheet.pages = vec![Page::Quantity, Page::Discount, Page::Price, Page::Note];
        sheet.note.clone_from(&line.note);
        sheet.note_now.clone_from(&line.note);
        sheet.discount = DiscountEntry::new(context, line.discount.as_ref());
        sheet.quantity_now = Some(line.quantity);
        sheet.price_now = Some(line.unit_price);
        sheet.discounted = line.discount.is_some();
        sheet
    }

    fn empty(context: &Context, subject: Subject, unit: Unit, page: Page) -> Self {
        LineSheet {
            subject,
            title: String::new(),
            family: String::new(),
            unit,
            pages: Vec::new(),
            page,
            quantity: Entry::new(if unit.is_divisible() { 3 } else { 0 }),
            price: Entry::new(context.catalogue.bazaar.currency.digits()),
            discount: DiscountEntry::new(context, None),
            quantity_now: None,
            price_now: None,
            discounted: false,
            note: String::new(),
            note_now: String::new(),
            writing: Writing::new(context),
            wrong: None,
        }
    }

    pub fn update(&mut self, message: Message) -> Outcome {
        match message {
            Message::Page(page) => self.page = page,
            Message::Key(key) => self.press(key),
            Message::Discount(message) => {
                self.page = Page::Discount;
                self.discount.update(message);
            }
            Message::NoDiscount => {
                let change = Change {
                    discount: Some(None),
                    ..Change::default()
                };
                return Outcome::Done(self.subject.clone(), change);
            }
            Message::Note(note) => self.note = note,
            Message::Write => self.writing.begin(()),
            Message::Keyboard(touch) => self.writing.touch(touch, &mut self.note),
            Message::Enter if !self.can_confirm() => {}
            Message::Enter | Message::Confirm => return self.confirm(),
            Message::Leave => return Outcome::Left,
        }
        self.wrong = None;
        Outcome::Open
    }

    /// Says why what was typed can't be.
    pub fn refuse(&mut self, wrong: Notice) {
        self.wrong = Some(wrong);
    }

    fn press(&mut self, key: Key) {
        match self.page {
            Page::Quantity => self.quantity.press(key),
            Page::Price => self.price.press(key),
            Page::Discount => self.discount.press(key),
            Page::Note => {}
        }
    }

    fn confirm(&mut self) -> Outcome {
        if let Subject::New(_) = self.subject {
            // What goods without it can't be sold is asked for, one page after another.
            let missing = self
                .pages
                .iter()
                .copied()
                .find(|page| self.is_missing(*page));
            if let Some(page) = missing {
                self.page = page;
                return Outcome::Open;
            }
        }
        Outcome::Done(self.subject.clone(), self.change())
    }

    fn is_missing(&self, page: Page) -> bool {
        match page {
            Page::Quantity => self.quantity.minor() == 0,
            Page::Price => self.price.is_empty(),
            Page::Discount | Page::Note => false,
        }
    }

    fn change(&self) -> Change {
        let quantity = self.quantity.minor();
        let quantity = match self.unit.is_divisible() {
            true => Quantity::from_thousandths(quantity),
            false => Quantity::units(quantity),
        };
        Change {
            quantity: (!self.quantity.is_empty()).then_some(quantity),
            price: (!self.price.is_empty()).then(|| Money::from_minor(self.price.minor())),
            discount: self.discount.discount().map(Some),
            note: (self.note.trim() != self.note_now).then(|| self.note.trim().to_owned()),
        }
    }

    fn can_confirm(&self) -> bool {
        match self.subject {
            Subject::New(_) => !self.is_missing(self.page),
            Subject::Line(_) => self.change() != Change::default(),
        }
    }

    /// The sheet over the screen.
    pub fn over<'a, M: Clone + 'a>(
        &'a self,
        context: &Context,
        base: Element<'a, M>,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let dir = context.dir;
        let corner = match (self.page, self.unit.is_divisible()) {
            (Page::Quantity, false) => Corner::DoubleZero,
            _ => Corner::Point,
        };
        let digits = context.texts.digits();
        // A note is written with letters, and has the width to itself.
        let pad = (self.page != Page::Note).then(|| {
            let pad = column![
                self.well(context),
                keypad(digits, corner, KEY_HEIGHT, move |key| wrap(Message::Key(
                    key
                ))),
            ];
            container(pad.spacing(space::M)).width(330).into()
        });
        let side = container(self.side(context, wrap)).width(Fill).height(Fill);
        let content = dir
            .row([side.into()].into_iter().chain(pad))
            .spacing(space::XL)
            .align_y(iced::Top)
            .height(grown(HEIGHT).min(context.window.height - AROUND));
        let tabs = (self.pages.len() > 1).then(|| {
            let tabs = self.pages.iter().map(|page| self.tab(context, *page, wrap));
            Element::from(dir.row(tabs).spacing(space::S))
        });
        let content = column![]
            .extend(trouble(context, self.wrong.as_ref()))
            .extend(tabs)
            .push(content)
            .spacing(space::M);
        let page = dialog(dir, self.title.clone(), content)
            .width(780.0)
            .on_close(wrap(Message::Leave))
            .over(base);
        let caption = tr!(context.texts, "app-sell-line-note");
        self.writing
            .over(context, page, caption, &self.note, move |touch| {
                wrap(Message::Keyboard(touch))
            })
    }

    fn side<'a, M: Clone + 'a>(
        &'a self,
        context: &Context,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let mut side = column![].spacing(space::M).height(Fill).width(Fill);
        side = side.push(dir.label(self.family.clone()).muted().fill().lines(1));
        let body = scroll::vertical_shrinking(dir, self.page_body(context, wrap));
        side = side.push(container(body).height(Fill));
        side = side.extend(self.comes_to(context));
        let word = match self.subject {
            Subject::New(_) => tr!(texts, "app-sell-line-add"),
            Subject::Line(_) => tr!(texts, "app-sell-line-save"),
        };
        let confirm = button(dir, word)
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press_maybe(self.can_confirm().then(|| wrap(Message::Confirm)))
            .id("line-confirm");
        let off = (self.page == Page::Discount && self.discounted).then(|| {
            button(dir, tr!(texts, "app-sell-discount-remove"))
                .quiet()
                .icon(Icon::Close)
                .on_press(wrap(Message::NoDiscount))
                .id("no-discount")
                .into()
        });
        let keys = off.into_iter().chain([confirm.into()]);
        side.push(dir.row(keys).spacing(space::S)).into()
    }

    /// What the line comes to as typed, before any discount.
    fn comes_to<'a, M: 'a>(&self, context: &Context) -> Option<Element<'a, M>> {
        if matches!(self.page, Page::Discount | Page::Note) {
            return None;
        }
        let (dir, texts) = (context.dir, context.texts);
        let change = self.change();
        let price = change.price.or(self.price_now)?;
        let whole = (!self.pages.contains(&Page::Quantity)).then_some(Quantity::ONE);
        let quantity = change.quantity.or(self.quantity_now).or(whole)?;
        let sum = line_amount(price, quantity);
        let times = tr!(
            texts,
            "app-sell-times",
            quantity = texts.quantity_with_unit(quantity, self.unit),
            price = context.amount(price),
        );
        let line = dir.between(
            dir.label(times).muted(),
            dir.label(context.amount(sum))
                .size(type_size::HEADING)
                .bold()
                .whole(),
        );
        Some(line.into())
    }

    fn tab<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        page: Page,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let (word, id) = match page {
            Page::Quantity if self.unit.is_divisible() => {
                (tr!(texts, "app-sell-line-weight"), "line-quantity")
            }
            Page::Quantity => (tr!(texts, "app-sell-line-quantity"), "line-quantity"),
            Page::Price => (tr!(texts, "app-sell-line-price"), "line-price"),
            Page::Discount => (tr!(texts, "app-sell-line-discount"), "line-discount"),
            Page::Note => (tr!(texts, "app-sell-line-note"), "line-note"),
        };
        let tab = button(dir, word)
            .kind(Press::Tab(self.page == page, Tone::Primary))
            .fill()
            .on_press(wrap(Message::Page(page)));
        named(tab, Some(id.into()), Length::Fill)
    }

    fn page_body<'a, M: Clone + 'a>(
        &'a self,
        context: &Context,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        match self.page {
            Page::Quantity => {
                let unit = texts.word(&self.unit);
                let asked = match self.unit.is_divisible() {
                    true => tr!(texts, "app-sell-ask-weight", unit = unit),
                    false => tr!(texts, "app-sell-ask-quantity"),
                };
                dir.label(asked).fill().into()
            }
            Page::Price => {
                let asked = match self.subject {
                    Subject::New(_) => tr!(texts, "app-sell-ask-price"),
                    Subject::Line(_) => tr!(texts, "app-sell-change-price"),
                };
                dir.label(asked).fill().into()
            }
            Page::Note => {
                let field = input(
                    dir,
                    "line-note-text",
                    &tr!(texts, "app-sell-note-hint"),
                    &self.note,
                    move |text| wrap(Message::Note(text)),
                )
                .on_touch(wrap(Message::Write))
                .on_submit(wrap(Message::Confirm));
                let asked = dir.label(tr!(texts, "app-sell-ask-note")).fill();
                column![asked, field].spacing(space::M).into()
            }
            Page::Discount => {
                let entry = self.discount.view(context, |message| message);
                entry.map(move |m| wrap(Message::Discount(m)))
            }
        }
    }

    fn well<'a, M: 'a>(&self, context: &Context) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let digits = texts.digits();
        let written = |typed: &str| {
            digits.write(&typed.replace('.', &digits.decimal_separator().to_string()))
        };
        let (typed, now) = match self.page {
            Page::Quantity => {
                let now = self.quantity_now.map(|quantity| texts.quantity(quantity));
                (written(self.quantity.typed()), now)
            }
            Page::Price => {
                let now = self.price_now.map(|price| context.amount(price));
                (written(self.price.typed()), now)
            }
            Page::Discount => (self.discount.shown(context), None),
            Page::Note => (String::new(), None),
        };
        let (text, ink) = match (typed.is_empty(), now) {
            (false, _) => (typed, Ink::Normal),
            (true, Some(now)) => (now, Ink::Faint),
            (true, None) => (digits.write("0"), Ink::Faint),
        };
        let face = dir
            .label(text)
            .size(type_size::DISPLAY)
            .bold()
            .ink(ink)
            .whole()
            .centre();
        well(face.fill()).into()
    }
}
