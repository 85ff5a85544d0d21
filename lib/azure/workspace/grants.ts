import { Construct } from "constructs";
import type { CustomRoleIds } from "../../blueprint/custom-roles";
import type { Principal } from "../../blueprint/principal";
import type { Grant, GrantedResource } from "../../blueprint/roles";
import type { ITerraformDependable } from "../../terraform/cdktf";
import { RoleGrant } from "../role-grant";

/** ARM ids of the resources that a table of grants names, and the subscription that they are in. */
export interface GrantScopes {
  /** The subscription of the resources. */
  readonly subscriptionId: string;
  /** ARM ids of the resources. */
  readonly ids: Readonly<Partial<Record<GrantedResource, string>>>;
  /** Ids of the platform's custom roles. Default: none, for grants of built-in roles. */
  readonly customRoles?: CustomRoleIds;
}

/** Gives one principal the roles of a table, each on the resource itself. */
export class Grants extends Construct {
  /** The assignments. */
  readonly assignments: ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    principal: Principal,
    grants: readonly Grant[],
    { subscriptionId, ids, customRoles }: GrantScopes,
  ) {
    super(scope, id);
    this.assignments = grants.map(({ role, on }) => {
      const resource = ids[on];
      if (resource === undefined)
        throw new Error(`${this.node.path}: "${role}" is granted on ${on}, which has no id here`);
      return new RoleGrant(this, `${on} ${role}`, { scope: resource, subscriptionId, role, customRoles, principal });
    });
  }
}
