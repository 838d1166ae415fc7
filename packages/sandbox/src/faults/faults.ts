import { type Socket } from 'node:net';

import { type Random, seededRandom } from '../chance';
import { ApiError } from '../http/api-error';
import { type Workspace } from '../workspace';
import { type FaultHooks } from './fault';
import { faults as registry } from './index';
import { type FaultPlan } from './plan';

export type ActiveFault = {
  /** As it was asked for: `name` or `name:NUMBER`. */
  spec: string;
  hooks: FaultHooks;
};

/** Chooses the faults of each request by the plan and by the request's own header. */
export class Faults {
  #plan: FaultPlan = {};
  #next: string[] = [];
  #random: Random = seededRandom(1);
  /** One instance for each spec, so that counters and buckets live on from request to request. */
  #instances = new Map<string, FaultHooks>();

  constructor(private readonly workspace: Workspace) {
    this.setPlan(workspace.options.faults ?? {});
  }

  get plan(): FaultPlan {
    return { ...this.#plan, next: [...this.#next] };
  }

  /** Replaces the plan; `{}` ends all misbehaviour. Throws an ApiError for a plan that cannot be. */
  setPlan(plan: FaultPlan): void {
    if ((plan.rate ?? 0) > 0 && (plan.kinds ?? []).length === 0) {
      throw new ApiError(400, 'invalid_request', 'A rate of faults needs kinds: name at least one.');
    }
    const instances = new Map<string, FaultHooks>();
    for (const spec of [...(plan.always ?? []), ...(plan.next ?? []), ...(plan.kinds ?? [])]) {
      instances.set(spec, this.#create(spec));
    }
    this.#instances = instances;
    this.#plan = plan;
    this.#next = [...(plan.next ?? [])];
    this.#random = seededRandom(plan.seed ?? 1);
  }

  /** The faults that a request meets. `header` is its `x-sandbox-fault`: specs with commas between them. */
  choose(header: string | string[] | undefined): ActiveFault[] {
    const specs = [...(this.#plan.always ?? [])];
    const next = this.#next.shift();
    if (next !== undefined) specs.push(next);
    const kinds = this.#plan.kinds ?? [];
    if (kinds.length > 0 && this.#random() < (this.#plan.rate ?? 0)) {
      specs.push(kinds[Math.floor(this.#random() * kinds.length)] ?? 'none');
    }
    if (header !== undefined)
      specs.push(
        ...String(header)
          .split(',')
          .map((spec) => spec.trim()),
      );
    return specs.map((spec) => ({ spec, hooks: this.#instance(spec) }));
  }

  /** Lets a fault cut a connection before anything is read from it. */
  onConnection(socket: Socket): void {
    for (const spec of this.#plan.always ?? []) this.#instance(spec).onConnection?.(socket);
    const [next = 'none'] = this.#next;
    const hooks = this.#instance(next);
    if (hooks.onConnection === undefined) return;
    this.#next.shift();
    hooks.onConnection(socket);
  }

  #instance(spec: string): FaultHooks {
    const hooks = this.#instances.get(spec) ?? this.#create(spec);
    this.#instances.set(spec, hooks);
    return hooks;
  }

  #create(spec: string): FaultHooks {
    const [name = '', number] = spec.split(':', 2);
    const fault = registry.get(name);
    if (fault === undefined) {
      const known = [...registry.keys()].join(', ');
      throw new ApiError(400, 'unknown_fault', `There is no fault "${name}". There are: ${known}.`);
    }
    if (number !== undefined && (fault.number === null || !/^\d+$/.test(number))) {
      const takes = fault.number === null ? 'no number' : 'a whole number after the colon';
      throw new ApiError(400, 'unknown_fault', `"${spec}" cannot be: the fault ${name} takes ${takes}.`);
    }
    return fault.create(number === undefined ? (fault.number?.default ?? 0) : Number(number), this.workspace);
  }
}
