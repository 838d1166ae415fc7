import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of et (BSD-3-Clause); the rest: columns of sheets.
export const estonian: Language = {
  title: 'Estonian',
  email: 'e-post, e-posti aadress, meil, e-mail, meiliaadress, epost',
  firstName: 'eesnimi',
  lastName: 'perenimi, perekonnanimi',
  fullName: 'täisnimi, ees- ja perenimi, kontaktisik, eesnimi ja perenimi',
  name: 'nimi',
  company: 'ettevõte, firma, ettevõtte nimi, tööandja, organisatsioon, asutus',
  jobTitle: 'ametikoht, amet, ametinimetus, positsioon, roll?',
  optOut: 'loobunud, tühistatud, mitte kontakteeruda',
  optIn: 'liitunud, nõusolek, tellinud',
  no: 'ei, mitte',
  noise: 'teie, sinu, mis, on, sisestage, palun, kohustuslik',
  people: 'klient, kliendi, osaleja, kandidaat, külaline, saaja, isik',
  others: 'omanik, vastutaja, müüja, looja, saatja',
};
