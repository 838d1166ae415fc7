import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of fi (BSD-3-Clause); the rest: columns of sheets.
export const finnish: Language = {
  title: 'Finnish',
  email: 'sähköposti, sähköpostiosoite, s-posti, email, meili, työsähköposti, e-mail',
  firstName: 'etunimi, etunimet, kutsumanimi',
  lastName: 'sukunimi',
  fullName: `
    koko nimi, yhteyshenkilö, etu- ja sukunimi, yhteyshenkilön nimi, etunimi sukunimi, etunimi ja sukunimi, nimi
    kokonaan`,
  name: 'nimi',
  company: 'yritys, yrityksen nimi, yhtiö, työnantaja, organisaatio, firma, toiminimi',
  jobTitle: 'titteli, tehtävänimike, asema, ammatti, rooli, työtehtävä, nimike, ammattinimike, toimenkuva',
  phone: 'puhelin, puhelinnumero, matkapuhelin',
  website: 'verkkosivusto, kotisivu, verkkosivut, nettisivu',
  optOut: `
    peruutettu, peruuttanut, ei saa ottaa yhteyttä, poistettu listalta, kielto, suoramarkkinointikielto, perunut,
    estetty, ei sähköpostia, markkinointikielto`,
  optIn: 'tilannut, tilattu, suostumus, sallittu, hyväksytty',
  no: 'ei, epätosi',
  noise: `
    sinun, mikä, on, anna, syötä, kirjoita, pakollinen, valinnainen, ole hyvä, teidän, missä, työskentelet, ja`,
  people: `
    asiakas, asiakkaan, osallistuja, osallistujan, hakija, vieras, vastaanottaja, ostaja, henkilö, yhteyshenkilön,
    tilaaja`,
  others: `
    omistaja, omistajan, vastuuhenkilö, vastuuhenkilön, myyjä, myyjän, luonut, luoja, lähettäjä, järjestäjä, isäntä,
    esimies, äiti, isä, toimittaja`,
};
