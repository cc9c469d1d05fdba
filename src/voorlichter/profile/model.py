"""The profile, checked. One source for validation, the JSON Schema and the scaffold of `voorlichter new`.

Every key carries its Dutch and English title and explanation, and an example as it stands in the file.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, PrivateAttr, ValidationInfo, WrapValidator, model_validator

from voorlichter.languages import or_known, rows_of
from voorlichter.model_problems.described import described
from voorlichter.problems import Language
from voorlichter.profile.fields import (
    AppNumber,
    Day,
    Email,
    FileName,
    HexColor,
    Hours,
    Identifier,
    InternalNumber,
    Name,
    Origins,
    Phone,
    Prose,
    Section,
    Sentence,
    SiteAddress,
    SpokenLanguage,
    WebAddress,
    YesNo,
)
from voorlichter.profile.values.hours import check_week
from voorlichter.text import IN_LANGUAGES, InLanguages

LanguageCode = Annotated[Language, WrapValidator(or_known)]
Sector = Literal[
    "care",
    "childcare",
    "education",
    "higher_education",
    "government",
    "culture",
    "sport",
    "business",
    "logistics",
    "industry",
    "nonprofit",
    "other",
]
Served = Literal[
    "clients",
    "patients",
    "pupils",
    "students",
    "parents",
    "residents",
    "members",
    "customers",
    "passengers",
    "visitors",
    "participants",
]
Motif = Literal["arch", "wave", "roof", "gable", "window", "tree"]
FirstScreen = Literal["shelter", "band", "porch"]
Worker = Literal["employees", "temps", "contractors", "interns", "volunteers", "former_staff", "clients"]
MeetingPlace = Literal["work", "outside", "walk", "online", "phone", "home"]


ProfileForm = Literal["0.1.0"]
"""The forms a profile can have, the oldest first; each is named after the version of the program that brought it."""
FIRST_FORM: ProfileForm = "0.1.0"
"""That of a profile which names none."""


class LocalText(InLanguages, Section):
    """A sentence of the organisation's own, in each language of its site."""

    __pydantic_extra__: dict[str, Sentence]
    model_config = IN_LANGUAGES

    nl: Sentence | None = described(
        None,
        nl=("Nederlands", "De zin in het Nederlands."),
        en=("Dutch", "The sentence in Dutch."),
        example='nl: "de bestuurder"',
    )
    en: Sentence | None = described(
        None,
        nl=("Engels", "De zin in het Engels."),
        en=("English", "The sentence in English."),
        example='en: "the director"',
    )


class LocalName(InLanguages, Section):
    """A name that is not the same in each language."""

    __pydantic_extra__: dict[str, Name]
    model_config = IN_LANGUAGES

    nl: Name = described(
        nl=("Nederlands", "De naam in het Nederlands."), en=("Dutch", "The name in Dutch."), example="nl: Opvangteam"
    )
    en: Name = described(
        nl=("Engels", "De naam in het Engels."), en=("English", "The name in English."), example="en: Support team"
    )


class LocalProse(InLanguages, Section):
    """A few paragraphs of the organisation's own; simple Markdown (bold, links, lists) is allowed."""

    __pydantic_extra__: dict[str, Prose]
    model_config = IN_LANGUAGES

    nl: Prose | None = described(
        None,
        nl=("Nederlands", "De tekst in het Nederlands."),
        en=("Dutch", "The text in Dutch."),
        example='nl: "Ik luister en denk mee."',
    )
    en: Prose | None = described(
        None,
        nl=("Engels", "De tekst in het Engels."),
        en=("English", "The text in English."),
        example='en: "I listen and think along."',
    )


class Location(Section):
    id: Identifier = described(
        nl=("Kenmerk", "Korte naam om naar te verwijzen, in kleine letters."),
        en=("Id", "Short name to refer to, in lower case."),
        example="id: stadhuis",
    )
    name: Name | LocalName = described(
        nl=("Naam", "De naam die op de site staat, eventueel per taal: {nl: …, en: …}."),
        en=("Name", "The name shown on the site, in each language where it differs: {nl: …, en: …}."),
        example="name: Stadhuis",
    )


