import type { IConstruct } from "constructs";
import type { IAspect } from "./cdktf";

/** A resource that can carry tags, as CDKTF's bindings have it. */
interface Taggable {
  tags: Record<string, string>;
  readonly tagsInput?: Record<string, string> | undefined;
}

/**
 * Puts tags on everything that can carry tags. The stack's tags win over those of a resource, so that no resource can
 * be booked on another tenant.
 */
export class TagEverything implements IAspect {
  constructor(private readonly tags: Readonly<Record<string, string>>) {}

  visit(node: IConstruct): void {
    if ("tagsInput" in node) {
      const resource = node as unknown as Taggable;
      resource.tags = { ...resource.tagsInput, ...this.tags };
    }
  }
}
