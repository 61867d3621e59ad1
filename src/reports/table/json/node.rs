//! A place in a JSON document: its path and its text, looked into step by step.

use std::collections::BTreeMap;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::Found;
use crate::reports::table::order_columns::OrderColumn;
use crate::reports::table::{Cell, CellKind, trimmed};

/// Letters of something that should not be there, as far as they are shown.
const SHOWN: usize = 60;

/// Something in a document.
#[derive(Debug, Clone)]
pub(super) struct Node<'d> {
    /// `orders[2].lines[0]`; empty for the document itself.
    pub path: String,
    raw: &'d str,
}

/// The fields of an object.
#[derive(Debug)]
pub(super) struct Fields<'d> {
    pub path: String,
    by_name: BTreeMap<String, &'d RawValue>,
}

impl<'d> Node<'d> {
    /// # Errors
    /// Text that is no JSON.
    pub fn document(text: &'d str) -> Result<Self, serde_json::Error> {
        let raw: &RawValue = serde_json::from_str(text)?;
        Ok(Node {
            path: String::new(),
            raw: raw.get(),
        })
    }

    /// How many a list has; none where it is no list.
    pub fn count(&self) -> usize {
        let items = serde_json::from_str::<Vec<IgnoredAny>>(self.raw);
        items.map_or(0, |items| items.len())
    }

    /// The same of a list under a name.
    pub fn count_at(&self, name: &str) -> usize {
        let list = self.fields().and_then(|fields| fields.get(name));
        list.map_or(0, |list| list.count())
    }

    pub fn items(&self) -> Option<Vec<Node<'d>>> {
        let items: Vec<&RawValue> = serde_json::from_str(self.raw).ok()?;
        let items = items.into_iter().enumerate().map(|(nth, item)| Node {
            path: format!("{}[{nth}]", self.path),
            raw: item.get(),
        });
        Some(items.collect())
    }

    pub fn fields(&self) -> Option<Fields<'d>> {
        Some(Fields {
            path: self.path.clone(),
            by_name: serde_json::from_str(self.raw).ok()?,
        })
    }

    /// Whether it is an object or a list, and no text.
    fn is_nested(&self) -> bool {
        self.raw.starts_with(['{', '['])
    }

    /// Whether it is an object or a list with nothing in it.
    fn is_hollow(&self) -> bool {
        let inside = self.raw.get(1..self.raw.len() - 1);
        inside.is_none_or(|inside| inside.trim().is_empty())
    }

    /// Its text; none where it is null or blank.
    pub fn text(&self) -> Option<String> {
        if self.raw == "null" {
            return None;
        }
        let text = match serde_json::from_str::<String>(self.raw) {
            Ok(text) => trimmed(&text).to_owned(),
            // Numbers and answers as they are written, anything else as it begins.
            Err(_) => self.raw.chars().take(SHOWN).collect(),
        };
        (!text.is_empty()).then_some(text)
    }
}

