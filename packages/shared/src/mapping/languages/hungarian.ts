import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of hu (BSD-3-Clause); the rest: columns of sheets.
export const hungarian: Language = {
  title: 'Hungarian',
  email: `
    e-mail, e-mail cím, email, email cím, e-mail-cím, drótposta, levelezési cím, céges e-mail, munkahelyi e-mail`,
  firstName: 'keresztnév, utónév',
  lastName: 'vezetéknév, családnév',
  fullName: 'teljes név, kapcsolattartó, kapcsolattartó neve',
  name: 'név',
  company: 'cég, cégnév, vállalat, vállalkozás, munkahely, munkáltató, szervezet, cég neve, vállalat neve',
  jobTitle: 'beosztás, munkakör, pozíció, foglalkozás, titulus, szerepkör',
  phone: 'telefon, telefonszám, mobil',
  website: 'weboldal, honlap',
  optOut: 'leiratkozott, leiratkozva, ne keresse, lemondta, letiltva, leiratkozás, visszavonva, tiltott',
  optIn: 'feliratkozott, hozzájárulás, feliratkozva, engedélyezve, hozzájárult',
  no: 'nem, hamis, soha',
  noise: 'az, a, ön, kérjük, adja, meg, mi, kötelező, opcionális, hol, dolgozik, melyik',
  people: `
    ügyfél, vevő, résztvevő, jelentkező, vendég, címzett, kapcsolattartó, személy, feliratkozó, érdeklődő`,
  others: `
    tulajdonos, felelős, értékesítő, létrehozta, létrehozó, hozzárendelt, küldő, feladó, szervező, házigazda,
    ügyintéző, főnök, anya, apa, beszállító`,
};
