import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of sk (BSD-3-Clause); the rest: columns of sheets.
export const slovak: Language = {
  title: 'Slovak',
  email: 'e-mail, e-mailová adresa, email, emailová adresa, elektronická pošta, pracovný e-mail',
  firstName: 'krstné meno, krstné',
  lastName: 'priezvisko',
  fullName: 'celé meno, meno a priezvisko, kontaktná osoba, priezvisko a meno, meno priezvisko',
  name: 'meno',
  company: 'firma, spoločnosť, názov firmy, názov spoločnosti, zamestnávateľ, organizácia',
  jobTitle: 'pozícia, pracovná pozícia, funkcia, rola, povolanie',
  optOut: 'odhlásený, odhlásená, nekontaktovať, zrušené',
  optIn: 'prihlásený, prihlásená, súhlas',
  no: 'nie, nikdy',
  noise: 'váš, vaša, vaše, zadajte, prosím, aký, aká, je, povinné',
  people: 'zákazník, klient, účastník, kontakt, osoba',
  others: 'vlastník, obchodník, vytvoril, odosielateľ, organizátor',
};
