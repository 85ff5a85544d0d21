import type { Construct } from "constructs";
import { AzapiRequest, type AzapiRequestProps } from "./request";

/** Props of an {@link AzapiUpdateResource}. */
export interface AzapiUpdateResourceProps<Body extends object> extends AzapiRequestProps<Body> {
  /** ARM id of the resource to change. It has to exist when the request runs. */
  readonly resourceId: string;
}

/**
 * Properties of a resource that something else creates (`azapi_update_resource`).
 *
 * The provider reads the resource, merges the body into it and writes the result: a key that the body does not name
 * keeps its value. Removing the construct changes nothing in Azure. The provider does not check the body.
 */
export class AzapiUpdateResource<Body extends object> extends AzapiRequest<Body> {
  /** The resource's type in Terraform. */
  public static readonly tfResourceType = "azapi_update_resource";

  private readonly resourceId: string;

  public constructor(scope: Construct, id: string, props: AzapiUpdateResourceProps<Body>) {
    super(scope, id, AzapiUpdateResource.tfResourceType, props);
    this.resourceId = props.resourceId;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...super.synthesizeAttributes(), resource_id: this.resourceId };
  }
}
