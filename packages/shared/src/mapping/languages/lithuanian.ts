import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of lt (BSD-3-Clause); the rest: columns of sheets.
export const lithuanian: Language = {
  title: 'Lithuanian',
  email: 'el. paštas, el. pašto adresas, elektroninis paštas, e. paštas, elektroninio pašto adresas',
  firstName: 'vardas',
  lastName: 'pavardė',
  fullName: 'vardas ir pavardė, vardas pavardė, kontaktinis asmuo, pilnas vardas, visas vardas',
  company: 'įmonė, įmonės pavadinimas, bendrovė, organizacija, darbovietė, firma, kompanija, darbdavys',
  jobTitle: 'pareigos, pareigybė, pozicija, profesija, darbo pozicija',
  optOut: 'atsisakė, atsisakyta, nesikreipti, atšaukta, nebeprenumeruoja',
  optIn: 'prenumeruoja, sutikimas, užsiprenumeravo',
  no: 'ne, niekada',
  noise: 'jūsų, koks, kokia, yra, įveskite, prašome, privaloma, tavo',
  people: 'klientas, kliento, dalyvis, kandidatas, svečias, gavėjas, asmuo, pirkėjas',
  others: 'savininkas, atsakingas, vadybininkas, sukūrė, siuntėjas, organizatorius',
};
