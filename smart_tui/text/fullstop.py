"""The full stop behind a unit that brings its own."""


def one_full_stop(said: str, unit: str) -> str:
    """A unit that is an abbreviation brings the full stop of the sentence along: "2,700 kr." """
    return said.replace(unit + ".", unit) if unit.endswith(".") else said
