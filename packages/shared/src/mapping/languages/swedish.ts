import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of sv (BSD-3-Clause); the rest: columns of sheets.
export const swedish: Language = {
  title: 'Swedish',
  email: 'e-post, e-postadress, epost, mejl, mejladress, mailadress, e-mail, mail, elektronisk post',
  firstName: 'förnamn, tilltalsnamn',
  lastName: 'efternamn',
  fullName: `
    fullständigt namn, för- och efternamn, kontaktperson, förnamn efternamn, kontakt, hela namnet, förnamn och
    efternamn`,
  name: 'namn',
  company: 'företag, företagsnamn, bolag, arbetsgivare, organisation, firma, bolagsnamn, verksamhet',
  jobTitle: 'befattning, titel, jobbtitel, yrkestitel, roll, yrke, arbetstitel, position, tjänst',
  phone: 'telefon, telefonnummer, mobil, mobilnummer',
  website: 'webbplats, hemsida, webbsida',
  optOut: `
    avregistrerad, avanmäld, avprenumererad, kontakta inte, ej kontakt, avböjt, avslutad prenumeration, blockerad,
    spärrad, återkallat, avregistrering, nej tack`,
  optIn: 'prenumererar, anmäld, samtycke, godkänt, tillåtet, prenumerant, medgivande',
  no: 'nej, falskt, aldrig',
  noise: `
    din, ditt, dina, er, vad, är, ange, vänligen, obligatorisk, obligatoriskt, valfritt, på, för, arbetar, du, var,
    vilket, vilken, heter, skriv, i`,
  people: `
    kund, kundens, deltagare, kandidat, gäst, mottagare, köpare, kontakt, kontaktperson, person, prenumerant`,
  others: `
    ägare, ansvarig, säljare, skapad, skapare, tilldelad, avsändare, arrangör, värd, handläggare, chef, mamma,
    pappa, kundansvarig, leverantör`,
};
