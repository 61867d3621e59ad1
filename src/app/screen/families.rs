//! Finding a family by name or code: the field, the list below it, a row of it. What
//! stands at the end of a row is its screen's business.

use iced::Fill;
use iced::widget::container;

use crate::app::context::Context;
use crate::app::screen::frame::{choosable, family_name, in_one_piece, rows, titled};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Surface, Tone, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, empty, input, notice, scroll};
use crate::domain::catalogue::Catalogue;
use crate::domain::check_digit::{self, Standing};
use crate::domain::family::{Licence, LicenceStanding};
use crate::domain::id::FamilyCode;
use crate::locale::normalise::fold_digits;
use crate::locale::search::{SearchIndex, Searchable};
use crate::tr;

/// More families than any bazaar has.
const MOST: usize = 5_000;

/// The families of the catalogue, and which of them are asked for.
#[derive(Debug)]
pub struct FamilySearch {
    codes: Vec<FamilyCode>,
    index: SearchIndex<usize>,
    pub query: String,
    pub writing: Writing<()>,
}

impl FamilySearch {
    pub fn new(context: &Context) -> Self {
        FamilySearch::among(&context.catalogue, context)
    }

    /// The families of a catalogue the other screens may not know yet.
    pub fn among(catalogue: &Catalogue, context: &Context) -> Self {
        let families = catalogue.families();
        let names: Vec<[&str; 2]> = families
            .iter()
            .map(|family| [family.name.arabic(), family.name.english()])
            .collect();
        let codes: Vec<[&str; 1]> = families
            .iter()
            .map(|family| [family.code.as_str()])
            .collect();
        let searchable = names.iter().zip(&codes).enumerate();
        FamilySearch {
            codes: families.iter().map(|family| family.code.clone()).collect(),
            index: SearchIndex::new(searchable.map(|(id, (names, codes))| Searchable {
                id,
                names,
                codes,
            })),
            query: String::new(),
            writing: Writing::new(context),
        }
    }

    pub fn code(&self, at: usize) -> &FamilyCode {
        &self.codes[at]
    }

    /// The families asked for, by their place in the catalogue; all of them where
    /// nothing is.
    pub fn found(&self) -> Vec<usize> {
        if self.query.trim().is_empty() {
            return (0..self.codes.len()).collect();
        }
        let found = self.index.find(&self.query, MOST).into_iter();
        found.map(|(at, _)| at).collect()
    }

    pub fn touch(&mut self, touch: Touch) {
        self.writing.touch(touch, &mut self.query);
    }

    /// The keyboard over a page while it is wanted.
    pub fn over<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        page: Element<'a, M>,
        wrap: impl Fn(Touch) -> M + 'a,
    ) -> Element<'a, M> {
        let caption = tr!(context.texts, "desk-search-families");
        self.writing.over(context, page, caption, &self.query, wrap)
    }

    /// The list of those asked for, a row each.
    pub fn list<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        row: impl Fn(usize) -> Element<'a, M>,
    ) -> Element<'a, M> {
        let found = self.found();
        let list = (!found.is_empty()).then(|| rows(found.into_iter().map(row)).into());
        family_list(context, &self.query, list)
    }

    pub fn field<'a, M: Clone + 'a>(
        &'a self,
        context: &Context,
        on_query: impl Fn(String) -> M + 'a,
        on_touch: M,
    ) -> Element<'a, M> {
        let hint = tr!(context.texts, "desk-search-families");
        input(context.dir, "search-families", &hint, &self.query, on_query)
            .icon(Icon::Search)
            .on_touch(on_touch)
            .into()
    }
}

/// How a licence stands today.
pub fn licence_standing(context: &Context, licence: &Licence) -> LicenceStanding {
    let bazaar = &context.catalogue.bazaar;
    let now = context.till.moments().now(&bazaar.time_zone);
    licence.standing(bazaar.trading_date(now))
}

pub fn licence_tone(standing: LicenceStanding) -> Tone {
    match standing {
        LicenceStanding::Expired { .. } => Tone::Danger,
        LicenceStanding::Soon { .. } | LicenceStanding::Good => Tone::Warning,
    }
}

/// That a licence ends soon or has ended.
pub fn licence_warning<'a, M: 'a>(context: &Context, licence: &Licence) -> Option<Element<'a, M>> {
    let standing = licence_standing(context, licence);
    let said = tr!(
        context.texts,
        "desk-goods-licence",
        number = in_one_piece(&licence.number),
        standing = context.texts.licence_warning(standing)?
    );
    Some(notice(context.dir, licence_tone(standing), said))
}

/// Rows below one another in a card; without any, that there is no such family, or
/// that its code was mistyped.
pub fn family_list<'a, M: Clone + 'a>(
    context: &Context,
    query: &str,
    rows: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let (dir, texts) = (context.dir, context.texts);
    let code = fold_digits(query.trim());
    let mistyped = check_digit::standing(&code) == Standing::Wrong;
    let list: Element<'a, M> = match rows {
        None if mistyped && context.catalogue.bazaar.check_digits => empty(
            dir,
            Icon::Warning,
            tr!(texts, "desk-family-mistyped"),
            tr!(texts, "desk-family-mistyped-hint"),
        ),
        None => empty(
            dir,
            Icon::People,
            tr!(texts, "desk-no-families"),
            tr!(texts, "desk-no-families-hint"),
        ),
        Some(rows) => scroll::vertical(dir, rows),
    };
    container(list)
        .class(Surface::Card)
        .padding(space::S)
        .width(Fill)
        .height(Fill)
        .into()
}

/// The row of a family, and what stands at its end.
pub fn family_row<'a, M: Clone + 'a>(
    context: &Context,
    code: &FamilyCode,
    end: Option<Element<'a, M>>,
    chosen: bool,
    message: M,
) -> Element<'a, M> {
    let name = family_name(context, code);
    let words = titled(context.dir, name, in_one_piece(code));
    let parts = [words].into_iter().chain(end);
    choosable(context, parts, chosen, message, format!("family-{code}"))
}
