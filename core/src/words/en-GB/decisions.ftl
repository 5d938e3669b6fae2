### Decisions: a choice to make, what matters about each option, and what was decided. "Not now" is an answer.

decision-open = Not decided yet
decision-decided = Decided
decision-decided-on = Decided { $date }
decision-not-now = Not now
decision-not-now-on = Not now, { $date }

choice-decision-state-open = not decided yet
choice-decision-state-decided = decided
choice-decision-state-not-now = not now
choice-option-sort-treatment = treatment
choice-option-sort-care = care
choice-option-sort-support = support
choice-consideration-side-for = for it
choice-consideration-side-against = against it
choice-consideration-side-neither = neither for nor against
