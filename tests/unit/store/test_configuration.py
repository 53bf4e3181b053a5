"""Finding the configuration: the first place that has one, and a sentence when none has."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.problem import Refused
from kampanye_tui.store.configuration import NAME, VARIABLE, candidates, open_configuration

MINIMAL = """\
format = 1
{more}
[kantor]
wilayah = "36.74"
nama = "{name}"
[pemilu]
id = "pemilu-2024"
[naskah]
id = "uji"
"""


def put(path: Path, name: str, more: str = "") -> Path:
    """Write a configuration whose office has this name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MINIMAL.format(name=name, more=more))
    return path


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, an empty folder of the user's own, and no variable."""
    (tmp_path / "kerja").mkdir()
    monkeypatch.chdir(tmp_path / "kerja")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv(VARIABLE, raising=False)
    return tmp_path


def opened(named: str | None = None) -> str:
    """Return the name of the office whose configuration is found."""
    return open_configuration(named).configuration.office.name


def refusal(named: str | None = None) -> str:
    """Return why no configuration is opened."""
    with pytest.raises(Refused) as refused:
        open_configuration(named)
    return str(refused.value)


def test_the_named_file_comes_before_everything(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(put(places / "variabel.toml", "variabel")))
    put(places / "kerja" / NAME, "folder")
    assert opened(str(put(places / "bernama.toml", "bernama"))) == "bernama"


def test_the_variable_comes_before_the_folder(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(put(places / "variabel.toml", "variabel")))
    put(places / "kerja" / NAME, "folder")
    assert opened() == "variabel"


def test_the_folder_comes_before_the_users_own(places: Path) -> None:
    put(places / "kerja" / NAME, "folder")
    put(places / "xdg" / "kampanye" / NAME, "pengguna")
    assert opened() == "folder"


def test_the_users_own_is_found(places: Path) -> None:
    put(places / "xdg" / "kampanye" / NAME, "pengguna")
    assert opened() == "pengguna"


def test_the_machines_own_is_looked_at_last() -> None:
    assert list(candidates(None))[-1] == Path("/etc/kampanye") / NAME


def test_an_empty_variable_names_nothing(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    put(places / "kerja" / NAME, "folder")
    assert opened() == "folder"


def test_without_any_configuration_it_is_said_what_to_do() -> None:
    assert refusal() == (
        "Konfigurasi kampanye.toml tidak ditemukan. "
        "Tunjuk dengan --config BERKAS, atau letakkan kampanye.toml di folder ini."
    )


def test_a_named_file_that_is_missing_is_refused_though_another_exists(places: Path) -> None:
    put(places / "kerja" / NAME, "folder")
    assert refusal("tiada.toml") == 'Berkas konfigurasi "tiada.toml" tidak ada. Periksa nama dan foldernya.'


def test_a_file_named_by_the_variable_that_is_missing_is_refused(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(places / "kerja" / NAME, "folder")
    monkeypatch.setenv(VARIABLE, "tiada.toml")
    assert '"tiada.toml" tidak ada' in refusal()


def test_a_folder_is_no_configuration(places: Path) -> None:
    assert "tidak ada" in refusal(str(places))


def test_all_problems_of_a_configuration_are_told(places: Path) -> None:
    path = put(places / "rusak.toml", "rusak")
    path.write_text(path.read_text().replace("wilayah", "wilyah").replace("[naskah]\nid", "[naskah]\nnama"))
    with pytest.raises(Refused) as refused:
        open_configuration(str(path))
    tables = [problem.steps[0].table for problem in refused.value.problems]
    assert tables == ["kantor", "kantor", "naskah", "naskah"]


def test_a_problem_names_the_file_as_the_operator_knows_it(places: Path) -> None:
    path = put(places / "rusak.toml", "rusak", more="kunci_asing = 1")
    assert refusal(str(path)).startswith(f'{path}: kunci "kunci_asing" tidak dikenal')


def test_relative_paths_start_at_the_folder_of_the_file(places: Path) -> None:
    put(places / "kantor" / NAME, "kantor")
    assert open_configuration("../kantor/kampanye.toml").folder == places / "kantor"


def test_the_workspace_is_the_folder_of_the_file_unless_named(places: Path) -> None:
    assert open_configuration(str(put(places / "a" / NAME, "a"))).workspace == places / "a"


def test_a_named_workspace_is_relative_to_the_file(places: Path) -> None:
    path = put(places / "a" / NAME, "a", more='ruang_kerja = "kerja"')
    assert open_configuration(str(path)).workspace == places / "a" / "kerja"


def test_a_workspace_may_be_anywhere(places: Path) -> None:
    path = put(places / "a" / NAME, "a", more='ruang_kerja = "/srv/kampanye"')
    assert open_configuration(str(path)).workspace == Path("/srv/kampanye")
