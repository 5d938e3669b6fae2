//! What must hold on every phone after every op, and on all of them at the end.

use super::device::Device;
use super::newer;
use super::random::bits;
use super::rules::Rule;
use super::truth::{ENTITIES, FIELDS, Truth, has_words, policy};
use hearth_core::record::{Act, Life, Op, OpId, Origin, Policy, Register, Value};

/// After an op reached a slot of a phone: what stands there is what nothing
/// that the phone holds replaced, no more and no less, and the entity is here
/// or not as the ops say.
pub fn check(rule: Rule, truth: &Truth, device: &Device, place: usize) -> Result<(), String> {
    check_place(truth, device, place)?;
    check_life(rule, truth, device, place / FIELDS)
}

fn check_place(truth: &Truth, device: &Device, place: usize) -> Result<(), String> {
    let known = device.known;
    if truth.ops_in(place) & known == 0 {
        return Ok(());
    }
    let nothing = Register::default();
    let register = device.record.register(truth.slots[place]).unwrap_or(&nothing);
    let heads = truth.mask(register.heads().iter().map(|op| &op.id))?;
    let due = truth.heads(device.view(), place);
    if heads & due != due {
        return Err(format!(
            "place {place}: silently gone, though nothing replaced it: {}",
            list(due & !heads)
        ));
    }
    if heads != due {
        return Err(format!("place {place}: come back, or never its author's: {}", list(heads & !due)));
    }
    let aside = truth.mask(register.aside().iter().map(|op| &op.id))?;
    let due = truth.aside(device.view(), place);
    if aside != due {
        return Err(format!("place {place}: {aside:x} wait beside it: {due:x} should"));
    }
    let (must, may) = (truth.erased(known), truth.erased(u64::MAX));
    for number in bits(truth.ops_in(place) & known) {
        let in_log = device.ops[number].as_ref();
        let in_register = register.ops().find(|op| Some(op.id) == in_log.map(|op| op.id));
        for op in in_log.into_iter().chain(in_register) {
            let could_be = matches!(op.act, Act::Write(_) | Act::Suggest(_) | Act::Unknown(_));
            let is = op.value() == Some(&Value::Erased);
            if could_be && is && may >> number & 1 == 0 {
                return Err(format!("place {place}: the words of op {number} were erased by nobody who may"));
            }
            let holds_more = could_be && !op.extra.is_empty();
            if (could_be && !is || holds_more) && must >> number & 1 == 1 {
                return Err(format!("place {place}: the erased words of op {number} are back"));
            }
        }
    }
    Ok(())
}

fn check_life(rule: Rule, truth: &Truth, device: &Device, entity: usize) -> Result<(), String> {
    let found = rule.life(&device.record, truth.slots[entity * FIELDS]);
    let due = truth.life(device.view(), entity);
    match (found, due) {
        _ if found == due => Ok(()),
        (Life::Here, _) => Err(format!("entity {entity} is back unseen: it should be {due:?}")),
        _ => Err(format!("entity {entity} is {found:?}: it should be {due:?}")),
    }
}

/// When all have exchanged everything.
pub fn at_the_end(rule: Rule, truth: &Truth, devices: &[Device]) -> Result<(), String> {
    let all = ops_mask(truth);
    for (at, device) in devices.iter().enumerate() {
        let on_device = |what: String| format!("phone {at}: {what}");
        if device.known != all {
            return Err(on_device(format!("never got {}", list(all & !device.known))));
        }
        same_bytes(rule, truth, device).map_err(on_device)?;
        for place in 0..ENTITIES * FIELDS {
            check_place(truth, device, place).map_err(on_device)?;
        }
        for entity in 0..ENTITIES {
            check_life(rule, truth, device, entity).map_err(on_device)?;
        }
        nothing_is_gone(truth, device).map_err(on_device)?;
        decisions_hold(truth, device).map_err(on_device)?;
        let first = devices.iter().find(|other| other.app == device.app).unwrap_or(device);
        same_to_see(truth, first, device).map_err(on_device)?;
    }
    Ok(())
}

/// Each op is held, and passed on, byte for byte as it was written, but for
/// words that their owner erased.
fn same_bytes(rule: Rule, truth: &Truth, device: &Device) -> Result<(), String> {
    let erased = truth.erased(ops_mask(truth));
    for (number, written) in truth.ops.iter().enumerate() {
        let sent = device.sent(rule, number).ok_or("an op that is known is not held")?;
        let same = match erased >> number & 1 {
            1 => sent == newer::lower(written.op.clone().erased()).to_bytes(),
            _ => sent == written.wire,
        };
        if !same {
            return Err(format!("passes on op {number} otherwise than it was written"));
        }
    }
    Ok(())
}

