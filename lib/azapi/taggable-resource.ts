import type { Construct } from "constructs";
import { AzapiResource, type AzapiResourceProps } from "./resource";

/** Tags of a resource: names and values. */
export type Tags = Readonly<Record<string, string>>;

/** Props of a {@link TaggableAzapiResource}. */
export interface TaggableAzapiResourceProps<Body extends object> extends AzapiResourceProps<Body> {
  /** Tags of the resource. By default it has none of its own. */
  readonly tags?: Tags | undefined;
}

/**
 * An {@link AzapiResource} of a type that Azure can tag. It has the accessors that the taggable resources of prebuilt
 * bindings have, so that an aspect can add tags to both alike.
 */
export class TaggableAzapiResource<Body extends object> extends AzapiResource<Body> {
  private ownTags: Tags | undefined;

  public constructor(scope: Construct, id: string, props: TaggableAzapiResourceProps<Body>) {
    super(scope, id, props);
    this.ownTags = props.tags;
  }

  /** The tags as Terraform knows them after an apply: a reference, not the values that were set. */
  public get tags(): Tags {
    return this.getStringMapAttribute("tags");
  }

  /** Replaces the tags that were set before. */
  public set tags(tags: Tags) {
    this.ownTags = tags;
  }

  /** The tags that were set, or undefined. */
  public get tagsInput(): Tags | undefined {
    return this.ownTags;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...super.synthesizeAttributes(), tags: this.ownTags };
  }
}
