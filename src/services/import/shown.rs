//! A plan in words: the columns that would change, as an organiser reads them. The
//! screen and the command line show the same.

use super::plan::{Change, Planned, PlannedOrder};
use super::suspected::{Likeness, Suspected};
use crate::domain::bazaar::MoneyTaker;
use crate::domain::catalogue::Catalogue;
use crate::domain::family::{Family, ProductLine};
use crate::domain::id::PackageCode;
use crate::domain::money::{Bps, Currency, Money};
use crate::locale::bidi::{first_strong, joined, left_to_right, settled};
use crate::locale::{Key, Language, Texts};
use crate::reports::table::{
    Column, FamilyColumn, LineColumn, OrderColumn, family_cell, line_cell,
};
use crate::{key, tr};

/// A column of a row that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The column's canonical name.
    pub column: &'static str,
    /// What the column is called in this language.
    pub title: String,
    /// What it says now; empty where it says nothing.
    pub old: String,
    pub new: String,
}

impl FieldChange {
    /// Whether it names what was ordered.
    pub fn is_of_goods(&self) -> bool {
        self.column == OrderColumn::Item.name()
    }
}

impl Planned {
    /// The same under the columns' own names, as tables are written.
    pub fn written_fields(&self, currency: Currency) -> Vec<FieldChange> {
        match &self.change {
            Change::Family { old, new } => {
                let cell = |family: &Family, column| family_cell(family, column, currency);
                let title = |column: FamilyColumn| column.name().to_owned();
                changes(old.as_deref(), new, cell, cell, title)
            }
            Change::Line { old, new } => {
                let cell = |line: &ProductLine, column| line_cell(line, column, currency);
                let title = |column: LineColumn| column.name().to_owned();
                changes(old.as_deref(), new, cell, cell, title)
            }
            Change::Order(order) => order_written(order, currency),
        }
    }

    /// The columns that change; of something new, those that say anything. Its code
    /// and names stand elsewhere.
    pub fn fields(&self, texts: &Texts, catalogue: &Catalogue) -> Vec<FieldChange> {
        let currency = catalogue.bazaar.currency;
        match &self.change {
            Change::Family { old, new } => {
                let cell = |family: &Family, column| family_cell(family, column, currency);
                let show = |family: &Family, column| match column {
                    FamilyColumn::Package => packages(texts, catalogue, &family.packages),
                    column => shown_family(texts, family, column, currency),
                };
                changes(old.as_deref(), new, cell, show, |column| {
                    texts.get(family_column(column))
                })
            }
            Change::Line { old, new } => {
                let cell = |line: &ProductLine, column| line_cell(line, column, currency);
                let show = |line: &ProductLine, column| match column {
                    LineColumn::Package => {
                        packages(texts, catalogue, std::slice::from_ref(&line.package))
                    }
                    column => shown_line(texts, line, column, currency),
                };
                changes(old.as_deref(), new, cell, show, |column| {
                    texts.get(line_column(column))
                })
            }
            Change::Order(order) => order_shown(texts, order, currency),
        }
    }
}

/// What an order that would be taken says, column by column.
fn order_written(order: &PlannedOrder, currency: Currency) -> Vec<FieldChange> {
    let wanted = &order.request.wanted;
    let ticket = &wanted.ticket;
    let amount = |money: Money| money.to_decimal(currency).to_string();
    let goods = ticket.lines.iter().map(|line| {
        let quantity = line.quantity.to_decimal().normalize();
        format!("{} × {} × {}", line.sku, quantity, amount(line.unit_price))
    });
    let fee = ticket.delivery_fee().map(amount);
    let paid = order.request.paid.first();
    let kind = paid.and_then(|offer| serde_json::to_value(&offer.kind).ok());
    let kind = kind.and_then(|kind| Some(kind.as_str()?.to_owned()));
    let said = [
        (OrderColumn::Item, goods.collect::<Vec<_>>().join(" | ")),
        (OrderColumn::DeliveryFee, fee.unwrap_or_default()),
        (OrderColumn::Total, amount(order.total)),
        (
            OrderColumn::Paid,
            amount(paid.map_or(Money::ZERO, |offer| offer.tendered)),
        ),
        (OrderColumn::Payment, kind.unwrap_or_default()),
        (OrderColumn::Address, wanted.customer.address.clone()),
        (
            OrderColumn::DueOn,
            wanted.due_on.map_or(String::new(), |day| day.to_string()),
        ),
        (OrderColumn::Note, wanted.wish.clone()),
    ];
    let said = said.into_iter().filter(|(_, new)| !new.is_empty());
    said.map(|(column, new)| FieldChange {
        column: column.name(),
        title: column.name().to_owned(),
        old: String::new(),
        new,
    })
    .collect()
}

