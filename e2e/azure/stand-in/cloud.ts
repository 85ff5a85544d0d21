import type { Identity } from "./identity";
import { isMadeAtTheEnd, type Traffic, trafficAfter } from "./traffic";
import { textsIn, type Values } from "./values";

/** Something that was applied. */
export interface Thing extends Identity {
  /** Its type in Terraform. */
  readonly type: string;
  readonly values: Values;
}

/** What there is in Azure: everything that the stacks of one run have applied, whichever state it is in. */
export class Cloud {
  private readonly things: Map<string, Thing>;
  private readonly groups: Set<string>;
  private readonly traffic: Map<string, Traffic>;

  /** @param like what is there from the beginning. Default: nothing. */
  constructor(like?: Cloud) {
    this.things = new Map(like?.things);
    this.groups = new Set(like?.groups);
    this.traffic = new Map(like?.traffic);
  }

  /** Everything that there is. */
  get all(): Thing[] {
    return [...this.things.values()];
  }

  /** Declares resource groups that the stacks make: what is in no such group is somebody else's, and taken to be there. */
  own(groups: Iterable<string>): void {
    for (const name of groups) this.groups.add(name.toLowerCase());
  }

  /** Something was made or changed. */
  put(thing: Thing): void {
    if (thing.arm !== undefined) this.things.set(thing.arm.toLowerCase(), thing);
    if (!isMadeAtTheEnd(thing)) this.request(thing);
  }

  /** Something was deleted. */
  remove(thing: Thing): void {
    if (thing.arm !== undefined) {
      this.things.delete(thing.arm.toLowerCase());
      this.traffic.delete(thing.arm.toLowerCase());
    }
    if (isMadeAtTheEnd(thing)) this.request(thing);
  }

  /** Percent of the requests to an endpoint that a deployment of it gets. */
  trafficOf(endpoint: string, deployment: string): number {
    return this.traffic.get(endpoint.toLowerCase())?.[deployment] ?? 0;
  }

  private request(thing: Thing): void {
    const after = trafficAfter(thing, (endpoint) => this.traffic.get(endpoint) ?? {});
    if (after !== undefined) this.traffic.set(after.endpoint, after.traffic);
  }

  /** What a state knows by its type and its id in Terraform. */
  find(type: string, id: string): Thing | undefined {
    for (const thing of this.things.values()) if (thing.type === type && thing.id === id) return thing;
    return undefined;
  }

  /** Whether an id is there. In Azure, case does not count. */
  has(arm: string): boolean {
    return this.things.has(arm.toLowerCase());
  }

  /** Whether an id is in a resource group of the stacks. */
  owns(arm: string): boolean {
    const [, group] = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(arm) ?? [];
    return group !== undefined && this.groups.has(group.toLowerCase());
  }
}

/** The ids in Azure that the arguments of a thing name. */
export function referencesOf({ values, id }: Thing): string[] {
  return textsIn(values).filter((text) => /^\/subscriptions\/[^|\s]+$/i.test(text) && text !== id);
}

/** Whether an id is another one, or of something below it. */
export function isBelow(arm: string, scope: string): boolean {
  const [one, other] = [arm.toLowerCase(), scope.toLowerCase()];
  return one === other || one.startsWith(`${other}/`);
}
