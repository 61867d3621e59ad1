//! Orders of a web shop, read out of a table or a JSON document into what is to be
//! taken: every order whole, checked against the goods there are, its own total, and
//! the orders taken in before.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::known::{Found, Known, aspect_of, differences, is_same_customer, standing};
use super::suspected::{Likeness, Other, Suspected};
use super::told::{Aspect, Telling, Told};
use super::{Problem, ProblemReason, Problems};
use crate::domain::bazaar::Beneficiary;
use crate::domain::catalogue::Catalogue;
use crate::domain::delivery::Delivery;
use crate::domain::id::{Bilingual, Sku, TicketId};
use crate::domain::money::{Currency, Money, Quantity};
use crate::domain::order::{Customer, OrderState, Wanted};
use crate::domain::sale::Offer;
use crate::domain::shop::ShopOrder;
use crate::domain::ticket::{
    Discount, DiscountValue, PriceSource, Ticket, TicketLine, TicketRefusal,
};
use crate::reports::table::{Field, Handing, OrderColumn, Record, ShopPayment, ShopStatus, Table};
use crate::services::moment::made_of;
use crate::services::order::ShopRequest;
use crate::store::OrderRow;

use super::names::LineNames;

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
    /// Orders that would be taken under a number another order has.
    pub suspected: Vec<Suspected>,
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
        let number = self.field(OrderColumn::Number).code().ok()??;
        Some(ShopOrder::named(
            shop.text().ok()?.unwrap_or_default(),
            number,
        ))
    }

    /// Whose it is, as far as it can be read.
    fn customer(&self, currency: Currency) -> Customer {
        let name = self.field(OrderColumn::Customer);
        let phone = self.field(OrderColumn::Phone).phone(currency);
        Customer {
            name: name.text().ok().flatten().unwrap_or_default().to_owned(),
            phone: phone.ok().flatten().unwrap_or_default(),
            address: String::new(),
        }
    }

    /// What is said of the whole order: in the first row that says it.
    fn field(&self, column: OrderColumn) -> Field<'_> {
        let fields = self.records.iter().map(|record| record.field(column));
        let mut said = fields.filter(|field| !matches!(field.text(), Ok(None)));
        said.next().unwrap_or_else(|| self.records[0].field(column))
    }
}

/// Reads a table of orders.
pub(super) fn read(
    catalogue: &Catalogue,
    table: &Table<OrderColumn>,
    file: &str,
    today: NaiveDate,
    known: &Known,
    progress: &mut dyn FnMut(usize, usize),
) -> ReadOrders {
    let mut reading = Reading {
        catalogue,
        today,
        names: LineNames::of(catalogue),
        zone: catalogue.bazaar.time_zone.parse().unwrap_or(Tz::UTC),
        tells_paid: table.has(OrderColumn::Paid),
        by_number: HashMap::new(),
        problems: Problems::default(),
        read: ReadOrders::default(),
    };
    let groups = reading.groups(table);
    let all = groups.len();
    for (done, rows) in groups.iter().enumerate() {
        reading.order(rows, file, known);
        progress(done + 1, all);
    }
    let Problems(problems) = reading.problems;
    ReadOrders {
        problems,
        ..reading.read
    }
}

