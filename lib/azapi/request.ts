import type { Construct } from "constructs";
import { type TerraformMetaArguments, TerraformResource } from "../terraform/cdktf";
import { refusal } from "./refusal";
import { type AzapiRetry, retryToTerraform } from "./retry";
import type { AzapiTimeouts } from "./timeouts";
import { AZAPI } from "./versions";

/** An ARM resource type and an API version, as in "Microsoft.Storage/storageAccounts@2023-05-01". */
export type ArmType = `${string}/${string}@${string}`;

/** What every resource of azapi takes, whichever request it makes of Azure Resource Manager. */
export interface AzapiRequestProps<Body extends object> extends TerraformMetaArguments {
  /** What the request is about. The provider refuses an API version that its embedded schemas do not know. */
  readonly type: ArmType;
  /**
   * The JSON body. Its keys are sent as they are written, in Azure's camelCase; a property that is undefined is left out.
   * Tokens may stand anywhere in it.
   */
  readonly body: Body;
  /**
   * Paths of the response that {@link AzapiRequest.output} may read, such as "properties.scoringUri"; "*" is the whole
   * response. Left out, the output has the read-only properties of the response (azapi docs, `response_export_values`).
   */
  readonly responseExportValues?: readonly string[];
  /**
   * ARM ids that are locked while the request runs: azapi resources with a common id run one after the other. Resources
   * of other providers do not see the lock. By default nothing is locked.
   */
  readonly locks?: readonly string[];
  /** Which errors are tried again. By default only those that the provider always retries. */
  readonly retry?: AzapiRetry;
  /** Limits of the operations, waiting for `locks` included. By default those of the provider. */
  readonly timeouts?: AzapiTimeouts;
}

/** What azapi_resource, azapi_update_resource and azapi_resource_action have in common. */
export abstract class AzapiRequest<Body extends object> extends TerraformResource {
  private readonly request: AzapiRequestProps<Body>;

  protected constructor(scope: Construct, id: string, terraformResourceType: string, request: AzapiRequestProps<Body>) {
    super(scope, id, {
      ...request,
      terraformResourceType,
      terraformGeneratorMetadata: { providerName: AZAPI.name, providerVersionConstraint: AZAPI.versionConstraint },
    });
    this.request = request;
  }

  /** The ARM id of the resource that the request made or changed. */
  public get id(): string {
    return this.getStringAttribute("id");
  }

  /**
   * A value of Azure's response.
   *
   * @param path names separated by dots, such as "properties.scoringUri".
   * @throws if `responseExportValues` is set and does not export the path: Terraform would only say so when it applies.
   */
  public output(path: string): string {
    const exported = this.request.responseExportValues;
    if (exported !== undefined && !exported.some((root) => root === "*" || isWithin(path, root))) {
      throw refusal(this, `the output "${path}" is not exported; responseExportValues has ${exported.join(", ")}`);
    }
    return this.getStringAttribute(`output.${path}`);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { type, body, responseExportValues, locks, retry, timeouts } = this.request;
    return {
      type,
      body,
      response_export_values: responseExportValues,
      locks,
      retry: retryToTerraform(retry),
      timeouts,
    };
  }
}

function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`);
}
