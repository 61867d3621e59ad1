//! A printer behind the kernel's own node, `/dev/usb/lp0`: no driver of ours, but
//! the user must be let at the node.

use std::io;
use std::path::PathBuf;

use super::node::{Node, open_node};
use super::transport::{Connection, Transport};

/// A printer behind a device node.
pub struct KernelTransport {
    path: PathBuf,
}

impl KernelTransport {
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }
}

impl Transport for KernelTransport {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        Ok(Box::new(Node::new(open_node(&self.path)?)?))
    }
}
