"""Which network addresses the link checker may connect to: public ones, and nothing inside our own network."""

import ipaddress
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet.

    Not: loopback, private, link-local, site-local, shared, reserved, multicast and unspecified addresses (RFC 6890,
    RFC 3879), nor an IPv6 address that stands for such an IPv4 address (mapped, 6to4, Teredo, NAT64).
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(is_of_the_internet(one) for one in meant_by(found))


def is_of_the_internet(address: IPv4Address | IPv6Address) -> bool:
    """Whether routers outside pass the address on."""
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def meant_by(address: IPv4Address | IPv6Address) -> Iterable[IPv4Address | IPv6Address]:
    """The address, or the IPv4 addresses it carries inside."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address.sixtofour:
        return [address.sixtofour]
    if address.teredo:
        return [address, *address.teredo]
    if address in NAT64:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return [address]
