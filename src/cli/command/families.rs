//! The families' money: settlements, payouts, advances, corrections.

use serde_json::{Value, json};

use super::papers;
use crate::cli::arguments::{Means, MoneyForFamily};
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, Table, amount, capital, quantity};
use crate::domain::carrying::Carried;
use crate::domain::id::{FactId, FamilyCode, Number, PayoutId};
use crate::domain::money::{Currency, Money};
use crate::domain::payout::{Advance, FamilyPayment, Payout, PayoutMeans, Signed};
use crate::domain::settlement::{AdjustmentLine, GoodsSold, Settlement};
use crate::locale::Texts;
use crate::services::Till;
use crate::services::family_history::TakeBack;
use crate::services::payout::{AdvanceRequest, FamilyAccount, PayoutRequest};
use crate::services::printing::Paper;
use crate::tr;

pub(super) fn settle(desk: &Desk, day: Option<&str>, only: Option<&str>) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let day = desk.closed_day(&till, day)?;
    let session = desk.sign_in(&till)?;
    let settlements = match only {
        Some(family) => vec![till.settle_family(&session, desk.code(family)?, day)?],
        None => till.settle_day(&session, day)?,
    };
    let currency = catalogue.bazaar.currency;
    let statements: Vec<Paper> = settlements
        .iter()
        .map(|settlement| Paper::Statement(settlement.id))
        .collect();
    papers::print(desk, &till, &statements);
    if desk.json {
        let settlements: Vec<Value> = settlements
            .iter()
            .map(|one| settlement_json(one, currency))
            .collect();
        return desk.out.json(&json!({
            "day": output::date(day),
            "currency": currency.code(),
            "settlements": settlements,
        }));
    }
    if settlements.is_empty() {
        return desk.out.line(&tr!(desk.texts, "cli-settled-before"));
    }
    let title = tr!(
        desk.texts,
        "cli-settled",
        count = settlements.len(),
        day = desk.texts.date_with_weekday(day)
    );
    desk.out.line(&desk.out.strong(&title))?;
    desk.out
        .table(&settlement_table(&settlements, desk.texts, currency))
}

pub(super) fn settlement_table(
    settlements: &[Settlement],
    texts: &Texts,
    currency: Currency,
) -> Table {
    let mut table = Table::new()
        .words(tr!(texts, "term-settlement"))
        .words(tr!(texts, "term-family"))
        .words("")
        .figures(tr!(texts, "term-net-sales"))
        .figures(tr!(texts, "term-commission"))
        .figures(tr!(texts, "cli-column-other"))
        .figures(tr!(texts, "term-payable"));
    let figures = |net: Money, commission: Money, payable: Money| {
        let other = payable - net + commission;
        [net, commission, other, payable]
            .map(|money| texts.amount(money, currency))
            .to_vec()
    };
    let mut sums = (Money::ZERO, Money::ZERO, Money::ZERO);
    for one in settlements {
        sums = (
            sums.0 + one.net_sales,
            sums.1 + one.commission,
            sums.2 + one.payable,
        );
        let mut cells = vec![
            one.number.to_string(),
            one.family.to_string(),
            texts.name(&one.family_name).to_owned(),
        ];
        cells.extend(figures(one.net_sales, one.commission, one.payable));
        table.row(cells);
    }
    let mut total = vec![tr!(texts, "term-total"), String::new(), String::new()];
    total.extend(figures(sums.0, sums.1, sums.2));
    table.total(total);
    table
}

pub(super) fn reverse(desk: &Desk, asked: &str, reason: String) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let number = catalogue.bazaar.number(asked.trim(), till.code());
    let number = number.ok_or_else(|| Misuse::NotACode(asked.to_owned()))?;
    let session = desk.sign_in(&till)?;
    let settlement = till.reverse_settlement(&session, number, reason)?;
    if desk.json {
        return desk
            .out
            .json(&settlement_json(&settlement, catalogue.bazaar.currency));
    }
    desk.out.line(&tr!(
        desk.texts,
        "cli-reversed",
        number = settlement.number.to_string(),
        family = settlement.family.as_str()
    ))
}

pub(super) fn settlement_json(settlement: &Settlement, currency: Currency) -> Value {
    let shown = |money| amount(money, currency);
    json!({
        "number": settlement.number.to_string(),
        "family": settlement.family.as_str(),
        "name": output::name(&settlement.family_name),
        "day": output::date(settlement.day),
        "brought_forward": shown(settlement.brought_forward),
        "sales": shown(settlement.sales),
        "family_discounts": shown(settlement.family_discounts),
        "refunds": shown(settlement.refunds),
        "tax": shown(settlement.tax),
        "net_sales": shown(settlement.net_sales),
        "commission": shown(settlement.commission),
        "fees": settlement.fees.iter().map(|fee| json!({
            "code": fee.code.as_str(),
            "name": output::name(&fee.name),
            "amount": shown(fee.amount),
        })).collect::<Vec<_>>(),
        "adjustments": adjustments_json(&settlement.adjustments, currency),
        "advance_instalment": shown(settlement.advance_instalment),
        "advance_left": shown(settlement.advance_left),
        "held": shown(settlement.held),
        "payable": shown(settlement.payable),
        "goods": settlement.goods.iter().map(|goods| {
            let mut told = goods_json(goods, currency);
            told["day"] = json!(output::date(goods.day));
            told
        }).collect::<Vec<_>>(),
    })
}

