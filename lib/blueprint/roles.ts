/**
 * Built-in roles of Azure that are assigned here, by name: their ids.
 * Source: Learn, "Azure built-in roles".
 */
export const BUILT_IN_ROLES = {
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
} as const satisfies Record<string, string>;

/** A built-in role that is assigned here. */
export type BuiltInRole = keyof typeof BUILT_IN_ROLES;

/** A resource of a workspace that roles are assigned on. */
export type WorkspaceResource = "workspace" | "storage" | "keyVault" | "registry" | "insights" | "openAi";

/** A right of one kind of principal on one resource, and why it needs it. */
export interface Grant {
  /** The role. */
  readonly role: BuiltInRole;
  /** The resource it is assigned on: never a resource group or a subscription. */
  readonly on: WorkspaceResource;
  /** What the principal does with it. */
  readonly why: string;
}

/** Who approves the private endpoints of a managed network: on each target, never on a resource group. */
export const CONNECTION_APPROVER = "Azure AI Enterprise Network Connection Approver" satisfies BuiltInRole;

/**
 * The documented minimum of a workspace with a user-assigned identity, which gets nothing by itself
 * (Learn, "Set up service authentication"; approver: Learn, "Workspace managed virtual network isolation").
 * All but the last must be there before the workspace is made.
 */
export const WORKSPACE_IDENTITY_GRANTS: readonly Grant[] = [
  {
    role: CONNECTION_APPROVER,
    on: "storage",
    why: "approves the managed network's private endpoint to the storage account",
  },
  {
    role: CONNECTION_APPROVER,
    on: "keyVault",
    why: "approves the managed network's private endpoint to the key vault",
  },
  { role: CONNECTION_APPROVER, on: "registry", why: "approves the managed network's private endpoint to the registry" },
  { role: "Contributor", on: "storage", why: "makes the workspace's containers and file shares" },
  { role: "Storage Blob Data Contributor", on: "storage", why: "reads and writes the default datastore without keys" },
  {
    role: "Storage File Data Privileged Contributor",
    on: "storage",
    why: "reads and writes notebooks' files without keys",
  },
  { role: "Key Vault Contributor", on: "keyVault", why: "manages the workspace's vault" },
  { role: "Key Vault Administrator", on: "keyVault", why: "keeps the secrets of the workspace's connections" },
  { role: "Contributor", on: "registry", why: "pushes and pulls environment images" },
  { role: "Contributor", on: "insights", why: "connects the workspace to Application Insights" },
  { role: "Contributor", on: "workspace", why: "manages compute and endpoints of its own workspace" },
];

/** Whoever runs terraform must be able to approve the same private endpoints as the workspace's identity. */
export const DEPLOYER_GRANTS: readonly Grant[] = WORKSPACE_IDENTITY_GRANTS.filter(
  ({ role }) => role === CONNECTION_APPROVER,
);

/** What a data scientist of a dedicated tenant gets on the tenant's own workspace, and on nothing else. */
export const DATA_SCIENTIST_GRANTS: readonly Grant[] = [
  { role: "AzureML Data Scientist", on: "workspace", why: "works in the workspace" },
  { role: "Storage Blob Data Contributor", on: "storage", why: "reads and writes data without keys" },
  { role: "Storage File Data Privileged Contributor", on: "storage", why: "reads and writes notebooks without keys" },
];

/**
 * What an endpoint's identity needs before a deployment starts; a user-assigned identity gets nothing by itself
 * (Learn, "Authentication and authorization for online endpoints").
 */
export const ENDPOINT_IDENTITY_GRANTS: readonly Grant[] = [
  { role: "AcrPull", on: "registry", why: "pulls the deployment's image" },
  { role: "Storage Blob Data Reader", on: "storage", why: "reads the model and the code" },
  { role: "AzureML Metrics Writer", on: "workspace", why: "writes the deployment's metrics" },
];

/** What the identity of the image-build cluster needs. The tenant's own code never runs with it, so it alone pushes. */
export const IMAGE_BUILD_GRANTS: readonly Grant[] = [
  { role: "AcrPush", on: "registry", why: "pulls base images that are there and pushes what it built" },
  { role: "Storage Blob Data Reader", on: "storage", why: "reads the build context" },
];

/** What jobs and compute instances of a dedicated tenant need, on the tenant's own resources. */
export const COMPUTE_IDENTITY_GRANTS: readonly Grant[] = [
  { role: "AcrPull", on: "registry", why: "pulls the job's image" },
  { role: "Storage Blob Data Contributor", on: "storage", why: "reads data and code, writes outputs and models" },
  { role: "Storage File Data Privileged Contributor", on: "storage", why: "reads and writes notebooks without keys" },
];

/**
 * What each kind of principal needs on a workspace's Azure OpenAI account, beside what it has elsewhere. Nobody gets the
 * right to change the account or its models.
 */
export const OPENAI_GRANTS = {
  workspaceIdentity: [
    { role: CONNECTION_APPROVER, on: "openAi", why: "approves the managed network's private endpoint to the account" },
  ],
  deployer: [
    { role: CONNECTION_APPROVER, on: "openAi", why: "starts what makes that private endpoint, so must approve it too" },
  ],
  endpointIdentity: [
    { role: "Cognitive Services OpenAI User", on: "openAi", why: "calls the models from a deployment's scoring code" },
  ],
  dataScientist: [
    { role: "Cognitive Services OpenAI User", on: "openAi", why: "calls the models from notebooks and jobs" },
  ],
} as const satisfies Record<string, readonly Grant[]>;

/** The custom role that may call an online endpoint and do nothing else. It lives in the hub stack. */
export const SCORER_ROLE = {
  name: "AML Endpoint Scorer",
  description: "Calls an online endpoint with an Entra token, and nothing else. Assigned at the endpoint's own id.",
  // Not onlineEndpoints/*/action, as in Microsoft's sample: that includes listKeys, regenerateKeys and token.
  actions: ["Microsoft.MachineLearningServices/workspaces/onlineEndpoints/score/action"],
} as const;
