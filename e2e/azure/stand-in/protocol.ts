import { join } from "node:path";
import { loadPackageDefinition, type ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { DynamicValue } from "./values";

/** The version of Terraform's plugin protocol that the stand-in speaks. */
export const PROTOCOL_VERSION = 6;

/** What is wrong. */
export interface Diagnostic {
  readonly severity: "ERROR";
  readonly summary: string;
  readonly detail: string;
}

/** Where something is in a resource: an argument by its name. */
export interface AttributePath {
  readonly steps: readonly { readonly attribute_name: string }[];
}

interface OfType {
  readonly type_name: string;
}

/** The calls that terraform makes: what it sends, and what it gets. */
export interface Calls {
  GetProviderSchema: [
    object,
    { provider: object; resource_schemas: Record<string, object>; server_capabilities: object },
  ];
  ValidateProviderConfig: [object, object];
  ConfigureProvider: [{ readonly config: DynamicValue }, object];
  ValidateResourceConfig: [object, object];
  UpgradeResourceState: [OfType & { readonly raw_state: { readonly json: Uint8Array } }, { upgraded_state: object }];
  ReadResource: [OfType & { readonly current_state: DynamicValue }, { new_state: DynamicValue }];
  PlanResourceChange: [
    OfType & { readonly prior_state: DynamicValue; readonly proposed_new_state: DynamicValue },
    { planned_state: DynamicValue; requires_replace: readonly AttributePath[] },
  ];
  ApplyResourceChange: [
    OfType & { readonly prior_state: DynamicValue; readonly planned_state: DynamicValue },
    { new_state: DynamicValue; diagnostics: readonly Diagnostic[] },
  ];
  StopProvider: [object, object];
}

/** What answers the calls. `peer` is the address of who calls: each of terraform's configurations has one of its own. */
export type Handlers = {
  readonly [Call in keyof Calls]: (request: Calls[Call][0], peer: string) => Calls[Call][1] | Promise<Calls[Call][1]>;
};

/** The service as gRPC needs it. */
export function providerService(): ServiceDefinition {
  const definition = loadSync(join(__dirname, "tfplugin6.proto"), {
    keepCase: true,
    longs: Number,
    enums: String,
    defaults: true,
  });
  const loaded = loadPackageDefinition(definition) as unknown as {
    tfplugin6: { Provider: { service: ServiceDefinition } };
  };
  return loaded.tfplugin6.Provider.service;
}
