import { mapLead } from '@leadterra/shared';

/** Headers of exports: address, first name, last name, company, job title. */
const sheets: Record<string, [string, string, string, string, string][]> = {
  English: [
    ['Work Email', 'First Name', 'Surname', 'Organisation', 'Job Title'],
    ['Attendee Email', 'Attendee First Name', 'Attendee Last Name', 'Attendee Company', 'Attendee Job Title'],
    [
      'What is your email address?',
      'Your first name',
      'Your last name',
      'What company do you work for?',
      'What is your role?',
    ],
    ['data[email]', 'data[merges][FNAME]', 'data[merges][LNAME]', 'data[company]', 'data[title]'],
    ['Emial', 'Frist Name', 'Last Nmae', 'Compnay', 'Job Titel'],
  ],
  German: [
    ['E-Mail-Adresse (geschäftlich)', 'Vorname', 'Nachname', 'Firma', 'Position'],
    ['Wie lautet Ihre E-Mail-Adresse?', 'Ihr Vorname', 'Ihr Nachname', 'Name des Unternehmens', 'Funktion'],
  ],
  French: [
    ['Adresse e-mail', 'Prénom', 'Nom', 'Société', 'Fonction'],
    ['Courriel du participant', 'Prénom du participant', 'Nom de famille', 'Entreprise', 'Poste'],
  ],
  Spanish: [['Correo electrónico', 'Nombre', 'Apellidos', 'Empresa', 'Cargo']],
  Portuguese: [['E-mail', 'Primeiro nome', 'Sobrenome', 'Empresa', 'Cargo']],
  Italian: [['Indirizzo e-mail', 'Nome', 'Cognome', 'Azienda', 'Ruolo']],
  Dutch: [['E-mailadres', 'Voornaam', 'Achternaam', 'Bedrijfsnaam', 'Functie']],
  Polish: [['Adres e-mail', 'Imię', 'Nazwisko', 'Firma', 'Stanowisko']],
  Swedish: [['E-postadress', 'Förnamn', 'Efternamn', 'Företag', 'Befattning']],
  Danish: [['E-mailadresse', 'Fornavn', 'Efternavn', 'Virksomhed', 'Stilling']],
  Norwegian: [['E-post', 'Fornavn', 'Etternavn', 'Bedrift', 'Stillingstittel']],
  Finnish: [['Sähköposti', 'Etunimi', 'Sukunimi', 'Yritys', 'Tehtävänimike']],
  Czech: [['E-mail', 'Jméno', 'Příjmení', 'Společnost', 'Pracovní pozice']],
  Slovak: [['E-mailová adresa', 'Meno', 'Priezvisko', 'Spoločnosť', 'Pozícia']],
  Hungarian: [['E-mail cím', 'Keresztnév', 'Vezetéknév', 'Cégnév', 'Beosztás']],
  Romanian: [['Adresă de email', 'Prenume', 'Nume', 'Companie', 'Funcție']],
  Turkish: [['E-posta', 'Ad', 'Soyad', 'Şirket', 'Ünvan']],
  Russian: [['Электронная почта', 'Имя', 'Фамилия', 'Компания', 'Должность']],
  Ukrainian: [['Електронна пошта', "Ім'я", 'Прізвище', 'Компанія', 'Посада']],
  Greek: [['Διεύθυνση email', 'Όνομα', 'Επώνυμο', 'Εταιρεία', 'Θέση εργασίας']],
  Croatian: [['E-pošta', 'Ime', 'Prezime', 'Tvrtka', 'Radno mjesto']],
  Slovenian: [['Elektronski naslov', 'Ime', 'Priimek', 'Podjetje', 'Delovno mesto']],
  Lithuanian: [['El. paštas', 'Vardas', 'Pavardė', 'Įmonė', 'Pareigos']],
  Estonian: [['E-posti aadress', 'Eesnimi', 'Perekonnanimi', 'Ettevõte', 'Ametikoht']],
  Japanese: [['メールアドレス（必須）', '名', '姓', '会社名', '役職']],
  Chinese: [
    ['电子邮箱', '名字', '姓氏', '公司名称', '职位'],
    ['電子郵件', '名', '姓', '公司名稱', '職稱'],
  ],
  Korean: [['이메일 주소', '이름', '성', '회사명', '직책']],
  Arabic: [['البريد الإلكتروني', 'الاسم الأول', 'اسم العائلة', 'الشركة', 'المسمى الوظيفي']],
  Hebrew: [['דוא"ל', 'שם פרטי', 'שם משפחה', 'שם החברה', 'תפקיד']],
  Vietnamese: [['Địa chỉ email', 'Tên', 'Họ', 'Công ty', 'Chức vụ']],
};

const rows = Object.entries(sheets).flatMap(([language, list]) =>
  list.map((headers): [string, string[]] => [`${language}: ${headers.join(' | ')}`, headers]),
);

describe('headers of a language', () => {
  test('there are 150 of more than 20 languages', () => {
    expect(rows.length * 5).toBeGreaterThanOrEqual(150);
    expect(Object.keys(sheets).length).toBeGreaterThan(20);
  });

  test.each(rows)('%s', (_name, [email = '', first = '', last = '', company = '', job = '']) => {
    const record = {
      [email]: 'ava@stone.example',
      [first]: 'Ava',
      [last]: 'Stone',
      [company]: 'Acme',
      [job]: 'Buyer',
    };
    expect(mapLead(record, { explain: true })).toEqual({
      lead: {
        email: 'ava@stone.example',
        firstName: 'Ava',
        lastName: 'Stone',
        company: 'Acme',
        jobTitle: 'Buyer',
      },
      source: 'spreadsheet',
      issues: [],
      from: { email, firstName: first, lastName: last, company, jobTitle: job },
    });
  });

  test.each([
    ['Imię i nazwisko', 'E-mail'],
    ['ФИО', 'Почта'],
    ['氏名', 'メール'],
    ['姓名', '邮箱'],
    ['성명', '이메일'],
    ['Ονοματεπώνυμο', 'Email'],
    ['Ad Soyad', 'E-posta'],
    ['Vor- und Nachname', 'Mail'],
  ])('%s is the whole name', (name, email) => {
    expect(mapLead({ [name]: 'Ava Stone', [email]: 'ava@stone.example' }).lead).toEqual({
      email: 'ava@stone.example',
      firstName: 'Ava',
      lastName: 'Stone',
    });
  });

  test('a word that means something in one language only counts beside others of that language', () => {
    expect(mapLead({ Email: 'a@b.example', Ad: 'Autumn', Company: 'Acme' }).lead).toEqual({
      email: 'a@b.example',
      company: 'Acme',
    });
  });

  test.each([
    'List Name',
    'Contract',
    'Company ID',
    'Company Size',
    'Email Domain',
    'Mother’s first name',
    'File name',
  ])('%s heads no field', (header) => {
    expect(mapLead({ Email: 'a@b.example', [header]: 'Autumn' }).lead).toEqual({ email: 'a@b.example' });
  });
});
