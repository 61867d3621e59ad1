//! Goods of a family that have no product line: what they are, if anybody says, and
//! what was agreed. The family's commission applies.

use iced::widget::{Space, column, container};
use iced::{Fill, Length};

use crate::app::context::Context;
use crate::app::screen::frame::{family_name, trouble};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Ink, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::{Icon, button, dialog, form_field, input, well};
use crate::domain::id::{Bilingual, FamilyCode};
use crate::domain::money::Money;
use crate::locale::{Digits, Language, Texts};
use crate::services::notice::Notice;
use crate::tr;

/// The pad is as high as what is asked beside it.
const KEY_HEIGHT: f32 = 68.0;

#[derive(Debug, Clone)]
pub struct OpenLine {
    family: FamilyCode,
    name: String,
    price: Entry,
    writing: Writing<()>,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Name(String),
    Write,
    Keyboard(Touch),
    Key(Key),
    Confirm,
    Leave,
}

/// What became of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Open,
    Left,
    Done {
        family: FamilyCode,
        name: Bilingual,
        price: Money,
    },
}

impl OpenLine {
    pub fn new(context: &Context, family: FamilyCode) -> Self {
        OpenLine {
            family,
            name: String::new(),
            price: Entry::new(context.catalogue.bazaar.currency.digits()),
            writing: Writing::new(context),
            wrong: None,
        }
    }

    /// Says why what was typed can't be.
    pub fn refuse(&mut self, wrong: Notice) {
        self.wrong = Some(wrong);
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Outcome {
        self.wrong = None;
        match message {
            Message::Name(name) => self.name = name,
            Message::Write => self.writing.begin(()),
            Message::Keyboard(touch) => self.writing.touch(touch, &mut self.name),
            Message::Key(key) => self.price.press(key),
            Message::Confirm if self.price.minor() > 0 => {
                return Outcome::Done {
                    family: self.family.clone(),
                    name: self.named(context),
                    price: Money::from_minor(self.price.minor()),
                };
            }
            Message::Confirm => {}
            Message::Leave => return Outcome::Left,
        }
        Outcome::Open
    }

    /// What was typed, in whatever language; else a plain word in both.
    fn named(&self, context: &Context) -> Bilingual {
        let name = self.name.trim();
        if name.is_empty() {
            let plain = |language| {
                let texts = Texts::of(language, Digits::Latin);
                tr!(texts, "app-sell-open-plain")
            };
            return Bilingual::new(plain(Language::Arabic), plain(Language::English));
        }
        match context.texts.language() {
            Language::Arabic => Bilingual::new(name, ""),
            Language::English => Bilingual::new("", name),
        }
    }

    /// The sheet over the screen, and the keyboard over both.
    pub fn over<'a, M: Clone + 'a>(
        &'a self,
        context: &Context,
        base: Element<'a, M>,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let digits = texts.digits();
        let typed = self.price.typed();
        let typed = typed.replace('.', &digits.decimal_separator().to_string());
        let (shown, ink) = match typed.is_empty() {
            true => (digits.write("0"), Ink::Faint),
            false => (digits.write(&typed), Ink::Normal),
        };
        let shown = dir
            .label(shown)
            .size(type_size::DISPLAY)
            .bold()
            .ink(ink)
            .whole()
            .centre();
        let pad = keypad(digits, Corner::Point, KEY_HEIGHT, move |key| {
            wrap(Message::Key(key))
        });
        let name = input(
            dir,
            "open-name",
            &tr!(texts, "app-sell-open-name-hint"),
            &self.name,
            move |text| wrap(Message::Name(text)),
        )
        .on_touch(wrap(Message::Write))
        .on_submit(wrap(Message::Confirm));
        let add = button(dir, tr!(texts, "app-sell-line-add"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Plus)
            .on_press_maybe((self.price.minor() > 0).then(|| wrap(Message::Confirm)))
            .id("open-confirm");
        let side = column![
            dir.label(tr!(texts, "app-sell-open-body")).muted().fill(),
            form_field(dir, tr!(texts, "app-sell-open-name"), name, None),
        ]
        .extend(trouble(context, self.wrong.as_ref()))
        .push(Space::new().height(Fill))
        .push(add)
        .spacing(space::M);
        let pad = column![well(shown.fill()), pad].spacing(space::M);
        let content = dir
            .row([
                container(side).width(Fill).height(Fill).into(),
                container(pad).width(Length::Fixed(330.0)).into(),
            ])
            .spacing(space::XL)
            .align_y(iced::Top)
            .height(404);
        let title = tr!(
            texts,
            "app-sell-open-title",
            family = family_name(context, &self.family)
        );
        let page = dialog(dir, title, content)
            .width(780.0)
            .on_close(wrap(Message::Leave))
            .over(base);
        let caption = tr!(texts, "app-sell-open-name");
        self.writing
            .over(context, page, caption, &self.name, move |touch| {
                wrap(Message::Keyboard(touch))
            })
    }
}
