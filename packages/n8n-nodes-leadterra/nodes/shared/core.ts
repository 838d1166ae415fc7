// All that the nodes need of the Leadterra core and of zod. The build makes this one file, dist/core.js.
export * from '@leadterra/shared';
export { array, boolean, custom, enum, looseObject, number, object, string, union, type ZodType } from 'zod';
