"""Typing a goal sentence key by key as the screens do it, without a screen: what it shows, and taking its chips."""

from smart_tui.domain.cleaning import clean_title
from smart_tui.domain.remark import Remark, RemarkCode
from smart_tui.i18n import words
from smart_tui.text.coach import remark_sentence
from smart_tui.text.statement import statement
from smart_tui.tui import advice
from smart_tui.tui.around import Around
from smart_tui.tui.chiprow import ChipRow
from smart_tui.tui.draft import Draft
from smart_tui.tui.offers import offers
from smart_tui.tui.settling import Settling
from smart_tui.tui.titlewords import take_apart
from smart_tui.tui.written import TITLE_FIELD
from tests.tui.writing import TODAY

MOST_CHIPS = 9
OF_LATER_STEPS = (RemarkCode.NO_RELEVANCE, RemarkCode.NO_ACCEPTANCE, RemarkCode.NO_FIRST_STEP)
"""What is said of every new goal."""

FORTY = (
    ("en", "Get fitter"),
    ("en", "Read 24 books by 31 December"),
    ("en", "Improve our online presence"),
    ("en", "Run 5 km in 25 minutes by 1 June"),
    ("en", "Save £3,000 for a new boiler before October"),
    ("en", "At most two coffees a day"),
    ("en", "Increase visits to our site by 20 % within 6 months"),
    ("en", "Be a better listener"),
    ("en", "Publish the new price list and train the sales team"),
    ("en", "Raise yearly revenue by 10 % in 2 months"),
    ("en", "Grow newsletter subscribers by 15 % next quarter"),
    ("en", "Walk the dog every morning"),
    ("en", "Finish the loft by my birthday"),
    ("en", "Raise the conversion rate by 3 %"),
    ("da", "Komme i bedre form"),
    ("da", "Løbe 10 km på under 55 minutter inden 1. september"),
    ("da", "Spare 20.000 kr. op inden sommerferien"),
    ("da", "Holde otte kundemøder om ugen"),
    ("da", "Blive bedre til at lytte"),
    ("da", "Øge antallet af abonnenter med 15 % i næste kvartal"),
    ("da", "Lære spansk"),
    ("da", "Tabe 4,5 kg inden påske"),
    ("da", "Højst to sodavand om ugen"),
    ("da", "Sænke sygefraværet fra 6 % til 4 % i år"),
    ("da", "Skrive 500 ord hver dag"),
    ("da", "Få styr på økonomien"),
    ("da", "Åbne en butik i Aarhus inden udgangen af 2026"),
    ("sv", "Bli bättre på att sova"),
    ("sv", "Springa milen på under 50 minuter i september"),
    ("sv", "Läsa 12 böcker i år"),
    ("sv", "Gå 70 000 steg i veckan"),
    ("sv", "Minska matsvinnet"),
    ("sv", "Öka försäljningen med 12 procent nästa år"),
    ("sv", "Sluta röka"),
    ("sv", "Spara 1 500 kr i månaden"),
    ("sv", "Höja kundnöjdheten från 3,8 till 4,3 före juni"),
    ("sv", "Ringa mormor varje söndag"),
    ("sv", "Äta hälsosammare och träna mer"),
    ("sv", "Halvera sjukfrånvaron på två år"),
    ("sv", "Bygga färdigt altanen till midsommar"),
)
"""Goals as people write them, vague and sharp, with the language of the app."""


class Composing:
    """One new goal in an app of a language, in the first step, with its cursor behind what was typed."""

    def __init__(self, language: str) -> None:
        self.words = words(language)
        self.draft = Draft("international", language, TODAY)
        self.settling = Settling()
        self.chips = ChipRow()
        self.all: tuple[Remark, ...] = ()
        self.remarked: tuple[Remark, ...] = ()

    def type(self, title: str) -> None:
        """One more key made the title this."""
        self.settling.typed(TITLE_FIELD, self.draft.text(TITLE_FIELD), title, len(title))
        self.draft.put(TITLE_FIELD, title)
        self._refresh()

    def pause(self) -> None:
        """No key for a moment."""
        if not self.settling.breaks_off(self.draft.text(TITLE_FIELD), self.draft.language):
            self.rest()

    def rest(self) -> None:
        """No key for a good while."""
        self.settling.finish()
        self._refresh()

    def take(self) -> str:
        """Take the chip that F3 takes; gives what it said."""
        offer = self.chips.current
        assert offer is not None
        for field, text in offer.puts.items():
            self.draft.put(field, text)
        self.draft.left = offer.left or self.draft.left
        self.chips.begin()
        self.rest()
        return offer.label

    def take_all(self) -> list[str]:
        """Take chips until there are none; gives what they said."""
        taken: list[str] = []
        while self.chips.offers and len(taken) < MOST_CHIPS:
            taken.append(self.take())
        return taken

    def _refresh(self) -> None:
        around = Around(self.words, TODAY)
        text = self.settling.sentence(TITLE_FIELD, self.draft.text(TITLE_FIELD), self.draft.language)
        standing = None if self.settling.resting else self.chips.standing
        self.chips.show(offers(TITLE_FIELD, self.draft, around, text, standing))
        sentence = clean_title(take_apart(text, self.draft.left).sentence) or self.draft.title
        self.all = advice.found(self.draft.goal()._replace(title=sentence), self.words.code, TODAY, 0, ())
        wanted = advice.of_sentence(self.all)
        self.remarked = advice.calm(wanted, self.remarked, typing=not self.settling.resting)

    # What is seen.

    def labels(self) -> list[str]:
        return [offer.label for offer in self.chips.offers]

    def said(self) -> list[str]:
        return [remark_sentence(remark, self.words) for remark in self.remarked]

    def said_on_card(self) -> list[str]:
        """What the card says, but for what it says of every new goal."""
        return [remark_sentence(one, self.words) for one in self.all if one.code not in OF_LATER_STEPS]

    def example(self) -> str:
        return advice.better(self.remarked, self.draft.goal(), self.words)

    def statement(self) -> str:
        return statement(self.draft.goal(), TODAY, self.words)
