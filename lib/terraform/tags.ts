import type { IConstruct } from "constructs";
import { type IAspect, TerraformResource } from "./cdktf";
import { refuseUnusableKey } from "./tree";

type Tags = Readonly<Record<string, string>>;

/** A resource that can carry tags, as CDKTF's bindings have it. */
interface Taggable extends TerraformResource {
  tags: Tags;
  readonly tagsInput?: Tags | undefined;
}

/**
 * Puts tags on every resource that can carry tags. The stack's tags win over those of a resource, in whatever case they
 * are written, so that no resource can be booked on another tenant: Azure ignores the case of a tag's name.
 */
export class TagEverything implements IAspect {
  private readonly names: ReadonlySet<string>;

  constructor(private readonly tags: Tags) {
    this.names = new Set(Object.keys(tags).map((name) => name.toLowerCase()));
  }

  visit(node: IConstruct): void {
    if (!isTaggable(node)) return;
    const own = Object.entries(node.tagsInput ?? {}).filter(([name]) => !this.names.has(name.toLowerCase()));
    for (const [name] of own) refuseUnusableKey(name, node.node.path);
    node.tags = { ...Object.fromEntries(own), ...this.tags };
  }
}

/**
 * The tags of a data source are a filter. Where a resource has a list of tags instead of a map, as in azuread, they are
 * something else.
 */
function isTaggable(node: IConstruct): node is Taggable {
  return TerraformResource.isTerraformResource(node) && "tagsInput" in node && !Array.isArray((node as Taggable).tags);
}
