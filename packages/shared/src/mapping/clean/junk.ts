import { lazily } from '../../lazily';
import { honorificPattern, mayBeginWithHonorific } from './name-words';
import { WordFilter } from './word-filter';

const lines = (text: string) => text.split(',').map((one) => one.trim());

const nothing = () =>
  lines(`
    n/a, n.a., null, none, unknown, undefined, tba, tbd, not available, not provided, nan, nil, void, false, true, yes, no, n a, n.n., n/n, k.a., k. a., k.a, keine angabe, keine, kein, sin nombre, sin datos,
    no name, noname, no-name, (no name), no company, no title, not specified, not set, not given, not applicable, unspecified, unnamed,
    untitled, tbc, (blank), (none), (empty), (unknown), none given, unbekannt, inconnu, inconnue, desconocido, desconhecido,
    sconosciuto, onbekend, okänd, ukjent, ukendt, tuntematon, brak, brak danych, bez nazwy, neznámý, ismeretlen,
    necunoscut, bilinmiyor, yok, нет, неизвестно, не указано, не указана, nicht angegeben, ohne namen, ohne name, non renseigné, non spécifié,
    no especificado, não informado, non specificato, なし, 無し, 未定, 不明, 未知, 未填写, 无, 없음, 미정, غير معروف, לא ידוע,
    xxx, xxxx, xyz, asdf, asdfgh, qwerty, lorem ipsum, foo, foo bar, foobar, ??, ----, ***, *, _, __, [null], <null>, (null), <none>,
    #n/a, [none], <unknown>, <empty>, no data, no value, missing, redacted, [redacted], hidden, deleted, [deleted]`);

/** What people and programs write where they know nothing, and no company or job is called. */
export const textJunk = new WordFilter(nothing);

/** As `textJunk`, and what no person is called. */
export const nameJunk = new WordFilter(() => [
  ...nothing(),
  ...lines(`
    guest, guest user, gast, anonymous, anonymous user, anonym, anonyme, anonimo, anónimo, anoniem, test test, tester, test user, test lead, test contact,
    user, new user, customer, client, kunde, cliente, member, subscriber, contact, new contact, new lead, lead, visitor, friend, there,
    first name, last name, full name, firstname, lastname, fullname, fname, lname, name, your name, vorname, nachname, prénom, nom, nombre, apellido, apellidos, imię, nazwisko,
    email, e-mail, company, sample, dummy, demo, demo user, john q public, administrator, root, deleted user, do not use, duplicate, n, x, xx, unnamed contact, unknown unknown,
    unknown contact, unknown user, unknown visitor, website visitor, valued customer, dear customer, sir or madam, sir/madam, dear sir, to whom it may concern, web user, facebook user, linkedin member,
    instagram user, private person, privatperson`),
]);

/** What apps say of the account of a user; a job too, when a sheet says so with a capital letter. */
const accountRoles = new WordFilter(() =>
  lines(`
    user, lead, contact, admin, member, customer, subscriber, end-user, end user, enduser, presenter, attendee, guest, participant, viewer,
    visitor, prospect, agent user, super admin, superadmin, superorgadmin, org admin, orgadmin, standard user, regular, default,
    basic, collaborator, commenter, invitee, unassigned, light agent, employee user, read only, readonly`),
);
const lowerCaseRoles = new WordFilter(() =>
  lines(
    'owner, editor, author, agent, organizer, organiser, host, manager, student, contributor, primary, secondary, billing',
  ),
);
const longestNoJob = 20;
const formOfAddress = lazily(
  () => new RegExp(String.raw`^(?:(?!professor$)(?:${honorificPattern})\.?(?:[ /&]+|$))+$`, 'i'),
);
const isLowerCase = (text: string) => text === text.toLowerCase();

/** Whether a text says nothing of what somebody does: a form of address (`Dr.`, `Mr/Mrs`), the role of an account. */
export function isJobless(text: string, isBare: boolean): boolean {
  if (text.length > longestNoJob) return false;
  return (
    accountRoles.has(text) ||
    (mayBeginWithHonorific(text) && formOfAddress().test(text)) ||
    (isBare && lowerCaseRoles.has(text) && isLowerCase(text))
  );
}
