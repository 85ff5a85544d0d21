import { CUSTOM_ROLES } from "../../lib/blueprint/custom-roles";
import { FLOW_LOG_GRANTS } from "../../lib/blueprint/flow-logs";
import { JUMP_HOST_ADMIN_GRANTS, JUMP_HOST_USER_GRANTS } from "../../lib/blueprint/jump-host";
import {
  BUILT_IN_ROLES,
  CONNECTION_APPROVER,
  DATA_COLLECTION_GRANTS,
  DATA_SCIENTIST_GRANTS,
  DEPLOYER_GRANTS,
  ENDPOINT_IDENTITY_GRANTS,
  type Grant,
  COMPUTE_IDENTITY_GRANTS,
  GRANTED_RESOURCES,
  IMAGE_BUILD_GRANTS,
  OPENAI_GRANTS,
  RIGHTS,
  WORKSPACE_IDENTITY_GRANTS,
} from "../../lib/blueprint/roles";
import { blueprintOf, platform, sharedTenant, tenant, TENANT_SUBSCRIPTION, WHOLE_HUB } from "../support/files";
import { synthesizedAssignments } from "./synthesized-usage";

const GRANTS = Object.values(RIGHTS).map(({ principal, grants }): [string, readonly Grant[]] => [principal, grants]);

describe("the table of built-in roles", () => {
  /** Learn, "Azure built-in roles". */
  test("has the ids that Learn names", () => {
    expect(BUILT_IN_ROLES).toEqual({
      AcrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
      AcrPush: "8311e382-0749-4cb8-b61a-304f252e45ec",
      "Azure AI Enterprise Network Connection Approver": "b556d68e-0be0-4f35-a333-ad7ee1ce17ea",
      "AzureML Data Scientist": "f6c7c914-8db3-469d-8ca1-694a8f32e121",
      "AzureML Metrics Writer": "635dd51f-9968-44d3-b7fb-6d9a6bd613ae",
      "Cognitive Services OpenAI User": "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd",
      Contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
      "Key Vault Administrator": "00482a5a-887f-4fb3-b363-3b7fe8e74483",
      "Key Vault Contributor": "f25e0fa2-a7c8-4377-a976-54943a77a395",
      Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
      "Storage Blob Data Contributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
      "Storage Blob Data Reader": "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
      "Storage File Data Privileged Contributor": "69566ab7-960f-475b-8e7c-b3118f30c6bd",
      "Virtual Machine Administrator Login": "1c0163c0-47e6-4577-8991-ea5c82e286e4",
      "Virtual Machine User Login": "fb879df8-f326-4884-b1cf-06f3ad86be52",
    });
  });

  test("has GUIDs only", () => {
    const form = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

    expect(Object.values(BUILT_IN_ROLES).filter((id) => !form.test(id))).toEqual([]);
  });

  test("has no id twice", () => {
    const ids = Object.values(BUILT_IN_ROLES);

    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has no role that may give away roles", () => {
    expect(Object.keys(BUILT_IN_ROLES).filter((name) => /Owner|User Access|Role Based/.test(name))).toEqual([]);
  });
});

describe.each(GRANTS)("the grants of %s", (_, grants) => {
  test("are of roles in the tables", () => {
    const roles = [...Object.keys(BUILT_IN_ROLES), ...Object.keys(CUSTOM_ROLES)];

    expect(grants.filter(({ role }) => !roles.includes(role))).toEqual([]);
  });

  test("are on one resource each, never on a group or a subscription", () => {
    expect(grants.filter(({ on }) => !Object.keys(GRANTED_RESOURCES).includes(on))).toEqual([]);
  });

  test("have a reason", () => {
    expect(grants.filter(({ why }) => !/\w+ \w+/.test(why))).toEqual([]);
  });

  test("give no role twice on one resource, which Azure would refuse", () => {
    const pairs = grants.map(({ role, on }) => `${role} on ${on}`);

    expect(new Set(pairs).size).toBe(pairs.length);
  });
});

