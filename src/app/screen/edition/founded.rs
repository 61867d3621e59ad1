//! The next edition has begun: what was made, where it is and how it is opened.

use iced::widget::{Column, column};

use super::Message;
use crate::app::context::Context;
use crate::app::screen::frame::{done_key, in_one_piece, outcome};
use crate::app::theme::{Element, Ink, Tone, space};
use crate::app::widget::{notice, reckoning};
use crate::domain::carrying::CarriedBalance;
use crate::locale::bidi;
use crate::services::carrying::Carriage;
use crate::services::edition::Founded;
use crate::services::notice::left_behind_in_words;
use crate::tr;

pub fn view<'a>(context: &Context, founded: &Founded) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let name = bidi::first_strong(texts.name(&founded.bazaar.name));
    let title = match founded.now {
        true => tr!(texts, "desk-edition-begun", name = name),
        false => tr!(texts, "desk-edition-carried", name = name),
    };
    let count =
        |word: String, count: usize| reckoning(dir, word, texts.count(count), Ink::Inherited);
    let folder = in_one_piece(founded.folder.display());
    let command = format!("sanduq --data \"{}\"", founded.folder.display());
    let particulars = column![
        dir.label(tr!(texts, "desk-edition-where")).muted().fill(),
        dir.label(folder).medium().fill().id("folder"),
        count(tr!(texts, "desk-edition-families"), founded.families),
        count(tr!(texts, "desk-edition-lines"), founded.lines),
        count(tr!(texts, "desk-edition-staff"), founded.staff),
    ]
    .extend(
        founded
            .carriage
            .iter()
            .flat_map(|carriage| told(context, carriage)),
    )
    .push(notice(
        dir,
        Tone::Info,
        tr!(texts, "desk-edition-open", command = in_one_piece(command)),
    ))
    .push(dir.label(tr!(texts, "desk-edition-pins")).muted().fill());
    let tone = match &founded.carriage {
        Some(carriage) if !carriage.left.is_empty() => Tone::Warning,
        _ => Tone::Success,
    };
    outcome(
        context,
        tone,
        title,
        particulars.spacing(space::S),
        [done_key(context, Message::Done)],
    )
}

/// What went along, and who stayed behind.
fn told<'a>(context: &Context, carriage: &Carriage) -> Vec<Element<'a, Message>> {
    let (dir, texts) = (context.dir, context.texts);
    let net = carriage.brought.iter().map(CarriedBalance::net).sum();
    let mut all = vec![reckoning(
        dir,
        tr!(
            texts,
            "desk-edition-balances-of",
            count = carriage.brought.len()
        ),
        context.money(net),
        Ink::Inherited,
    )];
    let left: Vec<Element<'a, Message>> = carriage
        .left
        .iter()
        .map(|left| dir.label(left_behind_in_words(left, texts)).fill().into())
        .collect();
    if !left.is_empty() {
        let word = tr!(texts, "desk-edition-left");
        all.push(dir.label(word).medium().fill().into());
        all.push(Column::with_children(left).spacing(space::XS).into());
    }
    if !carriage.elsewhere.is_empty() {
        let (count, to) = (
            carriage.elsewhere.len(),
            carriage.elsewhere[0].to.as_str().to_owned(),
        );
        let said = tr!(texts, "cli-carried-elsewhere", count = count, to = to);
        all.push(notice(dir, Tone::Warning, said));
    }
    all
}
