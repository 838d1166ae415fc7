import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of fr (BSD-3-Clause); the rest: columns of sheets.
export const french: Language = {
  title: 'French',
  email: `
    e-mail, adresse e-mail, adresse mail, adresse de messagerie, adresse électronique, courriel, courriel
    professionnel, e-mail professionnel, adresse courriel, mél, mail, mail professionnel, email pro, mail pro,
    adresse email professionnelle, messagerie, boîte mail`,
  firstName: 'prénom, prénoms',
  lastName: 'nom, nom de famille, nom patronymique',
  fullName: `
    nom complet, nom et prénom, prénom et nom, nom prénom, prénom nom, interlocuteur, personne à contacter, nom du
    contact, contact, nom & prénom`,
  company: `
    société, nom de la société, nom société, entreprise, nom de l’entreprise, raison sociale, organisation,
    employeur, organisme, nom entreprise, établissement, structure?, compagnie`,
  jobTitle: `
    poste, fonction, intitulé du poste, titre du poste, métier, profession, poste occupé, titre, rôle, intitulé de
    poste`,
  phone: 'téléphone, numéro de téléphone, portable, mobile, tél',
  website: 'site web, site internet, site',
  optOut: `
    désabonné, désabonnée, désabonné(e), désinscrit, désinscrite, désinscription, ne pas contacter, désabonnement,
    refus, refusé, retiré, bloqué, liste noire, ne pas envoyer, opposition, ne plus contacter, injoignable`,
  optIn: `
    abonné, abonnée, inscrit, inscrite, consentement, accord, accepte, accepté, opt-in newsletter, autorisé, accordé`,
  no: 'non, faux, jamais',
  noise: `
    votre, vos, quel, quelle, est, veuillez, saisir, indiquer, entrer, merci, de, d, du, des, la, le, l, les,
    obligatoire, facultatif, dans, vous, pour, et, champ, ton, ta, s’il vous plaît, travaillez, laquelle, actuel,
    actuelle, occupez`,
  people: `
    client, cliente, prospect, participant, participante, candidat, invité, destinataire, acheteur, contact,
    personne, abonné, inscrit, patient, adhérent, demandeur`,
  others: `
    propriétaire, responsable, commercial, créé, créateur, modifié, assigné, attribué, expéditeur, organisateur,
    hôte, gestionnaire, conseiller, vendeur, urgence, mère, père, parent, conjoint, assistant, assistante,
    fournisseur, référent`,
};
