import { type RecordCase } from './record-case.ts';

/** Rows of sheets; the expected lead is always the same person's. */
const person = (firstName: string, lastName: string, company: string, jobTitle: string) => ({
  email: 'anna@muster.example',
  firstName,
  lastName,
  company,
  jobTitle,
});

export const sheetRecords: RecordCase[] = [
  {
    name: 'English sheet',
    source: 'spreadsheet',
    record: {
      row_number: 2,
      'First Name': 'Anna',
      'Last Name': 'Muster',
      'E-mail': 'anna@muster.example',
      'Company Name': 'Muster Ltd',
      'Job Title': 'CEO',
    },
    lead: person('Anna', 'Muster', 'Muster Ltd', 'CEO'),
  },
  {
    name: 'snake_case and shouting headers',
    source: 'spreadsheet',
    record: {
      FIRST_NAME: 'Anna',
      last_name: 'Muster',
      EMAIL_ADDRESS: 'anna@muster.example',
      organisation: 'Muster Ltd',
      POSITION: 'CEO',
    },
    lead: person('Anna', 'Muster', 'Muster Ltd', 'CEO'),
  },
  {
    name: 'German sheet',
    source: 'spreadsheet',
    record: {
      Anrede: 'Frau',
      Titel: 'Dr.',
      Vorname: 'Anna',
      Nachname: 'Muster',
      'E-Mail-Adresse': 'anna@muster.example',
      Firma: 'Muster GmbH',
      Berufsbezeichnung: 'Geschäftsführerin',
    },
    lead: person('Anna', 'Muster', 'Muster GmbH', 'Geschäftsführerin'),
  },
  {
    name: 'German sheet with Name for the last name',
    source: 'spreadsheet',
    record: {
      Name: 'von Muster',
      Vorname: 'Anna',
      Email: 'anna@muster.example',
      Unternehmen: 'Muster GmbH',
      Funktion: 'Einkauf',
    },
    lead: person('Anna', 'von Muster', 'Muster GmbH', 'Einkauf'),
  },
  {
    name: 'French sheet',
    source: 'spreadsheet',
    record: {
      Prénom: 'Anna',
      Nom: 'Muster',
      'Adresse e-mail': 'anna@muster.example',
      Société: 'Muster SA',
      Fonction: 'Gérante',
    },
    lead: person('Anna', 'Muster', 'Muster SA', 'Gérante'),
  },
  {
    name: 'Spanish sheet',
    source: 'spreadsheet',
    record: {
      Nombre: 'Anna María',
      Apellidos: 'Muster García',
      'Correo electrónico': 'anna@muster.example',
      Empresa: 'Muster SL',
      Puesto: 'Directora',
    },
    lead: person('Anna María', 'Muster García', 'Muster SL', 'Directora'),
  },
  {
    name: 'Portuguese sheet',
    source: 'spreadsheet',
    record: {
      Nome: 'Anna',
      Sobrenome: 'Muster',
      'Endereço de e-mail': 'anna@muster.example',
      Empresa: 'Muster Lda',
      Função: 'Diretora',
    },
    lead: person('Anna', 'Muster', 'Muster Lda', 'Diretora'),
  },
  {
    name: 'Italian sheet',
    source: 'spreadsheet',
    record: {
      Nome: 'Anna',
      Cognome: 'Muster',
      'Indirizzo e-mail': 'anna@muster.example',
      Azienda: 'Muster Srl',
      Ruolo: 'Titolare',
    },
    lead: person('Anna', 'Muster', 'Muster Srl', 'Titolare'),
  },
  {
    name: 'Dutch sheet',
    source: 'spreadsheet',
    record: {
      Voornaam: 'Anna',
      Achternaam: 'van Muster',
      'E-mailadres': 'anna@muster.example',
      Bedrijf: 'Muster BV',
      Functie: 'Inkoper',
    },
    lead: person('Anna', 'van Muster', 'Muster BV', 'Inkoper'),
  },
];
