"""The lines that fetch files: right for this host, and whole when a folder has spaces in it."""

from __future__ import annotations

import pytest

from kampanye_tui.delivery import Host, host_of, pscp_line, ssh_line, winscp_address

OFFICE = Host("operator1", "kantor.example")


def test_the_address_is_the_one_that_the_session_was_reached_by() -> None:
    session = {"SSH_CONNECTION": "10.0.0.9 50022 10.0.0.5 22"}
    assert host_of(session, "operator1", "kantor") == Host("operator1", "10.0.0.5", "22")


def test_without_a_session_it_is_the_name_of_the_computer() -> None:
    assert host_of({}, "operator1", "kantor") == Host("operator1", "kantor")


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_the_address_of_a_tunnel_is_nobody_elses(address: str) -> None:
    session = {"SSH_CONNECTION": f"127.0.0.1 50022 {address} 2222"}
    assert host_of(session, "operator1", "kantor").address == "kantor"


def test_a_session_that_cannot_be_read_is_passed_over() -> None:
    assert host_of({"SSH_CONNECTION": "a b c d"}, "operator1", "kantor").address == "kantor"


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        ("/srv/keluaran", "pscp -r operator1@kantor.example:/srv/keluaran ."),
        ("/srv/Kampanye Damai/keluaran", 'pscp -r "operator1@kantor.example:/srv/Kampanye Damai/keluaran" .'),
        ('/srv/a"b', 'pscp -r "operator1@kantor.example:/srv/a\\"b" .'),
        ("/srv/a&b", 'pscp -r "operator1@kantor.example:/srv/a&b" .'),
        ("/srv/[2024]", 'pscp -r "operator1@kantor.example:/srv/\\[2024\\]" .'),
    ],
    ids=["plain", "spaces", "quotes", "command sign", "pattern"],
)
def test_a_folder_is_written_as_windows_reads_it(folder: str, line: str) -> None:
    assert pscp_line(OFFICE, folder) == line


def test_another_port_is_named() -> None:
    assert pscp_line(OFFICE._replace(port="2222"), "/srv").startswith("pscp -P 2222 -r ")


def test_an_address_with_colons_stands_in_brackets() -> None:
    host = Host("operator1", "2001:db8::5")
    assert (pscp_line(host, "/srv"), winscp_address(host, "/srv")) == (
        "pscp -r operator1@[2001:db8::5]:/srv .",
        "sftp://operator1@[2001:db8::5]/srv/",
    )


def test_the_address_for_winscp_escapes_what_addresses_cannot_hold() -> None:
    host = Host("KPU\\ani", "kantor.example", "2222")
    assert winscp_address(host, "/srv/Kampanye Damai #1/") == (
        "sftp://KPU%5Cani@kantor.example:2222/srv/Kampanye%20Damai%20%231/"
    )


@pytest.mark.parametrize(
    ("host", "line"),
    [
        (OFFICE, "ssh operator1@kantor.example ekspor nota --templat naskah --format pdf -o - > nota.pdf"),
        (
            Host("kpu", "2001:db8::5", "2222"),
            "ssh -p 2222 kpu@2001:db8::5 ekspor nota --templat naskah --format pdf -o - > nota.pdf",
        ),
    ],
    ids=["usual port", "another port"],
)
def test_where_only_this_program_is_let_in_it_sends_the_text_itself(host: Host, line: str) -> None:
    assert ssh_line(host, "nota") == line
