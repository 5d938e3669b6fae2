//! Which machines may be asked: those of the open network. An address that came from outside must
//! not make a phone ask its own network, whether it names a private address or only leads to one.

use super::http::{is_loopback, is_safe};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// Which machines may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Reach {
    /// Those of the open network only.
    #[default]
    Public,
    /// This machine too: a demonstration, a test.
    ThisMachine,
}

impl Reach {
    /// Whether an address may be asked. A name that only leads to a private address can't be told
    /// from here: whatever sends the question looks again.
    pub fn allows(self, url: &Url) -> bool {
        is_safe(url) && (!is_private(url) || (self == Reach::ThisMachine && is_loopback(url)))
    }
}

/// Whether an address is of a machine that is not on the open network.
pub fn is_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => is_private_ip(ip.into()),
        Some(Host::Ipv6(ip)) => is_private_ip(ip.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            let within = |end: &str| name == end.trim_start_matches('.') || name.ends_with(end);
            [".localhost", ".local", ".internal", ".home.arpa", ".lan"].iter().any(|end| within(end))
                || !name.contains('.')
        }
        None => true,
    }
}

/// Whether an address that a name led to is of a machine that is not on the open network.
pub fn is_private_ip(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_private_v4(ip),
        IpAddr::V6(ip) => is_private_v6(ip),
    }
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    let [first, second, ..] = ip.octets();
    let shared = first == 100 && (64..128).contains(&second);
    let measured = first == 198 && (second == 18 || second == 19);
    ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || first == 0
        || first >= 240
        || shared
        || measured
}

fn is_private_v6(ip: Ipv6Addr) -> bool {
    let [first, second, third, ..] = ip.segments();
    let mapped = ip.to_ipv4().or_else(|| ip.to_ipv4_mapped());
    // 64:ff9b::/96 leads through to the IPv4 address in its end, 2002::/16 to the one behind it.
    let [.., a, b] = ip.segments();
    let through = (first, second) == (0x64, 0xff9b);
    let within = |a: u16, b: u16| is_private_v4(Ipv4Addr::from((u32::from(a) << 16) | u32::from(b)));
    mapped.is_some_and(is_private_v4)
        || (through && within(a, b))
        || (first == 0x2002 && within(second, third))
        || ip.is_loopback()
        || ip.is_unspecified()
        || ip.is_multicast()
        || (first & 0xfe00) == 0xfc00
        || (first & 0xffc0) == 0xfe80
        || (first, second) == (0x2001, 0xdb8)
}
