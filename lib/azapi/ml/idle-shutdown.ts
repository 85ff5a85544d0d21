import type { Construct } from "constructs";
import type { TerraformMetaArguments } from "../../terraform/cdktf";
import { AzapiResourceAction } from "../resource-action";
import { checkIsoDuration } from "./iso-duration";

/** The body of action updateIdleShutdownSetting of a compute instance. */
export interface IdleShutdownBody {
  /** Time without activity after which the instance is shut down, 15 minutes to 3 days. */
  readonly idleTimeBeforeShutdown: string;
}

/** Props of an {@link IdleShutdown}. */
export interface IdleShutdownProps extends TerraformMetaArguments {
  /** ARM id of the compute instance. */
  readonly instanceId: string;
  /** Time without activity: an ISO 8601 duration such as "PT1H", 15 minutes to 3 days. Any other form is refused. */
  readonly idle: string;
}

/**
 * Shuts a compute instance down after a time without activity, and sets that time anew whenever it changes.
 *
 * The property idleTimeBeforeShutdown of the instance can be set at its creation only, and API version 2025-06-01 does not
 * have it; azurerm has neither (#20973). This action and its API version are those of Learn, "Create an Azure Machine
 * Learning compute instance".
 */
export class IdleShutdown extends AzapiResourceAction<IdleShutdownBody> {
  public constructor(scope: Construct, id: string, props: IdleShutdownProps) {
    const { instanceId, idle, ...meta } = props;
    super(scope, id, {
      ...meta,
      type: "Microsoft.MachineLearningServices/workspaces/computes@2021-07-01",
      resourceId: instanceId,
      action: "updateIdleShutdownSetting",
      method: "POST",
      body: { idleTimeBeforeShutdown: idle },
      // Azure answers nothing.
      responseExportValues: [],
    });
    checkIsoDuration(this, "idle", idle);
  }
}
