//! Which product lines stand on the shelf: those of a package or of a family, or
//! those that fit what was typed; what is pinned and what sells most comes first.
//! How they look is `shelf_view`'s.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::catalogue::Catalogue;
use crate::domain::family::ProductLine;
use crate::domain::id::Sku;
use crate::domain::sale::Sale;
use crate::locale::search::{SearchIndex, Searchable};
use crate::services::shelf::{Left, Marks, SoldSince};
use crate::store::Recorded;

/// The most product lines a search shows; nobody looks further.
const MOST_FOUND: usize = 300;

/// What a search found, by its place in the catalogue.
#[derive(Debug, Clone)]
pub struct Found {
    query: String,
    goods: Vec<usize>,
}

/// The product lines in sight, by their place in the catalogue.
#[derive(Debug, Clone)]
pub struct Goods {
    /// Absent for the moment it takes to make it.
    index: Option<Arc<SearchIndex<usize>>>,
    arranged: Arc<Arranged>,
    /// Absent for the moment it takes to look them up.
    marks: Option<Marks>,
    /// What was sold since the marks were looked up.
    sold: Vec<SoldSince>,
    way: Way,
    package: Option<usize>,
    /// What was typed, and what of it the goods found are for.
    query: String,
    answered: String,
    unanswered: bool,
    found: Vec<usize>,
    showing: u64,
}

/// The way into the goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The goods themselves.
    Goods,
    /// The families first.
    Families,
    /// The goods of one family, by its place in the catalogue.
    Family(usize),
}

/// Everything that is sold, in the order it stands on the shelf.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arranged {
    all: Vec<usize>,
    by_package: Vec<Vec<usize>>,
    by_family: Vec<Vec<usize>>,
    /// The families that have goods, all of them and by package.
    families: Vec<usize>,
    families_by_package: Vec<Vec<usize>>,
}

/// Arranges the goods: what is pinned, then what sells most, then the rest as it
/// was listed. Sorting thousands is not for the window's thread.
pub fn arrange(catalogue: &Catalogue, marks: &Marks) -> Arranged {
    let ranks = marks.most_sold.iter().enumerate();
    let ranks: HashMap<&Sku, usize> = ranks.map(|(rank, sku)| (sku, rank)).collect();
    let mut all: Vec<usize> = sold(catalogue).map(|(at, _)| at).collect();
    all.sort_by_key(|at| {
        let sku = &catalogue.lines()[*at].sku;
        let rank = ranks.get(sku).copied().unwrap_or(usize::MAX);
        (Reverse(marks.favourites.contains(sku)), rank, *at)
    });
    Arranged::of(catalogue, all)
}

impl Arranged {
    /// The goods as they were listed.
    fn as_listed(catalogue: &Catalogue) -> Self {
        Self::of(catalogue, sold(catalogue).map(|(at, _)| at).collect())
    }

    fn of(catalogue: &Catalogue, all: Vec<usize>) -> Self {
        let families = catalogue.families().iter().enumerate();
        let families: HashMap<_, _> = families.map(|(at, family)| (&family.code, at)).collect();
        let packages = catalogue.bazaar.packages.len();
        let mut arranged = Arranged {
            by_package: vec![Vec::new(); packages],
            by_family: vec![Vec::new(); catalogue.families().len()],
            families_by_package: vec![Vec::new(); packages],
            ..Arranged::default()
        };
        // Which families have goods in which package, so that each is asked once.
        let mut has_goods = vec![vec![false; packages]; catalogue.families().len()];
        for at in &all {
            let line = &catalogue.lines()[*at];
            let package = package_of(catalogue, line);
            if let Some(package) = package {
                arranged.by_package[package].push(*at);
            }
            if let Some(family) = families.get(&line.family) {
                arranged.by_family[*family].push(*at);
                if let Some(package) = package {
                    has_goods[*family][package] = true;
                }
            }
        }
        for (family, packages) in has_goods.iter().enumerate() {
            if arranged.by_family[family].is_empty() {
                continue;
            }
            arranged.families.push(family);
            for (package, has_goods) in packages.iter().enumerate() {
                if *has_goods {
                    arranged.families_by_package[package].push(family);
                }
            }
        }
        arranged.all = all;
        arranged
    }
}

