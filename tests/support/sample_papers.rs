//! Papers that try the typesetter: everything a receipt of this trade can hold,
//! in both directions. They are not the trade's own papers.

use std::sync::Arc;

use sanduq::print::dither::Grey;
use sanduq::print::{
    Align, Bitmap, Cell, Column, Direction, Document, Gap, Row, Rule, Table, Text,
};

/// A round grey logo, dark in its middle.
pub fn logo(width: usize) -> Arc<Bitmap> {
    let height = width / 2;
    let mut levels = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let across = (2 * x) as f32 / width as f32 - 1.0;
            let down = (2 * y) as f32 / height as f32 - 1.0;
            let distance = (across * across + down * down).sqrt();
            levels.push((distance * 255.0).min(255.0) as u8);
        }
    }
    Arc::new(Grey::new(width, height, levels).dithered())
}

/// Twenty lines in two languages, with a logo and a QR code.
pub fn bilingual_receipt() -> Document {
    let mut paper = Document::new(Direction::RightToLeft);
    paper.image(logo(160), Align::Centre).space(Gap::Small);
    paper.title("بازار إنتاج الثامن");
    paper.text(
        Text::new("Bazaar Intaj, 8th edition")
            .centre()
            .direction(Direction::LeftToRight),
    );
    paper.text(Text::new("مركز الشارقة للأسر المنتجة").centre());
    paper.space(Gap::Small);
    paper.field("رقم الفاتورة", "\u{2066}01-02-000123\u{2069}");
    paper.field(
        "التاريخ",
        "١٥ شعبان ١٤٣٩ هـ، \u{2066}2018-05-01 19:42\u{2069}",
    );
    paper.field("البائعة", "فاطمة الزهراء بنت عبد الله آل علي");
    let columns = [
        Column::words("الصنف"),
        Column::figures("كمية"),
        Column::figures("السعر"),
        Column::figures("المبلغ"),
    ];
    let mut table = Table::new(columns);
    for (index, (arabic, english)) in GOODS.iter().enumerate() {
        let (quantity, price) = (index % 4 + 1, 525 + index * 137);
        let cells = [
            arabic.to_string(),
            quantity.to_string(),
            minor(price),
            minor(price * quantity),
        ];
        table.push(
            Row::new(cells).note_text(
                Text::new(*english)
                    .small()
                    .direction(Direction::LeftToRight),
            ),
        );
    }
    paper.table(table).rule(Rule::Dashed);
    paper
        .pair("المجموع", "1,049.20")
        .pair("خصم البطاقة 10%", "104.92")
        .pair("تقريب نقدي", "0.03");
    paper
        .total("المطلوب (د.إ)", "944.25")
        .pair("نقداً", "1,000.00")
        .pair("الباقي", "55.75");
    paper.rule(Rule::Double);
    paper.text(Text::new("شكراً لدعمكم الأسر المنتجة").centre().bold());
    paper.text(
        Text::new("Thank you for supporting productive families")
            .centre()
            .small()
            .direction(Direction::LeftToRight),
    );
    paper
        .qr("https://bazaar.example/r/01-02-000123")
        .expect("short enough");
    paper
}

const GOODS: [(&str, &str); 20] = [
    ("قهوة عربية بالهيل", "Arabic coffee with cardamom"),
    ("دهن عود كمبودي 3 مل", "Cambodian oud oil 3 ml"),
    ("بخور معمول", "Maamoul incense"),
    ("عباية مطرزة يدوياً", "Hand-embroidered abaya"),
    ("لقيمات بالدبس", "Luqaimat with date syrup"),
    ("خبز رقاق", "Regag bread"),
    ("بزار إماراتي 250 جم", "Emirati spice mix 250 g"),
    ("سلة سعف النخيل", "Palm frond basket"),
    ("حناء طبيعية", "Natural henna"),
    ("عسل سدر", "Sidr honey"),
    ("مخلل ليمون", "Pickled lemons"),
    ("كعك بالتمر", "Date biscuits"),
    ("صابون زيت الزيتون", "Olive oil soap"),
    ("مدخن فخار", "Clay incense burner"),
    ("شيلة قطن", "Cotton shayla"),
    ("سمن بلدي", "Local ghee"),
    ("هريس لحم", "Meat harees"),
    ("دلة نحاس", "Brass coffee pot"),
    ("مسباح عقيق", "Agate prayer beads"),
    ("تمر خلاص 1 كجم", "Khalas dates 1 kg"),
];

fn minor(amount: usize) -> String {
    let (whole, coins) = (amount / 100, amount % 100);
    if whole >= 1_000 {
        format!("{},{:03}.{coins:02}", whole / 1_000, whole % 1_000)
    } else {
        format!("{whole}.{coins:02}")
    }
}

