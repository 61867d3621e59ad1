//! What selling looks like: search, packages and tiles beside the ticket.

use std::borrow::Cow;

use chrono::NaiveDate;
use iced::advanced::widget::Id;
use iced::widget::{Space, Stack, column, container};
use iced::{Fill, Length, Shrink};

use super::goods::{Way, package_of};
use super::goods_sheet::Hindrance;
use super::sheet::Opening;
use super::{Message, Sell, Stage, pay};
use crate::app::context::Context;
use crate::app::screen::frame::{family_name, in_one_piece};
use crate::app::theme::{Element, Press, Tone, grown, space, target, type_size};
use crate::app::widget::{
    Dir, Icon, PHOTO_TILE_HEIGHT, TILE_HEIGHT, Tab, Tile, TilePhoto, badge, button, divider, empty,
    fresh, hold, icon_button, input, named, scroll, shelf, tabs, tile,
};
use crate::domain::family::{ProductLine, Unit};
use crate::domain::money::Quantity;
use crate::services::pictures::Album;
use crate::tr;

/// How many days before its date goods are pointed out.
const SOON: i64 = 2;
/// From how many on what is left of goods is pointed out.
const FEW: Quantity = Quantity::units(3);
/// The width of the ticket beside the shelf, and beside a wide one.
const TICKET_WIDTH: f32 = 400.0;
const WIDE_TICKET_WIDTH: f32 = 500.0;
/// A window from this width on is a wide one.
const WIDE: f32 = 1600.0;
/// A window narrower than this one has no room to spare beside the ticket.
const NARROW: f32 = 1200.0;

fn is_narrow(context: &Context) -> bool {
    context.window.width < NARROW
}

/// Whether goods stand on the shelf with their photographs.
fn shows_photos(context: &Context) -> bool {
    !context.display.plain_shelf && context.photos.any(Album::Goods)
}

fn photo_of(context: &Context, line: &ProductLine) -> TilePhoto {
    match context.photos.find(Album::Goods, line.sku.as_str()) {
        Some(photo) => TilePhoto::Photo(photo),
        None => TilePhoto::Missing,
    }
}

