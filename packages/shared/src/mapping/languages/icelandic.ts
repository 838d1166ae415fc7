import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of is (BSD-3-Clause); the rest: columns of sheets.
export const icelandic: Language = {
  title: 'Icelandic',
  email: 'netfang, tölvupóstur, tölvupóstfang',
  firstName: 'skírnarnafn, fornafn, eiginnafn',
  lastName: 'eftirnafn, kenninafn, ættarnafn',
  fullName: 'fullt nafn, tengiliður',
  name: 'nafn',
  company: 'fyrirtæki, vinnuveitandi, nafn fyrirtækis',
  jobTitle: 'starfsheiti, staða, starf, titill',
  optOut: 'afskráður, afskráð',
  optIn: 'skráður, samþykki',
  no: 'nei',
  noise: 'þitt, þín, er, hvað',
  people: 'viðskiptavinur',
  others: 'eigandi, seljandi',
};
