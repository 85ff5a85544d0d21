import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LIMITS } from "../lib/blueprint/limits";
import type { FileLocations } from "../lib/config/load";

/** The id of the first generated tenant, which is of the largest kind. */
export const FIRST_TENANT = tenantId(0);

const SUBSCRIPTION = "1c9a4c52-7f0e-4d0a-9f5e-0b8f3c2d4e21";
/** Far above what any number of generated tenants needs. */
const RAISED_LIMIT = 1_000_000;
/** How many ranges /24 fit into 10.0.0.0/8, which is all the tenants'. */
const MOST_TENANTS = 2 ** 16;

/** The kinds of tenants, which the generated tenants take in turn. */
const KINDS = [dedicatedWithOutboundRules, dedicated, shared];

/**
 * Writes a platform with a number of tenants to a folder. The same number always gives the same bytes, and the files of
 * fewer tenants are the first files of more.
 */
export function writeGeneratedFiles(folder: string, tenants: number): FileLocations {
  if (tenants > MOST_TENANTS) throw new RangeError(`there are ranges for ${MOST_TENANTS} tenants, not for ${tenants}`);
  const locations = { platform: join(folder, "platform.yaml"), tenants: join(folder, "tenants") };
  mkdirSync(locations.tenants, { recursive: true });
  writeFileSync(locations.platform, platformFile());
  for (let index = 0; index < tenants; index++) {
    const kind = KINDS[index % KINDS.length] ?? dedicated;
    writeFileSync(join(locations.tenants, `${tenantId(index)}.yaml`), kind(index));
  }
  return locations;
}

function platformFile(): string {
  const limits = Object.keys(LIMITS).map((name) => `    ${name}: ${RAISED_LIMIT}`);
  return `# yaml-language-server: $schema=./schema/platform.schema.json
prefix: mlp
instance: bench
tags:
  businessUnit: research
backend:
  local: { path: .state }
azure:
  tenantId: 6b0f6f3e-9a3b-4a7e-8a53-2d6f0c1b7e11
  subscriptionId: ${SUBSCRIPTION}
  location: westeurope
  deployers:
    - servicePrincipal: 3e7c6e74-9d2a-4f2c-9b7a-2d0b5e4f6a43 # the pipeline
  limits:
${limits.join("\n")}
  hub:
    addressSpace: 172.20.0.0/22
  workspace:
    managedNetwork: { firewallSku: Basic }
    outbound:
      - { name: pypi, fqdn: pypi.org }
      - { name: pythonhosted, fqdn: "*.pythonhosted.org" }
`;
}

function dedicatedWithOutboundRules(index: number): string {
  return `${heading(index)}
azure:
  network: { addressSpace: ${range(index)} }
  managedNetwork: { firewallSku: Basic }
  access:
    dataScientists:
      - group: ${objectId(index, 1)}
    scorers:
      - group: ${objectId(index, 2)}
      - servicePrincipal: ${objectId(index, 3)}
  endpoints:
    - { name: churn, description: Which customers will leave }
    - { name: forecast }
  outbound:
    - { name: pypi, fqdn: pypi.org }
    - name: openai
      privateEndpoint:
        resourceId: /subscriptions/${SUBSCRIPTION}/resourceGroups/shared-ai/providers/Microsoft.CognitiveServices/accounts/oai-shared
        subresource: account
    - name: lake
      privateEndpoint:
        resourceId: /subscriptions/${SUBSCRIPTION}/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/lake${index}
        subresource: dfs
        spark: true
    - { name: grafana, serviceTag: AzureManagedGrafana }
    - { name: eventhub, serviceTag: EventHub.westeurope, protocol: TCP, ports: "443,5671-5672" }
`;
}

function dedicated(index: number): string {
  return `${heading(index)}
azure:
  network: { addressSpace: ${range(index)} }
  managedNetwork: { isolationMode: AllowInternetOutbound }
  access:
    scorers:
      - group: ${objectId(index, 1)}
  endpoints:
    - { name: churn }
`;
}

function shared(index: number): string {
  return `${heading(index)}
azure:
  isolation: shared
  network: { addressSpace: ${range(index)} }
  access:
    scorers:
      - group: ${objectId(index, 1)}
  endpoints:
    - { name: fraud, description: Whether a payment is fraud }
`;
}

function heading(index: number): string {
  return `# yaml-language-server: $schema=../schema/tenant.schema.json
tenant: ${tenantId(index)}
displayName: Tenant number ${index}
owner: ml@${tenantId(index)}.example
costCenter: "${4000 + index}"`;
}

function tenantId(index: number): string {
  return `t${String(index).padStart(5, "0")}`;
}

function range(index: number): string {
  return `10.${index >> 8}.${index & 255}.0/24`;
}

/** A GUID of a tenant's own. */
function objectId(index: number, which: number): string {
  return `5a5e8a96-bb4c-4b4e-9d9c-${String(which).padStart(4, "0")}${index.toString(16).padStart(8, "0")}`;
}
