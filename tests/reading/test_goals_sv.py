"""Swedish goal sentences: what is counted, how much, how often, from where."""

import pytest

from tests.reading.goalreadings import measured


def measured_in_swedish(text: str) -> str:
    return measured(text, "sv")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Spela cello tre gånger i veckan", "recurring 3 /week"),
        ("Simma två gånger i månaden", "recurring 2 /month"),
        ("Skriva 500 ord varje morgon", "recurring 500 /day"),
        ("8 glas vatten om dagen", "recurring 8 /day"),
        ("Ringa en vän varje söndag", "recurring 1 /week"),
        ("Träna måndag, onsdag och fredag", "recurring 3 /week"),
        ("Gå 10 000 steg dagligen", "recurring 10000 /day"),
        ("Lägga undan 1 500 kr varje månad", "recurring 1500 /month"),
        ("12 nyhetsbrev per år", "recurring 12 /year"),
        ("Göra yoga i 20 minuter varje kväll", "recurring 20 /day"),
        ("Springa 5 km tre gånger per vecka", "recurring 3 /week"),
        ("30 minuters gitarr 5 dagar i veckan", "recurring 5 /week"),
        ("Lägga ut 2-3 inlägg i veckan", "recurring 2 /week"),
        ("Hälsa på farfar två eller tre gånger i månaden", "recurring 2 /month"),
        ("Skicka 4 till 6 offerter varje vecka", "recurring 4 /week"),
        ("Äta fisk ett par gånger i veckan", "recurring 2 /week"),
        ("Cykla till jobbet minst 3 av 5 dagar i veckan", "recurring 3 /week"),
        ("Ringa min syster varje lördag kl 10", "recurring 1 /week"),
        ("Gå upp kl. 6 varje vardag", "recurring 1 /day"),
        ("Vara i säng före 22:30 varje kväll", "recurring 1 /day"),
        ("Åka skidor tre mil i veckan", "recurring 3 /week"),
        ("en halv bok i veckan", "recurring 0.5 /week"),
        ("Läsa en halv bok i veckan", "recurring 0.5 /week"),
        ("Ett halvt kapitel om dagen", "recurring 0.5 /day"),
        ("Gå en mil om dagen", "recurring 1 /day"),
        ("Ro en mil varje morgon", "recurring 1 /day"),
    ],
)
def test_so_much_in_every_period(text: str, reading: str) -> None:
    assert measured_in_swedish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Läsa 30 romaner i år", "total 30"),
        ("Plantera sextio träd före oktober", "total 60"),
        ("Spara ihop 12 500 kr till cykeln", "total 12500"),
        ("Tjäna 40 000:- på butiken", "total 40000"),
        ("Sälja för 2,5 miljoner kronor", "total 2500000"),
        ("Samla in 3 MSEK", "total 3"),
        ("2,5 Mkr i försäljning", "total 2.5"),
        ("Baka ett halvt dussin kakor till basaren", "total 6"),
        ("Träffa hundra nya människor under 2026", "total 100"),
        ("Cykla 100 mil", "total 100"),
        ("Vinna 10 nya kunder före maj och behålla 20 gamla", "total 10"),
        ("Besöka 26 parker i år, en varannan vecka", "total 26"),
        ("Få 300 fler prenumeranter", "total 300"),
        ("Sy tjugofem kuddar", "total 25"),
        ("Sälja för 20 tkr", "total 20"),
        ("Uppgradera 38 kontorsdatorer till Windows 11", "total 38"),
    ],
)
def test_sums(text: str, reading: str) -> None:
    assert measured_in_swedish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Springa 5 km på 25 minuter", "reduce to 25"),
        ("Springa milen under 50 minuter", "reduce to 50"),
        ("Halvmaraton under 1:45", "reduce to 105"),
        ("Få ner min tid på 5 km under 24:30", "reduce to 24.5"),
        ("Maraton på 3 timmar och 45 minuter", "reduce to 3.75"),
        ("Ta mig runt loppet på under 6 timmar 30", "reduce to 6.5"),
        ("Cykla till jobbet på en halvtimme", "reduce to 30"),
        ("Cykla till jobbet på en halv timme", "reduce to 0.5"),
        ("Få ner tiden på milen från 58 till 52 minuter", "reduce to 52 from 58"),
        ("Hålla plankan i tre minuter", "reach 3"),
        ("Göra 20 armhävningar i rad", "reach 20"),
        ("Springa 8 km utan att stanna", "reach 8"),
        ("Kunna spela 6 låtar utantill", "reach 6"),
        ("Lyfta 140 kg i marklyft före sommaren", "reach 140"),
    ],
)
def test_times_to_beat_and_feats(text: str, reading: str) -> None:
    assert measured_in_swedish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Höja öppningsgraden från 18 % till 25 %", "reach 25 from 18"),
        ("Minska skärmtiden från 4 timmar till 90 minuter om dagen", "reduce to 90 /day from 240"),
        ("60 procent av fakturorna ska vara betalda i tid", "reach 60"),
        ("Vår marknadsandel ska överstiga 30 procent", "reach 30"),
        ("Sjukfrånvaron ska ligga under 4 %", "reduce to 4"),
        ("Sjukfrånvaron ska vara högst 4,5 %", "reduce to 4.5"),
        ("Väga 72 kilo", "reach 72"),
        ("Komma ner till 72 kilo", "reduce to 72"),
        ("Jag väger 91 kg nu och vill ner till 82", "reduce to 82 from 91"),
        ("Två tredjedelar av medlemmarna ska rösta", "reach 66.666667"),
        ("Hälften av kunderna ska över till det nya systemet", "reach 50"),
        ("Nå 20 000 följare", "reach 20000"),
        ("Sänka vilopulsen till 55", "reduce to 55"),
        ("Höja kundnöjdheten från 3,6 till 4,2", "rating 4.2 from 3.6"),
        ("Få ett snittbetyg på 17", "rating 17"),
        ("NKI på minst 75", "rating 75"),
        ("Väntetiden får vara högst 10 minuter", "reduce to 10"),
    ],
)
def test_levels(text: str, reading: str) -> None:
    assert measured_in_swedish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Öka omsättningen med 12 procent", "change percent 12"),
        ("Sänka värmekostnaden med en femtedel", "change percent -20"),
        ("Minska matsvinnet 30% före juni", "change percent -30"),
        ("5 % färre klagomål", "change percent -5"),
        ("15 % tillväxt i anmälningar", "change percent 15"),
        ("Dubbla antalet volontärer", "change percent 100"),
        ("Halvera kön vid kassan", "change percent -50"),
        ("Tredubbla försäljningen på 3 år", "change percent 200"),
        ("Svinnet ska ha minskat med 40 %", "change percent -40"),
        ("Antalet medlemmar ska växa med 8 procent", "change percent 8"),
        ("Besöka 20 butiker i månaden för att öka försäljningen med 5 %", "change percent 5"),
        ("Bli 10 procent snabbare än förra året", "change percent 10"),
        ("Gå ner 8 kilo", "reduce by -8"),
        ("Tappa 8 kg före sommaren", "reduce by -8"),
        ("Ta bort 3 cm från midjan", "reduce by -3"),
        ("Få ner pulsen med 6 slag", "reduce by -6"),
        ("Gå ner ett och ett halvt kilo före bröllopet", "reduce by -1.5"),
    ],
)
def test_changes_and_differences(text: str, reading: str) -> None:
    assert measured_in_swedish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Högst 3 koppar kaffe om dagen", "reduce to 3 /day"),
        ("Bara äta ute en gång i veckan", "reduce to 1 /week"),
        ("Dricka 1 öl i veckan istället för 5", "reduce to 1 /week from 5"),
        ("Lägga max 400 kr i veckan på lunch och laga mat två gånger i veckan", "reduce to 400 /week"),
        ("Inte mer än 2 timmar tv om dagen", "reduce to 2 /day"),
        ("Hålla mobiltiden under 90 minuter om dagen", "reduce to 90 /day"),
    ],
)
def test_ceilings(text: str, reading: str) -> None:
    assert measured_in_swedish(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "Läsa en bok på 200 sidor",
        "Bygga ett skjul på 12 kvm",
        "Springa mitt första 10 km-lopp i maj",
        "Delta i Broloppet 21 km",
        "Klara B2-provet",
        "Flytta till Storgatan 34",
        "Köpa en iPhone 17",
        "Lära mig laga mat till mina 3 barn",
        "Spela i U15-laget",
        "Ringa 070 18 44 91",
        "Klara nivå 3 på kursen",
        "Komma på 3:e plats i serien",
        "Köpa ett par löparskor",
        "Flytta till rum 12",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert measured_in_swedish(text) in ("", "milestone")
