import type { Stack } from "../../stack";
import { ACCOUNT } from "../iam/rules/example-arns";
import { policyOf, stackWithPolicy } from "../iam/example";
import type { Owner } from "./owner";
import type { ContentRule } from "./policy-view";

/** What begins with the platform's name, or with its path, or belongs to a service for all of the account. */
const NAMED = /:(role|policy)\/|:s3:::/;

/** What only looks, and may look at the platform's own roles and policies. */
const LOOKS = /^iam:(Get|List)/i;

/** What roles that deploy have rights on is the platform's, as far as names tell. */
export const platformNames: ContentRule = {
  id: "aws-policy-platform-names",
  severity: "critical",
  title: "Roles that deploy have rights on roles, policies and buckets of the platform only.",
  reason: "A right on all roles or buckets of the account reaches what is none of the platform's.",
  fix: "begin the name with that of the platform, as in role/mlp-dev/tenant/*/*",
  source: "IAM User Guide: Security best practices in IAM, Apply least-privilege permissions",
  controls: ["MCSB PA-7", "MCSB DS-3"],
  kinds: ["identity", "inline"],
  example: { wrong: example("*"), right: example("mlp-dev/tenant/*/*") },
  check: ({ statements, owner, stack }) =>
    owner.tenant !== undefined || owner.platform === undefined
      ? []
      : statements
          .filter(({ allows }) => allows)
          .flatMap(({ sid, resources, actions }) => {
            const changes = !actions.every((action) => LOOKS.test(action));
            const others = resources.filter(
              (resource) =>
                (NAMED.test(resource) && !isOfPlatform(resource, owner) && !isOfStates(resource, stack)) ||
                (changes && isOwnIdentity(resource, owner)),
            );
            const must = `must begin with ${owner.platform ?? ""}, and be a tenant's if it is a role or a policy to change`;
            return others.length === 0 ? [] : [{ sid, value: others.join(", "), must }];
          }),
};

/** Whether it is, or may be, a role or a policy of the platform itself, by its path. */
function isOwnIdentity(resource: string, { platform = "" }: Owner): boolean {
  return new RegExp(`:(role|policy)/${platform}/(?!tenant/)`).test(resource);
}

/** Whether it is the bucket in which the stack's own state is, or something in it. */
function isOfStates(resource: string, stack: Stack): boolean {
  return stack.resources("backend.s3").some(({ content: { bucket } }) => {
    const name = resource.split(":::")[1] ?? "";
    return typeof bucket === "string" && (name === bucket || name.startsWith(`${bucket}/`));
  });
}

function isOfPlatform(resource: string, { platform = "" }: Owner): boolean {
  return new RegExp(`:(role|policy)/(${platform}[-/]|aws-service-role/)|:s3:::${platform}-`).test(resource);
}

function example(roles: string) {
  const Resource = `arn:aws:iam::${ACCOUNT}:role/${roles}`;
  const { resource } = stackWithPolicy("identity", policyOf({ Effect: "Allow", Action: "iam:DeleteRole", Resource }));
  const permissions_boundary = "arn:aws:iam::aws:policy/AWSDenyAll";
  return { resource: { ...resource, aws_iam_role: { deploy: { name: "mlp-dev--deploy", permissions_boundary } } } };
}
