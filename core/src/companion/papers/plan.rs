//! The plan on a page, or on as many as it takes.

use super::said::{agreed, heading, item, list, unwell, words_of};
use crate::companion::ShareSection;
use crate::companion::goals::in_list_order;
use crate::companion::who::Who;
use crate::companion::{ActionView, FieldView, GoalView};
use crate::plan::{AboutMe, Kind};
use crate::record::EntityId;
use crate::words::Arg;
use hearth_paper::{Numbers, Part, Said};

/// The parts of a plan that are on its paper, as a share names them; the others are named as not in it.
const ON_PAPER: [ShareSection; 2] = [ShareSection::About, ShareSection::Goals];
/// What the paper has of a share's first section: it is not named as missing.
const IN_PART: ShareSection = ShareSection::Emergency;

impl Who<'_> {
    /// What the plan says on paper.
    pub(super) fn plan_on_paper(&self) -> Vec<Part> {
        let mut parts: Vec<Part> =
            self.own_name().into_iter().map(|name| Part::Name(Said::theirs(name))).collect();
        parts.push(Part::Framed(vec![Said::beside(self.words.safety("region-life-at-risk", &[]))]));
        parts.extend(self.about_on_paper());
        parts.extend(self.goals_on_paper());
        parts.extend(self.promises_on_paper());
        // As the card has them, whether or not they are kept at hand.
        let doc = self.card();
        for plan in self.unwell_here().iter().filter(|plan| !plan.common.is_only_me()) {
            parts.extend(unwell(&self.card_plan(plan), &doc));
        }
        parts
    }

    /// What is said at the end: that it is no order, and what is not in it.
    pub(super) fn left_on_paper(&self) -> Vec<Part> {
        let left = ShareSection::ALL.into_iter();
        let left = left.filter(|section| !ON_PAPER.contains(section) && *section != IN_PART);
        let left: Vec<String> = left.map(|section| self.words.plain(section.key(), &[])).collect();
        let left = self.words.say("share-not-in-it", &[("list", Arg::Text(&left.join("; ")))]);
        let kept = self.words.plain("share-kept-back", &[]);
        vec![
            Part::Small(Said::beside(self.words.safety("fhir-note", &[]))),
            Part::Small(Said::own(format!("{left} {kept}"))),
        ]
    }

    fn about_on_paper(&self) -> Vec<Part> {
        let id = EntityId::only(AboutMe::KIND.number());
        if crate::companion::life::is_only_me(self.record, AboutMe::KIND, id) {
            return Vec::new();
        }
        let mut parts = Vec::new();
        for room in self.about().rooms {
            let said = words_of(&room.said);
            if !said.is_empty() {
                parts.push(heading(2, room.heading));
                parts.extend(said);
            }
        }
        parts
    }

    fn goals_on_paper(&self) -> Vec<Part> {
        let mine = |kind: Kind, id: EntityId| crate::companion::life::is_only_me(self.record, kind, id);
        let goals = in_list_order(self).into_iter().filter(|goal| !mine(Kind::Goal, goal.id));
        let goals: Vec<GoalView> = goals.map(|goal| self.goal(goal)).collect();
        let mut parts = Vec::new();
        for mut goal in goals.into_iter().filter(|goal| goal.words.is_answered()) {
            goal.actions.retain(|action| !mine(Kind::Action, action.id));
            goal.agreements.retain(|agreement| !mine(Kind::Agreement, agreement.id));
            let said: Vec<Part> = words_of(&goal.words);
            // The first version is the heading; others stand under it, and the words over them say so.
            let mut said = said.into_iter();
            let head =
                said.by_ref().find_map(|part| if let Part::Words(said) = part { Some(said) } else { None });
            let Some(head) = head else { continue };
            parts.push(Part::Heading { level: 3, said: head, tone: None });
            parts.extend(goal.words.notes.iter().map(|note| Part::Small(Said::own(note))));
            let stands: Vec<&str> =
                std::iter::once(goal.importance_line.as_str()).chain(statuses(&goal.status)).collect();
            parts.push(Part::Line(Said::own(stands.join(" · "))));
            parts.extend(said);
            parts.extend(goal.unsettled.iter().map(|line| Part::Small(Said::own(line))));
            let actions =
                goal.actions.iter().filter_map(|action| item(&action.what, self.about_action(action)));
            parts.extend(list(Numbers::Dots, actions.collect()));
            parts.extend(agreed(&goal.agreements));
        }
        if !parts.is_empty() {
            parts.insert(0, heading(2, self.words.plain("fhir-part-goal", &[])));
        }
        parts
    }

    /// What is said of an action beside its words.
    fn about_action(&self, action: &ActionView) -> Vec<String> {
        let mut notes = vec![action.confidence_line.clone()];
        let fields = [
            (&action.barrier, "fhir-label-action-barrier"),
            (&action.strategy, "fhir-label-action-strategy"),
            (&action.would_help, "fhir-label-action-would-help"),
        ];
        for (field, key) in fields {
            let label = self.words.plain(key, &[]);
            for version in field.versions.iter().filter(|version| version.answered) {
                let args = [("label", Arg::Text(&label)), ("text", Arg::Text(&version.text))];
                notes.push(self.words.say("print-labelled", &args));
            }
        }
        notes
    }

    fn promises_on_paper(&self) -> Vec<Part> {
        let open = self.promises().into_iter().filter(|promise| promise.open && !promise.only_me);
        let items =
            open.filter_map(|promise| item(&promise.what, vec![promise.who_by, promise.state])).collect();
        let Some(list) = list(Numbers::Dots, items) else { return Vec::new() };
        vec![heading(2, self.words.plain("fhir-part-promise", &[])), list]
    }
}

fn statuses(status: &FieldView) -> impl Iterator<Item = &str> {
    status.versions.iter().filter(|version| version.answered).map(|version| version.text.as_str())
}