class OrganisationSection(Section):
    name: Name | LocalName = described(
        nl=("Naam", "De volledige naam van de organisatie, eventueel per taal: {nl: …, en: …}."),
        en=("Name", "The organisation's full name, in each language where it differs: {nl: …, en: …}."),
        example="name: Stichting Zorggroep De Vuurtoren",
    )
    short_name: Name | LocalName | None = described(
        None,
        nl=("Roepnaam", "De naam die iedereen gebruikt, eventueel per taal; anders staat overal de volledige naam."),
        en=(
            "Short name",
            "The name everybody uses, in each language where it differs; otherwise the full name stands everywhere.",
        ),
        example="short_name: De Vuurtoren",
    )
    in_sentence: Name | LocalName | None = described(
        None,
        nl=("In een zin", "Hoe de organisatie midden in een zin heet, zoals in “bij de politie”; anders de roepnaam."),
        en=(
            "In a sentence",
            "What the organisation is called within a sentence, as in “at the police”; otherwise the short name.",
        ),
        example='in_sentence: {nl: "de politie", en: "the police"}',
    )
    sector: Sector = described(
        "other",
        nl=("Sector", "Bepaalt welke hulplijnen en regels op de site staan."),
        en=("Sector", "Decides which help lines and rules the site shows."),
        example="sector: care",
    )
    people_served: Served | None = described(
        None,
        nl=(
            "Voor wie de organisatie werkt",
            "Het woord voor hen: clients (cliënten), patients (patiënten), pupils (leerlingen), students (studenten), parents (ouders), residents (inwoners), members (leden), customers (klanten), passengers (reizigers), visitors (bezoekers) of participants (deelnemers); anders volgt het uit de sector.",
        ),
        en=("Whom the organisation works for", "The word for them; otherwise it follows from the sector."),
        example="people_served: patients",
    )
    public_body: YesNo = described(
        False,
        nl=(
            "Overheid",
            "Ja bij een overheidsinstantie: dan horen er een toegankelijkheidsverklaring en extra regels bij.",
        ),
        en=(
            "Public body",
            "Yes for a government body: an accessibility statement and extra rules then belong to the site.",
        ),
        example="public_body: true",
    )
    workforce: int = described(
        nl=(
            "Aantal werkenden",
            "Hoeveel mensen er werken, met flexkrachten, zzp'ers en betaalde stagiairs. Vanaf 50 is een interne meldprocedure verplicht.",
        ),
        en=(
            "Working persons",
            "How many people work there, with temps, freelancers and paid interns. From 50 on, an internal speak-up procedure is required.",
        ),
        example="workforce: 180",
        ge=1,
        le=1_000_000,
    )
    form_of_address: Literal["je", "u"] = described(
        "je",
        nl=("Aanspreekvorm", "Spreekt de site mensen aan met je of met u?"),
        en=("Form of address", "Does the Dutch site say je or u?"),
        example="form_of_address: je",
    )
    _written: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="after")
    def _parts_languages(self, info: ValidationInfo) -> Self:
        """`languages` then are those in which the site has everything; without any, all that are written, which a rule tells."""
        rows = rows_of(info)
        self._written = tuple(self.languages)
        whole = [code for code in self.languages if code not in rows or rows[code].level == "complete"]
        self.__dict__["languages"] = whole or self.languages
        return self

    languages: list[LanguageCode] = described(
        ["nl"],
        nl=(
            "Talen",
            "De talen van de site; de eerste is de taal waarin zij opent. Van sommige talen is er één pagina.",
        ),
        en=("Languages", "The site's languages; it opens in the first. In some languages there is one page."),
        example="languages: [nl, en, pl]",
        min_length=1,
    )

    @property
    def short(self) -> list[str]:
        """The languages in which the site has one page."""
        return [code for code in dict.fromkeys(self._written) if code not in self.languages]

    @property
    def all_languages(self) -> list[str]:
        return [*self.languages, *self.short]

    def fuller_ones(self) -> dict[str, str]:
        """By language the one that has what it lacks: itself, or the next one that has everything."""
        found, whole = dict[str, str](), ""
        for code in reversed([*self._written, *self.languages]):
            found[code] = whole = code if code in self.languages else whole
        return found

    locations: list[Location] = described(
        [],
        nl=("Locaties", "Alleen nodig als niet elke vertrouwenspersoon voor elke locatie is."),
        en=("Locations", "Only needed when not every advisor serves every location."),
        example="locations: [{id: stadhuis, name: Stadhuis}]",
    )


class Brand(Section):
    color: HexColor = described(
        "#0f5e5a",
        nl=("Huiskleur", "Eén kleur. Vlakken krijgen hem zoals hij is, letters een tint die te lezen is."),
        en=("Brand colour", "One colour. Grounds have it as it is, letters in a shade that can be read."),
        example='color: "#0B5FA5"',
    )
    second_color: HexColor | None = described(
        None,
        nl=(
            "Tweede kleur",
            "Voor de tekening; er staat geen tekst op. Anders kiest het programma er een die erbij past.",
        ),
        en=(
            "Second colour",
            "For the drawing; no text stands on it. Otherwise the program chooses one that goes with it.",
        ),
        example='second_color: "#F3D27A"',
    )
    motif: Motif | None = described(
        None,
        nl=(
            "Motief",
            "De vorm in de tekening: arch (boog), wave (golf), roof (dak), gable (trapgevel), window (raam) of tree (boom). Anders kiest het programma.",
        ),
        en=("Motif", "The shape in the drawing. Otherwise the program chooses one."),
        example="motif: arch",
    )
    first_screen: FirstScreen | None = described(
        None,
        nl=(
            "Eerste scherm",
            "Hoe de eerste pagina begint: shelter (de tekening boven het kaartje), band (de titel op de huiskleur) of porch (alles op een lichte tint, het kaartje voorop). Anders kiest het programma.",
        ),
        en=(
            "First screen",
            "How the first page begins: shelter (the drawing above the card), band (the title on the brand colour) or porch (all on a light tint, the card first). Otherwise the program chooses.",
        ),
        example="first_screen: band",
    )
    logo: FileName | None = described(
        None,
        nl=("Logo", "Een bestand naast profile.yml: SVG, PNG, JPEG of WebP. Zonder logo staat de naam er."),
        en=("Logo", "A file next to profile.yml: SVG, PNG, JPEG or WebP. Without a logo the name stands there."),
        example="logo: logo.svg",
    )
    logo_alt: Name | None = described(
        None,
        nl=("Tekst bij het logo", "Wat een schermlezer voorleest; anders de naam van de organisatie."),
        en=("Text for the logo", "What a screen reader says; otherwise the organisation's name."),
        example="logo_alt: De Vuurtoren",
    )