/// The same in a language.
fn order_shown(texts: &Texts, order: &PlannedOrder, currency: Currency) -> Vec<FieldChange> {
    let wanted = &order.request.wanted;
    let ticket = &wanted.ticket;
    let goods = ticket.lines.iter().map(|line| {
        let quantity = texts.quantity_with_unit(line.quantity, line.unit);
        let name = first_strong(texts.name(&line.name));
        settled(texts.direction(), format!("{name} × {quantity}"))
    });
    let between = match texts.language() {
        Language::Arabic => "، ",
        Language::English => ", ",
    };
    let paid = match order.request.paid.first() {
        Some(offer) => tr!(
            texts,
            "notice-orders-paid-by",
            amount = texts.money(offer.tendered, currency),
            tender = texts.word(&offer.kind)
        ),
        None => tr!(texts, "notice-orders-paid-at-the-door"),
    };
    let handing = match wanted.customer.address.as_str() {
        "" => tr!(texts, "notice-orders-collected"),
        address => first_strong(address),
    };
    let said = [
        (
            OrderColumn::Total,
            key!("notice-orders-column-total"),
            texts.money(order.total, currency),
        ),
        (OrderColumn::Paid, key!("notice-orders-column-paid"), paid),
        (
            OrderColumn::DeliveryFee,
            key!("notice-orders-column-fee"),
            money(texts, ticket.delivery_fee(), currency),
        ),
        (
            OrderColumn::Item,
            key!("notice-orders-column-goods"),
            joined(texts.direction(), goods, between),
        ),
        (
            OrderColumn::Address,
            key!("notice-orders-column-handing"),
            handing,
        ),
        (
            OrderColumn::DueOn,
            key!("notice-orders-column-due"),
            wanted
                .due_on
                .map_or(String::new(), |day| texts.date_short(day)),
        ),
        (
            OrderColumn::Note,
            key!("notice-orders-column-note"),
            isolated(&wanted.wish, first_strong),
        ),
    ];
    let said = said.into_iter().filter(|(_, _, new)| !new.is_empty());
    said.map(|(column, title, new)| FieldChange {
        column: column.name(),
        title: texts.get(title),
        old: String::new(),
        new,
    })
    .collect()
}

impl Suspected {
    /// Why it is pointed out, in one sentence.
    pub fn said(&self, texts: &Texts) -> String {
        let alike = match self.alike {
            Likeness::Name => tr!(texts, "notice-import-alike-name"),
            Likeness::Phone => tr!(texts, "notice-import-alike-phone"),
            Likeness::Iban => tr!(texts, "notice-import-alike-iban"),
            Likeness::Licence => tr!(texts, "notice-import-alike-licence"),
            Likeness::ShopNumber => tr!(texts, "notice-import-alike-shop-number"),
        };
        let code = left_to_right(&self.other.code);
        let name = first_strong(texts.name(&self.other.name));
        match self.other.row {
            Some(row) => tr!(
                texts,
                "notice-import-suspected-row",
                alike = alike,
                code = code,
                name = name,
                row = row.to_string()
            ),
            None => tr!(
                texts,
                "notice-import-suspected",
                alike = alike,
                code = code,
                name = name
            ),
        }
    }
}

fn changes<T, C: Column>(
    old: Option<&T>,
    new: &T,
    cell: impl Fn(&T, C) -> String,
    show: impl Fn(&T, C) -> String,
    title: impl Fn(C) -> String,
) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    for column in C::ALL {
        let written = cell(new, *column);
        let is_title = matches!(column.name(), "code" | "sku" | "name_ar" | "name_en");
        let changed = match old {
            Some(old) => cell(old, *column) != written,
            // That it takes part goes without saying, and so does what it is not.
            None => {
                let unsaid = is_title || column.name() == "active" || written == "no";
                !written.is_empty() && !unsaid
            }
        };
        if changed {
            changes.push(FieldChange {
                column: column.name(),
                title: title(*column),
                old: old.map_or(String::new(), |old| show(old, *column)),
                new: show(new, *column),
            });
        }
    }
    changes
}

fn shown_family(
    texts: &Texts,
    family: &Family,
    column: FamilyColumn,
    currency: Currency,
) -> String {
    let licence = family.licence.as_ref();
    match column {
        FamilyColumn::SellsThrough => family.sells_through.map_or(String::new(), |taker| {
            texts.get(match taker {
                MoneyTaker::Staff => key!("notice-import-sold-by-staff"),
                MoneyTaker::Family => key!("notice-import-sold-by-family"),
            })
        }),
        FamilyColumn::LicenceKind => {
            licence.map_or(String::new(), |licence| texts.word(&licence.kind))
        }
        FamilyColumn::LicenceExpiry => {
            let date = licence.and_then(|licence| licence.expires);
            date.map_or(String::new(), |date| texts.date_short(date))
        }
        FamilyColumn::Commission => percent(texts, family.commission),
        FamilyColumn::Fee => money(texts, family.day_fee, currency),
        FamilyColumn::Advance => money(texts, family.advance_instalment, currency),
        FamilyColumn::TaxRegistered => answer(texts, family.tax_number.is_some()),
        FamilyColumn::Active => answer(texts, family.active),
        FamilyColumn::Food => answer(texts, family.food.is_some()),
        FamilyColumn::Support => {
            let amount = family.support.as_ref().map(|support| support.amount);
            money(texts, amount, currency)
        }
        FamilyColumn::SupportDate => {
            let date = family.support.as_ref().and_then(|support| support.on);
            date.map_or(String::new(), |date| texts.date_short(date))
        }
        FamilyColumn::NameAr
        | FamilyColumn::NameEn
        | FamilyColumn::Contact
        | FamilyColumn::SupportFrom
        | FamilyColumn::Proxies => isolated(&family_cell(family, column, currency), first_strong),
        _ => isolated(&family_cell(family, column, currency), left_to_right),
    }
}

