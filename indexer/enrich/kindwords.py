"""Words that tell one kind of document from another.

A word of a sign stands for every word that begins so: ``hankkee`` for ``hankkeessa``. Written
before it, ``^`` asks for the beginning of a line and ``*`` allows it inside a compound (in the
opening alone); written after it, ``|`` asks for the end of the word. Words are parted by commas,
so that one may be a phrase. None has fewer than four characters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class WordSign(NamedTuple):
    """Words that speak for kinds, once ``least`` different ones are found, and why they do.

    ``opening`` limits the look to the title and what stands first.
    """

    name: str
    weights: Mapping[str, float]
    words: str
    why: str
    opening: bool = False
    least: int = 1


WORD_SIGNS: tuple[WordSign, ...] = (
    WordSign(
        "a degree's work",
        {"thesis": 8},
        "*opinnäytety, *opinnäytteen, pro gradu, *väitöskirja, kandidaatintyö, kandidaatintutk,"
        " kandidaatintyö, *tutkielma, lisensiaatin, examensarbete, lärdomsprov, *avhandling,"
        " dissertation, bachelor, master's thesis, kuvailulehti, ^theseus",
        "a thesis names its degree on the cover",
        opening=True,
    ),
    WordSign(
        "a degree programme",
        {"thesis": 3},
        "*koulutusohjelma, tutkinto-ohjelma, sosionomi|, sosionomikoulutus, yamk|, amk)|,"
        " ylempi amk, toimeksiantaja, ohjaava opettaja, degree programme, liitettä|, sidantal,"
        " utbildningsprogram, sivumäärä",
        "the cover of a thesis tells the programme, who ordered it, its pages",
        opening=True,
    ),
    WordSign(
        "a school",
        {"thesis": 1.5, "article": 0.5},
        "*ammattikorkeakoulu, *yrkeshögskol, applied sciences, *yliopisto, *universitet,"
        " university, tiedekunta, kasvatustieteiden",
        "theses and articles name the school",
        opening=True,
    ),
    WordSign(
        "words of research",
        {"thesis": 2.5, "article": 1, "report": 0.5},
        "tarkoituksena oli, työn tavoitteena, aineisto, haastattel, teemahaastat, ryhmähaastat,"
        " analysoi, tutkimuskysym, tulosten mukaan, tulokset osoitt, tulokset kerto, syftet med,"
        " syftet var, samlades in, intervju, resultatet|, resultaten|, analysera, purpose of this,"
        " data were, results show, results indicate, teoreettinen, viitekehy",
        "an abstract tells its aim, data, analysis and results",
        least=2,
    ),
    WordSign(
        "keywords",
        {"article": 2.5, "thesis": 2},
        "asiasanat, avainsanat, nyckelord, sökord, keywords",
        "works of scholars are given keywords",
    ),
    WordSign(
        "a journal",
        {"article": 4.5},
        "vertaisarvio, fagfelle, referentgransk, peer-review, peer review, *tidskrift, *tidsskrift,"
        " tiedelehti, journal of, issn|, ur tidningen",
        "articles stand in a journal or a magazine",
        opening=True,
    ),
    WordSign(
        "it calls itself an article",
        {"article": 6},
        "^artikkeli|, ^artikel|, ^katsaus|, ^näkökulma, ^pääkirjoitus, ^kolumni, ^essee|,"
        " ^haastattelu|, ^ledare|, ^kolumn|, tämä artikkeli, tässä artikkelissa, artikkelissa,"
        " tässä kirjoituksessa, tässä katsauksessa, denna artikel, den här artikeln, i artikeln,"
        " this article, this paper, tarkastelen tässä",
        "a text that points at itself tells its own genre",
        opening=True,
    ),
    WordSign(
        "what research says",
        {"article": 2},
        "tutkimuksen mukaan, tutkimusten mukaan, tutkimusnäyttö, on tutkittu, asiantuntijat,"
        " forskare, forskningen, research shows, research has, käsite|, käsitteen, begreppet",
        "articles tell what research says",
    ),
    WordSign(
        "words and pictures by",
        {"article": 3.5},
        "teksti:, teksti ja kuva, text:, text och bild, text och foto, words and photos",
        "magazines credit text and pictures",
        opening=True,
    ),
    WordSign(
        "he and she say",
        {"article": 1.5, "news": 0.5},
        "hän sanoo, hän kertoo, hän toteaa, hän pohtii, hän selittää, sanoo hän, selittää hän,"
        " hon säger, han säger, säger hon, säger han, she says, he says",
        "a story of a magazine lets people talk",
    ),
    WordSign(
        "it calls itself a blog",
        {"blog": 5},
        "*blogi|, blogissa|, blogg|, blogikirjoit, blogginlägg, vieraskynä, gästinlägg, blog post,"
        " kirjoitussarja, tässä kirjoitussarjassa",
        "a text that points at itself tells its own genre",
        opening=True,
    ),
    WordSign(
        "a report's cover",
        {"report": 4.5},
        "*raportti|, *rapport|, final report, yhteenveto tuloksista,"
        " summary of, ^muistio|, väliarviointi, työryhmän muistio, raportissa, selvityksessä,"
        " rapporten, utredningen, kartoituksessa, utvärderingen, ^kartoitus, tähän julkaisuun,"
        " tässä julkaisussa, ^yhteenveto|, ^sammanfattning|, ^summary|, ^päätelmät|, tämä raportti,"
        " tämä selvitys, tässä raportissa, denna rapport, this report",
        "a line of the cover, or a text that points at itself",
        opening=True,
    ),
    WordSign(
        "a list of contents",
        {"report": 4, "plan": 0.5},
        "^sisältö|, ^sisällys|, ^sisällysluettelo, ^innehåll|, ^innehållsförteckning, ^contents|,"
        " sisältö esipuhe, innehåll 1, sisältö 1, sisällys 1",
        "longer works list their contents; most are reports",
        opening=True,
    ),
    WordSign(
        "print",
        {"report": 4},
        "isbn, painettu, kopijyvä, paino:",
        "reports are printed",
        opening=True,
    ),
    WordSign(
        "figures of a survey",
        {"report": 2.5, "thesis": 0.5},
        "vastausprosent, vastaaj, vastauksia, vastasi|, prosenttia, taulukko, kuvio|, keskimäärin,"
        " keskiarvo, yhteensä, svarade, enkät, procent|, tabell, sammanlagt, respond, per cent,"
        " a total of",
        "reports count answers",
        least=2,
    ),
    WordSign(
        "money spent",
        {"report": 2},
        "kokonaiskustan, kustannukset olivat, kostnaderna uppgick, costs were, hanke päättyi|,"
        " projektet avslutades, loppuraporti, menot toteutuivat",
        "reports tell what a work that is over cost",
    ),
    WordSign(
        "proposals",
        {"report": 1.5},
        "työryhmä ehdotta, työryhmä esittä, selvitys ehdotta, esitämme, suositellaan,"
        " suosittelemme, ehdotetaan, suositukset, rekommendera, föreslås, recommended, recommend|",
        "reports end in proposals",
    ),
    WordSign(
        "it calls itself a plan",
        {"plan": 4},
        "tämä suunnitelma, tässä suunnitelmassa, denna plan, this plan|, ^planen gäller,"
        " ^planen utgör, planen gäller, ^suunnitelma perustu, ^suunnitelma koskee,"
        " suunnitelma on laadittu, suunnitelma tarkistetaan, suunnitelma päivitetään, ^asiakirja,"
        " asiakirja ohjaa, the curriculum, suunnitelma 20",
        "a text that points at itself tells its own genre",
        opening=True,
    ),
    WordSign(
        "duties and times",
        {"plan": 3},
        "^vastuu, vastuuhenkilö, vastuutaho, vastuu:, aikataulu|, aikataulu:, toimenpite, åtgärder,"
        " ansvar|, ansvarig, ^seuranta, uppföljning, painopiste, toteutumista, voimassa,"
        " otetaan käyttöön, revideras, i kraft, vuosittain, toimintakau, toiminta-ajatus,"
        " arvoperusta, värdegrund, laaditaan, shall be, ^tavoite|, ^tavoitteet|, lukuvuoden,"
        " läsåret, årligen",
        "plans tell who does what by when, and how it is followed",
        least=2,
    ),
    WordSign(
        "a project's opening",
        {"project_page": 2.5},
        "*hanke|, *hankkee, projektet|, projekt|, *utvecklingsprojekt, the project|,"
        " kehittämistyössä",
        "the project is what is told of",
        opening=True,
    ),
    WordSign(
        "the project again and again",
        {"project_page": 2, "report": 1.5},
        "hanke|, hankkeen|, hankkeessa|, hankkeella|, hanketta|, kehittämishank, projekt|,"
        " projektet|, projektets|, projekti|, projektin|, project|",
        "all is told of the project",
        least=3,
    ),
    WordSign(
        "what a project does",
        {"project_page": 2},
        "hanke kehittää, hanke tarjoaa, hanke tukee, hanke päättyy, hanke toteutetaan,"
        " hanke on osa, hanke kestää, hankkeessa kehitetään, hankkeessa palkataan,"
        " hankkeessa koulutetaan,"
        " hankkeessa luodaan, hankkeen nimi, hankkeen ohjausryhmä, hankkeen tavoit,"
        " hankkeen kohderyhmä, rahoitusohjelma, hallinnoija, osatoteutt, inom projektet,"
        " genom projektet, projektet vill, projektet stöder, projektet ska, projektet utvecklar,"
        " the project trains, the project develops, the project supports, the project aims,"
        " pilotoidaan, kehittäminen ja kokeilu",
        "a project that runs tells what it does in the present",
    ),
    WordSign(
        "who pays",
        {"project_page": 2},
        "rahoittaja, rahoittaa|, rahoittama, finansiär, finansier, funded by, ^funding,"
        " ^rahoitus, rahoitus tulee, stöds av, erityisavustu, hankekoordinaatt, projektledare",
        "pages of projects name the funder",
    ),
    WordSign(
        "aims as they stand",
        {"project_page": 1.5, "network_page": 0.5},
        "tavoitteena on|, tavoitteet|, målet är, aims to, koordinoi|, mukana on|",
        "what runs tells its aim in the present",
    ),
    WordSign(
        "a network's opening",
        {"network_page": 2.5},
        "*verkosto|, verkostossa|, verkoston|, verkostoon|, kehittämisverkosto|, nätverket,"
        " nätverk|, the network|, ett forum",
        "the network is what is told of",
        opening=True,
    ),
    WordSign(
        "regular meetings",
        {"network_page": 2.5},
        "kokoonnumme, kokoontuu kuu, kokoontuu nel, kokoontuu kol, kokoontuu ker, tapaamme,"
        " tapaavat kuu, tapaavat ker, ^tapaamiset|, verkostotapaami, kuukausipalaver, vi träffas,"
        " träffas två, träffas tre, möten hålls, members meet, meet online, meets every",
        "networks meet, again and again",
    ),
    WordSign(
        "members",
        {"network_page": 2.5},
        "jäsenet|, jäsenkun, puheenjohtaj, yhteyshenkilö, yhdyshenkilö, vetäjä, medlemmar,"
        " samordnare, members|, coordinator|, verkostossa on, verkostoon kuuluu, kontaktperson,"
        " deltagande kommuner, jokaisessa yksikössä on, jokaisessa päiväkodissa, oma liikkari,"
        " viiden kunnan, kuuden kunnan, väkeä|",
        "networks tell who belongs",
    ),
    WordSign(
        "come along",
        {"network_page": 2},
        "mukaan pääsee, ^mukaan?, tervetullut, tervetulleita, gå med|, new members, ilmoita nimesi,"
        " uudet jäsenet, anmäl ditt intresse, haluatko mukaan",
        "networks invite",
    ),
    WordSign(
        "it calls itself news",
        {"news": 5},
        "tiedote|, mediatiedote|, lehdistötiedote|, uutinen|, pressmeddel, press release, nyhet|,"
        " osa artikkelista",
        "a release says so",
        opening=True,
    ),
    WordSign(
        "somebody says",
        {"news": 1, "article": 0.5},
        "sanoo|, kertoo|, toteaa|, iloitsee|, arvioi|, pohtii|, kiteyttää|, korostaa|, sanoi|,"
        " kertoi|, totesi|, iloitsi|, säger|, berättar|, konstaterar|, said|, says|",
        "news and stories of magazines let people talk",
    ),
    WordSign(
        "money granted",
        {"news": 3},
        "saa yhteensä, saivat avustu, myönsi|, myönnettiin, sai runsaat, sai avustu, beviljade,"
        " får bidrag, granted|, valtionavustuksen",
        "news tell who was granted money",
    ),
    WordSign(
        "a page of slides",
        {"presentation": 4},
        "diaa|, lataa esitys, download presentation, presentaation, slideshare, slideplayer",
        "the site shares slides",
        opening=True,
    ),
    WordSign(
        "a task for the audience",
        {"presentation": 2},
        "ryhmätehtävä, parikeskustelu, pohdi parin, keskustelkaa, diskutera, två och två,"
        " discuss with, discuss in",
        "talks give their audience tasks",
    ),
    WordSign(
        "it calls itself a guide",
        {"guide": 6},
        "tämä opas, tässä oppaassa, tämä käsikirja, denna handbok, this guide|, ^opas |, ^opas on,"
        " opas on tarkoitettu, opas varhaiskasvat",
        "a text that points at itself tells its own genre",
        opening=True,
    ),
    WordSign(
        "it calls itself a practice model",
        {"practice_model": 6},
        "toimintamallin kuva, tämä toimintamalli, tässä toimintamallissa, denna verksamhetsmodell",
        "a text that points at itself tells its own genre",
        opening=True,
    ),
    WordSign(
        "how a practice goes",
        {"practice_model": 3.5},
        "^kenelle:, ^tarvitset:, ^tarvikkeet:, ^näin se toimii, ^vinkki:, ^vaiheet|",
        "described practices tell for whom and with what",
        least=2,
    ),
    WordSign(
        "a body's record",
        {"other": 8},
        "esityslista, pöytäkirja, protokoll|, päätösehdotus, esittelijä, valmistelija|,"
        " oikaisuvaatimus, muutoksenhaku, beslutsförslag, pykälä ",
        "agendas and minutes are none of the other kinds",
        opening=True,
    ),
    WordSign(
        "a letter",
        {"other": 6},
        "^hyvät huoltaja, ^hyvät vanhem, ^hyvä perhe, ^hyvä huoltaja, ^bästa vårdnadshav,"
        " ^bästa föräld, ^kära föräld, ^dear parents, ^dear famil, hei kotiväki",
        "letters to families are none of the other kinds",
    ),
    WordSign(
        "how to get a service",
        {"other": 4},
        "ajanvarau, asiakasmaksu, hakeminen|, hakemus tehdään, ansökan om, ansökan görs,"
        " haku alkaa, aukiolo, poikkeukselliset aukiolo, öppettider, avoinna klo, maksu määräyt,"
        " palveluseteli, haemme päiväkot",
        "pages of services tell how to get them",
        opening=True,
    ),
)