struct Reading<'c> {
    catalogue: &'c Catalogue,
    /// By the bazaar's clock and cut-off.
    today: NaiveDate,
    names: LineNames,
    zone: Tz,
    /// Whether the table speaks of what was paid.
    tells_paid: bool,
    /// The orders that would be taken, by their numbers.
    by_number: HashMap<String, Vec<usize>>,
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
                    let shop = ShopOrder::named(shop, code);
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
    fn order(&mut self, rows: &Rows<'_>, file: &str, known: &Known) {
        let before = self.problems.0.len();
        let currency = self.catalogue.bazaar.currency;
        let found = match rows.identity() {
            Some(shop) => known.find(&shop, &rows.customer(currency)),
            None => Found::Nothing,
        };
        if let Found::Perhaps(row) = found {
            self.perhaps(rows, row);
        }
        self.look_at(rows, file, found, before);
        let taken = found.taken().filter(|_| self.problems.0.len() > before);
        let Some(taken) = taken else {
            return;
        };
        let unread = self.problems.0.split_off(before);
        if taken.state != OrderState::Open {
            self.read.unchanged += 1;
            return;
        }
        let mut what: Vec<Aspect> = Vec::new();
        for aspect in unread.iter().map(|problem| aspect_of(problem.place.column)) {
            if !what.contains(&aspect) {
                what.push(aspect);
            }
        }
        let number = taken.order.number.clone();
        self.tell_of_taken(rows, taken, Telling::Changed { number, what });
    }

    /// Tells of an order that may well be one taken in before.
    fn perhaps(&mut self, rows: &Rows<'_>, taken: &OrderRow) {
        let shop = taken.order.shop.as_ref();
        let what = Telling::PerhapsKnown {
            number: taken.order.number.clone(),
            file: shop.map(|shop| shop.file.clone()).unwrap_or_default(),
        };
        self.tell_of_taken(rows, taken, what);
    }

    /// Tells of an order that was taken in before, in its words.
    fn tell_of_taken(&mut self, rows: &Rows<'_>, taken: &OrderRow, what: Telling) {
        let (sheet, row) = super::plan::place_of(rows.records[0]);
        let order = &taken.order;
        let shop = order.shop.as_ref();
        self.read.told.push(Told {
            sheet,
            row,
            number: shop.map(|shop| shop.number.clone()).unwrap_or_default(),
            customer: order.customer.name.clone(),
            what,
        });
    }

    fn look_at(&mut self, rows: &Rows<'_>, file: &str, found: Found<'_>, before: usize) {
        let taken = found.taken();
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
                let order = ReadOrder {
                    sheet,
                    row,
                    request,
                    total,
                };
                self.take(rows, order, found);
            }
        }
    }

    /// What would be taken, if this file does not say it a second time without the
    /// shop's name. The number of another customer's order is pointed out.
    fn take(&mut self, rows: &Rows<'_>, order: ReadOrder, found: Found<'_>) {
        let request = &order.request;
        let customer = &request.wanted.customer;
        let number = request.shop.number_key();
        let above = self.by_number.get(&number).into_iter().flatten();
        let above = above.map(|at| &self.read.orders[*at]);
        let alike: Vec<&ReadOrder> = above
            .filter(|above| above.request.shop.may_be(&request.shop))
            .collect();
        let same = alike
            .iter()
            .find(|above| is_same_customer(&above.request.wanted.customer, customer));
        if let Some(same) = same {
            let what = Telling::PerhapsTwice { row: same.row };
            tell_of(&mut self.read, &order.sheet, order.row, request, what);
            return;
        }
        let other = match (found, alike.first()) {
            (Found::NumberOf(row), _) => Some(Other {
                code: row.order.number.to_string(),
                name: Bilingual::new(&row.order.customer.name, ""),
                row: None,
            }),
            (_, Some(above)) => Some(Other {
                code: above.request.shop.number.clone(),
                name: Bilingual::new(&above.request.wanted.customer.name, ""),
                row: Some(above.row),
            }),
            (_, None) => None,
        };
        let suspected = other.map(|other| Suspected {
            sheet: order.sheet.clone(),
            row: order.row,
            code: request.shop.number.clone(),
            name: Bilingual::new(&customer.name, ""),
            other,
            alike: Likeness::ShopNumber,
        });
        self.read.suspected.extend(suspected);
        self.notes(&order.sheet, order.row, rows, request);
        let at = self.read.orders.len();
        self.by_number.entry(number).or_default().push(at);
        self.read.orders.push(order);
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
        for column in OrderColumn::of_order() {
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
        let (quantity, price) = ((quantity, &quantity_field), (price, &price_field));
        let mut line = self
            .problems
            .ticket_line(self.catalogue, product, quantity, price)?;
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

fn tell_of(read: &mut ReadOrders, sheet: &str, row: u32, request: &ShopRequest, what: Telling) {
    read.told.push(Told {
        sheet: sheet.to_owned(),
        row,
        number: request.shop.number.clone(),
        customer: request.wanted.customer.name.clone(),
        what,
    });
}

/// Whether a row says nothing of an order as a whole.
fn says_no_order(record: &Record<OrderColumn>) -> bool {
    OrderColumn::of_order().all(|column| matches!(record.field(column).text(), Ok(None)))
}

fn discount_of(amount: Money, funder: Beneficiary, shop: &ShopOrder) -> Discount {
    Discount {
        value: DiscountValue::Amount(amount),
        funder,
        reason: shop.number.clone(),
        approver: None,
    }
}
