"""The group of verbs; a verb's file is read when it is called, and no other."""

from __future__ import annotations

import gc
import importlib
import sys
from keyword import iskeyword
from pathlib import Path

import click

from voorlichter import __version__
from voorlichter.cli.language import LANGUAGE, say
from voorlichter.problems import Say

VERBS = {
    "studio": Say(
        "Alles op één pagina in de browser: maak, bekijk, controleer en publiceer, zonder bestanden of opdrachten.",
        "Everything on one page in the browser: make, look, check and publish, without files or commands.",
    ),
    "new": Say(
        "Maak een profiel voor een organisatie: stelt de vragen van een intake.",
        "Make a profile for an organisation: asks what an intake asks.",
    ),
    "intake": Say(
        "Maak een vragenlijst voor de opdrachtgever: één bladzijde die een bestand met antwoorden bewaart.",
        "Make a list of questions for the client: one page that saves a file with answers.",
    ),
    "check": Say(
        "Noem alles wat niet klopt, met regel en met wat er moet staan.",
        "Name everything that is wrong, with its line and what to write.",
    ),
    "build": Say(
        "Bouw de websites, in site/. Wat niet veranderd is, wordt overgeslagen.",
        "Build the websites, into site/. What has not changed is skipped.",
    ),
    "serve": Say(
        "Bekijk een site in de browser; wat je bewaart, is er meteen te zien.",
        "Look at a site in the browser; what you save shows at once.",
    ),
    "export": Say(
        "Maak pakketten: de training voor een leersysteem, of de hele site als zip.",
        "Make packages: the training for a learning system, or the whole site as a zip.",
    ),
    "import": Say(
        "Maak een module van vragen die er al zijn: Excel, CSV, GIFT, Moodle XML, QTI 2.1, H5P of Markdown.",
        "Make a module of questions that are there already: Excel, CSV, GIFT, Moodle XML, QTI 2.1, H5P or Markdown.",
    ),
    "publish": Say(
        "Zet een site waar zij staat, of alle: een map, een zip voor ICT, een branch. De vorige twee blijven bewaard.",
        "Put a site where it stands, or all of them: a folder, a zip for IT, a branch. The previous two are kept.",
    ),
    "upgrade": Say(
        "Toon per site de zinnen die een nieuwe versie van Voorlichter verandert; met --accept mogen ze online.",
        "Show for each site the sentences that a new version of Voorlichter changes; with --accept they may go online.",
    ),
    "report": Say(
        "Schrijf wat je meestuurt met een vraag: versies en waar het vastliep, zonder iets uit een profiel.",
        "Write what to send along with a question: versions and where it failed, with nothing of a profile.",
    ),
    "hosting": Say(
        "Maak wat ICT nodig heeft: de bladzijde voor ICT, en de instellingen voor nginx, Apache, IIS en andere.",
        "Make what IT needs: the page for IT, and the settings for nginx, Apache, IIS and others.",
    ),
    "sign": Say(
        "Onderteken de lijst van een site met uw eigen SSH-sleutel, voor wie met verify controleert.",
        "Sign the list of a site with your own SSH key, for whoever checks it with verify.",
    ),
    "verify": Say(
        "Kijk of een site staat zoals zij gemaakt is: in een map, in een zip of op een adres.",
        "See whether a site stands as it was made: in a folder, in a zip or at an address.",
    ),
    "sbom": Say(
        "Waar een site of het programma van gemaakt is, met versies en licenties, als CycloneDX.",
        "What a site or the program is made of, with versions and licences, as CycloneDX.",
    ),
    "kit": Say(
        "Maak het voorlichtingspakket: posters, kaartjes, folder, presentatie en teksten. Wat niet veranderd is, blijft.",
        "Make the kit: posters, cards, flyer, slides and texts. What has not changed stays.",
    ),
    "annual-report": Say(
        "Maak het jaarverslag uit aantallen die buiten de werkmap blijven. Kleine aantallen vallen weg.",
        "Make the annual report from counts that stay outside the workspace. Small numbers are left out.",
    ),
    "diff": Say(
        "Vertel wat er voor de lezer veranderd is sinds een eerdere versie, ook als blad om te ondertekenen.",
        "Tell what changed for the reader since an earlier version, also as a sheet to sign.",
    ),
    "own": Say(
        "Zet wat een organisatie in eigen woorden zegt naast onze tekst, en vertel wat daaraan veranderd is.",
        "Show what an organisation says in its own words beside our text, and tell what changed in ours.",
    ),
    "read": Say(
        "Lees voor wat er over deze organisatie staat: elke zin die van het profiel afhangt, met de sleutel waar zij uit komt.",
        "Read aloud what is said of this organisation: every sentence that depends on the profile, with the key it comes from.",
    ),
    "clients": Say(
        "Alle organisaties in één blik: wat er online staat, wat er veranderd is, wat er mis is en welke dagen eraan komen.",
        "All organisations in one look: what is online, what changed, what is wrong and which days come.",
    ),
    "duplicate": Say(
        "Maak een organisatie naar het voorbeeld van een andere, zonder wat alleen van die andere waar is.",
        "Make an organisation after the example of another, without what is true of that other alone.",
    ),
    "rename": Say(
        "Geef een organisatie een andere korte naam, met alles wat erbij hoort, en noem wie dat moet weten.",
        "Give an organisation another slug, with all that belongs to it, and tell who must know.",
    ),
    "stop": Say(
        "Haal een organisatie uit de werkmap, zonder iets weg te gooien, en maak de tekst voor ICT.",
        "Take an organisation out of the workspace, throwing nothing away, and make the text for IT.",
    ),
    "review": Say(
        "Zet alle vaste teksten op een blad voor iemand met verstand van zaken, zoals een jurist, en neem de antwoorden terug.",
        "Put all fixed texts on a sheet for somebody competent, such as a lawyer, and take the answers back.",
    ),
    "translate": Say(
        "Geef de teksten van een taal met één pagina als XLIFF aan een vertaler, en neem ze terug.",
        "Give the texts of a language of one page to a translator as XLIFF, and take them back.",
    ),
    "schema": Say(
        "Druk het JSON Schema van een profiel of module af, voor een editor die meedenkt.",
        "Print the JSON Schema of a profile or a module, for an editor that completes.",
    ),
}
"""What each does: told here, so that help reads no verb."""


