"""The UUIDs of what comes from elsewhere: the same thing gets the same one each time it is read."""

from uuid import UUID, uuid5

_OURS = UUID("6f0d3a52-6d1c-5b0e-9a53-6b1f6c9e0d17")


def stable_uuid(source: str, *ids: str) -> str:
    """The UUID of what `source` (such as "loop") knows under these ids, from the whole to the part.

    The ids are kept apart: ("a", "bc") and ("ab", "c") are two things.
    """
    return str(uuid5(_OURS, "\x1f".join(f"{len(part)}:{part}" for part in (source, *ids))))
