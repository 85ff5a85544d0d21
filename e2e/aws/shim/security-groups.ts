import { type Call, textOf } from "./call";
import type { Gap } from "./gap";
import type { Memory } from "./memory";

const KIND = "security-group-rule";
const RULE_ID = /<securityGroupRuleId>([^<]+)<\/securityGroupRuleId>/g;

/** Where the description stands in a request: of a rule that names a security group, or a list of prefixes. */
const DESCRIPTIONS = ["IpPermissions.1.Groups.1.Description", "IpPermissions.1.PrefixListIds.1.Description"];

function keepDescription(answer: string, { input }: Call, memory: Memory): string {
  const description = DESCRIPTIONS.map((parameter) => textOf(input, parameter)).join("");
  const [, id] = [...answer.matchAll(RULE_ID)].at(0) ?? [];
  if (description !== "" && id !== undefined) memory.set(KIND, id, { description });
  return answer;
}

/** Rules of security groups. */
export const SECURITY_GROUP_RULES: Gap = {
  service: "ec2",
  lacks: "the description of a rule that names a security group or a list of prefixes is lost",
  effect: "the second plan changes every such rule",
  does: "remembers it",
  remedies: {
    AuthorizeSecurityGroupIngress: { amendXml: keepDescription },
    AuthorizeSecurityGroupEgress: { amendXml: keepDescription },
    DescribeSecurityGroupRules: {
      amendXml: (answer, _call, memory) =>
        answer.replace(RULE_ID, (element, id: string) => {
          const kept = memory.get(KIND, id);
          return kept === undefined ? element : `${element}<description>${textOf(kept, "description")}</description>`;
        }),
    },
  },
};
