//! Every part of the design system on three pages, in both languages, written to
//! `target/shots/gallery` to be looked at.

use crate::driver::Driver;
use iced::widget::{Column, column, container};
use iced::{Fill, Task};
use sanduq::app::theme::{Element, Ink, Press, Surface, Tone, space, target, type_size};
use sanduq::app::widget::keyboard::{Keyboard, Touch};
use sanduq::app::widget::keypad::{Corner, Entry, Key, keypad};
use sanduq::app::widget::*;
use sanduq::locale::Digits;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Page {
    Sell,
    Parts,
    Form,
    Dialog,
    Icons,
}

pub struct Gallery {
    pub dir: Dir,
    pub page: Page,
    pub pressed: Vec<&'static str>,
    pub entry: Entry,
    pub query: String,
    pub keyboard: Keyboard,
}

#[derive(Debug, Clone)]
pub enum Message {
    Pressed(&'static str),
    Key(Key),
    Query(String),
    Touch(Touch),
}

impl Gallery {
    pub fn new(dir: Dir, page: Page) -> Self {
        let mut entry = Entry::new(2);
        for key in [
            Key::Digit(1),
            Key::Digit(2),
            Key::Digit(0),
            Key::Point,
            Key::Digit(5),
        ] {
            entry.press(key);
        }
        Self {
            dir,
            page,
            pressed: Vec::new(),
            entry,
            query: String::new(),
            keyboard: Keyboard::new(dir),
        }
    }

    fn say<'a>(&self, arabic: &'a str, english: &'a str) -> &'a str {
        if self.dir.is_rtl() { arabic } else { english }
    }
}

pub fn update(state: &mut Gallery, message: Message) -> Task<Message> {
    match message {
        Message::Pressed(name) => state.pressed.push(name),
        Message::Key(key) => state.entry.press(key),
        Message::Query(text) => state.query = text,
        Message::Touch(touch) => {
            let _ = state.keyboard.touch(touch, &mut state.query);
        }
    }
    Task::none()
}

pub fn driver(dir: Dir, page: Page) -> Driver<Gallery, Message> {
    Driver::new(Gallery::new(dir, page), update, view)
}

fn view(state: &Gallery) -> Element<'_, Message> {
    let page = match state.page {
        Page::Sell | Page::Dialog => sell(state),
        Page::Parts => parts(state),
        Page::Form => form(state),
        Page::Icons => icons(state),
    };
    let ground = container(page)
        .class(Surface::Ground)
        .width(Fill)
        .height(Fill);
    if state.page == Page::Dialog {
        refused(state, ground.into())
    } else {
        ground.into()
    }
}

const GOODS: [(&str, &str, &str, &str, usize); 12] = [
    (
        "معمول التمر",
        "Date maamoul",
        "مطبخ أم سالم",
        "Umm Salem's kitchen",
        0,
    ),
    (
        "كبسة دجاج بالبهارات الحساوية والمكسرات المحمصة",
        "Chicken kabsa with roasted nuts and Hasawi spices",
        "بيت الضيافة",
        "House of welcome",
        0,
    ),
    (
        "عود كمبودي",
        "Cambodian oud",
        "طيب الشارقة",
        "Tib of Sharjah",
        1,
    ),
    (
        "بخور المناسبات",
        "Incense for feasts",
        "طيب الشارقة",
        "Tib of Sharjah",
        1,
    ),
    (
        "عباية مطرزة",
        "Embroidered abaya",
        "أناقة نورة",
        "Noura's elegance",
        2,
    ),
    (
        "سلة خوص كبيرة",
        "Large palm basket",
        "حرفيات البادية",
        "Crafts of the desert",
        3,
    ),
    (
        "قهوة عربية 250 غم",
        "Arabic coffee 250 g",
        "مطبخ أم سالم",
        "Umm Salem's kitchen",
        0,
    ),
    (
        "لوحة ديكوباج",
        "Decoupage panel",
        "مرسم لطيفة",
        "Latifa's studio",
        4,
    ),
    (
        "زعفران",
        "Saffron",
        "بهارات الدار",
        "Spices of the house",
        3,
    ),
    ("شمعة عطرية Vanilla", "Vanilla candle", "ضوء", "Light", 4),
    ("كوكيز", "Cookies", "مخبز حصة", "Hessa's bakery", 0),
    (
        "مسبحة كهرمان",
        "Amber beads",
        "مرسم لطيفة",
        "Latifa's studio",
        2,
    ),
];

