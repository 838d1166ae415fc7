import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of id (BSD-3-Clause); the rest: columns of sheets.
export const indonesian: Language = {
  title: 'Indonesian and Malay',
  email: 'email, alamat email, surel, alamat surel, e-mel, alamat e-mel',
  firstName: 'nama depan, nama pertama',
  lastName: 'nama belakang, nama keluarga',
  fullName: 'nama lengkap, narahubung, nama kontak, nama penuh',
  name: 'nama',
  company: 'perusahaan, nama perusahaan, organisasi, instansi, syarikat, nama syarikat',
  jobTitle: 'jabatan, posisi, pekerjaan, jawatan',
  optOut: 'berhenti berlangganan, jangan dihubungi',
  optIn: 'berlangganan, persetujuan, setuju',
  no: 'tidak, bukan',
  noise: 'anda, silakan, masukkan, apa, wajib',
  people: 'pelanggan, peserta, klien',
  others: 'pemilik, penjual, pembuat, pengirim',
};
