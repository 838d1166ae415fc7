// All that the nodes need of the Leadterra core and of zod: n8n's rules let a node import nothing but n8n-workflow.
export { hasAnyStarted, tellOthers } from './started-events';
export * from '@leadterra/shared';
export {
  array,
  boolean,
  custom,
  enum,
  looseObject,
  minLength,
  nullish,
  number,
  object,
  optional,
  pipe,
  string,
  transform,
  trim,
  union,
  _default as withDefault,
  type ZodMiniType,
} from 'zod/mini';