fn tiles(state: &Gallery) -> Element<'_, Message> {
    let dir = state.dir;
    let prices = ["12.00", "45.50", "250.00", "35.00", "320.00", "80.00"];
    let card = move |at: usize| {
        let (arabic, english, family, family_english, package) = GOODS[at % GOODS.len()];
        tile(
            dir,
            Tile {
                name: state.say(arabic, english).into(),
                family: state.say(family, family_english).into(),
                price: prices[at % prices.len()].into(),
                unit: (at == 8).then(|| state.say("للكيلو", "per kg").into()),
                package,
                count: (at == 0 || at == 8).then(|| if at == 0 { "3" } else { "0.350" }.into()),
                left: None,
                photo: None,
                unavailable: (at == 5).then(|| state.say("نفد", "sold out").into()),
                mark: None,
                until: None,
                pinned: false,
                id: iced::advanced::widget::Id::new(["tile-0", "tile-1", "tile-other"][at.min(2)]),
            },
            Message::Pressed(["tile-0", "tile-1", "tile-other"][at.min(2)]),
        )
    };
    let grid = container(shelf(dir, target::TILE_WIDTH, TILE_HEIGHT, 24, card))
        .padding(dir.padding(0.0, 0.0, space::M));
    scroll::vertical(dir, grid)
}

fn packages(state: &Gallery) -> Element<'_, Message> {
    let names = [
        ("الكل", "All", None, Tone::Neutral),
        ("أطايب", "Delicacies", Some(Icon::Food), Tone::Package(0)),
        ("طيب", "Perfume", Some(Icon::Perfume), Tone::Package(1)),
        ("أناقة", "Elegance", Some(Icon::Jewel), Tone::Package(2)),
        ("مهرة", "Heritage", Some(Icon::Scroll), Tone::Package(3)),
        ("إبداع", "Creativity", Some(Icon::Palette), Tone::Package(4)),
    ];
    tabs(
        state.dir,
        names
            .into_iter()
            .enumerate()
            .map(|(at, (arabic, english, icon, tone))| Tab {
                text: state.say(arabic, english).into(),
                icon,
                tone,
                shown: at == 1,
                on_press: Message::Pressed("tab"),
            }),
    )
}

