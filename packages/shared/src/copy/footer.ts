import { lazily } from '../lazily';

// What senders and lawmakers ask for in a cold email. A sentence or an address can be worded in more ways than these:
// where neither is found, that is a reason to look, and never one to stop.
const optOut =
  /unsubscrib|opt(?:ing)?[ -]?out|stop (?:hearing|receiving|getting|these)|(?:not|rather not|don.?t) (?:want to )?(?:hear|receive)|remove (?:me|you)|no more (?:e-?mails|messages)|reply (?:with )?["“']?(?:stop|no\b)|abmeld|austrag|abbestell|keine (?:weiteren )?(?:e-?)?mails|désabonn|desabonn|désinscri|desinscri|plus recevoir|darse? de baja|darme de baja|cancelar (?:la )?(?:suscripci|inscri)|no recibir|descadastr|disiscri|cancellar(?:e|ti)|non ricevere|afmeld|uitschrijv|wypis|rezygn|avregistrer|avprenumerera|afmeld|peruuta/i;

const street = lazily(
  () =>
    /\b\d+[a-z]?,? (?:[\p{Lu}\d][\p{L}\p{M}\d.'’-]*,? ){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|suite|ste|floor)\b|\b\p{Lu}[\p{L}\p{M}.'’ -]*(?:straße|strasse|str\.|weg|platz|gasse|allee|ring|damm|ufer|straat|laan|gatan|vej|gade|gata|katu) ?\d|\b(?:rue|avenue|boulevard|calle|avenida|via|viale|piazza|rua|ul\.|plaza|paseo)\b.{1,40}\d/iu,
);
const postcode = lazily(
  () =>
    /\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]\d[A-Z] \d[A-Z]\d\b|\b(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}\p{L}{2}|\b\d{2}-\d{3} \p{Lu}|\b\d{4} [A-Z]{2}\b|\bP\.? ?O\.? Box\b/u,
);

/** Whether copy tells its reader how to stop it, or where its sender is. */
export function hasFooter(text: string): boolean {
  return optOut.test(text) || street().test(text) || postcode().test(text);
}
