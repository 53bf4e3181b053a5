"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def _remember(context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Keep the configuration for the whole run; one given after the command wins over one before it."""
    if value is not None:
        context.find_root().meta["config"] = value
    return value


config = click.option(
    "--config",
    metavar="BERKAS",
    help="Berkas konfigurasi kantor (kampanye.toml).",
    callback=_remember,
    expose_value=False,
)


def as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--json`` to a command that prints a list."""
    return click.option("--json", "as_json", is_flag=True, help="Cetak sebagai JSON.")(command)


WITHOUT = "--tanpa-paket"


def take_left_out(context: click.Context, arguments: list[str]) -> list[str]:
    """Return the arguments without ``--tanpa-paket`` and ``--tanpa-paket=ID``, wherever they stand.

    Packs are left out before anything else is read, so that no pack can get in the way of leaving it out.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    said = [one for one in arguments[:end] if one == WITHOUT or one.startswith(f"{WITHOUT}=")]
    if said:
        from kampanye_tui.model.own_packs import ALL

        context.meta[WITHOUT] = tuple(one.partition("=")[2] or ALL for one in said)
    return [one for one in arguments[:end] if one not in said] + arguments[end:]


def left_out() -> tuple[str, ...]:
    """Return the ids of packs that the command line leaves out."""
    ids: tuple[str, ...] = click.get_current_context().find_root().meta.get(WITHOUT, ())
    return ids


def recorded_as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--json`` to a command that records: what was recorded is printed in place of its words."""
    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=_remember_json,
        help="Cetak yang tercatat sebagai JSON.",
    )(command)


def _remember_json(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    context.find_root().meta["json"] = value


def wants_json() -> bool:
    """Tell whether this run prints what it records as JSON."""
    return bool(click.get_current_context().find_root().meta.get("json"))


def configured() -> str | None:
    """Return the configuration that was named on the command line."""
    named: str | None = click.get_current_context().find_root().meta.get("config")
    return named
