# $name

Paket Python untuk $region (kode wilayah $code). Kodenya baru berjalan sesudah disetujui.

- `plugin.toml`: keterangan paket, nama modul, dan hook yang dipakainya.
- `modul.py`: fungsi bertanda `@hookimpl`; yang boleh diimpor hanya `kampanye_tui.api`.

Semua hook, dengan contohnya, dijelaskan di `docs/paket/hook.md` pada folder program.

Sesudah setiap perubahan, periksa dari folder di atas paket ini; kodenya hanya dibaca, tidak dijalankan:

    kampanye paket periksa $id

Paket diserahkan kepada kantor lain sebagai satu berkas:

    kampanye paket kemas $id

Di sana paket dipasang, lalu kodenya disetujui:

    kampanye paket pasang $id.zip
    kampanye paket setujui $id
