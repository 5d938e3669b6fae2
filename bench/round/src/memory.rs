//! How much memory this process holds, as Linux counts it.

use crate::Failure;

/// From `/proc/self/status`, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// `VmRSS`: resident now.
    pub resident: u64,
    /// `VmHWM`: the most that was ever resident.
    pub most: u64,
}

impl Memory {
    /// Asks the system; an error where there is no `/proc`.
    pub fn now() -> Result<Self, Failure> {
        let status = std::fs::read_to_string("/proc/self/status")
            .map_err(|error| format!("Memory is read from /proc/self/status, which Linux has: {error}."))?;
        Ok(Self { resident: line(&status, "VmRSS:")?, most: line(&status, "VmHWM:")? })
    }
}

fn line(status: &str, name: &str) -> Result<u64, Failure> {
    let kilobytes: Option<u64> = (status.lines())
        .find_map(|line| line.strip_prefix(name))
        .and_then(|rest| rest.trim().strip_suffix(" kB"))
        .and_then(|number| number.trim().parse().ok());
    match kilobytes {
        Some(kilobytes) => Ok(kilobytes * 1024),
        None => Err(format!("/proc/self/status has no {name} line in kB.").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kilobytes_become_bytes() {
        let status = "Name:\tx\nVmHWM:\t    1234 kB\nVmRSS:\t 5 kB\n";
        assert_eq!(line(status, "VmHWM:").unwrap(), 1234 * 1024);
        assert_eq!(line(status, "VmRSS:").unwrap(), 5 * 1024);
        assert!(line(status, "VmSize:").is_err());
    }

    #[test]
    fn the_most_is_never_less_than_what_is_resident() {
        let memory = Memory::now().unwrap();
        assert!(memory.most >= memory.resident && memory.resident > 0);
    }
}
