import { bucketClosed, bucketKey, bucketTls, trailUnchanged } from "./bucket-denies";
import { serviceCeiling, tenantCeiling } from "./boundary-ceiling";
import { deployBoundary } from "./deploy-boundary";
import { endpointLimits } from "./endpoint-limits";
import { githubSubject } from "./github-subject";
import { identityConditions } from "./identity-conditions";
import { keyDefault, keyUse } from "./key-use";
import { knownRoles } from "./known-roles";
import { ownAccount } from "./own-account";
import { ownNames } from "./own-names";
import { ownResource } from "./own-resource";
import { platformNames } from "./platform-names";
import type { ContentRule } from "./policy-view";
import { deployRights, tenantRights } from "./rights";
import { repositoryClosed, topicTls } from "./resource-denies";
import { tenantBoundary } from "./tenant-boundary";

/** What policies must say, by what they are for. */
export const CONTENT_RULES: readonly ContentRule[] = [
  bucketTls,
  bucketKey,
  bucketClosed,
  trailUnchanged,
  repositoryClosed,
  topicTls,
  keyUse,
  keyDefault,
  identityConditions,
  tenantBoundary,
  tenantCeiling,
  serviceCeiling,
  deployBoundary,
  endpointLimits,
  ownNames,
  platformNames,
  ownAccount,
  ownResource,
  githubSubject,
  knownRoles,
  tenantRights,
  deployRights,
];
