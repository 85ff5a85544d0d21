import { policy, type PolicyDocument, type Statement } from "../../../lib/aws/iam/policy";
import { type Policies, verdict } from "./evaluator";
import { type Context, type Request, roleContext, withKnown } from "./request";

const ROLE = "arn:aws:iam::1:role/mlp/acme--exec";
const SESSION = "arn:aws:sts::1:assumed-role/acme--exec/ada";
const KEY = "arn:aws:kms:eu:1:key/1";
const OBJECT = "arn:aws:s3:::acme/x";
const ROOT = "arn:aws:iam::1:root";

type Fields = Partial<Statement>;
const of = (...fields: Fields[]): PolicyDocument =>
  policy(...fields.map((entry): Statement => ({ Sid: "S", Effect: "Allow", Action: "*", Resource: "*", ...entry })));
const ALLOW = of({});
const ask = (policies: Partial<Policies>, changes: Partial<Request> = {}) =>
  verdict(
    { identity: [ALLOW], ...policies },
    { asker: { roleArn: ROLE }, action: "s3:GetObject", resource: OBJECT, context: roleContext(ROLE), ...changes },
  );
const free = (known: Context["known"] = {}): Context => withKnown(roleContext(ROLE), known);

describe("a role's own policies", () => {
  test("allow nothing that they do not say", () => {
    expect(ask({ identity: [] })).toBe(false);
    expect(ask({ identity: [of({ Action: "s3:PutObject" })] })).toBe(false);
    expect(ask({ identity: [of({ Action: "s3:PutObject" }), of({ Action: "s3:get*" })] })).toBe(true);
  });

  test("may say it by what they leave out", () => {
    expect(ask({ identity: [policy({ Sid: "S", Effect: "Allow", NotAction: "iam:*", Resource: "*" })] })).toBe(true);
    expect(ask({ identity: [policy({ Sid: "S", Effect: "Allow", NotAction: "s3:*", Resource: "*" })] })).toBe(false);
    expect(ask({ identity: [policy({ Sid: "S", Effect: "Allow", Action: "*", NotResource: OBJECT })] })).toBe(false);
  });

  test("deny what they allow elsewhere", () => {
    expect(ask({ identity: [ALLOW, of({ Effect: "Deny", Action: "s3:*" })] })).toBe(false);
  });

  test("allow either on a condition of what whoever asks may choose, and a Deny on one protects nothing", () => {
    const Condition = { StringEquals: { "aws:RequestTag/tenant": "acme" } };

    expect(ask({ identity: [of({ Condition })] })).toBeNull();
    expect(ask({ identity: [ALLOW, of({ Effect: "Deny", Condition })] })).toBeNull();
    expect(ask({ identity: [of({ Condition })] }, { context: free({ "aws:requesttag/tenant": ["acme"] }) })).toBe(true);
    expect(ask({ identity: [of({ Condition })] }, { context: free({ "aws:requesttag/tenant": ["x"] }) })).toBe(false);
  });

  test("need all conditions of a statement", () => {
    const both = { Null: { a: "true" }, StringNotEquals: { b: "mine" } };
    const denied = (a: "absent" | string[], b: string[]) =>
      ask({ identity: [ALLOW, of({ Effect: "Deny", Condition: both })] }, { context: free({ a, b }) });

    expect(denied("absent", ["other"])).toBe(false);
    expect(denied(["given"], ["other"])).toBe(true);
  });

  test("with a variable in a resource match what it stands for", () => {
    const identity = [of({ Resource: "arn:aws:s3:::${aws:PrincipalTag/tenant}/*" })];

    expect(ask({ identity }, { context: free({ "aws:principaltag/tenant": ["acme"] }) })).toBe(true);
    expect(ask({ identity }, { context: free({ "aws:principaltag/tenant": ["globex"] }) })).toBe(false);
    expect(ask({ identity }, { context: free({ "aws:principaltag/tenant": "absent" }) })).toBe(false);
    expect(ask({ identity })).toBeNull();
  });
});

describe("a boundary", () => {
  test("must allow what a role's own policies allow", () => {
    expect(ask({ boundary: of({ Action: "s3:Get*" }) })).toBe(true);
    expect(ask({ boundary: of({ Action: "s3:Put*" }) })).toBe(false);
    expect(ask({ boundary: ALLOW, identity: [] })).toBe(false);
  });

  test("denies whatever a role's own policies allow", () => {
    const outside = policy(
      { Sid: "A", Effect: "Allow", Action: "*", Resource: "*" },
      { Sid: "D", Effect: "Deny", Action: "*", NotResource: "arn:aws:s3:::globex/*" },
    );

    expect(ask({ boundary: outside })).toBe(false);
    expect(ask({ boundary: outside }, { resource: "arn:aws:s3:::globex/y" })).toBe(true);
  });

  test("that names resources denies actions without one", () => {
    const outside = policy(
      { Sid: "A", Effect: "Allow", Action: "*", Resource: "*" },
      { Sid: "D", Effect: "Deny", Action: "*", NotResource: "arn:aws:s3:::acme/*" },
    );

    expect(ask({ boundary: outside }, { action: "s3:ListAllMyBuckets", resource: "*" })).toBe(false);
  });
});

