# $name

Paket data untuk $region (kode wilayah $code). Tidak ada kode di dalamnya.

- `plugin.toml`: keterangan paket dan daftar berkas isinya.
- `penyesuaian/ringkas.toml`: apa yang ditambahkan, diganti, atau dihapus pada kumpulan klausul nasional.
- `uji/contoh.toml`: apa yang diharapkan dari naskah yang disusun dengan paket ini.

Semua yang dapat ditulis di dalam paket, dengan contohnya, dijelaskan di `docs/paket/` pada folder program.

Sesudah setiap perubahan, periksa dan lihat hasilnya dari folder di atas paket ini:

    kampanye paket periksa $id
    kampanye paket pratinjau $id --wilayah $code

Paket diserahkan kepada kantor lain sebagai satu berkas:

    kampanye paket kemas $id
