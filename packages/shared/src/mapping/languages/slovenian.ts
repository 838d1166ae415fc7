import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of sl (BSD-3-Clause); the rest: columns of sheets.
export const slovenian: Language = {
  title: 'Slovenian',
  email: 'e-pošta, elektronski naslov, e-naslov, e-poštni naslov, elektronska pošta, e-mail, email naslov',
  firstName: 'ime, osebno ime',
  lastName: 'priimek',
  fullName: 'ime in priimek, polno ime, kontaktna oseba, priimek in ime, ime priimek',
  company: 'podjetje, ime podjetja, naziv podjetja, delodajalec, družba, organizacija, firma',
  jobTitle: 'delovno mesto, položaj, funkcija, poklic, naziv delovnega mesta, vloga',
  optOut: 'odjavljen, odjavljena, ne kontaktiraj',
  optIn: 'prijavljen, prijavljena, soglasje, naročen',
  no: 'ne, nikoli',
  noise: 'vaš, vaša, vaše, vnesite, prosimo, kateri, je, obvezno',
  people: 'stranka, kupec, udeleženec, kandidat, gost, prejemnik, oseba',
  others: 'lastnik, skrbnik, prodajalec, ustvaril, pošiljatelj, organizator',
};
