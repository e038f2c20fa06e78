"""What a document is about: small documents whose places lie in wait for a careless reader.

The first line of a text is its title. Expected are ids of municipalities, then of regions; the
regions of the municipalities go without saying where nothing stands.
"""

from __future__ import annotations

import pytest

from indexer.models import NATIONAL, Section
from indexer.vocabulary import Vocabularies

from .conftest import Catalogue

WORK_DONE_THERE = [
    ("Vantaan kaupunki, varhaiskasvatuksen julkaisuja\nOpas uudelle työntekijälle.", "vantaa", ""),
    ("Opas\nTehty Laurean ja Riihimäen kaupungin varhaiskasvatuksen kanssa.", "riihimaki", ""),
    ("Kemin kaupunki ja Lapin yliopisto\nKemissä kokeilu alkoi syksyllä.", "kemi", "lappi"),
    ("Uusi piha\nTurun ja Kaarinan yhteinen ruotsinkielinen päivähoito.", "turku kaarina", ""),
    ("Tiimi\nKehittäjinä Saarijärvi/Karstula/Multia.", "saarijarvi karstula multia", ""),
    ("Kuusamo–Taivalkoski-hanke\nPerhepäivähoito uudistui.", "kuusamo taivalkoski", ""),
    ("Espoon-malli\nKielen kehitystä seurataan kuukausittain.", "espoo", ""),
    ("Kiusaaminen\nTutkimus tehtiin vantaalaisissa päiväkodeissa.", "vantaa", ""),
    ("Iltahoito\nKotkalaiset vanhemmat vastasivat kyselyyn.", "kotka", ""),
    (
        "Aukiolo\nPäiväkodit ovat auki arkisin, katso www.jyvaskyla.fi/varhaiskasvatus.",
        "jyvaskyla",
        "",
    ),
    ("Kerho\nLisätietoja: Raision kaupunki, varhaiskasvatus, puh. 02 000 0000", "raisio", ""),
    ("Päiväkoti Käpylinna\nKoulukatu 3\n04400 Järvenpää\nAvoinna aamusta iltaan.", "jarvenpaa", ""),
    ("Osallistujat\n• Kitee\n• Rääkkylä\n• Tohmajärvi", "kitee raakkyla tohmajarvi", ""),
    (
        "Kumppanuus\nTurku johti, ja mukana olivat Aura, Masku ja Rusko.",
        "turku aura masku rusko",
        "",
    ),
    ("Metsään\nPalsan väki lähtee retkelle. Inarissa ja Ivalossa on lunta.", "inari", "lappi"),
    ("Uuteen kotiin\nMuutin Turusta Raumalle. Raumalla piha on metsää.", "rauma", ""),
]
ONLY_MENTIONED = [
    ("Ohjeita\nLue lähteestä www.leikkiopas.fi tai kysy: neuvonta@ohjaus.fi.", "", ""),
    ("Leikin voima\nOpinnäytetyö, Savonia-ammattikorkeakoulu, Iisalmen yksikkö.", "", ""),
    ("Väitös\nJyväskylän ja Tampereen yliopistot tutkivat yhdessä.", "", ""),
    ("Median kertomaa\nTurun Sanomat ja Satakunnan Kansa kävivät pihalla.", "", ""),
    ("Median kertomaa\nKeskisuomalainen kävi pihalla.", "", ""),
    ("Liikunta\nTurussa pidetyssä seminaarissa puhuttiin pihoista.", "", ""),
    ("Vasu arjessa\nTampere 12.3.2019\nHavainnointia ja kirjaamista.", "", ""),
    ("Leikin teoria\nHyvä kirja on tämä: Helsinki: Kustantamo. Porvoo: Paino.", "", ""),
    ("Ruoka\nRaisio Oyj ja Vaasan Oy lahjoittivat puurohiutaleita.", "", ""),
    ("Digitarinat\nLapset kuvasivat vanhalla Nokian puhelimella.", "", ""),
    ("Metsäretkellä\nKuva: Helsingin kaupunki\nLöytyi pesä.", "", ""),
    ("Lauluja\nMusiikkiyhdistys\nAnnankatu 1\n00100 Helsinki", "", ""),
    ("Osoitteita\nHelsinginkadun ja Turuntien kulmassa on puisto.", "", ""),
    ("Blogit\nPiha. Oulun päiväkoti kaivoi. Lue lisää\nMuskari. Raahen lapset. Lue lisää", "", ""),
    ("Ryhmäkoko\nHelsingin hallinto-oikeus hylkäsi valituksen.", "", ""),
    ("Hiljaisuus\nTurun arkkihiippakunnan varhaiskasvatuspäivät.", "", ""),
    ("Kiteen polku\nKiteen väki tutustui Espoon malliin. Espoossa nähtiin piha.", "kitee", ""),
    ("Vaativa tuki\nOpettaja tuli Haminasta. Pyhtään kunnan palvelu alkoi.", "pyhtaa", ""),
]
PASSING = [
    ("Metsäryhmä\nMallin keksivät aikoinaan turkulaiset. Kuhmon lapset retkeilevät.", "kuhmo", ""),
    ("Satupolku\nIdea on lähtöisin Porista. Kiteen lapset keksivät tarinat.", "kitee", ""),
    ("Musiikki\nMallia haettiin Tampereelta. Oriveden ryhmät soittavat.", "orivesi", ""),
    ("Kysely\nAlustan toimitti espoolainen yritys. Loimaan huoltajat vastasivat.", "loimaa", ""),
    ("Kurssi\nSen järjesti lahtelainen oppilaitos. Heinolan väki kävi sen.", "heinola", ""),
    ("Leikki\nLelut ovat helsinkiläisestä kaupasta. Hangon ryhmät leikkivät.", "hanko", ""),
    ("Ohjaus\nOhjaaja kävi Mikkelistä kerran kuussa. Juvan tiimit odottivat.", "juva", ""),
    ("Johtaja\nHän siirtyi Kempeleestä. Oulaisten päiväkodit ovat tuttuja.", "oulainen", ""),
    ("Konsertti\nMatkustimme konserttiin Turkuun. Kemiön lapset lauloivat.", "kemionsaari", ""),
    ("Päivä\nSyyspäivä pidettiin Hämeenlinnassa. Forssan väki kertoi pihasta.", "forssa", ""),
    ("Kyyti\nNaapurissa Kokkolassa matka on lyhyt. Toholammin lapset istuvat.", "toholampi", ""),
    ("Matka\nJoensuun sairaalaan on pitkä matka. Ilomantsin perheet tietävät.", "ilomantsi", ""),
    ("Tuki\nPuheterapeutti käy Seinäjoelta. Alavuden kaupunki maksaa.", "alavus", ""),
    ("Soitto\nVaasan kaupunginorkesteri soitti. Laihian lapset taputtivat.", "laihia", ""),
    ("Lomake\nLEPPÄVIRRAN KUNTA\nMissä? (Leppävirta / Varkaus / muu)", "leppavirta", ""),
    ("Maistelu\nNyt maistellaan Kajaanin lisäksi Sotkamossa.", "kajaani sotkamo", ""),
    ("Vertaiset\nKiuruveden ohjaajat kehittivät vierailuille listan.", "kiuruvesi", ""),
    (
        "Ylä-Savossa opitaan\nIisalmi osti kurssin. Iisalmi maksoi. Iisalmen lapset iloitsivat. "
        "Kiuruvesi kokeili.",
        "iisalmi kiuruvesi",
        "",
    ),
    ("Kysely\nKempele/Liminka/\nTyr-\nnävä vastasivat.", "kempele liminka tyrnava", ""),
    ("Skog\nMetoden kommer ursprungligen från Borgå. Barnen i Sibbo är ute.", "sipoo", ""),
    ("Sång\nVi åkte till Åbo på konsert. Barnen i Pargas sjöng.", "parainen", ""),
    ("Chef\nHon har tidigare arbetat i Ekenäs. Hangö stad får en chef.", "hanko", ""),
    ("Opas\nPerhepäivähoidon ohjaajille kaikkialla Suomessa.\nHelsinki 2019", "", NATIONAL),
]
DAY = "Aamulla leikittiin ja illalla luettiin, ja päivä kului mukavasti. " * 6
"""Enough words for something to be said in passing."""

