import type { TenantBlueprint } from "../../lib/blueprint/tenant";
import { awsPlatform, awsTenant, blueprintOf, type Content, platform, problemsOf, tenant } from "../support/files";

const PLATFORM = { ...platform(), ...awsPlatform() };
const both = (id: string, changes: Content = {}) => ({ ...tenant(id), aws: {}, ...changes });

function tenantOf(content: Content): TenantBlueprint {
  const [only] = blueprintOf(PLATFORM, [content]).tenants;
  if (only === undefined) throw new Error("there is no tenant");
  return only;
}

describe("every tenant", () => {
  const acme = tenantOf(both("acme"));

  test("is one stack, named after it", () => {
    expect(acme.stack).toBe("tenant-acme");
  });

  test("has a state of its own", () => {
    expect(acme.backend).toEqual({ kind: "local", path: "../../../.state/mlp-dev-tenant-acme.tfstate" });
  });

  test("has tags that say whose it is", () => {
    expect(acme.tags).toMatchObject({ tenant: "acme", owner: "ml@acme.example", costCenter: "4711" });
  });

  test.each([
    ["Azure", tenant("acme"), ["azure"]],
    ["AWS", awsTenant("acme"), ["aws"]],
    ["both", both("acme"), ["azure", "aws"]],
  ])("has one stack when it is on %s", (_, content, clouds) => {
    const { stack, ...rest } = tenantOf(content);

    expect(stack).toBe("tenant-acme");
    expect(Object.keys(rest).filter((key) => ["azure", "aws"].includes(key))).toEqual(clouds);
  });

  test.each([
    ["active", false],
    ["retiring", true],
  ])("that is %s may be destroyed: %s", (lifecycle, retiring) => {
    expect(tenantOf(both("acme", { lifecycle })).retiring).toBe(retiring);
  });

  test("that is retiring keeps everything else, so that its stack can be destroyed", () => {
    const { retiring: isRetiring, ...rest } = tenantOf(both("acme", { lifecycle: "retiring" }));
    const { retiring: isNot, ...before } = acme;

    expect(rest).toEqual(before);
    expect([isRetiring, isNot]).toEqual([true, false]);
  });
});

describe("a tenant on a cloud that the platform is not on", () => {
  test.each([
    ["azure", awsPlatform(), tenant("acme")],
    ["aws", platform(), awsTenant("acme")],
  ])("is refused: %s", (cloud, platformContent, content) => {
    expect(problemsOf(platformContent, [content])).toEqual([
      `${cloud}: is not in the platform's file; add ${cloud} there, or remove it here`,
    ]);
  });
});

test("A file that says nothing of any cloud is refused.", () => {
  const { azure: none, ...nowhere } = platform();
  const { azure: nothing, ...stray } = tenant("acme");
  const message = "needs azure, aws or both: what is on neither cloud has no stack";

  expect(problemsOf(nowhere, [stray])).toEqual([`: ${message}`, `: ${message}`]);
});
