//! Which product lines stand on the shelf: those of a package, or those that fit
//! what was typed. How they look is `goods_view`'s.

use std::sync::Arc;

use crate::domain::catalogue::Catalogue;
use crate::domain::family::ProductLine;
use crate::locale::search::{SearchIndex, Searchable};

/// The most product lines a search shows; nobody looks further.
const MOST_FOUND: usize = 300;

/// The product lines in sight, by their place in the catalogue.
#[derive(Debug, Clone)]
pub struct Goods {
    /// Absent for the moment it takes to make it.
    index: Option<Arc<SearchIndex<usize>>>,
    all: Vec<usize>,
    by_package: Vec<Vec<usize>>,
    package: Option<usize>,
    query: String,
    found: Vec<usize>,
    showing: u64,
}

impl Goods {
    /// The goods of a catalogue; they are found once [`Goods::take_index`] was called.
    pub fn new(catalogue: &Catalogue) -> Self {
        let packages = &catalogue.bazaar.packages;
        let mut by_package = vec![Vec::new(); packages.len()];
        let mut all = Vec::new();
        for (at, line) in sold(catalogue) {
            all.push(at);
            if let Some(package) = package_of(catalogue, line) {
                by_package[package].push(at);
            }
        }
        Goods {
            index: None,
            all,
            by_package,
            package: None,
            query: String::new(),
            found: Vec::new(),
            showing: 0,
        }
    }

    /// Takes the index of its catalogue, made by [`index`], and looks anew.
    pub fn take_index(&mut self, index: Arc<SearchIndex<usize>>) {
        self.index = Some(index);
        let query = std::mem::take(&mut self.query);
        self.search(query);
    }

    /// What is on the shelf.
    pub fn shown(&self) -> &[usize] {
        if self.is_searching() {
            return &self.found;
        }
        match self.package {
            Some(package) => &self.by_package[package],
            None => &self.all,
        }
    }

    /// The package that is shown; all of them if none is named.
    pub fn package(&self) -> Option<usize> {
        self.package
    }

    pub fn is_searching(&self) -> bool {
        !self.query.trim().is_empty()
    }

    pub fn query(&self) -> &str {
        &self.query
    }

    pub fn show(&mut self, package: Option<usize>) {
        self.package = package;
        self.search(String::new());
    }

    /// Looks for what was typed; nothing typed shows the package again.
    pub fn search(&mut self, query: String) {
        let index = self.index.as_ref();
        let found = index.map_or_else(Vec::new, |index| index.find(&query, MOST_FOUND));
        self.found = found.into_iter().map(|(at, _)| at).collect();
        self.query = query;
        self.showing += 1;
    }

    /// Counts how often other goods were put on the shelf.
    pub fn showing(&self) -> u64 {
        self.showing
    }

    /// The product lines a scanned code names.
    pub fn with_code(&self, code: &str) -> Vec<usize> {
        let index = self.index.as_ref();
        index.map_or_else(Vec::new, |index| index.with_code(code))
    }
}

/// The product lines still sold, with their place in the catalogue.
fn sold(catalogue: &Catalogue) -> impl Iterator<Item = (usize, &ProductLine)> {
    let lines = catalogue.lines().iter().enumerate();
    lines.filter(|(_, line)| line.active)
}

/// Everything that is sold by its names, its family's, and its codes. Thousands of
/// names take a moment: not for the window's thread.
pub fn index(catalogue: &Catalogue) -> SearchIndex<usize> {
    let mut names = Vec::new();
    let mut codes = Vec::new();
    for (at, line) in sold(catalogue) {
        let family = catalogue.family(&line.family);
        let mut own_names = vec![line.name.ar.as_str(), line.name.en.as_str()];
        if let Some(family) = family {
            own_names.extend([family.name.ar.as_str(), family.name.en.as_str()]);
        }
        let mut own_codes = vec![line.sku.as_str(), line.family.as_str()];
        own_codes.extend(line.barcode.as_deref());
        names.push(own_names);
        codes.push((at, own_codes));
    }
    let searchable = names.iter().zip(&codes);
    SearchIndex::new(searchable.map(|(names, (at, codes))| Searchable {
        id: *at,
        names,
        codes,
    }))
}

/// The place of a product line's package among the bazaar's.
pub fn package_of(catalogue: &Catalogue, line: &ProductLine) -> Option<usize> {
    catalogue
        .bazaar
        .packages
        .iter()
        .position(|package| package.code == line.package)
}
