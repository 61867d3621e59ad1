//! Orders of a web shop, read out of a table or a JSON document into what is to be
//! taken: every order whole, checked against the goods there are, its own total, and
//! the orders taken in before.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::told::{Aspect, Telling, Told};
use super::{Problem, ProblemReason, Problems};
use crate::domain::bazaar::Beneficiary;
use crate::domain::catalogue::Catalogue;
use crate::domain::delivery::Delivery;
use crate::domain::id::{Sku, TicketId};
use crate::domain::money::{Money, Quantity};
use crate::domain::order::{Customer, Order, OrderState, Wanted};
use crate::domain::sale::Offer;
use crate::domain::shop::ShopOrder;
use crate::domain::ticket::{
    Discount, DiscountValue, PriceSource, Ticket, TicketLine, TicketRefusal,
};
use crate::reports::table::{
    Column, Field, Handing, OrderColumn, Record, ShopPayment, ShopStatus, Table,
};
use crate::services::Error;
use crate::services::moment::made_of;
use crate::services::order::ShopRequest;
use crate::store::OrderRow;

use super::sales::Names;

/// An order that would be taken, and where it stands in the file.
#[derive(Debug)]
pub(super) struct ReadOrder {
    pub sheet: String,
    pub row: u32,
    pub request: ShopRequest,
    pub total: Money,
}

/// What a file of orders says.
#[derive(Debug, Default)]
pub(super) struct ReadOrders {
    pub orders: Vec<ReadOrder>,
    /// Orders taken in before that say the same.
    pub unchanged: usize,
    pub told: Vec<Told>,
    pub problems: Vec<Problem>,
}

/// The rows of one order.
struct Rows<'t> {
    records: Vec<&'t Record<OrderColumn>>,
}

impl Rows<'_> {
    /// Which order it is, as far as it can be read.
    fn identity(&self) -> Option<ShopOrder> {
        let shop = self.field(OrderColumn::Shop);
        Some(ShopOrder {
            number: self.field(OrderColumn::Number).code().ok()??,
            shop: shop.text().ok()?.unwrap_or_default().to_owned(),
            placed_at: None,
            file: String::new(),
        })
    }

    /// What is said of the whole order: in the first row that says it.
    fn field(&self, column: OrderColumn) -> Field<'_> {
        let fields = self.records.iter().map(|record| record.field(column));
        let mut said = fields.filter(|field| !matches!(field.text(), Ok(None)));
        said.next().unwrap_or_else(|| self.records[0].field(column))
    }
}

/// Finds an order that was taken in before.
pub(super) type Known<'k> = &'k dyn Fn(&ShopOrder) -> Result<Option<OrderRow>, Error>;

/// Reads a table of orders.
///
/// # Errors
/// Whatever looking for the orders taken in before meets.
pub(super) fn read(
    catalogue: &Catalogue,
    table: &Table<OrderColumn>,
    file: &str,
    today: NaiveDate,
    known: Known<'_>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<ReadOrders, Error> {
    let mut reading = Reading {
        catalogue,
        today,
        names: Names::of(catalogue),
        zone: catalogue.bazaar.time_zone.parse().unwrap_or(Tz::UTC),
        tells_paid: table.has(OrderColumn::Paid),
        problems: Problems::default(),
        read: ReadOrders::default(),
    };
    let groups = reading.groups(table);
    let all = groups.len();
    for (done, rows) in groups.iter().enumerate() {
        reading.order(rows, file, known)?;
        progress(done + 1, all);
    }
    let Problems(problems) = reading.problems;
    Ok(ReadOrders {
        problems,
        ..reading.read
    })
}

struct Reading<'c> {
    catalogue: &'c Catalogue,
    /// By the bazaar's clock and cut-off.
    today: NaiveDate,
    names: Names,
    zone: Tz,
    /// Whether the table speaks of what was paid.
    tells_paid: bool,
    problems: Problems,
    read: ReadOrders,
}

