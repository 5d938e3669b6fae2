//! One field: the ops that nothing has replaced yet, what waits beside them,
//! and the rule by which it is drawn.

use super::{Act, Op, OpId, Origin, Owner, Value};
use std::collections::{BTreeSet, HashSet};

/// How a field with several heads is drawn. The heads themselves are kept
/// whatever the policy: it decides what is shown, never what is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Policy {
    /// Words: every version is shown, none preferred, until one op names all.
    KeepBoth,
    /// Pins and places in ordinary lists: the last by rank.
    Last,
    /// Sharing: "off" wins over "on", and so does an answer taken back.
    OffWins,
    /// "Only me": "on" wins over "off".
    OnWins,
    /// Ends: an end that is set wins over none; one whose words were erased was
    /// still an end.
    SetWins,
}

/// What became of a suggestion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// Nobody has said yet.
    Pending,
    /// The person took its words into the field.
    Accepted,
    /// The person said no.
    Declined,
}

/// Words offered for a field, side by side with the person's own.
#[derive(Clone, Copy, Debug)]
pub struct Suggestion<'a> {
    /// The op that offers them.
    pub op: &'a Op,
    /// What became of it.
    pub decision: Decision,
    /// The op that decided.
    pub decided_by: Option<&'a Op>,
}

/// What is known of a field's past: the ops in it and the parents they name.
/// Needed only for ops from elsewhere; what is written here is always new.
#[derive(Default, Debug, Clone)]
pub struct Past {
    /// Every op of the field that is not in the register itself.
    pub known: HashSet<OpId>,
    /// Every parent that those ops name.
    pub named: HashSet<OpId>,
}

impl Past {
    /// Notes one op of the past. One that waits beside the heads is never of it.
    pub fn note(&mut self, op: &Op) {
        self.known.insert(op.id);
        self.named.extend(op.parents.iter().copied());
    }
}

/// What happened when an op was put into a register.
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Applied {
    /// It was here already: nothing changed.
    pub duplicate: bool,
    /// The op went straight to the past: something here had replaced it already.
    pub to_past: bool,
    /// The op waits beside the heads: what it names it only saw, and replaces nothing.
    pub aside: bool,
    /// The op's own words were erased before it came; keep it without them.
    pub came_erased: bool,
    /// Heads that it replaced, now past.
    pub replaced: Vec<OpId>,
    /// Ops whose words must be erased from wherever they are kept.
    pub erase: Vec<OpId>,
}

/// One field of one entity.
#[derive(Clone, Debug, Default)]
pub struct Register {
    heads: Vec<Op>,
    aside: Vec<Op>,
    erased: BTreeSet<OpId>,
}

impl Register {
    /// The ops that nothing has replaced, in rank order.
    pub fn heads(&self) -> &[Op] {
        &self.heads
    }

    /// Suggestions, decisions and erasures: kept beside the heads.
    pub fn aside(&self) -> &[Op] {
        &self.aside
    }

    /// Every op it holds.
    pub fn ops(&self) -> impl Iterator<Item = &Op> {
        self.heads.iter().chain(&self.aside)
    }

