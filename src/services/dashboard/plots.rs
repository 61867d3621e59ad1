//! The organiser's figures as plots: the same for the screen and the page.

use std::collections::BTreeMap;

use super::Reader;
use crate::domain::figures::{Figures, NumberedDay, hours_of};
use crate::domain::id::{FamilyCode, Sku};
use crate::domain::money::{Bps, Money};
use crate::domain::rounding::ratio;
use crate::domain::tally::{TenderGroup, Trade};
use crate::locale::{Key, bidi};
use crate::plot::{Bar, Bars, Curve, Heat, HeatCell, Pareto, Part, Plot, Series, ticks};
use crate::{key, tr};

/// Bars of one plot, and columns of a Pareto plot.
const MOST_BARS: usize = 8;
const MOST_PARTS: usize = 24;
/// Days of a heat map, the latest.
const MOST_DAYS: usize = 14;

/// What a plot is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Hours,
    /// Day by day of the same number.
    Days,
    Heat,
    Packages,
    Tenders,
    Families,
    Goods,
    Pareto,
    Cashiers,
    Sites,
    Tills,
}

impl Section {
    pub fn title(self) -> Key {
        match self {
            Section::Hours => key!("figures-plot-hours"),
            Section::Days => key!("many-plot-days"),
            Section::Heat => key!("figures-plot-heat"),
            Section::Packages => key!("figures-plot-packages"),
            Section::Tenders => key!("figures-plot-tenders"),
            Section::Families => key!("figures-plot-families"),
            Section::Goods => key!("figures-plot-goods"),
            Section::Pareto => key!("figures-plot-pareto"),
            Section::Cashiers => key!("figures-plot-cashiers"),
            Section::Sites => key!("figures-plot-sites"),
            Section::Tills => key!("figures-plot-tills"),
        }
    }

    /// Whether it needs the whole width of a page.
    pub fn is_wide(self) -> bool {
        matches!(self, Section::Hours | Section::Heat)
    }
}

/// The plots that say something of these figures; `against` is another period laid
/// beside them.
pub fn plots(
    reader: &Reader<'_>,
    figures: &Figures,
    against: Option<&Figures>,
) -> Vec<(Section, Plot)> {
    let all = [
        (Section::Hours, hours(reader, figures, against)),
        (Section::Days, days(reader, figures, against)),
        (Section::Heat, heat(reader, figures)),
        (Section::Packages, packages(reader, figures, against)),
        (Section::Tenders, tenders(reader, figures, against)),
        (Section::Families, families(reader, figures, against)),
        (Section::Goods, goods(reader, figures, against)),
        (Section::Pareto, pareto(reader, figures)),
        (Section::Cashiers, cashiers(reader, figures, against)),
        (Section::Sites, sites(reader, figures, against)),
        (Section::Tills, tills(reader, figures, against)),
    ];
    let said = all.into_iter().filter(|(section, plot)| match plot {
        // One bar or one day compares nothing.
        Plot::Bars(bars) => match section {
            Section::Cashiers | Section::Sites | Section::Tills | Section::Days => {
                bars.rows.len() > 1
            }
            _ => !plot.is_empty(),
        },
        Plot::Heat(heat) => heat.rows.len() > 1 && !heat.columns.is_empty(),
        _ => !plot.is_empty(),
    });
    said.collect()
}

/// What passed over the counters hour by hour.
fn hours(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    let bazaar = &reader.catalogue.bazaar;
    // The hours of both, as a day of the bazaar runs.
    let both: Vec<&Figures> = [Some(figures), against].into_iter().flatten().collect();
    let hours = hours_of(&both, bazaar);
    let series = |of: &Figures| {
        let own = of.hours(bazaar);
        let values = hours.iter().map(|hour| {
            let trade = of.total.tally.by_hour.get(hour);
            let value = trade.map_or(Money::ZERO, Trade::net_paid).minor();
            own.contains(hour).then_some(value.max(0))
        });
        Series {
            name: reader.whose(of),
            values: values.collect(),
        }
    };
    let series: Vec<Series> = both.into_iter().map(series).collect();
    let values = series.iter().flat_map(|one| one.values.iter().flatten());
    let largest = values.copied().max().unwrap_or(0);
    let whole = bazaar.currency.minor_per_major();
    let ticks = ticks(largest, whole).into_iter();
    Plot::Curve(Curve {
        slots: hours.iter().map(|hour| hour_name(reader, *hour)).collect(),
        ticks: ticks.map(|tick| (tick, short(reader, tick))).collect(),
        series,
    })
}

