import { helpTextsOf, type Rule } from '../rule.ts';

const code = /`[^`]*`/g;
const link = /\[[^\]]+\]\(https:\/\/[^\s)]+\)/g;

export const d008: Rule = {
  id: 'D008',
  check: (app) =>
    helpTextsOf(app).flatMap(({ item, text }) => {
      const rest = text.replace(code, '').replace(link, '');
      if (/\]\(/.test(rest)) return [{ item, problem: 'has a link that is no valid Markdown' }];
      if (/https?:\/\/|\bwww\./i.test(rest))
        return [{ item, problem: 'has a URL that is neither a link nor code' }];
      return [];
    }),
};
