import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mirrorConfig, mirrored, providerSource } from "../../../e2e/support/provider-source";
import { temporaryFolder } from "../../support/files";

describe("providers come from", () => {
  test("where the configuration of terraform says, if there is one.", () => {
    const file = join(temporaryFolder(), "terraformrc");
    writeFileSync(file, "");

    expect(providerSource({ TF_CLI_CONFIG_FILE: file, TF_PLUGIN_MIRROR: "/mirror" })).toEqual({ kind: "config", file });
  });

  test("the mirror that is named, also beside the name of a configuration that does not exist.", () => {
    expect(providerSource({ TF_CLI_CONFIG_FILE: "/no/such/file", TF_PLUGIN_MIRROR: "/mirror" })).toEqual({
      kind: "mirror",
      folder: "/mirror",
    });
  });

  test("the registry, if nothing is said.", () => {
    expect(providerSource({ TF_PLUGIN_MIRROR: "" })).toEqual({ kind: "registry" });
  });
});

test("The registry is not asked for what the mirror holds.", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "registry.terraform.io/hashicorp/aws"), { recursive: true });

  expect(mirrored(folder)).toEqual(["hashicorp/aws"]);
  expect(mirrorConfig(folder, mirrored(folder))).toContain('exclude = ["registry.terraform.io/hashicorp/aws"]');
});

test("A folder that does not exist mirrors nothing.", () => {
  expect(mirrored("/no/such/folder")).toEqual([]);
});
