import { type PerDialect } from '../../dialects/dialect';

/** Something that webhooks are told of: its name, and its `data` in each dialect, made of what happened. */
export type WebhookEvent<Name extends string, Subject> = {
  name: Name;
  data: PerDialect<(subject: Subject) => object>;
};