/// Day by day beside another edition's days of the same number.
fn days(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    let against = against.filter(|against| against.edition.is_some());
    let rows = against.into_iter().flat_map(|against| {
        figures.days.iter().map(|day| {
            let mut others = against.days.iter();
            let other = others.find(|other| other.number == day.number);
            let paid = |day: &NumberedDay| day.figures.tally.total.net_paid();
            let number = reader.texts.count(day.number);
            let name = tr!(reader.texts, "figures-number-day", number = number);
            (
                name,
                paid(day),
                Some(other.map(paid).unwrap_or_default()),
                None,
            )
        })
    });
    bars(reader, rows)
}

/// Which hours of which days were full.
fn heat(reader: &Reader<'_>, figures: &Figures) -> Plot {
    let hours = figures.hours(&reader.catalogue.bazaar);
    let latest = figures.days.len().saturating_sub(MOST_DAYS);
    let days = &figures.days[latest..];
    let cells = days.iter().map(|day| {
        let by_hour = &day.figures.tally.by_hour;
        let cells = hours.iter().map(|hour| {
            let value = by_hour.get(hour).map_or(Money::ZERO, Trade::net_paid);
            HeatCell {
                value: value.minor().max(0),
                shown: short(reader, value.minor()),
            }
        });
        cells.collect()
    });
    Plot::Heat(Heat {
        columns: hours.iter().map(|hour| hour_name(reader, *hour)).collect(),
        rows: days.iter().map(|day| reader.day(day)).collect(),
        cells: cells.collect(),
    })
}

fn packages(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    let packages = reader.catalogue.bazaar.packages.iter().enumerate();
    bars(
        reader,
        packages.filter_map(|(at, package)| {
            let of = |figures: &Figures| {
                let trade = figures.total.tally.by_package.get(&package.code);
                trade.map(Trade::net_paid)
            };
            let name = reader.texts.name(&package.name).to_owned();
            let other = against.map(|against| of(against).unwrap_or_default());
            Some((name, of(figures)?, other, Some(at)))
        }),
    )
}

fn tenders(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    // A deposit that pays an order came in earlier, by another tender.
    let groups = figures.total.tally.by_tender.iter();
    let groups = groups.filter(|(group, _)| **group != TenderGroup::Deposit);
    bars(
        reader,
        groups.map(|(group, total)| {
            let other = against.map(|against| {
                let other = against.total.tally.by_tender.get(group);
                other.map(|total| total.net()).unwrap_or_default()
            });
            let name = reader.texts.word(group);
            (name, total.net(), other, None)
        }),
    )
}

fn families(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    let groups = &figures.total.tally.by_family;
    let strangers = against.map(|against| &against.strangers);
    let is_other = |family: &FamilyCode| {
        strangers.is_some_and(|strangers| strangers.families.contains_key(family))
    };
    let others = against.map(|against| &against.total.tally.by_family);
    traded(reader, groups, others, is_other, |family| {
        let known = reader.catalogue.family(family);
        let package = known.and_then(|known| known.packages.first());
        let group = package.and_then(|package| package_index(reader, package));
        (reader.family(family), group)
    })
}

fn goods(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    // A product line may have gone to another package between days.
    let by_line = |figures: &Figures| {
        let mut lines: BTreeMap<_, Trade> = BTreeMap::new();
        for goods in &figures.goods {
            lines
                .entry(goods.sku.clone())
                .or_default()
                .add(&goods.trade);
        }
        lines
    };
    let strangers = against.map(|against| &against.strangers);
    let is_other = |sku: &Sku| strangers.is_some_and(|strangers| strangers.goods.contains_key(sku));
    let others = against.map(by_line);
    traded(
        reader,
        &by_line(figures),
        others.as_ref(),
        is_other,
        |sku| {
            let line = reader.catalogue.line(sku);
            let group = line.and_then(|line| package_index(reader, &line.package));
            (reader.goods(sku), group)
        },
    )
}

fn package_index(reader: &Reader<'_>, code: &crate::domain::id::PackageCode) -> Option<usize> {
    let mut packages = reader.catalogue.bazaar.packages.iter();
    packages.position(|package| &package.code == code)
}

