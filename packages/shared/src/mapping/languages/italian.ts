import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of it (BSD-3-Clause); the rest: columns of sheets.
export const italian: Language = {
  title: 'Italian',
  email: `
    e-mail, email, indirizzo e-mail, indirizzo mail, indirizzo email, posta elettronica, indirizzo di posta
    elettronica, email aziendale, mail, email di lavoro, indirizzo di posta, email lavoro`,
  firstName: 'nome di battesimo, primo nome',
  lastName: 'cognome, cognomi',
  fullName: `
    nome completo, nome e cognome, cognome e nome, nome cognome, cognome nome, referente, persona di contatto,
    nominativo, contatto, nome del contatto`,
  name: 'nome',
  company: `
    azienda, nome azienda, nome dell’azienda, società, ragione sociale, ditta, impresa, organizzazione, datore di
    lavoro, nome società, ente`,
  jobTitle: `
    posizione, posizione lavorativa, ruolo, qualifica, mansione, professione, incarico, ruolo aziendale, funzione,
    qualifica professionale`,
  phone: 'telefono, numero di telefono, cellulare',
  website: 'sito, sito web, sito internet',
  optOut: `
    disiscritto, disiscritta, non contattare, disiscrizione, non inviare, revocato, rifiutato, bloccato, lista nera,
    annullata`,
  optIn: 'iscritto, iscritta, consenso, accetta, autorizzato, consentito, acconsente, consenso marketing',
  no: 'no, falso, mai',
  noise: `
    il, lo, la, tuo, tua, suo, sua, qual, è, inserisci, inserire, per favore, di, del, della, dell, d, obbligatorio,
    facoltativo, in, che, per, e, lavori, dove, quale, i, attuale, indica, ti, chiami, come`,
  people: `
    cliente, prospect, partecipante, candidato, ospite, invitato, destinatario, acquirente, contatto, persona,
    iscritto, paziente, referente, intestatario`,
  others: `
    proprietario, responsabile, venditore, commerciale, creato, creatore, modificato, assegnato, agente, mittente,
    organizzatore, consulente, gestore, titolare del contatto, emergenza, madre, padre, superiore, fornitore`,
};
