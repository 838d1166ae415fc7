import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { LeadterraReplyTrigger } from '../nodes/LeadterraReplyTrigger/LeadterraReplyTrigger.node';
import { LeadterraTrigger } from '../nodes/LeadterraTrigger/LeadterraTrigger.node';
import { leadterra } from './n8n-stand-in';

// What holds for every template, by n8n's guidelines for templates and by our own. What each does is tried in
// e2e/n8n/templates.

const packageFolder = path.resolve(__dirname, '..');
const folder = path.join(packageFolder, 'workflows');
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const node = z.object({
  name: z.string(),
  type: z.string(),
  typeVersion: z.number(),
  position: z.tuple([z.number(), z.number()]),
  parameters: z.record(z.string(), z.unknown()),
  credentials: z.record(z.string(), z.object({ id: z.literal(''), name: z.string() })).optional(),
});
const note = z.object({
  content: z.string(),
  width: z.number(),
  height: z.number(),
  color: z.number().default(1),
});
const workflow = z.object({
  name: z.string(),
  nodes: z.array(node),
  pinData: z.record(z.string(), z.array(z.object({ json: z.object({}) })).min(1)),
});
type Node = z.infer<typeof node>;

const templates = readdirSync(folder).map((file) => {
  const { name, nodes, pinData } = workflow.parse(read(path.join(folder, file)));
  const isNote = ({ type }: Node) => type === 'n8n-nodes-base.stickyNote';
  const notes = nodes.filter(isNote).map(({ position: [left, top], parameters }) => {
    const { width, height, ...said } = note.parse(parameters);
    return { ...said, left, top, right: left + width, bottom: top + height };
  });
  return { file, name, nodes: nodes.filter((one) => !isNote(one)), notes, pinData };
});

const { properties } = leadterra.description;
const ourFields = new Map([
  ['n8n-nodes-leadterra.leadterra', properties],
  ['n8n-nodes-leadterra.leadterraReplyTrigger', new LeadterraReplyTrigger().description.properties],
  ['n8n-nodes-leadterra.leadterraTool', properties],
  ['n8n-nodes-leadterra.leadterraTrigger', new LeadterraTrigger().description.properties],
]);
const newest = z.record(z.string(), z.number()).parse(read(path.join(__dirname, 'nodes-of-n8n-1.123.json')));

/** What may start a template: a person, the clock, or Leadterra, whose deliveries are checked. */
const doors = [
  'n8n-nodes-base.manualTrigger',
  'n8n-nodes-base.scheduleTrigger',
  'n8n-nodes-leadterra.leadterraReplyTrigger',
  'n8n-nodes-leadterra.leadterraTrigger',
  '@n8n/n8n-nodes-langchain.chatTrigger',
];

const words = (text: string) => text.split(/\s+/).length;

describe.each(templates)('$file', ({ file, name, nodes, notes, pinData }) => {
  test('uses only fields of ours that exist', () => {
    const ours = nodes.filter(({ type }) => ourFields.has(type));
    expect(ours).not.toHaveLength(0);
    const unknown = ours.flatMap((one) => {
      const known = new Set(ourFields.get(one.type)?.map((field) => field.name));
      return Object.keys(one.parameters).filter((key) => !known.has(key));
    });
    expect(unknown).toEqual([]);
  });

  test('uses no node that is newer than n8n 1.123', () => {
    const others = nodes.filter(({ type }) => !ourFields.has(type));
    const tooNew = others.filter(({ type, typeVersion }) => typeVersion > (newest[type] ?? 0));
    expect(tooNew.map(({ type, typeVersion }) => `${type} ${typeVersion}`)).toEqual([]);
  });

  test('has no door for others', () => {
    const triggers = nodes.filter(({ type }) => /trigger$|webhook$/i.test(type));
    expect(triggers.map(({ type }) => type).filter((type) => !doors.includes(type))).toEqual([]);
    expect(triggers.filter(({ parameters }) => parameters['public'] === true)).toEqual([]);
  });

  test('refers only to nodes that it has, and pins sample data to try it with', () => {
    const names = nodes.map((one) => one.name);
    const meant = JSON.stringify(nodes).matchAll(/\$\('([^']+)'\)/g);
    expect(Array.from(meant, ([, name]) => name).filter((name = '') => !names.includes(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(Object.keys(pinData)));
    const isChat = nodes.some(({ type }) => type.endsWith('.chatTrigger'));
    expect(Object.keys(pinData).length > 0 || isChat).toBe(true);
  });

  test('is named for what it does, and explains itself in one yellow note', () => {
    expect(name).toMatch(/^[A-Z][a-z]+ [^.!]+[^.!]$/);
    const yellow = notes.filter(({ color }) => color === 1);
    expect(yellow).toHaveLength(1);
    const [{ content, left } = { content: '', left: 0 }] = yellow;
    expect(content).toMatch(/^### How it works\n[^]+\n### Setup\n[^]+\n### Customization\n/);
    expect(words(content)).toBeGreaterThanOrEqual(100);
    expect(words(content)).toBeLessThanOrEqual(300);
    expect(left).toBe(Math.min(...notes.map((one) => one.left)));
  });

  test('frames each node with one short note of what it is for', () => {
    const frames = notes.filter(({ color }) => color !== 1);
    expect(frames.every(({ color, content }) => color === 7 && words(content) < 50)).toBe(true);
    const size = 100;
    const framing = ({ position: [x, y] }: Node) =>
      frames.filter(
        ({ left, top, right, bottom }) => left <= x && top <= y && x + size <= right && y + size <= bottom,
      ).length;
    expect(nodes.filter((one) => framing(one) !== 1).map((one) => one.name)).toEqual([]);
    const overlapping = notes.filter((one) =>
      notes.some(
        (other) =>
          other !== one &&
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      ),
    );
    expect(overlapping.map(({ content }) => content)).toEqual([]);
  });

  test('can be imported from the package’s page', () => {
    const readme = readFileSync(path.join(packageFolder, 'README.md'), 'utf8');
    const links = readme.matchAll(/\(https:\/\/raw\.githubusercontent\.com\/\S+\/workflows\/([^)]+)\)/g);
    expect(Array.from(links, ([, linked]) => linked)).toContain(file);
  });
});
