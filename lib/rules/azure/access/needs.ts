import {
  COMPUTE_IDENTITY_GRANTS,
  DATA_COLLECTION_GRANTS,
  DEPLOYER_GRANTS,
  ENDPOINT_IDENTITY_GRANTS,
  type Grant,
  type GrantedResource,
  IMAGE_BUILD_GRANTS,
  OPENAI_GRANTS,
  OUTBOUND_TARGET_GRANT,
  STORAGE_ENDPOINT_GRANT,
  WORKSPACE_IDENTITY_GRANTS,
  CONNECTION_APPROVER,
} from "../../../blueprint/roles";
import { FLOW_LOG_GRANTS } from "../../../blueprint/flow-logs";
import { referenceOf } from "../../references";
import type { Resource } from "../../resource";
import { perStack } from "../../per-stack";
import type { Stack } from "../../stack";
import { parseArmId } from "../arm-id";
import {
  deploymentsOf,
  outboundRulesOf,
  provisionsOf,
  rightSettingsOf,
  targetOf,
  workspaceOf,
} from "../managed-network/parts";
import { isOfAnotherTenant } from "../owner";
import { privateEndpoints } from "../private-access/endpoint";
import { first } from "../read";
import { type Assignment, assignmentsOf } from "./assignment";
import { isWorkspaceOfEndpoints } from "./endpoint-workspace";
import { isOfSharedWorkspace, sameId, scopeOf } from "./scopes";
import { sharedIdentities, type Use, usesOf } from "./uses";

/** A right that something in a stack needs, and what must not begin before it holds. */
export interface Need extends Pick<Grant, "role" | "on"> {
  /** Who needs it: an identity of the stack, or the object id of a person. */
  readonly principal: Resource | string;
  /** On what: a resource of the stack, a literal id, or, when undefined, whatever of that kind the shared workspace has. */
  readonly target: Resource | string | undefined;
  /** What uses it. Empty when nothing has to wait. */
  readonly waiters: readonly Resource[];
}

/** Where a private endpoint rule leads. */
interface OutboundNeed {
  readonly rule: Resource;
  readonly on: GrantedResource;
  readonly target: Resource | string;
}

/** The rights that a stack's resources need, and the assignments that it has. */
export const needsOf = perStack((stack) => new Needs(stack));

class Needs {
  readonly assignments: readonly Assignment[];
  readonly all: readonly Need[];

  constructor(private readonly stack: Stack) {
    this.assignments = assignmentsOf(stack);
    const uses = usesOf(stack);
    const shared = sharedIdentities(stack);
    this.all = [
      ...uses.filter(({ identity }) => !shared.has(identity)).flatMap((use) => this.needsOf(use)),
      ...uses.filter(({ kind }) => kind === "workspaceIdentity").flatMap(({ user }) => this.deployerNeeds(user)),
    ];
  }

  /** The assignments that fulfil a need: one, unless the same is given twice. */
  givenFor(need: Need): Assignment[] {
    return this.assignments.filter(
      (assignment) => assignment.role === need.role && this.isFor(assignment, need) && this.isOn(assignment, need),
    );
  }

  /**
   * Whether an assignment was meant for a need: it has all but one of its three parts. Its own rule tells what is wrong
   * with it.
   */
  isMeant(need: Need): boolean {
    return this.assignments.some((assignment) => {
      if (assignment.stranger === undefined) return false;
      const parts = [assignment.role === need.role, this.isFor(assignment, need), this.isOn(assignment, need)];
      return parts.filter(Boolean).length === 2;
    });
  }

  private isFor({ principal }: Assignment, { principal: needed }: Need): boolean {
    return typeof needed === "string" ? sameId(principal, needed) : this.stack.target(principal) === needed;
  }

  private isOn({ scope, on }: Assignment, { target, on: kind }: Need): boolean {
    if (target === undefined) return on === kind && isOfSharedWorkspace(this.stack, scope);
    return typeof target === "string" ? sameId(scope, target) : this.stack.names(scope, target);
  }

  private needsOf({ user, identity, kind }: Use): Need[] {
    const workspace = workspaceOf(this.stack, user);
    // A workspace of this stack that is not there: Terraform itself tells of that. Only endpoints stand in a shared one.
    const parent = user.content.parent_id ?? user.content.machine_learning_workspace_id;
    const isShared = kind === "endpointIdentity" && parseArmId(parent) !== undefined;
    if (kind === "endpointIdentity" && !isWorkspaceOfEndpoints(this.stack, parent)) return [];
    if (workspace === undefined && !isShared && !["workspaceIdentity", "flowLogs"].includes(kind)) return [];
    const given = (grants: readonly Grant[], home: Resource | undefined, waiters: readonly Resource[]) =>
      grants.flatMap((grant) => this.need(grant, identity, home, waiters));
    switch (kind) {
      case "workspaceIdentity":
        return this.workspaceNeeds(user, identity);
      case "endpointIdentity":
        return [
          ...given(ENDPOINT_IDENTITY_GRANTS, workspace, [user]),
          // Whether the shared workspace has such an account is not told by this stack.
          ...given(OPENAI_GRANTS.endpointIdentity, workspace, [user]).filter(
            (need) => workspace !== undefined || this.givenFor(need).length > 0,
          ),
          ...this.collectors(user).flatMap((deployment) => given(DATA_COLLECTION_GRANTS, workspace, [deployment])),
        ];
      case "imageBuild":
        return given(IMAGE_BUILD_GRANTS, workspace, [user]);
      case "computeIdentity":
        return given(COMPUTE_IDENTITY_GRANTS, workspace, [user]);
      case "flowLogs": {
        const storage = this.stack.target(first(user, "body.properties.storageId"));
        const [grant] = FLOW_LOG_GRANTS;
        return storage === undefined || grant === undefined
          ? []
          : [{ ...grant, principal: identity, target: storage, waiters: [user] }];
      }
      default:
        return [];
    }
  }