class Practice(Section):
    name: Name | LocalName = described(
        nl=("Naam", "De naam van het bureau van de externe vertrouwenspersoon, eventueel per taal."),
        en=("Name", "The name of the external advisor's practice, in each language where it differs."),
        example="name: Praktijk Luister",
    )
    logo: FileName | None = described(
        None,
        nl=("Logo", "Een bestand naast profile.yml; staat klein onderaan."),
        en=("Logo", "A file next to profile.yml; shown small, in the footer."),
        example="logo: praktijk.svg",
    )
    url: WebAddress | None = described(
        None,
        nl=("Website", "De site van het bureau."),
        en=("Website", "The practice's site."),
        example="url: https://praktijk-luister.example",
    )


class Engagement(Section):
    appointed_by: LocalText | None = described(
        None,
        nl=("Aangesteld door", "Wie de vertrouwenspersoon heeft aangesteld."),
        en=("Appointed by", "Who appointed the advisor."),
        example='appointed_by: {nl: "de bestuurder, met instemming van de ondernemingsraad", en: "the director, with the works council\'s consent"}',
    )
    since: Day | None = described(
        None,
        nl=("Sinds", "Vanaf welke dag de aanstelling loopt."),
        en=("Since", "The day the appointment began."),
        example='since: "2025-03-01"',
    )
    term: LocalText | None = described(
        None,
        nl=("Termijn", "Voor hoe lang."),
        en=("Term", "For how long."),
        example='term: {nl: "vier jaar", en: "four years"}',
    )
    secrecy_in_contract: YesNo = described(
        False,
        nl=("Geheimhouding in het contract", "Staat de geheimhouding op papier?"),
        en=("Secrecy in the contract", "Is secrecy put in writing?"),
        example="secrecy_in_contract: true",
    )
    board_access: YesNo = described(
        False,
        nl=("Toegang tot het bestuur", "Kan de vertrouwenspersoon rechtstreeks naar het bestuur?"),
        en=("Access to the board", "Can the advisor go straight to the board?"),
        example="board_access: true",
    )
    board_bound_to_secrecy: YesNo = described(
        False,
        nl=(
            "Bestuur gebonden aan geheimhouding",
            "Is schriftelijk afgesproken dat het bestuur geheim houdt wat de vertrouwenspersoon meldt?",
        ),
        en=("Board bound to secrecy", "Is it agreed in writing that the board keeps secret what the advisor tells?"),
        example="board_bound_to_secrecy: true",
    )
    answers_to: LocalText | None = described(
        None,
        nl=(
            "Legt verantwoording af aan",
            "Aan wie de vertrouwenspersoon verantwoording aflegt, zonder namen te noemen.",
        ),
        en=("Answers to", "Whom the advisor accounts to, without naming anyone."),
        example='answers_to: {nl: "de raad van bestuur", en: "the board"}',
    )


class WeekHours(Section):
    _from_text = model_validator(mode="before")(check_week)

    mon: Hours | None = described(
        None, nl=("Maandag", "Van en tot."), en=("Monday", "From and to."), example='mon: "09:00-17:00"'
    )
    tue: Hours | None = described(
        None, nl=("Dinsdag", "Van en tot."), en=("Tuesday", "From and to."), example='tue: "09:00-17:00"'
    )
    wed: Hours | None = described(
        None, nl=("Woensdag", "Van en tot."), en=("Wednesday", "From and to."), example='wed: "09:00-17:00"'
    )
    thu: Hours | None = described(
        None, nl=("Donderdag", "Van en tot."), en=("Thursday", "From and to."), example='thu: "09:00-17:00"'
    )
    fri: Hours | None = described(
        None, nl=("Vrijdag", "Van en tot."), en=("Friday", "From and to."), example='fri: "09:00-12:30"'
    )
    sat: Hours | None = described(
        None, nl=("Zaterdag", "Van en tot."), en=("Saturday", "From and to."), example='sat: "10:00-12:00"'
    )
    sun: Hours | None = described(
        None, nl=("Zondag", "Van en tot."), en=("Sunday", "From and to."), example='sun: "10:00-12:00"'
    )


