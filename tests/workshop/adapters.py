"""What real laptops tell of their adapters, in the order in which they tell it."""

from __future__ import annotations

from game.workshop.addresses import Adapter

WINDOWS_AT_WORK = (  # Wi-Fi, a company VPN, Hyper-V with WSL, VirtualBox; `friendly name, description`
    Adapter("vEthernet (Default Switch), Hyper-V Virtual Ethernet Adapter", ("172.28.96.1", "fe80::1c2d:9")),
    Adapter("vEthernet (WSL (Hyper-V firewall)), Hyper-V Virtual Ethernet Adapter #2", ("172.20.64.1",)),
    Adapter("Ethernet 3, VirtualBox Host-Only Ethernet Adapter", ("192.168.56.1",)),
    Adapter(
        "Ethernet 5, Cisco AnyConnect Secure Mobility Client Virtual Miniport Adapter for Windows x64",
        ("10.99.3.17",),
    ),
    Adapter("LAN-verbinding* 1, Microsoft Wi-Fi Direct Virtual Adapter", ("169.254.201.4",)),
    Adapter("Wi-Fi, Intel(R) Wi-Fi 6 AX201 160MHz", ("192.168.1.34", "2a02:a45f:1234::34", "fe80::aa:bb")),
    Adapter("Bluetooth-netwerkverbinding, Bluetooth Device (Personal Area Network)", ("169.254.88.11",)),
    Adapter("Loopback Pseudo-Interface 1, Software Loopback Interface 1", ("127.0.0.1", "::1")),
)
WINDOWS_WITH_A_DOCK = (
    Adapter("OpenVPN Wintun, Wintun Userspace Tunnel", ("10.8.0.6",)),
    Adapter("Ethernet 2, Realtek USB GbE Family Controller", ("10.20.30.40",)),
    Adapter("VMware Network Adapter VMnet8, VMware Virtual Ethernet Adapter for VMnet8", ("192.168.171.1",)),
    Adapter("Tailscale, Tailscale Tunnel", ("100.101.102.103", "fd7a:115c:a1e0::1")),
    Adapter("Loopback Pseudo-Interface 1, Software Loopback Interface 1", ("127.0.0.1",)),
)
WINDOWS_HOTSPOT = (
    Adapter("Wi-Fi, Qualcomm QCNFA765 Wireless Network Adapter", ("10.0.12.99",)),
    Adapter("LAN-verbinding* 3, Microsoft Wi-Fi Direct Virtual Adapter #2", ("192.168.137.1",)),
    Adapter("Loopback Pseudo-Interface 1, Software Loopback Interface 1", ("127.0.0.1",)),
)
WINDOWS_BRIDGED_SWITCH = (  # the network card itself belongs to Hyper-V: the room's address is on the switch
    Adapter("vEthernet (WSL), Hyper-V Virtual Ethernet Adapter", ("172.25.0.1",)),
    Adapter("vEthernet (External), Hyper-V Virtual Ethernet Adapter #3", ("192.168.0.23",)),
    Adapter("Loopback Pseudo-Interface 1, Software Loopback Interface 1", ("127.0.0.1",)),
)
MAC = (
    Adapter("lo0", ("127.0.0.1", "::1", "fe80::1")),
    Adapter("awdl0", ("fe80::d8c3:1",)),
    Adapter("utun3", ("10.66.0.5", "fe80::ce81:2")),
    Adapter("bridge100", ("192.168.64.1",)),  # virtual machines
    Adapter("en0", ("fe80::8c2:1", "192.168.178.22", "2001:db9:1::22")),
    Adapter("vmnet8", ("172.16.129.1",)),
)
MAC_SHARING = (
    Adapter("lo0", ("127.0.0.1",)),
    Adapter("en7", ("10.1.2.3",)),
    Adapter("bridge100", ("192.168.2.1",)),  # internet sharing: the Mac’s own hotspot
    Adapter("utun4", ("100.77.1.2",)),
)
LINUX = (
    Adapter("lo", ("127.0.0.1", "::1")),
    Adapter("docker0", ("172.17.0.1",)),
    Adapter("br-3f2a9c0d1e4b", ("172.18.0.1",)),
    Adapter("virbr0", ("192.168.122.1",)),
    Adapter("wg0", ("10.13.13.2",)),
    Adapter("tun0", ("10.8.0.2",)),
    Adapter("tailscale0", ("100.88.4.2",)),
    Adapter("wlp2s0", ("192.168.1.77", "fe80::7")),
    Adapter("veth1a2b3c4", ("169.254.7.7",)),
)
LINUX_BRIDGED = (
    Adapter("lo", ("127.0.0.1",)),
    Adapter("lxdbr0", ("10.158.20.1",)),
    Adapter("br0", ("192.168.10.5",)),
    Adapter("wwan0", ("10.170.3.4",)),
)
LINUX_HOTSPOT = (
    Adapter("lo", ("127.0.0.1",)),
    Adapter("enp0s31f6", ("172.16.4.20",)),
    Adapter("wlan0", ("10.42.0.1",)),
)
IPHONE_HOTSPOT = (
    Adapter("lo0", ("127.0.0.1",)),
    Adapter("en0", ("172.20.10.2",)),
    Adapter("utun0", ("10.2.0.2",)),
)
CAMPUS = (Adapter("lo", ("127.0.0.1",)), Adapter("wlan0", ("145.97.12.34",)), Adapter("ppp0", ("10.5.5.5",)))

