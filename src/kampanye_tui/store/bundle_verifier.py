"""Memeriksa berkas bukti di folder ini: python3 verifikasi.py [KODE]... (Python 3.11 ke atas)"""

import hashlib, json, pathlib, re, sys, tomllib, unicodedata

ALPHABET, LISTING, LEDGER = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", "DAFTAR-SHA256.txt", "buku.jsonl"


def sha(data):
    return hashlib.sha256(data).hexdigest()


def short(head):
    digits = [int(head[:14], 16) >> 1 + 5 * at & 31 for at in range(11)]
    check = -sum(sum(divmod(digit * (2 - at % 2), 32)) for at, digit in enumerate(digits)) % 32
    return "".join(ALPHABET[digit] for digit in (*digits[::-1], check))


def canonical(value):
    if isinstance(value, dict):
        return b"d%d:" % len(value) + b"".join(map(canonical, sum(sorted(value.items()), ())))
    if isinstance(value, list):
        return b"l%d:" % len(value) + b"".join(map(canonical, value))
    kind = {str: b"s", int: b"i"}.get(type(value), b"t")
    text = unicodedata.normalize("NFC", value.isoformat() if kind == b"t" else str(value)).encode()
    return kind + b"%d:" % len(text) + text


def digests(whole):
    whole = {"jenis": "nota-kesepahaman", "gaya": "pasal", "acara": {}} | whole
    text = {name: whole[name] for name in ("jenis", "gaya", "tentang")} | {"pihak": [], "klausul": []}
    text["kantor"], people = whole["kantor"].get("nama", ""), []
    for one in whole.get("pihak", []):
        text["pihak"] += [[one["id"], one["nama"], one["peran"], one.get("nomor_urut", 0)]]
        people += [[one["id"], [[it["jabatan"], it.get("nama", "")] for it in one.get("penandatangan", [])]]]
    for one in whole.get("klausul", []):
        law = [[cited["sumber"], cited["pasal"]] for cited in one.get("dasar", [])]
        text["klausul"] += [[one["id"], one["judul"], one.get("subjek", "peserta-pemilu"), one["bunyi"], law]]
    return [sha(canonical(text)), sha(canonical({"acara": whole["acara"], "penandatangan": people}))]


def faults(files, unchecked):
    listing, final = files.pop(LISTING), b""
    if listing[-68:] != b"# %s\r\n" % sha(listing[:-68]).encode():
        yield f"{LISTING}: berubah"
    listed = {name: digest for digest, name in re.findall(r"(?m)^(\w{64})  (.+)\r$", listing.decode())}
    for name in sorted({name for name, _ in {(at, sha(files[at])) for at in files} ^ set(listed.items())}):
        yield f"{name}: hilang, berubah, atau tidak tertulis dalam {LISTING}"
    heads = [sha(b"kampanye:" + re.search(rb'(?m)^id = "(.+)"$', files["naskah.toml"])[1])]
    for number, line in enumerate(files[LEDGER].removesuffix(b"\n").split(b"\n"), 1):
        body, heads, event = line[:-75] + b"}", [*heads, line[-66:-2].decode()], json.loads(line)
        follows = body.endswith(b',"sebelum":"%s"}' % heads[-2].encode()) and event["no"] == number
        closed = sha(body) != heads[-1]
        if not follows or (closed and ("ditutup" not in event or event["jenis"] == "final")):
            yield f"{LEDGER}, baris {number}: berubah, atau tidak menyambung baris sebelumnya"
            return
        unchecked += [str(number)] * closed
        if event["jenis"] == "final":
            final = files.get(name := f"revisi/r{event['revisi']:02d}.toml", b"")
            if not final or digests(tomllib.loads(final.decode())) != [event["isi"], event["acara"]]:
                yield f"{name}: bukan naskah yang dinyatakan final oleh kejadian nomor {number}"
    if files["naskah.toml"] != final:
        yield "naskah.toml: bukan naskah final yang terakhir"
    for code in sys.argv[1:]:
        if re.sub(r"[\s-]", "", code).upper() not in {*map(str.upper, heads), *map(short, heads)}:
            yield f"kode {code}: tidak dikenal; buku terpotong atau ditulis ulang sesudah kode itu dicetak"


if __name__ == "__main__":
    closed = []
    try:
        here = pathlib.Path(__file__).resolve().parent
        there = [at for at in here.rglob("[!.]*") if at.is_file()]
        found = list(faults({at.relative_to(here).as_posix(): at.read_bytes() for at in there}, closed))
    except Exception as error:
        found = [f"berkas bukti tidak dapat dibaca: {error!r}"]
    lines = f"TIDAK diperiksa: baris {', '.join(closed)} dalam {LEDGER}, yang sebagian ditutup."
    holds = f"Yang dapat diperiksa cocok; {lines}" if closed else "Semua cocok."
    found = ["".join(one if one.isprintable() else "?" for one in line) for line in found]
    print("\n".join(found) or f"{holds} Yang tidak terbukti disebut dalam jawaban ringkas.")
    sys.exit(1 if found else 0)