class Absence(Section):
    from_: Day = described(
        nl=("Van", "De eerste dag van de afwezigheid."),
        en=("From", "The first day away."),
        example='from: "2026-12-21"',
        alias="from",
    )
    until: Day = described(
        nl=("Tot en met", "De laatste dag van de afwezigheid."),
        en=("Until", "The last day away."),
        example='until: "2027-01-03"',
    )


class Certificate(Section):
    registry: Name = described(
        alias="register",
        nl=("Register", "Waar de inschrijving te controleren is."),
        en=("Register", "Where the registration can be checked."),
        example="register: LVV-register",
    )
    valid_until: Day = described(
        nl=("Geldig tot en met", "Daarna staat het certificaat niet meer op de site."),
        en=("Valid until", "After this day the certificate leaves the site."),
        example='valid_until: "2028-06-30"',
    )


class Advisor(Section):
    id: Identifier = described(
        nl=("Kenmerk", "Korte naam om naar te verwijzen, in kleine letters."),
        en=("Id", "Short name to refer to, in lower case."),
        example="id: noor",
    )
    name: Name = described(
        nl=("Naam", "Voor- en achternaam."), en=("Name", "First and last name."), example="name: Noor Voorbeeld"
    )
    call_name: Name | None = described(
        None,
        nl=(
            "Roepnaam",
            "Hoe deze persoon in een zin heet, zoals in “Bel Noor”; anders leidt de site dat af uit de naam.",
        ),
        en=(
            "Call name",
            "What this person is called in a sentence, as in “Call Noor”; otherwise the site takes it from the name.",
        ),
        example="call_name: Noor",
    )
    kind: Literal["internal", "external"] = described(
        nl=("Intern of extern", "internal: werkt zelf bij de organisatie. external: werkt er niet."),
        en=("Internal or external", "internal: works for the organisation. external: does not."),
        example="kind: external",
    )
    scope: list[Literal["conduct", "integrity"]] = described(
        ["conduct", "integrity"],
        nl=("Waarvoor", "conduct: ongewenste omgangsvormen. integrity: integriteit."),
        en=("Scope", "conduct: undesirable behaviour. integrity: integrity."),
        example="scope: [conduct, integrity]",
        min_length=1,
    )
    is_official: YesNo = described(
        False,
        nl=("Ambtenaar", "Ja als deze vertrouwenspersoon ambtenaar is: dan geldt een extra aangifteplicht."),
        en=("Official", "Yes when this advisor is a civil servant: an extra duty to report crimes then applies."),
        example="is_official: true",
    )
    is_hr_or_manager: YesNo = described(
        False,
        nl=(
            "HR of leidinggevende",
            "Werkt deze persoon bij HR of geeft die leiding? Dan kan het geen vertrouwenspersoon zijn.",
        ),
        en=("HR or manager", "Does this person work in HR or manage people? Then they cannot be an advisor."),
        example="is_hr_or_manager: false",
    )
    phone: Phone | None = described(
        None,
        nl=("Telefoon", "Het nummer dat mensen bellen; bij een mobiel nummer biedt de site ook sms aan."),
        en=("Telephone", "The number people call; for a mobile number the site offers text messages too."),
        example='phone: "020 000 00 01"',
    )
    email: Email | None = described(
        None,
        nl=("E-mail", "Alleen voor een afspraak."),
        en=("E-mail", "For making an appointment only."),
        example="email: noor@praktijk-luister.example",
    )
    whatsapp: AppNumber | None = described(
        None,
        nl=("WhatsApp", "Alleen invullen als mensen mogen appen."),
        en=("WhatsApp", "Only where people may send an app message."),
        example='whatsapp: "020 000 00 01"',
    )
    signal: AppNumber | None = described(
        None,
        nl=("Signal", "Alleen invullen als mensen via Signal mogen schrijven."),
        en=("Signal", "Only where people may write through Signal."),
        example='signal: "020 000 00 01"',
    )
    photo: FileName | None = described(
        None,
        nl=("Foto", "Een bestand naast dit profiel: JPEG, PNG of WebP."),
        en=("Photo", "A file next to this profile: JPEG, PNG or WebP."),
        example="photo: noor.jpg",
    )
    photo_consent: YesNo = described(
        False,
        nl=("Toestemming voor de foto", "Pas met true komt de foto op de site."),
        en=("Consent for the photo", "Only with true does the photo appear on the site."),
        example="photo_consent: true",
    )
    languages: list[SpokenLanguage] = described(
        ["nl"],
        nl=("Spreekt", "De talen van deze vertrouwenspersoon; in die talen biedt de site een eerste bericht aan."),
        en=("Speaks", "This advisor's languages; the site offers a first message in them."),
        example="languages: [nl, en, pl]",
        min_length=1,
    )
    hours: WeekHours | None = described(
        None,
        nl=(
            "Meestal bereikbaar",
            "Per dag van en tot, in Nederlandse tijd; een dag die ontbreekt is vrij. De site leest hieraan af of iemand er nu is, en kent de feestdagen zelf.",
        ),
        en=(
            "Usually reachable",
            "From and to for each day, in Dutch time; a day left out is a day off. The site tells from these whether somebody is there now, and knows public holidays by itself.",
        ),
        example='hours: {mon: "09:00-17:00", thu: "09:00-12:30, 13:30-17:00"}',
    )
    reply_within: int | None = described(
        None,
        nl=("Antwoord binnen", "Werkdagen waarbinnen iemand antwoord krijgt."),
        en=("Answers within", "Working days within which somebody gets an answer."),
        example="reply_within: 2",
        ge=1,
        le=10,
    )
    absences: list[Absence] = described(
        [],
        nl=(
            "Afwezigheid",
            "Van de eerste tot en met de laatste dag. De site kent de afwezigheid van de komende 60 dagen (publication.absences_ahead), noemt alleen de keer die loopt of het eerst komt, zonder reden, en zet die dagen de vervanger vooraan.",
        ),
        en=(
            "Absences",
            "From the first day up to and including the last. The site knows the absences of the coming 60 days (publication.absences_ahead), tells only of the one going on or coming next, without a reason, and puts the backup first on those days.",
        ),
        example='absences: [{from: "2026-12-21", until: "2027-01-03"}]',
    )
    backup: Identifier | None = described(
        None,
        nl=(
            "Vervanger",
            "Het kenmerk (id) van een andere vertrouwenspersoon in dit profiel, die bij afwezigheid vooraan staat.",
        ),
        en=("Backup", "The id of another advisor in this profile, who comes first during an absence."),
        example="backup: sam",
    )
    locations: list[Identifier] = described(
        [],
        nl=("Locaties", "Voor welke locaties; leeg is alle."),
        en=("Locations", "For which locations; empty means all."),
        example="locations: [stadhuis]",
    )
    about: LocalProse | None = described(
        None,
        nl=("Over", "Een paar zinnen in eigen woorden."),
        en=("About", "A few sentences in their own words."),
        example='about: {nl: "Ik luister en denk mee.", en: "I listen and think along."}',
    )
    certificate: Certificate | None = described(
        None,
        nl=("Certificaat", "De inschrijving in een register."),
        en=("Certificate", "The registration in a register."),
        example='certificate: {register: LVV-register, valid_until: "2028-06-30"}',
    )


