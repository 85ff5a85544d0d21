import type { AwsPlatform } from "../config/platform";
import type { AwsTenant } from "../config/tenant";
import type { AwsAccount } from "./aws-account";
import { notebookConsoleUrl } from "./aws-hosts";
import { awsName } from "./aws-names";
import type { Owner } from "./names";

/** A notebook instance, and the configuration of what it does when it starts. */
export interface NotebookBlueprint {
  /** Its name in the tenant's file. */
  readonly key: string;
  /** Its name on AWS, and that of its lifecycle configuration. */
  readonly name: string;
  /** What it runs on, such as notebook-al2023-v1. */
  readonly platform: string;
  /** Its instance type, such as ml.t3.medium. */
  readonly instanceType: string;
  /** Size of its volume in GiB. */
  readonly volumeGiB: number;
  /** Minutes without a running cell after which it stops itself. */
  readonly idleMinutes: number;
  /** Its page in the console. */
  readonly consoleUrl: string;
}

/** The notebooks of a tenant, in the order of the file. */
export function notebookBlueprints(
  { aws: { notebookPlatform: platform } }: AwsPlatform,
  owner: Owner,
  account: AwsAccount,
  { notebooks }: Pick<AwsTenant["aws"], "notebooks">,
): NotebookBlueprint[] {
  return notebooks.map(({ name: key, instanceType, volumeGiB, idleMinutes }) => {
    const name = awsName("sagemaker", owner, key);
    return { key, name, platform, instanceType, volumeGiB, idleMinutes, consoleUrl: notebookConsoleUrl(account, name) };
  });
}
