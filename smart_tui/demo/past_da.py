"""What the demo's person wrote in weekly reviews and in the journal, in Danish."""

from smart_tui.demo.reviewtext import ReviewText, Written

WRITTEN = Written(
    if_then="Hvis {situation}, så {action}",
    dated="{day}. {month} {year}",
    months=(
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ),
    reviews={
        41: ReviewText(
            well="Den første bog er læst, på sofaen og ikke på telefonen.",
            hindered="Regn tre morgener, og jeg tog bussen.",
            change="Skoene ved døren aftenen før.",
            promises=(("Hent de to bøger, der er reserveret", ""), ("Stå af et stop før på tre dage", "")),
        ),
        40: ReviewText(
            well="Stod af et stop før, også når det regnede.",
            hindered="Aftenerne gik med regnskabet.",
            change="Computeren bliver på arbejdet to aftener om ugen.",
            promises=(
                ("Læg et kort om nyhedsbrevet i hver pakke", ""),
                ("Læs før klokken ni tre aftener", "en serie vandt"),
            ),
        ),
        37: ReviewText(
            well="Det første brev er sendt, og folk svarede.",
            hindered="Tre uger uden at se tilbage: jeg vidste ikke længere, hvad jeg havde villet.",
            change="Søndag efter aftensmaden, med eller uden kaffe.",
            relevant="Ja, det hele.",
            promises=(("Løb med Kim på torsdag", ""), ("Skriv to breve på forhånd", "det ene")),
        ),
        33: ReviewText(
            well="Omsætningen er, hvor den skal være, uden et eneste tilbud.",
            hindered="Få melder sig til brevet: formularen på siden gør næsten ingenting.",
            change="Spørg folk i stedet for at vente på formularen.",
            relevant="Listen mere end nogensinde. Spansk mindre, end jeg troede.",
            promises=(
                ("Spørg alle ved kassen en hel dag", ""),
                ("Skriv indlægget onsdag, ikke fredag nat", ""),
            ),
        ),
        26: ReviewText(
            well="To uger væk, telefonen i en skuffe. Listen voksede alligevel.",
            hindered="En bunke mails og ikke ét indlæg siden før ferien.",
            change="Den første dag hjemme uden møder.",
            relevant="Spansk: rejsen er aflyst, så nej. Resten ja.",
            promises=(
                ("Én hård tur på tid", ""),
                ("Skriv to korte indlæg på én gang", "mailen kom først"),
            ),
            plans={"posts": ("det er onsdag klokken ti", "skriver jeg en halv time før alt andet")},
        ),
        21: ReviewText(
            well="Otte møder eller flere om ugen fra starten. Det er opkaldene før mailen.",
            hindered="Løbet: to ture om ugen gør mig ikke hurtigere mere.",
            change="Læs mere, nu det går af sig selv: 24 bøger i stedet for 20.",
            relevant="Ja. Men det ville være nok at løbe for sjov.",
            accepted="Mira synes, otte møder er mange, og booker dem alligevel.",
            promises=(("Ring til ti fra messen", ""), ("Lær den anden sang udenad", "")),
        ),
        16: ReviewText(
            well="Ni møder på en uge, og bandet kan spille to sange til ende.",
            hindered="En forkølelse tog tre dage, og benene er stadig trætte.",
            change="Søvn før ambitioner.",
            relevant="Indlæggene: jeg skriver dem til ingen. Tænk over det.",
            promises=(
                ("To rolige ture uden ur", "den ene"),
                ("Bed tre kunder om et navn hver", ""),
                ("Send brevet om det nye brød", ""),
            ),
        ),
        13: ReviewText(
            well="Lukkede indlæggene med let hjerte. Lanceringen har en plan.",
            hindered="Kun fem møder: to aflyste, og jeg bookede ikke noget i stedet.",
            change="Book ni for at holde otte.",
            accepted="Bo er glad for, at indlæggene er væk.",
            promises=(
                ("Bed to fotografer om en pris", ""),
                ("Book ni møder", "syv"),
                ("Tæl, hvor folk forlader kassen", ""),
            ),
        ),
        9: ReviewText(
            well="Prisen på det nye produkt er besluttet, af mig, på en eftermiddag.",
            hindered="Tav på tre møder i træk. Én bog på fire uger.",
            change="Bed om hjælp til at tale; modet kommer ikke af sig selv.",
            relevant="At tale: ja, selv om jeg hellere ville sige nej.",
            promises=(
                ("Bed Kim om at høre på i fem minutter", ""),
                ("Book fotografen", ""),
                ("Opret den månedlige overførsel", ""),
            ),
            plans={"books": ("jeg sætter mig i toget", "åbner jeg bogen før telefonen")},
        ),
        7: ReviewText(
            well="Flere besøg for tredje måned, og kassen har en side færre.",
            hindered="Forsinkede pakker: kunderne siger det, i point.",
            change="Ring selv til fragtfirmaet.",
            promises=(
                ("Ti sider, før lyset slukkes", ""),
                ("Ring til fragtfirmaet om de forsinkede pakker", "ingen tog telefonen"),
                ("Tag tre felter ud af formularen", ""),
            ),
            notes={"speaking": "ingen bad mig om det"},
        ),
        5: ReviewText(
            well="Billederne er taget, og de er gode.",
            hindered="Kun fem møder, og for meget bil til skridtene.",
            change="Book om mandagen, før Mira skal spørge.",
            relevant="Ja. Det er lanceringen, det gælder nu.",
            accepted="Fotografen vil have sine penge hurtigere. Rimeligt.",
            promises=(
                ("Book otte møder inden tirsdag", ""),
                ("Find en til den svenske tekst", "intet svar fra bureauet"),
                ("Send brevet senest torsdag", ""),
                ("Læs i toget, begge veje", "kun på vejen hjem"),
            ),
        ),
        4: ReviewText(
            well="Ni møder, og brevet er sendt.",
            hindered="Bandet: én er på turné, én har fået barn. Vi holder pause, til de er tilbage.",
            change="Begynd på teksten nu, alene om nødvendigt.",
            promises=(
                ("Bed fragtfirmaet om en fast dag", ""),
                ("Sig to sætninger på mødet", ""),
                ("Skriv den engelske tekst", "halvdelen"),
                ("En lang tur med Kim på søndag", ""),
            ),
        ),
        3: ReviewText(
            well="Sagde noget på mødet, og ingen døde af det. Kunderne lagde mærke til pakkerne.",
            hindered="En langsom uge: alle var væk, og jeg læste kun nyheder.",
            promises=(
                ("Gør den engelske tekst færdig", "to dage i butikken i stedet"),
                ("Book otte møder", "fem"),
                ("Læg en bog i hver taske", ""),
                ("Kort og mobilbetaling side om side", ""),
            ),
        ),
        2: ReviewText(
            well="På cykel til arbejde hele ugen. Kunderne er mere tilfredse end nogensinde.",
            hindered="Teksten til lanceringen venter, og igen kun fem møder.",
            change="En time på lanceringen hver morgen, før butikken åbner.",
            relevant="Ja. Konverteringen når ikke 8 % i tide, og det er i orden.",
            promises=(
                ("Spørg Mira, hvem der kan skrive den svenske tekst", ""),
                ("Ring til alle, der sagde ”senere”", ""),
                ("Udgiv artiklen om rugbrød", ""),
                ("Prøv den korte formular på telefonen", ""),
                ("Gå hjem fra arbejde to dage", ""),
            ),
            plans={"books": ("bordet er ryddet efter aftensmaden", "læser jeg tyve sider før skærmen")},
            notes={"conversion": "det sidste stykke er det sværeste"},
        ),
    },
    journal={
        "beginning": """# Hvorfor jeg skriver det ned

Mira spurgte, hvad jeg vil have nået om et år. Jeg sagde: mere af det hele. Hun lo.

Altså, i rækkefølge:

- en butik, der ikke behøver mig hver lørdag
- aftener uden skærm
- en krop, der tager trapperne uden kommentarer""",
        "library": (
            "Biblioteket har en hylde med bøger, der er *afleveret i dag*. "
            "Jeg leder ikke længere; jeg tager en derfra. Tre indtil nu, ingen af dem dårlige."
        ),
        "till": """Spurgte ved kassen hele dagen. Det sagde folk:

- ”Ja, hvis det ikke er hver uge.”
- ”Får man rabat?” (fire gange)
- ”Jeg troede, jeg allerede var med.”

Flere adresser på en dag, end formularen giver på fjorten dage.""",
        "packing": (
            "Ferie fra i morgen. Alle mål hviler, også dem, jeg sagtens kunne klare. "
            "Bo har nøglerne og nummeret på ovnmanden."
        ),
        "back": (
            "Hjemme igen. Løb før morgenmaden og måtte gå det sidste stykke. "
            "Det mærkelige: jeg savnede listerne mindre, end jeg frygtede, og gåturene mere."
        ),
        "rehearsal": """## I kælderen

Alle fem kom til tiden, for en gangs skyld. Vi kan spille den første sang til ende og den anden til broen.

Kim ved endnu ikke, at vi øver til brylluppet.""",
        "customers": """Læste alle svarene i stedet for tallet. De, der giver 5 eller 6, siger næsten det samme:

1. pakken kom for sent
2. ingen sagde noget
3. brødet var godt

Det er nummer tre, der er trist.""",
        "reached": (
            "Listen er, hvor jeg ville have den. Jeg troede, jeg ville være stoltere. "
            "Det, jeg tager med: spørg folk, ansigt til ansigt, med en kuglepen i hånden."
        ),
        "cold": "Feberen er væk. Tre dage i sengen, og ugen tæller som det, den var. Godt, at man kan sige det.",
        "race": (
            "57 minutter, fladt, ingen vind. Det bliver ikke 55 på to ture om ugen, og tre vil jeg ikke. "
            "Lukket. Kim siger, at 57 er et glimrende tempo at snakke i."
        ),
        "silence": """# Det, jeg ikke sagde

På mødet om messen havde jeg svaret og beholdt det. Bo sagde det ti minutter senere, og alle nikkede.

Næste gang: **sig det dårligt, men først.**""",
        "no": (
            "Kiggede på cykler. Den gode koster mindre, end jeg frygtede, og mere, end jeg har. "
            "Med den kunne jeg tage på arbejde hele vinteren uden at se på busplanen."
        ),
        "parcels": """Ringede til fem kunder, hvis pakke kom for sent. Ingen var vred efter anden sætning.

Læste om aftenen, hvad andre gør: https://example.org/late-parcels (sig det dagen *før*, den er forsinket).""",
        "pictures": """Billederne er i hus. Til næste gang:

- krummer ser bedre ud end skiver
- dagslys til klokken to, og så hjem
- betal samme dag""",
        "quiet": (
            "En stille aften. Læste ugerne igennem fra den første. Det, der kom i vejen, hedder næsten altid tid. "
            "Som regel var det noget andet, som jeg ikke ville se på."
        ),
        "sentences": (
            "Bød taleren velkommen. Nervøs det første minut, så nysgerrig. "
            "Kunsten er at have den første sætning på et kort og ikke få brug for det."
        ),
        "calls": """Hvorfor fem og ikke otte? Talte opkaldene i sidste uge:

- mandag 5, tirsdag 4
- onsdag til fredag: 2

Ugen er afgjort tirsdag middag.""",
    },
)
