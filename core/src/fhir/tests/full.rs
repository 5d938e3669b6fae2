//! The sample plan itself: something in every field that is mapped.

use super::sample::{NOW, Sample, code, date, id, text};
use crate::plan::*;
use crate::record::{EntityId, Original, Value};

impl Sample {
    /// Something in every field of every kind that is mapped.
    pub(super) fn full() -> Self {
        let mut plan = Self::new();
        plan.me();
        plan.what_matters();
        plan.when_unwell();
        plan.the_rest();
        plan
    }

    fn all(&mut self, kind: Kind, id: EntityId, fields: &[(Field, Value)]) {
        for (field, value) in fields {
            self.write(kind, id, field, value.clone());
        }
    }

    fn me(&mut self) {
        let me = EntityId::only(Kind::Me.number());
        self.all(
            Kind::Me,
            me,
            &[
                (Me::CALL_ME, text("Jo")),
                (Me::NAME, text("Jo Example")),
                (Me::BORN, date("1951-03-04")),
                (Me::NHS_NUMBER, text("943 476 5919")),
                (Me::LANGUAGE, text("English")),
            ],
        );
        let about = EntityId::only(Kind::AboutMe.number());
        for field in AboutMe::FIELDS.iter().filter(|field| field.holds == Type::Words) {
            self.write(Kind::AboutMe, about, field, text(&format!("What I say of {}", field.name)));
        }
        self.write(Kind::AboutMe, about, &AboutMe::ON, date("2026-10"));
        let said = Original {
            text: "میری بیٹی".to_owned(),
            language: "Urdu".to_owned(),
            interpreter: "Sam".to_owned(),
            on: "2026-10-14".to_owned(),
        };
        let through = Value::Interpreted { text: "My daughter".to_owned(), original: said };
        self.write(Kind::AboutMe, about, &AboutMe::PEOPLE, through);
    }

    fn what_matters(&mut self) {
        self.all(Kind::Strength, id(1), &[(Strength::WORDS, text("I have good neighbours"))]);
        self.all(Kind::Need, id(2), &[(Need::WORDS, text("I am lonely since <b>August</b> & tired"))]);
        self.all(
            Kind::Goal,
            id(3),
            &[
                (Goal::WORDS, text("Walk to the shop and back")),
                (Goal::IMPORTANCE, Value::Int(9)),
                (Goal::NEED, Value::Entity(id(2))),
                (Goal::STATUS, code("going")),
                (Goal::OUTCOME, text("I got as far as the corner")),
                (Goal::PINNED, Value::Bool(true)),
                (Goal::REVIEW, date("2027-01")),
            ],
        );
        // Nothing of it is answered but its words.
        self.all(Kind::Goal, id(4), &[(Goal::WORDS, text("See the sea again"))]);
        self.all(
            Kind::Action,
            id(5),
            &[
                (Action::GOAL, Value::Entity(id(3))),
                (Action::WHAT, text("Walk to the corner")),
                (Action::WHO, text("me, with Sam")),
                (Action::WHEN, date("2026-12-01")),
                (Action::REPEATS, text("every second day")),
                (Action::BARRIER, text("Rain")),
                (Action::STRATEGY, text("Walk round the kitchen")),
                (Action::CONFIDENCE, Value::Int(6)),
                (Action::WOULD_HELP, text("A stick")),
                (Action::STATUS, code("doing")),
                (Action::REVIEW, date("2027")),
            ],
        );
        self.all(
            Kind::Stage,
            id(6),
            &[
                (Stage::ACTION, Value::Entity(id(5))),
                (Stage::WORDS, text("To the gate")),
                (Stage::OUTCOME, text("Easy")),
                (Stage::STATUS, code("done")),
            ],
        );
        self.all(
            Kind::CheckIn,
            id(7),
            &[
                (CheckIn::ACTION, Value::Entity(id(5))),
                (CheckIn::AT, Value::Instant(NOW.ms - 86_400_000, 60)),
                (CheckIn::WENT, text("Slowly")),
                (CheckIn::CONFIDENCE, Value::Int(7)),
            ],
        );
    }

