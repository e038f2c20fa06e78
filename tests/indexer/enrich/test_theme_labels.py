"""Themes as a cataloguer would give them, on short texts of the field's many subjects."""

from __future__ import annotations

import pytest

from indexer.vocabulary import Vocabularies

from .conftest import Catalogue


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Metsämörri retkeilee",
            "Ammattikorkeakoulu. Opinnäytetyö. Järjestimme päiväkotilapsille retkiä "
            "lähimetsään. Lapset tutkivat muurahaisia ja sammalta, ja luonnon "
            "kunnioittaminen tuli tutuksi leikin avulla.",
            "luonto ja ympäristökasvatus",
        ),
        (
            "Vuorovaikutusleikkejä pienille",
            "Opas päiväkodin henkilöstölle. Theraplay-leikit vahvistavat lapsen ja "
            "aikuisen vuorovaikutusta sekä tunnetaitoja. Leikkihetkiä pidettiin kuusi.",
            "leikki;tunne- ja vuorovaikutustaidot",
        ),
        (
            "Vanhempien toiveet päivähoidolta",
            "Opinnäytetyön tarkoituksena oli selvittää vanhempien odotuksia ja kehittää "
            "yhteistyötä kodin ja päiväkodin välillä. Kyselyyn vastasi 46 vanhempaa.",
            "kasvatuskumppanuus",
        ),
        (
            "Päiväkodin johtajan arki",
            "Tutkimuksessa tarkastellaan johtajan työn sisältöjä, hajautettua "
            "organisaatiota ja pedagogista johtamista.",
            "johtaminen",
        ),
        (
            "Varhaiskasvatuksen laadun arviointi kunnissa",
            "Karvin raportti kokoaa itsearvioinnin tuloksia ja antaa kehittämissuosituksia.",
            "arviointi ja laatu",
        ),
        (
            "Sukupuolisensitiivinen kasvatus päiväkodissa",
            "Kasvattajat pohtivat, kuinka tyttöjä ja poikia kohdellaan. Tasa-arvoa "
            "edistetään sanavalinnoilla.",
            "tasa-arvo ja yhdenvertaisuus",
        ),
        (
            "Lasten mediamaailma",
            "Päiväkodissa tehtiin animaatioita tableteilla. Mediakasvatus tukee lapsen "
            "ilmaisua ja monilukutaitoa.",
            "digitaalisuus",
        ),
        (
            "Liikkuva päiväkoti",
            "Hankkeessa lisättiin lasten päivittäistä liikkumista, hankittiin "
            "liikuntavälineitä ja koulutettiin liikuntavastaavat.",
            "liikunta",
        ),
        (
            "Musiikki lapsen kielen kehityksen tukena",
            "Laulut, lorut ja rytmit vahvistavat sanavarastoa. Toiminnalliset tuokiot "
            "toteutettiin viisivuotiaiden ryhmässä.",
            "kielitietoisuus;taide ja kulttuuri",
        ),
        (
            "Kiusaaminen alle kouluikäisten ryhmässä",
            "Kiusaamista esiintyy jo päiväkodissa. Kaveritaitoja voidaan opettaa, ja "
            "aikuisen läsnäolo ehkäisee ulkopuolelle jättämistä.",
            "tunne- ja vuorovaikutustaidot",
        ),
        (
            "Esiopetuksen opetussuunnitelma",
            "Kunnan esiopetuksessa noudatetaan opetussuunnitelmaa. Esiopetusvuosi alkaa elokuussa.",
            "esiopetus",
        ),
        (
            "Esiopetuksesta ensimmäiselle luokalle",
            "Siirtymävaiheen yhteistyö esi- ja alkuopetuksen opettajien kesken, "
            "tiedonsiirtopalaverit ja kouluun tutustuminen.",
            "siirtymät",
        ),
        (
            "Perhepäivähoitajan työ ennen ja nyt",
            "Perhepäivähoitajat kertovat työpäivistään omassa kodissaan. "
            "Ryhmäperhepäiväkodit ovat yleistyneet.",
            "perhepäivähoito",
        ),
        (
            "Työhyvinvointi ja jaksaminen päiväkodissa",
            "Lastenhoitajat kuvasivat kiirettä ja työilmapiiriä. Työnohjaus auttoi.",
            "työhyvinvointi",
        ),
        (
            "Kolmiportainen tuki tutuksi",
            "Yleinen, tehostettu ja erityinen tuki varhaiskasvatuksessa. Pedagoginen "
            "arvio laaditaan moniammatillisesti.",
            "oppimisen tuki",
        ),
        (
            "Integroitu ryhmä lapsen kuntoutuksen tukena",
            "Integroidussa erityisryhmässä työskentelee erityislastentarhanopettaja. "
            "Puheterapeutin ohjaus tukee arkea.",
            "varhaiserityiskasvatus",
        ),
        (
            "Huoli puheeksi",
            "Neuvolan ja päivähoidon yhteistyössä varhaista puuttumista vahvistettiin "
            "vyöhykemallilla.",
            "varhainen tuki",
        ),
        (
            "Uskonto- ja katsomuskasvatus",
            "Seurakunnan työntekijä vierailee kirkkohetkien vuoksi. Eri katsomuksia kunnioitetaan.",
            "katsomuskasvatus",
        ),
        (
            "Lasten osallisuus toiminnan suunnittelussa",
            "Lapset äänestivät retkikohteesta ja vaikuttivat ryhmän sääntöihin. Lasten "
            "ideat kirjattiin seinälle.",
            "osallisuus",
        ),
        (
            "Delaktighet och lek på daghem",
            "Barnen får påverka vardagen. Pedagogerna observerar leken och barnens initiativ.",
            "osallisuus;leikki",
        ),
        (
            "Språkbad i kommunen",
            "Språkbadet börjar vid fyra års ålder. Barnen lär sig svenska genom lek.",
            "kielitietoisuus",
        ),
        (
            "Naturdaghemmet",
            "Barnen vistas i skogen varje dag, oberoende av väder. Utevistelsen stärker motoriken.",
            "luonto ja ympäristökasvatus;liikunta",
        ),
        (
            "Jämställdhetsplan för småbarnspedagogiken",
            "Planen främjar jämställdhet och likabehandling bland barn och personal på daghem.",
            "tasa-arvo ja yhdenvertaisuus",
        ),
        (
            "Täydennyskoulutus varhaiskasvatuksen henkilöstölle",
            "Koulutuskokonaisuus vahvistaa osaamista. Mentorit tukevat uusia työntekijöitä.",
            "osaamisen kehittäminen",
        ),
        (
            "Ruokailo varhaiskasvatuksessa",
            "Lapset maistelevat kasviksia, leipovat ja kattavat pöydän. Hävikki väheni.",
            "ruokakasvatus",
        ),
        (
            "Päiväkodin aukioloajat kesällä",
            "Päiväkoti Kielo on suljettu heinäkuussa. Päivystävä päiväkoti on Peippo.",
            "",
        ),
        (
            "Varhaiskasvatusmaksut",
            "Asiakasmaksu määräytyy perheen tulojen mukaan. Maksu peritään yhdeltätoista "
            "kuukaudelta.",
            "",
        ),
        (
            "Uusi päiväkoti nousee Rantakylään",
            "Valtuusto päätti hirsirakenteisen päiväkodin rakentamisesta. Päiväkotiin "
            "tulee 120 paikkaa.",
            "",
        ),
        (
            "Henkilöstömitoitus varhaiskasvatuksessa",
            "Lakiesitys tiukentaa mitoituksesta poikkeamista. Ministeri arvioi, että "
            "henkilöstöpula helpottaa.",
            "työhyvinvointi",
        ),
        (
            "Lapsen hyvinvointi vuorohoidossa",
            "Ympärivuorokautinen hoito ja epäsäännölliset päivät näkyvät lapsen unessa "
            "ja stressissä.",
            "hyvinvointi",
        ),
        (
            "Pedagogisen dokumentoinnin polku",
            "Valokuvat, sadutus ja kasvunkansio tekevät oppimisen näkyväksi.",
            "pedagoginen dokumentointi;taide ja kulttuuri",
        ),
        (
            "Inklusiivinen varhaiskasvatus",
            "Lähipäiväkotiperiaate ja kaikille yhteinen ryhmä edellyttävät tukea ja osaamista.",
            "inkluusio",
        ),
        (
            "LAPSEN KOHTAAMINEN VARHAISKASVATUKSESSA",
            "1 Opinnäytetyö, kevät 2016. Sosionomi (AMK). 2 Työn tarkoituksena oli "
            "selvittää, miten sensitiivinen vuorovaikutus näkyy pienten ryhmässä. "
            "Havainnoimme kahdeksan aamupäivää. Syli, katse ja läsnäolo rakentavat "
            "lapsen turvallisuuden tunnetta.",
            "tunne- ja vuorovaikutustaidot",
        ),
        (
            "Päiväkodin arki kuntoon pienryhmillä",
            "Pienryhmät rauhoittivat aamun. Tilat jaettiin uudelleen, ja jokaisella "
            "ryhmällä on oma aikuinen. Leikki saa jatkua päiviä. Melu laski.",
            "oppimisympäristö",
        ),
        (
            "Liikuntasuunnitelma päiväkoti Metsätähteen",
            "Ammattikorkeakoulu, liikunnanohjaajan koulutusohjelma. Suunnitelma ohjaa "
            "päivittäistä liikkumista, motoristen taitojen harjoittelua ja välineiden "
            "käyttöä.",
            "liikunta",
        ),
        (
            "Vanhempainyhdistys mukaan toimintaan",
            "Päiväkotien vanhempaintoiminta on vilkasta. Vanhempien ja henkilöstön "
            "yhteistyötä kehitetään juhlissa, talkoissa ja keskusteluissa.",
            "kasvatuskumppanuus",
        ),
        (
            "Kieli- ja kulttuuriryhmistä tukea",
            "Monikieliset lapset tarvitsevat aikaa. Suomi toisena kielenä -opetusta "
            "annetaan pienryhmissä, ja oman äidinkielen käyttöön kannustetaan kotona. "
            "Päiväkodissa juhlitaan eri kulttuurien juhlia.",
            "kielitietoisuus;monikulttuurisuus",
        ),
        (
            "Erityislapsi tavallisessa päiväkotiryhmässä",
            "Pro gradu -tutkielma. Tutkimus tarkastelee, miten inkluusio toteutuu, kun "
            "tuen tarpeessa oleva lapsi on lähipäiväkodissaan. Avustaja ja "
            "erityislastentarhanopettaja tukevat ryhmää.",
            "inkluusio;varhaiserityiskasvatus",
        ),
        (
            "Henkilökunnan hyvinvointiin satsataan",
            "Kaupunki lisää sijaisia ja tarjoaa työnohjausta päiväkotien väelle. "
            "Johtajan mukaan sairauspoissaolot vähenivät.",
            "työhyvinvointi",
        ),
        (
            "Digitaalinen kasvunkansio",
            "Lapset kuvaavat tableteilla omia töitään. Kasvunkansio siirtyi verkkoon, ja "
            "huoltajat näkevät dokumentit sovelluksesta. Pilotti alkoi syksyllä "
            "päiväkodeissa.",
            "digitaalisuus;pedagoginen dokumentointi",
        ),
        (
            "Yhteinen tiimisopimus",
            "Tiimisopimuksessa kirjataan, kuka vastaa mistäkin, ja tiimin vetäjä ohjaa "
            "pedagogista keskustelua. Pedagoginen johtajuus jaetaan opettajille.",
            "johtaminen",
        ),
        (
            "Kirkko ja päiväkoti",
            "Seurakunta järjestää päiväkotien pääsiäisvaelluksen. Joulukirkkoon "
            "osallistuminen on vapaaehtoista, ja muille on omaa ohjelmaa.",
            "katsomuskasvatus",
        ),
        (
            "Värikylpy",
            "Värikylpy on taidekasvatuksen menetelmä, jossa pienet lapset tutkivat "
            "värejä kaikilla aisteilla. Päiväkodissa maalattiin marjoilla.",
            "taide ja kulttuuri",
        ),
        (
            "Päiväkodin ruokailutilanne oppimistilanteena",
            "Lapset ottavat itse ruokansa ja harjoittelevat pöytätapoja. Aikuinen on esimerkkinä.",
            "ruokakasvatus",
        ),
        (
            "Välmående personal",
            "Daghemmets personal orkar bättre när arbetsgemenskapen fungerar. Chefen "
            "berättar om återhämtning.",
            "työhyvinvointi",
        ),
        (
            "Stöd till barnet",
            "Barn som behöver stöd får allmänt, intensifierat eller särskilt stöd inom "
            "småbarnspedagogiken. Beslutet fattas av kommunen.",
            "oppimisen tuki",
        ),
        (
            "Matematiikkaa metsässä",
            "Blogi Kävyt laskettiin ja kepit mitattiin! Meillä on metsäretki joka "
            "keskiviikko, ja lapset odottavat sitä.",
            "luonto ja ympäristökasvatus",
        ),
        (
            "Kohti koulua",
            "Eskarilaiset vierailevat koulussa keväällä, ja opettajat siirtävät tiedot "
            "lapsen vahvuuksista. Kouluun siirtyminen sujuu.",
            "siirtymät;esiopetus",
        ),
        (
            "Ryhmäperhepäivähoito muuttuu",
            "Kunta lakkauttaa ryhmäperhepäiväkodit. Perhepäivähoitajille tarjotaan työtä "
            "päiväkodeista.",
            "perhepäivähoito",
        ),
        (
            "Kiireettömyyden pedagogiikka",
            "Mitä jos emme kiirehtisi? Kirjoitan siitä, kuinka pukemistilanne muuttui, "
            "kun jätimme kellon pois. Lapsi ehti yrittää itse.",
            "",
        ),
        (
            "Kunnan hyvinvointikertomus",
            "Väestö ikääntyy, ja lapsiperheiden määrä vähenee. Päihteet ja "
            "liikenneturvallisuus huolestuttavat.",
            "",
        ),
    ],
)
def test_a_text_has_the_themes_of_a_careful_cataloguer(
    catalogue: Catalogue, vocabularies: Vocabularies, title: str, text: str, expected: str
) -> None:
    scheme = vocabularies["theme"]
    found = (a.concept for a in catalogue(text, title=title).themes)
    labels = {scheme.label(concept, "fi") for concept in found if not scheme.parent(concept)}
    assert labels == set(filter(None, expected.split(";")))