impl Reading<'_> {
    /// The rows order by order, in the order of the file. A row without a number that
    /// says nothing of an order belongs to the one above it.
    fn groups<'t>(&mut self, table: &'t Table<OrderColumn>) -> Vec<Rows<'t>> {
        let mut groups: Vec<Rows<'t>> = Vec::new();
        let mut by_key: HashMap<String, usize> = HashMap::new();
        let mut above: Option<(&str, usize)> = None;
        for record in &table.records {
            let number = record.field(OrderColumn::Number);
            let Some(code) = self.problems.note(number.code()) else {
                above = None;
                continue;
            };
            let at = match (code, above) {
                (Some(code), _) => {
                    let shop = record.field(OrderColumn::Shop).text();
                    let shop = shop.ok().flatten().unwrap_or_default();
                    let shop = ShopOrder {
                        number: code,
                        shop: shop.to_owned(),
                        placed_at: None,
                        file: String::new(),
                    };
                    *by_key.entry(shop.key()).or_insert_with(|| {
                        groups.push(Rows {
                            records: Vec::new(),
                        });
                        groups.len() - 1
                    })
                }
                (None, Some((sheet, at))) if sheet == record.sheet() && says_no_order(record) => at,
                (None, _) => {
                    self.problems.note(number.required());
                    above = None;
                    continue;
                }
            };
            groups[at].records.push(record);
            above = Some((record.sheet(), at));
        }
        groups
    }

    /// Reads one order into what is to be taken, told or refused. What can't be read
    /// of an order that was taken in before is told; it stays as it was taken.
    fn order(&mut self, rows: &Rows<'_>, file: &str, known: Known<'_>) -> Result<(), Error> {
        let before = self.problems.0.len();
        let taken = match rows.identity() {
            Some(shop) => known(&shop)?,
            None => None,
        };
        self.look_at(rows, file, taken.as_ref(), before);
        let Some(taken) = taken.filter(|_| self.problems.0.len() > before) else {
            return Ok(());
        };
        let unread = self.problems.0.split_off(before);
        if taken.state != OrderState::Open {
            self.read.unchanged += 1;
            return Ok(());
        }
        let mut what: Vec<Aspect> = Vec::new();
        for aspect in unread.iter().map(|problem| aspect_of(problem.place.column)) {
            if !what.contains(&aspect) {
                what.push(aspect);
            }
        }
        let (sheet, row) = super::plan::place_of(rows.records[0]);
        let order = taken.order;
        self.read.told.push(Told {
            sheet,
            row,
            number: order.shop.map(|shop| shop.number).unwrap_or_default(),
            customer: order.customer.name,
            what: Telling::Changed {
                number: order.number,
                what,
            },
        });
        Ok(())
    }

    fn look_at(&mut self, rows: &Rows<'_>, file: &str, taken: Option<&OrderRow>, before: usize) {
        let (sheet, row) = super::plan::place_of(rows.records[0]);
        self.check_alike(rows);
        let head = self.head(rows, file);
        let status = self.status(rows);
        let (Some((shop, customer)), Some(status)) = (head, status) else {
            return;
        };
        if taken.is_some() && self.problems.0.len() > before {
            return;
        }
        if let Some(standing) = standing(status, taken) {
            match standing {
                Some(what) => self.read.told.push(Told {
                    sheet,
                    row,
                    number: shop.number,
                    customer: customer.name,
                    what,
                }),
                None => self.read.unchanged += 1,
            }
            return;
        }
        let ticket = self.goods(rows, &shop);
        let agreed = ticket.and_then(|ticket| self.agreed(rows, shop, customer, ticket));
        let Some((request, total)) = agreed.filter(|_| self.problems.0.len() == before) else {
            return;
        };
        match taken {
            Some(taken) => match differences(&taken.order, &request) {
                what if what.is_empty() => self.read.unchanged += 1,
                what => {
                    let number = taken.order.number.clone();
                    let what = Telling::Changed { number, what };
                    tell_of(&mut self.read, &sheet, row, &request, what);
                }
            },
            None => {
                self.notes(&sheet, row, rows, &request);
                self.read.orders.push(ReadOrder {
                    sheet,
                    row,
                    request,
                    total,
                });
            }
        }
    }

    /// Whether it is to be carried out. What was paid back of it says so too.
    fn status(&mut self, rows: &Rows<'_>) -> Option<ShopStatus> {
        let status = rows.field(OrderColumn::Status).shop_status();
        let status = self.problems.note(status)?;
        let is_paid_back = rows.field(OrderColumn::Paid).is_paid_back();
        Some(match is_paid_back {
            true => ShopStatus::Cancelled,
            false => status.unwrap_or(ShopStatus::Placed),
        })
    }

    /// What is said of the whole order must be the same in each of its rows.
    fn check_alike(&mut self, rows: &Rows<'_>) {
        for column in OrderColumn::OF_ORDER {
            let first = rows.field(column);
            let Ok(Some(said)) = first.text() else {
                continue;
            };
            for record in &rows.records {
                let field = record.field(column);
                if let Ok(Some(text)) = field.text()
                    && text != said
                {
                    let first_row = first.place().row;
                    self.problems
                        .add(&field, ProblemReason::OtherThanAbove { first_row });
                }
            }
        }
    }

    /// Which order it is, and whose.
    fn head(&mut self, rows: &Rows<'_>, file: &str) -> Option<(ShopOrder, Customer)> {
        let currency = self.catalogue.bazaar.currency;
        let field = |column| rows.field(column);
        let problems = &mut self.problems;
        let number = problems.note(field(OrderColumn::Number).code());
        let shop = problems.note(field(OrderColumn::Shop).text());
        let placed_at = problems.note(field(OrderColumn::PlacedAt).moment(&self.zone));
        let name = problems.note(field(OrderColumn::Customer).required());
        let phone = problems.note(field(OrderColumn::Phone).phone(currency));
        let address = problems.note(field(OrderColumn::Address).text());
        let city = problems.note(field(OrderColumn::City).text());
        problems.note(field(OrderColumn::Currency).in_currency(currency));
        let shop = ShopOrder {
            number: number??,
            shop: shop?.unwrap_or_default().to_owned(),
            placed_at: placed_at?,
            file: file.to_owned(),
        };
        let (address, city) = (address?.unwrap_or_default(), city?.unwrap_or_default());
        let address = match (address, city) {
            ("", city) => city.to_owned(),
            (address, city) if city.is_empty() || address.contains(city) => address.to_owned(),
            (address, city) => format!("{address}، {city}"),
        };
        let customer = Customer {
            name: name?.to_owned(),
            phone: phone?.unwrap_or_default(),
            address,
        };
        Some((shop, customer))
    }

    /// The goods as charged, line by line.
    fn goods(&mut self, rows: &Rows<'_>, shop: &ShopOrder) -> Option<Ticket> {
        let funder = self
            .problems
            .note(rows.field(OrderColumn::DiscountFunder).funder())?;
        let funder = funder.unwrap_or(Beneficiary::Organiser);
        let mut ticket = Ticket::new(TicketId(made_of(&["shop ticket", &shop.key()])));
        let lines: Vec<Option<TicketLine>> = rows
            .records
            .iter()
            .map(|record| self.line(record, funder, shop))
            .collect();
        ticket.lines = lines.into_iter().collect::<Option<_>>()?;
        let discount = rows.field(OrderColumn::Discount);
        let amount = self.amount(&discount)?;
        ticket.discount = amount.map(|amount| discount_of(amount, funder, shop));
        Some(ticket)
    }

    fn line(
        &mut self,
        record: &Record<OrderColumn>,
        funder: Beneficiary,
        shop: &ShopOrder,
    ) -> Option<TicketLine> {
        let sku = self.product(record);
        let quantity_field = record.field(OrderColumn::Quantity);
        let quantity = self.problems.note(quantity_field.quantity());
        let price_field = record.field(OrderColumn::UnitPrice);
        let price = self.amount(&price_field);
        let less_field = record.field(OrderColumn::LineDiscount);
        let less = self.amount(&less_field);
        let (sku, quantity, price, less) = (sku?, quantity?, price?, less?);
        let product = self.catalogue.line(&sku).expect("just found");
        let quantity = quantity.unwrap_or(Quantity::ONE);
        let mut line = match TicketLine::new(self.catalogue, product, quantity, price) {
            Ok(line) => line,
            Err(TicketRefusal::PriceMissing(_)) => {
                self.problems.note(price_field.required());
                return None;
            }
            Err(TicketRefusal::PriceOutOfRange) => {
                self.problems.add(&price_field, ProblemReason::OutOfRange);
                return None;
            }
            Err(_) => {
                self.problems
                    .add(&quantity_field, ProblemReason::OutOfRange);
                return None;
            }
        };
        if let Some(less) = less {
            if less > line.list() {
                self.problems.add(&less_field, ProblemReason::OutOfRange);
                return None;
            }
            line.discount = Some(discount_of(less, funder, shop));
        }
        Some(line)
    }

    /// An amount that is never negative; none where there is none or nothing.
    fn amount(&mut self, field: &Field<'_>) -> Option<Option<Money>> {
        let amount = self
            .problems
            .note(field.reckoned_amount(self.catalogue.bazaar.currency))?;
        if amount.is_some_and(Money::is_negative) {
            self.problems.add(field, ProblemReason::OutOfRange);
            return None;
        }
        let is_price = field.place().column == "unit_price";
        Some(amount.filter(|amount| is_price || amount.is_positive()))
    }

    /// The product line: by its code, which may be its barcode, or by its name.
    fn product(&mut self, record: &Record<OrderColumn>) -> Option<Sku> {
        let codes = [OrderColumn::Sku, OrderColumn::Barcode].map(|column| record.field(column));
        for field in &codes {
            let Some(code) = self.problems.note(field.code())? else {
                continue;
            };
            let by_sku = code
                .parse()
                .ok()
                .and_then(|sku: Sku| self.catalogue.line(&sku));
            let found = by_sku.or_else(|| self.catalogue.line_by_barcode(&code));
            return match found.filter(|line| line.active) {
                Some(line) => Some(line.sku.clone()),
                None => {
                    self.problems.add(field, ProblemReason::UnknownProductLine);
                    None
                }
            };
        }
        self.names
            .by_name(&record.field(OrderColumn::Item), &mut self.problems)
    }

    /// How it is brought and paid, and whether its total is what it comes to.
    fn agreed(
        &mut self,
        rows: &Rows<'_>,
        shop: ShopOrder,
        mut customer: Customer,
        mut ticket: Ticket,
    ) -> Option<(ShopRequest, Money)> {
        let fee_field = rows.field(OrderColumn::DeliveryFee);
        let fee = self.amount(&fee_field);
        let handing = self
            .problems
            .note(rows.field(OrderColumn::Handing).handing());
        let due_on = self.problems.note(rows.field(OrderColumn::DueOn).date());
        let note = self.problems.note(rows.field(OrderColumn::Note).text());
        let payment = self
            .problems
            .note(rows.field(OrderColumn::Payment).shop_payment());
        let reference = self
            .problems
            .note(rows.field(OrderColumn::PaymentReference).code());
        let total_field = rows.field(OrderColumn::Total);
        let total = self.amount(&total_field);
        let (fee, handing) = (fee?, handing?);
        let is_brought = match handing {
            Some(handing) => handing == Handing::Delivered,
            None => !customer.address.is_empty() || fee.is_some(),
        };
        match (is_brought, fee) {
            (true, _) if customer.address.is_empty() => {
                self.problems
                    .note(rows.field(OrderColumn::Address).required());
                return None;
            }
            (false, Some(_)) => {
                self.problems.add(&fee_field, ProblemReason::FeeOfCollected);
                return None;
            }
            (true, _) => {}
            (false, None) => customer.address.clear(),
        }
        let bazaar = &self.catalogue.bazaar;
        ticket.delivery = fee.and_then(|fee| Delivery::of(bazaar, fee));
        let due = match ticket.price() {
            Ok(priced) => priced.due,
            Err(TicketRefusal::DiscountTooLarge { .. }) => {
                let field = rows.field(OrderColumn::Discount);
                self.problems.add(&field, ProblemReason::OutOfRange);
                return None;
            }
            Err(_) => {
                self.problems.add(&total_field, ProblemReason::OutOfRange);
                return None;
            }
        };
        if let Some(said) = total?
            && said != due
        {
            let currency = bazaar.currency;
            let reckoned = format!("{} {}", due.to_decimal(currency), currency.code());
            self.problems
                .add(&total_field, ProblemReason::TotalOther { reckoned });
            return None;
        }
        let paid = self.paid(rows, payment?, due)?;
        let reference = reference?.unwrap_or_default();
        let paid = paid.map(|offer| Offer { reference, ..offer });
        let wanted = Wanted {
            ticket,
            customer,
            wish: note?.unwrap_or_default().to_owned(),
            due_on: due_on?,
        };
        let request = ShopRequest {
            wanted,
            paid: paid.into_iter().collect(),
            shop,
        };
        Some((request, due))
    }

    /// What was paid in the shop and how; nothing of what is paid at the door.
    fn paid(
        &mut self,
        rows: &Rows<'_>,
        payment: Option<ShopPayment>,
        due: Money,
    ) -> Option<Option<Offer>> {
        let field = rows.field(OrderColumn::Paid);
        let online = payment.and_then(ShopPayment::online);
        // Words first: "paid" and "غير مدفوع" are no amounts.
        let said = match field.paid_in_words() {
            // It was paid at the door.
            Ok(Some(true)) if payment == Some(ShopPayment::OnDelivery) => Some(Money::ZERO),
            Ok(Some(true)) => Some(due),
            Ok(Some(false)) => Some(Money::ZERO),
            Ok(None) => None,
            Err(_) => Some(self.amount(&field)?.unwrap_or_default()),
        };
        // A shop takes cards and wallets when the order is placed; a transfer arrives
        // later or never.
        let is_at_once = matches!(payment, Some(ShopPayment::Card | ShopPayment::Wallet));
        let paid = match said {
            Some(paid) => paid,
            None if is_at_once && !self.tells_paid => due,
            None => Money::ZERO,
        };
        if paid > due {
            self.problems.add(&field, ProblemReason::PaidTooMuch);
            return None;
        }
        if paid.is_zero() {
            return Some(None);
        }
        let Some(kind) = online else {
            self.problems.add(&field, ProblemReason::PaidHow);
            return None;
        };
        Some(Some(Offer::new(kind, paid)))
    }

    /// What somebody should see of an order that is taken as it is.
    fn notes(&mut self, sheet: &str, row: u32, rows: &Rows<'_>, request: &ShopRequest) {
        let ticket = &request.wanted.ticket;
        for line in &ticket.lines {
            if let PriceSource::Override { catalogue } = line.price_source {
                let what = Telling::PriceOther {
                    sku: line.sku.clone(),
                    charged: line.unit_price,
                    listed: catalogue,
                };
                tell_of(&mut self.read, sheet, row, request, what);
            }
        }
        // What is overdue is handed over today at the soonest.
        let due = request.wanted.due_on.unwrap_or(self.today).max(self.today);
        for line in ticket.expired_off_the_shelf(self.catalogue, due) {
            if let Some(best_before) = line.best_before {
                let name = line.name.clone();
                let what = Telling::Expired { name, best_before };
                tell_of(&mut self.read, sheet, row, request, what);
            }
        }
        let funder = rows.field(OrderColumn::DiscountFunder).funder();
        let is_discounted =
            ticket.discount.is_some() || ticket.lines.iter().any(|line| line.discount.is_some());
        if is_discounted && matches!(funder, Ok(None)) {
            tell_of(&mut self.read, sheet, row, request, Telling::DiscountOurs);
        }
    }
}

