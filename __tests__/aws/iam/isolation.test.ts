import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { policy, type PolicyDocument } from "../../../lib/aws/iam/policy";
import { awsTenant } from "../../support/files";
import { type Attacker, openCells, openReferences, ownRights, undecidedKeys } from "../../support/iam/matrix";
import type { TenantOfStack } from "../../support/iam/tenant-of-stack";
import { tenantsOfStacks } from "../../support/iam/tenants";
import { wholeAwsTenant } from "../../support/iam/whole-files";

/** Ids that a careless pattern mixes up: one begins with the other, ends in it, or is longer by a letter. */
const PAIRS = [
  ["acme", "acme-eu"],
  ["acme-eu", "acme"],
  ["a", "acme"],
  ["acme", "acmee"],
  ["eu", "acme-eu"],
  // The first has neither Studio nor endpoints.
  ["small", "acme"],
] as const;

let tenant: (id: string) => TenantOfStack;
beforeAll(() => {
  const small = awsTenant("small", { aws: { principals: ["arn:aws:iam::123456789012:role/sso-small"] } });
  tenant = tenantsOfStacks([...["acme", "acme-eu", "acmee", "a", "eu"].map((id) => wholeAwsTenant(id)), small]);
});

const roleOf = (id: string, name: string): Attacker => {
  const role = tenant(id).roles[name];
  if (role === undefined) throw new Error(`${id} has no role ${name}`);
  return role;
};

/** Everything on everything: what somebody might attach to a role by mistake. */
const EVERYTHING = policy({ Sid: "Everything", Effect: "Allow", Action: "*", Resource: "*" });

/**
 * A token for the registry opens nothing by itself: it holds the rights of whoever asked for it, and ECR has no narrower
 * resource for it.
 */
const ACCEPTED = ["ecr:GetAuthorizationToken *"];

describe.each(PAIRS)("the roles of %s, against %s,", (attacker, victim) => {
  describe.each(["exec", "user"])("such as %s,", (name) => {
    test("reach nothing of the other tenant, whatever they ask and with whatever tags", () => {
      expect(openCells(roleOf(attacker, name), tenant(victim))).toEqual(ACCEPTED);
    });

    test("can point no parameter of theirs at something of the other tenant", () => {
      expect(openReferences(roleOf(attacker, name), tenant(attacker), tenant(victim))).toEqual([]);
    });

    test("reach nothing of it whatever is attached to them: the boundary holds by itself", () => {
      const role = { ...roleOf(attacker, name), identity: [EVERYTHING] };

      expect(openCells(role, tenant(victim))).toEqual(ACCEPTED);
      expect(openReferences(role, tenant(attacker), tenant(victim)).filter((line) => !isOwnRolePassed(line))).toEqual(
        [],
      );
    });
  });
});

test("Every parameter of what a tenant may do with SageMaker points at something of its own, or at nothing.", () => {
  // A release of AWS's data may bring new keys. Say in __tests__/support/iam/matrix.ts which they are.
  const names = ["exec", "user"];

  expect(names.flatMap((name) => undecidedKeys(roleOf("acme", name), tenant("acme")))).toEqual([]);
});

/** To whom a tenant's own role is passed, its policies say. Of other services no trust of that role knows. */
const isOwnRolePassed = (line: string) => line.startsWith("iam:PassRole iam:PassedToService ");

test("The role that a Studio domain has by default reaches nothing at all, not even of its own tenant.", () => {
  const domain = { ...roleOf("acme", "domain"), identity: [EVERYTHING] };

  expect(openCells(domain, tenant("acme"))).toEqual([]);
});

