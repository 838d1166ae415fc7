import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of ro (BSD-3-Clause); the rest: columns of sheets.
export const romanian: Language = {
  title: 'Romanian',
  email: `
    e-mail, adresă de email, adresa de email, adresă e-mail, adresa de e-mail, email, poștă electronică, mail,
    adresă email, adresa email`,
  firstName: 'prenume, prenumele',
  lastName: 'nume de familie, numele de familie',
  fullName: `
    nume complet, nume și prenume, prenume și nume, persoană de contact, nume prenume, numele complet, persoana de
    contact`,
  name: 'nume, numele',
  company: `
    companie, firmă, firma, nume companie, denumire firmă, societate, angajator, organizație, numele companiei, nume
    firmă, compania`,
  jobTitle:
    'funcție, funcția, post?, poziție, poziția, rol, ocupație, titlul postului, profesie, denumire post',
  phone: 'telefon, număr de telefon, mobil',
  website: 'site web, pagină web',
  optOut: 'dezabonat, dezabonată, nu contactați, retras, blocat, refuzat, a nu se contacta',
  optIn: 'abonat, abonată, consimțământ, acord, permis, acceptat',
  no: 'nu, fals, niciodată',
  noise: `
    dumneavoastră, dvs, tău, ta, care, este, introduceți, vă, rugăm, obligatoriu, opțional, unde, lucrați, la, al,
    a, completați`,
  people: 'client, clientului, participant, candidat, invitat, destinatar, cumpărător, persoană, abonat',
  others: `
    proprietar, responsabil, agent, vânzător, creat, creator, atribuit, expeditor, organizator, gazdă, manager,
    mama, tata, furnizor`,
};