/// Marks, ligatures, both digit sets, mixed scripts, isolates and edges.
pub fn script_trials() -> Document {
    let mut paper = Document::new(Direction::RightToLeft);
    paper.banner("نسخة / COPY");
    paper.heading("الحركات واللام ألف");
    paper.text("بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ، الحَمْدُ لِلَّهِ رَبِّ العالَمِين");
    paper.text("لا لأ لإ لآ سلام الأسرة بلاد كلا ولا الآن الإمارات");
    paper.heading("الأرقام");
    paper.text("٠١٢٣٤٥٦٧٨٩ و 0123456789");
    let mut digits = Table::new([
        Column::words("الخط"),
        Column::figures("بالعربية"),
        Column::figures("باللاتينية"),
    ]);
    digits.push(Row::new(["ألف", "١٠٬٩٧٢٫١٨", "10,972.18"]));
    digits.push(Row::new(["واحد", "١٫١١", "1.11"]).bold());
    digits.push(Row::new(["صفر", "٠٫٠٠", "0.00"]));
    paper.table(digits);
    paper.rule(Rule::Thin).heading("نص مختلط");
    paper.text("ماء ورد \u{2066}500 ml\u{2069} من Rose & Co. (الرياض)، هاتف \u{2066}+966 50 123 4567\u{2069}.");
    paper.text("ضريبة القيمة المضافة 15% على \u{2067}دهن العود\u{2069} بسعر \u{2066}SAR 1,250.00\u{2069} فقط!");
    paper.text(
        Text::new("An English line quoting «\u{2067}صُنع في الشارقة\u{2069}» and 3 × 8.00 = 24.00.")
            .direction(Direction::LeftToRight),
    );
    paper.rule(Rule::Thick);
    paper.text(Text::new("كلمةطويلةجداًلاتتسعلهاأيورقةحراريةمهماكانعرضهاولاينبغيأنتخرجعنها").bold());
    paper.text("https://bazaar.example/a/very/long/address/thatneverendsbecausenobodyshortenedit?receipt=01-02-000123");
    paper.text("12345678901234567890123456789012345678901234567890");
    paper.rule(Rule::Double);
    paper
        .text(Text::new("في الوسط").centre())
        .text(Text::new("في النهاية").end());
    paper.text(Text::new("سطر\nوسطر تحته").small());
    paper.text(Text::new("A-17").huge().bold().centre());
    paper.signature("توقيع المستلم");
    paper
}

/// Rows whose figures leave little or no room for words.
pub fn crowded_tables() -> Document {
    let mut paper = Document::new(Direction::RightToLeft);
    paper.pair(
        "المبلغ المستحق للأسرة بعد خصم العمولة والرسوم والسلف",
        "1,234,567,890.123",
    );
    paper
        .pair("العمولة", "1.000")
        .total("الصافي", "1,234,567,889.123");
    paper.rule(Rule::Thin);
    let columns = ["المبيعات", "المرتجع", "العمولة", "الصافي"].map(Column::figures);
    let mut table = Table::new([Column::words("الأسرة")].into_iter().chain(columns));
    table.push(Row::new([
        "أسرة أم عبد الرحمن القحطاني",
        "1,153.000",
        "12.500",
        "115.300",
        "1,025.200",
    ]));
    table.push(Row::new(["أسرة البركة", "98.250", "0.000", "9.825", "88.425"]).bold());
    paper.table(table).rule(Rule::Thick);
    let figures = ["أ", "ب", "ج", "د", "هـ"].map(Column::figures);
    let mut table = Table::new([Column::words("")].into_iter().chain(figures));
    let million = "12,345,678.900";
    table.push(Row::new([
        "مجموع البازار كله",
        million,
        million,
        million,
        million,
        million,
    ]));
    paper.table(table).rule(Rule::Dashed);
    paper.pair(
        Cell::new("Digits"),
        "123456789012345678901234567890123456789012345678901234567890",
    );
    paper
}

/// An English paper of two sheets.
pub fn english_slip() -> Document {
    let mut paper = Document::new(Direction::LeftToRight);
    paper
        .title("Payout slip")
        .text(Text::new("Family F05, Umm Saif's Kitchen").centre());
    paper.field("Paid by", "Maryam").field(
        "Received by",
        "Umm Saif, represented by her son Abdullah al-Mansoori",
    );
    paper
        .pair("Net sales", "137.50")
        .pair("Commission 10%", "13.75")
        .total("Paid", "123.75");
    paper.signature("Signature").cut();
    paper
        .heading("Arabic name")
        .text(Text::new("مطبخ أم سيف").direction(Direction::RightToLeft));
    let mut table = Table::new([
        Column::words("Code"),
        Column::words("Goods").share(3),
        Column::figures("Left"),
    ]);
    table.push(Row::new([
        "F05-001",
        "Regag bread with cheese and honey, family size",
        "12",
    ]));
    table.push(Row::new(["F05-002", "خبز رقاق", "3.250"]).note("returned today"));
    paper.table(table);
    paper
}