describe("what a tenant's bucket, key and repository refuse by themselves", () => {
  const ADMIN = { arn: "arn:aws:iam::123456789012:role/admin", identity: [EVERYTHING], boundary: undefined };
  const actionsOn = (owner: TenantOfStack) =>
    openCells(ADMIN, owner)
      .map((cell) => cell.split(" "))
      .filter(([, resource = ""]) => Object.keys(owner.resourcePolicies).some((arn) => resource.startsWith(arn)))
      .map(([action = ""]) => action);

  test("is everything, even to whoever may do everything in the account, but the administration of the key", () => {
    const actions = actionsOn(tenant("acme"));

    expect(actions).toEqual(expect.arrayContaining(["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"]));
    expect(actions.filter((action) => !action.startsWith("kms:"))).toEqual([]);
    expect(actions.filter((action) => /crypt|Generate|Derive|Sign|Verify|CreateGrant/.test(action))).toEqual([]);
  });

  // Their other statements are about encryption and the way that requests come, not about who asks.
  test.each(["bucketArn", "repositoryArn"] as const)("is said in %s by the statement PrincipalsOnly", (resource) => {
    const { resourcePolicies, ...acme } = tenant("acme");
    const open = withoutStatement(resourcePolicies[acme[resource]], "PrincipalsOnly");

    expect(
      actionsOn({ ...acme, resourcePolicies: { ...resourcePolicies, [acme[resource]]: open } }).filter(
        (action) => !action.startsWith("kms:"),
      ),
    ).not.toEqual([]);
  });
});

describe("a boundary that has lost a statement", () => {
  /** What each Deny of the boundary keeps, by what is open without it. */
  const KEEPS: Readonly<Record<string, RegExp>> = {
    Outside: /^sagemaker:InvokeEndpoint .*acme-eu/,
    ForeignModel: /^sagemaker:CreateEndpointConfig sagemaker:ModelArn /,
    ForeignSubnet: /^sagemaker:CreateModel sagemaker:VpcSubnets subnet-f+0$/,
    ForeignSecurityGroup: /^sagemaker:CreateTrainingJob sagemaker:VpcSecurityGroupIds /,
    ForeignVolumeKey: /^sagemaker:CreateEndpointConfig sagemaker:VolumeKmsKeyArn /,
    ForeignOutputKey: /^sagemaker:CreateTransformJob sagemaker:OutputKmsKeyArn /,
    ForeignFileSystem: /^sagemaker:CreateTrainingJob sagemaker:FileSystemId /,
    ForeignTag: /^sagemaker:AddTags aws:RequestTag\/tenant acme-eu$/,
    ForeignImage: /^sagemaker:CreateApp sagemaker:ImageArns /,
    ForeignImageVersion: /^sagemaker:CreateApp sagemaker:ImageVersionArns /,
    ForeignLifecycleConfig: /^sagemaker:CreateApp sagemaker:StudioLifecycleConfigArns /,
  };

  const denies = () =>
    (roleOf("acme", "exec").boundary?.Statement ?? []).filter(({ Effect }) => Effect === "Deny").map(({ Sid }) => Sid);
  const leaksWithout = (sid: string) => {
    const role = roleOf("acme", "exec");
    const weak = { ...role, identity: [EVERYTHING], boundary: withoutStatement(role.boundary, sid) };
    return [...openCells(weak, tenant("acme-eu")), ...openReferences(weak, tenant("acme"), tenant("acme-eu"))];
  };

  test("is tried for every Deny that it has", () => {
    expect(denies().sort()).toEqual(Object.keys(KEEPS).sort());
  });

  test.each(Object.entries(KEEPS))("such as %s leaks", (sid, leak) => {
    expect(leaksWithout(sid)).toContainEqual(expect.stringMatching(leak));
  });
});

describe("what a tenant may do with what is its own", () => {
  // A tightening that breaks work is a difference of these files too. Read it, and then: UPDATE_RIGHTS=1 npm test
  test.each(["exec", "user"])("is as it was for the role %s", (name) => {
    const file = join(__dirname, "own-rights", `${name}.txt`);
    const now = ownRights(roleOf("acme", name), tenant("acme"));
    if (process.env.UPDATE_RIGHTS === "1") writeFileSync(file, `${now.join("\n")}\n`);

    expect(now).toEqual(readFileSync(file, "utf8").trimEnd().split("\n"));
  });
});

function withoutStatement(document: PolicyDocument | undefined, sid: string): PolicyDocument {
  const statements = document?.Statement ?? [];
  const left = statements.filter(({ Sid }) => Sid !== sid);
  if (left.length !== statements.length - 1) throw new Error(`there is not one statement ${sid}`);
  return policy(...left);
}
