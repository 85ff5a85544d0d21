import { homedir, tmpdir } from "node:os";
import { isAbsolute, resolve } from "node:path";
import { stackPlans } from "../../lib/app";
import { TerraformResource } from "../../lib/terraform/cdktf";
import { PROVIDERS, TERRAFORM_VERSION } from "../../lib/terraform/provider-versions";
import type { StackPlan } from "../../lib/terraform/synthesize";
import { azureOf, sampleBlueprint, temporaryFolder } from "../support/files";
import { type StackJson, stackText, synthesizeTo } from "../support/synth";
import { filesIn } from "./folder";
import { baseStack, loneStack, rendered, testApp } from "./plans";

const blueprint = sampleBlueprint();
const SAMPLES = stackPlans(blueprint).map((plan) => [plan.name, plan] as const);
const outdir = temporaryFolder();
beforeAll(() => {
  synthesizeTo(outdir, blueprint);
});

const sample = (name: string) => JSON.parse(stackText(outdir, name)) as StackJson;

describe.each(SAMPLES)("the sample stack %s", (name, plan) => {
  test("has one backend, whose path is not absolute and has the stack's name", () => {
    const { backend } = sample(name).terraform as { backend: { local: { path: string } } };

    expect(Object.keys(backend)).toEqual(["local"]);
    expect(isAbsolute(backend.local.path)).toBe(false);
    expect(backend.local.path).toMatch(new RegExp(`[/-]${name}\\.tfstate$`));
  });

  test("requires a version of Terraform", () => {
    expect(sample(name).terraform.required_version).toBe(TERRAFORM_VERSION);
  });

  test("requires each provider that it has, in the one version that the table says", () => {
    const required = sample(name).terraform.required_providers as Record<string, unknown>;

    expect(Object.keys(required).sort()).toEqual(Object.keys(sample(name).provider).sort());
    for (const [provider, requirement] of Object.entries(required)) {
      expect(requirement).toEqual(PROVIDERS[provider as keyof typeof PROVIDERS]);
    }
  });

  test("has a provider for every type of resource and data source", () => {
    const { resource, data = {}, provider } = sample(name);
    const used = [...Object.keys(resource), ...Object.keys(data)].map((type) => type.split("_")[0] ?? "");

    expect(used.filter((one) => one !== "terraform" && !(one in provider))).toEqual([]);
  });

  test("has the mandatory tags on every resource whose binding has tags", () => {
    const { resource } = sample(name);
    const taggable = taggableResources(plan);

    expect(taggable).not.toEqual([]);
    for (const [type = "", id = ""] of taggable) {
      expect({ [`${type}.${id}`]: resource[type]?.[id]?.tags }).toMatchObject({
        [`${type}.${id}`]: plannedTags(name),
      });
    }
  });
});

describe("the folder of the sample stacks", () => {
  const files = () => Object.entries(filesIn(outdir));

  test.each([
    ["the folder that it was written to", outdir],
    ["the folder for temporary files", tmpdir()],
    ["the working directory", process.cwd()],
    ["the folder of the code", resolve(__dirname, "../..")],
    ["the home folder", `${homedir()}/`],
    ["a path to a package", "node_modules"],
  ])("nowhere names %s", (_, path) => {
    expect(files().filter(([, text]) => text.includes(path))).toEqual([]);
  });

  test.each([
    ["a stack trace", /stack_?trace/i],
    ["another stack's remote state", /remote_state/],
    ["a token that was left over", /TfToken/],
  ])("nowhere has %s", (_, text) => {
    expect(files().filter(([, content]) => text.test(content))).toEqual([]);
  });

  test("has the JSON of each stack and a manifest, and nothing else", () => {
    expect(files().map(([path]) => path)).toEqual(
      ["manifest.json", ...SAMPLES.map(([name]) => `stacks/${name}/cdk.tf.json`)].sort(),
    );
  });

  test("has a manifest in which no stack depends on another", () => {
    const manifest = JSON.parse(filesIn(outdir)["manifest.json"] ?? "") as {
      stacks: Record<string, { dependencies: string[] }>;
    };

    expect(Object.keys(manifest.stacks).sort()).toEqual(SAMPLES.map(([name]) => name).sort());
    expect(Object.values(manifest.stacks).flatMap(({ dependencies }) => dependencies)).toEqual([]);
  });
});

test("a stack that depends on another is refused", () => {
  const app = testApp();
  const hub = baseStack(app, "hub");
  const acme = baseStack(app, "acme");

  expect(() => acme.addDependency(hub)).toThrow('stack "acme" cannot depend on stack "hub"');
});

test("a provider is required once, however often it is asked for", () => {
  const stack = loneStack();

  stack.requireProvider("azapi");
  stack.requireProvider("azapi");

  expect(rendered(stack).terraform.required_providers).toEqual({ azapi: PROVIDERS.azapi });
});

test("the backend that the stack was given is the one that CDKTF is told about", () => {
  const stack = loneStack();

  expect(stack.ensureBackendExists()).toBe(stack.node.findChild("backend"));
});

/** Type and name of the resources whose class has tags that can be set to a map. */
function taggableResources({ build }: StackPlan): [type: string, id: string][] {
  return build(testApp())
    .node.findAll()
    .filter((node) => TerraformResource.isTerraformResource(node))
    .filter((resource) => "tags" in resource && !Array.isArray(resource.tags))
    .map((resource) => [resource.terraformResourceType, resource.friendlyUniqueId]);
}

function plannedTags(stack: string): Record<string, string> {
  const { hub, workspace } = azureOf(blueprint);
  const found = [hub, ...(workspace === undefined ? [] : [workspace]), ...blueprint.tenants].find(
    (one) => one.stack === stack,
  );
  const { tags = {} } = found ?? {};
  expect(Object.keys(tags)).toEqual(
    expect.arrayContaining(["platform", "instance", ...(stack.startsWith("tenant-") ? ["tenant", "owner"] : [])]),
  );
  return tags;
}
