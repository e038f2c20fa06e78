"""Kinds told by the signs of a genre, where its name is not in the title."""

from __future__ import annotations

import pytest

from .conftest import Catalogue


@pytest.mark.parametrize(
    ("expected", "title", "text"),
    [
        (
            "report",
            "Yhteinen pöytä",
            "Yhteenveto seudullisesta kehittämistyöstä 2014. Koulutuksia pidettiin kuusi, ja "
            "jokaiseen tuli väkeä kaikista kunnista.",
        ),
        (
            "report",
            "Ett gemensamt bord",
            "Sammandrag av det regionala utvecklingsarbetet 2014. Sex utbildningar ordnades.",
        ),
        (
            "thesis",
            "Vanhempien kokemuksia päiväkodin aloituksesta",
            "Tampereen ammattikorkeakoulu\nSosiaalialan koulutusohjelma\nTässä työssä "
            "selvitettiin, miten lapsen aloitus sujui. Aineisto kerättiin "
            "teemahaastatteluilla.",
        ),
        (
            "thesis",
            "Lasten vertaissuhteet metsäpäiväkodissa",
            "Jyväskylän yliopisto. Kasvatustieteen laitos. Kasvatustieteen kandidaatintyö, "
            "kevät 2015.",
        ),
        (
            "thesis",
            "Leikki ja lapsen toimijuus",
            "Maisterin tutkielma. Helsingin yliopisto, käyttäytymistieteellinen tiedekunta. "
            "Ohjaaja nimetty.",
        ),
        (
            "thesis",
            "Barns upplevelser av naturen",
            "Examensarbete inom social omsorg. Utbildningsprogrammet för socionomer, Vasa.",
        ),
        (
            "thesis",
            "Pienryhmätoiminta päiväkodissa",
            "Laurea-ammattikorkeakoulu. Sosionomi (AMK). Tiivistelmä. Työn tarkoituksena oli "
            "kehittää pienryhmiä yhteistyössä päiväkodin kanssa.",
        ),
        (
            "thesis",
            "Kasvattajien käsityksiä leikistä",
            "Tarkastelemme, miten kasvattajat puhuvat leikistä. Haastattelimme kymmentä "
            "kasvattajaa.",
        ),
        (
            "report",
            "Varhaiskasvatuksen palveluverkkoselvitys",
            "Selvityksen tavoitteena on arvioida kunnan päiväkotiverkkoa. Johdanto. Väestö. "
            "Johtopäätökset.",
        ),
        (
            "report",
            "Päivähoidon asiakaskyselyn tulokset",
            "Kyselyyn vastasi 340 huoltajaa. Tyytyväisyys on pysynyt hyvänä.",
        ),
        (
            "report",
            "Pienten piha -hankkeen loppuraportti",
            "Hanke toteutettiin 2012–2014. Tulokset esitellään luvussa 4.",
        ),
        (
            "report",
            "Toimintakertomus 2019",
            "Vuoden aikana verkosto järjesti kuusi koulutusta. Talous toteutui arvioidusti.",
        ),
        (
            "report",
            "Lapsen ääni kuuluviin",
            "Tässä julkaisussa kuvataan neljän kunnan kehittämistyö. Opetushallitus. "
            "Raportit ja selvitykset 2014:3. ISBN 978-952-13-0000-0",
        ),
        (
            "report",
            "Utvärdering av språkbadet",
            "Rapporten sammanställer resultaten av en enkät till daghemmen. Innehåll 1 "
            "Inledning 2 Metod",
        ),
        (
            "report",
            "Lasten hyvinvointi kunnissa",
            "Arviointiraportti. Karvi arvioi laadun toteutumista. Tiivistelmä. Arvioinnin "
            "keskeiset tulokset.",
        ),
        ("plan", "Kunnan varhaiskasvatussuunnitelma", "1 Johdanto. Hyväksytty lautakunnassa."),
        (
            "plan",
            "Vasu",
            "Varhaiskasvatussuunnitelma 2019. Sivistyslautakunta hyväksyi. Sisällys: 1 "
            "toimintakulttuuri, 2 arvot.",
        ),
        (
            "plan",
            "Esiopetuksen opetussuunnitelma",
            "Esiopetus järjestetään päiväkodeissa. Luku 3: tavoitteet.",
        ),
        (
            "plan",
            "Verksamhetsplan för daghemmet",
            "Under läsåret betonar vi leken och utevistelsen.",
        ),
        (
            "plan",
            "Lapsiystävällinen kunta -ohjelma",
            "Ohjelma ohjaa lasten palveluja. Toimenpiteet ja vastuutahot esitetään taulukossa.",
        ),
        (
            "plan",
            "Tasa-arvo- ja yhdenvertaisuussuunnitelma",
            "Päiväkodin suunnitelma laaditaan kolmeksi vuodeksi.",
        ),
        (
            "project_page",
            "Metsäpolku",
            "Metsäpolku on kaksivuotinen kehittämishanke, jossa päiväkodit vievät toimintaa "
            "ulos. Rahoittaja on ministeriö. Ota yhteyttä hankekoordinaattoriin.",
        ),
        (
            "project_page",
            "Leikin lumo -hanke",
            "Hankkeen tavoitteet. Hanketta rahoittaa ministeriö. Kumppanit: kunta, yliopisto.",
        ),
        (
            "project_page",
            "Språk i alla rum",
            "Projektet stöder flerspråkiga barn. Finansiär: Utbildningsstyrelsen. Projekttid "
            "2019–2021. Kontakt: projektledaren.",
        ),
        (
            "network_page",
            "Pohjanmaan kehittämisverkosto",
            "Verkostoon kuuluu kahdeksan kuntaa. Tapaamisia on neljä vuodessa.",
        ),
        (
            "network_page",
            "Loisto-verkosto",
            "Kehittämisverkosto kokoaa kunnat yhteen. Alueelliset verkostot.",
        ),
        (
            "news",
            "Uusi päiväkoti avattiin keskustaan",
            "Päiväkodin johtaja kertoo, että tilat ovat valoisat. – Lapset ovat viihtyneet, "
            "hän sanoo.",
        ),
        (
            "news",
            "Varhaiskasvatuksen maksut laskevat",
            "Hallitus esittää maksujen alentamista. Ministerin mukaan muutos helpottaa "
            "perheiden arkea.",
        ),
        (
            "news",
            "Nytt daghem i Esbo",
            "Daghemmet tas i bruk i augusti, berättar daghemschefen. Stadsstyrelsen "
            "beslutade om saken på måndagen.",
        ),
        (
            "news",
            "Kaupunki palkitsi päiväkodin",
            "Tiedote. Kaupunki palkitsi vuoden päiväkodin perjantaina.",
        ),
        (
            "blog",
            "Mitä lapset opettivat minulle",
            "Olen miettinyt viime aikoina, miksi kiirehdin. Eilen pysähdyin lapsen viereen. "
            "Mitä jos en tietäisikään vastausta?",
        ),
        (
            "blog",
            "Terveisiä Nallekerhosta",
            "Tällä viikolla leivoimme ja retkeilimme! Kiitos kaikille, jotka tulivat mukaan!",
        ),
        (
            "blog",
            "Vad är ett bra möte?",
            "Jag har funderat på hur vi möter barnen i tamburen. Vi vuxna har ofta bråttom. "
            "Vad händer om vi stannar upp?",
        ),
        (
            "blog",
            "Leikin taikaa etsimässä",
            "Meillä leikki saa jatkua. Siirsimme pöydät nurkkaan ja huomasimme, että riidat "
            "vähenivät. Suosittelemme!",
        ),
        (
            "article",
            "Leikki varhaiskasvatuksen ytimessä",
            "Asiasanat: leikki, pedagogiikka. Aiemmassa tutkimuksessa (Hakkarainen & "
            "Bredikyte, 2013) leikki nähdään toimintana.",
        ),
        (
            "article",
            "Sosiaalinen leikki",
            "Abstract. This article examines play. Keywords: play, Finland.",
        ),
        (
            "article",
            "Kuinka tukea kielen kehitystä?",
            "Artikkelissa tarkastellaan kielen oppimista. Kielen kehitys etenee vaiheittain "
            "(Kunnari, 2012).",
        ),
        (
            "presentation",
            "Varhaiskasvatuksen ajankohtaisseminaari",
            "Opetusneuvos, Opetushallitus. Kuopio 3.2.2016. Lain uudistus. Mitä seuraavaksi.",
        ),
        (
            "other",
            "Varhaiskasvatukseen hakeminen",
            "Hae paikkaa sähköisesti neljä kuukautta ennen aloitusta. Asiakasmaksut "
            "määräytyvät tulojen mukaan.",
        ),
        (
            "other",
            "Päiväkoti Peippo",
            "Päiväkodissa on kolme ryhmää. Osoite ja puhelinnumero. Avoinna arkisin 6.30–17.",
        ),
        (
            "other",
            "Barnrådgivningen",
            "Tidsbeställning måndag till torsdag. Rådgivningen är avgiftsfri för familjerna.",
        ),
        (
            "other",
            "Sivistyslautakunta, esityslista",
            "Asia 5. Lautakunta päättää hyväksyä lausunnon.",
        ),
        (
            "other",
            "Kielikylpy",
            "Kielikylpy on tarkoitettu suomenkielisille lapsille. Opetus alkaa "
            "viisivuotiaana. Hakeminen tapahtuu tammikuussa.",
        ),
        (
            "other",
            "Tukea perheille",
            "Perhekeskus tarjoaa ohjausta ja neuvontaa. Palvelu on maksutonta.",
        ),
        (
            "guide",
            "Opas vertaisarviointiin",
            "Oppaassa annetaan vinkkejä arvioinnin aloittamiseen.",
        ),
        ("guide", "Lapset puheeksi -käsikirja", "Käsikirja on tarkoitettu työntekijöille."),
        ("tool", "Perehdytyksen tarkistuslista", "Rastita kun asia on käyty läpi."),
        ("tool", "Havainnointipohja", "Täytä viikon ajan."),
        ("practice_model", "Pehmeän laskun toimintamalli", "Malli on käytössä kaikissa ryhmissä."),
    ],
)
def test_a_kind_is_told_without_its_name(
    catalogue: Catalogue, expected: str, title: str, text: str
) -> None:
    assert catalogue(text, title=title).kind.concept == expected


def test_the_swedish_preposition_is_no_english_writer(catalogue: Catalogue) -> None:
    text = "Projektet i kommunen stöder barn i daghem, i familjer och i skolan."
    assert catalogue(text, title="Språk i alla rum").kind.concept == "project_page"
