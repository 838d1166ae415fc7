import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of da (BSD-3-Clause); the rest: columns of sheets.
export const danish: Language = {
  title: 'Danish',
  email: 'e-mail, e-mailadresse, mail, mailadresse, e-post, email, e-mail-adresse, arbejdsmail',
  firstName: 'fornavn',
  lastName: 'efternavn',
  fullName: `
    fulde navn, kontaktperson, for- og efternavn, kontakt, fornavn efternavn, fuldt navn, fornavn og efternavn`,
  name: 'navn',
  company: 'firma, virksomhed, firmanavn, virksomhedsnavn, arbejdsgiver, organisation, selskab',
  jobTitle: 'stilling, titel, jobtitel, stillingsbetegnelse, rolle, erhverv',
  phone: 'telefon, telefonnummer, mobil, mobilnummer',
  website: 'hjemmeside, websted, webside',
  optOut: `
    afmeldt, frameldt, kontakt ikke, må ikke kontaktes, afmelding, blokeret, trukket tilbage, afvist, nej tak`,
  optIn: 'tilmeldt, samtykke, abonnerer, tilladt, accepteret',
  no: 'nej, falsk, aldrig',
  noise: `
    din, dit, hvad, er, angiv, venligst, indtast, påkrævet, obligatorisk, valgfri, på, for, hvor, arbejder, du, den,
    hvilken, hvilket`,
  people:
    'kunde, kundens, deltager, kandidat, gæst, modtager, køber, kontakt, kontaktperson, person, abonnent',
  others: `
    ejer, ansvarlig, sælger, oprettet, opretter, tildelt, afsender, arrangør, vært, sagsbehandler, chef, leder, mor,
    far, leverandør`,
};
