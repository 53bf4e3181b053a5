#!/bin/sh
# Memasang kampanye_tui dari folder ini, tanpa internet. Diperlukan python3.11 dan python3-venv (Debian 12).
#
#   sh pasang.sh          untuk pengguna ini: ~/.local/bin/kampanye
#   sudo sh pasang.sh     untuk semua pengguna: /usr/local/bin/kampanye
#
# Setiap versi mempunyai folder sendiri, jadi sesi yang sedang terbuka tidak terganggu saat program diperbarui.
set -eu
sini=$(cd "$(dirname "$0")" && pwd)
versi=$(basename "$sini"/kampanye_tui-*.whl | cut -d- -f2)
if [ "$(id -u)" = 0 ]; then
    tempat=/opt/kampanye-tui/$versi
    perintah=/usr/local/bin
else
    tempat=$HOME/.local/opt/kampanye-tui/$versi
    perintah=$HOME/.local/bin
fi
if ! command -v python3.11 >/dev/null; then
    echo "python3.11 belum terpasang; pasang paket Debian python3.11 dan python3-venv lebih dahulu." >&2
    exit 2
fi
if ! python3.11 -m venv --clear "$tempat"; then
    echo "Ruang Python tidak dapat dibuat di $tempat; pasang paket Debian python3-venv lebih dahulu." >&2
    exit 2
fi
"$tempat/bin/python" -m pip --isolated --disable-pip-version-check --quiet install --no-index \
    --find-links "$sini" --no-deps --require-hashes --requirement "$sini/persyaratan.txt"
mkdir -p "$perintah"
ln -sfn "$tempat/bin/kampanye" "$perintah/kampanye"
echo "Terpasang: $("$perintah/kampanye" --version), dijalankan dengan $perintah/kampanye"
