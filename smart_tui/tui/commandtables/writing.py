"""What a key does while a goal is written, and on the card at its end."""

from smart_tui.i18n import N_
from smart_tui.tui.commands import CARD, CHOOSE_MODEL, EDIT, ONELINE, WRITE, Command

WRITING: tuple[Command, ...] = (
    # While typing.
    Command("step_on", ("pagedown",), N_("On"), N_("Go on to the next step."), (WRITE,), 1, N_("on"), palette=False),
    Command(
        "step_back", ("pageup",), N_("Back"), N_("Go back to the step before."), (WRITE,), 2, N_("back"), palette=False
    ),
    Command(
        "long_editor",
        ("f2",),
        N_("Editor for a long text"),
        N_("Open the text of this field on the whole screen."),
        (WRITE, EDIT),
        3,
        N_("editor"),
    ),
    Command(
        "take_chip",
        ("f3",),
        N_("Take what was read"),
        N_("Take over what was read in your sentence."),
        (WRITE, EDIT, ONELINE),
        4,
        N_("take"),
    ),
    Command(
        "next_chip",
        ("f4",),
        N_("Next suggestion"),
        N_("Go to the next thing that was read in your sentence."),
        (WRITE, EDIT, ONELINE),
        7,
        N_("next one"),
    ),
    Command(
        "to_remark",
        ("f5",),
        N_("To the remark"),
        N_("Go to the question the first remark is about."),
        (WRITE, EDIT),
        8,
        N_("go there"),
    ),
    Command(
        "take_template",
        ("f9",),
        N_("Start from a template"),
        N_("Start from a typical goal while nothing is written yet, and change what you like."),
        (WRITE,),
        label=N_("template"),
        action="from_template",
    ),
    Command(
        "switch_model",
        ("f8",),
        N_("Switch the model"),
        N_("Write this goal in the other SMART model. No answer is lost."),
        (WRITE,),
        9,
        N_("model"),
    ),
    Command("choose_model", ("enter",), N_("Choose"), N_("Write in this model."), (CHOOSE_MODEL,), 1, N_("choose")),
    # The card.
    Command("card_activate", ("a",), N_("Activate"), N_("Start with this goal now."), (CARD,), 1, N_("activate")),
    Command("card_keep", ("d",), N_("Keep as draft"), N_("Keep the goal as a draft."), (CARD,), 2, N_("keep as draft")),
    Command("card_park", ("p",), N_("Park"), N_("Let the draft rest until a day."), (CARD,), 3, N_("park until …")),
    Command(
        "card_missing",
        ("enter",),
        N_("To what is missing"),
        N_("Go back to the first letter that lacks something."),
        (CARD,),
        4,
        N_("what is missing"),
    ),
    Command("card_back", ("pageup",), N_("Back"), N_("Back to the last step."), (CARD,), 5, N_("back"), palette=False),
    Command(
        "leave",
        ("escape",),
        N_("Keep and leave"),
        N_("Keep everything that was typed, and leave."),
        (WRITE, EDIT, ONELINE, CARD),
        5,
        N_("keep and leave"),
        palette=False,
    ),
    Command(
        "typing_help",
        ("f1",),
        N_("Help"),
        N_("Show what the keys do here."),
        (WRITE, EDIT, ONELINE),
        6,
        N_("help"),
        action="help",
    ),
)
