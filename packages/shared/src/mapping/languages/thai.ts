import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of th (BSD-3-Clause); the rest: columns of sheets.
export const thai: Language = {
  title: 'Thai',
  email: 'อีเมล, อีเมล์, ที่อยู่อีเมล',
  firstName: 'ชื่อจริง',
  lastName: 'นามสกุล',
  fullName: 'ชื่อ-นามสกุล, ชื่อเต็ม, ผู้ติดต่อ, ชื่อผู้ติดต่อ, ชื่อ นามสกุล',
  name: 'ชื่อ',
  company: 'บริษัท, ชื่อบริษัท, องค์กร, หน่วยงาน',
  jobTitle: 'ตำแหน่ง, ตำแหน่งงาน, อาชีพ',
  optOut: 'ยกเลิกการสมัคร, ยกเลิกรับข่าวสาร',
  optIn: 'สมัครแล้ว, ยินยอม',
  no: 'ไม่, ไม่ใช่',
  noise: 'ของคุณ, กรุณา, กรอก, จำเป็น',
  people: 'ลูกค้า',
  others: 'เจ้าของ, ผู้ขาย, ผู้สร้าง',
};
