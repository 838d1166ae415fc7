import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of hi (BSD-3-Clause); the rest: columns of sheets.
export const hindi: Language = {
  title: 'Hindi',
  email: 'ईमेल, ई-मेल, ईमेल पता, ईमेल आईडी',
  firstName: 'पहला नाम, प्रथम नाम',
  lastName: 'अंतिम नाम, उपनाम, आखिरी नाम, कुलनाम',
  fullName: 'पूरा नाम',
  name: 'नाम',
  company: 'कंपनी, कंपनी का नाम, संस्था, संगठन',
  jobTitle: 'पद, पदनाम, नौकरी, व्यवसाय',
  optOut: 'सदस्यता समाप्त',
  optIn: 'सदस्य, सहमति',
  no: 'नहीं',
  noise: 'आपका, कृपया, क्या, है, अपना',
  people: 'ग्राहक',
  others: 'मालिक, विक्रेता',
};
