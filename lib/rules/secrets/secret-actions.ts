import { matching } from "../expectation";
import { settings } from "../setting";

/** What actions of ARM are called that answer with keys: listKeys, listSecrets, getToken, generateSas. */
const FORM = /^(?!.*(key|token|secret|credential|sas|connectionstring|\$\{))/i;

/** What is asked of Azure while a plan is made. */
export const SECRET_ACTION = ["data.azapi_resource_action", "ephemeral.azapi_resource_action"].flatMap((type) =>
  settings(type, [
    {
      id: `stack-secret-${type.split(".")[0] ?? ""}-action`,
      severity: "critical",
      title: `No ${type} asks Azure for keys, tokens or secrets.`,
      argument: "action",
      must: matching(FORM, "must not ask for keys", { right: "getStatus", wrong: "listKeys" }),
      mayBeAbsent: true,
      reason: "The answer would stand in the state or in whatever gets it, and whoever has a key needs no role.",
      source: "Terraform azapi provider: azapi_resource_action",
      controls: ["MCSB IM-8"],
      fix: "use a role of Entra in place of the key",
    },
  ]),
);
