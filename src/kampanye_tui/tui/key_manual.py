"""The manual of keys: one Markdown table for each group, made from the table of actions.

Nothing comes in; the text of docs/tombol.md goes out. It writes no file.
"""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.tui.actions import Group, of_group
from kampanye_tui.tui.keymap import key_name

HEAD = """\
# Tombol

Berkas ini dibuat dari tabel tindakan dengan `make tombol`; jangan disunting dengan tangan.

Setiap tombol dapat diganti pada `pengaturan.toml`; letak berkas itu disebut pada layar Pengaturan.
Tulis id tindakan di antara tanda petik, lalu satu tombol atau lebih, dipisahkan koma:

```toml
[tombol]
"naskah.urung" = "f9"
```

Selama Anda mengetik di sebuah isian, tombol huruf menulis huruf; pakailah tombol lain pada baris yang sama.
"""


def manual_of_keys() -> str:
    """Return the manual, in the order of the table."""
    return "\n".join([HEAD, *(line for group in Group for line in _section(group))])


def _section(group: Group) -> Iterator[str]:
    actions = of_group(group)
    if not actions:
        return
    yield f"## {group.value}\n"
    yield "| Tombol | Guna | Id |"
    yield "|---|---|---|"
    for one in actions:
        yield f"| {', '.join(f'`{key_name(key)}`' for key in one.keys)} | {one.help} | `{one.id}` |"
    yield ""
