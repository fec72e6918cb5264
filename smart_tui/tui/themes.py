"""Our own colours: a dark and a light theme, and one of high contrast.

Text stands out from its ground by 4.5 to 1 or more, signs by 3 to 1 (WCAG 2.2, success criteria 1.4.3
and 1.4.11). Accent is focus, and green, amber and red are the sign of a status; all else is text or dim.
"""

from textual.theme import Theme

from smart_tui.i18n import N_

DARK = "smart-dark"
LIGHT = "smart-light"
CONTRAST = "smart-contrast"
DEFAULT = DARK

NAMES = {
    DARK: N_("Dark"),
    LIGHT: N_("Light"),
    CONTRAST: N_("High contrast"),
    "ansi-dark": N_("Colours of the terminal, dark"),
    "ansi-light": N_("Colours of the terminal, light"),
}
"""Themes with a name of their own; the others go by the name Textual gives them."""


def own_themes() -> tuple[Theme, ...]:
    """The themes of smart-tui, to be registered with the app."""
    return (
        Theme(
            DARK,
            primary="#7fb4d6",
            secondary="#9aa9b5",
            accent="#7fb4d6",
            success="#7fbf8a",
            warning="#e0b45c",
            error="#ea8078",
            foreground="#dcdfe2",
            background="#16191c",
            surface="#1d2125",
            panel="#23282d",
            dark=True,
            variables=_shared("#16191c", "#9ba3ab", "#3c444c", "#2a3138", "#dcdfe2", "#7fb4d6"),
        ),
        Theme(
            LIGHT,
            primary="#1f5f8b",
            secondary="#55626d",
            accent="#1f5f8b",
            success="#2a7038",
            warning="#8a5a00",
            error="#b3322a",
            foreground="#22272b",
            background="#fbfaf7",
            surface="#f3f1ec",
            panel="#eae7e0",
            dark=False,
            variables=_shared("#fbfaf7", "#5c646b", "#c4c0b6", "#e3e8ec", "#22272b", "#1f5f8b"),
        ),
        Theme(
            CONTRAST,
            primary="#ffff00",
            secondary="#ffffff",
            accent="#ffff00",
            success="#00ff66",
            warning="#ffd000",
            error="#ff8a80",
            foreground="#ffffff",
            background="#000000",
            surface="#000000",
            panel="#101010",
            dark=True,
            variables=_shared("#000000", "#e6e6e6", "#ffffff", "#003a8c", "#ffffff", "#ffff00"),
        ),
    )


def completed(variables: dict[str, str], dark: bool) -> dict[str, str]:
    """The variables of a theme with two of our own: the thin rule, and the ground of the line of the cursor.

    Themes of others mark the cursor with a strong colour, on which dim text and signs could not be read.
    """
    ansi = variables.get("background") == "ansi_default"
    return {
        "rule": "ansi_bright_black" if ansi else variables["panel-lighten-2" if dark else "panel-darken-2"],
        "cursor-line": "ansi_default" if ansi else variables["panel"],
        **variables,
    }


def _shared(background: str, muted: str, rule: str, cursor: str, cursor_text: str, accent: str) -> dict[str, str]:
    return {
        "text": cursor_text,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "border": accent,
        "border-blurred": rule,
        "rule": rule,
        "cursor-line": cursor,
        "block-cursor-background": cursor,
        "block-cursor-foreground": cursor_text,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": cursor,
        "block-cursor-blurred-foreground": cursor_text,
        "input-cursor-background": cursor_text,
        "input-cursor-foreground": background,
        "scrollbar": rule,
        "scrollbar-hover": muted,
        "scrollbar-active": accent,
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "scrollbar-corner-color": background,
    }
