# Keterangan paket. Mulailah dari BACA-SAYA.md.
format = 1

[plugin]
id = "$id"
nama = "$name"
versi = "1"
api = 1
jenis = "data"
wilayah = "$code"  # $region

[penanggung_jawab]
unit = "$unit"

[isi]
penyesuaian = ["penyesuaian/*.toml"]
uji = ["uji/*.toml"]
