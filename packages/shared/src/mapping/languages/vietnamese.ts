import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of vi (BSD-3-Clause); the rest: columns of sheets.
export const vietnamese: Language = {
  title: 'Vietnamese',
  email: 'email, địa chỉ email, thư điện tử, hòm thư, e-mail',
  firstName: 'tên?, tên gọi',
  lastName: 'họ?, họ và tên đệm',
  fullName: 'họ và tên, họ tên, tên đầy đủ, người liên hệ, tên khách hàng',
  company: 'công ty, tên công ty, tổ chức, doanh nghiệp, đơn vị, nơi làm việc',
  jobTitle: 'chức vụ, chức danh, vị trí, nghề nghiệp, vị trí công việc',
  optOut: 'hủy đăng ký, đã hủy đăng ký, không liên hệ',
  optIn: 'đã đăng ký, đồng ý',
  no: 'không, sai',
  noise: 'của, bạn, vui lòng, nhập, là, gì',
  people: 'khách hàng',
  others: 'chủ sở hữu, người tạo, nhân viên, người gửi',
};
