//! How this till's screen looks: language, colours, size of type, digits, whether
//! it covers the whole screen, and whether a window faces the customer. What is
//! chosen shows at once; keeping it is the shell's.

use iced::Fill;
use iced::widget::{Space, column};

use crate::app::context::Context;
use crate::app::theme::{Element, Ink, Press, space, type_size};
use crate::app::widget::{Icon, button, dialog, form_field, scroll};
use crate::domain::staff::Role;
use crate::key;
use crate::locale::{Digits, Key, Language};
use crate::services::pictures::Album;
use crate::settings::{DigitsSetting, Look, TextSize};
use crate::tr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    Language(Language),
    Look(Look),
    TextSize(TextSize),
    Digits(DigitsSetting),
    Kiosk(bool),
    /// Whether a window faces the customer.
    CustomerWindow(bool),
    /// Whether goods stand on the shelf without their photographs.
    PlainShelf(bool),
    Close,
}

/// The sheet over whatever is shown.
pub fn over<'a>(context: &Context) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let languages = Language::ALL.map(|language| Choice {
        word: language.own_name().to_owned(),
        icon: None,
        chosen: texts.language() == language,
        message: Message::Language(language),
        id: language_id(language),
    });
    let looks = Look::ALL.map(|look| {
        let (word, icon, id) = look_word(look);
        Choice {
            word: texts.get(word),
            icon: Some(icon),
            chosen: context.display.look == look,
            message: Message::Look(look),
            id,
        }
    });
    let sizes = TextSize::ALL.map(|size| {
        let (word, id) = size_word(size);
        Choice {
            word: texts.get(word),
            icon: None,
            chosen: context.display.text_size == size,
            message: Message::TextSize(size),
            id,
        }
    });
    let digits = [
        (
            DigitsSetting::ArabicIndic,
            Digits::ArabicIndic,
            "digits-arabic",
        ),
        (DigitsSetting::Latin, Digits::Latin, "digits-latin"),
    ];
    let digits = digits.map(|(setting, digits, id)| Choice {
        word: digits.write("0123"),
        icon: None,
        chosen: context.digits() == setting,
        message: Message::Digits(setting),
        id,
    });
    let fields = column![
        field(context, tr!(texts, "app-look-language"), languages),
        field(context, tr!(texts, "app-look-colours"), looks),
        field(context, tr!(texts, "app-look-size"), sizes),
        field(context, tr!(texts, "app-look-digits"), digits),
        kiosk(context),
        field(
            context,
            tr!(texts, "app-look-customer"),
            customer_window(context)
        ),
    ]
    .extend(shelf(context))
    .spacing(space::L);
    dialog(
        dir,
        tr!(texts, "app-look-title"),
        scroll::vertical_shrinking(dir, fields),
    )
    .width(640.0)
    .on_close(Message::Close)
    .over(Space::new().width(Fill).height(Fill))
}

/// One of several to choose from.
struct Choice {
    word: String,
    icon: Option<Icon>,
    chosen: bool,
    message: Message,
    id: &'static str,
}

fn field<'a>(
    context: &Context,
    caption: String,
    choices: impl IntoIterator<Item = Choice>,
) -> Element<'a, Message> {
    let dir = context.dir;
    let keys = choices.into_iter().map(|choice| {
        let key = button(dir, choice.word)
            .kind(Press::Chip(choice.chosen))
            .fill()
            .on_press(choice.message)
            .id(choice.id);
        match choice.icon {
            Some(icon) => key.icon(icon).into(),
            None => key.into(),
        }
    });
    form_field(
        dir,
        caption,
        dir.row(keys).spacing(space::S).width(Fill),
        None,
    )
}

fn customer_window(context: &Context) -> [Choice; 2] {
    let texts = context.texts;
    let keys = [
        (true, tr!(texts, "app-look-customer-on"), "customer-on"),
        (false, tr!(texts, "app-look-customer-off"), "customer-off"),
    ];
    keys.map(|(on, word, id)| Choice {
        word,
        icon: None,
        chosen: context.customer_window == on,
        message: Message::CustomerWindow(on),
        id,
    })
}

/// Where there are photographs of goods, whether they are shown.
fn shelf<'a>(context: &Context) -> Option<Element<'a, Message>> {
    let texts = context.texts;
    let keys = [
        (false, tr!(texts, "app-look-photos-on"), "photos-on"),
        (true, tr!(texts, "app-look-photos-off"), "photos-off"),
    ];
    let keys = keys.map(|(plain, word, id)| Choice {
        word,
        icon: None,
        chosen: context.display.plain_shelf == plain,
        message: Message::PlainShelf(plain),
        id,
    });
    let there_are = context.photos.any(Album::Goods);
    there_are.then(|| field(context, tr!(texts, "app-look-photos"), keys))
}

/// Only a supervisor lets anybody out of the till.
fn kiosk<'a>(context: &Context) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let session = context.session.as_ref();
    let allowed = session.is_some_and(|session| session.role() >= Role::Supervisor);
    let keys = [
        (true, tr!(texts, "app-look-kiosk-on"), "kiosk-on"),
        (false, tr!(texts, "app-look-kiosk-off"), "kiosk-off"),
    ];
    let keys = keys.map(|(on, word, id)| {
        button(dir, word)
            .kind(Press::Chip(context.display.kiosk == on))
            .fill()
            .on_press_maybe(allowed.then_some(Message::Kiosk(on)))
            .id(id)
            .into()
    });
    let keys = dir.row(keys).spacing(space::S).width(Fill);
    let hint = (!allowed).then(|| {
        dir.label(tr!(texts, "app-look-kiosk-who"))
            .size(type_size::CAPTION)
            .ink(Ink::Muted)
    });
    let keys = dir.column([keys.into()]).extend(hint.map(Into::into));
    form_field(
        dir,
        tr!(texts, "app-look-kiosk"),
        keys.spacing(space::XS),
        None,
    )
}

fn language_id(language: Language) -> &'static str {
    match language {
        Language::Arabic => "language-ar",
        Language::English => "language-en",
    }
}

fn look_word(look: Look) -> (Key, Icon, &'static str) {
    match look {
        Look::Light => (key!("app-look-light"), Icon::Sun, "look-light"),
        Look::Dark => (key!("app-look-dark"), Icon::Moon, "look-dark"),
        Look::Contrast => (key!("app-look-contrast"), Icon::Contrast, "look-contrast"),
    }
}

fn size_word(size: TextSize) -> (Key, &'static str) {
    match size {
        TextSize::Small => (key!("app-look-small"), "size-small"),
        TextSize::Medium => (key!("app-look-medium"), "size-medium"),
        TextSize::Large => (key!("app-look-large"), "size-large"),
        TextSize::Largest => (key!("app-look-largest"), "size-largest"),
    }
}