TABLE = (
    (WINDOWS_AT_WORK, "192.168.1.34", "address-wifi"),
    (WINDOWS_WITH_A_DOCK, "10.20.30.40", "address-wired"),
    (WINDOWS_HOTSPOT, "192.168.137.1", "address-hotspot"),
    (WINDOWS_BRIDGED_SWITCH, "192.168.0.23", "address-bridge"),
    (MAC, "192.168.178.22", "address-lan"),
    (MAC_SHARING, "192.168.2.1", "address-hotspot"),
    (LINUX, "192.168.1.77", "address-wifi"),
    (LINUX_BRIDGED, "192.168.10.5", "address-bridge"),
    (LINUX_HOTSPOT, "10.42.0.1", "address-hotspot"),
    (IPHONE_HOTSPOT, "172.20.10.2", "address-lan"),
    (CAMPUS, "145.97.12.34", "address-public"),
)
"""Adapters, the address that phones can open, and why."""

ORDINARY = (
    "Wi-Fi, Intel(R) Wi-Fi 6 AX201 160MHz",
    "WiFi, MediaTek Wi-Fi 6 MT7921 Wireless LAN Card",
    "Ethernet, Intel(R) Ethernet Connection (7) I219-LM",
    "Ethernet 2, Realtek PCIe GbE Family Controller",
    "LAN-verbinding, Killer E2600 Gigabit Ethernet Controller",
    "en0",
    "en7",
    "wlan0",
    "wlp3s0",
    "wlx00c0ca",
    "eth0",
    "enp3s0",
    "eno1",
    "enx00e04c680001",
)
CLOSED = (
    ("docker0", "172.17.0.1"),
    ("br-0123456789ab", "192.168.16.1"),
    ("podman1", "10.89.0.1"),
    ("virbr0", "192.168.122.1"),
    ("vboxnet0", "192.168.56.1"),
    ("vmnet1", "172.16.1.1"),
    ("bridge100", "192.168.64.1"),
    ("bridge101", "10.211.55.1"),
    ("vnic0, Parallels Shared", "10.211.55.2"),
    ("utun5", "10.9.8.7"),
    ("tun0", "10.8.0.2"),
    ("tap0", "192.168.5.2"),
    ("wg0", "10.0.0.2"),
    ("ppp0", "192.168.77.3"),
    ("tailscale0", "100.64.1.2"),
    ("zt3jnkwpx5", "10.147.17.5"),
    ("proton0", "10.2.0.2"),
    ("NordLynx, NordLynx Tunnel", "10.5.0.2"),
    ("Ethernet 4, PANGP Virtual Ethernet Adapter Secure", "10.1.1.9"),
    ("Ethernet 6, Fortinet SSL VPN Virtual Ethernet Adapter", "10.212.134.200"),
    ("Ethernet 7, TAP-Windows Adapter V9", "192.168.9.9"),
    ("vEthernet (WSL), Hyper-V Virtual Ethernet Adapter", "172.29.0.1"),
    ("vEthernet (Default Switch), Hyper-V Virtual Ethernet Adapter", "192.168.240.1"),
    ("Bluetooth-netwerkverbinding, Bluetooth Device (Personal Area Network)", "192.168.44.2"),
    ("Mobiel, Intel XMM 7360 LTE-A Mobile Broadband", "10.55.1.1"),
    ("wwan0", "10.170.3.4"),
    ("Wi-Fi, Intel(R) Wi-Fi 6 AX201 160MHz", "169.254.10.10"),
    ("lo", "127.0.0.1"),
    ("lo0", "::1"),
    ("eth0", "fe80::1"),
)
"""Adapters and addresses that no phone in the room can open."""
