import { BUILT_IN_ROLES, type PrincipalKind } from "../../../blueprint/roles";
import type { Resource } from "../../resource";
import { perStack } from "../../per-stack";
import type { Stack } from "../../stack";
import { all, isMade } from "../read";

/** A resource that runs with an identity of its own stack. */
export interface Use {
  readonly user: Resource;
  readonly identity: Resource;
  readonly kind: PrincipalKind;
}

const ML = "Microsoft.MachineLearningServices/workspaces";
const CLUSTER = "azurerm_machine_learning_compute_cluster";

/** What runs with an identity, by type. */
const USERS: Readonly<Record<string, PrincipalKind>> = {
  azurerm_machine_learning_workspace: "workspaceIdentity",
  [`${ML}/onlineEndpoints`]: "endpointIdentity",
  [CLUSTER]: "computeIdentity",
  [`${ML}/computes`]: "computeIdentity",
  "Microsoft.Network/networkWatchers/flowLogs": "flowLogs",
};

/** Everything in a stack that runs with an identity of the stack. */
export const usesOf = perStack((stack): readonly Use[] =>
  Object.entries(USERS).flatMap(([type, kind]) =>
    stack
      .resources(type)
      .filter(isMade)
      .flatMap((user) =>
        all(user, "identity.identity_ids").flatMap((id) => {
          const identity = stack.target(id);
          return identity === undefined
            ? []
            : [{ user, identity, kind: isImageBuild(stack, user) ? "imageBuild" : kind }];
        }),
      ),
  ),
);

/**
 * The identities that several endpoints, or resources of several kinds, run with. Their own rules tell of it: nothing is
 * said of the rights of such an identity, for nobody knows whose it is.
 */
export const sharedIdentities = perStack((stack): ReadonlySet<Resource> => {
  const uses = usesOf(stack);
  const isShared = ({ identity, kind, user }: Use) =>
    uses.some(
      (other) =>
        other.identity === identity && other.user !== user && (other.kind !== kind || kind === "endpointIdentity"),
    );
  return new Set(uses.filter(isShared).map(({ identity }) => identity));
});

/**
 * Whether a cluster builds the images of a workspace: the workspace names it, or, where the workspace names none that is
 * there, its identity pushes images.
 */
export function isImageBuild(stack: Stack, cluster: Resource): boolean {
  if (cluster.type !== CLUSTER) return false;
  const named = stack
    .resources("azurerm_machine_learning_workspace")
    .map(({ content }) => content.image_build_compute_name);
  const isNamed = ({ content }: Resource) => named.includes(content.name);
  return isNamed(cluster) || (!stack.resources(CLUSTER).some(isNamed) && pushesImages(stack, cluster));
}

function pushesImages(stack: Stack, cluster: Resource): boolean {
  const identities = all(cluster, "identity.identity_ids").map((id) => stack.target(id));
  return stack
    .resources("azurerm_role_assignment")
    .some(
      ({ content }) =>
        String(content.role_definition_id).endsWith(`/${BUILT_IN_ROLES.AcrPush}`) &&
        identities.includes(stack.target(content.principal_id)),
    );
}