  private workspaceNeeds(workspace: Resource, identity: Resource): Need[] {
    const { stack } = this;
    // Provisioning waits for the settings, which is told by its own rule.
    const settings = rightSettingsOf(stack, workspace);
    const network = settings.length > 0 ? settings : provisionsOf(stack, workspace);
    const own = WORKSPACE_IDENTITY_GRANTS.flatMap((grant) =>
      this.need(grant, identity, workspace, grant.on === "workspace" ? network : [workspace]),
    );
    const outbound = this.outbound(workspace).map(({ rule, on, target }) => ({
      ...OUTBOUND_TARGET_GRANT,
      on,
      principal: identity,
      target,
      waiters: [rule],
    }));
    const storage = stack.target(workspace.content.storage_account_id);
    const endpoints = privateEndpoints(stack)
      .filter(({ target, subresource }) => stack.target(target) === storage && ["blob", "file"].includes(subresource))
      .map(({ resource }) => ({ ...STORAGE_ENDPOINT_GRANT, principal: identity, target: resource, waiters: [] }));
    return [...own, ...outbound, ...(storage === undefined ? [] : endpoints)];
  }

  /** Whoever approves one private endpoint of a workspace's own approves them all. */
  private deployerNeeds(workspace: Resource): Need[] {
    const { stack } = this;
    const targets = [
      ...DEPLOYER_GRANTS.flatMap((grant) => this.need(grant, "", workspace, [workspace])),
      ...this.outbound(workspace)
        .filter(({ target }) => typeof target !== "string")
        .map(({ rule, on, target }) => ({ ...OUTBOUND_TARGET_GRANT, on, principal: "", target, waiters: [rule] })),
    ];
    const isTarget = (scope: unknown) =>
      targets.some(({ target }) => typeof target === "object" && stack.names(scope, target));
    const people = this.assignments
      .filter(({ role, scope }) => role === CONNECTION_APPROVER && isTarget(scope))
      .flatMap(({ principal }) =>
        typeof principal === "string" && referenceOf(principal) === undefined ? [principal] : [],
      );
    return [...new Set(people)].flatMap((principal) => targets.map((need) => ({ ...need, principal })));
  }

  /** The private endpoint rules that lead elsewhere than to the workspace's own resources, and where. */
  private outbound(workspace: Resource): OutboundNeed[] {
    const { stack } = this;
    const own = ["storage_account_id", "key_vault_id", "container_registry_id"].map((argument) =>
      stack.target(workspace.content[argument]),
    );
    return outboundRulesOf(stack, workspace).flatMap((rule): OutboundNeed[] => {
      const id = targetOf(rule);
      const target = stack.target(id);
      if (isOfAnotherTenant(stack, id)) return [];
      if (target === undefined) {
        const isLiteral = parseArmId(id) !== undefined;
        const isOwn = own.some((resource) => resource !== undefined && stack.names(id, resource));
        return isLiteral && !isOwn ? [{ rule, on: "outboundTarget", target: String(id) }] : [];
      }
      const { kind } = scopeOf(stack, id) ?? {};
      return kind === undefined || own.includes(target) ? [] : [{ rule, on: kind, target }];
    });
  }

  private collectors(endpoint: Resource): Resource[] {
    return deploymentsOf(this.stack, endpoint).filter(
      (deployment) => first(deployment, "body.properties.dataCollector") !== undefined,
    );
  }

  /** A grant on a resource of a workspace: of this stack, or of the one that tenants share. */
  private need(
    { role, on }: Grant,
    principal: Resource | string,
    workspace: Resource | undefined,
    waiters: readonly Resource[],
  ): Need[] {
    if (workspace === undefined) return [{ role, on, principal, target: undefined, waiters }];
    return this.targets(workspace, on).map((target) => ({ role, on, principal, target, waiters }));
  }

  private targets(workspace: Resource, on: GrantedResource): Resource[] {
    const { content } = workspace;
    if (on === "workspace") return [workspace];
    if (on === "openAi") return [...this.stack.resources("azurerm_cognitive_account")];
    const ids: Partial<Record<GrantedResource, unknown>> = {
      storage: content.storage_account_id,
      keyVault: content.key_vault_id,
      registry: content.container_registry_id,
      insights: content.application_insights_id,
    };
    const target = this.stack.target(ids[on]);
    return target === undefined ? [] : [target];
  }
}
