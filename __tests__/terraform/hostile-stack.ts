import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Construct } from "constructs";
import type { BaseStack } from "../../lib/terraform/base-stack";
import {
  Annotations,
  Fn,
  Lazy,
  TerraformCount,
  TerraformHclModule,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformVariable,
  Token,
} from "../../lib/terraform/cdktf";
import { Thing, ThingData } from "./thing";

/** Fills a stack with everything that might be written in another way than CDKTF writes it. */
export function fillHostile(stack: BaseStack): void {
  const thing = new Thing(stack, "thing", { name: "thing" });
  addProviders(stack);
  addValues(stack, thing);
  addArguments(stack, thing);
  addMoves(stack);
  addOverrides(stack);
  addOutputs(stack, thing);
  addAnnotations(stack);
}

function addProviders(stack: BaseStack): void {
  stack.requireProvider("azurerm");
  new AzurermProvider(stack, "azurerm", { features: [{}] }).addOverride("features.0.key_vault", [{ a: "ß" }]);
  const provider = new AzurermProvider(stack, "azurerm-hub", {
    alias: "hub",
    features: [{ storage: [{ dataPlaneAvailable: false }] }],
  });
  provider.addOverride("use_cli", false);
  const group = { name: "rg", location: "westeurope" };
  new ResourceGroup(stack, "group", { ...group, provider, tags: { "hidden-link:/a/b": "Resource", Größe: "klein" } });
  const data = new DataAzurermClientConfig(stack, "client", { provider });
  new ResourceGroup(stack, "other-group", { ...group, managedBy: data.objectId }).addOverride("timeouts", undefined);
}

function addValues(stack: BaseStack, thing: Thing): void {
  const name = thing.getStringAttribute("name");
  const number = thing.getNumberAttribute("size");
  new Thing(stack, "literals", {
    texts: ["", "ü 😀 \ud83d", 'say "hi" \\ \u2028\n\t', "1e+300", "10.0.0.0/8-1.2.3", "$${a} %%{b}", "</script>"],
    numbers: [0, -0, 1.5, 1e21, -1e300, Number.MAX_SAFE_INTEGER],
    empty: { map: {}, list: [], lists: [[], {}], nothing: null, no: undefined },
    keys: { 10: "a", 9: "b", constructor: "c", toString: "d", "a b": "e", "": "f", ÄÖ: "g" },
    flags: [true, false, undefined],
  });
  new Thing(stack, "tokens", {
    text: name,
    within: `a-${name}-${thing.getStringAttribute("id")}`,
    list: thing.getListAttribute("names"),
    number,
    numberInText: `${number}/${number}`,
    numbers: thing.getNumberListAttribute("sizes"),
    map: thing.getStringMapAttribute("tags"),
    flag: thing.getBooleanAttribute("enabled"),
    key: { [name]: 1 },
    late: Lazy.anyValue({ produce: () => ({ a: [name], b: undefined, c: {} }) }),
    asText: Token.asString(Lazy.anyValue({ produce: () => ({ a: 1 }) })),
    joined: Fn.join(",", ["a", Fn.upper("ä"), "c"]),
    looked: Fn.lookup(thing.getStringMapAttribute("tags"), "a", "b"),
    local: new TerraformLocal(stack, "local", { a: [name] }).expression,
    variable: new TerraformVariable(stack, "variable", { type: "string", default: "ü", sensitive: true }).stringValue,
  });
}

function addArguments(stack: BaseStack, thing: Thing): void {
  const nested = new Construct(stack, "nested");
  new Thing(
    nested,
    "lifecycle",
    {},
    {
      dependsOn: [thing],
      lifecycle: {
        ignoreChanges: ["tags", 'tags["a"]'],
        replaceTriggeredBy: [thing, "test_thing.thing.id"],
        preventDestroy: true,
        precondition: [{ condition: true, errorMessage: "nein" }],
      },
      provisioners: [
        { type: "local-exec", command: 'echo "ü"', environment: { camelCase: "kept" } },
        { type: "file", source: "a", destination: "b" },
      ],
      connection: { type: "ssh", host: thing.getStringAttribute("host") },
    },
  );
  new Thing(nested, "counted", { index: "${count.index}" }, { count: TerraformCount.of(3) });
  new Thing(nested, "number-counted", {}, { count: 2 });
  const each = TerraformIterator.fromMap({ a: { b: "c" } });
  new Thing(nested, "each", { key: each.key, value: each.getString("b") }, { forEach: each });
  const data = new ThingData(nested, "data", { filter: [{ name: "x", values: [] }] }, { dependsOn: [thing] });
  data.addOverride("filter.0.values", ["y"]);
  const module = new TerraformHclModule(stack, "module", {
    source: "acme/network/azurerm",
    version: "1.0.0",
    variables: { a: data.fqn },
  });
  new Thing(nested, "of-module", { value: module.getString("out") });
}

function addMoves(stack: BaseStack): void {
  new Thing(stack, "moved-by-target", {}).moveTo("target", "a");
  new Thing(stack, "target").addMoveTarget("target");
  new Thing(stack, "moved-from").moveFromId("test_thing.earlier");
  new Thing(stack, "moved-to").moveToId("test_thing.later");
  new Thing(stack, "imported").importFrom("/subscriptions/ü/id");
}

function addOverrides(stack: BaseStack): void {
  const target = new Thing(stack, "overridden", {
    a: { b: 1, c: [1] },
    d: [{ e: 1 }, { e: 2 }],
    f: "gone",
    g: { h: 1 },
  });
  target.addOverride("a.b", 2);
  target.addOverride("a.c", [2]);
  target.addOverride("d.1.e", 3);
  target.addOverride("f", undefined);
  target.addOverride("x.y.z", "é");

  const at = "resource.test_thing.overridden";
  stack.addOverride(`${at}.g.h`, undefined);
  stack.addOverride(`${at}.a.c`, [3]);
  stack.addOverride(`${at}.d.0.e`, { now: "a map" });
  stack.addOverride(`${at}.d.3.e`, "beyond the end");
  stack.addOverride(`${at}.late`, Lazy.anyValue({ produce: () => ({ a: undefined, b: target.fqn }) }));
  stack.addOverride(`${at}.a.token`, target.getStringAttribute("a"));
  stack.addOverride(`${at}.empty`, {});
  stack.addOverride("terraform.backend.local.workspace_dir", "w");
  stack.addOverride("terraform.required_providers.azurerm", { source: "hashicorp/azurerm", version: "> 4" });
  stack.addOverride("provider.azurerm.1.use_msi", true);
  stack.addOverride("check.health.assert", [{ condition: true }]);
}

function addOutputs(stack: BaseStack, thing: Thing): void {
  const nested = new Construct(new Construct(stack, "outputs"), "deep");
  new TerraformOutput(nested, "map", { value: { a: thing.getStringAttribute("id"), b: { c: [] }, d: {} } });
  new TerraformOutput(nested, "secret", { value: "s", sensitive: true, description: 'a "ü"' });
  new TerraformOutput(stack, "whole", { value: thing, dependsOn: [thing] });
  new TerraformOutput(stack, "static-id", { value: [1, "", thing.fqn], staticId: true }).addOverride("x", [1]);
}

function addAnnotations(stack: BaseStack): void {
  Annotations.of(stack).addInfo("for your information");
  Annotations.of(new Construct(stack, "annotated")).addWarning('mind the "gap" ü');
}