describe("who gets what", () => {
  test("only the workspace's identity is Contributor", () => {
    const contributors = GRANTS.filter(([, grants]) => grants.some(({ role }) => role === "Contributor"));

    expect(contributors.map(([principal]) => principal)).toEqual([RIGHTS.workspaceIdentity.principal]);
  });

  test("only what builds images may push them: code of tenants cannot change what others run", () => {
    const pushing = GRANTS.filter(([, grants]) => grants.some(({ role }) => role === "AcrPush"));

    expect(pushing.map(([principal]) => principal)).toEqual([RIGHTS.imageBuild.principal]);
  });

  test("what builds images can push them and read the build context, and nothing else", () => {
    expect(IMAGE_BUILD_GRANTS.map(({ role, on }) => `${role} on ${on}`)).toEqual([
      "AcrPush on registry",
      "Storage Blob Data Reader on storage",
    ]);
  });

  test("a tenant's compute can pull images and work with data, and nothing else", () => {
    expect(COMPUTE_IDENTITY_GRANTS.map(({ role, on }) => `${role} on ${on}`)).toEqual([
      "AcrPull on registry",
      "Storage Blob Data Contributor on storage",
      "Storage File Data Privileged Contributor on storage",
    ]);
  });

  test("a data scientist works in the tenant's own workspace and with its data, and nothing else", () => {
    expect(DATA_SCIENTIST_GRANTS.map(({ role, on }) => `${role} on ${on}`)).toEqual([
      "AzureML Data Scientist on workspace",
      "Storage Blob Data Contributor on storage",
      "Storage File Data Privileged Contributor on storage",
    ]);
  });

  test("on Azure OpenAI, some approve private endpoints and others call models; nobody changes the account", () => {
    expect(Object.entries(OPENAI_GRANTS).map(([who, grants]) => [who, ...grants.map(({ role }) => role)])).toEqual([
      ["workspaceIdentity", CONNECTION_APPROVER],
      ["deployer", CONNECTION_APPROVER],
      ["endpointIdentity", "Cognitive Services OpenAI User"],
      ["dataScientist", "Cognitive Services OpenAI User"],
    ]);
  });

  /** Learn, "Set up service authentication", and "Workspace managed virtual network isolation" for the approver. */
  test("the workspace's identity gets the documented minimum", () => {
    expect(WORKSPACE_IDENTITY_GRANTS.map(({ role, on }) => `${role} on ${on}`).sort()).toEqual([
      "Azure AI Enterprise Network Connection Approver on keyVault",
      "Azure AI Enterprise Network Connection Approver on registry",
      "Azure AI Enterprise Network Connection Approver on storage",
      "Contributor on insights",
      "Contributor on registry",
      "Contributor on storage",
      "Contributor on workspace",
      "Key Vault Administrator on keyVault",
      "Key Vault Contributor on keyVault",
      "Storage Blob Data Contributor on storage",
      "Storage File Data Privileged Contributor on storage",
    ]);
  });

  test("deployers approve the same private endpoints as the workspace's identity, and do nothing else", () => {
    expect(DEPLOYER_GRANTS.map(({ role, on }) => `${role} on ${on}`)).toEqual(
      ["storage", "keyVault", "registry"].map((on) => `${CONNECTION_APPROVER} on ${on}`),
    );
  });

  test("an endpoint's identity can read and write metrics, and nothing else", () => {
    expect(ENDPOINT_IDENTITY_GRANTS.map(({ role, on }) => `${role} on ${on}`)).toEqual([
      "AcrPull on registry",
      "Storage Blob Data Reader on storage",
      "AzureML Metrics Writer on workspace",
    ]);
  });
});

describe("who gets what in the hub", () => {
  const CONNECT = ["Reader on machine", "Reader on networkInterface", "Reader on bastion"];
  const pairs = (grants: readonly Grant[]) => grants.map(({ role, on }) => `${role} on ${on}`);

  /** Learn, "Create an SSH connection to a Linux VM using Azure Bastion". */
  test("administrators and users of the jump host sign in to it, and see what Bastion shows them", () => {
    expect(pairs(JUMP_HOST_ADMIN_GRANTS)).toEqual(["Virtual Machine Administrator Login on machine", ...CONNECT]);
    expect(pairs(JUMP_HOST_USER_GRANTS)).toEqual(["Virtual Machine User Login on machine", ...CONNECT]);
  });

  /** Learn, "Managed identity for virtual network flow logs". */
  test("the flow logs' identity writes to their storage account, and does nothing else", () => {
    expect(pairs(FLOW_LOG_GRANTS)).toEqual(["Storage Blob Data Contributor on flowLogStorage"]);
  });
});

test("an endpoint's identity that collects data can write blobs beside that", () => {
  expect(DATA_COLLECTION_GRANTS.map(({ role, on }) => `${role} on ${on}`)).toEqual([
    "Storage Blob Data Contributor on storage",
  ]);
});

describe("the assignments that are synthesized", () => {
  const people = () => [{ group: "50000000-0000-4000-8000-000000000005" }];
  const vault = `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/data/providers/Microsoft.KeyVault/vaults/kv`;
  const assignments = synthesizedAssignments(
    blueprintOf(platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION], hub: WHOLE_HUB } }), [
      tenant("acme", {
        azure: {
          access: { dataScientists: people(), readers: people(), scorers: people() },
          endpoints: [{ name: "churn" }],
          outbound: [{ name: "vault", privateEndpoint: { resourceId: vault, subresource: "vault" } }],
        },
      }),
      tenant("initech", {
        azure: {
          subscriptionId: TENANT_SUBSCRIPTION,
          network: { addressSpace: "10.20.9.0/24" },
          access: { deployers: people(), readers: people(), scorers: people() },
          endpoints: [{ name: "churn" }],
        },
      }),
      sharedTenant("globex", {
        azure: { access: { readers: people(), scorers: people() }, endpoints: [{ name: "fraud" }] },
      }),
    ]),
  );

  test("are on single resources, never on a resource group or a subscription", () => {
    const wide = assignments.filter(
      ({ scope }) =>
        !/\/providers\/./.test(scope) && (!scope.startsWith("${") || scope.startsWith("${azurerm_resource_group")),
    );

    expect(assignments.length).toBeGreaterThan(0);
    expect(wide).toEqual([]);
  });

  test("name their role by an id of the subscription that they are in: every other form is replaced on every plan", () => {
    const foreign = assignments.filter(
      ({ subscription, role }) =>
        !role.startsWith(`/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/`),
    );

    expect(foreign).toEqual([]);
  });
});