impl Goods {
    /// The goods of a catalogue as listed; they are found once [`Goods::take_index`]
    /// was called, and in their order after [`Goods::take_order`].
    pub fn new(catalogue: &Catalogue) -> Self {
        Goods {
            index: None,
            arranged: Arc::new(Arranged::as_listed(catalogue)),
            marks: None,
            sold: Vec::new(),
            way: Way::Goods,
            package: None,
            query: String::new(),
            answered: String::new(),
            unanswered: false,
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

    /// Takes the order made by [`arrange`], and the marks it was made of.
    /// Sales that were recorded while they were looked up count all the same.
    pub fn take_order(&mut self, arranged: Arc<Arranged>, mut marks: Marks) {
        self.arranged = arranged;
        self.sold.retain(|sold| !marks.stock.knows(sold));
        for sold in &self.sold {
            marks.stock.follow(sold);
        }
        self.marks = Some(marks);
    }

    /// Takes the goods of a sale off what is left.
    pub fn follow(&mut self, sale: &Recorded<Sale>) {
        let sold = SoldSince::of(sale);
        if let Some(marks) = &mut self.marks {
            marks.stock.follow(&sold);
        }
        self.sold.push(sold);
    }

    /// What is left of goods that were handed in.
    pub fn left_of(&self, sku: &Sku) -> Option<Left> {
        self.marks.as_ref()?.stock.of(sku)
    }

    /// The marks on the goods.
    pub fn marks(&self) -> Option<&Marks> {
        self.marks.as_ref()
    }

    /// What is on the shelf, unless families are.
    pub fn shown(&self) -> &[usize] {
        if self.is_searching() {
            return &self.found;
        }
        match (self.way, self.package) {
            (Way::Family(family), _) => &self.arranged.by_family[family],
            (_, Some(package)) => &self.arranged.by_package[package],
            (_, None) => &self.arranged.all,
        }
    }

    /// The families on the shelf, while the way goes through them.
    pub fn families(&self) -> Option<&[usize]> {
        if self.is_searching() || self.way != Way::Families {
            return None;
        }
        Some(match self.package {
            Some(package) => &self.arranged.families_by_package[package],
            None => &self.arranged.families,
        })
    }

    /// How many product lines a family has.
    pub fn count_of(&self, family: usize) -> usize {
        self.arranged.by_family[family].len()
    }

    /// The way into the goods.
    pub fn way(&self) -> Way {
        self.way
    }

    /// Takes another way into the goods.
    pub fn go(&mut self, way: Way) {
        self.way = way;
        self.search(String::new());
    }

    /// The package that is shown; all of them if none is named.
    pub fn package(&self) -> Option<usize> {
        self.package
    }

    /// Whether the shelf shows what was found.
    pub fn is_searching(&self) -> bool {
        !self.answered.is_empty()
    }

    pub fn query(&self) -> &str {
        &self.query
    }

    /// Shows a package, of its families while the way goes through them; all of
    /// them shows the goods themselves.
    pub fn show(&mut self, package: Option<usize>) {
        if package.is_none() {
            self.way = Way::Goods;
        }
        self.package = package;
        self.search(String::new());
    }

    /// Takes what was typed. What it finds comes to the shelf with
    /// [`Goods::take_found`]; nothing typed shows the package again at once.
    pub fn search(&mut self, query: String) {
        self.query = query;
        self.unanswered = !self.query.trim().is_empty();
        if !self.unanswered {
            self.answered.clear();
            self.found.clear();
            self.showing += 1;
        }
    }

    /// The search still to be made, once: it looks at every name and is not for the
    /// window's thread.
    pub fn question(&mut self) -> Option<impl FnOnce() -> Found + Send + use<>> {
        let index = self.index.clone().filter(|_| self.unanswered)?;
        self.unanswered = false;
        let query = self.query.clone();
        Some(move || {
            let found = index.find(&query, MOST_FOUND).into_iter();
            let goods = found.map(|(at, _)| at).collect();
            Found { query, goods }
        })
    }

    /// Puts what was found on the shelf, unless something else was typed meanwhile.
    pub fn take_found(&mut self, found: Found) {
        if found.query == self.query {
            self.answered = found.query;
            self.found = found.goods;
            self.showing += 1;
        }
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
