import type { AwsAccount } from "./aws-account";

/** The host names of a partition. */
interface PartitionHosts {
  /** What those of services end in. */
  readonly services: string;
  /** That of the console. */
  readonly console: string;
}

/** AWS General Reference, "Service endpoints"; the guides of AWS in China and of AWS GovCloud (US). */
const HOSTS: Readonly<Record<string, PartitionHosts>> = {
  aws: { services: "amazonaws.com", console: "console.aws.amazon.com" },
  "aws-cn": { services: "amazonaws.com.cn", console: "console.amazonaws.cn" },
  "aws-us-gov": { services: "amazonaws.com", console: "console.amazonaws-us-gov.com" },
};

function hostsOf(partition: string): PartitionHosts {
  const hosts = HOSTS[partition];
  if (hosts === undefined) throw new Error(`the partition "${partition}" is unknown`);
  return hosts;
}

/** What the host names of a partition's services end in. */
export function dnsSuffix(partition: string): string {
  return hostsOf(partition).services;
}

/** Where an endpoint of SageMaker is called, with a signature of the caller's role. */
export function invocationsUrl(account: AwsAccount, endpoint: string): string {
  return `https://runtime.sagemaker.${account.region}.${dnsSuffix(account.partition)}/endpoints/${endpoint}/invocations`;
}

/** The page of a notebook instance in the console. It opens nothing by itself: the notebook asks IAM again. */
export function notebookConsoleUrl(account: AwsAccount, notebook: string): string {
  const { console } = hostsOf(account.partition);
  return `https://${console}/sagemaker/home?region=${account.region}#/notebook-instances/${notebook}`;
}
