import { disposableDomains, freeDomains } from './email-domains';
import { issue } from './failures';
import { isOneSlip } from './headers/slip';
import { type MappingIssue, type MappingWarning } from './types';

const wordsOf = (text: string) => text.trim().split(/\s+/);

/** Mailboxes that several people read, or none. */
const roles: ReadonlySet<string> = new Set(
  wordsOf(`
    info information contact office hello hi admin administrator support help helpdesk sales marketing billing accounts
    accounting accountspayable invoices finance team mail email post enquiries enquiry inquiries service customerservice
    customercare noreply no-reply donotreply do-not-reply mailer-daemon postmaster webmaster hostmaster abuse spam security
    privacy legal compliance hr jobs careers recruiting press media news newsletter orders order shop store booking
    bookings reservations reception feedback root test kontakt buero vertrieb einkauf bewerbung rechnung empfang zentrale
    verwaltung contacto ventas compras administracion contato comercial vendas contatti amministrazione commerciale ventes
    accueil comptabilite secretariat biuro sekretariat verkoop administratie`),
);

/** Whose misspelling is more likely than a firm of that name. */
const largest = wordsOf(`
  gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr hotmail.com hotmail.co.uk hotmail.fr outlook.com icloud.com
  protonmail.com`);

type DomainKind = 'usual' | 'free' | 'disposable' | { misspelt: string };

let free: ReadonlySet<string> | undefined;
let disposable: ReadonlySet<string> | undefined;

function isDisposable(domain: string): boolean {
  disposable ??= new Set(wordsOf(disposableDomains));
  for (let from = 0; from !== -1;) {
    if (disposable.has(domain.slice(from))) return true;
    const dot = domain.indexOf('.', from);
    from = dot === -1 ? -1 : dot + 1;
  }
  return false;
}

function findKind(domain: string): DomainKind {
  free ??= new Set(wordsOf(freeDomains));
  if (free.has(domain)) return 'free';
  if (isDisposable(domain)) return 'disposable';
  const meant = largest.find((provider) => isOneSlip(provider, domain));
  return meant === undefined ? 'usual' : { misspelt: meant };
}

// Leads of one list have few domains between them, or many firms'; the bound is for the latter.
const maxRemembered = 5_000;
const remembered = new Map<string, DomainKind>();

function kindOf(domain: string): DomainKind {
  const known = remembered.get(domain);
  if (known) return known;
  if (remembered.size >= maxRemembered) remembered.clear();
  const kind = findKind(domain);
  remembered.set(domain, kind);
  return kind;
}

const longestRole = 20;

function isRole(address: string, at: number): boolean {
  if (at > longestRole) return false;
  const plus = address.indexOf('+');
  return roles.has(address.slice(0, plus > 0 && plus < at ? plus : at));
}

/** What to know of an address before it is mailed, and of a person whom the record calls a customer at `customerPath`. */
export function warningsOf(address: string, customerPath: string): MappingIssue[] {
  const warnings: MappingIssue[] = [];
  const warn = (code: MappingWarning, message: string, path = '') =>
    warnings.push(issue(code, message, path));
  const at = address.indexOf('@');
  const kind = kindOf(address.slice(at + 1));
  if (isRole(address, at))
    warn('role_address', `${address} is a mailbox for everybody there, not a person's.`);
  if (kind === 'free')
    warn('free_domain', `${address} is of a provider for everybody: likely a private address.`);
  if (kind === 'disposable')
    warn('disposable_domain', `${address} is an address for minutes; nobody reads it later.`);
  if (typeof kind === 'object') {
    warn(
      'misspelt_domain',
      `${address} looks misspelt: did they mean ${kind.misspelt}? Correct it, or it bounces.`,
    );
  }
  if (customerPath !== '') {
    warn('customer', `${customerPath} says that ${address} is a customer already.`, customerPath);
  }
  return warnings;
}
