import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of nl (BSD-3-Clause); the rest: columns of sheets.
export const dutch: Language = {
  title: 'Dutch',
  email: `
    e-mail, e-mailadres, mailadres, email, zakelijk e-mailadres, emailadres, mail, zakelijke e-mail, elektronische
    post, e-mail werk`,
  firstName: 'voornaam, voornamen, roepnaam',
  lastName: 'achternaam, familienaam',
  fullName: `
    volledige naam, contactpersoon, naam contactpersoon, voor- en achternaam, voornaam achternaam, contact, naam
    contact`,
  name: 'naam',
  company: `
    bedrijf, bedrijfsnaam, organisatie, organisatienaam, werkgever, onderneming, naam bedrijf, naam van het bedrijf,
    firma, instelling`,
  jobTitle: 'functie, functietitel, functienaam, beroep, rol, functieomschrijving, positie',
  phone: 'telefoon, telefoonnummer, mobiel, gsm',
  website: 'website, webpagina',
  optOut: `
    uitgeschreven, afgemeld, niet contacteren, niet mailen, geen e-mail, opgezegd, geblokkeerd, ingetrokken,
    geweigerd, niet benaderen, geen mailing`,
  optIn: 'ingeschreven, aangemeld, toestemming, akkoord, toegestaan, geabonneerd',
  no: 'nee, onwaar, nooit',
  noise: `
    uw, jouw, je, wat, is, vul, in, a.u.b., alstublieft, de, het, van, verplicht, optioneel, waar, werkt, u, voor,
    bij, welk, welke, en, huidige`,
  people: `
    klant, prospect, deelnemer, kandidaat, gast, ontvanger, koper, contact, contactpersoon, persoon, abonnee,
    relatie`,
  others: `
    eigenaar, beheerder, verantwoordelijke, accountmanager, verkoper, aangemaakt, gemaakt, gewijzigd, toegewezen,
    afzender, organisator, gastheer, noodcontact, moeder, vader, leidinggevende, vertegenwoordiger, leverancier`,
};