/// What an order that is not to be carried out says: something to tell, or nothing
/// where all of it is known. None where it is to be carried out.
fn standing(status: ShopStatus, taken: Option<&OrderRow>) -> Option<Option<Telling>> {
    let number = taken.map(|row| row.order.number.clone());
    match (status, taken.map(|row| row.state), number) {
        (ShopStatus::Placed, ..) => None,
        (ShopStatus::Waiting, None, _) => Some(Some(Telling::Waiting)),
        (ShopStatus::Waiting, Some(_), _) => Some(None),
        (ShopStatus::Cancelled, Some(OrderState::Open), Some(number)) => {
            Some(Some(Telling::CancelledSince { number }))
        }
        (
            ShopStatus::Cancelled,
            Some(OrderState::HandedOver | OrderState::Delivered),
            Some(number),
        ) => Some(Some(Telling::CancelledLate { number })),
        (ShopStatus::Cancelled, Some(_), _) => Some(None),
        (ShopStatus::Cancelled, None, _) => Some(Some(Telling::Cancelled)),
    }
}

fn tell_of(read: &mut ReadOrders, sheet: &str, row: u32, request: &ShopRequest, what: Telling) {
    read.told.push(Told {
        sheet: sheet.to_owned(),
        row,
        number: request.shop.number.clone(),
        customer: request.wanted.customer.name.clone(),
        what,
    });
}