fn ticket(state: &Gallery) -> Element<'_, Message> {
    let dir = state.dir;
    let line = |at: usize, count: &'static str, amount: &'static str| {
        let (arabic, english, family, family_english, package) = GOODS[at];
        let names = column![
            dir.label(state.say(arabic, english))
                .medium()
                .fill()
                .lines(1),
            dir.label(state.say(family, family_english))
                .size(type_size::CAPTION)
                .muted()
                .fill()
                .lines(1),
        ];
        let content = dir.row([
            stripe(Tone::Package(package), 44),
            dir.label(count).bold().centre().width(56).into(),
            container(names).width(Fill).into(),
            dir.label(amount).medium().into(),
        ]);
        Element::from(
            pressable(content, Press::Row, Some(Message::Pressed("line")))
                .padding(space::S)
                .width(Fill),
        )
    };
    let lines = column![
        line(0, "3", "36.00"),
        divider(),
        line(1, "1", "45.50"),
        divider(),
        line(8, "0.350", "28.75")
    ];
    let foot = column![
        reckoning(dir, state.say("المجموع", "Subtotal"), "110.25", Ink::Muted),
        reckoning(
            dir,
            state.say("خصم على السلة", "Ticket discount"),
            "7.08",
            Ink::Of(Tone::Warning)
        ),
        dir.row([
            dir.label(state.say("المستحق", "To pay"))
                .size(type_size::STRONG)
                .medium()
                .fill()
                .into(),
            dir.label("103.17").size(type_size::DISPLAY).bold().into(),
        ]),
        button(dir, state.say("دفع", "Pay"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Cash)
            .on_press(Message::Pressed("pay"))
            .id("pay"),
        dir.row([
            button(dir, state.say("تعليق", "Park"))
                .fill()
                .icon(Icon::Pause)
                .on_press(Message::Pressed("park"))
                .into(),
            button(dir, state.say("خصم", "Discount"))
                .fill()
                .icon(Icon::Percent)
                .on_press(Message::Pressed("discount"))
                .into(),
        ]),
    ]
    .spacing(space::M);
    let panel = column![
        dir.between(
            dir.label(state.say("السلة", "Ticket"))
                .size(type_size::TITLE)
                .bold(),
            badge(dir, state.say("3 أصناف", "3 lines"), Tone::Primary),
        ),
        scroll::vertical(dir, lines),
        divider(),
        foot
    ]
    .spacing(space::M);
    container(panel)
        .class(Surface::Panel)
        .padding(space::L)
        .width(400)
        .height(Fill)
        .into()
}

fn sell(state: &Gallery) -> Element<'_, Message> {
    let dir = state.dir;
    let top = bar(
        dir,
        [
            dir.label(state.say("بازار إنتاج 8", "Bazaar Intaj 8"))
                .size(type_size::TITLE)
                .bold()
                .into(),
            badge(dir, state.say("اليوم مفتوح", "Day open"), Tone::Success),
        ],
        [
            button(dir, state.say("مريم", "Mariam"))
                .quiet()
                .icon(Icon::Person)
                .on_press(Message::Pressed("person"))
                .into(),
            icon_button(
                Icon::Language,
                Press::Quiet,
                Some(Message::Pressed("language")),
            )
            .into(),
            icon_button(Icon::More, Press::Quiet, Some(Message::Pressed("more"))).into(),
        ],
    );
    let search = input(
        dir,
        "search",
        state.say("ابحث عن صنف أو امسح الباركود", "Search or scan"),
        &state.query,
        Message::Query,
    )
    .icon(Icon::Search);
    let goods = column![search, packages(state), tiles(state)]
        .spacing(space::M)
        .padding(space::L);
    column![
        top,
        dir.row([goods.into(), ticket(state)])
            .spacing(0)
            .height(Fill)
    ]
    .into()
}