class Topic(Section):
    inside: YesNo | None = described(
        None,
        nl=(
            "Hoort erbij",
            "true: hiervoor kan iemand bij de vertrouwenspersoon terecht. false: niet. Pesten, macht, integriteit, stress en wat iemand zag volgen alleen scope.",
        ),
        en=(
            "Inside",
            "true: the advisor is there for this. false: not. Bullying, power, integrity, stress and what somebody saw follow scope alone.",
        ),
        example="inside: true",
    )
    note: LocalText | None = described(
        None,
        nl=("Toevoeging", "Een zin die bij dit onderwerp komt te staan."),
        en=("Note", "A sentence added to this topic."),
        example='note: {nl: "Bij ons loopt dit via het opvangteam.", en: "With us, the support team does this."}',
    )


class Door(Section):
    name: Name | LocalName = described(
        nl=("Naam", "Wie of welke afdeling; eventueel per taal: {nl: …, en: …}."),
        en=("Name", "Who, or which department; in each language where it differs: {nl: …, en: …}."),
        example="name: Team HR",
    )
    phone: InternalNumber | None = described(
        None,
        nl=("Telefoon", "Het nummer, ook een kort intern nummer."),
        en=("Telephone", "The number, a short internal one too."),
        example='phone: "020 000 00 10"',
    )
    email: Email | None = described(
        None,
        nl=("E-mail", "Het e-mailadres."),
        en=("E-mail", "The e-mail address."),
        example="email: hr@devuurtoren.example",
    )
    url: WebAddress | None = described(
        None,
        nl=("Pagina", "Een pagina op intranet of een website."),
        en=("Page", "A page on the intranet or a website."),
        example="url: https://intranet.devuurtoren.example/hr",
    )


class ComplaintsProcedure(Section):
    name: LocalText | None = described(
        None,
        nl=("Naam", "Hoe de klachtenregeling heet."),
        en=("Name", "What the complaints procedure is called."),
        example='name: {nl: "Klachtenregeling ongewenst gedrag", en: "Complaints procedure"}',
    )
    url: WebAddress | None = described(
        None,
        nl=("Pagina", "Waar de regeling staat."),
        en=("Page", "Where it can be read."),
        example="url: https://intranet.devuurtoren.example/klachten",
    )
    contact: LocalText | None = described(
        None,
        nl=("Indienen bij", "Bij wie iemand een klacht indient."),
        en=("Submit to", "To whom a complaint is made."),
        example='contact: {nl: "de secretaris van de klachtencommissie", en: "the secretary of the complaints committee"}',
    )


