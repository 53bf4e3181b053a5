"""The command ``kampanye`` and what becomes of errors: a sentence, an exit code, never a traceback."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence

import click

from kampanye_tui import __version__
from kampanye_tui.cli.commands import Commands
from kampanye_tui.cli.language import speak_indonesian
from kampanye_tui.cli.options import WITHOUT, config
from kampanye_tui.cli.output import Exit, data, show_everything, talk
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Declined, Refused

TRACE = "KAMPANYE_JEJAK"
"""Set in the environment, it shows where an unexpected error came from."""

WINDOWS = ("win32", "cygwin", "msys")
"""What Python calls Windows, and the two collections of Unix programs on it."""
ON_WINDOWS = (
    "Program ini tidak dijalankan langsung di Windows: penguncian berkasnya lain, jadi catatan dapat rusak.\n"
    "Jalankan di dalam WSL (Windows Subsystem for Linux), atau nyalakan laptop dari USB berisi Linux.\n"
    'Caranya ada dalam docs/panduan-hari-h.md, bagian "Laptop di gedung acara".'
)


def _show_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        data(f"kampanye {__version__}")
        context.exit()


@click.group(
    name="kampanye",
    cls=Commands,
    invoke_without_command=True,
    options_metavar="[OPSI]",
    subcommand_metavar="PERINTAH [ARGUMEN]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help="Tampilkan versi.",
)
@click.option("--operator", metavar="NAMA", help="Siapa yang bekerja; biasanya nama pengguna.")
@click.option(
    WITHOUT,
    metavar="[=ID]",
    expose_value=False,
    help="Jangan muat paket itu, atau paket apa pun selain paket nasional.",
)
@config
@click.pass_context
def kampanye(context: click.Context, operator: str | None) -> int | None:  # noqa: ARG001 - read from the context
    """Menyusun, memeriksa, dan mencetak kesepakatan kampanye damai.

    Tanpa PERINTAH, program layar dibuka.

    Kode keluar: 0 selesai, 1 ada catatan wajib atau ada yang ditolak, 2 tidak dapat dijalankan.
    """
    if context.invoked_subcommand is None:
        from kampanye_tui.cli.composing import open_program

        return open_program(context)
    return None


def run(start: Callable[..., int], arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; ``start`` opens the terminal program."""
    speak_indonesian()
    show_everything()
    if sys.platform in WINDOWS:
        talk(ON_WINDOWS)
        return Exit.FAILED
    try:
        code = kampanye.main(arguments, prog_name="kampanye", standalone_mode=False, obj=start)
        sys.stdout.flush()
    except click.exceptions.Abort:
        talk("Dibatalkan.")
        return Exit.FAILED
    except click.ClickException as error:
        # What click says of an argument may name a file, called whatever a stranger likes.
        said = io.StringIO()
        error.show(said)
        talk(said.getvalue().rstrip("\n"))
        return Exit.FAILED
    except Refused as refused:
        for problem in refused.problems:
            talk(str(problem))
        return Exit.REFUSED if isinstance(refused, Declined) else Exit.FAILED
    except SystemExit:
        # click leaves so when whoever read our output has gone; that is no finding.
        return Exit.FAILED
    except BrokenPipeError:
        # Whoever read our output has left; nothing more can reach them, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FAILED
    except OSError as error:
        talk(f"{error.filename or 'Sistem berkas'} {system_error(error)}.")
        return Exit.FAILED
    except Exception as error:
        if os.environ.get(TRACE):
            raise
        talk(
            f"Terjadi kesalahan pada program ({type(error).__name__}: {error}).\n"
            f"Laporkan beserta keluaran dari: {TRACE}=1 kampanye …"
        )
        return Exit.FAILED
    return code if isinstance(code, int) else Exit.DONE
