import { replaces } from "../../../../e2e/azure/stand-in/replacement";
import { dynamic } from "../../../../e2e/azure/stand-in/values";

test.each([
  { what: "what the id is made of", type: "azurerm_subnet", name: "virtual_network_name", expected: true },
  { what: "what the table names", type: "azurerm_public_ip", name: "zones", expected: true },
  {
    what: "anything, where nothing can be changed",
    type: "azurerm_role_assignment",
    name: "condition",
    expected: true,
  },
  { what: "what can be changed", type: "azurerm_subnet", name: "address_prefixes", expected: false },
])("A resource is replaced, or not, by $what.", ({ type, name, expected }) => {
  expect(replaces(type, name, "a", "b")).toBe(expected);
});

test("A block replaces a resource only by the arguments in it that do.", () => {
  const model = (name: string, version: string) => [{ format: "OpenAI", name, version }];
  const change = (name: string, version: string) =>
    replaces("azurerm_cognitive_deployment", "model", model("gpt", "1"), model(name, version));

  expect(change("gpt", "2")).toBe(false);
  expect(change("embeddings", "1")).toBe(true);
});

test("A value of any type replaces a resource when it differs.", () => {
  const change = (after: string) =>
    replaces("azapi_resource", "replace_triggers_external_values", dynamic(["a"]), dynamic([after]));

  expect(change("a")).toBe(false);
  expect(change("b")).toBe(true);
});
