import { settings } from "../../setting";
import { guid } from "../../text-expectation";

/** Custom roles. */
export const ROLE_DEFINITION = settings("azurerm_role_definition", [
  {
    id: "azure-role-definition-id",
    severity: "medium",
    title: "Custom roles have an id that other stacks know.",
    argument: "role_definition_id",
    must: guid(),
    reason: "Azure would choose one, and assignments in other stacks would lead to no role.",
    source: "docs/decisions/0001-literals-between-stacks.md",
    fix: "set role_definition_id to a GUID that is computed from the name, and never changes",
    controls: ["MCSB PA-7"],
  },
]);
