import fc from "fast-check";
import { type StateBackend, stateBackend } from "../../lib/blueprint/backend";
import { type Content, DEPLOYER, ENTRA_TENANT } from "../support/files";
import { instances, prefixes, tenantIds } from "./arbitraries";
import { platformConfig } from "./configs";

const azurerm = {
  subscriptionId: DEPLOYER,
  tenantId: ENTRA_TENANT,
  resourceGroup: "state",
  storageAccount: "ststate",
};
const BACKENDS = {
  local: { local: {} },
  azurerm: { azurerm },
  s3: { s3: { bucket: "state-of-mlp", region: "eu-central-1" } },
  cloud: { cloud: { organization: "acme" } },
} as const satisfies Record<StateBackend["kind"], Content>;
const KINDS = Object.keys(BACKENDS) as StateBackend["kind"][];
const PLATFORM_STACKS = ["hub", "ml-workspace", "aws-foundation"];

function backendOf(backend: Content, stack = "tenant-acme"): StateBackend {
  return stateBackend(platformConfig({ backend }), stack);
}

function containerOf(backend: StateBackend): string {
  return backend.kind === "azurerm" ? backend.container : "";
}

describe("a local backend", () => {
  test("keeps a file beside the output folder, three folders above the stack's", () => {
    expect(backendOf({ local: {} })).toEqual({ kind: "local", path: "../../../.state/mlp-dev-tenant-acme.tfstate" });
  });

  test("keeps it in the folder that the platform's file names", () => {
    expect(backendOf({ local: { path: "state/of/mine" } }, "hub")).toEqual({
      kind: "local",
      path: "../../../state/of/mine/mlp-dev-hub.tfstate",
    });
  });
});

describe("an azurerm backend", () => {
  test("gives each stack a container of its own, for Azure gives access per container", () => {
    expect(backendOf({ azurerm })).toEqual({
      kind: "azurerm",
      ...azurerm,
      container: "mlp-dev-tenant-acme",
      key: "terraform.tfstate",
    });
  });

  /** Learn, "Naming and Referencing Containers, Blobs, and Metadata". */
  test("has container names that Azure accepts, whatever the files say", () => {
    fc.assert(
      fc.property(prefixes, instances, tenantIds, (prefix, instance, id) => {
        const stacks = [...PLATFORM_STACKS, `tenant-${id}`];
        const config = platformConfig({ prefix, instance, backend: { azurerm } });
        const containers = stacks.map((stack) => containerOf(stateBackend(config, stack)));

        expect(containers.filter((container) => !/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(container))).toEqual([]);
      }),
    );
  });

  test("has room for the longest names", () => {
    const longest = platformConfig({ prefix: "abcdefgh", instance: "abcdefgh", backend: { azurerm } });

    expect(stateBackend(longest, "tenant-abcdefghijklmnop")).toMatchObject({
      container: "abcdefgh-abcdefgh-tenant-abcdefghijklmnop",
    });
  });
});

describe("an s3 backend", () => {
  test("gives each stack a prefix of its own", () => {
    expect(backendOf(BACKENDS.s3)).toEqual({
      kind: "s3",
      bucket: "state-of-mlp",
      region: "eu-central-1",
      key: "mlp/dev/tenant-acme/terraform.tfstate",
    });
  });

  test("passes the key that encrypts the state", () => {
    const kmsKeyId = "arn:aws:kms:eu-central-1:111122223333:key/1234";

    expect(backendOf({ s3: { ...BACKENDS.s3.s3, kmsKeyId } })).toMatchObject({ kmsKeyId });
  });
});

describe("a cloud backend", () => {
  test("gives each stack a workspace of its own", () => {
    expect(backendOf(BACKENDS.cloud)).toEqual({
      kind: "cloud",
      organization: "acme",
      workspace: "mlp-dev-tenant-acme",
    });
  });

  test("passes the host of Terraform Enterprise", () => {
    expect(backendOf({ cloud: { organization: "acme", hostname: "tfe.acme.example" } })).toMatchObject({
      hostname: "tfe.acme.example",
    });
  });
});

describe.each(KINDS)("the places of a %s backend", (kind) => {
  const placesOf = (prefix: string, instance: string, stacks: string[]) =>
    stacks.map((stack) =>
      JSON.stringify(stateBackend(platformConfig({ prefix, instance, backend: BACKENDS[kind] }), stack)),
    );

  test("are all different for the stacks of a platform", () => {
    fc.assert(
      fc.property(prefixes, instances, fc.uniqueArray(tenantIds, { maxLength: 8 }), (prefix, instance, ids) => {
        const stacks = [...PLATFORM_STACKS, ...ids.map((id) => `tenant-${id}`)];

        expect(new Set(placesOf(prefix, instance, stacks)).size).toBe(stacks.length);
      }),
    );
  });

  test("are all different for the instances of a platform, so that one cannot destroy another", () => {
    const places = ["dev", "prod"].flatMap((instance) => placesOf("mlp", instance, ["hub", "tenant-acme"]));

    expect(new Set(places).size).toBe(4);
  });
});
