//! The organiser's figures on a terminal, as JSON, and as pages of A4.

use std::path::Path;

use serde_json::{Value, json};

use super::counting::{groups, trade_json};
use super::statements::ending;
use crate::cli::arguments::{By, FiguresWanted};
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{Table, amount, date, quantity};
use crate::domain::catalogue::Catalogue;
use crate::domain::figures::{Figures, Period};
use crate::domain::money::Currency;
use crate::services::Till;
use crate::services::dashboard::{Dashboard, FiguresDesk, Reader, Told};
use crate::settings::write_whole;
use crate::tr;

/// Lines of a list of goods.
const MOST: usize = 10;

pub(super) fn dashboard(
    desk: &Desk,
    asked: &FiguresWanted,
    against: Option<&str>,
    edition: Option<&Path>,
) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let known = till.dashboard(period(desk, &till, asked)?)?;
    let against = against.map(|day| desk.date(day)).transpose()?;
    let against = match (against, edition) {
        (Some(day), _) => Some(till.figures(Period::Day(day))?),
        (None, Some(path)) => Some(till.other_edition(path)?.beside(&known.figures)?),
        (None, None) => None,
    };
    if let Some(out) = &asked.out {
        write(desk, &till, &known, against.as_ref(), out)?;
    }
    if desk.json {
        return desk
            .out
            .json(&told_json(&known, against.as_ref(), &catalogue));
    }
    if let Some(out) = &asked.out {
        return saved(desk, out);
    }
    show(desk, &catalogue, &known, against.as_ref())
}

/// The days asked for; without a word the last one.
pub(super) fn period(desk: &Desk, till: &Till, asked: &FiguresWanted) -> Result<Period, Failure> {
    if let Some(day) = &asked.day {
        return Ok(Period::Day(desk.date(day)?));
    }
    if let (Some(from), Some(to)) = (&asked.from, &asked.to) {
        return Ok(Period::between(desk.date(from)?, desk.date(to)?));
    }
    Ok(match till.latest_day()? {
        Some(day) if !asked.all => Period::Day(day),
        _ => Period::Bazaar,
    })
}

/// The language of the page is that of the answers.
fn write(
    desk: &Desk,
    till: &Till,
    known: &Dashboard,
    against: Option<&Figures>,
    out: &Path,
) -> Result<(), Failure> {
    check_pdf(out)?;
    let mut pages = FiguresDesk::new(till, desk.printers()?, desk.texts.language())?;
    let bytes = pages.pdf(known, against, &till.books_now()?);
    write_whole(out, &bytes).map_err(Failure::file(out))
}

pub(super) fn check_pdf(out: &Path) -> Result<(), Failure> {
    match ending(out).as_str() {
        "pdf" => Ok(()),
        _ => Err(Misuse::NotAPdf(out.display().to_string()).into()),
    }
}

/// Says where pages were written to.
pub(super) fn saved(desk: &Desk, out: &Path) -> Result<(), Failure> {
    let place = out.display().to_string();
    desk.out
        .line(&tr!(desk.texts, "figures-saved", place = place))
}

fn show(
    desk: &Desk,
    catalogue: &Catalogue,
    known: &Dashboard,
    against: Option<&Figures>,
) -> Result<(), Failure> {
    let texts = desk.texts;
    let reader = Reader {
        texts,
        catalogue,
        staff: &known.staff,
    };
    let figures = &known.figures;
    let beside = against.filter(|against| against.edition.is_some());
    let mut banner = vec![tr!(texts, "figures-title"), reader.period(figures.period)];
    banner.extend(beside.map(|against| reader.whose(against)));
    desk.out.banner(&banner)?;
    if let Some(told) = beside.and_then(|against| reader.strangers(figures, against)) {
        desk.out.line(&told)?;
    }
    desk.out
        .table(&figures_table(reader.headline(figures, against)))?;
    desk.out.heading(&tr!(texts, "figures-matters"))?;
    desk.out.table(&figures_table(reader.matters(figures)))?;
    if !figures.goods.is_empty() {
        desk.out.heading(&tr!(texts, "figures-plot-goods"))?;
        let mut table = goods_table(&reader);
        for goods in figures.goods.iter().take(MOST) {
            table.row(vec![
                goods.sku.to_string(),
                reader.goods(&goods.sku),
                texts.quantity(goods.sold()),
                reader.amount(goods.trade.net_paid()),
            ]);
        }
        desk.out.table(&table)?;
    }
    if !known.slow.is_empty() {
        desk.out.heading(&tr!(texts, "figures-slow"))?;
        let mut table = goods_table(&reader);
        for goods in known.slow.iter().take(MOST) {
            table.row(vec![
                goods.sku.to_string(),
                reader.goods(&goods.sku),
                texts.quantity(goods.sold),
                reader.amount(goods.paid),
            ]);
        }
        desk.out.table(&table)?;
    }
    Ok(())
}

