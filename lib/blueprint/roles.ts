import type { CustomRole } from "./custom-roles";
import { FLOW_LOG_GRANTS } from "./flow-logs";
import { JUMP_HOST_ADMIN_GRANTS, JUMP_HOST_USER_GRANTS } from "./jump-host";

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
  "Virtual Machine Administrator Login": "1c0163c0-47e6-4577-8991-ea5c82e286e4",
  "Virtual Machine User Login": "fb879df8-f326-4884-b1cf-06f3ad86be52",
} as const satisfies Record<string, string>;

/** A built-in role that is assigned here. */
export type BuiltInRole = keyof typeof BUILT_IN_ROLES;

/** A role that is assigned here. */
export type Role = BuiltInRole | CustomRole;

/** A resource of a workspace that roles are assigned on. */
export type WorkspaceResource = "workspace" | "storage" | "keyVault" | "registry" | "insights" | "openAi";

/** What roles are assigned on, in words for people: single resources, never a resource group or a subscription. */
export const GRANTED_RESOURCES = {
  workspace: "the workspace",
  storage: "the workspace's storage account",
  keyVault: "the workspace's key vault",
  registry: "the workspace's registry",
  insights: "the workspace's Application Insights",
  openAi: "the workspace's Azure OpenAI account",
  storageEndpoint: "the private endpoints to blob and file of the workspace's storage account",
  outboundTarget: "the target of a private endpoint rule",
  onlineEndpoint: "an online endpoint",
  flowLogStorage: "the storage account of flow logs",
  machine: "the jump host",
  networkInterface: "the jump host's network interface",
  bastion: "the Bastion host",
} as const satisfies Record<WorkspaceResource, string> & Record<string, string>;

/** A kind of resource that roles are assigned on. */
export type GrantedResource = keyof typeof GRANTED_RESOURCES;

/** A right of one kind of principal on one resource, and why it needs it. */
export interface Grant {
  /** The role. */
  readonly role: Role;
  /** The resource it is assigned on: never a resource group or a subscription. */
  readonly on: GrantedResource;
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

/**
 * What the identity of an endpoint needs beside that when one of its deployments collects data: the collector signs in
 * with it (ARM type `onlineEndpoints/deployments`, `dataCollector.collections.clientId`). No built-in role writes blobs
 * and does less.
 */
export const DATA_COLLECTION_GRANTS: readonly Grant[] = [
  { role: "Storage Blob Data Contributor", on: "storage", why: "writes the collected data to the default datastore" },
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

/** What a workspace's identity needs on the target of each private endpoint rule. */
export const OUTBOUND_TARGET_GRANT: Grant = {
  role: CONNECTION_APPROVER,
  on: "outboundTarget",
  why: "approves the managed network's private endpoint to the target",
};

/**
 * What a workspace's identity needs on the private endpoints of its storage account
 * (Learn, "Secure an Azure Machine Learning workspace with virtual networks").
 */
export const STORAGE_ENDPOINT_GRANT: Grant = {
  role: "Reader",
  on: "storageEndpoint",
  why: "lets the studio read a storage account without public access",
};

/** What a scorer gets on each of the tenant's endpoints. */
export const SCORER_GRANT: Grant = {
  role: "AML Endpoint Scorer",
  on: "onlineEndpoint",
  why: "calls the endpoint",
};

/** What a reader of a shared tenant gets on each of the tenant's endpoints: nothing on the workspace of all. */
export const ENDPOINT_READER_GRANT: Grant = {
  role: "AML Endpoint Reader",
  on: "onlineEndpoint",
  why: "reads the endpoint, its deployments and their logs, in a workspace that other tenants share",
};

/** What a reader of a dedicated tenant gets on the tenant's own workspace, which all of its endpoints inherit. */
export const WORKSPACE_READER_GRANTS: readonly Grant[] = [
  { role: "AML Endpoint Reader", on: "workspace", why: "lists the tenant's endpoints, and reads them and their logs" },
];

/**
 * What whoever deploys models gets on a dedicated tenant's own workspace. Azure checks writes to endpoints and
 * deployments at the workspace (Learn, "Authentication for managed online endpoints"), so that nobody gets this on a
 * workspace that tenants share. AcrPull is not among it: the endpoint's identity pulls the image.
 */
export const MODEL_DEPLOYER_GRANTS: readonly Grant[] = [
  { role: "AML Endpoint Deployer", on: "workspace", why: "registers models, deploys them and moves traffic" },
  { role: "Storage Blob Data Contributor", on: "storage", why: "uploads models and code without keys" },
];

/** A kind of principal, and everything that it may do. */
export interface Right {
  /** Who it is and, for people and pipelines, where a file names it. */
  readonly principal: string;
  /** What it gets. */
  readonly grants: readonly Grant[];
}

/**
 * Every right that this project gives, by kind of principal. An assignment that is no row of this table fails
 * `__tests__/stacks/rights.test.ts`, which also writes the table out as `docs/rights.md`.
 */
export const RIGHTS = {
  workspaceIdentity: {
    principal: "a workspace's identity",
    grants: [
      ...WORKSPACE_IDENTITY_GRANTS,
      OUTBOUND_TARGET_GRANT,
      STORAGE_ENDPOINT_GRANT,
      ...OPENAI_GRANTS.workspaceIdentity,
    ],
  },
  deployer: {
    principal: "whoever runs Terraform (`azure.deployers` of the platform)",
    grants: [...DEPLOYER_GRANTS, ...OPENAI_GRANTS.deployer],
  },
  endpointIdentity: {
    principal: "an online endpoint's identity",
    grants: [...ENDPOINT_IDENTITY_GRANTS, ...DATA_COLLECTION_GRANTS, ...OPENAI_GRANTS.endpointIdentity],
  },
  imageBuild: { principal: "the identity of the cluster that builds images", grants: IMAGE_BUILD_GRANTS },
  computeIdentity: {
    principal: "the identity of a dedicated tenant's compute",
    grants: COMPUTE_IDENTITY_GRANTS,
  },
  scorer: { principal: "scorers (`access.scorers`)", grants: [SCORER_GRANT] },
  endpointReader: { principal: "readers of a shared tenant (`access.readers`)", grants: [ENDPOINT_READER_GRANT] },
  workspaceReader: { principal: "readers of a dedicated tenant (`access.readers`)", grants: WORKSPACE_READER_GRANTS },
  flowLogs: { principal: "the identity that writes flow logs", grants: FLOW_LOG_GRANTS },
  jumpHostAdmin: {
    principal: "administrators of the jump host (`hub.jumpHost.admins`)",
    grants: JUMP_HOST_ADMIN_GRANTS,
  },
  jumpHostUser: { principal: "users of the jump host (`hub.jumpHost.users`)", grants: JUMP_HOST_USER_GRANTS },
  dataScientist: {
    principal: "data scientists of a dedicated tenant (`access.dataScientists`)",
    grants: [...DATA_SCIENTIST_GRANTS, ...OPENAI_GRANTS.dataScientist],
  },
  modelDeployer: {
    principal: "model deployers of a dedicated tenant (`access.deployers`, `application.pipeline`)",
    grants: MODEL_DEPLOYER_GRANTS,
  },
} as const satisfies Record<string, Right>;

/** A kind of principal that gets roles. */
export type PrincipalKind = keyof typeof RIGHTS;