pub(super) fn goods_json(goods: &GoodsSold, currency: Currency) -> Value {
    let shown = |money| amount(money, currency);
    json!({
        "sku": goods.sku.as_str(),
        "quantity": quantity(goods.quantity),
        "unit_price": shown(goods.unit_price),
        "list": shown(goods.list),
        "family_discount": shown(goods.family_discount),
        "organiser_discount": shown(goods.organiser_discount),
        "refunded_quantity": quantity(goods.refunded_quantity),
        "refunds": shown(goods.refunds),
        "net": shown(goods.net()),
    })
}

pub(super) fn adjustments_json(lines: &[AdjustmentLine], currency: Currency) -> Vec<Value> {
    let told = lines.iter().map(|line| {
        json!({
            "day": output::date(line.day),
            "amount": amount(line.amount, currency),
            "reason": line.reason,
        })
    });
    told.collect()
}

pub(super) fn account_json(account: &FamilyAccount, currency: Currency) -> Value {
    let shown = |money| amount(money, currency);
    json!({
        "settled_balance": shown(account.settled_balance),
        "unsettled": shown(account.unsettled),
        "payouts": account.payouts.iter().map(|payout| json!({
            "number": payout.fact.number.to_string(),
            "at": payout.at.to_rfc3339(),
            "amount": shown(payout.fact.amount),
            "means": payout.fact.means,
            "reference": payout.fact.reference,
            "signed": payout.fact.signed.as_ref().map(|signed| match signed {
                Signed::Drawn(_) => "drawn",
                Signed::Thumb => "thumb",
            }),
        })).collect::<Vec<_>>(),
        "payments": account.payments.iter().map(|payment| json!({
            "number": payment.fact.number.to_string(),
            "at": payment.at.to_rfc3339(),
            "amount": shown(payment.fact.amount),
            "means": payment.fact.means,
        })).collect::<Vec<_>>(),
        "carried": account.carried.iter()
            .map(|carried| carried_json(&carried.fact, currency))
            .collect::<Vec<_>>(),
    })
}

/// A balance that came from another edition or went there, and what it adds here.
pub(super) fn carried_json(carried: &Carried, currency: Currency) -> Value {
    let balance = carried.balance();
    json!({
        "from": balance.from.as_str(),
        "to": balance.to.as_str(),
        "amount": amount(carried.effect(), currency),
        "taken_back": matches!(carried, Carried::Back(_)),
        "advance_left": amount(balance.advance_left, currency),
    })
}

fn means(means: Means) -> PayoutMeans {
    match means {
        Means::Safe => PayoutMeans::Safe,
        Means::Drawer => PayoutMeans::Drawer,
        Means::Transfer => PayoutMeans::BankTransfer,
        Means::Cheque => PayoutMeans::Cheque,
    }
}

/// A request for the amount named, or for all there is of `balance`.
fn request(
    desk: &Desk,
    till: &Till,
    currency: Currency,
    asked: MoneyForFamily,
    balance: impl Fn(&FamilyAccount) -> Money,
) -> Result<PayoutRequest, Failure> {
    let family: FamilyCode = desk.code(&asked.family)?;
    let asked_for = match &asked.amount {
        Some(text) => desk.amount(text, currency)?,
        None => {
            let all = balance(&till.family_account(&family)?);
            if !all.is_positive() {
                return Err(Misuse::NothingOwed(family.to_string()).into());
            }
            all
        }
    };
    Ok(PayoutRequest {
        id: PayoutId(till.moments().new_id()),
        family,
        amount: asked_for,
        means: means(asked.means),
        collected_by: asked.collected_by,
        reference: asked.reference,
        signed: None,
    })
}

pub(super) fn pay_out(desk: &Desk, asked: MoneyForFamily) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let session = desk.sign_in(&till)?;
    let request = request(desk, &till, currency, asked, |account| {
        account.settled_balance
    })?;
    let paid = till.pay_out(&session, request)?.fact;
    papers::print(desk, &till, &[Paper::Payout(paid.id)]);
    Moved::from(&paid).tell(desk, currency, |texts, amount, left| {
        tr!(
            texts,
            "cli-payout-made",
            number = paid.number.to_string(),
            family = paid.family.as_str(),
            amount = amount,
            left = left
        )
    })
}