fn figures_table(told: impl IntoIterator<Item = Told>) -> Table {
    let mut table = Table::new().words("").figures("").words("");
    for one in told {
        table.row(vec![one.word, one.shown, one.note]);
    }
    table
}

fn goods_table(reader: &Reader<'_>) -> Table {
    let texts = reader.texts;
    Table::new()
        .words(tr!(texts, "term-product-line"))
        .words("")
        .figures(tr!(texts, "term-quantity"))
        .figures(tr!(texts, "figures-takings"))
}

fn told_json(known: &Dashboard, against: Option<&Figures>, catalogue: &Catalogue) -> Value {
    let currency = catalogue.bazaar.currency;
    let mut told = figures_json(&known.figures, catalogue);
    let slow = known.slow.iter().map(|goods| {
        json!({
            "sku": goods.sku.as_str(),
            "sold": quantity(goods.sold),
            "left": goods.left.map(quantity),
            "paid": amount(goods.paid, currency),
        })
    });
    let fields = told.as_object_mut().expect("figures are an object");
    fields.insert("slow".to_owned(), slow.collect());
    if let Some(against) = against {
        fields.insert("against".to_owned(), figures_json(against, catalogue));
    }
    told
}

fn figures_json(figures: &Figures, catalogue: &Catalogue) -> Value {
    let currency = catalogue.bazaar.currency;
    let shown = |money| amount(money, currency);
    let (total, standing) = (&figures.total, &figures.standing);
    let tally = &total.tally;
    let (first, last) = figures.period.bounds().unzip();
    let days = figures.days.iter().map(|day| {
        let hours = day.figures.tally.by_hour.iter().map(|(hour, trade)| {
            let sales = day.figures.sales_by_hour.get(hour);
            json!({ "hour": hour, "sales": sales, "net_paid": shown(trade.net_paid()) })
        });
        json!({
            "number": day.number,
            "day": date(day.day),
            "sales": day.figures.tally.sales,
            "visitors": day.figures.tally.visitors.entered,
            "total": trade_json(&day.figures.tally.total, currency),
            "hours": hours.collect::<Vec<_>>(),
        })
    });
    let goods = figures.goods.iter().map(|goods| {
        json!({
            "sku": goods.sku.as_str(),
            "family": goods.family.as_str(),
            "package": goods.package.as_str(),
            "returned": quantity(goods.returned),
            "trade": trade_json(&goods.trade, currency),
        })
    });
    let by = |by: By| groups(tally, by, currency);
    json!({
        "currency": currency.code(),
        "bazaar": figures.edition.as_ref().map(|edition| edition.code.as_str()),
        "first_day": first.map(date),
        "last_day": last.map(date),
        "sales": tally.sales,
        "refunds": tally.refunds,
        "visitors": tally.visitors.entered,
        "average_basket": total.average_basket().map(shown),
        "sales_per_hundred_visitors": total.sales_per_hundred_visitors(),
        "total": trade_json(&tally.total, currency),
        "by_package": by(By::Package),
        "by_family": by(By::Family),
        "by_tender": by(By::Tender),
        "by_cashier": by(By::Cashier),
        "by_till": by(By::Till),
        "by_hour": by(By::Hour),
        "by_site": sites(figures, catalogue, currency),
        "by_product_line": goods.collect::<Vec<_>>(),
        "days": days.collect::<Vec<_>>(),
        "over_short": shown(total.over_short()),
        "paid_out": shown(total.payouts),
        "owed": shown(standing.owed),
        "owing": shown(standing.owing),
        "orders_outstanding": standing.orders,
        "orders_total": shown(standing.orders_total),
        "deposits_held": shown(standing.deposits),
        "other_editions": shown(standing.other_editions),
    })
}

fn sites(figures: &Figures, catalogue: &Catalogue, currency: Currency) -> Vec<Value> {
    let sites = figures.by_site(&catalogue.bazaar).into_iter();
    let sites = sites.map(|(site, trade)| {
        json!({ "code": site.as_str(), "net_paid": amount(trade.net_paid(), currency) })
    });
    sites.collect()
}
