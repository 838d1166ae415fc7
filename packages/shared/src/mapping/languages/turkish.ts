import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of tr (BSD-3-Clause); the rest: columns of sheets.
export const turkish: Language = {
  title: 'Turkish',
  email: `
    e-posta, e-posta adresi, eposta, mail, mail adresi, email, e-mail adresi, iş e-postası, elektronik posta,
    kurumsal e-posta`,
  firstName: 'ad?, adı, adınız, ilk ad, isim adı, ön ad',
  lastName: 'soyad, soyadı, soyadınız, soyisim',
  fullName: `
    ad soyad, adı soyadı, ad-soyad, isim soyisim, tam ad, yetkili, yetkili kişi, adınız soyadınız, ilgili kişi, ad
    ve soyad`,
  name: 'isim, ismi, isminiz',
  company: 'şirket, şirket adı, firma, firma adı, kurum, işveren, kuruluş, işletme, şirketiniz, kurum adı',
  jobTitle: 'unvan, ünvan, pozisyon, görev, görevi, meslek, iş unvanı, iş tanımı, rol, iş ünvanı',
  phone: 'telefon, telefon numarası, cep telefonu, gsm',
  website: 'web sitesi, internet sitesi',
  optOut: `
    abonelikten çıktı, abonelikten çıkmış, iletişime geçme, engellendi, aramayın, reddedildi, iptal edildi, çıkış
    yaptı, abonelik iptal`,
  optIn: 'abone, abone oldu, onay, izin, izinli, onaylı, ileti izni',
  no: 'hayır, yanlış, asla',
  noise: `
    lütfen, girin, giriniz, nedir, sizin, zorunlu, isteğe bağlı, nerede, çalışıyorsunuz, yazın, yazınız, hangi`,
  people: 'müşteri, katılımcı, aday, misafir, alıcı, kişi, abone, ilgili, davetli',
  others: `
    sahibi, sahip, sorumlu, temsilci, temsilcisi, satıcı, oluşturan, atanan, gönderen, düzenleyen, ev sahibi,
    danışman, müdür, anne, baba, tedarikçi`,
};
