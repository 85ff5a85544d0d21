import type { Source } from "../config/load";
import type { AwsPlatform } from "../config/platform";
import { type Problem, quote } from "../config/problem";
import type { AwsFiles } from "./aws";
import { accountProblems } from "./aws-account-checks";
import { AWS_LIMITS } from "./aws-limits";
import { RESERVED_PREFIX } from "./aws-names";
import { referenceProblems } from "./aws-reference-checks";
import { roleProblems } from "./aws-role-checks";
import { limitNameProblems } from "./file-checks";

/** Problems of what is on AWS that show only when a file is held against another, or against the project's tables. */
export function awsFileProblems(files: AwsFiles): Problem[] {
  const { platform } = files;
  return [
    ...(platform === undefined ? [] : prefixProblems(platform)),
    ...(platform === undefined ? [] : limitNameProblems(platform.file, "aws", platform.config.aws.limits, AWS_LIMITS)),
    ...accountProblems(files),
    ...roleProblems(files),
    ...referenceProblems(files),
    ...idProblems(files),
    ...notifyProblems(files),
  ];
}

function prefixProblems({ file, config: { prefix } }: Source<AwsPlatform>): Problem[] {
  if (!RESERVED_PREFIX.test(prefix)) return [];
  const message = `${quote(prefix)} begins names that AWS keeps for itself, of security groups, buckets or parameters; use another prefix, such as ${quote("mlp")}`;
  return [file.problem(["prefix"], message)];
}

/** The folder of the platform's own images in ECR: `mlp-dev/platform/…`, beside those of the tenants. */
const RESERVED_ID = "platform";

function idProblems({ tenants }: AwsFiles): Problem[] {
  return tenants
    .filter(({ config }) => config.tenant === RESERVED_ID)
    .map(({ file }) => {
      const message = `${quote(RESERVED_ID)} is the folder of the platform's own images in ECR; use another id, also as the file's name`;
      return file.problem(["tenant"], message);
    });
}

/** Whoever is told of a budget without being named: AWS is given each address once. */
function notifyProblems({ tenants }: AwsFiles): Problem[] {
  return tenants.flatMap(({ file, config: { owner, aws } }) =>
    (aws.budget?.notify ?? []).flatMap((address, index) => {
      if (address.toLowerCase() !== owner.toLowerCase()) return [];
      const message = `${quote(address)} is the tenant's owner, who is told anyway; remove it`;
      return [file.problem(["aws", "budget", "notify", index], message, { severity: "warning" })];
    }),
  );
}
