import { type Language } from './language';

// Names and address: Django 5.2, django/contrib/auth/locale of ko (BSD-3-Clause); the rest: columns of sheets.
export const korean: Language = {
  title: 'Korean',
  email: '이메일, 이메일 주소, 메일, 전자우편, 메일 주소, 전자 메일, 이메일주소, 회사 이메일, 업무용 이메일',
  firstName: '이름(성 제외), 첫 이름',
  lastName: '성, 성씨',
  fullName: '성명, 성함, 담당자, 담당자명, 전체 이름, 담당자 이름, 담당자 성함, 고객명',
  name: '이름',
  company: '회사, 회사명, 기업, 기업명, 소속, 조직, 직장, 업체명, 상호, 법인명, 회사 이름, 단체명',
  jobTitle: '직책, 직위, 직함, 직급, 직업, 직무, 포지션',
  phone: '전화, 전화번호, 휴대폰, 휴대전화, 연락처',
  website: '웹사이트, 홈페이지',
  optOut: '수신거부, 구독취소, 구독 취소, 수신 거부, 연락금지, 탈퇴, 구독해지, 거부, 차단',
  optIn: '구독, 구독중, 수신동의, 동의, 수신 동의, 허용',
  no: '아니오, 아니요, 없음',
  noise: '필수, 선택, 귀하의, 입력해주세요, 입력, 를, 을, 입력하세요, 알려주세요, 당신의, 님',
  people: '고객, 참가자, 지원자, 수신자, 구매자, 참석자, 신청자',
  others: '소유자, 작성자, 영업 담당자, 발신자, 주최자, 생성자, 영업담당자',
};