    fn when_unwell(&mut self) {
        self.all(
            Kind::Unwell,
            id(10),
            &[
                (Unwell::NAME, text("When my breathing gets worse")),
                (Unwell::TRIGGER, text("Colds, and smoke")),
                (Unwell::SIGNS, Value::Order(vec![id(12), id(11)])),
                (Unwell::STEPS, Value::Order(vec![id(13), id(14)])),
                (Unwell::CALL, Value::Order(vec![id(21), id(20)])),
                (Unwell::REVIEW, date("2027-05-01")),
                (Unwell::REVIEW_BY, text("my nurse")),
                (Unwell::AT_HAND, Value::Bool(true)),
            ],
        );
        let plan = Value::Entity(id(10));
        let sign = |words: &str, zone: &str| {
            [(Sign::PLAN, plan.clone()), (Sign::WORDS, text(words)), (Sign::ZONE, code(zone))]
        };
        self.all(Kind::Sign, id(11), &sign("I cough more than usual", "amber"));
        self.all(Kind::Sign, id(12), &sign("I cannot finish a sentence", "red"));
        let step = |words: &str, zone: &str| {
            [(Step::PLAN, plan.clone()), (Step::WORDS, text(words)), (Step::ZONE, code(zone))]
        };
        self.all(Kind::Step, id(13), &step("Sit by the open window", "any"));
        self.all(Kind::Step, id(14), &step("Ring the surgery", "amber"));
        self.all(
            Kind::Coping,
            id(15),
            &[
                (Coping::PLAN, plan.clone()),
                (Coping::WORDS, text("Count breaths with Sam")),
                (Coping::FROM, date("2026-01")),
                (Coping::UNTIL, date("2027-01")),
            ],
        );
        self.all(
            Kind::KeptThing,
            id(16),
            &[
                (KeptThing::PLAN, plan.clone()),
                (KeptThing::WHAT, text("The blue box from the surgery")),
                (KeptThing::PLACE, text("kitchen drawer")),
            ],
        );
        self.all(
            Kind::Use,
            id(17),
            &[
                (Use::PLAN, plan),
                (Use::AT, Value::Instant(NOW.ms, 0)),
                (Use::SIGNS, Value::Order(vec![id(11)])),
                (Use::STEPS, Value::Order(vec![id(13), id(14)])),
                (Use::OUTCOME, text("Better by noon")),
            ],
        );
    }

