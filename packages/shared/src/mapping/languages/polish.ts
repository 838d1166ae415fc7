import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of pl (BSD-3-Clause); the rest: columns of sheets.
export const polish: Language = {
  title: 'Polish',
  email: `
    e-mail, adres e-mail, email, adres email, poczta elektroniczna, mail, adres mailowy, służbowy e-mail, e-mail
    służbowy, adres poczty elektronicznej, poczta`,
  firstName: 'imię, imiona',
  lastName: 'nazwisko',
  fullName: `
    imię i nazwisko, nazwisko i imię, pełne imię i nazwisko, osoba kontaktowa, kontakt, imię nazwisko, osoba do
    kontaktu`,
  company: `
    firma, nazwa firmy, przedsiębiorstwo, organizacja, pracodawca, spółka, instytucja, nazwa organizacji, zakład
    pracy`,
  jobTitle: 'stanowisko, stanowisko pracy, funkcja, rola, zawód, tytuł zawodowy, pozycja',
  phone: 'telefon, numer telefonu, telefon komórkowy, komórka',
  website: 'strona, strona www, strona internetowa, witryna',
  optOut: `
    wypisany, wypisana, wypisano, rezygnacja, zrezygnował, nie kontaktować, nie wysyłać, wypisanie, zablokowany,
    wycofana, wycofano, odmowa, sprzeciw, anulowano, brak zgody`,
  optIn: `
    zapisany, zapisana, zgoda, zgoda marketingowa, subskrybent, wyraził zgodę, subskrybuje, zgoda na e-mail`,
  no: 'nie, fałsz, nigdy',
  noise: `
    twój, twoja, twoje, pana, pani, podaj, proszę, jaki, jaka, jest, wpisz, wymagane, opcjonalne, w, dla, gdzie,
    pracujesz, na, swój, do`,
  people: `
    klient, klienta, uczestnik, uczestnika, kandydat, gość, odbiorca, kupujący, kontakt, osoba, subskrybent,
    zamawiający`,
  others: `
    właściciel, opiekun, opiekuna, handlowiec, utworzył, utworzone, utworzony, przypisany, przypisane, nadawca,
    organizator, gospodarz, menedżer, sprzedawca, kierownik, przełożony, matka, ojciec, doradca, dostawca`,
};