/// Every word ever written stands in its field, or behind what stands there
/// (through ops that each name what they replace), or beside it, or was erased.
fn nothing_is_gone(truth: &Truth, device: &Device) -> Result<(), String> {
    let mut found = truth.erased(device.known);
    for slot in &truth.slots {
        if let Some(register) = device.record.register(*slot) {
            let heads = truth.mask(register.heads().iter().map(|op| &op.id))?;
            found |= truth.past_of(heads) | truth.mask(register.aside().iter().map(|op| &op.id))?;
        }
    }
    let words = truth.ops.iter().enumerate().filter(|(_, written)| has_words(&written.op));
    let lost =
        words.filter(|(number, _)| found >> number & 1 == 0).fold(0, |all, (number, _)| all | 1 << number);
    if lost == 0 { Ok(()) } else { Err(format!("silently gone: {}", list(lost))) }
}

/// A suggestion waits, or is as its owner last decided: a decision stands only
/// if whoever made it had seen all others, or they were made at once.
fn decisions_hold(truth: &Truth, device: &Device) -> Result<(), String> {
    for register in truth.slots.iter().filter_map(|slot| device.record.register(*slot)) {
        for offer in register.suggestions() {
            let decides = |op: &Op| {
                matches!(op.act, Act::Accept | Act::Decline | Act::Reopen) && op.cites == Some(offer.op.id)
            };
            let decisions = truth
                .ops
                .iter()
                .enumerate()
                .filter(|(_, written)| decides(&written.op) && written.by_owner[device.app as usize]);
            let decisions = decisions.fold(0, |all, (number, _)| all | 1 << number);
            let seen_by_later = bits(decisions).fold(0, |seen, number| seen | truth.ops[number].knew);
            let stands = decisions & !seen_by_later;
            let by = truth.mask(offer.decided_by.map(|op| &op.id))?;
            if by & stands != by || (by == 0) != (stands == 0) {
                return Err(format!("{:?} is decided by {by:x}: {stands:x} stand", offer.op.id));
            }
        }
    }
    Ok(())
}

/// Two phones with the same app show the same, and what a field's policy says.
fn same_to_see(truth: &Truth, first: &Device, device: &Device) -> Result<(), String> {
    for (place, slot) in truth.slots.iter().enumerate() {
        let (Some(here), Some(there)) = (device.record.register(*slot), first.record.register(*slot)) else {
            continue;
        };
        if here.heads() != there.heads() || here.aside() != there.aside() {
            return Err(format!("place {place} is not as on another phone"));
        }
        let policy = policy(place);
        if shown(here, policy) != shown(there, policy) {
            return Err(format!("place {place} is shown otherwise than on another phone"));
        }
        let decided = |register: &Register| -> Vec<Option<OpId>> {
            register.suggestions().iter().map(|offer| offer.decided_by.map(|op| op.id)).collect()
        };
        if decided(here) != decided(there) {
            return Err(format!("place {place}: decided otherwise than on another phone"));
        }
        policy_holds(here, policy).map_err(|what| format!("place {place}: {what}"))?;
    }
    Ok(())
}

fn shown(register: &Register, policy: Policy) -> Vec<Vec<OpId>> {
    let ids = |version: &Vec<&Op>| version.iter().map(|op| op.id).collect();
    register.shown(policy).iter().map(ids).collect()
}

fn policy_holds(register: &Register, policy: Policy) -> Result<(), String> {
    let drawn: Vec<&Op> =
        register.heads().iter().filter(|op| op.can_be_drawn() && op.value().is_some()).collect();
    let imported = |op: &&Op| matches!(op.origin, Origin::Imported { .. });
    let policy = if drawn.iter().all(imported) { Policy::Last } else { policy };
    let shown = register.shown(policy);
    let value = shown.first().and_then(|version| version[0].value());
    let stands = |value: Value| drawn.iter().any(|op| op.value() == Some(&value));
    let holds = match policy {
        Policy::KeepBoth => shown.iter().map(Vec::len).sum::<usize>() == drawn.len(),
        Policy::OffWins => !stands(Value::Bool(false)) || value == Some(&Value::Bool(false)),
        Policy::OnWins => !stands(Value::Bool(true)) || value == Some(&Value::Bool(true)),
        Policy::SetWins => value != Some(&Value::Empty) || drawn.iter().all(|op| op.value() == value),
        Policy::Last => {
            let last = drawn.iter().max_by_key(|op| (op.lamport, op.device, op.id));
            value == last.and_then(|op| op.value())
        }
    };
    let alone = policy == Policy::KeepBoth || shown.len() == usize::from(!drawn.is_empty());
    if holds && alone { Ok(()) } else { Err(format!("{policy:?} shows {value:?}")) }
}

fn ops_mask(truth: &Truth) -> u64 {
    (1 << truth.ops.len()) - 1
}

fn list(mask: u64) -> String {
    bits(mask).map(|number| format!("op {number}")).collect::<Vec<_>>().join(", ")
}
