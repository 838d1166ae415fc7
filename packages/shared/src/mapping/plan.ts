import { type LikelyKey, likelyKeys } from './likely-keys';
import { type UnknownRecord } from './preset';
import { type Candidate, candidatesFor } from './recognise';
import { type Columns, compileColumns } from './table';

/** All that follows from the keys of a record, whatever stands under them: which shapes it may have, and its columns. */
export class Plan {
  readonly candidates: readonly Candidate[];
  readonly keys: readonly string[];
  #columns: Columns | undefined;
  #likely: readonly LikelyKey[] | undefined;

  constructor(keys: readonly string[]) {
    this.keys = keys;
    this.candidates = candidatesFor(keys);
  }

  /** Worked out when first needed: records that have the shape of a preset need none of it. */
  get columns(): Columns {
    return (this.#columns ??= compileColumns(this.keys));
  }

  /** The keys under which a person may stand, the likeliest first. */
  get likely(): readonly LikelyKey[] {
    return (this.#likely ??= likelyKeys(this.keys));
  }
}

/** A tree of keys, in the order in which records have them; at the end of each way stands the plan of its keys. */
class Node {
  plan: Plan | undefined;
  #key: string | undefined;
  #child: Node | undefined;
  #others: Map<string, Node> | undefined;

  /** Mostly the first child is the one: the same records come again and again. */
  next(key: string): Node | undefined {
    return this.#key === key ? this.#child : this.#others?.get(key);
  }

  add(key: string): Node {
    const child = new Node();
    if (this.#child === undefined) {
      this.#key = key;
      this.#child = child;
    } else (this.#others ??= new Map()).set(key, child);
    return child;
  }
}

// Bounds for records with invented keys, or with ever other ones.
const maxKeys = 500;
const maxNodes = 20_000;
let nodes = 0;
let root = new Node();

function newPlan(record: UnknownRecord): Plan {
  const keys = Object.keys(record);
  const plan = new Plan(keys);
  if (keys.length > maxKeys) return plan;
  if (nodes + keys.length > maxNodes) {
    nodes = 0;
    root = new Node();
  }
  let node = root;
  for (const key of keys) {
    const next = node.next(key);
    if (!next) nodes += 1;
    node = next ?? node.add(key);
  }
  node.plan = plan;
  return plan;
}

/**
 * The plan of a record, by its keys. It also saves others from `for … in` with a look at the value under each key, which
 * V8 optimises for one kind of object and takes back at the next, over and over.
 */
export function planOf(record: UnknownRecord): Plan {
  let node: Node | undefined = root;
  for (const key in record) {
    node = node.next(key);
    if (node === undefined) return newPlan(record);
  }
  return node.plan ?? newPlan(record);
}
