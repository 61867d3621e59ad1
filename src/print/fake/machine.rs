//! The printer: a bounded buffer, a head that takes its time, paper, and what
//! it says about itself.

use std::collections::VecDeque;

use super::command::{Command, read};
use super::fault::{Fault, FaultKind};
use crate::print::bitmap::Bitmap;

/// What a printer is like while nothing is wrong with it.
#[derive(Clone, Copy, Debug)]
pub struct Make {
    /// Bytes across the paper.
    pub stride: usize,
    pub rows_per_s: u64,
    pub buffer_bytes: usize,
    /// Whether it answers `DLE EOT`, `GS a` and `GS r`.
    pub tells_status: bool,
    /// Whether it answers `GS ( H`.
    pub confirms: bool,
}

impl Default for Make {
    fn default() -> Self {
        Self {
            stride: 72,
            rows_per_s: 1_600,
            buffer_bytes: 4_096,
            tells_status: true,
            confirms: true,
        }
    }
}

/// What lies in the tray: rows up to a cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub rows: Vec<Vec<u8>>,
}

impl Sheet {
    /// The rows as dots.
    pub fn bitmap(&self, stride: usize) -> Bitmap {
        let mut data = Vec::with_capacity(stride * self.rows.len());
        for row in &self.rows {
            let mut row = row.clone();
            row.resize(stride, 0);
            data.extend(row);
        }
        Bitmap::from_data(stride * 8, self.rows.len(), data).expect("every row has its bytes")
    }
}

/// What the head is in the middle of.
enum Doing {
    Nothing,
    Rows { stride: usize, left: usize },
    Keeping { bytes: usize },
    Feeding(usize),
}

/// A printer.
pub struct Machine {
    make: Make,
    faults: Vec<Fault>,
    /// Faults that have begun, with the moment they end.
    going: Vec<(FaultKind, u64)>,
    now_ms: u64,
    /// Thousandths of rows the head may print.
    allowance: u64,
    /// Whether there is something to print that only takes time.
    is_busy: bool,
    connected: bool,
    received: u64,
    recent: [u8; 2],
    buffer: VecDeque<u8>,
    doing: Doing,
    kept: (usize, Vec<u8>),
    line: Vec<u8>,
    spacing: usize,
    automatic: bool,
    told: [u8; 4],
    replies: Vec<u8>,
    noise: u64,
    printed_rows: u64,
    paper: Sheet,
    tray: Vec<Sheet>,
    /// Letters it would have printed: it was sent something it took for text.
    pub letters: u64,
    /// Times the drawer's magnet was pulled.
    pub pulses: u64,
    drawer_open: bool,
}

impl Machine {
    pub fn new(make: Make, faults: Vec<Fault>) -> Self {
        let mut machine = Self {
            make,
            faults,
            going: Vec::new(),
            now_ms: 0,
            allowance: 0,
            is_busy: false,
            connected: false,
            received: 0,
            recent: [0; 2],
            buffer: VecDeque::new(),
            doing: Doing::Nothing,
            kept: (0, Vec::new()),
            line: Vec::new(),
            spacing: 30,
            automatic: false,
            told: [0x10, 0, 0, 0],
            replies: Vec::new(),
            noise: 0x2545_f491_4f6c_dd1d,
            printed_rows: 0,
            paper: Sheet::default(),
            tray: Vec::new(),
            letters: 0,
            pulses: 0,
            drawer_open: false,
        };
        machine.begin_faults();
        machine
    }

    pub fn make(&self) -> Make {
        self.make
    }

    /// Milliseconds since it was made.
    pub fn now_ms(&self) -> u64 {
        self.now_ms
    }

    /// Takes a connection, unless it is off or somebody else has one.
    pub fn connect(&mut self) -> bool {
        let gone = self.has(FaultKind::Unreachable) || self.has(FaultKind::PowerLoss);
        if gone || self.connected {
            return false;
        }
        self.connected = true;
        self.replies.clear();
        true
    }

    /// Whether the connection still stands.
    pub fn is_connected(&self) -> bool {
        self.connected
    }

    /// The other side hung up; what arrived is still printed.
    pub fn hang_up(&mut self) {
        self.connected = false;
        self.replies.clear();
    }

    /// Takes what it has room for and says how much that was.
    pub fn receive(&mut self, bytes: &[u8]) -> usize {
        if !self.connected || self.has(FaultKind::Deaf) {
            return 0;
        }
        let mut room = self.make.buffer_bytes.saturating_sub(self.buffer.len());
        if self.has(FaultKind::ShortWrites) {
            room = room.min(3);
        }
        let mut taken = 0;
        for byte in bytes.iter().take(room) {
            self.buffer.push_back(*byte);
            self.received += 1;
            taken += 1;
            self.real_time(*byte);
            self.begin_faults();
            if !self.connected {
                break;
            }
        }
        self.is_busy |= taken > 0;
        taken
    }

    /// Bytes it has room for.
    pub fn room(&self) -> usize {
        match self.has(FaultKind::Deaf) {
            true => 0,
            false => self.make.buffer_bytes.saturating_sub(self.buffer.len()),
        }
    }

