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


def configured() -> str | None:
    """Return the configuration that was named on the command line."""
    named: str | None = click.get_current_context().find_root().meta.get("config")
    return named
