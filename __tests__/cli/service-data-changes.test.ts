import type { ActionData, ServiceData } from "../../lib/rules/aws/iam/service-data/service-data";
import { keyChanges, serviceChanges } from "../../lib/cli/service-data-changes";

const action = (changes: Partial<ActionData> = {}): ActionData => ({
  level: "Write",
  required: ["model"],
  optional: [],
  keys: ["x:VpcSubnets"],
  ...changes,
});
const service = (changes: Partial<ServiceData> = {}): ServiceData => ({
  actions: { CreateModel: action() },
  resourceTypes: { model: { arn: "arn:model", keys: [] } },
  keys: { "x:VpcSubnets": { type: "ArrayOfString" }, "x:ModelArn": { type: "ARN" } },
  ...changes,
});
const changes = (after: ServiceData, before = service()) => serviceChanges("x", before, after);

describe("what AWS changed", () => {
  test("is nothing when nothing changed", () => {
    expect(changes(service())).toEqual([]);
  });

  test("is a new action, with what it is about and what it takes by reference", () => {
    const actions = { CreateModel: action(), CreateConfig: action({ keys: ["x:ModelArn", "x:VpcSubnets"] }) };

    expect(changes(service({ actions }))).toEqual([
      "x: new action x:CreateConfig, Write, on model, by reference: x:ModelArn",
    ]);
  });

  test("is a new action that no policy can scope", () => {
    const actions = { CreateModel: action(), ListAll: action({ level: "List", required: [], keys: [] }) };

    expect(changes(service({ actions }))).toEqual(["x: new action x:ListAll, List, wildcard-only"]);
  });

  test("is an action that is gone", () => {
    expect(changes(service({ actions: {} }))).toEqual(["x: action x:CreateModel is gone"]);
  });

  test("is a new key of an action", () => {
    const actions = { CreateModel: action({ keys: ["x:ModelArn"] }) };

    expect(changes(service({ actions }))).toEqual([
      "x: x:CreateModel has the new key x:ModelArn",
      "x: x:CreateModel has no key x:VpcSubnets any more",
    ]);
  });

  test.each([
    ["can no longer be scoped", action({ required: [] }), "x: x:CreateModel is wildcard-only now"],
    ["is deprecated", action({ deprecated: "see CreateIt" }), "x: x:CreateModel is deprecated: see CreateIt"],
    ["does something else", action({ level: "Read" }), "x: x:CreateModel is Read now"],
    ["is about another type", action({ optional: ["job"] }), "x: x:CreateModel has the new optional resource type job"],
  ])("is an action that %s", (_, now, line) => {
    expect(changes(service({ actions: { CreateModel: now } }))).toContain(line);
  });

  test("is an action that can be scoped now", () => {
    const before = service({ actions: { CreateModel: action({ required: [] }) } });

    expect(changes(service(), before)).toContain("x: x:CreateModel can be scoped now");
  });

  test("is a resource type that came, went or has other ARNs", () => {
    const resourceTypes = { job: { arn: "arn:job", keys: [] } };

    expect(changes(service({ resourceTypes }))).toEqual(["x: new resource type job", "x: resource type model is gone"]);
    expect(changes(service({ resourceTypes: { model: { arn: "arn:other", keys: [] } } }))).toEqual([
      "x: ARNs of model are now arn:other",
    ]);
  });

  test("is a key that came, went, has another type or is deprecated", () => {
    const before = { a: { type: "String" }, b: { type: "String" }, c: { type: "ARN" } };
    const after = { b: { type: "ARN" }, c: { type: "ARN", deprecated: "d" }, d: { type: "ArrayOfARN" } };

    expect(keyChanges("x", before, after)).toEqual([
      "x: b is now ARN, which names another resource",
      "x: c is deprecated: d",
      "x: new key d, ArrayOfARN, which names another resource",
      "x: key a is gone",
    ]);
  });
});
