import * as z from 'zod';

// The parts of an app's definition.json that the checks read. Functions stand in it as texts such as `$func$2$f$`.

const fieldBase = z.object({
  key: z.string(),
  label: z.string().optional(),
  helpText: z.string().optional(),
  placeholder: z.string().optional(),
  type: z.string().optional(),
  dynamic: z.string().optional(),
  search: z.string().optional(),
  choices: z.unknown().optional(),
  required: z.boolean().optional(),
  list: z.boolean().optional(),
  dict: z.boolean().optional(),
  computed: z.boolean().optional(),
  primary: z.boolean().optional(),
});
const field = fieldBase.extend({ children: z.array(fieldBase).optional() });
const fields = z.array(z.union([field, z.string()])).default([]);

const step = z.object({
  key: z.string(),
  display: z.object({
    label: z.string().default(''),
    description: z.string().default(''),
    hidden: z.boolean().default(false),
  }),
  operation: z.object({
    type: z.string().optional(),
    performList: z.unknown().optional(),
    performSubscribe: z.unknown().optional(),
    performUnsubscribe: z.unknown().optional(),
    inputFields: fields,
    outputFields: fields,
    sample: z.record(z.string(), z.unknown()).optional(),
  }),
});

const searchOrCreate = z.object({ search: z.string(), create: z.string(), update: z.string().optional() });

export const definition = z.object({
  version: z.string(),
  platformVersion: z.string(),
  authentication: z
    .object({
      type: z.string().optional(),
      fields: z.array(fieldBase).default([]),
      connectionLabel: z.unknown(),
    })
    .optional(),
  flags: z.object({ cleanInputData: z.boolean().optional() }).default({}),
  triggers: z.record(z.string(), step).default({}),
  searches: z.record(z.string(), step).default({}),
  creates: z.record(z.string(), step).default({}),
  searchOrCreates: z.record(z.string(), searchOrCreate).default({}),
});

export type Definition = z.infer<typeof definition>;
export type Step = z.infer<typeof step>;
export type Field = z.infer<typeof fieldBase>;
