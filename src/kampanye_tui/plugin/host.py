"""The host: which packs there are, which are used and why not, and guarded calls of their hooks.

Order never comes from here: every result is tagged with its pack, and the core lays results by region code.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

import msgspec
import pluggy

from kampanye_tui import hookspecs
from kampanye_tui.agreement.layers import Given
from kampanye_tui.hookspecs import PROJECT
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import ExportFormat, ExportOptions
from kampanye_tui.model.office import Acceptance, PackChoice
from kampanye_tui.model.own_packs import ALL, NO_CHOICE, OwnChoice
from kampanye_tui.model.pack import NATIONAL_ID, PackKind, PackState, PackStatus, PackUse
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.region import chain
from kampanye_tui.plugin.data_pack import DataPack, read_pack
from kampanye_tui.plugin.folder import PackFolder, pack_folders, read_folder
from kampanye_tui.plugin.guard import COLLECT_SECONDS, MOST_PRINTED, Fault, guarded
from kampanye_tui.plugin.intake import KINDS, Giver, copies, items
from kampanye_tui.plugin.python_pack import load
from kampanye_tui.plugin.readings import readings_in
from kampanye_tui.store.breadcrumb import at_work
from kampanye_tui.store.log import append
from kampanye_tui.store.own_packs import LOGS
from kampanye_tui.store.strict_modes import loose

NATIONAL = Path(__file__).parent.parent / "national"

ADDS = {
    "kampanye_regions": "wilayah",
    "kampanye_elections": "pemilihan",
    "kampanye_legal_basis": "dasar hukum",
    "kampanye_contestants": "peserta",
    "kampanye_stakeholders": "calon pihak",
    "kampanye_terms": "istilah",
    "kampanye_clause_sets": "kumpulan klausul",
    "kampanye_clause_overlays": "penyesuaian klausul",
    "kampanye_rules": "aturan",
    "kampanye_templates": "format naskah",
    "kampanye_export_formats": "format ekspor",
    "kampanye_exported": "pencatatan sesudah ekspor",
}
"""Hook → what a pack with it adds, in words."""


class _Manager(pluggy.PluginManager):
    """Looks at what may be a hook and not at every name a module imports: that was most of registering."""

    def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
        """Return the options of an implementation, as pluggy does; a hook of ours begins with the project."""
        return super().parse_hookimpl_opts(plugin, name) if name.startswith(f"{PROJECT}_") else None


class Host:
    """Packs of one office, made for a region. Hosts share nothing but what was read from the same bytes."""

    def __init__(
        self,
        region: str,
        folders: Iterable[Path],
        accepted: Iterable[Acceptance],
        *,
        given: Iterable[PackFolder] = (),
        own: OwnChoice = NO_CHOICE,
        runs_code: bool = True,
    ) -> None:
        """Load the national pack, those ``given``, and those in ``folders`` that apply to ``region``.

        ``own`` is what the user decided. Without ``runs_code`` accepted code is told of and not loaded.
        """
        self.region = region
        self._pinned = {acceptance.id: acceptance.fingerprint for acceptance in accepted}
        self.accepted = {acceptance.id: acceptance.fingerprint for acceptance in own.accepted} | self._pinned
        self._own = own
        self._code: dict[str, PackFolder] = {}
        self._runs_code = runs_code
        self._readings = readings_in(own.cache if runs_code else None)
        self.statuses: dict[str, PackStatus] = {}
        self.uses: dict[str, PackUse] = {}
        self.read_by_us: set[str] = set()
        self.printed: dict[str, str] = {}
        self._manager = _Manager(PROJECT)
        self._manager.add_hookspecs(hookspecs)
        self._take(NATIONAL, NATIONAL_ID)
        for pack in given:
            self._place(pack)
        # Those that are not there come last: they take no id of a pack that is.
        for folder in sorted((*folders, *own.folders), key=lambda folder: not folder.is_dir()):
            self._take_all(folder)

    def problems(self) -> tuple[PackStatus, ...]:
        """Return the packs that are not used although they apply."""
        apart = (PackState.ACTIVE, PackState.ELSEWHERE, PackState.OFF)
        return tuple(status for status in self.statuses.values() if status.state not in apart)

    def packs(self) -> tuple[PackUse, ...]:
        """Return the packs in use, by level and id."""
        used = [use for use in self.uses.values() if self.active(use.id)]
        return tuple(sorted(used, key=lambda use: (use.level, use.id)))

    def collect(self, hook: str, **arguments: object) -> tuple[Given[Any], ...]:
        """Return what each pack gives for ``hook``. A pack that fails is put out of use, with the reason."""
        given = []
        for implementation in self._implementations(hook):
            pack = implementation.plugin_name
            taken = self._call(pack, hook, _Call(implementation, arguments, KINDS[hook], self._giver(pack)))
            if taken is not None:
                given.append(Given(self.uses[pack], self._apart(pack, taken)))
        return tuple(given)

    def tell(self, hook: str, **arguments: object) -> None:
        """Call a hook that returns nothing, in every pack that has it."""
        for implementation in self._implementations(hook):
            self._call(implementation.plugin_name, hook, _Call(implementation, arguments, None, None))

    def hears(self, hook: str) -> bool:
        """Tell whether any pack in use has this hook."""
        return bool(self._implementations(hook))

    def put_out(self, pack: str, reason: str) -> None:
        """Put a pack out of use for the rest of this run."""
        self.statuses[pack] = _changed(self.statuses[pack], PackState.REFUSED, reason)

    def active(self, pack: str) -> bool:
        """Tell whether a pack is in use."""
        return pack in self.uses and self.statuses[pack].state is PackState.ACTIVE

    def _implementations(self, hook: str) -> list[pluggy.HookImpl]:
        return [
            implementation
            for implementation in getattr(self._manager.hook, hook).get_hookimpls()
            if self.active(implementation.plugin_name)
        ]

    def _giver(self, pack: str) -> Giver | None:
        """Return the pack as one whose gifts must be checked; None for data that we read ourselves."""
        if pack in self.read_by_us:
            return None
        return Giver(pack, partial(at_work, self._own.home, pack), partial(self._log, pack))

    def _call(self, pack: str, hook: str, call: _Call) -> tuple[Any, ...] | None:
        try:
            ours = pack in self.read_by_us
            with at_work(None if ours else self._own.home, pack):
                outcome = guarded(call, COLLECT_SECONDS, ours=ours)
        except Fault as fault:
            self._log(pack, fault.printed)
            self.put_out(pack, f"hook {hook} {fault}")
            return None
        self._log(pack, outcome.printed)
        return outcome.value

    def _log(self, pack: str, printed: str) -> None:
        if not printed:
            return
        self.printed[pack] = (self.printed.get(pack, "") + printed)[-MOST_PRINTED:]
        if self._own.home is not None:
            with suppress(OSError):
                append(self._own.home / LOGS / f"{pack}.log", printed)

    def _take_all(self, folder: Path) -> None:
        if not folder.is_dir():
            reason = f'folder paket "{folder}" tidak ada; periksa kunci "folder" pada tabel [paket]'
            self._note(PackStatus(id=folder.name, state=PackState.REFUSED, folder=str(folder), reason=reason))
            return
        for path in pack_folders(folder):
            self._take(path, path.name)

    def _take(self, path: Path, pack_id: str) -> None:
        """Read one pack and give it its place."""
        try:
            folder = read_folder(path, pack_id, self._readings)
        except Refused as refused:
            reason = _told(refused.problems)
            self._note(PackStatus(id=pack_id, state=PackState.REFUSED, folder=str(path), reason=reason))
            return
        self._place(folder)

    def _place(self, folder: PackFolder) -> None:
        """Register a pack that was read when it applies and may run, or note why it is not used."""
        plugin = folder.manifest.plugin
        status = PackStatus(
            id=plugin.id,
            state=PackState.ACTIVE,
            name=plugin.name,
            version=plugin.version,
            kind=plugin.kind,
            region=", ".join(plugin.regions),
            fingerprint=folder.fingerprint,
            folder=str(folder.path),
        )
        other = self.statuses.get(plugin.id)
        if other is not None:
            reason = f"id ini sudah dipakai oleh {other.folder}"
            self._note(_changed(status, PackState.REFUSED, reason))
        elif plugin.id != NATIONAL_ID and (off := self._off(plugin.id)):
            self._note(_changed(status, PackState.OFF, off))
        elif not (here := [code for code in chain(self.region) if code in plugin.regions]):
            self._note(_changed(status, PackState.ELSEWHERE, f"untuk wilayah {status.region}"))
        elif plugin.kind is PackKind.DATA:
            self._register_data(folder, status, here[0])
        elif deadly := self._own.deadly.get(plugin.id):
            self._note(_changed(status, PackState.REFUSED, deadly))
        elif self.accepted.get(plugin.id) != folder.fingerprint:
            self._note(_changed(status, PackState.WAITING, self._waiting(folder)))
        elif loosely := loose(folder.path):
            self._note(_changed(status, PackState.REFUSED, _told(loosely)))
        else:
            self._register_python(folder, status, here[0])

    def _register_data(self, folder: PackFolder, status: PackStatus, region: str) -> None:
        try:
            pack = read_pack(folder, self._readings)
        except Refused as refused:
            self._note(_changed(status, PackState.REFUSED, _told(refused.problems)))
            return
        self.read_by_us.add(status.id)
        self._register(pack, msgspec.structs.replace(status, adds=pack.adds()), region)

    def _register_python(self, folder: PackFolder, status: PackStatus, region: str) -> None:
        code = folder.manifest.code
        adds = tuple(ADDS.get(hook, hook) for hook in (code.hooks if code else ()))
        if not self._runs_code:
            self._note(msgspec.structs.replace(status, adds=adds))
            return
        try:
            with at_work(self._own.home, status.id):
                module, printed = load(folder)
        except Fault as fault:
            self._log(status.id, fault.printed)
            self._note(_changed(status, PackState.REFUSED, str(fault)))
            return
        self._log(status.id, printed)
        self._code[status.id] = folder
        self._register(module, msgspec.structs.replace(status, adds=adds), region)

    def _register(self, plugin: DataPack | ModuleType, status: PackStatus, region: str) -> None:
        """Let a pack speak at the level of ``region``, the code for which it applies here."""
        try:
            ours = status.id in self.read_by_us
            guarded(lambda: self._manager.register(plugin, name=status.id), COLLECT_SECONDS, ours=ours)
        except Fault as fault:
            self._note(_changed(status, PackState.REFUSED, str(fault)))
            return
        self._note(status)
        self.uses[status.id] = PackUse(
            id=status.id,
            version=status.version,
            fingerprint=status.fingerprint,
            region=region,
        )

    def _apart(self, pack: str, taken: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return what a Python pack gave, its formats so that they write in a process of their own."""
        folder = self._code.get(pack)
        if folder is None or not any(isinstance(one, ExportFormat) for one in taken):
            return taken

        def made(one: Any) -> Any:
            if not isinstance(one, ExportFormat):
                return one

            def write(document: Document, stream: BinaryIO, options: ExportOptions) -> int | None:
                # Only now: starting processes is a large part of the standard library, spared at start.
                from kampanye_tui.plugin.apart import writer

                return writer(folder, one.id, partial(self._log, pack))(document, stream, options)

            return msgspec.structs.replace(one, write=write)

        return tuple(map(made, taken))

    def _off(self, pack: str) -> str:
        return self._own.off.get(pack, self._own.off.get(ALL, ""))

    def _waiting(self, folder: PackFolder) -> str:
        plugin = folder.manifest.plugin
        if plugin.id in self._pinned:
            return (
                "paket Python ini berubah sejak disetujui kantor; administrator dapat menyetujuinya dengan "
                f'mengganti baris sha256 pada [[paket.setuju]] menjadi:\nsha256 = "{folder.fingerprint}"'
            )
        how = f"lihat dan setujui dengan: kampanye paket setujui {plugin.id}"
        if plugin.id in self.accepted:
            return f"paket Python ini berubah sejak Anda setujui; {how}"
        return (
            f"paket Python ini belum disetujui; {how}\n"
            "Administrator menyetujuinya bagi semua pengguna dengan baris ini pada konfigurasi:\n"
            f'[[paket.setuju]]\nid = "{plugin.id}"\n'
            f'sha256 = "{folder.fingerprint}"'
        )

    def _note(self, status: PackStatus) -> None:
        """Remember a status. What stands under an id stays: no folder can push another pack aside."""
        name = f"{status.id} ({status.folder})" if status.id in self.statuses else status.id
        self.statuses[name] = status


