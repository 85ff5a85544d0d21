import type { Construct } from "constructs";
import { AzapiRequest, type AzapiRequestProps } from "./request";

/** Props of an {@link AzapiResourceAction}. */
export interface AzapiResourceActionProps<Body extends object> extends AzapiRequestProps<Body> {
  /** ARM id of the resource that the action is called on. */
  readonly resourceId: string;
  /**
   * The action's name, as at the end of its URL. By default the request is made to the resource itself. The provider
   * checks neither the name nor the body.
   */
  readonly action?: string;
  /** HTTP method: POST by default (azapi docs, "azapi_resource_action"). */
  readonly method?: "POST" | "PATCH" | "PUT" | "DELETE";
  /** Whether the call is made when Terraform creates the construct, or when it removes it: "apply" by default. */
  readonly when?: "apply" | "destroy";
  /** Whether it is all right that the resource is not there: false by default. */
  readonly ignoreNotFound?: boolean;
}

/**
 * One call of an action of a resource, when Terraform creates the construct or when it removes it
 * (`azapi_resource_action`); at the other time nothing is called.
 */
export class AzapiResourceAction<Body extends object> extends AzapiRequest<Body> {
  /** The resource's type in Terraform. */
  public static readonly tfResourceType = "azapi_resource_action";

  private readonly call: AzapiResourceActionProps<Body>;

  public constructor(scope: Construct, id: string, props: AzapiResourceActionProps<Body>) {
    super(scope, id, AzapiResourceAction.tfResourceType, props);
    this.call = props;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { resourceId, action, method, when, ignoreNotFound } = this.call;
    return {
      ...super.synthesizeAttributes(),
      resource_id: resourceId,
      action,
      method,
      when,
      ignore_not_found: ignoreNotFound,
    };
  }
}
