import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of de (BSD-3-Clause); the rest: columns of sheets.
export const german: Language = {
  title: 'German',
  email: `
    E-Mail, E-Mail-Adresse, Mailadresse, Mail-Adresse, geschäftliche E-Mail, E-Mail geschäftlich, E-Mail beruflich,
    berufliche E-Mail, dienstliche E-Mail, Email, E-Mail Anschrift, Elektronische Post, Mail`,
  firstName: 'Vorname, Vornamen, Rufname',
  lastName: 'Nachname, Familienname, Zuname, Nachnamen',
  fullName: `
    voller Name, vollständiger Name, Ansprechpartner, Ansprechpartnerin, Vor- und Nachname, Vorname Nachname,
    Vorname und Nachname, Kontaktperson, Name des Ansprechpartners, Kontakt, Vor- und Zuname, Kontaktname`,
  name: 'Name',
  company: `
    Firma, Firmenname, Unternehmen, Unternehmensname, Gesellschaft, Arbeitgeber, Name der Firma, Name des
    Unternehmens, Organisation, Betrieb, Institution`,
  jobTitle: `
    Jobtitel, Stelle, Stellenbezeichnung, Berufsbezeichnung, Funktion, Beruf, Position, Rolle, Tätigkeit,
    Positionsbezeichnung, Funktionsbezeichnung, Dienststellung`,
  phone: 'Telefon, Telefonnummer, Mobil, Mobilnummer, Handy',
  website: 'Webseite, Website, Internetseite, Homepage',
  optOut: `
    abgemeldet, abgemeldet am, Abmeldung, Newsletter abgemeldet, Werbesperre, keine Werbung, nicht kontaktieren,
    Widerspruch, widerrufen, abbestellt, ausgetragen, gesperrt, Mailsperre, Werbewiderspruch, kein Newsletter, keine
    E-Mails, unzustellbar, Sperrvermerk`,
  optIn: `
    angemeldet, Einwilligung, Newsletter-Einwilligung, Zustimmung, eingewilligt, zugestimmt, Newsletter erlaubt,
    Werbung erlaubt, Werbeeinwilligung, erlaubt, Einverständnis, erteilt`,
  no: 'nein, falsch, nie, niemals',
  noise: `
    bitte, Ihre, Ihr, Ihren, deine, dein, wie, lautet, ist, die, der, das, des, welche, welchem, angeben, eingeben,
    Pflichtfeld, optional, von, heißt, wo, arbeiten, Sie, in, für, und, aktuelle, aktueller, Angabe, heissen,
    arbeitest, du`,
  people: `
    Kunde, Kunden, Kundin, Interessent, Interessenten, Teilnehmer, Teilnehmerin, Bewerber, Empfänger, Gast, Kontakt,
    Ansprechpartner, Person, Abonnent, Besteller, Rechnungsempfänger`,
  others: `
    Besitzer, Inhaber, Eigentümer, Betreuer, Kundenbetreuer, zuständig, zuständiger, Bearbeiter, Sachbearbeiter,
    erstellt, Ersteller, Vertriebler, Verkäufer, Vertriebsmitarbeiter, Verantwortlicher, Verantwortliche, Absender,
    Gastgeber, Organisator, Veranstalter, Notfallkontakt, Mutter, Vater, Vorgesetzter, Assistenz, Berater,
    Außendienst, Innendienst, Ehepartner, Lieferant`,
};
