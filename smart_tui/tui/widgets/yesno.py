"""An answer of yes or no with words behind it, as it is kept: "no: too little time"."""


def split_yes_no(text: str) -> tuple[str, str]:
    """ "no: too little time" as "no" and "too little time"; words without an answer give "" and the words."""
    head, colon, rest = text.partition(":")
    if head.strip() in ("yes", "no"):
        return head.strip(), rest.strip() if colon else ""
    return "", text


def join_yes_no(value: str, words: str) -> str:
    """The text that keeps an answer and the words behind it."""
    if value and words.strip():
        return f"{value}: {words}"
    return value or words
