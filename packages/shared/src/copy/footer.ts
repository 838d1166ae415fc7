import { lazily } from '../lazily';

// What senders and lawmakers ask for in a cold email. A sentence or an address can be worded in more ways than these:
// where neither is found, that is a reason to look, and never one to stop.
const optOut =
  /unsubscrib|opt(?:ing)?[ -]?out|stop (?:hearing|receiving|getting|these)|(?:not|don.?t) (?:want to )?(?:hear|receive)|remove (?:me|you)|no more (?:e-?mails|messages)|reply (?:with )?["“']?(?:stop|no\b)|abmeld|austrag|abbestell|keine (?:weiteren )?(?:e-?)?mails|désabonn|desabonn|désinscri|desinscri|plus recevoir|de baja|cancelar (?:la )?(?:suscripci|inscri)|no recibir|descadastr|disiscri|cancellar(?:e|ti)|non ricevere|afmeld|uitschrijv|wypis|rezygn|avregistrer|avprenumerera|peruuta/i;

// In English only capitals tell `12 Harbor Street` from `15 minutes on the way`, and an address from `via Zoom`.
const street = lazily(
  () =>
    /\b\d+[A-Za-z]?,? (?:[\p{Lu}\d][^\s,]*,? ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place|Pl|Square|Sq|Suite|Ste|Floor)\b|\bVia \p{Lu}.{1,40}\d/u,
);
const foreignStreet = lazily(
  () =>
    /(?:straße|strasse|str\.|weg|platz|gasse|allee|damm|ufer|straat|laan|gatan|vej|gade|gata|katu) ?\d|\b(?:rue|avenue|boulevard|calle|avenida|viale|piazza|rua|plaza|paseo)\b.{1,40}\d|\bul\..{1,40}\d/iu,
);
const postcode = lazily(
  () =>
    /\b[A-Z]{2},? \d{5}\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]\d[A-Z] \d[A-Z]\d\b|\b\d{4,5} \p{Lu}\p{L}{2}|\b\d{2}-\d{3} \p{Lu}|\b\d{4} [A-Z]{2}\b|\bP\.? ?O\.? Box\b/u,
);

/** Whether copy tells its reader how to stop it, or where its sender is. */
export function hasFooter(text: string): boolean {
  return optOut.test(text) || street().test(text) || foreignStreet().test(text) || postcode().test(text);
}
