"""Danish goal sentences: what is counted, how much, how often, from where."""

import pytest

from tests.reading.goalreadings import measured


def measured_in_danish(text: str) -> str:
    return measured(text, "da")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Spille cello tre gange om ugen", "recurring 3 /week"),
        ("Svømme to gange om måneden", "recurring 2 /month"),
        ("Skrive 500 ord hver morgen", "recurring 500 /day"),
        ("8 glas vand om dagen", "recurring 8 /day"),
        ("Ringe til en ven hver søndag", "recurring 1 /week"),
        ("Træne mandag, onsdag og fredag", "recurring 3 /week"),
        ("Gå 10.000 skridt dagligt", "recurring 10000 /day"),
        ("Lægge 1.500 kr. til side hver måned", "recurring 1500 /month"),
        ("12 nyhedsbreve om året", "recurring 12 /year"),
        ("Dyrke yoga i 20 minutter hver aften", "recurring 20 /day"),
        ("Løbe 5 km tre gange pr. uge", "recurring 3 /week"),
        ("30 minutters guitar 5 dage om ugen", "recurring 5 /week"),
        ("Lave 2-3 opslag om ugen", "recurring 2 /week"),
        ("Besøge farfar to eller tre gange om måneden", "recurring 2 /month"),
        ("Sende 4 til 6 tilbud ugentligt", "recurring 4 /week"),
        ("Spise fisk et par gange om ugen", "recurring 2 /week"),
        ("Tage cyklen mindst 3 ud af 5 dage om ugen", "recurring 3 /week"),
        ("Ringe til min søster hver lørdag kl. 10", "recurring 1 /week"),
        ("Stå op kl. 6 hver hverdag", "recurring 1 /day"),
        ("Være i seng inden 22:30 hver aften", "recurring 1 /day"),
        ("Jeg vil læse halvanden time hver dag", "recurring 1.5 /day"),
        ("Læse en halv bog om ugen", "recurring 0.5 /week"),
        ("Et halvt kapitel om dagen", "recurring 0.5 /day"),
        ("Gå en mil om dagen", "recurring 1 /day"),
        ("Ro en kilometer hver morgen", "recurring 1 /day"),
    ],
)
def test_so_much_in_every_period(text: str, reading: str) -> None:
    assert measured_in_danish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Læse 30 romaner i år", "total 30"),
        ("Plante tres træer inden oktober", "total 60"),
        ("Spare 12.500 kr. op til cyklen", "total 12500"),
        ("Tjene 40.000 kr på butikken", "total 40000"),
        ("Sælge for 2,5 mio. kr.", "total 2500000"),
        ("Indsamle kr. 75.000 til den nye hal", "total 75000"),
        ("Samle 1½ million underskrifter", "total 1500000"),
        ("Bage et halvt dusin kager til basaren", "total 6"),
        ("Møde hundrede nye mennesker i 2026", "total 100"),
        ("Cykle 1.000 kilometer", "total 1000"),
        ("Vinde 10 nye kunder inden maj og beholde 20 gamle", "total 10"),
        ("Besøge 26 parker i år, én hver anden uge", "total 26"),
        ("Få 300 flere abonnenter", "total 300"),
        ("Sy femogtyve puder", "total 25"),
        ("Spare 20 t.kr.", "total 20"),
        ("Opgradere 38 kontorcomputere til Windows 11", "total 38"),
        ("Få 120 medlemmer flere end i 2024", "total 120"),
    ],
)
def test_sums(text: str, reading: str) -> None:
    assert measured_in_danish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Løbe 5 km på 25 minutter", "reduce to 25"),
        ("Løbe 10 km på under 50 minutter", "reduce to 50"),
        ("Halvmaraton under 1:45", "reduce to 105"),
        ("Få min 5 km ned under 24:30", "reduce to 24.5"),
        ("Maraton på 3 timer og 45 minutter", "reduce to 3.75"),
        ("Gennemføre cykelløbet på under 6 timer 30", "reduce to 6.5"),
        ("Cykle på arbejde på en halv time", "reduce to 0.5"),
        ("Få min tid på 10 km ned fra 58 til 52 minutter", "reduce to 52 from 58"),
        ("Holde planken i tre minutter", "reach 3"),
        ("Tage 20 armbøjninger i træk", "reach 20"),
        ("Løbe 8 km uden pause", "reach 8"),
        ("Kunne spille 6 sange udenad", "reach 6"),
        ("Løfte 140 kg i dødløft inden sommer", "reach 140"),
    ],
)
def test_times_to_beat_and_feats(text: str, reading: str) -> None:
    assert measured_in_danish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Hæve åbningsraten fra 18 % til 25 %", "reach 25 from 18"),
        ("Skære skærmtiden ned fra 4 timer til 90 minutter om dagen", "reduce to 90 /day from 240"),
        ("60 procent af fakturaerne skal være betalt til tiden", "reach 60"),
        ("Vores markedsandel skal over 30 procent", "reach 30"),
        ("Sygefraværet skal under 4 %", "reduce to 4"),
        ("Sygefraværet må højst være 4,5 %", "reduce to 4.5"),
        ("Veje 72 kilo", "reach 72"),
        ("Komme ned på 72 kilo", "reduce to 72"),
        ("Jeg vejer 91 kg nu og vil ned på 82", "reduce to 82 from 91"),
        ("To tredjedele af medlemmerne skal stemme", "reach 66.666667"),
        ("Halvdelen af kunderne skal over på det nye system", "reach 50"),
        ("Nå op på 20.000 følgere", "reach 20000"),
        ("Sænke hvilepulsen til 55", "reduce to 55"),
        ("Løfte medarbejdertilfredsheden fra 3,6 til 4,2", "rating 4.2 from 3.6"),
        ("Få et gennemsnit på 9", "rating 9"),
        ("NPS over 50", "rating 50"),
        ("Ventetiden må højst være 10 minutter", "reduce to 10"),
    ],
)
def test_levels(text: str, reading: str) -> None:
    assert measured_in_danish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Øge omsætningen med 12 procent", "change percent 12"),
        ("Sænke varmeregningen med en femtedel", "change percent -20"),
        ("Reducere madspildet 30% inden juni", "change percent -30"),
        ("5 % færre klager", "change percent -5"),
        ("15 % vækst i tilmeldinger", "change percent 15"),
        ("Fordoble antallet af frivillige", "change percent 100"),
        ("Halvere køen ved kassen", "change percent -50"),
        ("Tredoble salget på 3 år", "change percent 200"),
        ("Spildet skal være reduceret med 40 %", "change percent -40"),
        ("Antallet af medlemmer skal vokse med 8 pct.", "change percent 8"),
        ("Besøge 20 butikker om måneden for at øge salget med 5 %", "change percent 5"),
        ("Blive 10 procent hurtigere end sidste år", "change percent 10"),
        ("Tabe 8 kilo", "reduce by -8"),
        ("Tabe mig 8 kg inden sommer", "reduce by -8"),
        ("Tage 3 cm af livvidden", "reduce by -3"),
        ("Få pulsen ned med 6 slag", "reduce by -6"),
        ("Smide halvandet kilo inden brylluppet", "reduce by -1.5"),
    ],
)
def test_changes_and_differences(text: str, reading: str) -> None:
    assert measured_in_danish(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Højst 3 kopper kaffe om dagen", "reduce to 3 /day"),
        ("Kun spise ude én gang om ugen", "reduce to 1 /week"),
        ("Drikke 1 øl om ugen i stedet for 5", "reduce to 1 /week from 5"),
        ("Bruge maks. 400 kr. om ugen på frokost og lave mad to gange om ugen", "reduce to 400 /week"),
        ("Ikke mere end 2 timers fjernsyn om dagen", "reduce to 2 /day"),
        ("Holde min telefontid under 90 minutter om dagen", "reduce to 90 /day"),
    ],
)
def test_ceilings(text: str, reading: str) -> None:
    assert measured_in_danish(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "Læse en bog på 200 sider",
        "Bygge et skur på 12 kvm",
        "Løbe mit første 10 km løb i maj",
        "Deltage i Broløbet 21 km",
        "Bestå B2-prøven",
        "Flytte til Nørregade 34",
        "Købe en iPhone 17",
        "Lære at lave mad til mine 3 børn",
        "Spille på U15-holdet",
        "Ringe på 20 18 44 91",
        "Gennemføre niveau 3 af kurset",
        "Komme på 3. pladsen i rækken",
        "Få job i 2. afdeling",
        "Købe et par løbesko",
        "Flytte til lokale 12",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert measured_in_danish(text) in ("", "milestone")
