import { Cloud, type Thing } from "../../../../e2e/azure/stand-in/cloud";
import { type Operation, refusalOf } from "../../../../e2e/azure/stand-in/refusals";
import { dynamic, type Values } from "../../../../e2e/azure/stand-in/values";

const SUBSCRIPTION = "/subscriptions/20000000-0000-4000-8000-000000000002";
const GROUP = `${SUBSCRIPTION}/resourceGroups/ours`;
const VNET = `${GROUP}/providers/Microsoft.Network/virtualNetworks/v`;
const SUBNET = `${VNET}/subnets/s`;
const CUSTOM_ROLE = "70000000-0000-4000-8000-000000000007";
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

const thing = (type: string, arm: string, values: Values = {}): Thing => ({ type, id: arm, arm, values });
const vnet = thing("azurerm_virtual_network", VNET);
const subnet = thing("azurerm_subnet", SUBNET);
const cloudOf = (...things: Thing[]) => {
  const cloud = new Cloud();
  cloud.own(["ours"]);
  for (const each of things) cloud.put(each);
  return cloud;
};
const refused = (operation: Operation, what: Thing, ...there: Thing[]) => refusalOf(operation, what, cloudOf(...there));

describe("creating something", () => {
  const endpoint = (subnetId: string) => thing("azurerm_private_endpoint", `${GROUP}/e`, { subnet_id: subnetId });

  test("is refused when its id is there already, however it is written.", () => {
    expect(refused("create", thing("x", VNET.toUpperCase()), vnet)).toMatch(/already exists$/);
    expect(refused("create", vnet)).toBeUndefined();
  });

  test("is refused when what it refers to in a group of the stacks is not there.", () => {
    expect(refused("create", endpoint(SUBNET))).toBe(`${SUBNET} does not exist`);
    expect(refused("create", endpoint(SUBNET), subnet)).toBeUndefined();
  });

  test("takes what is in somebody else's group to be there.", () => {
    expect(refused("create", endpoint(SUBNET.replace("ours", "theirs")))).toBeUndefined();
  });

  test("takes what Azure makes along with a resource to be there when the resource is.", () => {
    const account = `${GROUP}/providers/Microsoft.Storage/storageAccounts/a`;
    const setting = thing("x", `${GROUP}/d`, { target_resource_id: `${account}/blobServices/default` });

    expect(refused("create", setting)).toMatch(/does not exist$/);
    expect(refused("create", setting, thing("azurerm_storage_account", account))).toBeUndefined();
  });
});

describe("an assignment of a role", () => {
  const assignment = (role: string, subscription = SUBSCRIPTION) =>
    thing("azurerm_role_assignment", `${GROUP}/a`, {
      role_definition_id: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    });
  const definition = thing("azurerm_role_definition", `${SUBSCRIPTION}/d`, {
    role_definition_id: CUSTOM_ROLE,
    assignable_scopes: [SUBSCRIPTION],
  });

  test("is refused when nobody defines the role.", () => {
    expect(refused("create", assignment(CUSTOM_ROLE))).toMatch(/does not exist$/);
    expect(refused("create", assignment(CUSTOM_ROLE), definition)).toBeUndefined();
  });

  test("is refused where the role may not be assigned.", () => {
    expect(refused("create", assignment(CUSTOM_ROLE, "/subscriptions/other"), definition)).toMatch(/does not exist$/);
  });

  test("of a role of Azure's own needs no definition.", () => {
    expect(refused("create", assignment(READER))).toBeUndefined();
  });
});

describe("deleting something", () => {
  const lock = thing("azurerm_management_lock", `${VNET}/providers/Microsoft.Authorization/locks/l`, { scope: VNET });
  const group = thing("azurerm_resource_group", GROUP);

  test("is refused when a lock stands on it, or on something above it.", () => {
    expect(refused("delete", subnet, vnet, subnet, lock)).toBe(`${SUBNET} is locked by ${lock.id}`);
    expect(refused("delete", subnet, vnet, subnet)).toBeUndefined();
  });

  test("is not refused when the lock stands on something whose name begins alike.", () => {
    expect(refused("delete", thing("x", `${VNET}2`), lock)).toBeUndefined();
  });

  test("is not refused for the lock itself.", () => {
    expect(refused("delete", lock, vnet, lock)).toBeUndefined();
  });

  test("is refused when something is in it.", () => {
    expect(refused("delete", group, group, vnet)).toBe(`${GROUP} still has ${VNET}`);
    expect(refused("delete", group, group)).toBeUndefined();
  });

  test("is refused when something uses it.", () => {
    const endpoint = thing("azurerm_private_endpoint", `${GROUP}/e`, { subnet_id: SUBNET });

    expect(refused("delete", subnet, subnet, endpoint)).toMatch(/is in use by azurerm_private_endpoint/);
    expect(refused("delete", endpoint, subnet, endpoint)).toBeUndefined();
  });
});

describe("an action at the end", () => {
  const action = (values: Values = {}): Thing => ({
    type: "azapi_resource_action",
    id: `${SUBNET}/act`,
    values: { resource_id: SUBNET, when: "destroy", ...values },
  });

  test("is refused when what it acts on is gone.", () => {
    expect(refused("delete", action())).toBe(`${SUBNET} does not exist`);
    expect(refused("delete", action(), subnet)).toBeUndefined();
  });

  test("is not refused when that is all right, or when it acts at the beginning.", () => {
    expect(refused("delete", action({ ignore_not_found: true }))).toBeUndefined();
    expect(refused("delete", action({ when: "apply" }))).toBeUndefined();
  });
});

describe("deleting a deployment", () => {
  const ENDPOINT = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/w/onlineEndpoints/churn`;
  const blue = thing("azapi_resource", `${ENDPOINT}/deployments/blue`);
  const request = (type: string, traffic: Values, values: Values = {}): Thing => ({
    type,
    id: ENDPOINT,
    values: { resource_id: ENDPOINT, body: dynamic({ properties: { traffic } }), ...values },
  });
  const traffic = request("azapi_update_resource", { blue: 90, green: 10 });
  const drain = request("azapi_resource_action", {}, { when: "destroy" });

  test("is refused while the endpoint sends requests to it.", () => {
    expect(refused("delete", blue, blue, traffic)).toMatch(/deployments\/blue still gets 90 % of the traffic$/);
  });

  test("is not refused when the traffic goes elsewhere.", () => {
    const moved = request("azapi_update_resource", { blue: 0, green: 100 });

    expect(refused("delete", blue, blue, traffic, moved)).toBeUndefined();
  });

  test("is refused when it is only left out of the traffic: Azure keeps its share then.", () => {
    expect(refused("delete", blue, blue, traffic, request("azapi_update_resource", { green: 10 }))).toMatch(/90 %/);
  });

  test("is not refused after what ends all traffic was removed, which is when it acts.", () => {
    const cloud = cloudOf(blue, traffic, drain);
    const before = refusalOf("delete", blue, cloud);
    cloud.remove(drain);

    expect(before).toBeDefined();
    expect(refusalOf("delete", blue, cloud)).toBeUndefined();
  });
});
