"""The computed turning point is the reply a reader would name: the one after which it was lost."""

from __future__ import annotations

from functools import cache

import pytest

from game.library import Library
from game.story.foresight import Foresight
from game.story.playthrough import choose, play, start
from game.story.turns import best_endings, turns_of
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
IDS = LIBRARY.ids

# level, what went wrong, the replies, the reply a reader would name
LOST = [
    # You were right, it was in print, and table seven heard it.
    (
        "pine-nut-sandwich",
        "cold but right",
        "staat-er-niet kaart-halen omdraaien klopt speciaal",
        "omdraaien",
    ),
    # The kitchen and the running can be put right; a lie about a menu her companion has read cannot.
    (
        "pine-nut-sandwich",
        "the pleaser",
        "keuken halen kaart-fout ons goedendag",
        "kaart-fout",
    ),
    # All was well until the favour was billed.
    (
        "pine-nut-sandwich",
        "lost at the very end",
        "kijk-mee kaart-halen pitten namen speciaal",
        "speciaal",
    ),
    # The request is the blow, but she still looks for a smile: silence seals it.
    (
        "non-pin-shop",
        "as it really went",
        "kan-niet waar-lag-het terugleggen stil bord zeg-het",
        "stil",
    ),
    # He gave away what was not his; generosity all day does not change whose money it was.
    (
        "non-pin-shop",
        "the pleaser",
        "bordje op-de-pof wacht bank eigen-zak ballonnen",
        "op-de-pof",
    ),
    # A good arrangement, and then she hears through the open door what he says about her.
    (
        "non-pin-shop",
        "laughed at her",
        "sorry bewaren vijf-is-vijf bank komt-goed ziet-u-wel",
        "bank",
    ),
    # Half an hour of slides can be forgiven. The insult cannot.
    (
        "walter-presentation",
        "as it really went",
        "dia-een schema wachten snapt-niets orde niet-uitpraten",
        "snapt-niets",
    ),
    # The hall was his already; he bought its applause at his host's expense.
    (
        "walter-presentation",
        "the pleaser",
        "bak stop-hier leg-neer begin-bij-u garage beloof-het",
        "garage",
    ),
    # The flip chart had them talking; the lesson after it ends that.
    (
        "walter-presentation",
        "cold but right",
        "projecten schema wachten eerlijk flap-over eerst-scheiden",
        "eerst-scheiden",
    ),
    # One joke at Juinen's expense is the source's own; the second is what everybody films.
    (
        "walter-plastic-car",
        "twice at Juinen's expense",
        "gerecycled uitleg raad tabel nog-een een-ding",
        "nog-een",
    ),
    # Figures, explanations, a table: all to be mended, until he corrects the hall's own joke.
    (
        "walter-plastic-car",
        "cold but right",
        "cijfers uitleg weet-niet tabel fabriek oproep",
        "fabriek",
    ),
    # Somebody wrote that figure down.
    (
        "walter-plastic-car",
        "lost early, by a bluff",
        "slimmer tien-minuten ruim-honderd tabel nog-een oproep",
        "ruim-honderd",
    ),
    # The boy's arguing is what the source's boss put right; this boss cross-examines.
    (
        "snack-bar-order",
        "one star",
        "weggegooid erbij-zeggen afhalen navragen foei niks-fout teruglezen",
        "navragen",
    ),
    # A yes from someone who has no say in it.
    (
        "snack-bar-order",
        "the pleaser",
        "keuken vervelend beloofd onderweg vrijdag geef-gelijk van-ons",
        "beloofd",
    ),
    # Well repaired, and nothing learned: a week later it is the same slip.
    (
        "snack-bar-order",
        "lost in the storeroom",
        "briefje-zoeken gemist baas-halen breng-jij foei niks-fout van-ons",
        "niks-fout",
    ),
]

# level, the replies, the reply after which nothing could go wrong any more
SECURED = [
    # The cook is cleared, in front of the guest.
    ("pine-nut-sandwich", "keuken kaart-halen pitten namen kok-recht", "kok-recht"),
    # The promise to wait is kept: the door stays open.
    ("non-pin-shop", "sorry waar-lag-het laat-maar wacht bord deur slingers", "deur"),
    # The happy hall wants a yes and gets a day on which it will hear.
    ("walter-presentation", "bak stop-hier leg-neer begin-bij-u flap-over hoort-vrijdag", "hoort-vrijdag"),
    # The text from Juinen stays in the alderman's pocket; the hall has the last word.
    ("walter-plastic-car", "gerecycled handen weet-niet vraag spullen een-ding", "een-ding"),
    # Repaired, learned, and the extra had been given.
    (
        "snack-bar-order",
        "weggegooid erbij-zeggen afhalen vertellen regel wat-anders hoe-viel-hij",
        "wat-anders",
    ),
]


@cache
def _foresight(id: str) -> Foresight:
    return Foresight(LIBRARY.level(id))


@pytest.mark.parametrize(
    ("id", "replies", "named"),
    [pytest.param(id, replies, named, id=f"{id}: {how}") for id, how, replies, named in LOST],
)
def test_a_lost_game_turns_where_a_reader_would_say(id: str, replies: str, named: str) -> None:
    game = play(LIBRARY.level(id), replies.split())
    assert game.ending is not None
    assert not game.ending.best
    turning_point = turns_of(game, _foresight(id)).turning_point
    assert turning_point is not None
    assert game.replies[turning_point] == named


@pytest.mark.parametrize(("id", "replies", "named"), SECURED)
def test_a_good_game_is_safe_where_a_reader_would_say(id: str, replies: str, named: str) -> None:
    game = play(LIBRARY.level(id), replies.split())
    assert game.ending is not None
    assert game.ending.best
    turns = turns_of(game, _foresight(id))
    assert turns.turning_point is None
    assert turns.secured is not None
    assert game.replies[turns.secured] == named


@pytest.mark.parametrize("id", IDS)
def test_a_first_reply_decides_nothing(id: str) -> None:
    level = LIBRARY.level(id)
    best, opening = best_endings(level), start(level)
    for reply in opening.available:
        endings = _foresight(id).endings_from(choose(opening, reply.id).state)
        assert endings & best, reply.id
        assert endings - best, reply.id
