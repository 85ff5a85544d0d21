import { matching } from "../../expectation";
import { each } from "../../list-expectation";
import { settings } from "../../setting";
import { guid } from "../../text-expectation";

const GUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
const SUBSCRIPTION = "/subscriptions/00000000-1111-2222-3333-444444444444";

/** A subscription, or something in one. */
const SCOPE = matching(new RegExp(`^/subscriptions/${GUID}(/|$)`), "must be a subscription or something in one", {
  right: SUBSCRIPTION,
  wrong: "/",
});

/** Custom roles. */
export const ROLE_DEFINITION = settings("azurerm_role_definition", [
  {
    id: "azure-role-definition-scope",
    severity: "high",
    title: "Custom roles are defined in a subscription.",
    argument: "scope",
    must: SCOPE,
    reason: "A role of a management group or of the whole directory can be given everywhere below it.",
    source: "Learn, Azure custom roles",
    controls: ["MCSB PA-7"],
  },
  {
    id: "azure-role-definition-assignable",
    severity: "high",
    title: "Custom roles can be given in named subscriptions.",
    argument: "assignable_scopes",
    must: each(SCOPE),
    reason: "A plan takes any text; and a role that can be given everywhere will be.",
    source: "Learn, Azure custom roles",
    controls: ["MCSB PA-7"],
  },
  {
    id: "azure-role-definition-id",
    severity: "medium",
    title: "Custom roles have an id that other stacks know.",
    argument: "role_definition_id",
    must: guid(),
    reason: "Azure would choose one, and assignments in other stacks would lead to no role.",
    source: "docs/decisions/0001-literals-between-stacks.md",
    controls: ["MCSB PA-7"],
  },
]);