    /// The heads' names.
    pub fn head_ids(&self) -> impl Iterator<Item = OpId> + '_ {
        self.heads.iter().map(|op| op.id)
    }

    /// What an op written here now replaces: every head this app can draw. One
    /// that it can't draw stays beside the new words, for an app that can.
    pub fn parents_for_writing(&self) -> Vec<OpId> {
        self.heads.iter().filter(|op| op.can_be_drawn()).map(|op| op.id).collect()
    }

    /// Whether the words of this op were erased on request.
    pub fn is_erased(&self, id: OpId) -> bool {
        self.erased.contains(&id)
    }

    /// Puts an op in. The result is the same whatever order ops come in.
    pub fn apply(&mut self, mut op: Op, owner: Owner, past: &Past) -> Applied {
        let mut applied = Applied::default();
        if past.known.contains(&op.id) || self.ops().any(|held| held.id == op.id) {
            // The same op with its words erased is more than the op with them.
            let erasing = matches!(op.value(), Some(Value::Erased));
            if erasing && self.erased.insert(op.id) {
                self.erase_held(op.id);
                applied.erase.push(op.id);
            }
            applied.duplicate = true;
            return applied;
        }
        if matches!(op.value(), Some(Value::Erased)) {
            self.erased.insert(op.id);
        }
        if self.erased.contains(&op.id) {
            applied.came_erased = true;
            op.erase();
        }
        if let Act::Erase(targets) = &op.act
            && op.author.writes_for(owner)
        {
            for target in targets {
                if self.erased.insert(*target) {
                    self.erase_held(*target);
                    applied.erase.push(*target);
                }
            }
        }
        if op.goes_aside(owner) {
            insert_by_rank(&mut self.aside, op);
            applied.aside = true;
            return applied;
        }
        self.heads.retain(|head| {
            let replaced = op.parents.contains(&head.id);
            if replaced {
                applied.replaced.push(head.id);
            }
            !replaced
        });
        applied.to_past =
            past.named.contains(&op.id) || self.heads.iter().any(|head| head.parents.contains(&op.id));
        if !applied.to_past {
            insert_by_rank(&mut self.heads, op);
        }
        applied
    }

    /// Holds an op of the field until all are there. `true` where what they mean
    /// together has to be worked out by [`Register::load`].
    pub(super) fn hold(&mut self, op: Op, owner: Owner) -> bool {
        let alone = self.heads.is_empty() && self.aside.is_empty();
        let plain = alone && !op.goes_aside(owner) && !matches!(op.value(), Some(Value::Erased));
        self.heads.push(op);
        !plain
    }

    pub(super) fn into_ops(self) -> Vec<Op> {
        let mut ops = self.heads;
        ops.extend(self.aside);
        ops
    }

    /// The register that these ops of one field make, and those of them that
    /// are past. Which are heads is worked out, never stored, so that an app
    /// that learns a new kind of op reads an old store rightly.
    /// Words that were erased come out erased, even if they went in whole.
    pub fn load(mut ops: Vec<Op>, owner: Owner) -> (Register, Vec<Op>) {
        let mut register = Register::default();
        for op in &ops {
            match &op.act {
                Act::Erase(targets) if op.author.writes_for(owner) => {
                    register.erased.extend(targets.iter().copied());
                }
                _ => {}
            }
            if matches!(op.value(), Some(Value::Erased)) {
                register.erased.insert(op.id);
            }
        }
        if !register.erased.is_empty() {
            let erased = &register.erased;
            ops.iter_mut().filter(|op| erased.contains(&op.id)).for_each(Op::erase);
        }
        let (aside, written): (Vec<Op>, Vec<Op>) = ops.into_iter().partition(|op| op.goes_aside(owner));
        register.aside = aside;
        let past = if written.len() < 2 {
            register.heads = written;
            Vec::new()
        } else {
            let named: HashSet<OpId> = written.iter().flat_map(|op| op.parents.iter().copied()).collect();
            let (past, heads) = written.into_iter().partition(|op| named.contains(&op.id));
            register.heads = heads;
            past
        };
        register.heads.sort_by_key(Op::rank);
        register.aside.sort_by_key(Op::rank);
        (register, past)
    }

    /// What the field shows, in rank order: one entry for each different value,
    /// with every op that wrote it. Ops that can't be drawn are left out. What a
    /// server sent of one resource is shown as it last stood there: its versions
    /// do not name each other, so that phones that pulled at different times
    /// hold the same ops.
    pub fn shown(&self, policy: Policy) -> Vec<Vec<&Op>> {
        let imported = |op: &Op| matches!(op.origin, Origin::Imported { .. });
        let sent = !self.heads.is_empty() && self.heads.iter().all(imported);
        let drawn = self.heads.iter().filter(|op| op.value().is_some() && op.can_be_drawn());
        let mut versions: Vec<Vec<&Op>> = Vec::new();
        for op in drawn {
            match versions.iter_mut().find(|same| same[0].value() == op.value()) {
                Some(same) => same.push(op),
                None => versions.push(vec![op]),
            }
        }
        if sent {
            // Its number is when the sender last changed it; two that claim the
            // same moment are both shown.
            let latest = self.heads.iter().map(|op| op.lamport).max();
            versions.retain(|version| version.iter().any(|op| Some(op.lamport) == latest));
            return versions;
        }
        let is = |value: Value| versions.iter().rposition(|v| v[0].value() == Some(&value));
        let is_none_of = |values: &[Value]| {
            versions.iter().rposition(|v| v[0].value().is_some_and(|v| !values.contains(v)))
        };
        let safest = match policy {
            Policy::KeepBoth => return versions,
            Policy::Last => None,
            Policy::OffWins => is(Value::Bool(false)).or_else(|| is_none_of(&[Value::Bool(true)])),
            Policy::OnWins => is(Value::Bool(true)),
            Policy::SetWins => is_none_of(&[Value::Empty, Value::Erased]).or_else(|| is(Value::Erased)),
        };
        let last = || {
            let newest = |version: &Vec<&Op>| version.iter().map(|op| op.rank()).max();
            (0..versions.len()).max_by_key(|&at| newest(&versions[at]))
        };
        match safest.or_else(last) {
            Some(at) => vec![versions.swap_remove(at)],
            None => versions,
        }
    }

    /// Whether a newer app wrote something here that this one can't draw.
    pub fn has_newer(&self) -> bool {
        self.heads.iter().any(|op| !op.can_be_drawn())
    }

    /// The suggestions made for this field and what became of them.
    pub fn suggestions(&self) -> Vec<Suggestion<'_>> {
        let offers = |op: &&Op| matches!(op.act, Act::Suggest(_) | Act::Write(_) | Act::Remove(_));
        self.aside.iter().filter(offers).map(|op| self.suggestion(op)).collect()
    }

    fn suggestion<'a>(&'a self, op: &'a Op) -> Suggestion<'a> {
        let decided_by = self.decisions_on(op.id).into_iter().max_by_key(|other| other.rank());
        let decision = match decided_by.map(|by| &by.act) {
            Some(Act::Accept) => Decision::Accepted,
            Some(Act::Decline) => Decision::Declined,
            _ => Decision::Pending,
        };
        Suggestion { op, decision, decided_by }
    }

    /// What the owner decided about a suggestion, but for what they decided
    /// anew: one, or several where phones decided at once.
    pub(super) fn decisions_on(&self, suggestion: OpId) -> Vec<&Op> {
        let decides = |op: &&Op| {
            matches!(op.act, Act::Accept | Act::Decline | Act::Reopen)
                && op.cites == Some(suggestion)
                && op.author.writes_for(op.slot.owner())
        };
        let decisions: Vec<&Op> = self.aside.iter().filter(decides).collect();
        let anew = |id: &OpId| decisions.iter().any(|other| other.parents.contains(id));
        decisions.iter().copied().filter(|op| !anew(&op.id)).collect()
    }

    fn erase_held(&mut self, id: OpId) {
        self.heads.iter_mut().chain(&mut self.aside).filter(|op| op.id == id).for_each(Op::erase);
    }
}

fn insert_by_rank(ops: &mut Vec<Op>, op: Op) {
    let at = ops.partition_point(|held| held.rank() < op.rank());
    ops.insert(at, op);
}
