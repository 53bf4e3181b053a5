# Apa yang ditambahkan pada kumpulan klausul ringkas dari paket nasional.
# Klausul di bawah ini hanya contoh; ganti bunyinya dengan klausul kantor Anda.
format = 1
atas = "nasional/ringkas"

[[tambah]]
setelah = "alat-peraga"
id = "lingkungan-setempat"
judul = "Lingkungan Setempat"
teks = """
{peserta} menjaga kebersihan dan ketenangan lingkungan di {nama_wilayah} pada setiap kegiatan kampanye."""
penjelasan = """
Sampaikan rencana kegiatan kepada pengurus lingkungan setempat."""
