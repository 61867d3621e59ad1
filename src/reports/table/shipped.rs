//! The bazaars that come with the program, read as an organiser's files are:
//! every cell readable, every code unique, every reference met.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{Column, FamilyColumn, LineColumn, Record, Table, file_bytes, read_bytes, read_table};
use crate::domain::bazaar::MoneyTaker;
use crate::domain::family::{LicenceKind, Unit};
use crate::domain::money::{Bps, Currency, Money};

struct Shipped {
    families: Table<FamilyColumn>,
    lines: Table<LineColumn>,
    terms: toml::Table,
}

fn shipped(bazaar: &str) -> Shipped {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("assets/bazaars")
        .join(bazaar);
    let terms = std::fs::read_to_string(folder.join("bazaar.toml")).expect("a bazaar.toml");
    Shipped {
        families: table(folder.join("families.csv")),
        lines: table(folder.join("lines.csv")),
        terms: terms.parse().expect("readable terms"),
    }
}

fn table<C: Column>(path: PathBuf) -> Table<C> {
    let bytes = file_bytes(&path).expect("a readable file");
    let sheets = read_bytes("shipped", &bytes).expect("a table");
    let table = read_table(&sheets).expect("its headings");
    assert_eq!(table.unused, [], "every heading is understood");
    table
}

fn code<C: Column>(record: &Record<C>, column: C) -> String {
    let code = record.field(column).code().expect("a readable code");
    code.unwrap_or_else(|| panic!("row {} has no {}", record.row(), column.name()))
}

fn codes_of_terms(terms: &toml::Table, table: &str) -> BTreeSet<String> {
    let entries = terms[table].as_array().expect("a list of tables");
    let codes = entries.iter().map(|entry| entry["code"].as_str());
    codes.map(|code| code.expect("a code").to_owned()).collect()
}

/// ISO 13616: the country and check digits moved to the end, letters counted
/// from 10, and the whole one more than a multiple of 97.
fn is_iban(text: &str, length: usize) -> bool {
    let moved = [&text[4..], &text[..4]].concat();
    let remainder = moved.chars().try_fold(0, |remainder, letter| {
        let value = letter.to_digit(36)?;
        let shift = if value > 9 { 100 } else { 10 };
        Some((remainder * shift + value) % 97)
    });
    text.len() == length && remainder == Some(1)
}

/// The last digit of an EAN-13 makes the weighted sum a multiple of ten.
fn is_ean(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(10)).collect();
    digits.is_some_and(|digits| {
        let weights = [1, 3].into_iter().cycle();
        let sum: u32 = digits.iter().zip(weights).map(|(d, w)| d * w).sum();
        digits.len() == 13 && sum.is_multiple_of(10)
    })
}

fn check_families(shipped: &Shipped, phone: &str, iban_length: usize) -> BTreeSet<String> {
    use FamilyColumn::{Code, Iban, LicenceExpiry, LicenceNumber, NameAr, NameEn, Package, Phone};
    let packages = codes_of_terms(&shipped.terms, "packages");
    let mut codes = BTreeSet::new();
    let mut licences = BTreeSet::new();
    for family in &shipped.families.records {
        let own = code(family, Code);
        assert!(codes.insert(own.clone()), "{own} stands twice");
        assert!(
            licences.insert(code(family, LicenceNumber)),
            "{own}: licence"
        );
        assert!(packages.contains(&code(family, Package)), "{own}: package");
        assert!(is_iban(&code(family, Iban), iban_length), "{own}: IBAN");
        assert!(code(family, Phone).starts_with(phone), "{own}: phone");
        let kind = family.field(FamilyColumn::LicenceKind).licence_kind();
        assert!(matches!(kind, Ok(Some(_))), "{own}: {kind:?}");
        let expiry = family.field(LicenceExpiry).date().expect("a date or none");
        let last_day = chrono::NaiveDate::from_ymd_opt(2026, 12, 31);
        assert!(
            expiry.is_none_or(|expiry| Some(expiry) > last_day),
            "{own}: licence"
        );
        for name in [NameAr, NameEn] {
            family.field(name).required().expect("a name");
        }
    }
    codes
}