/// What of an order a column tells.
fn aspect_of(column: &str) -> Aspect {
    let is = |columns: &[OrderColumn]| columns.iter().any(|one| one.name() == column);
    use OrderColumn as On;
    match column {
        _ if is(&[On::Customer, On::Phone, On::Address, On::City, On::Handing]) => Aspect::Customer,
        _ if is(&[On::Payment, On::Paid, On::PaymentReference, On::Currency]) => Aspect::Payment,
        _ if is(&[On::Discount, On::DiscountFunder]) => Aspect::Discount,
        _ if is(&[On::Status, On::PlacedAt]) => Aspect::Status,
        _ if is(&[On::DeliveryFee]) => Aspect::DeliveryFee,
        _ if is(&[On::DueOn]) => Aspect::DueOn,
        _ if is(&[On::Note]) => Aspect::Note,
        _ => Aspect::Goods,
    }
}

/// Whether a row says nothing of an order as a whole.
fn says_no_order(record: &Record<OrderColumn>) -> bool {
    let mut of_order = OrderColumn::OF_ORDER.iter();
    of_order.all(|column| matches!(record.field(*column).text(), Ok(None)))
}

fn discount_of(amount: Money, funder: Beneficiary, shop: &ShopOrder) -> Discount {
    Discount {
        value: DiscountValue::Amount(amount),
        funder,
        reason: shop.number.clone(),
        approver: None,
    }
}

