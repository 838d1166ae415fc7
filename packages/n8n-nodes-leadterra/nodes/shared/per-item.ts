import { type IExecuteFunctions } from 'n8n-workflow';

/**
 * Reads fields of the node for one item after the other; only once where no expression stands in them. n8n takes longer
 * to hand out a field than all else that is done for an item.
 * @param names the fields' own, or those of the collections that they stand in
 */
export function perItem<T>(
  context: IExecuteFunctions,
  names: string[],
  read: (item: number) => T,
): (item: number) => T {
  const { parameters } = context.getNode();
  if (names.some((name) => holdsExpression(parameters[name]))) return read;
  let known: { value: T } | undefined;
  return (item) => (known ??= { value: read(item) }).value;
}

/** Whether any text in a parameter may be an expression: to n8n, each that begins with an equals sign is. */
function holdsExpression(parameter: unknown): boolean {
  return JSON.stringify(parameter ?? null).includes('"=');
}
