"""The boundary from outside: a plan is begun, written, backed up and opened again
through the C functions, with a key store and an observer that are written here.
`cargo xtask bindings smoke` generates `hearth.py` and runs this."""

import gc
import os
import tempfile

import hearth


class Keys(hearth.KeyStore):
    """A key store that fails on demand."""

    fault = None

    def wrap(self, item, secret):
        return bytes(byte ^ 0x5A for byte in secret)

    def unwrap(self, item, wrapped):
        if self.fault:
            raise self.fault
        return bytes(byte ^ 0x5A for byte in wrapped)

    def counter(self):
        return None

    def advance(self, to):
        pass


class Ear(hearth.Observer):
    """Keeps what it is told, and then fails."""

    def __init__(self):
        self.heard = []

    def changed(self, places):
        self.heard += places
        raise RuntimeError("an observer that fails")


def refused(kind, call, *args):
    """The error of that group, which the call must answer."""
    try:
        call(*args)
    except kind as error:
        assert len(error.sentence) > 20, error.sentence
        # Where it was raised would keep the plan it was raised from.
        return error.with_traceback(None)
    raise AssertionError(f"{call} was done")


with tempfile.TemporaryDirectory() as folder:
    me, keys, ear = hearth.Writer.PERSON(), Keys(), Ear()
    folders = hearth.Folders(store=os.path.join(folder, "store"), card=os.path.join(folder, "card"))
    platform = hearth.Platform(key_store=keys, clock=None, language="en-GB", device_name="a desk")
    refused(hearth.HearthError.NoPlan, hearth.open_plan, folders, platform)

    begun = hearth.begin_plan(folders, platform, "Jo")
    assert begun.home.call_me == "Jo" and len(begun.recovery_words) == 12
    plan = begun.plan
    watching = plan.watch(ear)
    text = "Walk to the canal 🌊 \u202e\nمیرا باغ"
    goal = plan.add("goal", [hearth.FieldAnswer(field="words", answer=hearth.Answer.WORDS(text))], me)
    assert plan.goal(goal).words.versions[0].text == text
    assert [(place.kind, place.id) for place in ear.heard] == [("goal", goal)]
    watching.stop()
    off = refused(hearth.HearthError.Refused, plan.write, "goal", goal, "importance", hearth.Answer.WHOLE(11), me)
    assert off.reason == "error-scale-out-of-range"

    work = hearth.Work()
    plan.back_up(os.path.join(folder, "backup"), work)
    assert work.reached().done == work.reached().of > 0
    work.stop()
    refused(hearth.HearthError.Stopped, plan.back_up, os.path.join(folder, "backup"), work)

    key = hearth.card_key(folders.card, keys, "en-GB")
    card = hearth.open_card(folders.card, key, hearth.Moment(ms=0, offset_minutes=0), "en-GB")
    assert card.name == "Jo" and "999" in card.safety[0] and "clock" in card.age

    del plan, begun
    gc.collect()
    keys.fault = hearth.ShellFault.Locked()
    refused(hearth.HearthError.Locked, hearth.open_plan, folders, platform)
    keys.fault = RuntimeError("an exception that nobody expected")
    assert "1234" not in refused(hearth.HearthError.TryAgain, hearth.open_plan, folders, platform).sentence
    keys.fault = None
    assert hearth.open_plan(folders, platform).home.goals[0].words == [text]

print("the boundary holds")
