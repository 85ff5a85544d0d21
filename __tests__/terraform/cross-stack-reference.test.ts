import { BaseStack } from "../../lib/terraform/base-stack";
import {
  Fn,
  Lazy,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformProvider,
} from "../../lib/terraform/cdktf";
import { CrossStackReference } from "../../lib/terraform/cross-stack-reference";
import { synthesize } from "../../lib/terraform/synthesize";
import { temporaryFolder } from "../support/files";
import { baseStack, plan, rendered, testApp } from "./plans";
import { Thing, ThingData } from "./thing";

let hub: BaseStack;
let acme: BaseStack;
let vnet: Thing;

beforeEach(() => {
  const app = testApp();
  hub = baseStack(app, "hub");
  acme = baseStack(app, "acme");
  vnet = new Thing(hub, "vnet");
  jest.spyOn(console, "warn").mockImplementation();
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** The message when the stack that refers to the other is rendered. */
function refusal(): string {
  try {
    rendered(acme);
  } catch (error) {
    expect(error).toBeInstanceOf(CrossStackReference);
    return (error as Error).message;
  }
  throw new Error("the reference was not refused");
}

const told = (identifier: string, place: string) =>
  `stack "acme" refers to ${identifier} of stack "hub" (in ${place}); a stack must be planned and applied alone, ` +
  'so pass the literal name or id from the blueprint, or read the value with a data source in "acme"';

test("a reference to another stack is refused with both stacks, what was referred to, from where, and the way out", () => {
  new Thing(acme, "peering", { remote: vnet.getStringAttribute("id") });

  expect(refusal()).toBe(told("test_thing.vnet.id", "acme/peering"));
});

test.each<[string, () => unknown]>([
  ["in a longer string", () => `${vnet.getStringAttribute("id")}/subnets/a`],
  ["in a list", () => ["a", vnet.getStringAttribute("id")]],
  ["deep in a map", () => ({ a: [{ b: vnet.getStringAttribute("id") }] })],
  ["as a key", () => ({ [vnet.getStringAttribute("id")]: 1 })],
  ["in a function call", () => Fn.join("/", ["a", vnet.getStringAttribute("id")])],
  ["in a function call in a function call", () => Fn.upper(Fn.join("", [`x${vnet.getStringAttribute("id")}`]))],
  ["in a lazy value", () => Lazy.stringValue({ produce: () => vnet.getStringAttribute("id") })],
  ["as a list", () => vnet.getListAttribute("id")],
  ["as a number", () => vnet.getNumberAttribute("id")],
  ["as a number in a string", () => `a ${vnet.getNumberAttribute("id")}`],
  ["as a list of numbers", () => vnet.getNumberListAttribute("id")],
  ["as a map", () => vnet.getStringMapAttribute("id")],
  ["as a boolean", () => vnet.getBooleanAttribute("id")],
])("a reference %s is refused in the same words", (_, value) => {
  new Thing(acme, "peering", { value: value() });

  expect(refusal()).toBe(told("test_thing.vnet.id", "acme/peering"));
});

test.each<[what: string, identifier: string, refer: () => unknown]>([
  ["an output", "test_thing.vnet.id", () => new TerraformOutput(acme, "it", { value: vnet.getStringAttribute("id") })],
  ["an output of a whole resource", "test_thing.vnet", () => new TerraformOutput(acme, "it", { value: vnet })],
  ["depends_on", "test_thing.vnet", () => new Thing(acme, "it", {}, { dependsOn: [vnet] })],
  ["depends_on of a data source", "test_thing.vnet", () => new ThingData(acme, "it", {}, { dependsOn: [vnet] })],
  [
    "depends_on of an output",
    "test_thing.vnet",
    () => new TerraformOutput(acme, "it", { value: 1, dependsOn: [vnet] }),
  ],
  [
    "replace_triggered_by",
    "test_thing.vnet",
    () => new Thing(acme, "it", {}, { lifecycle: { replaceTriggeredBy: [vnet] } }),
  ],
  [
    "for_each",
    "test_thing.vnet.names",
    () => new Thing(acme, "it", {}, { forEach: TerraformIterator.fromList(vnet.getListAttribute("names")) }),
  ],
  [
    "a local of the other stack",
    "local.place",
    () => new Thing(acme, "it", { place: new TerraformLocal(hub, "place", "a").expression }),
  ],
  [
    "a data source of the other stack",
    "data.test_thing.found.id",
    () => new Thing(acme, "it", { place: new ThingData(hub, "found").getStringAttribute("id") }),
  ],
])("a reference in %s is refused", (_, identifier, refer) => {
  refer();

  expect(refusal()).toBe(told(identifier, "acme/it"));
});

test("a reference in an override of a resource is refused", () => {
  new Thing(acme, "it").addOverride("a.b", vnet.getStringAttribute("id"));

  expect(refusal()).toBe(told("test_thing.vnet.id", "acme/it"));
});

test("a reference in an override of the stack is refused", () => {
  acme.addOverride("terraform.a", vnet.getStringAttribute("id"));

  expect(refusal()).toContain('stack "acme" refers to test_thing.vnet.id of stack "hub"; ');
});

class Provider extends TerraformProvider {
  override get alias(): string {
    return "hub";
  }
}

test("a provider of another stack is refused, for its alias might be another provider's", () => {
  const provider = new Provider(hub, "provider", { terraformResourceType: "test" });
  new Thing(acme, "it", {}, { provider });

  expect(refusal()).toBe(told("provider test.hub", "acme/it"));
});

test("a provider of another stack is refused for a data source too", () => {
  const provider = new Provider(hub, "provider", { terraformResourceType: "test" });
  new ThingData(acme, "it", {}, { provider });

  expect(refusal()).toBe(told("provider test.hub", "acme/it"));
});

test("references within each of two stacks are none to the other", () => {
  new Thing(hub, "subnet", { vnet: vnet.getStringAttribute("id") }, { dependsOn: [vnet] });
  new Thing(acme, "other", { thing: new Thing(acme, "thing").getStringAttribute("id") });

  expect(rendered(hub).resource.test_thing?.subnet).toMatchObject({ vnet: "${test_thing.vnet.id}" });
  expect(rendered(acme).resource.test_thing?.other).toMatchObject({ thing: "${test_thing.thing.id}" });
});

test("where the reference was made in the code is told when tokens carry creation stacks", () => {
  const error = new CrossStackReference({
    identifier: "test_thing.vnet.id",
    from: "hub",
    to: "acme",
    creationStack: ["new Peering (peering.ts:3:7)"],
  });

  expect(error.message).toMatch(/in "acme"\n {2}at new Peering \(peering\.ts:3:7\)$/);
});

describe("when stacks are synthesized one after another", () => {
  /** Synthesizes a hub that hands something out, and a tenant that takes it. */
  function synthesizeBoth<Value>(give: (vnet: Thing) => Value, take: (value: Value) => unknown): void {
    let given: Value | undefined;
    const plans = [
      plan("hub", (stack) => {
        given = give(new Thing(stack, "vnet"));
      }),
      plan("acme", (stack) => {
        new Thing(stack, "peering", { remote: take(given as Value) });
      }),
    ];
    synthesize({ plans, known: ["hub", "acme"], outdir: temporaryFolder() });
  }

  test("a reference to a resource of an earlier one is refused", () => {
    expect(() => {
      synthesizeBoth(
        (resource) => resource,
        (resource) => resource.getStringAttribute("id"),
      );
    }).toThrow(told("test_thing.vnet.id", "acme/peering"));
  });

  test.each<[string, (resource: Thing) => unknown]>([
    ["string", (resource) => resource.getStringAttribute("id")],
    ["string in a function call", (resource) => Fn.upper(resource.getStringAttribute("id"))],
    ["number", (resource) => resource.getNumberAttribute("id")],
    ["list", (resource) => resource.getListAttribute("id")],
    ["map", (resource) => resource.getStringMapAttribute("id")],
    ["address", (resource) => resource.fqn],
  ])("a %s that an earlier one kept is refused with the name of that stack", (_, give) => {
    expect(() => {
      synthesizeBoth(give, (value) => value);
    }).toThrow(told("a value", "acme/peering"));
  });

  test("a string that an earlier one kept is refused in a function call too", () => {
    expect(() => {
      synthesizeBoth(
        (resource) => resource.getStringAttribute("id"),
        (value) => Fn.upper(value),
      );
    }).toThrow(told("a value", "acme/peering"));
  });
});
