import type { Construct } from "constructs";
import { type AzapiIdentity, checkIdentity, identityToTerraform } from "./identity";
import { AzapiRequest, type AzapiRequestProps } from "./request";

/** Props of an {@link AzapiResource}. */
export interface AzapiResourceProps<Body extends object> extends AzapiRequestProps<Body> {
  /** The resource's name within its parent. */
  readonly name: string;
  /** ARM id of the parent: a resource group for a top-level type, otherwise the resource one level up. */
  readonly parentId: string;
  /** Azure region, such as "westeurope". Left out for types that have none; the provider does not miss it elsewhere. */
  readonly location?: string;
  /** Managed identity. By default the resource has none. Refused: a UserAssigned identity without ids. */
  readonly identity?: AzapiIdentity;
  /**
   * Values from elsewhere whose change replaces the resource instead of updating it. By default none
   * (azapi docs, "azapi_resource", `replace_triggers_external_values`).
   */
  readonly replaceTriggersExternalValues?: readonly unknown[];
  /** Parameters in the URL of the request that deletes the resource. By default none. */
  readonly deleteQueryParameters?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A resource of Azure that Terraform creates and deletes through Azure Resource Manager (`azapi_resource`).
 *
 * It has no tags, because not every type can carry them; a type that can is a
 * `TaggableAzapiResource`.
 */
export class AzapiResource<Body extends object> extends AzapiRequest<Body> {
  /** The resource's type in Terraform. */
  public static readonly tfResourceType = "azapi_resource";

  private readonly resource: AzapiResourceProps<Body>;

  public constructor(scope: Construct, id: string, props: AzapiResourceProps<Body>) {
    super(scope, id, AzapiResource.tfResourceType, props);
    if (props.identity !== undefined) checkIdentity(this, props.identity);
    this.resource = props;
  }

  /** The ARM type without its API version, as in "Microsoft.Storage/storageAccounts". */
  public get armType(): string {
    const [type = ""] = this.resource.type.split("@");
    return type;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { name, parentId, location, identity } = this.resource;
    const { replaceTriggersExternalValues, deleteQueryParameters } = this.resource;
    return {
      ...super.synthesizeAttributes(),
      name,
      parent_id: parentId,
      location,
      identity: identityToTerraform(identity),
      replace_triggers_external_values: replaceTriggersExternalValues,
      delete_query_parameters: deleteQueryParameters,
    };
  }
}
