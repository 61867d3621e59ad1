//! One family of the register, to be read: everything known of it, and who changed
//! what.

use iced::widget::{Column, column};

use super::draft::Field;
use super::{Known, Message};
use crate::app::context::Context;
use crate::app::screen::families::licence_warning;
use crate::app::screen::frame::{family_name, heading, in_one_piece, staff_name};
use crate::app::theme::{Element, Ink, Theme, space, type_size};
use crate::app::widget::{Icon, button, divider, reckoning, scroll};
use crate::domain::bazaar::MoneyTaker;
use crate::domain::family::{Family, FamilyPart};
use crate::key;
use crate::locale::Key;
use crate::services::register::FamilyChange;
use crate::tr;

pub(super) fn view<'a>(
    context: &Context,
    family: &Family,
    known: Option<&Known>,
) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let name = dir.label(family_name(context, &family.code));
    let edit = button(dir, tr!(texts, "desk-register-edit"))
        .primary()
        .icon(Icon::Pencil)
        .on_press(Message::Edit)
        .id("edit");
    let head = dir.row([
        name.size(type_size::TITLE).bold().fill().lines(1).into(),
        edit.into(),
    ]);
    let mut lines = column![].spacing(space::S);
    for (word, value) in particulars(context, family) {
        lines = lines.push(reckoning(dir, word, value, Ink::Inherited));
    }
    if let Some(known) = known.filter(|known| known.family == family.code) {
        lines = lines.push(divider()).push(changes(context, known));
    }
    let licence = family.licence.as_ref();
    let warning = licence.and_then(|licence| licence_warning(context, licence));
    column![head]
        .extend(warning)
        .push(scroll::vertical(dir, lines))
        .spacing(space::L)
        .into()
}

/// Whatever is known of a family, in words.
fn particulars(context: &Context, family: &Family) -> Vec<(String, String)> {
    let texts = context.texts;
    let mut all = Vec::new();
    let mut tell = |word: Key, value: String| {
        if !value.trim().is_empty() {
            all.push((texts.get(word), value));
        }
    };
    let piece = |text: &str| match text.is_empty() {
        true => String::new(),
        false => in_one_piece(text),
    };
    tell(Field::Code.caption(), piece(family.code.as_str()));
    tell(Field::NameAr.caption(), family.name.ar.clone());
    tell(Field::NameEn.caption(), family.name.en.clone());
    tell(Field::Contact.caption(), family.contact.clone());
    tell(Field::Phone.caption(), piece(&family.phone));
    let packages = family.packages.iter().map(|code| {
        let package = context.catalogue.bazaar.package(code);
        package.map_or_else(
            || code.to_string(),
            |package| texts.name(&package.name).to_owned(),
        )
    });
    let packages: Vec<String> = packages.collect();
    tell(key!("desk-register-packages"), packages.join(" · "));
    if let Some(licence) = &family.licence {
        tell(
            key!("desk-register-licence-kind"),
            texts.word(&licence.kind),
        );
        tell(Field::LicenceNumber.caption(), piece(&licence.number));
        let expires = licence.expires.map(|date| texts.date_long(date));
        tell(Field::LicenceExpiry.caption(), expires.unwrap_or_default());
    }
    tell(Field::Proxy.caption(), family.proxies.join(" · "));
    tell(Field::Iban.caption(), piece(&family.iban));
    let sells = match family.sells_through {
        None => key!("desk-register-sells-usual"),
        Some(MoneyTaker::Staff) => key!("desk-register-sells-staff"),
        Some(MoneyTaker::Family) => key!("desk-register-sells-itself"),
    };
    tell(key!("desk-register-sells"), texts.get(sells));
    let rate = family.commission.map(|rate| texts.percent(rate));
    tell(Field::Commission.caption(), rate.unwrap_or_default());
    let mut sum = |field: Field, money: Option<crate::domain::money::Money>| {
        let money = money.map(|money| context.money(money));
        tell(field.caption(), money.unwrap_or_default());
    };
    sum(Field::DayFee, family.day_fee);
    sum(Field::Instalment, family.advance_instalment);
    let tax_number = family.tax_number.as_deref().unwrap_or_default();
    tell(Field::TaxNumber.caption(), piece(tax_number));
    if let Some(food) = family.food {
        let keeps = match food.keeps_days {
            None => tr!(texts, "desk-register-food-yes"),
            Some(days) => tr!(texts, "desk-register-keeps-for", count = i64::from(days)),
        };
        tell(key!("desk-register-food"), keeps);
    }
    if let Some(support) = &family.support {
        tell(Field::Support.caption(), context.money(support.amount));
        tell(Field::SupportFrom.caption(), support.from.clone());
        let on = support.on.map(|date| texts.date_long(date));
        tell(Field::SupportDate.caption(), on.unwrap_or_default());
    }
    if !family.active {
        tell(
            key!("desk-register-active"),
            tr!(texts, "desk-register-active-no"),
        );
    }
    all
}

/// Who entered the family and who changed what.
fn changes<'a>(context: &Context, known: &Known) -> Column<'a, Message, Theme> {
    let (dir, texts) = (context.dir, context.texts);
    let mut list = column![heading(context, tr!(texts, "desk-register-changes"))];
    for change in &known.changes {
        let at = texts.date_and_time(change.at.naive_local());
        let by = change.by.as_ref();
        let by = by.map(|by| staff_name(context, &known.staff, by));
        let who = match by {
            Some(by) => format!("{at} · {by}"),
            None => at,
        };
        let who = dir.label(who).size(type_size::SMALL).muted().fill();
        list = list.push(column![dir.label(what(context, change)).fill(), who].spacing(0));
    }
    list.spacing(space::S)
}

fn what(context: &Context, change: &FamilyChange) -> String {
    let parts = change.parts.iter().map(|part| {
        context.texts.get(match part {
            FamilyPart::Name => key!("desk-register-name"),
            FamilyPart::Packages => key!("desk-register-packages"),
            FamilyPart::Licence => key!("desk-register-part-licence"),
            FamilyPart::Contact => Field::Contact.caption(),
            FamilyPart::Phone => Field::Phone.caption(),
            FamilyPart::Iban => Field::Iban.caption(),
            FamilyPart::Proxies => Field::Proxy.caption(),
            FamilyPart::Commission => Field::Commission.caption(),
            FamilyPart::DayFee => Field::DayFee.caption(),
            FamilyPart::TaxNumber => Field::TaxNumber.caption(),
            FamilyPart::SellsThrough => key!("desk-register-sells"),
            FamilyPart::Instalment => Field::Instalment.caption(),
            FamilyPart::Support => Field::Support.caption(),
            FamilyPart::Food => key!("desk-register-food"),
            FamilyPart::Active => key!("desk-register-active"),
        })
    });
    let parts: Vec<String> = parts.collect();
    match parts.is_empty() {
        true => tr!(context.texts, "desk-register-entered"),
        false => parts.join(" · "),
    }
}
