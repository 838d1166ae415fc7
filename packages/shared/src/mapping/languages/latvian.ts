import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of lv (BSD-3-Clause); the rest: columns of sheets.
export const latvian: Language = {
  title: 'Latvian',
  email: 'e-pasts, e-pasta adrese, epasts, elektroniskais pasts, e-pasta',
  firstName: 'vārds',
  lastName: 'uzvārds',
  fullName: 'vārds un uzvārds, vārds uzvārds, pilns vārds, kontaktpersona',
  company: 'uzņēmums, uzņēmuma nosaukums, firma, kompānija, organizācija, darba devējs',
  jobTitle: 'amats, amata nosaukums, pozīcija, profesija',
  optOut: 'atrakstījies, atteicies, nesazināties, atsaukts',
  optIn: 'pierakstījies, piekrišana, abonē',
  no: 'nē, nekad',
  noise: 'jūsu, kāds, kāda, ir, ievadiet, lūdzu, obligāts',
  people: 'klients, klienta, dalībnieks, kandidāts, viesis, saņēmējs, persona',
  others: 'īpašnieks, atbildīgais, pārdevējs, izveidoja, sūtītājs',
};
