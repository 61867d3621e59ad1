//! Whether there is a display. iced panics where there is none, so it is looked
//! for first.

/// Whether a window can be opened here.
pub fn has_display() -> bool {
    #[cfg(all(unix, not(target_os = "macos")))]
    return unix::has_display();
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    true
}

#[cfg(all(unix, not(target_os = "macos")))]
mod unix {
    use std::env;
    use std::net::TcpStream;
    use std::os::unix::net::UnixStream;
    use std::path::{Path, PathBuf};

    pub fn has_display() -> bool {
        let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
        let wayland = set("WAYLAND_DISPLAY").is_some_and(|display| {
            let folder = set("XDG_RUNTIME_DIR")
                .map(PathBuf::from)
                .unwrap_or_default();
            UnixStream::connect(folder.join(display)).is_ok()
        });
        wayland || set("DISPLAY").is_some_and(|display| answers(&display))
    }

    /// Whether an X server answers at a display such as `:0` or `host:10.0`.
    fn answers(display: &str) -> bool {
        match address(display) {
            Some(Address::Socket(number)) => {
                let path = format!("/tmp/.X11-unix/X{number}");
                UnixStream::connect(Path::new(&path)).is_ok()
            }
            Some(Address::Host(host, number)) => TcpStream::connect((host, 6000 + number)).is_ok(),
            None => false,
        }
    }

    #[derive(Debug, PartialEq, Eq)]
    enum Address<'a> {
        Socket(u16),
        Host(&'a str, u16),
    }

    fn address(display: &str) -> Option<Address<'_>> {
        let (host, number) = display.rsplit_once(':')?;
        let number = number
            .split('.')
            .next()?
            .parse()
            .ok()
            .filter(|number| *number < 1000)?;
        Some(match host {
            "" | "unix" => Address::Socket(number),
            host => Address::Host(host, number),
        })
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_display_is_a_socket_or_a_host() {
            let cases = [
                (":0", Some(Address::Socket(0))),
                (":1.0", Some(Address::Socket(1))),
                ("localhost:10.0", Some(Address::Host("localhost", 10))),
                ("", None),
                (":x", None),
            ];
            for (display, expected) in cases {
                assert_eq!(address(display), expected, "{display}");
            }
        }
    }
}
