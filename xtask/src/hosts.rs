//! Share hosts for the shells' own tests: a program of its own (host/examples/hosts), so that this one
//! stays small.

use crate::run::{cargo, shown};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// The hosts; they end with this.
pub struct Hosts {
    running: Child,
    /// Where they are asked for.
    pub address: String,
}

impl Hosts {
    /// Builds and begins them.
    ///
    /// # Errors
    /// A sentence, where they do not build or do not begin.
    pub fn begin() -> Result<Self, String> {
        if !shown(cargo().args(["build", "--quiet", "-p", "hearth-host", "--example", "hosts"])) {
            return Err("the hosts for the tests do not build".to_owned());
        }
        let library = crate::bindings::library()?;
        let folder = library.parent().ok_or("the library lies in no folder")?;
        let mut begin = Command::new(folder.join("examples").join("hosts"));
        begin.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut running = begin.spawn().map_err(|error| error.to_string())?;
        let mut address = String::new();
        let said = running.stdout.take().ok_or("the hosts say nothing")?;
        BufReader::new(said).read_line(&mut address).map_err(|error| error.to_string())?;
        Ok(Self { running, address: address.trim().to_owned() })
    }
}

impl Drop for Hosts {
    /// They end when nothing is left to read.
    fn drop(&mut self) {
        drop(self.running.stdin.take());
        let _ = self.running.wait();
    }
}
