import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Construct } from "constructs";
import { Annotations, Aspects, TerraformStack } from "../../lib/terraform/cdktf";
import { CheckFailed } from "../../lib/terraform/check-failed";
import { type StackPlan, synthesize } from "../../lib/terraform/synthesize";
import { temporaryFolder } from "../support/files";
import { stackText } from "../support/synth";
import { entriesIn, filesIn } from "./folder";
import { plan, synthesizeAll, TAGS } from "./plans";
import { Thing, ThingData } from "./thing";

let outdir: string;
beforeEach(() => {
  outdir = join(temporaryFolder(), "cdktf.out");
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** A plan whose one resource has a value, so that another value is another file. */
const valued = (name: string, value: string) => plan(name, (stack) => new Thing(stack, "thing", { value }));

interface Manifest {
  version: string;
  stacks: Record<string, { name: string; annotations: { constructPath: string; level: string; message: string }[] }>;
}
const manifest = () => JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")) as Manifest;

describe("what is told about a synthesis", () => {
  test("is every stack with its resources, in the order of the plans", () => {
    const two = plan("b", (stack) => {
      new Thing(stack, "one");
      new Thing(stack, "two");
      new ThingData(stack, "data");
    });

    expect(synthesizeAll(outdir, two, plan("a")).stacks).toEqual([
      { name: "b", resources: 2, warnings: [] },
      { name: "a", resources: 1, warnings: [] },
    ]);
  });

  test("is what became of each stack", () => {
    synthesizeAll(outdir, valued("same", "1"), valued("other", "1"), valued("gone", "1"));

    const { changes } = synthesizeAll(outdir, valued("same", "1"), valued("other", "2"), valued("come", "1"));

    expect(Object.fromEntries(changes)).toEqual({ same: "unchanged", other: "changed", come: "new", gone: "removed" });
  });

  test("is each stack's name before it is built", () => {
    const told: [string, number][] = [];

    synthesize({
      plans: [plan("a"), plan("b")],
      known: ["a", "b"],
      outdir,
      onStack: (name, index) => {
        expect(existsSync(join(outdir, "stacks", name))).toBe(false);
        told.push([name, index]);
      },
    });

    expect(told).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
  });
});

describe("when only some of the stacks are selected", () => {
  beforeEach(() => {
    synthesizeAll(outdir, valued("a", "1"), valued("b", "1"));
  });

  test("the others keep their files", () => {
    const before = stackText(outdir, "b");

    synthesize({ plans: [valued("a", "2")], known: ["a", "b"], outdir });

    expect(stackText(outdir, "b")).toBe(before);
    expect(stackText(outdir, "a")).toContain('"value": "2"');
  });

  test("the others stay in the manifest, for cdktf deletes the folders of those that are not", () => {
    const before = manifest();

    synthesize({ plans: [valued("a", "2")], known: ["a", "b"], outdir });

    expect(manifest()).toEqual(before);
  });

  test("a stack that has no file yet is not in the manifest, for cdktf would look for it", () => {
    synthesize({ plans: [valued("a", "2")], known: ["a", "b", "never-written"], outdir });

    expect(Object.keys(manifest().stacks)).toEqual(["a", "b"]);
  });

  test("a stack that is not known any more is removed from the folder and from the manifest", () => {
    const { changes } = synthesize({ plans: [valued("a", "1")], known: ["a"], outdir });

    expect(changes.get("b")).toBe("removed");
    expect(Object.keys(manifest().stacks)).toEqual(["a"]);
    expect(entriesIn(outdir)).toEqual(["manifest.json", "stacks/", "stacks/a/", "stacks/a/cdk.tf.json"]);
  });
});

describe("when something is wrong with a stack", () => {
  const broken = plan("broken", () => {
    throw new Error("cannot be built");
  });

  test("a folder that is there stays as it is, byte by byte", () => {
    synthesizeAll(outdir, valued("a", "1"), valued("b", "1"), valued("c", "1"));
    writeFileSync(join(outdir, "stacks", "a", "terraform.tfstate"), "{}");
    const before = filesIn(outdir);

    expect(() => synthesizeAll(outdir, valued("a", "2"), valued("b", "2"), broken)).toThrow("cannot be built");

    expect(filesIn(outdir)).toEqual(before);
    expect(entriesIn(outdir).filter((entry) => entry.includes("staging"))).toEqual([]);
  });

  test("a folder that is not there is not made", () => {
    expect(() => synthesizeAll(outdir, valued("a", "1"), valued("b", "1"), broken)).toThrow("cannot be built");

    expect(existsSync(outdir)).toBe(false);
  });

  test("nor are the folders above it", () => {
    const parent = join(outdir, "deep");

    expect(() => synthesizeAll(join(parent, "er"), valued("a", "1"), broken)).toThrow("cannot be built");

    expect(existsSync(outdir)).toBe(false);
  });

  test("an empty folder stays an empty folder", () => {
    mkdirSync(outdir);

    expect(() => synthesizeAll(outdir, valued("a", "1"), broken)).toThrow("cannot be built");

    expect(entriesIn(outdir)).toEqual([]);
  });
});

describe("a validation of a construct that fails", () => {
  const invalid = plan("acme", (stack) => {
    new Construct(stack, "network").node.addValidation({ validate: () => ["is too small"] });
  });

  test("is told with the construct's path", () => {
    expect(() => synthesizeAll(outdir, invalid)).toThrow("[acme/network] is too small");
  });

  test("lets nothing be written", () => {
    expect(() => synthesizeAll(outdir, plan("first"), invalid)).toThrow();

    expect(existsSync(outdir)).toBe(false);
  });
});

test("a resource without its provider is refused", () => {
  const group = plan("acme", (stack) => new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" }));

  expect(() => synthesizeAll(outdir, group)).toThrow("for the following providers: azurerm");
});

describe("annotations of constructs", () => {
  const annotated = (level: "addInfo" | "addWarning" | "addError") =>
    plan("acme", (stack) => {
      Annotations.of(new Construct(stack, "network"))[level]('mind the "gap"');
    });

  test("that are errors are told with the construct's path", () => {
    expect(() => synthesizeAll(outdir, annotated("addError"))).toThrow('acme/network: mind the "gap"');
  });

  test("that are errors are told all at once", () => {
    const twice = plan("acme", (stack) => {
      Annotations.of(new Construct(stack, "a")).addError("one");
      Annotations.of(new Construct(stack, "b")).addError("two");
    });

    expect(() => synthesizeAll(outdir, twice)).toThrow("acme/a: one\nacme/b: two");
  });

  test("that are errors let nothing be written", () => {
    expect(() => synthesizeAll(outdir, plan("first"), annotated("addError"))).toThrow();

    expect(existsSync(outdir)).toBe(false);
  });

  test("that are warnings are told with the construct's path", () => {
    expect(synthesizeAll(outdir, annotated("addWarning")).stacks[0]?.warnings).toEqual([
      'acme/network: mind the "gap"',
    ]);
  });

  test("that are warnings are in the manifest, without a stack trace", () => {
    synthesizeAll(outdir, annotated("addWarning"));

    expect(manifest().stacks.acme?.annotations).toEqual([
      { constructPath: "acme/network", level: "@cdktf/warn", message: 'mind the "gap"' },
    ]);
  });

  test("that are for information are in the manifest and no warnings", () => {
    expect(synthesizeAll(outdir, annotated("addInfo")).stacks[0]?.warnings).toEqual([]);
    expect(manifest().stacks.acme?.annotations[0]?.level).toBe("@cdktf/info");
  });
});

test("aspects are applied before a stack is written", () => {
  const group = plan("acme", (stack) => {
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    const made = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope" });
    Aspects.of(made).add({
      visit: () => {
        made.location = "northeurope";
      },
    });
  });

  synthesizeAll(outdir, group);

  const { resource } = JSON.parse(stackText(outdir, "acme")) as { resource: object };
  expect(resource).toMatchObject({ azurerm_resource_group: { group: { location: "northeurope", tags: TAGS } } });
});

test("a second stack that a plan builds is refused", () => {
  const two: StackPlan = {
    name: "acme",
    build: (app) => {
      new TerraformStack(app, "other");
      return plan("acme").build(app);
    },
  };

  expect(() => synthesizeAll(outdir, two)).toThrow('the plan "acme" also built "other"');
});

describe("the environment variable that cdktf synth --hcl sets", () => {
  afterEach(() => {
    delete process.env.SYNTH_HCL_OUTPUT;
  });

  test.each(["true", "1"])("is refused as %s, and nothing is written", (value) => {
    process.env.SYNTH_HCL_OUTPUT = value;

    expect(() => synthesizeAll(outdir, plan("acme"))).toThrow("leave out --hcl");
    expect(existsSync(outdir)).toBe(false);
  });

  test("changes nothing as false, which is what cdktf sets otherwise", () => {
    process.env.SYNTH_HCL_OUTPUT = "false";

    synthesizeAll(outdir, plan("acme"));

    expect(Object.keys(filesIn(outdir))).toEqual(["manifest.json", "stacks/acme/cdk.tf.json"]);
  });
});

describe("the check of a synthesis", () => {
  const checked = (plans: StackPlan[], check: (name: string, stack: object) => string[]) =>
    synthesize({ plans, known: plans.map(({ name }) => name), outdir, check });

  test("is given what each stack's file holds", () => {
    const stacks: [string, object][] = [];

    checked([plan("a"), valued("b", "1")], (name, stack) => {
      stacks.push([name, stack]);
      return [];
    });

    expect(stacks).toEqual(["a", "b"].map((name) => [name, JSON.parse(stackText(outdir, name)) as object]));
  });

  test("tells the findings of all stacks at once, and nothing is written", () => {
    synthesizeAll(outdir, valued("a", "1"));
    const before = filesIn(outdir);

    expect(() => checked([valued("a", "2"), plan("b")], (name) => [`${name} is wrong`])).toThrow(
      new CheckFailed(["a is wrong", "b is wrong"]),
    );
    expect(filesIn(outdir)).toEqual(before);
  });
});
