import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of hr and sr_Latn (BSD-3-Clause); the rest: columns of sheets.
export const croatian: Language = {
  title: 'Croatian, Serbian and Bosnian',
  email: `
    e-mail, e-mail adresa, e-pošta, adresa e-pošte, email adresa, elektronička pošta, elektronska pošta, mejl, mejl
    adresa, i-mejl, имејл, е-пошта, адреса е-поште, електронска пошта, мејл`,
  firstName: 'ime, име',
  lastName: 'prezime, презиме',
  fullName: `
    ime i prezime, puno ime, prezime i ime, kontakt osoba, osoba za kontakt, ime prezime, име и презиме, пуно име,
    контакт особа`,
  company: `
    tvrtka, poduzeće, firma, naziv tvrtke, naziv firme, kompanija, preduzeće, poslodavac, ime tvrtke, organizacija,
    фирма, компанија, предузеће, назив фирме, ime firme, naziv kompanije`,
  jobTitle: `
    radno mjesto, pozicija, funkcija, zanimanje, titula, uloga, radno mesto, радно место, позиција, функција, naziv
    radnog mjesta`,
  optOut: 'odjavljen, odjavljena, ne kontaktirati, odjava, blokiran, одјављен',
  optIn: 'prijavljen, prijavljena, pretplaćen, suglasnost, saglasnost, privola, пријављен',
  no: 'ne, neistina, netačno, nikad, не',
  noise: 'vaš, vaša, vaše, unesite, molimo, koji, koja, koje, je, obavezno, ваш, ваша, унесите, gdje, radite',
  people: 'kupac, klijent, sudionik, učesnik, kandidat, gost, primatelj, kontakt, osoba, klijenta, kupca',
  others: `
    vlasnik, odgovorna, prodavač, komercijalist, kreirao, pošiljatelj, organizator, domaćin, voditelj, dodijeljeno`,
};