fn cashiers(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    let groups = &figures.total.tally.by_cashier;
    let others = against.map(|against| &against.total.tally.by_cashier);
    traded(
        reader,
        groups,
        others,
        |_| false,
        |cashier| (reader.person(cashier), None),
    )
}

fn tills(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    let groups = &figures.total.tally.by_till;
    let others = against.map(|against| &against.total.tally.by_till);
    traded(
        reader,
        groups,
        others,
        |_| false,
        |code| {
            let mut tills = reader.catalogue.bazaar.tills.iter();
            let name = match tills.find(|till| &till.code == code) {
                Some(till) => reader.texts.name(&till.name).to_owned(),
                None => bidi::left_to_right(code.as_str()),
            };
            (name, None)
        },
    )
}

fn sites(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Plot {
    let bazaar = &reader.catalogue.bazaar;
    let by_site = |figures: &Figures| figures.by_site(bazaar).into_iter().collect();
    let groups: BTreeMap<_, Trade> = by_site(figures);
    let others: Option<BTreeMap<_, Trade>> = against.map(by_site);
    traded(
        reader,
        &groups,
        others.as_ref(),
        |_| false,
        |code| {
            let mut sites = bazaar.sites.iter();
            let name = match sites.find(|site| &site.code == code) {
                Some(site) => reader.texts.name(&site.name).to_owned(),
                None => bidi::left_to_right(code.as_str()),
            };
            (name, None)
        },
    )
}

/// How few families make most of the takings.
fn pareto(reader: &Reader<'_>, figures: &Figures) -> Plot {
    let families = figures.total.tally.by_family.iter();
    let mut parts: Vec<Part> = families
        .map(|(family, trade)| Part {
            name: bidi::left_to_right(family.as_str()),
            value: trade.net_paid().minor(),
        })
        .filter(|part| part.value > 0)
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.value));
    if parts.len() > MOST_PARTS {
        let rest = parts.split_off(MOST_PARTS - 1);
        parts.push(Part {
            name: "…".to_owned(),
            value: rest.iter().map(|part| part.value).sum(),
        });
    }
    let percents = [0, 20, 40, 60, 80, 100].into_iter().map(|percent| {
        let rate = Bps::new(percent * 100).expect("a hundred percent at most");
        (percent as i32, reader.texts.percent(rate))
    });
    Plot::Pareto(Pareto {
        parts,
        percents: percents.collect(),
    })
}

/// Bars of the groups that took most.
fn traded<K: Ord>(
    reader: &Reader<'_>,
    groups: &BTreeMap<K, Trade>,
    others: Option<&BTreeMap<K, Trade>>,
    is_other: impl Fn(&K) -> bool,
    name: impl Fn(&K) -> (String, Option<usize>),
) -> Plot {
    let mut most: Vec<(&K, Money)> = groups
        .iter()
        .map(|(key, trade)| (key, trade.net_paid()))
        .collect();
    most.sort_by_key(|(_, paid)| std::cmp::Reverse(*paid));
    most.truncate(MOST_BARS);
    bars(
        reader,
        most.into_iter().map(|(key, paid)| {
            let (name, group) = name(key);
            // Beside a code that means something else there stands nothing.
            let others = others.filter(|_| !is_other(key));
            let other =
                others.map(|others| others.get(key).map(Trade::net_paid).unwrap_or_default());
            (name, paid, other, group)
        }),
    )
}

fn bars(
    reader: &Reader<'_>,
    rows: impl Iterator<Item = (String, Money, Option<Money>, Option<usize>)>,
) -> Plot {
    let rows = rows.map(|(name, value, other, group)| Bar {
        name,
        value: value.minor(),
        shown: reader.amount(value),
        other: other.map(Money::minor),
        group,
    });
    Plot::Bars(Bars {
        rows: rows.collect(),
    })
}

fn hour_name(reader: &Reader<'_>, hour: u32) -> String {
    reader.texts.digits().write(&hour.to_string())
}

/// An amount in whole units of the currency, where there is little room.
fn short(reader: &Reader<'_>, minor: i64) -> String {
    let whole = reader.catalogue.bazaar.currency.minor_per_major();
    let units = ratio(Money::from_minor(minor), 1, whole).minor();
    crate::locale::number::count(units, reader.texts.digits())
}
