import { SagemakerNotebookInstance } from "@cdktf/provider-aws/lib/sagemaker-notebook-instance";
import { SagemakerNotebookInstanceLifecycleConfiguration } from "@cdktf/provider-aws/lib/sagemaker-notebook-instance-lifecycle-configuration";
import { Construct } from "constructs";
import type { NotebookBlueprint } from "../../blueprint/aws-notebook";
import { idleStopScript } from "./idle-stop-script";
import type { TenantResources } from "./tenant-resources";

/** A notebook instance. */
export interface NotebookProps {
  /** The notebook. */
  readonly notebook: NotebookBlueprint;
  /** What it is made with. */
  readonly resources: TenantResources;
  /** Whether it may be destroyed, with its volume. */
  readonly retiring: boolean;
}

/**
 * A notebook instance without internet, without root and with the tenant's key, which stops itself when nobody works in it.
 * Taking it out of the tenant's file deletes its volume.
 */
export class Notebook extends Construct {
  constructor(scope: Construct, id: string, { notebook, resources, retiring }: NotebookProps) {
    super(scope, id);
    const { environment, keyArn, execRoleArn, securityGroupId, ready } = resources;
    const [subnetId] = environment.subnetIds;
    // Without one, SageMaker would put the notebook into a network of its own, with a way to the internet.
    if (subnetId === undefined) throw new Error(`the notebook "${notebook.key}" has no subnet to stand in`);
    const start = new SagemakerNotebookInstanceLifecycleConfiguration(this, "start", {
      name: notebook.name,
      onStart: Buffer.from(idleStopScript(notebook.idleMinutes)).toString("base64"),
    });
    new SagemakerNotebookInstance(this, "instance", {
      name: notebook.name,
      instanceType: notebook.instanceType,
      volumeSize: notebook.volumeGiB,
      platformIdentifier: notebook.platform,
      roleArn: execRoleArn,
      rootAccess: "Disabled",
      directInternetAccess: "Disabled",
      subnetId,
      securityGroups: [securityGroupId],
      kmsKeyId: keyArn,
      instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
      lifecycleConfigName: start.name,
      lifecycle: { preventDestroy: !retiring },
      dependsOn: [...ready],
    });
  }
}
