import { is, present } from "../../expectation";
import { including, only } from "../../list-expectation";
import { ofArmType, ofKind } from "../../selection";
import { settings } from "../../setting";
import { guid } from "../../text-expectation";
import { durationBetween } from "./iso-duration";

const COMPUTE = "Microsoft.MachineLearningServices/workspaces/computes";
const INSTANCE = ofKind("body.properties.computeType", "ComputeInstance");
const REFERENCE = "Learn: REST reference: Compute - Create Or Update";

const BODIES = settings(
  COMPUTE,
  [
    {
      id: "azure-ml-instance-local-auth",
      severity: "high",
      title: "Compute instances take no local accounts.",
      argument: "body.properties.disableLocalAuth",
      must: is(true),
      reason: "Whoever has the key signs in to the machine, and Entra does not know of it.",
      source:
        "Azure Policy: Azure Machine Learning Computes should have local authentication methods disabled (e96a9a5f)",
      controls: ["MCSB IM-1"],
    },
    {
      id: "azure-ml-instance-ssh",
      severity: "high",
      title: "The SSH port of compute instances is closed.",
      argument: "body.properties.properties.sshSettings.sshPublicAccess",
      must: is("Disabled", "Enabled"),
      reason: "The machine would wait for sign-ins on a port. A plan takes any text.",
      source: REFERENCE,
      controls: ["MCSB NS-8"],
    },
    {
      id: "azure-ml-instance-public-address",
      severity: "critical",
      title: "Compute instances have no public address.",
      argument: "body.properties?.properties?.enableNodePublicIp",
      must: is(false),
      reason: "The internet would reach a machine that holds the tenant's data.",
      source: "Learn: Create an Azure Machine Learning compute instance",
      controls: ["MCSB NS-2"],
    },
    {
      id: "azure-ml-instance-sharing",
      severity: "high",
      title: "Applications of compute instances are open to their person alone.",
      argument: "body.properties?.properties?.applicationSharingPolicy",
      must: is("Personal", "Shared"),
      reason: "Everybody in the workspace could work on the machine with its person's sign-in.",
      source: REFERENCE,
      controls: ["MCSB PA-7"],
    },
    {
      id: "azure-ml-instance-authorization",
      severity: "high",
      title: "Compute instances belong to one person.",
      argument: "body.properties?.properties?.computeInstanceAuthorizationType",
      must: is("personal", "shared"),
      reason: "Others could open the machine and use its sign-in.",
      source: REFERENCE,
      controls: ["MCSB PA-7"],
    },
    {
      id: "azure-ml-instance-person",
      severity: "high",
      title: "Compute instances name the person that they belong to.",
      argument: "body.properties?.properties?.personalComputeInstanceSettings.assignedUser.objectId",
      must: guid(),
      reason: "The machine would belong to whoever runs Terraform.",
      source: "Learn: Create an Azure Machine Learning compute instance",
      fix: "set objectId to the object id of the person",
      controls: ["MCSB PA-7"],
    },
  ],
  INSTANCE,
);

const MADE = settings(
  "azapi_resource",
  [
    {
      id: "azure-ml-instance-identity-type",
      severity: "high",
      title: "Compute instances have user-assigned identities alone.",
      argument: "identity?.type",
      must: is("UserAssigned", "SystemAssigned"),
      reason: "The machine could reach nothing without keys, or would have an identity that no role here is for.",
      source: "Learn: Set up service authentication",
      controls: ["MCSB IM-3"],
    },
    {
      id: "azure-ml-instance-location",
      severity: "low",
      title: "Compute instances have a region.",
      argument: "location",
      must: present("westeurope"),
      reason: "A plan does without, and Azure refuses it.",
      source: REFERENCE,
      fix: "set location to the region of the workspace",
      controls: ["MCSB PV-2"],
    },
    {
      id: "azure-ml-instance-replacement",
      severity: "medium",
      title: "Another person, size or identity replaces a compute instance.",
      argument: "replace_triggers_external_values",
      must: present(["STANDARD_DS11_V2"]),
      reason: "Azure changes none of them in place: the machine would stay with the person before.",
      source: REFERENCE,
      fix: "set replace_triggers_external_values to size, person and identity",
      controls: ["MCSB PA-7"],
    },
    {
      id: "azure-ml-instance-kept",
      severity: "low",
      title: "A compute instance is not written again when its tags change.",
      argument: "lifecycle.ignore_changes",
      must: including(["tags"]),
      reason: "Each write overwrites what is there, and cannot be undone.",
      source: REFERENCE,
      controls: ["MCSB AM-3"],
    },
    {
      id: "azure-ml-instance-deletion",
      severity: "low",
      title: "The machine of a compute instance is deleted with it.",
      argument: "delete_query_parameters.underlyingResourceAction",
      must: only(["Delete"], "Detach"),
      reason: "The machine and its disk would be left behind.",
      source: "Learn: REST reference: Compute - Delete",
      controls: ["MCSB AM-3"],
    },
  ],
  {
    has: (resource, stack) =>
      resource.armType?.toLowerCase() === COMPUTE.toLowerCase() && INSTANCE.has(resource, stack),
    example: {
      resource: {
        azapi_resource: {
          example: { type: `${COMPUTE}@2025-06-01`, body: { properties: { computeType: "ComputeInstance" } } },
        },
      },
    },
  },
);

const IDLE = settings(
  "azapi_resource_action",
  [
    {
      id: "azure-ml-instance-idle",
      severity: "medium",
      title: "Compute instances shut down after 15 minutes to 3 days without activity.",
      argument: "body.idleTimeBeforeShutdown",
      must: durationBetween("PT15M", "P3D"),
      reason: "A machine that nobody uses is one that nobody watches. A plan takes any text.",
      source: "Azure Policy: Azure Machine Learning Compute Instance should have idle shutdown (679ddf89)",
      controls: ["MCSB AM-3"],
    },
  ],
  ofArmType("azapi_resource_action", COMPUTE, { action: "updateIdleShutdownSetting" }),
);

/** Machines of single persons in a workspace. */
export const COMPUTE_INSTANCE = [...BODIES, ...MADE, ...IDLE];
