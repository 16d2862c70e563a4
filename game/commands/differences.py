"""What a play that does not hold comes to, in words an author understands."""

from __future__ import annotations

from collections.abc import Collection

from game.authoring.blessing import Change
from game.authoring.plays import Meters, Play
from game.authoring.playtesting import Difference, EndedElse, Gone, Hidden, NotOver, Parted, TooLate
from game.story.level import Level
from game.story.playthrough import State
from game.story.text import clean
from game.words import say


def told(difference: Difference, play: Play, level: Level, language: str) -> str:
    """Say what is different from what *play* expects."""
    match difference:
        case Gone():
            return _gone(difference, language)
        case Hidden(number, reply, when, state, available):
            return say(
                language,
                "test-hidden",
                number=number,
                reply=reply,
                when=when,
                state=_meters(state) + _facts(state, language),
                available=", ".join(available),
            )
        case TooLate(number, reply, ending):
            return say(language, "test-too-late", number=number, reply=clean(reply), ending=ending.id)
        case Parted(number, reply, expected, state):
            values = {"found": _found(expected, state), "expected": _expected(expected)}
            return say(language, "test-parted", number=number, reply=reply, **values)
        case NotOver(scene, expected_ending, available):
            ways = ", ".join(available)
            return say(
                language, "test-not-over", scene=scene, expected=clean(expected_ending), available=ways
            )
        case EndedElse():
            return _ended_else(difference, play, level, language)


def changed(changes: Collection[Change], language: str) -> str:
    """Say what is written anew into a play."""
    return ", ".join(_changed(each, language) for each in changes)


def _changed(change: Change, language: str) -> str:
    key = "bless-change" if change.old else "bless-new-value"
    said = say(language, key, what=change.what, old=clean(change.old), new=change.new)
    return say(language, "bless-after", reply=change.reply[1], change=said) if change.reply else said


def _gone(gone: Gone, language: str) -> str:
    available = ", ".join(gone.available)
    if gone.scenes:
        return say(
            language,
            "test-gone-elsewhere",
            number=gone.number,
            reply=gone.reply,
            scenes=", ".join(gone.scenes),
            scene=gone.scene,
            available=available,
        )
    return say(
        language,
        "test-gone",
        number=gone.number,
        reply=clean(gone.reply),
        scene=gone.scene,
        suggestion=_did_you_mean(gone.meant, language),
        available=available,
    )


def _ended_else(ended: EndedElse, play: Play, level: Level, language: str) -> str:
    if ended.is_other_ending and ended.ending:
        is_known = ended.expected in level.endings
        expected = _expected(ended.meters)
        differs = expected and expected != _found(ended.meters, ended.state)
        says = say(language, "test-play-says", expected=expected) if differs else ""
        return say(
            language,
            "test-other-ending" if is_known else "test-no-ending",
            found=ended.ending.id,
            expected=clean(ended.expected or ""),
            state=_meters(ended.state) + _facts(ended.state, language),
            suggestion=says if is_known else _did_you_mean(ended.meant, language),
        )
    held = ended.held
    reply = play.replies[held - 1] if held else ""
    return say(
        language,
        "test-other-meters",
        found=_found(ended.meters, ended.state),
        expected=_expected(ended.meters),
        held=say(language, "test-held", number=held, reply=reply) if held else "",
    )


def _meters(state: State) -> str:
    return f"trust {state.trust}, sympathy {state.sympathy}"


def _facts(state: State, language: str) -> str:
    if not state.facts:
        return say(language, "test-no-facts")
    return say(language, "test-facts", facts=", ".join(sorted(state.facts)))


def _expected(meters: Meters) -> str:
    told = (("trust", meters.trust), ("sympathy", meters.sympathy))
    return ", ".join(f"{name} {value}" for name, value in told if value is not None)


def _found(meters: Meters, state: State) -> str:
    """Return the meters that were expected, as they are."""
    is_expected = (meters.trust is not None, meters.sympathy is not None)
    found = (f"trust {state.trust}", f"sympathy {state.sympathy}")
    return ", ".join(each for each, is_wanted in zip(found, is_expected, strict=True) if is_wanted)


def _did_you_mean(name: str, language: str) -> str:
    return say(language, "did-you-mean", name=name) if name else ""