fn parts(state: &Gallery) -> Element<'_, Message> {
    let dir = state.dir;
    let press = Message::Pressed;
    let word = |arabic, english| button(dir, state.say(arabic, english));
    let buttons = dir.row([
        word("فتح الوردية", "Open shift")
            .primary()
            .icon(Icon::Open)
            .on_press(press("p"))
            .into(),
        word("طباعة", "Print")
            .icon(Icon::Printer)
            .on_press(press("s"))
            .into(),
        word("رجوع", "Back")
            .quiet()
            .icon(Icon::back(dir))
            .on_press(press("q"))
            .into(),
        word("حذف", "Remove")
            .danger()
            .icon(Icon::Trash)
            .on_press(press("d"))
            .into(),
        word("لا يمكن", "Not now").primary().into(),
        word("لا يمكن", "Not now").into(),
        chip(
            dir,
            state.say("بطاقة خصم", "Discount card"),
            true,
            press("c"),
        )
        .into(),
        chip(dir, state.say("هدية", "Gift"), false, press("c")).into(),
    ]);
    let change = card(
        column![
            dir.label(state.say("الباقي للعميل", "Change due"))
                .size(type_size::STRONG)
                .muted(),
            dir.label("46.50")
                .size(type_size::HERO)
                .bold()
                .ink(Ink::Solid(Tone::Success)),
            stepper(
                dir,
                "3",
                Some(press("less")),
                Some(press("more")),
                Some(press("value"))
            ),
            pin_dots(2, 4, Tone::Primary),
            progress(dir, 0.62, Tone::Primary),
        ]
        .align_x(iced::Center)
        .spacing(space::L),
    )
    .center_x(Fill);
    let pad = card(
        column![
            well(
                dir.label(state.entry.typed())
                    .size(type_size::DISPLAY)
                    .bold()
                    .at_end()
                    .fill()
            ),
            keypad(
                if dir.is_rtl() {
                    Digits::ArabicIndic
                } else {
                    Digits::Latin
                },
                Corner::Point,
                target::KEY,
                Message::Key
            ),
        ]
        .spacing(space::M),
    )
    .width(340);
    let people = Column::with_children([
        choice(
            dir,
            Icon::Person,
            state.say("مريم الكعبي", "Mariam"),
            state.say("كاشير", "Cashier"),
            true,
            Some(press("m")),
        )
        .into(),
        choice(
            dir,
            Icon::Person,
            state.say("سالم المنصوري", "Salem"),
            state.say("مشرف", "Supervisor"),
            false,
            Some(press("m")),
        )
        .into(),
        notice(
            dir,
            Tone::Warning,
            state.say(
                "الدرج ينقص 0.25 درهم. اكتب السبب قبل الإغلاق.",
                "The drawer is short by AED 0.25. Give a reason before closing.",
            ),
        ),
        notice(
            dir,
            Tone::Danger,
            state.say(
                "لا يمكن إغلاق اليوم: وردية مفتوحة على نقطة البيع 2",
                "The day cannot close: a shift is open on till 2",
            ),
        ),
        notice(dir, Tone::Success, state.say("تمت التسوية", "Settled")),
    ])
    .spacing(space::M);
    let badges =
        dir.row((0..8).map(|at| badge(dir, state.say("باقة", "package"), Tone::Package(at))));
    let types = dir.column([
        dir.label(state.say("كشف حساب الأسرة", "Statement of the family"))
            .size(type_size::HEADING)
            .bold()
            .into(),
        dir.label(state.say(
            "هاتف \u{2066}+971 50 123 4567\u{2069} يوم \u{2066}2025-03-14\u{2069}",
            "Phone +971 50 123 4567, 2025-03-14",
        ))
        .into(),
        dir.label(state.say(
            "طلب A-17 للعميل محمد: 3 × قهوة Nescafé",
            "Order A-17 for \u{2068}محمد\u{2069}: 3 × coffee",
        ))
        .into(),
        dir.label("الحمدُ للهِ، لا إلهَ إلّا الله، ألأسماء ١٢٬٣٤٥٫٥٠")
            .size(type_size::STRONG)
            .into(),
    ]);
    column![
        dir.at_start(buttons),
        dir.row([
            pad.into(),
            container(change).width(Fill).into(),
            container(people).width(360).into()
        ])
        .align_y(iced::Top),
        dir.at_start(badges),
        container(types).width(Fill).align_x(dir.start()),
    ]
    .spacing(space::M)
    .padding(space::L)
    .into()
}

