import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files that are right, by their path, for the tests to break one after another. */
export const VALID_FILES: Readonly<Record<string, string>> = {
  "platform.yaml": `prefix: mlp
instance: dev
tags: { businessUnit: research }
backend: { local: { path: .state } }
azure:
  tenantId: 10000000-0000-4000-8000-000000000001
  subscriptionId: 20000000-0000-4000-8000-000000000002
  location: westeurope
  tenantSubscriptions: [30000000-0000-4000-8000-000000000003]
  deployers: [{ servicePrincipal: 40000000-0000-4000-8000-000000000004 }]
  limits: { linksPerZone: 2000 }
  hub: { addressSpace: 10.20.0.0/22 }
  workspace: {}
`,
  "tenants/acme.yaml": `tenant: acme
displayName: Acme GmbH
owner: ml@acme.example
costCenter: "4711"
azure:
  network: { addressSpace: 10.20.8.0/24 }
  access: { scorers: [{ group: 50000000-0000-4000-8000-000000000005 }] }
  endpoints:
    - { name: churn }
    - { name: forecast }
  outbound:
    - { name: pypi, fqdn: pypi.org }
    - { name: sql, serviceTag: Sql, ports: "1433" }
    - name: lake
      privateEndpoint:
        resourceId: /subscriptions/20000000-0000-4000-8000-000000000002/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/lake
        subresource: dfs
        spark: true
  managedNetwork: { firewallSku: Basic }
`,
  "tenants/globex.yaml": `tenant: globex
displayName: Globex Corporation
owner: data@globex.example
costCenter: "5200"
azure:
  isolation: shared
  network: { addressSpace: 10.20.10.0/26 }
  endpoints: [{ name: fraud }]
`,
};

/** One way to break the valid files. */
export interface BrokenFile {
  /** What is wrong, as a full sentence. */
  readonly name: string;
  /** Breaks the files in a folder. */
  readonly breakIn: (folder: string) => void;
  /** The problems that are told, a line each, with paths from the folder on. */
  readonly expected: readonly (string | RegExp)[];
}

/** Writes the valid files to a folder. */
export function writeValidFiles(folder: string): void {
  for (const [file, text] of Object.entries(VALID_FILES)) written(file, text)(folder);
}

/** Writes a file in the place of what there is. */
export function written(file: string, content: string | Uint8Array): BrokenFile["breakIn"] {
  return (folder) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
}

/** Replaces a text that stands in a file once. */
export function replaced(file: string, text: string, by: string): BrokenFile["breakIn"] {
  return (folder) => {
    const parts = readFileSync(join(folder, file), "utf8").split(text);
    if (parts.length !== 2) throw new Error(`"${text}" stands ${parts.length - 1} times in ${file}`);
    writeFileSync(join(folder, file), parts.join(by));
  };
}

/** Replaces a text in the file of the dedicated tenant acme. */
export function inAcme(text: string, by: string): BrokenFile["breakIn"] {
  return replaced("tenants/acme.yaml", text, by);
}

/** Replaces a text in the file of the shared tenant globex. */
export function inGlobex(text: string, by: string): BrokenFile["breakIn"] {
  return replaced("tenants/globex.yaml", text, by);
}

/** Replaces a text in the platform's file. */
export function inPlatform(text: string, by: string): BrokenFile["breakIn"] {
  return replaced("platform.yaml", text, by);
}

/** Removes a file or a folder. */
export function removed(file: string): BrokenFile["breakIn"] {
  return (folder) => {
    rmSync(join(folder, file), { recursive: true });
  };
}

/** Does one thing after another. */
export function all(...steps: readonly BrokenFile["breakIn"][]): BrokenFile["breakIn"] {
  return (folder) => {
    for (const step of steps) step(folder);
  };
}