impl<'d> Fields<'d> {
    pub fn get(&self, name: &str) -> Option<Node<'d>> {
        let raw = self.by_name.get(name)?;
        let path = match self.path.is_empty() {
            true => name.to_owned(),
            false => format!("{}.{name}", self.path),
        };
        Some(Node {
            path,
            raw: raw.get(),
        })
    }

    /// The fields that say anything: not null, blank or empty.
    pub fn said(&self) -> impl Iterator<Item = (&str, Node<'d>)> {
        let names = self.by_name.keys();
        let fields = names.filter_map(|name| Some((name.as_str(), self.get(name)?)));
        fields.filter(|(_, node)| match node.is_nested() {
            true => !node.is_hollow(),
            false => node.text().is_some(),
        })
    }

    /// What lies at a name, or at a name in an object.
    fn at(&self, name: &str) -> Option<Node<'d>> {
        match name.split_once('.') {
            Some((object, name)) => self.get(object)?.fields()?.get(name),
            None => self.get(name),
        }
    }

    /// The text at a name, or at a name in an object.
    pub fn text(&self, name: &str) -> Option<String> {
        self.at(name)?.text()
    }

    /// The objects of a list; none where it is no list.
    pub fn lines(&self, name: &str) -> Vec<Fields<'d>> {
        let items = self.get(name).and_then(|list| list.items());
        let items = items.unwrap_or_default().into_iter();
        let of = |item: Node<'d>| {
            let fields = item.fields();
            // What is no object has no field that is needed, and says so.
            fields.unwrap_or(Fields {
                path: item.path,
                by_name: BTreeMap::new(),
            })
        };
        items.map(of).collect()
    }

    /// What a column says: at the first of its names that says anything, or nothing
    /// at the first of them. An object or a list where a text should be is refused.
    pub fn find(&self, column: OrderColumn, names: &[&str]) -> Found {
        self.find_beside(column, names, &[])
    }

    /// The same where some of its objects are read elsewhere: those that have one of
    /// the names in `read`, such as `payment.paid`.
    pub fn find_beside(&self, column: OrderColumn, names: &[&str], read: &[&str]) -> Found {
        let is_read = |name: &str| {
            let mut read = read.iter();
            read.any(|at| at.split_once('.').is_some_and(|(of, _)| of == name) && self.has(at))
        };
        let at = names
            .iter()
            .filter_map(|name| Some((*name, self.at(name)?)));
        let mut said = at.filter_map(|(name, node)| match node.is_nested() {
            true if is_read(name) || node.is_hollow() => None,
            _ => Some((node.text()?, node)),
        });
        let Some((text, node)) = said.next() else {
            return Found {
                path: self.path_of(names[0]),
                cell: None,
            };
        };
        let cell = match node.is_nested() {
            true => Cell {
                column: 0,
                text,
                kind: CellKind::Nested,
                from_above: false,
            },
            false => cell(column, text),
        };
        Found {
            path: node.path,
            cell: Some(cell),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.at(name).is_some()
    }

    /// A column that says `text`, found at a name.
    pub fn say(
        &self,
        column: OrderColumn,
        name: &str,
        text: Option<String>,
    ) -> (OrderColumn, Found) {
        let found = Found {
            path: self.path_of(name),
            cell: text.map(|text| cell(column, text)),
        };
        (column, found)
    }

    fn path_of(&self, name: &str) -> String {
        match self.path.is_empty() {
            true => name.to_owned(),
            false => format!("{}.{name}", self.path),
        }
    }
}

/// Amounts and quantities of a machine are decimals with a point, as those of number
/// cells; everything else is text.
fn cell(column: OrderColumn, text: String) -> Cell {
    let is_measured = matches!(
        column,
        OrderColumn::Quantity
            | OrderColumn::UnitPrice
            | OrderColumn::LineDiscount
            | OrderColumn::Discount
            | OrderColumn::DeliveryFee
            | OrderColumn::Paid
            | OrderColumn::Total
    );
    let decimal = is_measured.then(|| exact(&text)).flatten();
    match decimal {
        Some(decimal) => Cell {
            column: 0,
            text: decimal,
            kind: CellKind::Number,
            from_above: false,
        },
        None => Cell {
            column: 0,
            text,
            kind: CellKind::Text,
            from_above: false,
        },
    }
}

/// A decimal as it is written, without zeros that a shop puts behind the coin.
fn exact(text: &str) -> Option<String> {
    let marks = b"+-.eE";
    let is_plain = |byte: u8| byte.is_ascii_digit() || marks.contains(&byte);
    let number = text.bytes().all(is_plain).then(|| decimal(text))??;
    Some(match number.scale() {
        0..=2 => number.to_string(),
        _ => number.normalize().to_string(),
    })
}

/// A number of a document.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let number = Decimal::from_str(text).ok();
    number.or_else(|| Decimal::from_scientific(text).ok())
}