impl Sell {
    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let dir = context.dir;
        let side: Element<'_, Message> = match &self.stage {
            Stage::Paying(pay) if !pay.is_direct() => pay.view(context).map(Message::Paying),
            _ => self.shelf(context),
        };
        let ticket = container(self.ticket(context));
        let side = container(side).width(Fill);
        // Beside the ticket a narrow window has no room for twelve keys in a row.
        let under = match is_narrow(context) {
            true => self.keyboard(context),
            false => Space::new().into(),
        };
        if context.is_upright() {
            let side = side.height(Length::FillPortion(3));
            let ticket = ticket.width(Fill).height(Length::FillPortion(2));
            return column![side, divider(), ticket, under].into();
        }
        let width = match context.window.width >= WIDE {
            true => WIDE_TICKET_WIDTH,
            false => grown(TICKET_WIDTH),
        };
        let ticket = ticket.width(width).height(Fill);
        let counter = dir.row([side.height(Fill).into(), ticket.into()]);
        column![counter.spacing(0).height(Fill), under].into()
    }

    /// What lies over the counter, and over everything else in the window.
    pub fn over(&self, context: &Context) -> Option<Element<'_, Message>> {
        if let Stage::Paying(pay) = &self.stage
            && let Some(approving) = pay.approving()
        {
            let wrap = |message| Message::Paying(pay::Message::Approving(message));
            return Some(approving.over(context, super::sheet::nothing(), wrap));
        }
        self.goods_over(context)
            .or_else(|| self.sheet_over(context))
    }

    fn shelf(&self, context: &Context) -> Element<'_, Message> {
        let ways = match self.goods.way() {
            Way::Family(family) => self.family_head(context, family),
            Way::Goods | Way::Families => self.packages(context),
        };
        let head = column![self.search_field(context), ways].spacing(space::M);
        // The ring of a tile that has the focus needs the room beside it.
        let head = container(head).padding(context.dir.padding(0.0, space::XS, space::XS));
        let goods: Element<'_, Message> = match (self.goods.families(), self.goods.shown()) {
            (Some([]), _) | (None, []) => self.nothing_found(context),
            (Some(families), _) => self.family_tiles(context, families),
            (None, _) => self.tiles(context),
        };
        let page = column![head, goods]
            .spacing(space::M)
            .padding(iced::Padding {
                top: space::L,
                bottom: 0.0,
                ..iced::Padding::new(space::L - space::XS)
            });
        let page = container(page).width(Fill).height(Fill);
        let keyboard = match is_narrow(context) {
            true => Space::new().into(),
            false => self.keyboard(context),
        };
        // Always a column, so that the field keeps its focus when the keyboard comes.
        column![page, keyboard].into()
    }

    /// The keyboard of the screen, while goods are looked for with it.
    fn keyboard(&self, context: &Context) -> Element<'_, Message> {
        match &self.keyboard {
            None => Space::new().into(),
            Some(keyboard) => {
                let done = tr!(context.texts, "desk-keyboard-done");
                keyboard.view(done, Message::Keyboard)
            }
        }
    }

    fn search_field(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let query = self.goods.query();
        let field = input(
            dir,
            "search",
            &tr!(texts, "app-sell-search"),
            query,
            Message::Query,
        )
        .icon(Icon::Search)
        .on_touch(Message::Write);
        let (symbol, message, id) = match query.is_empty() {
            true => (Icon::Keyboard, Message::Write, "search-keyboard"),
            false => (Icon::Close, Message::Query(String::new()), "search-clear"),
        };
        let key = icon_button(symbol, Press::Quiet, Some(message));
        let key = container(named(key, Some(id.into()), Length::Shrink))
            .width(Fill)
            .align_x(dir.end());
        // The key lies on the end of the field, so that the field keeps its place and
        // its focus.
        Stack::with_children([field.into(), key.into()]).into()
    }

    fn packages(&self, context: &Context) -> Element<'_, Message> {
        let texts = context.texts;
        let shown = (!self.goods.is_searching()).then_some(self.goods.package());
        let through_families = self.goods.way() == Way::Families;
        let all = Tab {
            text: tr!(texts, "app-sell-all").into(),
            icon: None,
            tone: Tone::Primary,
            shown: shown == Some(None) && !through_families,
            on_press: Message::Package(None),
        };
        let packages = context.catalogue.bazaar.packages.iter().enumerate();
        let packages = packages.map(|(at, package)| Tab {
            text: texts.name(&package.name).to_owned().into(),
            icon: None,
            tone: Tone::Package(at),
            shown: shown == Some(Some(at)),
            on_press: Message::Package(Some(at)),
        });
        let dir = context.dir;
        let strip = tabs(dir, [all].into_iter().chain(packages));
        let other = match through_families {
            true => Way::Goods,
            false => Way::Families,
        };
        let families = button(dir, tr!(texts, "app-sell-families"))
            .kind(Press::Tab(through_families, Tone::Primary))
            .icon(Icon::People)
            .on_press(Message::Way(other))
            .id("families");
        dir.row([
            dir.at_start(container(strip).width(Shrink)),
            families.into(),
        ])
        .into()
    }

    /// Whose goods are on the shelf, and the way back to the families.
    fn family_head(&self, context: &Context, family: usize) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let open = button(dir, tr!(texts, "app-sell-open-line"))
            .icon(Icon::Tag)
            .on_press(Message::OpenSheet(Opening::OpenLine(family)))
            .id("open-line");
        let family = &context.catalogue.families()[family];
        let back = button(dir, tr!(texts, "app-sell-families"))
            .icon(Icon::back(dir))
            .on_press(Message::Way(Way::Families))
            .id("family-back");
        let name = dir
            .label(texts.name(&family.name).to_owned())
            .size(type_size::STRONG)
            .bold()
            .fill()
            .lines(1);
        let code = badge(dir, in_one_piece(&family.code), Tone::Neutral);
        dir.row([back.into(), name.into(), code, open.into()])
            .into()
    }

    fn family_tiles<'a>(
        &'a self,
        context: &Context,
        families: &'a [usize],
    ) -> Element<'a, Message> {
        let dir = context.dir;
        let known = context.clone();
        let make = move |at: usize| self.family_tile(&known, families[at]);
        self.on_shelf(dir, TILE_HEIGHT, families.len(), make)
    }

    fn family_tile<'a>(&self, context: &Context, at: usize) -> Element<'a, Message> {
        let texts = context.texts;
        let family = &context.catalogue.families()[at];
        let package = family.packages.first();
        let package = package.and_then(|code| {
            let mut packages = context.catalogue.bazaar.packages.iter();
            packages.position(|package| &package.code == code)
        });
        let parts = Tile {
            name: texts.name(&family.name).to_owned().into(),
            family: in_one_piece(&family.code).into(),
            price: tr!(texts, "count-lines", count = self.goods.count_of(at)).into(),
            unit: None,
            package: package.unwrap_or_default(),
            left: None,
            photo: None,
            count: None,
            unavailable: None,
            mark: None,
            until: None,
            pinned: false,
            id: format!("family-{}", family.code).into(),
        };
        tile(context.dir, parts, Message::Way(Way::Family(at)))
    }

    fn nothing_found(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        match self.goods.is_searching() {
            true => empty(
                dir,
                Icon::Search,
                tr!(texts, "app-sell-nothing-found", query = self.goods.query()),
                tr!(texts, "app-sell-nothing-found-body"),
            ),
            false => empty(
                dir,
                Icon::Package,
                tr!(texts, "app-sell-no-goods"),
                tr!(texts, "app-sell-no-goods-body"),
            ),
        }
    }

    fn tiles(&self, context: &Context) -> Element<'_, Message> {
        let dir = context.dir;
        let shown = self.goods.shown();
        let height = match shows_photos(context) {
            true => PHOTO_TILE_HEIGHT,
            false => TILE_HEIGHT,
        };
        let context = context.clone();
        let make = move |at: usize| self.tile_of(&context, shown[at]);
        self.on_shelf(dir, height, shown.len(), make)
    }

    fn on_shelf<'a>(
        &self,
        dir: Dir,
        height: f32,
        count: usize,
        make: impl Fn(usize) -> Element<'a, Message> + 'a,
    ) -> Element<'a, Message> {
        let tiles = shelf(dir, target::TILE_WIDTH, height, count, make);
        let tiles = container(tiles).padding(iced::Padding {
            bottom: space::L,
            ..dir.padding(space::XS, space::XS, space::M)
        });
        // Other goods begin at the top.
        fresh(self.goods.showing(), scroll::vertical(dir, tiles))
    }

    fn tile_of<'a>(&self, context: &Context, at: usize) -> Element<'a, Message> {
        let texts = context.texts;
        let line = &context.catalogue.lines()[at];
        let family = format!(
            "{} {}",
            in_one_piece(&line.family),
            family_name(context, &line.family)
        );
        let in_ticket = self.basket.quantity_of(&line.sku);
        let price = match line.price {
            Some(price) => context.amount(price),
            None => tr!(texts, "app-sell-open-price"),
        };
        let parts = Tile {
            name: texts.name(&line.name).to_owned().into(),
            family: family.into(),
            price: price.into(),
            unit: self.unit_of(context, line).map(Into::into),
            package: package_of(&context.catalogue, line).unwrap_or_default(),
            left: self.left_on_tile(context, line),
            photo: shows_photos(context).then(|| photo_of(context, line)),
            count: in_ticket
                .is_positive()
                .then(|| texts.quantity(in_ticket).into()),
            unavailable: None,
            mark: self.mark_of(context, line),
            until: self.until_of(context, line),
            pinned: self
                .goods
                .marks()
                .is_some_and(|marks| marks.favourites.contains(&line.sku)),
            id: format!("tile-{}", line.sku).into(),
        };
        hold(
            tile(context.dir, parts, Message::Tile(at)),
            Message::About(at),
        )
    }

    fn mark_of<'a>(&self, context: &Context, line: &ProductLine) -> Option<(Cow<'a, str>, Tone)> {
        let texts = context.texts;
        Some(match self.hindrance(line)? {
            Hindrance::SoldOut => (tr!(texts, "app-sell-mark-sold-out").into(), Tone::Warning),
            Hindrance::Expired => (tr!(texts, "app-sell-mark-expired").into(), Tone::Danger),
        })
    }

    /// Until when goods are good; the last days are pointed out.
    fn until_of<'a>(&self, context: &Context, line: &ProductLine) -> Option<(Cow<'a, str>, Tone)> {
        let (date, marks) = (self.best_before(line)?, self.goods.marks()?);
        let days = (date - marks.today).num_days();
        let tone = match days {
            ..0 => Tone::Danger,
            0..=SOON => Tone::Warning,
            _ => Tone::Neutral,
        };
        Some((context.texts.day_and_month(date).into(), tone))
    }

    /// The date of the next of these goods: that of its batch, or of all of them.
    pub(super) fn best_before(&self, line: &ProductLine) -> Option<NaiveDate> {
        self.batch_date(line).or(line.best_before)
    }

    /// The date of the batch whose turn it is.
    pub(super) fn batch_date(&self, line: &ProductLine) -> Option<NaiveDate> {
        self.goods.left_of(&line.sku)?.best_before
    }

    /// How much is left beside what lies in the ticket; the last few are pointed out.
    pub(super) fn left_of(&self, line: &ProductLine) -> Option<(Quantity, Tone)> {
        let left = self.goods.left_of(&line.sku)?.quantity;
        let left = left - self.basket.quantity_of(&line.sku);
        let tone = match left <= FEW {
            true => Tone::Warning,
            false => Tone::Neutral,
        };
        Some((left, tone))
    }

    fn left_on_tile<'a>(
        &self,
        context: &Context,
        line: &ProductLine,
    ) -> Option<(Cow<'a, str>, Tone, Id)> {
        let texts = context.texts;
        let (left, tone) = self.left_of(line)?;
        // Beside the number in the ticket there is no room for the unit, and it is known.
        let in_ticket = self.basket.quantity_of(&line.sku).is_positive();
        let words = match line.unit {
            unit if in_ticket || unit == Unit::Each => texts.quantity(left),
            unit => texts.quantity_with_unit(left, unit),
        };
        let words = match left.is_zero() {
            true => tr!(texts, "app-sell-none-left"),
            false => tr!(texts, "app-sell-left", left = words),
        };
        Some((words.into(), tone, format!("left-{}", line.sku).into()))
    }

    fn unit_of(&self, context: &Context, line: &ProductLine) -> Option<String> {
        (line.unit != Unit::Each).then(|| context.texts.word(&line.unit))
    }
}