class SpeakUpProcedure(Section):
    name: LocalText | None = described(
        None,
        nl=("Naam", "Hoe de meldprocedure heet."),
        en=("Name", "What the speak-up procedure is called."),
        example='name: {nl: "Regeling melden misstanden", en: "Speak-up procedure"}',
    )
    officer: Name | LocalName | None = described(
        None,
        nl=(
            "Meldfunctionaris",
            "Wie meldingen ontvangt, eventueel per taal: {nl: …, en: …}; dit is nooit een vertrouwenspersoon.",
        ),
        en=(
            "Speak-up officer",
            "Who receives reports, in each language where it differs: {nl: …, en: …}; never an advisor.",
        ),
        example="officer: Robin Voorbeeld",
    )
    phone: InternalNumber | None = described(
        None,
        nl=("Telefoon", "Het nummer om te melden."),
        en=("Telephone", "The number for reports."),
        example='phone: "020 000 00 20"',
    )
    email: Email | None = described(
        None,
        nl=("E-mail", "Het adres om te melden."),
        en=("E-mail", "The address for reports."),
        example="email: melden@devuurtoren.example",
    )
    url: WebAddress | None = described(
        None,
        nl=("Pagina", "Waar de procedure staat."),
        en=("Page", "Where the procedure can be read."),
        example="url: https://intranet.devuurtoren.example/melden",
    )


class CodeOfConduct(Section):
    name: LocalText | None = described(
        None,
        nl=("Naam", "Hoe de gedragscode heet."),
        en=("Name", "What the code of conduct is called."),
        example='name: {nl: "Gedragscode", en: "Code of conduct"}',
    )
    url: WebAddress | None = described(
        None,
        nl=("Pagina", "Waar de gedragscode staat."),
        en=("Page", "Where it can be read."),
        example="url: https://intranet.devuurtoren.example/gedragscode",
    )


class ModuleWords(Section):
    """A module of ours in an organisation's own words."""

    title: LocalText = described(
        nl=("Titel", "Hoe het onderdeel hier heet."),
        en=("Title", "What the part is called here."),
        example='title: {nl: "Onze grenzen", en: "Our limits"}',
    )
    about: LocalText | None = described(
        None,
        nl=("Waar het over gaat", "Eén zin. Weglaten: die van ons."),
        en=("What it is about", "One sentence. Left out: ours."),
        example='about: {nl: "Wat hier wel en niet kan.", en: "What is all right here, and what is not."}',
    )


class Training(Section):
    modules: list[Identifier] = described(
        ["role"],
        nl=("Modules", "Welke onderdelen van de training, in deze volgorde."),
        en=("Modules", "Which parts of the training, in this order."),
        example="modules: [role]",
    )
    renamed: dict[str, ModuleWords] = described(
        {},
        nl=("Eigen titels", "Onderdelen die hier anders heten."),
        en=("Own titles", "Parts that are called otherwise here."),
        example='renamed: {limits: {title: {nl: "Onze grenzen", en: "Our limits"}}}',
    )
    pass_mark: int | None = described(
        None,
        nl=("Slaaggrens", "Procent goed; leeg is geen score."),
        en=("Pass mark", "Percent right; empty means no score."),
        example="pass_mark: 80",
        ge=1,
        le=100,
    )
    certificate: YesNo = described(
        False,
        nl=("Bewijs van deelname", "Mag iemand aan het eind een bewijs afdrukken?"),
        en=("Certificate", "May somebody print a certificate at the end?"),
        example="certificate: true",
    )


class AnnualReport(Section):
    threshold: int = described(
        5,
        nl=(
            "Drempel",
            "Kleinere aantallen staan niet in het jaarverslag en zijn er niet uit af te leiden. Nooit onder 5.",
        ),
        en=(
            "Threshold",
            "Smaller numbers are not in the annual report and cannot be worked out from it. Never under 5.",
        ),
        example="threshold: 5",
        ge=5,
        le=100,
    )


class Safety(Section):
    quick_exit: YesNo = described(
        False,
        nl=(
            "Knop Sluit snel",
            "Een knop op elke pagina die haar verbergt en een gewone site opent; drie keer Shift doet hetzelfde. Wist geen geschiedenis.",
        ),
        en=(
            "Leave quickly",
            "A button on every page that hides it and opens an ordinary site; Shift three times does the same. Erases no history.",
        ),
        example="quick_exit: true",
    )
    exit_url: WebAddress = described(
        "https://www.knmi.nl/",
        nl=("Waarheen", "De gewone site die dan opent; kies er een waar niemand van opkijkt."),
        en=("Where to", "The ordinary site that opens then; choose one that surprises nobody."),
        example="exit_url: https://www.knmi.nl/",
        validate_default=True,
    )
    discreet: YesNo = described(
        False,
        nl=(
            "Onopvallend",
            "De naam van de organisatie staat dan niet in het tabblad of een gedeelde link, en een afdruk begint neutraal. Wie meekijkt op het scherm, ziet de tekst.",
        ),
        en=(
            "Discreet",
            "The organisation's name then stands in no tab and no shared link, and a print begins neutrally. Whoever looks at the screen sees the text.",
        ),
        example="discreet: true",
    )


