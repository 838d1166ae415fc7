import { excerpt, type RefusedItem } from '../../error';
import { isRecord, stringAt } from '../../json';

/** The items of an `errors` array, whose shape is not documented: by index, by email, by path, or as plain text. */
export function refusedItems(errors: unknown): RefusedItem[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((item: unknown) => {
    if (!isRecord(item)) return { message: excerpt(item) };
    const path = item['path'] ?? item['field'] ?? item['pointer'] ?? item['loc'];
    const index = item['index'] ?? item['leadIndex'] ?? item['row'] ?? indexInPath(path);
    const email = stringAt(item, 'email') ?? stringAt(item, 'lead', 'email') ?? stringAt(item, 'value');
    const message =
      stringAt(item, 'message') ?? stringAt(item, 'reason') ?? stringAt(item, 'error') ?? excerpt(item);
    return {
      ...(typeof index === 'number' && Number.isInteger(index) && { index }),
      ...(email?.includes('@') && { email }),
      message: excerpt(message),
    };
  });
}

// `leads[3].email`, `leads.3.email`, `/leads/3/email` and ['leads', 3, 'email'] all name the fourth lead.
function indexInPath(path: unknown): number {
  const text = excerpt(Array.isArray(path) ? path.join('.') : path);
  return Number(/\bleads\W{1,2}(\d{1,9})\b/.exec(text)?.[1]);
}