    fn the_rest(&mut self) {
        self.all(
            Kind::Person,
            id(20),
            &[
                (Person::NAME, text("Sam")),
                (Person::RELATION, text("son")),
                (Person::NUMBER, text("01632 960000")),
                (Person::CARER, Value::Bool(true)),
                (Person::COMMENTS, text("Evenings are best")),
            ],
        );
        self.all(
            Kind::Person,
            id(21),
            &[
                (Person::NAME, text("The nurse")),
                (Person::ROLE, text("practice nurse")),
                (Person::ORGANISATION, text("The surgery")),
                (Person::KEY_WORKER, Value::Bool(true)),
                (Person::INTERPRETER, Value::Bool(false)),
                (Person::SINCE, date("2020")),
                (Person::UNTIL, date("2027-12-31")),
            ],
        );
        self.all(
            Kind::Promise,
            id(30),
            &[
                (Promise::WHAT, text("Ask for a breathing class")),
                (Promise::WHO, text("the nurse")),
                (Promise::PERSON, Value::Entity(id(21))),
                (Promise::BY, date("2026-12-15")),
                (Promise::STATE, code("promised")),
                (Promise::SAID, date("2026-11-26")),
                (Promise::NOTE, text("She will ring")),
                (Promise::MINE, Value::Bool(false)),
            ],
        );
        self.all(
            Kind::Agreement,
            id(31),
            &[
                (Agreement::WHAT, Value::Entity(id(10))),
                (Agreement::KIND_OF, Value::Int(9)),
                (Agreement::WITH, text("the nurse")),
                (Agreement::ROLE, text("practice nurse")),
                (Agreement::ON, date("2026-11-26")),
            ],
        );
        self.all(
            Kind::Preference,
            id(50),
            &[
                (Preference::SORT, code("not_want")),
                (Preference::WORDS, text("To be moved at night")),
                (Preference::DATED, date("2026-11")),
            ],
        );
        self.all(
            Kind::Reading,
            id(51),
            &[
                (Reading::WHAT, code("blood_pressure")),
                (Reading::OTHER, text("sitting")),
                (Reading::VALUE, Value::Decimal("132.50".into())),
                (Reading::SECOND, Value::Decimal("81".into())),
                (Reading::UNIT, text("mmHg")),
                (Reading::AT, Value::Instant(NOW.ms, 0)),
                (Reading::NOTE, text("After breakfast")),
            ],
        );
        self.all(
            Kind::Request,
            id(52),
            &[
                (Request::ITEM, code("pulmonary_rehabilitation")),
                (Request::WORDS, text("The class at the hall")),
                (Request::OF, text("the nurse")),
                (Request::ON, date("2026-11-26")),
                (Request::STATE, code("asked")),
                (Request::NOTE, text("Mornings suit me")),
            ],
        );
        self.all(
            Kind::Statement,
            id(56),
            &[
                (Statement::WORDS, text("I want to hear the sea")),
                (Statement::ON, date("2026-02-03")),
                (Statement::LOCATION, text("at home")),
                (Statement::PLACE, text("in the blue folder")),
            ],
        );
        let place = [(LastPlace::PLACE, text("My own bed")), (LastPlace::SORT, text("home"))];
        self.all(Kind::LastPlace, EntityId::only(Kind::LastPlace.number()), &place);
        self.all(
            Kind::Requirement,
            id(57),
            &[
                (Requirement::SORT, code("mobility")),
                (Requirement::WORDS, text("I use two sticks")),
                (Requirement::DETAIL, text("Stairs one at a time")),
            ],
        );
        // One question of each sort of answer, as no one question has.
        self.all(
            Kind::Reply,
            id(54),
            &[
                (Reply::QUESTION, text("breathless")),
                (Reply::ASKED, text("How breathless do you get?")),
                (Reply::ANSWER, code("rather_not_say")),
                (Reply::SCALE, Value::Int(3)),
                (Reply::COUNT, Value::Int(4)),
                (Reply::MRC, code("2")),
                (Reply::CAT, Value::Int(21)),
                (Reply::NUMBER, Value::Decimal("1.20".into())),
                (Reply::UNIT, text("litres")),
                (Reply::WORDS, text("Only on hills")),
            ],
        );
        self.all(Kind::Mood, id(55), &[(Mood::DOWN, code("yes")), (Mood::INTEREST, code("no"))]);
        let copy = [(ClinicalCopy::WHAT, text("ReSPECT")), (ClinicalCopy::WORDS, text("Copied decision"))];
        self.all(Kind::ClinicalCopy, id(53), &copy);
        self.all(
            Kind::Condition,
            id(40),
            &[(Condition::WORDS, text("Tired lungs")), (Condition::SINCE, date("2015"))],
        );
        self.all(
            Kind::Allergy,
            id(41),
            &[(Allergy::WHAT, text("Penicillin")), (Allergy::REACTION, text("A rash"))],
        );
        self.all(
            Kind::Medicine,
            id(42),
            &[(Medicine::WORDS, text("The blue inhaler")), (Medicine::WHY, text("breathing"))],
        );
        self.all(
            Kind::Form,
            id(43),
            &[
                (Form::FORM, code("respect")),
                (Form::DATED, date("2026-05-01")),
                (Form::PLACE, text("yellow folder")),
            ],
        );
        let card = EntityId::only(Kind::Card.number());
        self.all(
            Kind::Card,
            card,
            &[
                (Card::VERY_UNWELL, text("Please ring Sam first")),
                (Card::MEDICINES_CHECKED, date("2026-11-01")),
            ],
        );
    }
}
