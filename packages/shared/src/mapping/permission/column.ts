import { phraseSet } from '../headers/vocabulary';
import { wordSet } from '../headers/words';
import { segmented } from './segment';

/**
 * What a column says of the right to mail a person. `no`: a yes in it forbids (`Unsubscribed`); `yes`: a no in it forbids
 * (`Opt-in`); `status`: only a value that names the state itself does (`Email Status`).
 */
export type Permission = 'no' | 'yes' | 'status';

/** What a column is about that speaks of a permission without giving one: `unsubscribe_url`, `bounce rate`. */
const aside = wordSet(`
  url urls link links href template html page token hash key count counts total rate ratio score footer group groups
  label domain types updated modified changed checked synced ip level method subject reminder`);

const otherChannels = wordSet(`
  sms mms text texts texting whatsapp whats call calls called calling phone mobile cell telephone voice voicemail fax push
  notification notifications post postal letter letters print direct chat messenger telegram cookie cookies tracking
  analytics browser terms tos policy privacy conditions photo recording waiver telefon anruf anrufe telefono telefone
  teléfono téléphone`);
const mailChannels = wordSet('email emails mail mails newsletter newsletters epost courriel correo mailing');

/** Words beside which a status, a state or a stage is one of the person or the address. */
const statusWords = wordSet('status state stage type event topic action activity statut estado stato stan');
const statusNames = wordSet(`
  newsletter newsletters mailinglist subscription subscriptions verification deliverability emailverification
  emailvalidation emaildeliverability tags tag labels marketing emailmarketing preferences consents`);
const statusOwners = wordSet(`
  email emails mail address subscription subscriber marketing contact lead person member consent verification newsletter
  list event webhook profile customer prospect hs current overall global email_address sub state status attributes
  fields data properties user event_type validation`);

const forbids =
  /(?:^| )(?:do not|dont|donot|never|must not|should not|cannot|cant) (?:.* )?(?:email|emails|mail|mails|contact|send|disturb|market|marketing|message)(?: |$)/;
const negation =
  /(?:^| )(?:no|not|never|non|without|keine|kein|nicht|ohne|pas|sans|sin|nao|non|niet|geen|inte|ej|ikke|ei|bez|nie|не|нет) $/;

/** Whether a phrase of a list stands in words, and what stands before it. */
function phraseIn(words: readonly string[], phrases: ReadonlySet<string>): { before: string } | undefined {
  for (const from of words.keys()) {
    for (let to = from + 5; to > from; to--) {
      if (!phrases.has(words.slice(from, to).join(' '))) continue;
      return { before: `${words.slice(0, from).join(' ')} ` };
    }
  }
  return undefined;
}

/** Whether words are about a channel other than mail: texts, calls, fax, cookies. */
export function isOtherChannel(words: readonly string[]): boolean {
  return words.some((word) => otherChannels.has(word)) && !words.some((word) => mailChannels.has(word));
}

/** Whether the words name a state in which nobody must be mailed; `yes` and `no` aside. */
export function namesOptOut(words: readonly string[]): boolean {
  const found = phraseIn(words, phraseSet('optOut'));
  return (found !== undefined && !negation.test(found.before)) || forbids.test(words.join(' '));
}

/** As `namesOptOut` for the opposite; `negated` is `not subscribed`. */
export function namesOptIn(words: readonly string[]): 'plain' | 'negated' | undefined {
  const found = phraseIn(words, phraseSet('optIn'));
  if (!found) return undefined;
  return negation.test(found.before) ? 'negated' : 'plain';
}

function isStatus(words: readonly string[]): boolean {
  const squashed = words.join('');
  if (statusWords.has(squashed) || statusNames.has(squashed)) return true;
  const last = words.at(-1) ?? '';
  if (statusNames.has(last) && last !== 'marketing') return true;
  return statusWords.has(last) && words.every((word) => statusOwners.has(word) || statusWords.has(word));
}

/** What a header, as its words, says of the right to mail; undefined when it is about something else. */
export function permissionOf(header: readonly string[]): Permission | undefined {
  const words = header.flatMap(segmented);
  if (words.length > 12 || words.some((word) => aside.has(word)) || isOtherChannel(words)) return undefined;
  if (words.includes('soft')) return undefined;
  if (namesOptOut(words)) return 'no';
  const optIn = namesOptIn(words);
  // Nobody opted out by not confirming a second time.
  if (optIn && words.includes('double')) return 'status';
  if (optIn) return optIn === 'negated' ? 'no' : 'yes';
  return isStatus(words) ? 'status' : undefined;
}