/// What an order taken in before says otherwise than the file does now.
fn differences(taken: &Order, request: &ShopRequest) -> Vec<Aspect> {
    let wanted = &request.wanted;
    let discount = |discount: &Option<Discount>| {
        let discount = discount.as_ref();
        discount.map(|discount| (discount.value, discount.funder))
    };
    let goods = |ticket: &Ticket| -> Vec<_> {
        let lines = ticket.lines.iter();
        let of = |line: &TicketLine| {
            let discount = discount(&line.discount);
            (line.sku.clone(), line.quantity, line.unit_price, discount)
        };
        lines.map(of).collect()
    };
    let fee = |ticket: &Ticket| ticket.delivery.as_ref().map(|delivery| delivery.fee);
    let paid_then: Vec<_> = taken
        .tenders
        .iter()
        .map(|tender| (&tender.kind, tender.amount))
        .collect();
    let paid_now: Vec<_> = request
        .paid
        .iter()
        .map(|offer| (&offer.kind, offer.tendered))
        .collect();
    let ticket = &wanted.ticket;
    let aspects = [
        (Aspect::Goods, goods(&taken.ticket) != goods(ticket)),
        (
            Aspect::Discount,
            discount(&taken.ticket.discount) != discount(&ticket.discount),
        ),
        (Aspect::DeliveryFee, fee(&taken.ticket) != fee(ticket)),
        (Aspect::Payment, paid_then != paid_now),
        (Aspect::Customer, taken.customer != wanted.customer),
        (Aspect::DueOn, taken.due_on != wanted.due_on),
        (Aspect::Note, taken.wish != wanted.wish),
    ];
    let changed = aspects.into_iter().filter(|(_, is_other)| *is_other);
    changed.map(|(aspect, _)| aspect).collect()
}
