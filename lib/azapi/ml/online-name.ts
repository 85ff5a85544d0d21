import type { IConstruct } from "constructs";
import { Token } from "../../terraform/cdktf";
import { refusal } from "../refusal";

const ONLINE_NAME = /^(?=.{3,32}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;

/**
 * Throws if a name is no name for an online endpoint or deployment: 3 to 32 letters, digits and single dashes, a letter
 * first and no dash last (Learn, "Manage and increase quotas and limits"). The provider accepts more. A name that is
 * known only to Terraform is not checked.
 */
export function checkOnlineName(construct: IConstruct, name: string): void {
  if (Token.isUnresolved(name) || ONLINE_NAME.test(name)) return;
  throw refusal(
    construct,
    `the name "${name}" must have 3 to 32 letters, digits and single dashes, start with a letter and not end with a dash`,
  );
}
