import { type Field } from './field';
import { refusedInput, tryToRead } from './input';

/** What a user gave for one item, by the keys of the fields. */
export type Given = Record<string, unknown>;

/** The fields that an input is read by. */
export type Fields<Input> = { [Key in keyof Input]: Field<Input[Key]> };

/**
 * The values of fields.
 * @throws LeadterraError (`invalid_input`) that says what is wrong with each field that cannot be used
 */
export function readInput<Input>(fields: Fields<Input>, given: Given): Input {
  const input: Partial<Input> = {};
  const problems: string[] = [];
  for (const key in fields) {
    const tried = tryToRead(fields[key].read, given[key]);
    if ('value' in tried) input[key] = tried.value;
    else problems.push(tried.problem);
  }
  if (isWhole(input, fields)) return input;
  throw refusedInput(problems);
}

function isWhole<Input>(input: Partial<Input>, fields: Fields<Input>): input is Input {
  return Object.keys(fields).every((key) => key in input);
}
