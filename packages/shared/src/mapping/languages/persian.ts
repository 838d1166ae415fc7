import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of fa (BSD-3-Clause); the rest: columns of sheets.
export const persian: Language = {
  title: 'Persian',
  email: 'ایمیل, پست الکترونیک, آدرس ایمیل, رایانامه, پست الکترونیکی',
  firstName: 'نام کوچک',
  lastName: 'نام خانوادگی, فامیل',
  fullName: 'نام کامل, نام و نام خانوادگی',
  name: 'نام',
  company: 'شرکت, نام شرکت, سازمان, محل کار',
  jobTitle: 'سمت, عنوان شغلی, شغل, موقعیت شغلی',
  optOut: 'لغو اشتراک',
  optIn: 'مشترک, رضایت',
  no: 'خیر, نه',
  noise: 'شما, لطفا, را, وارد, کنید',
  people: 'مشتری',
  others: 'مالک, مسئول, فروشنده',
};
