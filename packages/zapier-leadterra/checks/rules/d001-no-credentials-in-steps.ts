import { inputFieldsOf, type Rule } from '../rule.ts';

const credential = /pass(word|phrase)|api[\s_-]?key|secret|(access|auth)[\s_-]?token/i;

export const d001: Rule = {
  id: 'D001',
  check: (app) =>
    inputFieldsOf(app)
      .filter(
        ({ field }) => field.type === 'password' || credential.test(`${field.key} ${field.label ?? ''}`),
      )
      .map(({ item }) => ({ item, problem: 'asks for a credential, which belongs to the authentication' })),
};
