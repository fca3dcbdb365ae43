"""Lists of a paper whose members have keys: its prefaces, sections, headings and annexes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from consultations.sections.material import Material, Part


class Clash(Exception):
    """Someone else changed the place since; its address is the argument."""


class Gone(Exception):
    """Someone else took the place away since; its address is the argument."""


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=Keyed)


def last(address: str) -> str:
    """The key a member has in its own list."""
    return address.rpartition("/")[2]


def changed(members: tuple[K, ...], key: str, change: Callable[[K], K]) -> tuple[K, ...]:
    return tuple(change(each) if each.key == key else each for each in members)


def inserted(members: tuple[K, ...], member: K, before: str) -> tuple[K, ...]:
    """With `member` before the one of that key, at the end where there is none."""
    position = next((i for i, each in enumerate(members) if each.key == before), len(members))
    return (*members[:position], member, *members[position:])


def moved(members: tuple[K, ...], key: str, before: str) -> tuple[K, ...]:
    """With the member `key` before the member `before`, "" for the end; Gone where one of them is not there."""
    moving = next((each for each in members if each.key == key), None)
    if moving is None or (before and not any(each.key == before for each in members)):
        raise Gone(key if moving is None else before)
    return members if key == before else inserted(without(members, key), moving, before)


def without(members: tuple[K, ...], key: str) -> tuple[K, ...]:
    return tuple(each for each in members if each.key != key)


def in_section(material: Material, key: str, change: Callable[[Part], Part]) -> Material:
    if not any(part.key == key for part in material.parts):
        raise Gone(key)
    return replace(material, parts=changed(material.parts, key, change))


def in_outline(part: Part, change: Callable[[Any], Any]) -> Part:
    return replace(part, outline=change(part.outline))
