import { type DatabaseSync } from 'node:sqlite';

import { optionalInteger, text } from '../database/rows';
import { ApiError } from '../http/api-error';
import { type Thread } from './threads';

export type Draft = { id: string; threadId: string; subject: string; bodyText: string; bodyHtml: string };

export const draftTables = `
CREATE TABLE IF NOT EXISTS drafts (
  id TEXT PRIMARY KEY, thread_id TEXT NOT NULL REFERENCES threads, subject TEXT NOT NULL,
  body_text TEXT NOT NULL, body_html TEXT NOT NULL, sent_at INTEGER, message_id TEXT, copies TEXT
) STRICT;
`;

/** In the order in which variants are made. */
const approaches = [
  {
    approach: 'Direct answer',
    confidence: 0.85,
    sentence: 'thank you for your answer. When would a call suit you?',
  },
  { approach: 'Short example', confidence: 0.75, sentence: 'thank you. May I show you how others do it?' },
  { approach: 'No pressure', confidence: 0.65, sentence: 'thank you. Whenever you like, I am here.' },
];

/** The variants of an answer: a fixed small generator in the place of the AI. What it is told stands in the text. */
export function writeDrafts({ contactName, subject }: Thread, count: number, instructions = '') {
  const [firstName = contactName] = contactName.split(' ');
  return approaches.slice(0, count).map(({ approach, confidence, sentence }) => {
    const bodyText = [`Hi ${firstName}, ${sentence}`, instructions].filter((part) => part !== '').join(' ');
    const rationale = 'The lead has answered.';
    return { subject, bodyText, bodyHtml: `<p>${bodyText}</p>`, approach, confidence, rationale };
  });
}

export function draftStore(database: DatabaseSync) {
  const insert = database.prepare(
    'INSERT INTO drafts (id, thread_id, subject, body_text, body_html) VALUES (?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM drafts WHERE id = ?');
  const send = database.prepare(
    'UPDATE drafts SET body_text = ?, body_html = ?, sent_at = ?, message_id = ?, copies = ? WHERE id = ?',
  );

  return {
    add({ id, threadId, subject, bodyText, bodyHtml }: Draft): void {
      insert.run(id, threadId, subject, bodyText, bodyHtml);
    },
    /** A draft that was not sent yet. Throws a 404 or a 409. */
    unsent(id: string): Draft {
      const row = select.get(id);
      if (row === undefined) throw new ApiError(404, 'draft_not_found', `There is no draft "${id}".`);
      if (optionalInteger(row, 'sent_at') !== null)
        throw new ApiError(409, 'draft_already_sent', `The draft "${id}" was sent.`);
      return {
        id,
        threadId: text(row, 'thread_id'),
        subject: text(row, 'subject'),
        bodyText: text(row, 'body_text'),
        bodyHtml: text(row, 'body_html'),
      };
    },
    setSent({ id, bodyText, bodyHtml }: Draft, at: number, messageId: string, copies: string[]): void {
      send.run(bodyText, bodyHtml, at, messageId, JSON.stringify(copies), id);
    },
  };
}
