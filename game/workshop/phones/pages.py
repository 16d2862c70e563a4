"""The pages as HTML. Every word in them is escaped here; nothing of it is ever markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from game.words import say
from game.workshop.phones.view import View

_FOLDER = Path(__file__).parent
REFRESH_SECONDS = 4

Button = tuple[str, str]
"""What a button sends, and its words."""


@cache
def asset(name: str) -> str:
    """Return a file that is served as it is."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def session_page(view: View, language: str) -> str:
    """Return the page of a phone that is in. Without JavaScript it asks anew every few seconds."""
    parts = [_heading(view["heading"]), _paragraph(view["text"])]
    if view["kind"] == "plan":
        parts.append(f"<noscript>{_paragraph(say(language, 'phone-plan-paper'))}</noscript>")
    for option in view["options"]:
        if view["kind"] == "team":
            parts.append(_team(option))
        else:
            parts.append(_choice(view["ballot"], option, language, is_mine=option["id"] == view["mine"]))
    if view["leave"]:
        parts.append(_leave(view["leave"]))
    data = {
        "lost": say(language, "phone-lost"),
        "yours": say(language, "phone-your-vote"),
        "sending": say(language, "phone-sending"),
        "refused": say(language, "phone-refused"),
        "plan-label": say(language, "phone-plan"),
        "plan-start": say(language, "phone-plan-start"),
        "plan-keep": say(language, "phone-plan-keep"),
    }
    return _page(
        language,
        "\n".join(parts),
        title=view["title"],
        head=f'<noscript><meta http-equiv="refresh" content="{REFRESH_SECONDS}"></noscript>\n'
        '<script src="/page.js" defer></script>',
        data="".join(f' data-{name}="{escape(words)}"' for name, words in data.items()),
    )


def join_page(language: str, *, notice: str = "") -> str:
    """Return the page that asks the room code; *notice* is a key of the catalogue of words."""
    label = escape(say(language, "phone-code-label"))
    main = (
        f"{_heading(say(language, 'phone-join'))}\n{_paragraph(say(language, 'phone-code'))}\n"
        '<form method="post" action="/join">'
        f'<input name="code" aria-label="{label}" maxlength="12" autocomplete="off"'
        ' autocapitalize="characters" spellcheck="false" required autofocus>'
        f'<button class="go">{escape(say(language, "phone-enter"))}</button></form>'
    )
    told = say(language, notice) if notice else ""
    return _page(language, main, notice=told, foot=_private(language))


def doorstep_page(language: str, goes_to: str) -> str:
    """Return the page that leads a phone in: from here the browser sends the cookie it just got."""
    main = (
        f"{_heading(say(language, 'phone-come-in'))}\n"
        f'<p><a class="go" href="{escape(goes_to)}">{escape(say(language, "phone-go-on"))}</a></p>'
    )
    head = f'<meta http-equiv="refresh" content="0; url={escape(goes_to)}">'
    return _page(language, main, head=head, foot=_private(language))


def closed_page(language: str, notice: str) -> str:
    """Return the page that says why a phone cannot come in; *notice* is a key of the catalogue of words."""
    return _page(language, _heading(say(language, "phone-join")), notice=say(language, notice))


def remote_page(language: str, told: str, at: str, buttons: Sequence[Button], choices: bool) -> str:
    """Return the control page: *told*, then *buttons*. By *at* a second tap on an old page does nothing.

    With *choices* it leads to a page with more of them.
    """
    more = f'<p><a class="go" href="/remote?more=1">{escape(say(language, "remote-choose"))}</a></p>'
    parts = [_heading(say(language, "remote-title")), _paragraph(told), _buttons(at, buttons)]
    head = f'<meta http-equiv="refresh" content="{REFRESH_SECONDS}">'
    foot = f"<footer>{_paragraph(say(language, 'remote-private'))}</footer>"
    return _page(language, "\n".join([*parts, more] if choices else parts), head=head, foot=foot)


def choices_page(language: str, at: str, buttons: Sequence[Button]) -> str:
    """Return the page on which a facilitator chooses over the room's head; it stays as it is."""
    back = f'<p><a class="go" href="/remote">{escape(say(language, "remote-back"))}</a></p>'
    main = [_heading(say(language, "remote-choose")), _buttons(at, buttons), back]
    return _page(language, "\n".join(main))


def _buttons(at: str, buttons: Sequence[Button]) -> str:
    made = [
        '<form method="post" action="/remote">'
        f'<input type="hidden" name="at" value="{escape(at)}">'
        f'<button class="go" name="do" value="{escape(value)}">{escape(words)}</button></form>'
        for value, words in buttons
    ]
    return "\n".join(made)


def _choice(ballot: int, option: Mapping[str, str], language: str, *, is_mine: bool) -> str:
    mark = f'<span class="mark">✓ {escape(say(language, "phone-your-vote"))}</span>' if is_mine else ""
    return (
        '<form class="vote" method="post" action="/vote">'
        f'<input type="hidden" name="ballot" value="{ballot}">'
        f'<button class="choice" name="option" value="{escape(option["id"])}"'
        f' aria-pressed="{"true" if is_mine else "false"}">'
        f"{_face(option)}{mark}</button></form>"
    )


def _team(option: Mapping[str, str]) -> str:
    return (
        '<form method="post" action="/team">'
        f'<button class="choice" name="team" value="{escape(option["id"])}">'
        f"{_face(option)}</button></form>"
    )


def _face(option: Mapping[str, str]) -> str:
    """Return what stands on the button of an option."""
    letter, words = escape(option["letter"]), escape(option["words"])
    return f'<span class="letter">{letter}</span><span class="words">{words}</span>'


def _leave(words: str) -> str:
    return (
        '<form class="leave" method="post" action="/team">'
        f'<button name="team" value="0">{escape(words)}</button></form>'
    )


def _heading(words: str) -> str:
    return f"<h1>{escape(words)}</h1>"


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _private(language: str) -> str:
    return f"<footer>{_paragraph(say(language, 'phone-private'))}</footer>"


def _page(
    language: str,
    main: str,
    *,
    title: str = "Luisterkamer",
    head: str = "",
    data: str = "",
    notice: str = "",
    foot: str = "",
) -> str:
    return Template(asset("page.html")).substitute(
        language=language,
        other="en" if language == "nl" else "nl",
        switch=escape(say(language, "phone-other-language")),
        title=escape(title),
        head=head,
        data=data,
        main=main,
        notice=escape(notice),
        foot=foot,
    )