fn form(state: &Gallery) -> Element<'_, Message> {
    let dir = state.dir;
    let long = "أسرة أم عبدالله المنصوري للحلويات الشعبية والبهارات الحساوية والقهوة العربية المختصة في مدينة الشارقة والمناطق المجاورة لها";
    let (first, second) = ("قهوة عربية Pepsi 330", long);
    let field = |id, value: &str| {
        input(
            dir,
            id,
            state.say("اسم العميل", "Name"),
            value,
            Message::Query,
        )
    };
    let fields = column![
        form_field(dir, state.say("الاسم", "Name"), field("name", first), None),
        form_field(
            dir,
            state.say("الأسرة", "Family"),
            field("family", second),
            None
        ),
        form_field(
            dir,
            state.say("السبب", "Reason"),
            field("reason", "").refused(true),
            Some(state.say("اكتب السبب", "A reason is needed").into())
        ),
        form_field(
            dir,
            state.say("بحث", "Search"),
            field("query", &state.query).icon(Icon::Search),
            None
        ),
    ]
    .spacing(space::M)
    .width(560);
    let nothing = empty(
        dir,
        Icon::Basket,
        state.say("السلة فارغة", "The ticket is empty"),
        state.say(
            "المس صنفا لإضافته، أو امسح الباركود",
            "Touch a product line to add it, or scan its barcode",
        ),
    );
    column![
        dir.row([container(fields).padding(space::XL).into(), nothing]),
        state.keyboard.view(state.say("تم", "Done"), Message::Touch),
    ]
    .into()
}

fn refused<'a>(state: &Gallery, base: Element<'a, Message>) -> Element<'a, Message> {
    let dir = state.dir;
    let say =
        |arabic: &'static str, english: &'static str| if dir.is_rtl() { arabic } else { english };
    let content = column![
        dir.label(say(
            "تحذف السلة الحالية وفيها 3 أصناف. يسجَّل الحذف باسمك.",
            "The ticket with 3 lines is voided. The void is recorded under your name."
        ))
        .fill(),
        dir.row([
            button(dir, say("احذف السلة", "Void the ticket"))
                .danger()
                .fill()
                .on_press(Message::Pressed("void"))
                .id("void")
                .into(),
            button(dir, say("رجوع", "Back"))
                .fill()
                .on_press(Message::Pressed("back"))
                .into(),
        ]),
    ]
    .spacing(space::XL);
    let shown = dialog(dir, say("حذف السلة؟", "Void the ticket?"), content)
        .on_close(Message::Pressed("close"))
        .over(base);
    toasts(
        dir,
        shown,
        Lane::default(),
        [
            Toast {
                tone: Tone::Success,
                text: say(
                    "تم البيع رقم \u{2066}1-3-000142\u{2069}",
                    "Sale 1-3-000142 done",
                )
                .into(),
                on_close: Message::Pressed("toast"),
            },
            Toast {
                tone: Tone::Danger,
                text: say(
                    "الطابعة لا تجيب. الإيصال محفوظ وسيطبع لاحقا.",
                    "The printer does not answer. The receipt is kept and will be printed.",
                )
                .into(),
                on_close: Message::Pressed("toast"),
            },
        ],
    )
}

fn icons(state: &Gallery) -> Element<'_, Message> {
    let all = Icon::ALL.iter().map(|&one| {
        let name = state
            .dir
            .label(format!("{one:?}"))
            .size(type_size::CAPTION)
            .muted();
        column![icon(one).size(36.0), name]
            .align_x(iced::Center)
            .into()
    });
    container(state.dir.grid(all, 12)).padding(space::XL).into()
}

#[test]
fn every_part_is_drawn_in_both_languages() {
    for (dir, language) in [(Dir::Rtl, "ar"), (Dir::Ltr, "en")] {
        for page in [
            Page::Sell,
            Page::Parts,
            Page::Form,
            Page::Dialog,
            Page::Icons,
        ] {
            let mut gallery = driver(dir, page);
            let name = format!("{page:?}").to_lowercase();
            let path = gallery.shot(&format!("gallery/{language}-{name}"));
            let picture = image::open(&path).expect("it was just written").to_rgba8();
            let colours = picture
                .pixels()
                .map(|pixel| pixel.0)
                .collect::<std::collections::HashSet<_>>();
            assert!(
                colours.len() > 20,
                "{} shows next to nothing",
                path.display()
            );
        }
        let mut small = driver(dir, Page::Sell);
        small.resize(1024.0, 768.0);
        small.shot(&format!("gallery/{language}-sell-1024"));
    }
}
