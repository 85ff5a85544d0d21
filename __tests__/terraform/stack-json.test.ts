import childProcess from "node:child_process";
import { join } from "node:path";
import { stackPlans } from "../../lib/app";
import type { StateBackend } from "../../lib/blueprint/backend";
import { TerraformOutput } from "../../lib/terraform/cdktf";
import { stackJson } from "../../lib/terraform/stack-json";
import type { StackPlan } from "../../lib/terraform/synthesize";
import { sampleBlueprint, temporaryFolder } from "../support/files";
import { filesIn } from "./folder";
import { fillHostile } from "./hostile-stack";
import { loneStack, plan, synthesizeAll } from "./plans";
import { synthesizeStock } from "./stock";
import { Thing, ThingData } from "./thing";

/** Every file of a synthesis by this project and of one by CDKTF alone. */
function bothWays(plans: readonly StackPlan[]): { ours: Record<string, string>; stock: Record<string, string> } {
  const folder = temporaryFolder();
  synthesizeAll(join(folder, "ours"), ...plans);
  synthesizeStock(join(folder, "stock"), plans);
  return { ours: filesIn(join(folder, "ours")), stock: filesIn(join(folder, "stock")) };
}

// Moved and imported resources make CDKTF ask the terraform binary for its version.
beforeEach(() => jest.spyOn(childProcess, "execSync").mockReturnValue("Terraform v1.10.0"));
afterEach(() => {
  jest.restoreAllMocks();
});

describe("the sample stacks", () => {
  let files: ReturnType<typeof bothWays>;
  beforeAll(() => {
    files = bothWays(stackPlans(sampleBlueprint()));
  });

  test("are the files that CDKTF would write, and no others", () => {
    expect(Object.keys(files.ours)).toEqual(Object.keys(files.stock));
    expect(Object.keys(files.ours)).toContain("stacks/hub/cdk.tf.json");
  });

  test.each(["manifest.json", ...stackPlans(sampleBlueprint()).map(({ name }) => `stacks/${name}/cdk.tf.json`)])(
    "have the bytes that CDKTF would write in %s",
    (file) => {
      expect(files.ours[file]).toBe(files.stock[file]);
    },
  );
});

const BACKENDS: StateBackend[] = [
  { kind: "local", path: "../../../.state/ü.tfstate" },
  {
    kind: "azurerm",
    subscriptionId: "s",
    tenantId: "t",
    resourceGroup: "rg",
    storageAccount: "account",
    container: "c",
    key: "terraform.tfstate",
  },
  { kind: "s3", bucket: "b", key: "a/b", region: "eu-central-1", kmsKeyId: "alias/ü" },
  { kind: "cloud", organization: "acme", hostname: "tfe.acme.example", workspace: "w" },
];

test.each(BACKENDS)(
  "a stack of hostile values with its state in $kind has the bytes that CDKTF would write",
  (backend) => {
    const { ours, stock } = bothWays([plan("hostile", fillHostile, backend)]);

    expect(ours["stacks/hostile/cdk.tf.json"]).toBe(stock["stacks/hostile/cdk.tf.json"]);
    expect(ours).toEqual(stock);
  },
);

test("an empty stack has the bytes that CDKTF would write", () => {
  const { ours, stock } = bothWays([plan("empty", () => undefined)]);

  expect(ours).toEqual(stock);
});

test("resources are counted, and data sources, outputs and providers are not", () => {
  const stack = loneStack();
  new Thing(stack, "one");
  new Thing(stack, "two");
  new ThingData(stack, "data");
  new TerraformOutput(stack, "output", { value: 1 });

  expect(stackJson(stack).resources).toBe(2);
});
