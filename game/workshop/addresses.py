"""Which address of this laptop phones in the room can open, told from the names and numbers it has.

Nothing is asked of a network. `scored` judges any list of adapters; `candidates` that of this machine.
"""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, ip_address

from game.words import say

PORT = 8080
"""Where the page for phones opens when nobody asked for another port."""


@dataclass(frozen=True, slots=True)
class Adapter:
    """A network adapter as the system tells of it: all its names in one, and its addresses."""

    name: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address, the adapter it is on, and how likely a phone can open it: the higher the score, the better.

    `why` is a key of the catalogue of words.
    """

    address: str
    name: str
    why: str
    score: int

    @property
    def is_likely(self) -> bool:
        """Tell whether it makes sense to send phones here."""
        return self.score >= LIKELY

    def told(self, language: str) -> str:
        """Return in words why the address is good or not."""
        return say(language, self.why)


LIKELY = 30

_SCORES = {
    "address-hotspot": 110,
    "address-wifi": 100,
    "address-wired": 90,
    "address-lan": 80,
    "address-public": 70,
    "address-bridge": 60,
    "address-mobile": 25,
    "address-vpn": 20,
    "address-bluetooth": 18,
    "address-wsl": 16,
    "address-docker": 15,
    "address-virtual": 14,
    "address-link-local": 10,
    "address-loopback": 0,
}
"""IPv6 gets half of it: it then still comes before every address that phones cannot open."""

_ELSEWHERE = -1
"""The score of an address that this machine does not have."""

_VPN = re.compile(
    r"vpn|wireguard|\bwg\d*\b|wintun|nordlynx|proton|mullvad|tailscale|zerotier|\bzt[0-9a-z]{8}|hamachi"
    r"|openconnect|anyconnect|cscotun|secure mobility|\bpangp|globalprotect|\bgpd\d|fortinet|fortissl"
    r"|juniper|pulse secure|check point|sonicwall|netskope|zscaler|cloudflare warp|\butun\d|\btun\d"
    r"|\btap\d|tap-windows|tap-win32|\bppp\d|\bipsec\d|wan miniport|tunnel|teredo"
    r"|isatap|\bgif\d|\bstf\d|\bsit\d",
    re.IGNORECASE,
)
_DOCKER = re.compile(
    r"docker|podman|\bcni|\bveth(?!ernet)|\bbr-[0-9a-f]{12}|containerd|rancher|colima|\bflannel|\bcali[0-9a-f]|kube",
    re.IGNORECASE,
)
_WSL = re.compile(r"\bwsl\b", re.IGNORECASE)
_VIRTUAL = re.compile(
    r"virtualbox|vboxnet|vmware|vmnet|\bvirbr|\blxcbr|\blxdbr|\bincusbr|\bmpqemubr|parallels|\bvnic\d"
    r"|default switch|\bvnet\d|qemu|multipass|waydroid|anbox|bluestacks|\bawdl\d|\bllw\d|\banpi\d"
    r"|\bfeth\d|\bdummy\d|npcap|\blima",
    re.IGNORECASE,
)
_HYPER_V = re.compile(r"hyper-v|vethernet", re.IGNORECASE)
_BRIDGE = re.compile(r"\b(br|bridge)[\d-]|\bbr\b", re.IGNORECASE)
_HOTSPOT = re.compile(r"wi-?fi direct|hosted network|\bap\d|hotspot", re.IGNORECASE)
_BLUETOOTH = re.compile(r"bluetooth|\bbnep\d|\bpan\d", re.IGNORECASE)
_MOBILE = re.compile(
    r"mobile broadband|cellular|remote ndis|rndis|apple mobile device|\bwwan|\bwwp|\bwwx|\brmnet|\bpdp_ip",
    re.IGNORECASE,
)
_WIFI = re.compile(r"wi-?fi|wlan|wireless|draadloos|802\.11|airport|\bwl[opxs]|\bath\d", re.IGNORECASE)
_WIRED = re.compile(
    r"ethernet|\beth\d|\ben[opsx][0-9a-f]|\bem\d|gbe|gigabit|lan-verbinding|local area connection",
    re.IGNORECASE,
)

_BY_NAME = (
    (_BLUETOOTH, "address-bluetooth"),
    (_MOBILE, "address-mobile"),
    (_WSL, "address-wsl"),
    (_DOCKER, "address-docker"),
    (_VPN, "address-vpn"),
    (_VIRTUAL, "address-virtual"),
)
"""Names that say phones cannot get here. They go first: a VPN may well call itself ‘Ethernet adapter’."""

_PRIVATE = tuple(map(IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
_INNER = IPv4Network("172.16.0.0/12")
_SHARED = IPv4Network("100.64.0.0/10")
_HOTSPOTS = (IPv4Address("192.168.137.1"), IPv4Address("192.168.2.1"), IPv4Address("10.42.0.1"))
"""What Windows, macOS and NetworkManager give themselves when they share their connection."""


def scored(adapters: Iterable[Adapter], *, inside_wsl: bool = False) -> list[Candidate]:
    """Return every address of *adapters*, the one phones can most likely open first.

    IPv4 goes before IPv6. What is no address is left out.
    """
    found: dict[str, Candidate] = {}
    for adapter in adapters:
        for text in adapter.addresses:
            try:
                address = ip_address(text.partition("%")[0])
            except ValueError:
                continue
            why = _why(adapter.name, address, inside_wsl)
            score = _SCORES[why]
            if address.version == 6 and score >= LIKELY:
                score //= 2
            found.setdefault(str(address), Candidate(str(address), adapter.name, why, score))
    return sorted(found.values(), key=lambda each: (-each.score, ip_address(each.address).version))


def candidates() -> list[Candidate]:
    """Return the addresses of this machine, the best first.

    Raises ModuleNotFoundError without the extra `workshop`, OSError when the system does not tell.
    """
    import ifaddr

    adapters = []
    for each in ifaddr.get_adapters():
        names = dict.fromkeys([*(ip.nice_name for ip in each.ips), each.nice_name])  # Windows: two names
        addresses = (ip.ip if isinstance(ip.ip, str) else ip.ip[0] for ip in each.ips)
        adapters.append(Adapter(", ".join(name for name in names if name), tuple(addresses)))
    return scored(adapters, inside_wsl=is_inside_wsl())


def is_inside_wsl() -> bool:
    """Tell whether the program runs in the Linux that is inside Windows."""
    return platform.system() == "Linux" and "microsoft" in platform.release().lower()


def chosen(found: Sequence[Candidate], host: str = "") -> Candidate | None:
    """Return the address to use: the one asked for with *host*, or else the best of *found*.

    None where there is none. An address that this machine does not have keeps a score below zero.
    """
    if not host:
        return found[0] if found else None
    try:
        wanted = str(ip_address(host.strip("[]")))
    except ValueError:
        return Candidate(host, "", "address-no-address", _ELSEWHERE)
    for each in found:
        if each.address == wanted:
            return each
    return Candidate(wanted, "", "address-elsewhere", _ELSEWHERE)


def url_of(address: str, port: int) -> str:
    """Return what one types in a browser to get to *address*."""
    return f"http://[{address}]:{port}" if ":" in address else f"http://{address}:{port}"


def _why(name: str, address: IPv4Address | IPv6Address, inside_wsl: bool) -> str:
    """Return the key of what kind of address this is."""
    if address.is_loopback or address.is_unspecified:
        return "address-loopback"
    if address.is_link_local or address.is_multicast:
        return "address-link-local"
    for pattern, why in _BY_NAME:
        if pattern.search(name):
            return why
    if isinstance(address, IPv6Address):
        return "address-virtual" if _HYPER_V.search(name) else _by_medium(name)
    return _of_ipv4(name, address, inside_wsl)


def _of_ipv4(name: str, address: IPv4Address, inside_wsl: bool) -> str:
    """Return the kind of an address on an adapter whose name forbids nothing."""
    if address in _SHARED:
        return "address-vpn"  # Tailscale and providers' own networks
    if inside_wsl and address in _INNER:
        return "address-wsl"
    if _HOTSPOT.search(name) or (address in _HOTSPOTS and _can_share(name)):
        return "address-hotspot"
    is_first = int(address) & 0xFF == 1
    if _HYPER_V.search(name) or _BRIDGE.search(name):
        # The host itself is number 1 of a network for virtual machines; a bridge to the room is not.
        return "address-virtual" if is_first else "address-bridge"
    if not any(address in network for network in _PRIVATE):
        return "address-public"
    if is_first and address in _INNER and _by_medium(name) == "address-lan":
        return "address-docker"
    return _by_medium(name)


def _can_share(name: str) -> bool:
    """Tell whether the adapter can be the one of a hotspot: macOS makes a bridge for it."""
    return not _HYPER_V.search(name)


def _by_medium(name: str) -> str:
    if _WIFI.search(name):
        return "address-wifi"
    return "address-wired" if _WIRED.search(name) else "address-lan"