fn check_lines(shipped: &Shipped, families: &BTreeSet<String>, currency: Currency) {
    use LineColumn::{Barcode, BestBefore, FamilyCode, NameAr, NameEn, Package, Sku, UnitPrice};
    let packages = codes_of_terms(&shipped.terms, "packages");
    let mut skus = BTreeSet::new();
    let mut barcodes = BTreeSet::new();
    let mut names = BTreeSet::new();
    let mut sellers = BTreeSet::new();
    for line in &shipped.lines.records {
        let sku = code(line, Sku);
        let family = code(line, FamilyCode);
        assert!(skus.insert(sku.clone()), "{sku} stands twice");
        assert!(families.contains(&family), "{sku}: family");
        assert!(sku.starts_with(&family), "{sku}: family");
        assert!(packages.contains(&code(line, Package)), "{sku}: package");
        let price = line.field(UnitPrice).amount(currency).expect("an amount");
        assert!(
            price.is_some_and(|price| price > Money::ZERO),
            "{sku}: price"
        );
        let unit = line.field(LineColumn::Unit).unit();
        assert!(matches!(unit, Ok(Some(_))), "{sku}: {unit:?}");
        let to_order = line.field(LineColumn::MadeToOrder).answer();
        assert!(to_order.is_ok(), "{sku}: {to_order:?}");
        line.field(BestBefore).date().expect("a date or none");
        for name in [NameAr, NameEn] {
            let text = line.field(name).required().expect("a name");
            assert!(
                names.insert((family.clone(), text)),
                "{sku}: {text} stands twice"
            );
        }
        if let Some(barcode) = line.field(Barcode).code().expect("a barcode or none") {
            assert!(is_ean(&barcode), "{sku}: {barcode}");
            assert!(barcode.starts_with('2'), "{sku}: not an internal barcode");
            assert!(barcodes.insert(barcode), "{sku}: barcode stands twice");
        }
        sellers.insert(family);
    }
    assert_eq!(&sellers, families, "every family sells something");
}

fn count(lines: &Table<LineColumn>, is_meant: impl Fn(&Record<LineColumn>) -> bool) -> usize {
    lines.records.iter().filter(|line| is_meant(line)).count()
}

fn check_terms(terms: &toml::Table) {
    let sites = codes_of_terms(terms, "sites");
    for till in terms["tills"].as_array().expect("tills") {
        let site = till["site"].as_str().expect("a site");
        assert!(sites.contains(site), "{site}");
    }
    codes_of_terms(terms, "staff");
    for person in terms["staff"].as_array().expect("staff") {
        assert!(person.get("pin").is_none(), "no PIN stands in a file");
    }
}

#[test]
fn sharjah_is_complete() {
    let shipped = shipped("sharjah");
    check_terms(&shipped.terms);
    let families = check_families(&shipped, "+97150", 23);
    assert_eq!(families.len(), 21);
    assert_eq!(codes_of_terms(&shipped.terms, "packages").len(), 5);
    check_lines(&shipped, &families, Currency::Aed);
    let lines = &shipped.lines;
    assert!((120..=150).contains(&lines.records.len()));
    let weighed = count(lines, |line| {
        line.field(LineColumn::Unit).unit() == Ok(Some(Unit::Kilogram))
    });
    let scanned = count(lines, |line| {
        matches!(line.field(LineColumn::Barcode).code(), Ok(Some(_)))
    });
    let ordered = count(lines, |line| {
        line.field(LineColumn::MadeToOrder).answer() == Ok(Some(true))
    });
    assert!(weighed >= 5 && scanned >= 20 && ordered >= 5);

    let rates: Vec<_> = shipped
        .families
        .records
        .iter()
        .filter_map(|family| {
            let rate = family.field(FamilyColumn::Commission).percent();
            Some((
                code(family, FamilyColumn::Code),
                rate.expect("a rate or none")?,
            ))
        })
        .collect();
    let expected = Bps::new(1_250).expect("12.5 %");
    assert_eq!(rates, [("F11".to_owned(), expected)]);
}

#[test]
fn qatif_is_complete() {
    let shipped = shipped("qatif");
    check_terms(&shipped.terms);
    let families = check_families(&shipped, "+96650", 24);
    assert_eq!(families.len(), 30);
    check_lines(&shipped, &families, Currency::Sar);
    assert_eq!(shipped.lines.records.len(), 150);
    let mut kinds = Vec::new();
    for family in &shipped.families.records {
        let taker = family.field(FamilyColumn::SellsThrough).money_taker();
        assert_eq!(taker, Ok(Some(MoneyTaker::Family)));
        let kind = family.field(FamilyColumn::LicenceKind).licence_kind();
        let kind = kind.expect("a kind").expect("a kind");
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    assert!(!kinds.contains(&LicenceKind::Home));
}