fn shown_line(texts: &Texts, line: &ProductLine, column: LineColumn, currency: Currency) -> String {
    match column {
        LineColumn::Unit => texts.word(&line.unit),
        LineColumn::UnitPrice => money(texts, line.price, currency),
        LineColumn::Commission => percent(texts, line.commission),
        LineColumn::BestBefore => {
            let date = line.best_before;
            date.map_or(String::new(), |date| texts.date_short(date))
        }
        LineColumn::MadeToOrder => answer(texts, line.made_to_order),
        LineColumn::NameAr | LineColumn::NameEn => {
            isolated(&line_cell(line, column, currency), first_strong)
        }
        _ => isolated(&line_cell(line, column, currency), left_to_right),
    }
}

fn packages(texts: &Texts, catalogue: &Catalogue, codes: &[PackageCode]) -> String {
    let names = codes.iter().map(|code| {
        let package = catalogue.bazaar.package(code);
        package.map_or_else(
            || left_to_right(code.as_str()),
            |package| first_strong(texts.name(&package.name)),
        )
    });
    joined(texts.direction(), names, " · ")
}

/// A text apart from those around it; nothing where it says nothing.
fn isolated(text: &str, isolate: fn(&str) -> String) -> String {
    match text {
        "" => String::new(),
        text => isolate(text),
    }
}

fn money(texts: &Texts, money: Option<Money>, currency: Currency) -> String {
    money.map_or(String::new(), |money| texts.money(money, currency))
}

fn percent(texts: &Texts, rate: Option<Bps>) -> String {
    rate.map_or(String::new(), |rate| texts.percent(rate))
}

fn answer(texts: &Texts, answer: bool) -> String {
    texts.get(match answer {
        true => key!("notice-import-yes"),
        false => key!("notice-import-no"),
    })
}

fn family_column(column: FamilyColumn) -> Key {
    match column {
        FamilyColumn::Code => key!("notice-import-column-code"),
        FamilyColumn::NameAr => key!("notice-import-column-name-ar"),
        FamilyColumn::NameEn => key!("notice-import-column-name-en"),
        FamilyColumn::Package => key!("notice-import-column-package"),
        FamilyColumn::SellsThrough => key!("notice-import-column-sells-through"),
        FamilyColumn::LicenceKind => key!("notice-import-column-licence-kind"),
        FamilyColumn::LicenceNumber => key!("notice-import-column-licence-number"),
        FamilyColumn::LicenceExpiry => key!("notice-import-column-licence-expiry"),
        FamilyColumn::Phone => key!("notice-import-column-phone"),
        FamilyColumn::Iban => key!("notice-import-column-iban"),
        FamilyColumn::Commission => key!("notice-import-column-commission"),
        FamilyColumn::Fee => key!("notice-import-column-fee"),
        FamilyColumn::TaxRegistered => key!("notice-import-column-tax-registered"),
        FamilyColumn::TaxNumber => key!("notice-import-column-tax-number"),
        FamilyColumn::Advance => key!("notice-import-column-advance"),
        FamilyColumn::Proxies => key!("notice-import-column-proxies"),
        FamilyColumn::Active => key!("notice-import-column-active"),
        FamilyColumn::Contact => key!("notice-import-column-contact"),
        FamilyColumn::Support => key!("notice-import-column-support"),
        FamilyColumn::SupportFrom => key!("notice-import-column-support-from"),
        FamilyColumn::SupportDate => key!("notice-import-column-support-date"),
        FamilyColumn::Food => key!("notice-import-column-food"),
        FamilyColumn::KeepsDays => key!("notice-import-column-keeps-days"),
    }
}

fn line_column(column: LineColumn) -> Key {
    match column {
        LineColumn::Sku => key!("notice-import-column-code"),
        LineColumn::FamilyCode => key!("notice-import-column-family"),
        LineColumn::NameAr => key!("notice-import-column-name-ar"),
        LineColumn::NameEn => key!("notice-import-column-name-en"),
        LineColumn::Unit => key!("notice-import-column-unit"),
        LineColumn::UnitPrice => key!("notice-import-column-price"),
        LineColumn::Barcode => key!("notice-import-column-barcode"),
        LineColumn::Commission => key!("notice-import-column-commission"),
        LineColumn::Package => key!("notice-import-column-package"),
        LineColumn::BestBefore => key!("notice-import-column-best-before"),
        LineColumn::MadeToOrder => key!("notice-import-column-made-to-order"),
    }
}
