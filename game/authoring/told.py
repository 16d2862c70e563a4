"""Parts of a picture in words: what stands in a tree, in a tooltip, and in what a screen reader says."""

from __future__ import annotations

from game.authoring.picture import (
    Change,
    Effects,
    EndingShown,
    Picture,
    ReplyShown,
    Say,
    SceneShown,
    percentage,
)


def counts_told(picture: Picture, say: Say) -> str:
    """Return how many scenes, replies and endings there are."""
    return say(
        "picture-counts",
        scenes=len(picture.scenes),
        replies=picture.replies,
        endings=len(picture.endings),
    )


def effects_told(effects: Effects, say: Say) -> str:
    """Return what happens to the meters and what is remembered, as in 'V+5 S-10'; '' for nothing."""
    told = [f"{letter}{change}" for letter, change in changes_told(effects, say)]
    if effects.remembers:
        told.append(say("picture-remembers", facts=", ".join(effects.remembers)))
    return " ".join(told)


def changes_told(effects: Effects, say: Say) -> list[tuple[str, Change]]:
    """Return the letter and the change of each meter that can move."""
    meters = ((say("picture-trust"), effects.trust), (say("picture-sympathy"), effects.sympathy))
    return [(letter, change) for letter, change in meters if change]


def badge_told(scene: SceneShown, picture: Picture, say: Say) -> str:
    """Return whether a scene is the first, and how many random games come by, or why that is not told."""
    badges = [f"▶ {say('picture-first')}"] if scene.is_first else []
    if not scene.is_possible:
        badges.append(say("picture-never"))
    elif scene.is_in_loop:
        badges.append(f"↻ {say('picture-loop')}")
    else:
        badges.append(percentage(scene.share, picture.language) or say("picture-uncounted"))
    return " · ".join(badges)


def when_told(ending: EndingShown, say: Say) -> str:
    """Return when an ending comes."""
    return say("picture-if", when=ending.when) if ending.when else say("picture-otherwise")


def share_told(ending: EndingShown, picture: Picture, say: Say) -> str:
    """Return the share of random games that come to an ending, or that it was not counted."""
    return percentage(ending.share, picture.language) or say("picture-uncounted")


def reply_told(reply: ReplyShown, picture: Picture, say: Say) -> str:
    """Return all there is to say of a reply, its words whole."""
    target = reply.target or " / ".join(picture.endings[each].title for each in reply.endings)
    told = [f"“{reply.words}”", effects_told(reply.effects, say)]
    told += [say("picture-if", when=reply.when)] if reply.when else []
    told += [f"→ {target}"] if target else []
    told += [] if reply.is_possible else [say("picture-never")]
    return " · ".join(each for each in told if each)


def ending_told(ending: EndingShown, picture: Picture, say: Say) -> str:
    """Return all there is to say of an ending."""
    share = share_told(ending, picture, say)
    told = [f"{ending.number}. {ending.title} ({ending.id})"]
    told.append(say("picture-share", share=share) if ending.share is not None else share)
    told += [say("picture-best")] if ending.is_best else []
    told += [] if ending.is_possible else [say("picture-never")]
    return ", ".join([*told, when_told(ending, say)])
