import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of cs (BSD-3-Clause); the rest: columns of sheets.
export const czech: Language = {
  title: 'Czech',
  email: `
    e-mail, e-mailová adresa, email, emailová adresa, elektronická pošta, pracovní e-mail, firemní e-mail, mail`,
  firstName: 'křestní jméno, křestní',
  lastName: 'příjmení',
  fullName: 'celé jméno, jméno a příjmení, kontaktní osoba, příjmení a jméno, jméno příjmení, kontakt',
  name: 'jméno',
  company: 'firma, společnost, název firmy, název společnosti, zaměstnavatel, organizace, podnik',
  jobTitle: 'pozice, pracovní pozice, funkce, role, povolání, pracovní zařazení, titul pozice',
  phone: 'telefon, telefonní číslo, mobil',
  website: 'web, webová stránka, webové stránky',
  optOut:
    'odhlášen, odhlášena, odhlášeno, nekontaktovat, odhlášení, odvoláno, zablokován, neposílat, odmítnuto',
  optIn: 'přihlášen, přihlášena, souhlas, odebírá, povoleno, udělen',
  no: 'ne, nepravda, nikdy',
  noise: `
    váš, vaše, vaši, zadejte, prosím, jaký, jaká, jaké, je, povinné, nepovinné, kde, pracujete, v, na, uveďte`,
  people: `
    zákazník, zákazníka, klient, účastník, účastníka, kandidát, host, příjemce, kontakt, osoba, odběratel`,
  others: `
    vlastník, vlastníka, obchodník, vytvořil, vytvořeno, přiřazeno, odesílatel, organizátor, hostitel, správce,
    odpovědná, prodejce, nadřízený, matka, otec, dodavatel`,
};
