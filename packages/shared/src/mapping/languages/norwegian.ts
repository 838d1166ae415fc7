import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of nb (BSD-3-Clause); the rest: columns of sheets.
export const norwegian: Language = {
  title: 'Norwegian',
  email: 'e-post, e-postadresse, epost, mail, mailadresse, e-mail, jobb e-post',
  firstName: 'fornavn',
  lastName: 'etternavn',
  fullName: 'fullt navn, kontaktperson, for- og etternavn, kontakt, fornavn etternavn, fornavn og etternavn',
  name: 'navn',
  company:
    'firma, bedrift, selskap, firmanavn, bedriftsnavn, arbeidsgiver, organisasjon, virksomhet, foretak',
  jobTitle: 'stilling, tittel, stillingstittel, jobbtittel, rolle, yrke, stillingsbetegnelse',
  phone: 'telefon, telefonnummer, mobil, mobilnummer',
  website: 'nettside, nettsted, hjemmeside',
  optOut: `
    avmeldt, avregistrert, ikke kontakt, skal ikke kontaktes, reservert, blokkert, trukket tilbake, avslått, nei
    takk`,
  optIn: 'påmeldt, samtykke, abonnerer, tillatt, godtatt',
  no: 'nei, usann, aldri',
  noise: `
    din, ditt, hva, er, oppgi, vennligst, skriv, inn, påkrevd, obligatorisk, valgfritt, på, for, hvor, jobber, du,
    hvilken`,
  people: `
    kunde, kundens, deltaker, kandidat, gjest, mottaker, kjøper, kontakt, kontaktperson, person, abonnent`,
  others: `
    eier, ansvarlig, selger, opprettet, oppretter, tildelt, avsender, arrangør, vert, saksbehandler, sjef, leder,
    mor, far, leverandør`,
};