class Accessibility(Section):
    status: Literal["A", "B", "C", "D", "E"] | None = described(
        None,
        nl=("Status", "De status uit de toegankelijkheidsverklaring; A en B vragen een onderzoek."),
        en=("Status", "The statement's status; A and B need an audit."),
        example="status: C",
    )
    statement_url: WebAddress | None = described(
        None,
        nl=("Verklaring", "Het adres in het register van toegankelijkheidsverklaringen."),
        en=("Statement", "Its address in the register of statements."),
        example="statement_url: https://www.toegankelijkheidsverklaring.nl/register/0",
    )
    checked_on: Day | None = described(
        None,
        nl=("Onderzocht op", "De dag van het laatste onderzoek."),
        en=("Checked on", "The day of the last audit."),
        example='checked_on: "2026-05-01"',
    )
    email: Email | None = described(
        None,
        nl=("E-mail", "Waar mensen een probleem melden."),
        en=("E-mail", "Where people report a problem."),
        example="email: toegankelijk@ooverlaar.example",
    )


class Publication(Section):
    url: SiteAddress | None = described(
        None,
        nl=(
            "Webadres",
            "Het vaste adres van de site. Met de QR-code die daarvan wordt gemaakt, opent iemand haar op een eigen telefoon.",
        ),
        en=(
            "Web address",
            "The site's lasting address. The QR code made of it opens the site on a telephone of one's own.",
        ),
        example="url: https://www.devuurtoren.example/vertrouwenspersoon",
    )
    noindex: YesNo = described(
        True,
        nl=("Niet in zoekmachines", "true houdt de site uit Google."),
        en=("Not in search engines", "true keeps the site out of Google."),
        example="noindex: true",
    )
    framed_by: Origins = described(
        (),
        nl=(
            "Mag de contactkaart tonen",
            "Het begin van het adres van jullie intranet. Alleen dat mag de kleine contactkaart in een kader tonen; noem je niets, dan mag niemand het. De rest van de site mag nooit in een kader.",
        ),
        en=(
            "May show the contact card",
            "How the address of your intranet begins. It alone may show the small contact card in a frame; where you name none, nobody may. The rest of the site never stands in a frame.",
        ),
        example="framed_by: https://devuurtoren.sharepoint.example",
    )
    absences_ahead: int = described(
        60,
        nl=(
            "Dagen vooruit",
            "Hoeveel dagen vooruit de site afwezigheid kent. Daarna zegt zij niet meer wie er nu is, tot je haar opnieuw maakt.",
        ),
        en=(
            "Days ahead",
            "How many days ahead the site knows absences. After those it no longer says who is there now, until you build it again.",
        ),
        example="absences_ahead: 60",
        ge=7,
        le=365,
    )
    date: Day | None = described(
        None,
        nl=("Datum", "De dag waarop deze versie is vastgesteld."),
        en=("Date", "The day this version was agreed."),
        example='date: "2026-11-01"',
    )


