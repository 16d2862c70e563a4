"""Which address phones can open: tables of real adapters, and any mix of them."""

from __future__ import annotations

import builtins
import sys
import types
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.words import WORDS
from game.workshop.addresses import Adapter, Candidate, candidates, chosen, is_inside_wsl, scored, url_of
from tests.workshop.adapters import CLOSED, LINUX, ORDINARY, TABLE, WINDOWS_AT_WORK


@pytest.mark.parametrize(("adapters", "best", "why"), TABLE)
def test_the_address_phones_can_open_comes_first(adapters: tuple[Adapter, ...], best: str, why: str) -> None:
    first = scored(adapters)[0]
    assert (first.address, first.why) == (best, why)
    assert first.is_likely
    assert scored(reversed(adapters))[0].address == best


@pytest.mark.parametrize(("name", "address"), CLOSED)
def test_what_no_phone_can_open_is_not_likely(name: str, address: str) -> None:
    [found] = scored([Adapter(name, (address,))])
    assert not found.is_likely, found


@pytest.mark.parametrize("name", ORDINARY)
@pytest.mark.parametrize("address", ["192.168.1.20", "10.0.0.7", "172.16.4.4", "192.168.0.1"])
def test_an_ordinary_address_is_likely(name: str, address: str) -> None:
    [found] = scored([Adapter(name, (address,))])
    assert found.is_likely, found


_LAN = st.builds(
    lambda net, host: f"{net}.{host}",
    st.sampled_from(["192.168.1", "192.168.178", "10.0.0", "10.20.30", "172.16.9", "172.31.0"]),
    st.integers(2, 254),
)


@given(
    st.lists(st.tuples(st.sampled_from(ORDINARY), _LAN), min_size=1, max_size=4),
    st.lists(st.sampled_from(CLOSED), max_size=8),
    st.randoms(use_true_random=False),
)
@settings(deadline=None)
def test_ordinary_addresses_always_come_before_vpn_docker_and_loopback(
    ordinary: list[tuple[str, str]], closed: list[tuple[str, str]], random: Any
) -> None:
    taken = {address for _, address in closed}
    ordinary = [each for each in ordinary if each[1] not in taken]
    adapters = [Adapter(name, (address,)) for name, address in [*ordinary, *closed]]
    random.shuffle(adapters)
    places = {each.address: place for place, each in enumerate(scored(adapters))}
    good = [places[address] for _, address in ordinary]
    bad = [places[str(address)] for _, address in closed]
    assert max(good, default=-1) < min(bad, default=len(places))


@given(
    st.lists(
        st.builds(Adapter, st.text(max_size=30), st.tuples(st.text(max_size=20), st.ip_addresses().map(str)))
    )
)
@settings(deadline=None)
def test_any_name_and_any_address_has_a_reason_in_words(adapters: list[Adapter]) -> None:
    found = scored(adapters)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    for each in found:
        assert each.told("nl")
        assert each.told("en")
    assert len({each.address for each in found}) == len(found)


def test_ipv4_comes_before_ipv6_and_ipv6_before_what_cannot_be_opened() -> None:
    found = scored(WINDOWS_AT_WORK)
    kinds = [":" in each.address for each in found if each.is_likely]
    assert kinds == sorted(kinds)
    assert "2a02:a45f:1234::34" in [each.address for each in found if each.is_likely]
    assert not any(each.address.startswith("fe80") for each in found if each.is_likely)


def test_inside_wsl_phones_cannot_get_in_unless_it_shares_the_address_of_windows() -> None:
    inner = [Adapter("eth0", ("172.20.71.5",))]
    assert scored(inner)[0].is_likely
    assert scored(inner, inside_wsl=True)[0].why == "address-wsl"
    assert scored([Adapter("eth1", ("192.168.1.34",))], inside_wsl=True)[0].is_likely


@pytest.mark.parametrize(
    ("system", "release", "inside"),
    [
        ("Linux", "5.15.153.1-microsoft-standard-WSL2", True),
        ("Linux", "6.8.0-45-generic", False),
        ("Windows", "11", False),
    ],
)
def test_wsl_is_known_by_its_kernel(
    system: str, release: str, inside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr("platform.release", lambda: release)
    assert is_inside_wsl() is inside


def test_the_user_decides() -> None:
    found = scored(LINUX)
    assert chosen(found) == found[0]
    assert chosen(found, "10.13.13.2") == next(each for each in found if each.address == "10.13.13.2")
    elsewhere = chosen(found, "192.168.99.99")
    assert elsewhere is not None
    assert (elsewhere.why, elsewhere.score) == ("address-elsewhere", -1)
    nonsense = chosen(found, "mijn-laptop")
    assert nonsense is not None
    assert nonsense.why == "address-no-address"
    assert chosen([]) is None


def test_an_ipv6_address_is_in_brackets_when_one_types_it() -> None:
    assert url_of("192.168.1.2", 8080) == "http://192.168.1.2:8080"
    assert url_of("2001:db9::2", 8080) == "http://[2001:db9::2]:8080"
    assert chosen([Candidate("2001:db9::2", "en0", "address-lan", 40)], "[2001:DB9::2]")


def _ifaddr(*adapters: tuple[str, str, list[tuple[object, str]]]) -> types.ModuleType:
    module = types.ModuleType("ifaddr")
    told = [
        types.SimpleNamespace(
            name=name, nice_name=nice, ips=[types.SimpleNamespace(ip=ip, nice_name=own) for ip, own in ips]
        )
        for name, nice, ips in adapters
    ]
    module.get_adapters = lambda: told  # type: ignore[attr-defined]
    return module


def test_both_names_windows_has_for_an_adapter_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    told = _ifaddr(
        ("{GUID-1}", "Hyper-V Virtual Ethernet Adapter", [("172.20.0.1", "vEthernet (WSL)")]),
        ("{GUID-2}", "Realtek 8852", [("192.168.1.9", "Wi-Fi"), (("fe80::9", 0, 12), "Wi-Fi")]),
    )
    monkeypatch.setitem(sys.modules, "ifaddr", told)
    first, *_, last = candidates()
    assert (first.address, first.name, first.why) == ("192.168.1.9", "Wi-Fi, Realtek 8852", "address-wifi")
    assert {each.why for each in candidates()} == {"address-wifi", "address-wsl", "address-link-local"}
    assert last.address == "fe80::9"


def test_without_the_extra_the_error_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ifaddr", raising=False)
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "ifaddr":
            raise ModuleNotFoundError(name=name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ModuleNotFoundError) as caught:
        candidates()
    assert caught.value.name == "ifaddr"


def test_this_machine_has_addresses() -> None:
    assert any(each.why == "address-loopback" for each in candidates())


def test_every_reason_says_something_of_its_own() -> None:
    reasons = [words for key, words in WORDS.items() if key.startswith("address-")]
    for language in (0, 1):
        assert len({words[language] for words in reasons}) == len(reasons)