    /// What it says since it was asked last.
    pub fn take_replies(&mut self) -> Vec<u8> {
        let replies = std::mem::take(&mut self.replies);
        if self.has(FaultKind::Mute) || !self.connected {
            return Vec::new();
        }
        if self.has(FaultKind::Garbage) {
            return (0..replies.len() * 3).map(|_| self.noise()).collect();
        }
        replies
    }

    /// Lets time pass.
    pub fn advance(&mut self, ms: u64) {
        let ends = self.now_ms.saturating_add(ms);
        while self.now_ms < ends {
            self.beat(ends - self.now_ms);
        }
    }

    /// Lets time pass until something may have changed, and at most so long.
    pub fn beat(&mut self, most_ms: u64) {
        let change = self.going.iter().map(|(_, ends)| *ends).min();
        let quiet = change.map_or(u64::MAX, |change| change - self.now_ms);
        let ms = match self.is_busy {
            true => 1,
            false => most_ms.min(quiet).max(1),
        };
        self.now_ms += ms;
        self.end_faults();
        let slow = if self.has(FaultKind::Slow) { 10 } else { 1 };
        let allowed = self.make.rows_per_s / slow * ms.min(1_000);
        self.allowance = (self.allowance + allowed).min(1_000_000);
        self.is_busy = self.work();
        self.tell_changes();
    }

    /// Whether everything that was to go wrong has begun to.
    pub fn has_gone_wrong(&self) -> bool {
        self.faults.is_empty()
    }

    /// Somebody puts right whatever is wrong with it.
    pub fn put_right(&mut self) {
        self.going.clear();
        self.tell_changes();
    }

    /// Every sheet that was cut off.
    pub fn tray(&self) -> &[Sheet] {
        &self.tray
    }

    /// What hangs out of the printer, not cut off.
    pub fn hanging(&self) -> &Sheet {
        &self.paper
    }

    /// Whether it has printed all it was sent.
    pub fn is_idle(&self) -> bool {
        self.buffer.is_empty() && !matches!(self.doing, Doing::Feeding(_))
    }

    fn has(&self, kind: FaultKind) -> bool {
        self.going.iter().any(|(going, _)| *going == kind)
    }

    fn begin_faults(&mut self) {
        let (received, printed) = (self.received, self.printed_rows);
        let due = |fault: &Fault| match fault.kind.counts_bytes() {
            true => fault.at <= received,
            false => fault.at <= printed,
        };
        if !self.faults.iter().any(due) {
            return;
        }
        let (begun, waiting): (Vec<Fault>, Vec<Fault>) =
            std::mem::take(&mut self.faults).into_iter().partition(due);
        self.faults = waiting;
        for fault in begun {
            let ends = self.now_ms.saturating_add(fault.lasts_ms.max(1));
            match fault.kind {
                FaultKind::Disconnect if !self.connected => {
                    // There is nothing to break yet.
                    self.faults.push(fault);
                }
                FaultKind::Disconnect => self.connected = false,
                FaultKind::PowerLoss => {
                    self.forget();
                    self.going.push((fault.kind, ends));
                }
                kind => self.going.push((kind, ends)),
            }
        }
        self.tell_changes();
    }

    fn end_faults(&mut self) {
        let now = self.now_ms;
        self.going.retain(|(_, ends)| *ends > now);
    }

    /// What a printer loses with its power.
    fn forget(&mut self) {
        self.connected = false;
        self.buffer.clear();
        self.replies.clear();
        self.doing = Doing::Nothing;
        self.kept = (0, Vec::new());
        self.line.clear();
        self.automatic = false;
        self.recent = [0; 2];
    }

    fn stands_still(&self) -> bool {
        self.going.iter().any(|(kind, _)| kind.stops_printing())
    }

    /// Prints what it may; whether only time keeps it from printing more.
    fn work(&mut self) -> bool {
        while !self.stands_still() {
            match self.doing {
                Doing::Feeding(0) => self.doing = Doing::Nothing,
                Doing::Feeding(left) => {
                    if self.allowance < 1_000 {
                        return true;
                    }
                    self.doing = Doing::Feeding(left - 1);
                    self.print_row(Vec::new());
                }
                Doing::Rows { left: 0, .. } | Doing::Keeping { bytes: 0 } => {
                    self.doing = Doing::Nothing;
                }
                Doing::Rows { stride, left } => {
                    if self.buffer.len() < stride {
                        return false;
                    }
                    if self.allowance < 1_000 {
                        return true;
                    }
                    let row = self.buffer.drain(..stride).collect();
                    self.doing = Doing::Rows {
                        stride,
                        left: left - 1,
                    };
                    self.print_row(row);
                }
                Doing::Keeping { bytes } => {
                    let here = bytes.min(self.buffer.len());
                    if here == 0 {
                        return false;
                    }
                    self.kept.1.extend(self.buffer.drain(..here));
                    self.doing = Doing::Keeping {
                        bytes: bytes - here,
                    };
                }
                Doing::Nothing => {
                    let Some((command, length)) = read(self.buffer.make_contiguous()) else {
                        return false;
                    };
                    self.buffer.drain(..length);
                    self.obey(command);
                }
            }
        }
        false
    }