NOWHERE = [
    ("Hiljaa\nKuuntelin lapsia. Muistin lapsuuteni Kajaanissa.", "", ""),
    ("Vinkit\nNe koottiin koulutuksessa Vantaalla.", "", ""),
    ("Sadutus\nSe kehitettiin Helsingissä psykologien työssä.", "", ""),
    ("Lukupiiri\nVerkkoon tuli väkeä Torniosta Turkuun.", "", ""),
    ("Kolumni\nJunassa Kouvolan kohdalla mietin leikkiä.", "", ""),
    ("Johtajan aika\nVastaajia oli 96 kunnasta. Turussa tehtiin lisähaastatteluja.", "", NATIONAL),
    ("Laatu\nAineistona on Manner-Suomi. Suurinta meno oli Espoossa.", "", NATIONAL),
    ("Kielet\nRyhmiä on Hangosta Utsjoelle.", "", NATIONAL),
    ("Opas\nOpas sopii tiimeille ympäri maata. Kuvat ovat Porvoosta.", "", NATIONAL),
    ("Lärare\nEnligt en enkät i hela landet saknas lärare.", "", NATIONAL),
]
WORDS_AND_PERSONS = [
    ("Aamupiiri\nSalla leikkii lasten kanssa. Simo katselee, ja Kaarina nauraa.", "", ""),
    ("Oma suunnitelma\nSimon vasu päivitettiin, ja Sallan perhe oli tyytyväinen.", "", ""),
    ("Kesken\nAura kolisi pihalla. Pohja oli jäässä. Saari häämötti. Eno toi mehua.", "", ""),
    ("Urheilu\nNostaja Kaarlo Kangasniemi innosti. Kangasniemi kertoi lapsille.", "", ""),
    ("Peli\nSalon (2012) mukaan peli on leikkiä. Salo ym. jatkavat.", "", ""),
    ("Työryhmä\nKokosivat A. Salo ja M. Järvenpää.", "", ""),
    ("Liikuntahetki\nII ryhmä lähti metsään. Luku II kertoo siitä.", "", ""),
    ("Sallan kunta\nSallassa päiväkoti on kirkonkylässä.", "salla", ""),
    ("Kyyti\nAurassa lapset kulkevat taksilla. Auran kunta maksaa matkat.", "aura", ""),
    ("Iin kunta\nIissä lapset säästävät energiaa.", "ii", ""),
    ("Lopen perhepäivähoito\nLopella hoitajia on yksitoista.", "loppi", ""),
    ("Uusi vuosi\nRauman kaupungin Lapin päiväkoti täytti vuosia.", "rauma", ""),
    ("Talo\nPohjan kunnan entinen päiväkoti Raaseporissa.", "raasepori", ""),
]
AREAS = [
    ("Oulun seudun suunnitelma\nSeudulla tehdään yhteistyötä.", "", "pohjois-pohjanmaa"),
    ("Kysely\nVastauksia saatiin oulunseutulaisista kunnista.", "", "pohjois-pohjanmaa"),
    ("Ylä-Savon perhepäivähoito\nKoulutukset alkavat.", "", "pohjois-savo"),
    ("Pääkaupunkiseudun päiväkodit\nYhteinen koulutus.", "", "uusimaa"),
    ("KUUMA-kuntien koulutus\nVasu puhuttaa.", "", "uusimaa"),
    ("Ylä-Kainuu\nTuki lähelle lasta.", "", "kainuu"),
    ("Meri-Lapin kielipolku\nKieli kulkee mukana.", "", "lappi"),
    (
        "Perhetyö\nSitä on tehty Etelä-\nSavossa kauan. Etelä-Savon kunnat rahoittavat.",
        "",
        "etela-savo",
    ),
    ("Itä-Suomen päiväkodit\nVäki vähenee.", "", "etela-savo pohjois-savo pohjois-karjala"),
    ("Pohjois-Suomen hanke\nKajaani, Sotkamo ja Kuhmo aloittivat.", "kajaani sotkamo kuhmo", ""),
    ("Oulun läänin päivähoito\nVuoden tilasto.", "", "pohjois-pohjanmaa kainuu"),
    ("Ruokailo\nHelsingin ja Uudenmaan sairaanhoitopiiri toteutti hankkeen.", "", "uusimaa"),
    ("Ruokailo\nVaasan sairaanhoitopiirissä maisteltiin.", "", "pohjanmaa"),
    ("Puheterapia\nSiun soten ohjaaja käy päiväkodissa.", "", "pohjois-karjala"),
    ("Neuvola\nKeusoten perhekeskus palvelee odottavia.", "", "uusimaa"),
    ("Perheneuvola\nEksoten väki kouluttaa päiväkoteja.", "", "etela-karjala"),
    ("Ryhmäkoko\nItä-Suomen aluehallintovirasto kuuli Varkauden kaupunkia.", "varkaus", ""),
    ("Kehittäminen\nJatkamme keskisuomalaisissa kunnissa.", "", "keski-suomi"),
]
WHOLE_COUNTRY = [
    ("Opetushallitus\nHakaniemenranta 6\n00531 Helsinki\nOpas johtajille.", "", NATIONAL),
    ("Monta kieltä\nMonikielistyvässä maassa tarvitaan taitoa.", "", NATIONAL),
    ("Kiire\nKysely suomalaisissa päiväkodeissa, esimerkiksi Oulussa.", "", NATIONAL),
    ("Hallituksen esitys varhaiskasvatuslain muuttamisesta\nTuki uudistuu.", "", NATIONAL),
    ("Avustus\nMinisteriö myöntää sen. OKM:n päätös koskee kaikkia kuntia.", "", NATIONAL),
    ("Arki\nSuunnittelua ohjaavat valtakunnalliset perusteet.", "", ""),
    ("Arki\nOpetushallituksen rahoittama hanke kehitti tiimien työtä.", "", ""),
    ("Kesä\nLapset istuivat kovassa maassa ja katsoivat muurahaisia.", "", ""),
    ("Maksut\nVarhaiskasvatus on osa suomalaista koulutusjärjestelmää. Hakemus tehdään.", "", ""),
]
SWEDISH = [
    ("Plats för fler\nSmåbarnspedagogiken i Esbo växer. Esbo stads daghem öppnar.", "espoo", ""),
    ("Samarbete\nVasanejdens daghem träffades och föräldrarna var nöjda.", "", "pohjanmaa"),
    ("Kön\nEsboborna köar till daghemmen i höst igen.", "espoo", ""),
    ("Lärare\nHelsingfors universitet utbildar lärare för daghemmen.", "", ""),
    ("Lek\nAvhandling vid Åbo Akademi i Vasa om barnens lek.", "", ""),
    ("Vikarier\nNylands avtal gäller familjedagvården i höst.", "", "uusimaa"),
    ("Ute\nDe åländska kommunerna ordnar barnomsorgen enligt en egen lag.", "", "ahvenanmaa"),
    ("Rita\nLovisa berättar att hon trivs i gruppen och ritar en katt.", "", ""),
    ("Skog\nBarnen i Lovisa går till skogen. Lovisa stad ordnar vården.", "loviisa", ""),
    ("Daghem\nRaseborgs stad: Ekenäs och Karis daghem slås ihop.", "raasepori", ""),
    ("Behörighet\nDaghemmen i Svenskfinland saknar behöriga lärare.", "", NATIONAL),
    ("Mål\nSkolverket i Sverige ger nationella mål för förskolan.", "", ""),
    ("Resa\nLärare från Karleby besökte Vasa. Karleby stad ordnade resan.", "kokkola", ""),
]
ALL = [
    *(WORK_DONE_THERE + ONLY_MENTIONED + PASSING + WORDS_AND_PERSONS),
    *((f"{text} {DAY}", *places) for text, *places in NOWHERE),
    *(AREAS + WHOLE_COUNTRY + SWEDISH),
]


@pytest.mark.parametrize(("text", "municipalities", "regions"), ALL, ids=lambda value: value[:60])
def test_a_document_is_about_its_places(
    catalogue: Catalogue,
    vocabularies: Vocabularies,
    text: str,
    municipalities: str,
    regions: str,
) -> None:
    title, _, rest = text.partition("\n")
    record = catalogue(Section("", rest), title=title)
    expected = set(municipalities.split())
    parents = {vocabularies["region"].parent(place) for place in expected}
    assert {found.concept for found in record.municipalities} == expected
    assert {found.concept for found in record.regions} == (set(regions.split()) or parents)


def test_a_place_repeated_without_end_does_not_outdo_another_with_its_own_work(
    catalogue: Catalogue,
) -> None:
    host = "Heinolan varhaiskasvatus kertoo. Heinolan päiväkodeissa kokeiltiin pihaleikkejä. "
    guest = "Janakkalan varhaiskasvatus vieraili ja Janakkalan päiväkodit jakoivat oppinsa. "
    record = catalogue(Section("", host + 6 * guest), title="Osaaminen jakoon Janakkalan kanssa")
    assert {found.concept for found in record.municipalities} == {"heinola", "janakkala"}