pub(super) fn collect(desk: &Desk, asked: MoneyForFamily) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let session = desk.sign_in(&till)?;
    let request = request(desk, &till, currency, asked, |account| {
        -account.settled_balance
    })?;
    let paid = till.take_from_family(&session, request)?.fact;
    papers::print(desk, &till, &[Paper::FamilyPayment(paid.id)]);
    Moved::from(&paid).tell(desk, currency, |texts, amount, left| {
        tr!(
            texts,
            "cli-collected",
            number = paid.number.to_string(),
            family = paid.family.as_str(),
            amount = amount,
            left = left
        )
    })
}

/// Takes back a payout that never arrived.
pub(super) fn take_back(
    desk: &Desk,
    asked: &str,
    reason: String,
    to: Means,
) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let number = catalogue.bazaar.number(asked.trim(), till.code());
    let number = number.ok_or_else(|| Misuse::NotACode(asked.to_owned()))?;
    let session = desk.sign_in(&till)?;
    let request = TakeBack {
        id: PayoutId(till.moments().new_id()),
        payout: till.payout_numbered(number.clone())?.fact.id,
        to: means(to),
        reason,
    };
    let back = till.take_payout_back(&session, request)?.fact;
    papers::print(desk, &till, &[Paper::FamilyPayment(back.id)]);
    Moved::from(&back).tell(desk, currency, |texts, amount, left| {
        tr!(
            texts,
            "cli-taken-back",
            number = number.to_string(),
            family = back.family.as_str(),
            amount = amount,
            left = left
        )
    })
}

/// Money that went to a family or came from it.
struct Moved<'a> {
    number: &'a Number,
    family: &'a FamilyCode,
    amount: Money,
    means: PayoutMeans,
    left: Money,
}

impl<'a> From<&'a Payout> for Moved<'a> {
    fn from(paid: &'a Payout) -> Self {
        Moved {
            number: &paid.number,
            family: &paid.family,
            amount: paid.amount,
            means: paid.means,
            left: paid.left,
        }
    }
}

impl<'a> From<&'a FamilyPayment> for Moved<'a> {
    fn from(paid: &'a FamilyPayment) -> Self {
        Moved {
            number: &paid.number,
            family: &paid.family,
            amount: paid.amount,
            means: paid.means,
            left: paid.left,
        }
    }
}

impl Moved<'_> {
    /// Says what moved and what is left to be paid, in the words of what was done.
    fn tell(
        &self,
        desk: &Desk,
        currency: Currency,
        words: impl FnOnce(&Texts, String, String) -> String,
    ) -> Result<(), Failure> {
        if desk.json {
            return desk.out.json(&self.json(currency));
        }
        let texts = desk.texts;
        let [amount, left] = [self.amount, self.left].map(|sum| texts.money(sum, currency));
        desk.out.line(&words(texts, amount, left))
    }

    fn json(&self, currency: Currency) -> Value {
        json!({
            "number": self.number.to_string(),
            "family": self.family.as_str(),
            "amount": amount(self.amount, currency),
            "means": self.means,
            "left": amount(self.left, currency),
            "currency": currency.code(),
        })
    }
}

pub(super) fn advance(
    desk: &Desk,
    family: &str,
    text: &str,
    reason: String,
    by: Means,
    instalment: Option<&str>,
) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let advance = Advance {
        family: desk.code(family)?,
        amount: desk.amount(text, currency)?,
        means: means(by),
        reason,
    };
    let session = desk.sign_in(&till)?;
    let instalment = instalment.map(|text| desk.amount(text, currency));
    let request = AdvanceRequest {
        id: FactId(till.moments().new_id()),
        advance: advance.clone(),
        instalment: instalment.transpose()?,
    };
    till.grant_advance(&session, request)?;
    say_for_family(
        desk,
        tr!(desk.texts, "term-advance"),
        &advance.family,
        advance.amount,
        currency,
    )
}

pub(super) fn adjust(desk: &Desk, family: &str, text: &str, reason: String) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let (family, corrected) = (desk.code(family)?, desk.amount(text, currency)?);
    let session = desk.sign_in(&till)?;
    let made = till.adjust(&session, family, corrected, reason)?;
    say_for_family(
        desk,
        tr!(desk.texts, "term-adjustment"),
        &made.family,
        made.amount,
        currency,
    )
}

fn say_for_family(
    desk: &Desk,
    what: String,
    family: &FamilyCode,
    money: Money,
    currency: Currency,
) -> Result<(), Failure> {
    if desk.json {
        return desk.out.json(&json!({
            "family": family.as_str(),
            "amount": amount(money, currency),
            "currency": currency.code(),
        }));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-for-family",
        what = capital(&what),
        family = family.as_str(),
        amount = texts.money(money, currency)
    ))
}
