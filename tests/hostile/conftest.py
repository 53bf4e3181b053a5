"""The office in a folder of its own and the command, as the tests of commands have them."""

from tests.unit.cli.conftest import _surroundings, kampanye, office  # noqa: F401 - fixtures