    fn print_row(&mut self, row: Vec<u8>) {
        self.allowance -= 1_000;
        self.paper.rows.push(row);
        self.printed_rows += 1;
        self.begin_faults();
    }

    /// Puts rows before everything else in the buffer and prints them from there.
    fn print_rows(&mut self, stride: usize, rows: &[u8]) {
        for byte in rows.iter().rev() {
            self.buffer.push_front(*byte);
        }
        self.doing = Doing::Rows {
            stride,
            left: rows.len() / stride.max(1),
        };
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Initialise => {
                self.automatic = false;
                self.line.clear();
                self.spacing = 30;
            }
            Command::Raster { stride, rows } => self.doing = Doing::Rows { stride, left: rows },
            Command::Keep { stride, bytes } => {
                self.kept = (stride, Vec::new());
                self.doing = Doing::Keeping { bytes };
            }
            Command::PrintKept => {
                let (stride, rows) = std::mem::take(&mut self.kept);
                self.print_rows(stride, &rows);
            }
            Command::Columns(columns) => self.line = columns,
            Command::LineFeed => self.line_feed(),
            Command::Feed(rows) => self.doing = Doing::Feeding(rows),
            Command::LineSpacing(rows) => self.spacing = rows,
            Command::Cut => self.tray.push(std::mem::take(&mut self.paper)),
            Command::Pulse { .. } => self.pulse(),
            Command::Automatic { mask } => {
                self.automatic = mask != 0 && self.make.tells_status;
                if self.automatic {
                    self.told = self.status();
                    self.replies.extend(self.told);
                }
            }
            Command::Status(1 | 49) if self.make.tells_status => {
                self.replies.push(self.status()[2]);
            }
            Command::Status(2 | 50) if self.make.tells_status => {
                self.replies.push(u8::from(self.drawer_open));
            }
            Command::Identify(67) => self.replies.extend(b"_Fake\0"),
            Command::Confirm(id) => self.confirm(id),
            Command::Letter => self.letters += 1,
            Command::Status(_) | Command::Identify(_) | Command::Nothing => {}
        }
    }

    fn line_feed(&mut self) {
        let columns = std::mem::take(&mut self.line);
        if columns.is_empty() {
            self.doing = Doing::Feeding(self.spacing);
            return;
        }
        let stride = self.make.stride;
        let mut rows = vec![0; stride * 24];
        for (x, column) in columns.chunks(3).enumerate().take(stride * 8) {
            for y in 0..24 {
                if column[y / 8] & (0x80 >> (y % 8)) != 0 {
                    rows[y * stride + x / 8] |= 0x80 >> (x % 8);
                }
            }
        }
        self.print_rows(stride, &rows);
    }

    fn pulse(&mut self) {
        self.pulses += 1;
        self.drawer_open = !self.has(FaultKind::DrawerStuck);
    }

    fn confirm(&mut self, id: [u8; 4]) {
        if !self.make.confirms || self.has(FaultKind::LostConfirmation) {
            return;
        }
        let id = match self.has(FaultKind::WrongConfirmation) {
            true => *b"~~~~",
            false => id,
        };
        self.replies.extend([0x37, 0x22]);
        self.replies.extend(id);
        self.replies.push(0);
    }

    /// Executes real-time commands the moment they arrive, whatever they stand in.
    fn real_time(&mut self, byte: u8) {
        if self.recent == [0x10, 0x04] && self.make.tells_status {
            let [first, second, third, _] = self.status();
            let reply = match byte {
                1 => 0x12 | first & 0x0c,
                2 => {
                    let stopped = if third & 0x0c != 0 { 0x20 } else { 0 };
                    let error = if second & 0x08 != 0 { 0x40 } else { 0 };
                    0x12 | first >> 3 & 0x04 | stopped | error
                }
                3 => 0x12 | second & 0x08,
                4 => 0x12 | (third & 0x0c) << 3,
                _ => 0,
            };
            if reply != 0 {
                self.replies.push(reply);
            }
        }
        self.recent = [self.recent[1], byte];
    }

    /// The four bytes of automatic status.
    fn status(&self) -> [u8; 4] {
        let bit = |kind: FaultKind, bit: u8| if self.has(kind) { bit } else { 0 };
        let offline = if self.stands_still() { 0x08 } else { 0 };
        let drawer = if self.drawer_open { 0x04 } else { 0 };
        [
            0x10 | offline | drawer | bit(FaultKind::CoverOpen, 0x20),
            bit(FaultKind::CutterJam, 0x08),
            bit(FaultKind::PaperOut, 0x0c),
            0,
        ]
    }

    fn tell_changes(&mut self) {
        let status = self.status();
        if self.automatic && status != self.told {
            self.told = status;
            self.replies.extend(status);
        }
    }

    fn noise(&mut self) -> u8 {
        self.noise ^= self.noise << 13;
        self.noise ^= self.noise >> 7;
        self.noise ^= self.noise << 17;
        self.noise.to_le_bytes()[0]
    }
}
