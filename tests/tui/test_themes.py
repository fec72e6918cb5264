"""Our own colours can be read: 4.5 to 1 for text, 3 to 1 for signs."""

import pytest
from textual.app import App
from textual.color import Color

from smart_tui.tui.themes import own_themes

TEXT = ("foreground", "text-muted", "text", "block-cursor-foreground")
SIGNS = ("success", "warning", "error", "accent")


def variables(name: str) -> dict[str, str]:
    app: App[None] = App()
    for theme in own_themes():
        app.register_theme(theme)
    app.theme = name
    return app.get_css_variables()


def ratio(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2."""

    def luminance(color: Color) -> float:
        parts = [part / 255 for part in color.rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    first, second = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (first + 0.05) / (second + 0.05)


@pytest.mark.parametrize("theme", [theme.name for theme in own_themes()])
def test_text_and_signs_stand_out_from_every_ground_they_stand_on(theme: str) -> None:
    found = variables(theme)
    for ground in ("background", "surface", "panel", "block-cursor-background"):
        for text in TEXT:
            assert ratio(found[text], found[ground]) >= 4.5, (text, ground)
        for sign in SIGNS:
            assert ratio(found[sign], found[ground]) >= 3, (sign, ground)


@pytest.mark.parametrize("theme", [theme.name for theme in own_themes()])
def test_the_cursor_line_can_be_told_from_its_ground(theme: str) -> None:
    found = variables(theme)
    assert found["block-cursor-background"].lower() != found["background"].lower()


def test_high_contrast_goes_beyond_seven_to_one() -> None:
    found = variables("smart-contrast")
    for text in TEXT[:3]:
        assert ratio(found[text], found["background"]) >= 7
