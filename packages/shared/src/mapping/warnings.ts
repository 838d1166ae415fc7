import { WordFilter, wordsIn } from './clean/word-filter';
import { disposableDomains, freeDomains } from './email-domains';
import { issue } from './failures';
import { isOneSlip } from './headers/slip';
import { type MappingIssue, type MappingWarning } from './types';

/** Mailboxes that several people read, or none. */
const roles = new WordFilter(() =>
  wordsIn(`
    info information contact office hello hi admin administrator support help helpdesk sales marketing billing accounts
    accounting accountspayable invoices finance team mail email post enquiries enquiry inquiries service customerservice
    customercare noreply no-reply donotreply do-not-reply mailer-daemon postmaster webmaster hostmaster abuse spam security
    privacy legal compliance hr jobs careers recruiting press media news newsletter orders order shop store booking
    bookings reservations reception feedback root test kontakt buero vertrieb einkauf bewerbung rechnung empfang zentrale
    verwaltung contacto ventas compras administracion contato comercial vendas contatti amministrazione commerciale ventes
    accueil comptabilite secretariat biuro sekretariat verkoop administratie`),
);

/** Whose misspelling is more likely than a firm of that name. */
const largest = wordsIn(`
  gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr hotmail.com hotmail.co.uk hotmail.fr outlook.com icloud.com
  protonmail.com`);

type DomainKind = 'free' | 'disposable' | { misspelt: string };

const free = new WordFilter(() => wordsIn(freeDomains));
const disposable = new WordFilter(() => wordsIn(disposableDomains));

/** The domain of an address begins at `start`; what stands below a disposable domain is disposable too. */
function isDisposable(address: string, start: number): boolean {
  for (let from = start; from > 0; from = address.indexOf('.', from) + 1) {
    if (disposable.hasPart(address, from, address.length)) return true;
  }
  return false;
}

/** The large provider whose domain is misspelt; undefined for nearly all, of which few need to be compared. */
function misspeltProvider(address: string, start: number): string | undefined {
  const length = address.length - start;
  const [first, second] = [address[start], address[start + 1]];
  return largest.find(
    (provider) =>
      // One slip changes the length by one at most.
      Math.abs(provider.length - length) <= 1 &&
      // It leaves the first or the second letter in its place, or has them change places.
      (provider[0] === first || provider[1] === second || provider[1] === first) &&
      isOneSlip(provider, address.slice(start)),
  );
}

/** What is special about a domain; undefined for nearly all. */
function kindOf(address: string, start: number): DomainKind | undefined {
  if (free.hasPart(address, start, address.length)) return 'free';
  if (isDisposable(address, start)) return 'disposable';
  const meant = misspeltProvider(address, start);
  return meant === undefined ? undefined : { misspelt: meant };
}

function isRole(address: string, at: number): boolean {
  const plus = address.indexOf('+');
  return roles.hasPart(address, 0, plus === -1 ? at : plus);
}

/** What to know of an address before it is mailed, and of a person whom the record calls a customer at `customerPath`. */
export function warningsOf(address: string, customerPath: string): MappingIssue[] {
  const warnings: MappingIssue[] = [];
  const warn = (code: MappingWarning, message: string, path = '') =>
    warnings.push(issue(code, message, path));
  const at = address.indexOf('@');
  const kind = kindOf(address, at + 1);
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
