# Apa yang diharapkan dari naskah kantor di wilayah ini. Dijalankan oleh: kampanye paket periksa
format = 1

[[kasus]]
nama = "Klausul tambahan berada sesudah alat peraga"
wilayah = "$code"
pemilu = "pemilu-2024"
tanggal = 2023-11-28
urutan = ["alat-peraga", "lingkungan-setempat"]
teks_memuat = ["lingkungan di $place"]
tanpa_catatan = ["benturan-paket"]
