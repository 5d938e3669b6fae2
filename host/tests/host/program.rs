//! The program, as an operator starts it.

use super::support::*;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// `hearth-host` itself, on a world's databases.
pub struct Program {
    pub child: Child,
    pub port: u16,
    pub operator: u16,
}

impl Program {
    pub fn start(world: &World) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hearth-host"));
        command.args(["serve", "--origin", ORIGIN, "--listen", "127.0.0.1:0", "--operator", "127.0.0.1:0"]);
        command.args(["--per-address", "1000000", "--per-link", "1000000", "--connections", "8"]);
        for folder in ["data", "marks", "secrets"] {
            command.arg(format!("--{folder}")).arg(world.path(folder));
        }
        command.env_remove("DATABASE_URL").env_remove("END_MARKS_URL");
        if let Some((main, marks)) = &world.servers {
            command.env("DATABASE_URL", main).env("END_MARKS_URL", marks);
        }
        let log = std::fs::File::create(world.path(&format!("log-{}", name()))).unwrap();
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let ports: Vec<u16> =
            line.split("127.0.0.1:").skip(1).map(|rest| digits(rest).parse().unwrap()).collect();
        assert_eq!(ports.len(), 2, "{line}");
        Self { child, port: ports[0], operator: ports[1] }
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// It stands still: it takes connections, as its system does for it, and does nothing with them.
    pub fn freeze(&self) {
        let told = Command::new("kill").args(["-STOP", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn digits(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_digit()).next().unwrap()
}