def file_of(verb: str) -> str:
    """The name of its file, which cannot be a word of Python itself."""
    name = verb.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name


class _Verbs(click.Group):
    """Finds a verb's command in the module of its name, a hyphen written as _."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"voorlichter.cli.{file_of(cmd_name)}").command
        command.help = VERBS[cmd_name].to(LANGUAGE)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, does.to(LANGUAGE)) for name, does in VERBS.items()])


@click.group(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    help=say(
        "Maak de website van de vertrouwenspersoon, uit één profiel per organisatie. Zonder opdracht opent in een terminal de studio.",
        "Make the website of the confidential advisor, from one profile per organisation. Without a verb, in a terminal, the studio opens.",
    ),
)
@click.version_option(__version__, prog_name="voorlichter")
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=say("De werkmap, ook achter de opdracht.", "The workspace, after the command too."),
)
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    expose_value=False,
    help=say("Taal van het programma.", "Language of the program."),
)
@click.pass_context
def main(ctx: click.Context, folder: Path | None) -> None:
    """`common` reads the folder."""
    # Most of what a command makes stays until its end: to look for what nobody holds a hundred times less often takes a tenth of building away.
    gc.set_threshold(100_000, 20, 20)
    if ctx.invoked_subcommand is not None:
        return
    if sys.stdout.isatty():
        verbs = ctx.command
        assert isinstance(verbs, click.Group)
        studio = verbs.get_command(ctx, "studio")
        assert studio is not None
        studio.main(args=[], prog_name="voorlichter studio", parent=ctx)
    click.echo(ctx.get_help())
    ctx.exit(2)