def listed(packs: PackChoice, folder: Path, region: str, own: OwnChoice) -> Host:
    """Return a host that tells of all packs of an office and runs the code of none."""
    folders = [folder / name for name in packs.folders]
    return Host(region, folders, packs.accepted, own=own, runs_code=False)


class _Call:
    """One implementation of a hook with its arguments, taken in as what it returns is consumed."""

    def __init__(
        self,
        implementation: pluggy.HookImpl,
        arguments: dict[str, Any],
        kind: type | None,
        giver: Giver | None,
    ) -> None:
        self.implementation = implementation
        self.arguments = arguments
        self.kind = kind
        self.giver = giver
        """None when what it returns has been checked field by field already."""

    def __call__(self) -> tuple[Any, ...]:
        wanted = (*self.implementation.argnames, *self.implementation.kwargnames)
        given = {name: value for name, value in self.arguments.items() if name in wanted}
        result = self.implementation.function(**given)
        if self.kind is None:
            return ()
        taken: tuple[Any, ...] = items(result, self.kind)
        return copies(taken, self.giver) if self.giver else taken


def _told(problems: Iterable[Problem]) -> str:
    return "\n".join(map(str, problems))


def _changed(status: PackStatus, state: PackState, reason: str) -> PackStatus:
    return msgspec.structs.replace(status, state=state, reason=reason)
