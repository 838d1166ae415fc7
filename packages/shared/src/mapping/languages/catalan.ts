import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of ca (BSD-3-Clause); the rest: columns of sheets.
export const catalan: Language = {
  title: 'Catalan',
  email:
    'correu, correu electrònic, adreça de correu electrònic, adreça electrònica, e-mail, adreça de correu',
  firstName: 'nom propi, nom de pila',
  lastName: 'cognom, cognoms, primer cognom',
  fullName: 'nom complet, nom i cognoms, nom i cognom, persona de contacte',
  name: 'nom',
  company: 'empresa, nom de l’empresa, companyia, organització, raó social',
  jobTitle: 'càrrec, lloc de treball, funció, professió, posició',
  optOut: 'donat de baixa, no contactar, baixa',
  optIn: 'subscrit, consentiment',
  no: 'no, fals, mai',
  noise: 'el, la, teu, teva, seu, seva, quin, quina, és, introduïu, obligatori, vostre',
  people: 'client, participant, candidat, convidat, assistent, contacte, persona',
  others: 'propietari, responsable, venedor, creat, remitent, organitzador',
};
