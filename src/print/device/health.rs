//! What a printer's status bits mean, whichever way they came.

use super::Trouble;

/// How a printer is, as far as it has said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Health {
    offline: bool,
    cover: bool,
    /// It stopped for want of paper.
    paper_stop: bool,
    /// The sensor sees no paper.
    paper_end: bool,
    near_end: bool,
    cutter: bool,
    fault: bool,
    /// The level of the drawer's sensor.
    pub drawer_high: Option<bool>,
}

impl Health {
    /// Takes the answer to `DLE EOT n`.
    pub fn answered(&mut self, n: u8, byte: u8) {
        match n {
            1 => {
                self.offline = byte & 0x08 != 0;
                self.drawer_high = Some(byte & 0x04 != 0);
            }
            2 => {
                self.cover = byte & 0x04 != 0;
                self.paper_stop = byte & 0x20 != 0;
                self.fault = byte & 0x40 != 0;
            }
            3 => self.cutter = byte & 0x08 != 0,
            4 => {
                self.near_end = byte & 0x0c != 0;
                self.paper_end = byte & 0x60 != 0;
            }
            _ => {}
        }
    }

    /// Takes an automatic status, which says everything at once.
    pub fn told(&mut self, status: [u8; 4]) {
        *self = Health {
            offline: status[0] & 0x08 != 0,
            drawer_high: Some(status[0] & 0x04 != 0),
            cover: status[0] & 0x20 != 0,
            cutter: status[1] & 0x08 != 0,
            fault: status[1] & 0x64 != 0,
            near_end: status[2] & 0x03 != 0,
            paper_stop: false,
            paper_end: status[2] & 0x0c != 0,
        };
    }

    /// What keeps it from printing. An open lid comes first: whoever opened it is
    /// putting paper in.
    pub fn trouble(&self) -> Option<Trouble> {
        [
            (self.cover, Trouble::CoverOpen),
            (self.paper_stop || self.paper_end, Trouble::PaperOut),
            (self.cutter, Trouble::CutterJammed),
            (self.fault, Trouble::PrinterFault),
            (self.offline, Trouble::Offline),
        ]
        .into_iter()
        .find_map(|(is_so, trouble)| is_so.then_some(trouble))
    }

    /// Whether the roll is nearly used up.
    pub fn is_near_end(&self) -> bool {
        self.near_end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_mean_what_the_reference_says() {
        let cases: [(u8, u8, Option<Trouble>); 8] = [
            (1, 0x12, None),
            (1, 0x1a, Some(Trouble::Offline)),
            (2, 0x16, Some(Trouble::CoverOpen)),
            (2, 0x32, Some(Trouble::PaperOut)),
            (2, 0x52, Some(Trouble::PrinterFault)),
            (3, 0x1a, Some(Trouble::CutterJammed)),
            (4, 0x72, Some(Trouble::PaperOut)),
            (4, 0x1e, None),
        ];
        for (n, byte, trouble) in cases {
            let mut health = Health::default();
            health.answered(n, byte);
            assert_eq!(health.trouble(), trouble, "{n}: {byte:#x}");
        }
        let mut health = Health::default();
        health.told([0x38, 0, 0x0c, 0]);
        assert_eq!(health.trouble(), Some(Trouble::CoverOpen));
        health.told([0x10, 0, 0x03, 0]);
        assert!(health.trouble().is_none() && health.is_near_end());
    }
}