class Profile(Section):
    organisation: OrganisationSection = described(
        nl=("Organisatie", "Voor wie deze site is."),
        en=("Organisation", "Whom this site is for."),
        example="organisation: {name: De Vuurtoren, workforce: 180}",
    )
    brand: Brand = described(
        Brand,
        nl=("Huisstijl", "Eén kleur en een logo."),
        en=("Brand", "One colour and a logo."),
        example='brand: {color: "#0B5FA5", logo: logo.svg}',
    )
    practice: Practice | None = described(
        None,
        nl=("Bureau", "Het bureau van de externe vertrouwenspersoon."),
        en=("Practice", "The external advisor's practice."),
        example="practice: {name: Praktijk Luister}",
    )
    engagement: Engagement = described(
        Engagement,
        nl=("Aanstelling", "Hoe de vertrouwenspersoon is aangesteld."),
        en=("Engagement", "How the advisor was appointed."),
        example='engagement: {since: "2025-03-01"}',
    )
    advisors: Annotated[list[Advisor], Field(min_length=1, max_length=40)] = described(
        nl=(
            "Vertrouwenspersonen",
            "Een of meer, in de volgorde van de site; of {use: noor} voor iemand uit de map advisors.",
        ),
        en=("Advisors", "One or more, in the order shown; or {use: noor} for somebody from the advisors folder."),
        example="advisors: [{use: noor}]",
    )
    topics: dict[str, Topic] = described(
        {},
        nl=("Onderwerpen", "Alleen wat bij deze organisatie anders is dan in data/topics.yml."),
        en=("Topics", "Only what differs here from data/topics.yml."),
        example="topics: {workload: {inside: true}}",
    )
    doors: dict[str, Door | None] = described(
        {},
        nl=("Andere deuren", "Wie helpt met wat niet bij de vertrouwenspersoon hoort; data/doors.yml noemt ze."),
        en=("Other doors", "Who helps with what is not for the advisor; data/doors.yml lists them."),
        example="doors: {hr: {name: Team HR}}",
    )
    complaints_procedure: ComplaintsProcedure | None = described(
        None,
        nl=("Klachtenregeling", "Leeg laten als die er niet is."),
        en=("Complaints procedure", "Leave out when there is none."),
        example="complaints_procedure: {url: https://intranet.devuurtoren.example/klachten}",
    )
    speak_up_procedure: SpeakUpProcedure | None = described(
        None,
        nl=("Interne meldprocedure", "Verplicht vanaf 50 werkenden."),
        en=("Speak-up procedure", "Required from 50 working persons."),
        example="speak_up_procedure: {officer: Robin Voorbeeld}",
    )
    code_of_conduct: CodeOfConduct | None = described(
        None,
        nl=("Gedragscode", "Leeg laten als die er niet is."),
        en=("Code of conduct", "Leave out when there is none."),
        example="code_of_conduct: {url: https://intranet.devuurtoren.example/gedragscode}",
    )
    internal_emergency_number: InternalNumber | None = described(
        None,
        nl=("Intern alarmnummer", "Staat naast 112."),
        en=("Internal emergency number", "Shown beside 112."),
        example='internal_emergency_number: "2222"',
    )
    notes_kept: LocalText | None = described(
        None,
        nl=("Bewaartijd notities", "Hoe lang de vertrouwenspersoon aantekeningen bewaart."),
        en=("How long notes are kept", "How long the advisor keeps notes."),
        example='notes_kept: {nl: "tot zes weken na het laatste gesprek", en: "until six weeks after the last talk"}',
    )
    who_may_call: list[Worker] = described(
        ["employees", "temps", "contractors", "interns", "volunteers"],
        nl=("Wie mag bellen", "Iedereen die hier werkt; oud-medewerkers en cliënten alleen als dat is afgesproken."),
        en=("Who may call", "Everybody who works here; former staff and clients only where agreed."),
        example="who_may_call: [employees, temps, interns]",
        min_length=1,
    )
    meeting_places: list[MeetingPlace] = described(
        [],
        nl=("Waar praten kan", "work, outside, walk, online, phone of home."),
        en=("Where to talk", "work, outside, walk, online, phone or home."),
        example="meeting_places: [outside, online, phone]",
    )
    introduction: LocalProse | None = described(
        None,
        nl=("Eigen woord", "Een paar zinnen van de organisatie op de beginpagina."),
        en=("Introduction", "A few sentences of the organisation's own on the first page."),
        example='introduction: {nl: "Bij ons mag je je veilig voelen.", en: "You should feel safe here."}',
    )
    training: Training = described(
        Training,
        nl=("Training", "De training voor nieuwe medewerkers."),
        en=("Training", "The training for new colleagues."),
        example="training: {modules: [role]}",
    )
    annual_report: AnnualReport = described(
        AnnualReport,
        nl=("Jaarverslag", "Hoe kleine aantallen worden weggelaten; de aantallen zelf staan nooit in een profiel."),
        en=("Annual report", "How small numbers are left out; the numbers themselves never stand in a profile."),
        example="annual_report: {threshold: 5}",
    )
    safety: Safety = described(
        Safety,
        nl=(
            "Veiligheid",
            "quick_exit: een knop die de pagina verbergt en een gewone site opent. discreet: geen naam in het tabblad of een gedeelde link.",
        ),
        en=(
            "Safety",
            "quick_exit: a button that hides the page and opens an ordinary site. discreet: no name in the tab or a shared link.",
        ),
        example="safety: {quick_exit: true, discreet: true}",
    )
    accessibility: Accessibility | None = described(
        None,
        nl=("Toegankelijkheid", "Gegevens voor de toegankelijkheidsverklaring van een overheid."),
        en=("Accessibility", "Data for a public body's accessibility statement."),
        example="accessibility: {status: C}",
    )
    maintained_by: Name | LocalName | None = described(
        None,
        nl=("Onderhouden door", "Wie deze site bijhoudt, zoals het in een zin staat; eventueel per taal."),
        en=(
            "Maintained by",
            "Who looks after this site, as it stands in a sentence; in each language where it differs.",
        ),
        example="maintained_by: Praktijk Luister",
    )
    review_by: Day | None = described(
        None,
        nl=("Nakijken voor", "Voor welke dag iemand alles weer nakijkt."),
        en=("Review by", "The day by which somebody checks everything again."),
        example='review_by: "2027-06-01"',
    )
    publication: Publication = described(
        Publication,
        nl=("Publicatie", "url: het vaste adres, nodig voor de QR-code. noindex: true houdt de site uit zoekmachines."),
        en=(
            "Publication",
            "url: the lasting address, needed for the QR code. noindex: true keeps the site out of search engines.",
        ),
        example="publication: {url: https://www.devuurtoren.example/vertrouwenspersoon, noindex: true}",
    )
    form: ProfileForm = described(
        FIRST_FORM,
        nl=("Vorm", "De versie van Voorlichter waarvoor dit profiel geschreven is. Een oudere vorm wordt ook gelezen."),
        en=("Form", "The version of Voorlichter that this profile was written for. An older form is read too."),
        example=f'form: "{get_args(ProfileForm)[-1]}"',
    )
