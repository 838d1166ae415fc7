import { type Rule } from '../rule.ts';

export const d003: Rule = {
  id: 'D003',
  check: ({ authentication }) => {
    const item = 'authentication.connectionLabel';
    if (!authentication) return [];
    const { connectionLabel: label, fields } = authentication;
    if (typeof label !== 'string' || label.trim() === '')
      return label ? [] : [{ item, problem: 'is not set' }];
    return fields
      .filter(({ key, type }) => type === 'password' && label.includes(key))
      .map(({ key }) => ({ item, problem: `shows the secret "${key}"` }));
  },
};