describe("the policy of a bucket", () => {
  const grant = (Principal: Statement["Principal"]) => of({ Principal, Action: "s3:GetObject" } as Fields);

  test("may allow a role what its own policies do not, under its boundary", () => {
    expect(ask({ identity: [], resource: grant({ AWS: ROLE }) })).toBe(true);
    expect(ask({ identity: [], resource: grant({ AWS: ROLE }), boundary: of({ Action: "kms:*" }) })).toBe(false);
    expect(ask({ identity: [], resource: grant({ AWS: "arn:aws:iam::1:role/other" }) })).toBe(false);
  });

  test("may allow a session, or everybody, what no boundary allows, but not what one denies", () => {
    for (const principal of [{ AWS: SESSION }, { AWS: "*" }, "*"] as const) {
      expect(ask({ identity: [], resource: grant(principal), boundary: of({ Action: "kms:*" }) })).toBe(true);
      expect(ask({ identity: [], resource: grant(principal), boundary: of({ Effect: "Deny" }) })).toBe(false);
    }
  });

  test("leaves it to a role's own policies when it allows the account", () => {
    expect(ask({ identity: [], resource: grant({ AWS: ROOT }) })).toBe(false);
    expect(ask({ resource: grant({ AWS: ROOT }) })).toBe(true);
  });

  test("denies whatever a role's own policies allow", () => {
    const others = (roles: string[]) =>
      of({ Effect: "Deny", Principal: "*", Condition: { ArnNotEquals: { "aws:PrincipalArn": roles } } });

    expect(ask({ resource: others(["arn:aws:iam::1:role/other"]) })).toBe(false);
    expect(ask({ resource: others([ROLE]) })).toBe(true);
  });

  test("is about whom it names, or leaves out", () => {
    const deny = (fields: object) => ask({ resource: of({ Effect: "Deny", ...fields }) });

    expect(deny({ Principal: { AWS: "arn:aws:iam::1:role/other" } })).toBe(true);
    expect(deny({ Principal: { AWS: ROOT } })).toBe(false);
    expect(deny({ NotPrincipal: { AWS: ROLE } })).toBe(true);
    expect(deny({ NotPrincipal: { AWS: "arn:aws:iam::1:role/other" } })).toBe(false);
  });
});

describe("the policy of a key", () => {
  const decrypt = { action: "kms:Decrypt", resource: KEY };
  const grant = (fields: object) => of({ Action: "kms:*", ...fields });

  test("must allow a role the use of the key, whatever its own policies say", () => {
    expect(ask({}, decrypt)).toBe(false);
    expect(ask({ resource: grant({ Principal: { AWS: ROLE } }) }, decrypt)).toBe(true);
    expect(ask({ resource: grant({ Principal: { AWS: "arn:aws:iam::1:role/other" } }) }, decrypt)).toBe(false);
  });

  test("may leave it to the account's policies, and to some roles of them", () => {
    const some = (roles: string[]) => ({
      Principal: { AWS: ROOT },
      Condition: { ArnEquals: { "aws:PrincipalArn": roles } },
    });

    expect(ask({ resource: grant({ Principal: { AWS: ROOT } }) }, decrypt)).toBe(true);
    expect(ask({ resource: grant({ Principal: { AWS: ROOT } }), identity: [] }, decrypt)).toBe(false);
    expect(ask({ resource: grant(some([ROLE])) }, decrypt)).toBe(true);
    expect(ask({ resource: grant(some(["arn:aws:iam::1:role/other"])) }, decrypt)).toBe(false);
  });
});

describe("the policy of a repository", () => {
  test("names no resource", () => {
    const noResource = policy({ Sid: "S", Effect: "Deny", Principal: "*", Action: "ecr:*" });

    expect(ask({ resource: noResource }, { action: "ecr:PutImage", resource: "arn:aws:ecr:eu:1:repository/x" })).toBe(
      false,
    );
  });
});

describe("the trust of a role", () => {
  const assume = { action: "sts:AssumeRole", resource: "arn:aws:iam::1:role/target" };
  const trusts = (Principal: Statement["Principal"]) =>
    policy({ Sid: "S", Effect: "Allow", Action: "sts:AssumeRole", Principal } as Statement);

  test("must name a role, its account or its service", () => {
    expect(ask({}, assume)).toBe(false);
    expect(ask({ resource: trusts({ Service: "sagemaker.amazonaws.com" }) }, assume)).toBe(false);
    expect(ask({ resource: trusts({ AWS: ROLE }), identity: [] }, assume)).toBe(true);
    expect(ask({ resource: trusts({ AWS: ROOT }), identity: [] }, assume)).toBe(false);
    expect(ask({ resource: trusts({ AWS: ROOT }) }, assume)).toBe(true);
  });

  test("lets a service in that it names, for its own account", () => {
    const service = (accountId: string) =>
      ask(
        {
          resource: policy({
            Sid: "S",
            Effect: "Allow",
            Principal: { Service: "sagemaker.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "aws:SourceAccount": "1" } },
          }),
        },
        {
          ...assume,
          asker: { service: "sagemaker.amazonaws.com" },
          context: withKnown({ known: {}, others: "absent" }, { "aws:SourceAccount": [accountId] }),
        },
      );

    expect(service("1")).toBe(true);
    expect(service("2")).toBe(false);
  });
});
