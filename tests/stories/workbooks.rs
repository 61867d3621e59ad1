//! The books as a workbook and as the agency view, read back by programs that
//! share no code with what writes them: every sum is the ledger's.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use sanduq::domain::id::FamilyCode;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::tally::Tally;
use sanduq::locale::{Digits, Language, Texts};
use sanduq::reports::xlsx::SHEETS;
use sanduq::services::export::ExportFormat;
use sanduq::services::statement::Span;

use crate::bazaar::{Story, fils};
use crate::random_days::trade;

fn exported(story: &Story, format: ExportFormat, name: &str) -> PathBuf {
    let path = story.folder().join(name);
    let file = File::create(&path).unwrap();
    story.till.export(format, Box::new(file)).unwrap();
    path
}

/// A sheet's rows by the codes of its columns, and its sums.
pub struct Sheet {
    pub rows: Vec<BTreeMap<&'static str, Data>>,
    pub sums: BTreeMap<&'static str, Data>,
}

impl Sheet {
    /// The sheet of that name, whose columns have these codes and headings.
    pub fn of<R: std::io::Read + std::io::Seek>(
        book: &mut Xlsx<R>,
        name: &str,
        columns: &[(&'static str, String)],
    ) -> Self {
        let range = book.worksheet_range(name).unwrap();
        let mut rows = range.rows();
        let headings: Vec<String> = rows.next().unwrap().iter().map(Data::to_string).collect();
        let wanted: Vec<String> = columns.iter().map(|(_, heading)| heading.clone()).collect();
        assert_eq!(headings, wanted, "{name}");
        let mut rows: Vec<BTreeMap<&'static str, Data>> = rows
            .map(|row| {
                let codes = columns.iter().map(|(code, _)| *code);
                codes.zip(row.iter().cloned()).collect()
            })
            .collect();
        let sums = rows.pop().expect("every sheet ends with its sums");
        Sheet { rows, sums }
    }

    fn read(book: &mut Xlsx<BufReader<File>>, texts: &Texts, nth: usize) -> Self {
        let (name, columns) = SHEETS[nth];
        let columns = columns.iter().map(|one| (one.code, texts.get(one.heading)));
        Sheet::of(book, &texts.get(name), &columns.collect::<Vec<_>>())
    }

    fn sum(&self, code: &str) -> Money {
        amount(&self.sums[code])
    }

    /// The sum over the rows, which the formula's result must be.
    fn added(&self, code: &str) -> Money {
        self.rows.iter().map(|row| amount(&row[code])).sum()
    }
}

pub fn amount(cell: &Data) -> Money {
    match cell {
        Data::Float(value) => fils((value * 100.0).round() as i64),
        Data::Int(value) => fils(value * 100),
        Data::Empty => Money::ZERO,
        Data::String(text) if text.is_empty() => Money::ZERO,
        other => panic!("{other:?} is no amount"),
    }
}

fn tally(story: &Story) -> Tally {
    let read = |books: &sanduq::store::Books<'_>| {
        let mut tally = Tally::default();
        books.entries(1, &mut |entry| {
            tally.add(&entry);
            ControlFlow::Continue(())
        })?;
        Ok::<_, sanduq::store::StoreError>(tally)
    };
    story.till.store().read(read).unwrap()
}

fn check(story: &Story, language: Language) {
    let texts = Texts::of(language, Digits::Latin);
    let path = exported(story, ExportFormat::Xlsx(language), "books.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let names: Vec<String> = SHEETS.iter().map(|(name, _)| texts.get(*name)).collect();
    assert_eq!(book.sheet_names()[..9], names);
    let mut sheets = (0..9).map(|nth| Sheet::read(&mut book, texts, nth));
    let mut next = || sheets.next().unwrap();
    let (families, lines, packages) = (next(), next(), next());
    let (hours, tenders, settlements) = (next(), next(), next());
    let (payouts, proof, accounts) = (next(), next(), next());

    let tally = tally(story);
    // The fee for bringing goods is a line, and no family's.
    let fees = tally.delivery.fees;
    for (sheet, brought) in [
        (&families, fils(0)),
        (&lines, fees),
        (&packages, fils(0)),
        (&hours, fils(0)),
    ] {
        assert_eq!(sheet.sum("paid"), tally.total.net_paid() + brought);
        assert_eq!(sheet.added("paid"), tally.total.net_paid() + brought);
        assert_eq!(sheet.sum("list"), tally.total.list + brought);
    }
    assert_eq!(lines.sum("tax"), tally.total.tax + tally.delivery.tax);
    assert_eq!(
        lines.sum("organiser_discount"),
        tally.total.organiser_discounts
    );
    assert_eq!(lines.sum("family_discount"), tally.total.family_discounts);
    assert_eq!(families.sum("credit"), tally.total.credit);
    assert_eq!(families.sum("quantity"), lines.sum("quantity"));
    for row in &families.rows {
        let code = FamilyCode::new(&row["family"].to_string()).unwrap();
        let owed = -story.balance(Account::FamilyPayable(code.clone()));
        assert_eq!(amount(&row["balance"]), owed, "{code}");
        let advance = story.balance(Account::Advance(code.clone()));
        assert_eq!(amount(&row["advance_left"]), advance, "{code}");
        if let Ok(one) = story.till.statement(&code, Span::ALL) {
            assert_eq!(amount(&row["commission"]), one.statement.commission);
            assert_eq!(amount(&row["fees"]), one.statement.fee_total());
            assert_eq!(
                amount(&row["paid_out"]) - amount(&row["paid_in"]),
                one.statement.paid()
            );
        }
    }
    assert_eq!(
        settlements.sum("commission"),
        -story.balance(Account::Commission)
    );
    assert_eq!(settlements.sum("fees"), -story.balance(Account::Fees));
    assert_eq!(families.sum("commission"), settlements.sum("commission"));
    assert_eq!(payouts.sum("paid_out"), families.sum("paid_out"));
    // A deposit that pays came in when it was taken.
    assert_eq!(tenders.sum("net"), tally.proof().tenders);
    assert_eq!(proof.sum("came_in"), tally.proof().tenders);
    assert_eq!(proof.sum("came_in"), proof.sum("owed_for_it"));
    assert_eq!(accounts.sum("debit"), accounts.sum("credit"));
}

#[test]
fn every_sum_of_the_workbook_is_the_ledgers() {
    let (mut fees, mut deposits, mut refunds) = (fils(0), fils(0), 0);
    for seed in [1, 2, 3, 4] {
        let story = trade(seed);
        let sums = tally(&story);
        fees += sums.delivery.fees;
        deposits += sums.deposits_used;
        refunds += sums.refunds;
        check(&story, Language::Arabic);
        check(&story, Language::English);
    }
    assert!(fees.is_positive(), "one of them delivers");
    assert!(deposits.is_positive(), "a deposit pays in one of them");
    assert!(refunds > 0, "something comes back in one of them");
}

fn part(file: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    let mut part = zip.by_name(name).unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn arabic_sheets_run_from_the_right_and_have_charts() {
    let story = trade(1);
    let arabic = exported(&story, ExportFormat::Xlsx(Language::Arabic), "ar.xlsx");
    let english = exported(&story, ExportFormat::Xlsx(Language::English), "en.xlsx");
    for sheet in 1..=10 {
        let name = format!("xl/worksheets/sheet{sheet}.xml");
        assert!(part(&arabic, &name).contains("rightToLeft=\"1\""), "{name}");
        assert!(!part(&english, &name).contains("rightToLeft"), "{name}");
    }
    assert!(part(&arabic, "xl/charts/chart1.xml").contains("<c:barChart>"));
    assert!(part(&arabic, "xl/charts/chart2.xml").contains("<c:lineChart>"));
    let first = part(&arabic, "xl/charts/chart1.xml");
    assert!(
        first.contains("orientation val=\"maxMin\""),
        "from the right"
    );
    let sums = part(&arabic, "xl/worksheets/sheet1.xml");
    assert!(sums.contains("<f>SUM("), "sums are formulas");
}

#[test]
fn the_codes_of_columns_are_known_and_differ_within_a_sheet() {
    for (name, columns) in SHEETS {
        let mut codes: Vec<&str> = columns.iter().map(|column| column.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), columns.len(), "{}", name.name());
    }
}

#[test]
fn the_agency_view_names_the_family_of_every_line() {
    let story = trade(2);
    let path = exported(&story, ExportFormat::Agency, "agency.csv");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.starts_with('\u{feff}'), "Excel is told it is UTF-8");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().unwrap().clone();
    let place = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let (family, gross, tax) = (place("AGENTUR_ID"), place("POS_BRUTTO"), place("POS_UST"));
    let (close, day) = (place("Z_NR"), place("Z_BUCHUNGSTAG"));
    let mut by_family = BTreeMap::<String, (Money, Money)>::new();
    for row in reader.records() {
        let row = row.unwrap();
        let read = |at: usize| -> Money {
            let value: rust_decimal::Decimal = row[at].parse().unwrap();
            fils(
                (value * rust_decimal::Decimal::ONE_HUNDRED)
                    .try_into()
                    .unwrap(),
            )
        };
        let sums = by_family.entry(row[family].to_owned()).or_default();
        sums.0 += read(gross);
        sums.1 += read(tax);
        assert_eq!(
            row[close].is_empty(),
            row[day].is_empty(),
            "closed days have a number"
        );
    }
    let tally = tally(&story);
    assert_eq!(by_family.len(), tally.by_family.len());
    for (family, trade) in &tally.by_family {
        let sums = by_family[family.as_str()];
        assert_eq!(sums, (trade.net_paid(), trade.tax), "{family}");
    }
}
