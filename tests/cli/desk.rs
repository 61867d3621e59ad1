//! A till in a temporary folder and the real program run on it.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub const TERMS: &str = r#"
schema = 1
[bazaar]
code = "STORY1"
name_ar = "بازار الحكاية"
name_en = "Story Bazaar"
organiser_ar = "مركز الحكاية"
organiser_en = "Story Centre"
currency = "AED"
time_zone = "Asia/Dubai"
cut_off = "04:00"
[discounts]
cashier_limit_percent = "10"
[drawer]
over_short_reason_above = "5.00"
[orders]
deposit_percent = "30"
kept_deposit_goes_to = "family"
[[packages]]
code = "FOOD"
name_ar = "أطايب"
name_en = "Food"
[[packages]]
code = "CRAFT"
name_ar = "إبداع"
name_en = "Crafts"
[[sites]]
code = "HALL"
name_ar = "القاعة"
[[tills]]
code = "T1"
site = "HALL"
name_ar = "الكاونتر الأول"
[[staff]]
code = "amal"
name_ar = "أمل"
role = "cashier"
[[staff]]
code = "badr"
name_ar = "بدر"
role = "supervisor"
[[staff]]
code = "huda"
name_ar = "هدى"
role = "organiser"
[commission]
percent = "10"
"#;

const FAMILIES: &str = "\
code,name_ar,name_en,package,commission
F03,مخبز الفريج,Fareej Bakery,FOOD,
F05,عطور الريحان,Rayhan Perfumes,CRAFT,
F06,دلة المجلس,Majlis Coffee,FOOD,
F10,بهارات السوق,Souq Spices,FOOD,
F11,عود ودخون,Oud and Dukhoon,CRAFT,12.5
F20,ورشة الألوان,Colours Workshop,CRAFT,
";

const LINES: &str = "\
sku,family_code,name_ar,name_en,unit,unit_price,barcode,package,made_to_order
F03-01,F03,خبز رقاق,Regag bread,each,5.25,,FOOD,
F05-01,F05,مسك,Musk,each,22.50,6290000000017,CRAFT,
F05-02,F05,دهن عود,Oud oil,each,130.00,,CRAFT,
F06-01,F06,قهوة عربية,Arabic coffee,each,8.00,,FOOD,
F10-01,F10,زعفران,Saffron blend,kg,82.15,,FOOD,
F11-01,F11,دخون,Dukhoon,each,55.00,,CRAFT,
F20-01,F20,صندوق ديكوباج,Decoupage box,each,160.00,,CRAFT,yes
";

/// What a command answered.
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("answers are UTF-8");
        Answer {
            code: output.status.code().expect("no signal ended it"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self.out
    }

    #[track_caller]
    pub fn json(self) -> Value {
        let out = self.done();
        serde_json::from_str(&out).unwrap_or_else(|why| panic!("{why}: {out}"))
    }

    /// Ended with `code`, saying `words` on the standard error.
    #[track_caller]
    pub fn failed(self, code: i32, words: &str) {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert!(
            self.err.contains(words),
            "{:?} is not in {:?}",
            words,
            self.err
        );
        assert_eq!(self.out, "", "what is refused answers nothing");
    }
}

/// The folder of a till, and nobody's environment.
pub struct Desk {
    pub folder: TempDir,
}

impl Desk {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Desk {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A bazaar with staff, PINs, families and goods.
    pub fn set_up() -> Self {
        let desk = Desk::empty();
        desk.file("bazaar.toml", TERMS);
        desk.run("setup bazaar.toml --pin 300300").done();
        for (staff, pin) in [("amal", "1111"), ("badr", "200200")] {
            desk.run(&format!(
                "pin {staff} --new {pin} --staff huda --pin 300300"
            ))
            .done();
        }
        desk.file("families.csv", FAMILIES);
        desk.file("lines.csv", LINES);
        desk.huda("import families families.csv").done();
        desk.huda("import lines lines.csv").done();
        desk
    }

    /// A bazaar whose day and shift are open.
    pub fn trading() -> Self {
        let desk = Desk::set_up();
        desk.badr("day open --day 2026-11-26").done();
        desk.amal("shift open --float 200").done();
        desk
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// Runs the words of a command in the folder.
    pub fn run(&self, words: &str) -> Answer {
        self.with_input(words, "")
    }

    pub fn amal(&self, words: &str) -> Answer {
        self.run(&format!("{words} --staff amal --pin 1111"))
    }

    pub fn badr(&self, words: &str) -> Answer {
        self.run(&format!("{words} --staff badr --pin 200200"))
    }

    pub fn huda(&self, words: &str) -> Answer {
        self.run(&format!("{words} --staff huda --pin 300300"))
    }

    /// Sells a ticket as the cashier.
    pub fn sell(&self, ticket: &str) -> Answer {
        self.with_input("sell --json --staff amal --pin 1111", ticket)
    }

    pub fn with_input(&self, words: &str, input: &str) -> Answer {
        let arguments: Vec<&str> = words.split_whitespace().collect();
        self.command(&arguments, &[], input)
    }

    pub fn command(&self, arguments: &[&str], environment: &[(&str, &str)], input: &str) -> Answer {
        let mut command = program(self.folder.path());
        command
            .args(arguments)
            .env("SANDUQ_DATA", self.path("data"));
        for (name, value) in environment {
            command.env(name, value);
        }
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that refuses its arguments does not read its input.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Answer::of(child.wait_with_output().unwrap())
    }
}

/// The program, with nothing of this machine's environment that it looks at.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sanduq"));
    command.current_dir(folder);
    for name in [
        "LANG",
        "LC_ALL",
        "LC_MESSAGES",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "SANDUQ_STAFF",
        "SANDUQ_PIN",
        "SANDUQ_APPROVER",
        "SANDUQ_APPROVER_PIN",
        "SANDUQ_NEW_PIN",
    ] {
        command.env_remove(name);
    }
    command
}
