//! A ticket as written in JSON, read into the domain's.
//!
//! Amounts and quantities are texts ("12.50") or whole numbers; a fraction as a
//! JSON number is refused, because it may have been rounded before it got here.

use std::io::{self, Read};

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::domain::bazaar::{Beneficiary, MoneyTaker};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{Sku, TicketId};
use crate::domain::money::Currency;
use crate::domain::order::Customer;
use crate::domain::sale::{Offer, TenderKind};
use crate::domain::ticket::{Discount, DiscountValue, Ticket, TicketLine, TicketRefusal};
use crate::locale::reading;
use crate::services::Till;
use crate::services::sell::taken_by_families;

/// `{"lines": […], "tenders": […]}`, as the help of `sell` documents it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenTicket {
    pub id: Option<Uuid>,
    lines: Vec<WrittenLine>,
    discount: Option<WrittenDiscount>,
    #[serde(default)]
    tenders: Vec<WrittenTender>,
    #[serde(default)]
    note: String,
}

/// A ticket with who ordered it and what was wished.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenOrder {
    pub id: Option<Uuid>,
    lines: Vec<WrittenLine>,
    discount: Option<WrittenDiscount>,
    #[serde(default)]
    tenders: Vec<WrittenTender>,
    #[serde(default)]
    note: String,
    customer: WrittenCustomer,
    #[serde(default)]
    pub wish: String,
    pub due_on: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCustomer {
    name: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    address: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLine {
    sku: Option<Sku>,
    barcode: Option<String>,
    quantity: Written,
    price: Option<Written>,
    discount: Option<WrittenDiscount>,
    #[serde(default)]
    note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDiscount {
    percent: Option<Written>,
    amount: Option<Written>,
    funder: Beneficiary,
    #[serde(default)]
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTender {
    kind: TenderKind,
    amount: Written,
    #[serde(default)]
    reference: String,
}

/// A text, or a whole number.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Written {
    Text(String),
    Whole(i64),
}

impl Written {
    pub fn text(&self) -> String {
        match self {
            Written::Text(text) => text.clone(),
            Written::Whole(number) => number.to_string(),
        }
    }
}

/// A ticket and what pays for it.
pub(super) struct Basket {
    pub ticket: Ticket,
    pub offers: Vec<Offer>,
}

impl WrittenTicket {
    pub fn read(self, desk: &Desk, till: &Till, goods: &Catalogue) -> Result<Basket, Failure> {
        let id = TicketId(self.id.unwrap_or_else(|| till.moments().new_id()));
        let mut ticket = Ticket::new(id);
        ticket.note = self.note;
        add_lines(desk, goods, &mut ticket, &self.lines)?;
        ticket.discount = discount(desk, goods, self.discount.as_ref())?;
        let offers = offers(desk, goods, &ticket, &self.tenders)?;
        Ok(Basket { ticket, offers })
    }
}

impl WrittenOrder {
    pub fn customer(&self) -> Customer {
        let WrittenCustomer {
            name,
            phone,
            address,
        } = &self.customer;
        Customer {
            name: name.clone(),
            phone: phone.clone(),
            address: address.clone(),
        }
    }

    /// The ticket of the order and its deposit.
    pub fn basket(&self, desk: &Desk, till: &Till, goods: &Catalogue) -> Result<Basket, Failure> {
        let mut ticket = Ticket::new(TicketId(till.moments().new_id()));
        ticket.note = self.note.clone();
        add_lines(desk, goods, &mut ticket, &self.lines)?;
        ticket.discount = discount(desk, goods, self.discount.as_ref())?;
        let offers = given(desk, goods.bazaar.currency, &self.tenders)?;
        Ok(Basket { ticket, offers })
    }
}

fn add_lines(
    desk: &Desk,
    goods: &Catalogue,
    ticket: &mut Ticket,
    lines: &[WrittenLine],
) -> Result<(), Failure> {
    for (index, line) in lines.iter().enumerate() {
        let sku = match (&line.sku, &line.barcode) {
            (Some(sku), None) => sku.clone(),
            (None, Some(barcode)) => {
                let known = goods.line_by_barcode(barcode);
                known
                    .ok_or_else(|| Misuse::UnknownBarcode(barcode.clone()))?
                    .sku
                    .clone()
            }
            _ => return Err(Misuse::SkuOrBarcode { line: index + 1 }.into()),
        };
        let quantity = desk.quantity(&line.quantity.text())?;
        let price = line.price.as_ref();
        let price = price
            .map(|price| desk.amount(&price.text(), goods.bazaar.currency))
            .transpose()?;
        // Lines stay as they were written, equal ones too.
        let product = goods
            .line(&sku)
            .ok_or_else(|| TicketRefusal::UnknownProductLine(sku.clone()))?;
        let mut new = TicketLine::new(goods, product, quantity, price)?;
        new.note.clone_from(&line.note);
        ticket.lines.push(new);
        let at = ticket.lines.len() - 1;
        ticket.set_line_discount(at, discount(desk, goods, line.discount.as_ref())?)?;
    }
    Ok(())
}

fn discount(
    desk: &Desk,
    goods: &Catalogue,
    written: Option<&WrittenDiscount>,
) -> Result<Option<Discount>, Failure> {
    let Some(written) = written else {
        return Ok(None);
    };
    let value = match (&written.percent, &written.amount) {
        (Some(percent), None) => {
            let text = percent.text();
            let rate = reading::read_percent(&text);
            DiscountValue::Percent(rate.map_err(|_| Misuse::NotAQuantity(text))?)
        }
        (None, Some(amount)) => {
            DiscountValue::Amount(desk.amount(&amount.text(), goods.bazaar.currency)?)
        }
        _ => return Err(Misuse::PercentOrAmount.into()),
    };
    let (funder, reason) = (written.funder, written.reason.clone());
    Ok(Some(Discount {
        value,
        funder,
        reason,
        approver: None,
    }))
}

/// What pays the ticket. What families take at their own stalls is added where
/// the ticket does not say it.
fn offers(
    desk: &Desk,
    goods: &Catalogue,
    ticket: &Ticket,
    tenders: &[WrittenTender],
) -> Result<Vec<Offer>, Failure> {
    let mut offers = given(desk, goods.bazaar.currency, tenders)?;
    let said = offers
        .iter()
        .any(|offer| matches!(offer.kind, TenderKind::TakenByFamily(_)));
    let taking = |line: &TicketLine| goods.money_taker(&line.family) == MoneyTaker::Family;
    if !said && ticket.lines.iter().any(taking) {
        offers.splice(0..0, taken_by_families(goods, ticket)?);
    }
    Ok(offers)
}

fn given(
    desk: &Desk,
    currency: Currency,
    tenders: &[WrittenTender],
) -> Result<Vec<Offer>, Failure> {
    let offer = |tender: &WrittenTender| {
        Ok(Offer {
            kind: tender.kind.clone(),
            tendered: desk.amount(&tender.amount.text(), currency)?,
            reference: tender.reference.clone(),
        })
    };
    tenders.iter().map(offer).collect()
}

/// The values on the standard input, one after another.
pub(super) fn from_input<T: DeserializeOwned>()
-> Result<impl Iterator<Item = Result<T, Failure>>, Failure> {
    let mut input = io::BufReader::new(io::stdin().lock());
    // A byte order mark is what Windows programs put before UTF-8.
    let mut first = Vec::new();
    input
        .by_ref()
        .take(3)
        .read_to_end(&mut first)
        .map_err(Failure::Output)?;
    if first == [0xef, 0xbb, 0xbf] {
        first.clear();
    }
    let whole = io::Cursor::new(first).chain(input);
    let values = serde_json::Deserializer::from_reader(whole).into_iter::<T>();
    Ok(values.map(|value| value.map_err(|error| Misuse::NotJson(error.to_string()).into())))
}
