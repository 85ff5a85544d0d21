import { blockOf, Bindings } from "../../../../e2e/azure/stand-in/bindings";
import type { Attribute, Block } from "../../../../e2e/azure/stand-in/schema";

const azurerm = new Bindings("azurerm");
const azuread = new Bindings("azuread");

const blockOfType = (bindings: Bindings, type: string): Block => {
  const block = bindings.resource(type);
  if (block === undefined) throw new Error(`no ${type}`);
  return block;
};
const attribute = (block: Block, name: string): Attribute | undefined =>
  block.attributes.find((each) => each.name === name);
const nested = (block: Block, name: string) => block.blocks.find((each) => each.name === name);

describe("an argument", () => {
  const subnet = blockOfType(azurerm, "azurerm_subnet");
  const registry = blockOfType(azurerm, "azurerm_container_registry");

  test("that has to be given is required.", () => {
    expect(attribute(subnet, "virtual_network_name")).toEqual({
      name: "virtual_network_name",
      type: "string",
      required: true,
      optional: false,
      computed: false,
    });
  });

  test("that Azure decides if nobody else does is optional and computed.", () => {
    expect(attribute(subnet, "id")).toMatchObject({ required: false, optional: true, computed: true });
  });

  test("that can only be read is computed.", () => {
    expect(attribute(registry, "login_server")).toMatchObject({ type: "string", optional: false, computed: true });
  });

  test.each([
    { type: "azurerm_subnet", name: "address_prefixes", expected: ["list", "string"] },
    { type: "azurerm_virtual_network", name: "address_space", expected: ["set", "string"] },
    { type: "azurerm_subnet", name: "default_outbound_access_enabled", expected: "bool" },
    { type: "azurerm_key_vault", name: "soft_delete_retention_days", expected: "number" },
    { type: "azurerm_key_vault", name: "tags", expected: ["map", "string"] },
    { type: "azurerm_container_registry", name: "data_endpoint_host_names", expected: ["set", "string"] },
  ])("$name of $type has its type.", ({ type, name, expected }) => {
    expect(attribute(blockOfType(azurerm, type), name)?.type).toEqual(expected);
  });

  test("that only looks like a block is a list of objects, of which every key has to be there.", () => {
    const ipRule = ["object", { action: "string", ip_range: "string" }];

    expect(nested(registry, "network_rule_set")).toBeUndefined();
    expect(attribute(registry, "network_rule_set")?.type).toEqual([
      "list",
      ["object", { default_action: "string", ip_rule: ["set", ipRule] }],
    ]);
  });

  test("that can only be read, and is a map, is one.", () => {
    const application = blockOfType(azuread, "azuread_application");

    expect(attribute(application, "app_role_ids")?.type).toEqual(["map", "string"]);
  });
});

describe("a block", () => {
  const endpoint = blockOfType(azurerm, "azurerm_private_endpoint");

  test("that there has to be, and one of, says so.", () => {
    expect(nested(endpoint, "private_service_connection")).toMatchObject({ nesting: "LIST", min: 1, max: 1 });
  });

  test("that there may be any number of says so.", () => {
    expect(nested(endpoint, "ip_configuration")).toMatchObject({ nesting: "LIST", min: 0, max: 0 });
  });

  test("of which the order does not count is a set.", () => {
    expect(nested(blockOfType(azuread, "azuread_application"), "app_role")?.nesting).toBe("SET");
  });

  test("of timeouts is one object.", () => {
    expect(nested(endpoint, "timeouts")).toMatchObject({ nesting: "SINGLE", min: 0, max: 0 });
  });

  test("has the schema of what is in it.", () => {
    const identity = nested(blockOfType(azurerm, "azurerm_container_registry"), "identity")?.block;

    expect(identity?.attributes.map(({ name }) => name).sort()).toEqual([
      "identity_ids",
      "principal_id",
      "tenant_id",
      "type",
    ]);
  });
});

describe("the settings of a provider", () => {
  const settings = azurerm.provider();

  test("have the features of azurerm, of which the classes say less.", () => {
    expect(nested(settings, "features")).toMatchObject({ nesting: "LIST", min: 0 });
    expect(nested(nested(settings, "features")?.block ?? settings, "key_vault")?.block.attributes).toContainEqual({
      name: "recover_soft_deleted_key_vaults",
      type: "bool",
      required: false,
      optional: true,
      computed: false,
    });
  });

  test("have no alias, which is Terraform's.", () => {
    expect(attribute(settings, "alias")).toBeUndefined();
  });
});

test("A type that the bindings do not have has no schema.", () => {
  expect(azurerm.resource("azurerm_subnets")).toBeUndefined();
});

test("A source without a class is an error, not an empty schema.", () => {
  expect(() => blockOf("export class A extends B {}", "TerraformResource")).toThrow(
    "no class extends TerraformResource",
  );
});
