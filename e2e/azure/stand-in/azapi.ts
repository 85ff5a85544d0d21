import type { Attribute, Block, NestedBlock, ValueType } from "./schema";

/**
 * The part of azapi 2.12 that the stacks use, for azapi has no bindings: the arguments that `lib/azapi` writes, and the
 * attributes that it reads (azapi docs, "azapi_resource", "azapi_update_resource" and "azapi_resource_action").
 */

const required = (name: string, type: ValueType): Attribute => flagged(name, type, { required: true });
const optional = (name: string, type: Attribute["type"]): Attribute => flagged(name, type, { optional: true });
const computed = (name: string, type: ValueType): Attribute => flagged(name, type, { computed: true });
/** May be given; the provider decides otherwise. */
const either = (name: string, type: ValueType): Attribute => flagged(name, type, { optional: true, computed: true });

function flagged(name: string, type: Attribute["type"], flags: Partial<Attribute>): Attribute {
  return { name, type, required: false, optional: false, computed: false, ...flags };
}

const STRINGS: ValueType = ["list", "string"];

/** An attribute that takes one object: the form of a block, a list, is refused. */
const RETRY = optional("retry", {
  attributes: [
    required("error_message_regex", STRINGS),
    either("interval_seconds", "number"),
    either("max_interval_seconds", "number"),
    either("multiplier", "number"),
    either("randomization_factor", "number"),
  ],
});

const TIMEOUTS: NestedBlock = {
  name: "timeouts",
  nesting: "SINGLE",
  min: 0,
  max: 0,
  block: { attributes: ["create", "delete", "read", "update"].map((name) => optional(name, "string")), blocks: [] },
};

const IDENTITY: NestedBlock = {
  name: "identity",
  nesting: "LIST",
  min: 0,
  max: 0,
  block: {
    attributes: [
      required("type", "string"),
      optional("identity_ids", STRINGS),
      computed("principal_id", "string"),
      computed("tenant_id", "string"),
    ],
    blocks: [],
  },
};

/** What every request has. */
const REQUEST = [
  required("type", "string"),
  optional("response_export_values", "dynamic"),
  optional("locks", STRINGS),
  RETRY,
  computed("id", "string"),
  computed("output", "dynamic"),
];

/** The schemas of azapi's types of resources. */
export const AZAPI: Readonly<Record<string, Block>> = {
  azapi_resource: {
    attributes: [
      ...REQUEST,
      either("body", "dynamic"),
      either("name", "string"),
      either("parent_id", "string"),
      either("location", "string"),
      either("tags", ["map", "string"]),
      optional("replace_triggers_external_values", "dynamic"),
      optional("delete_query_parameters", ["map", STRINGS]),
    ],
    blocks: [IDENTITY, TIMEOUTS],
  },
  azapi_update_resource: {
    attributes: [...REQUEST, optional("body", "dynamic"), either("resource_id", "string")],
    blocks: [TIMEOUTS],
  },
  azapi_resource_action: {
    attributes: [
      ...REQUEST,
      optional("body", "dynamic"),
      required("resource_id", "string"),
      optional("action", "string"),
      { ...either("method", "string"), default: "POST" },
      { ...either("when", "string"), default: "apply" },
      optional("ignore_not_found", "bool"),
      computed("exist", "bool"),
    ],
    blocks: [TIMEOUTS],
  },
};

/** The schema of azapi's own settings. */
export const AZAPI_SETTINGS: Block = {
  attributes: [optional("subscription_id", "string"), optional("tenant_id", "string"), optional("use_oidc", "bool")],
  blocks: [],
};
