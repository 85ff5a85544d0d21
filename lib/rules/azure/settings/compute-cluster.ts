import { absent, is } from "../../expectation";
import { including } from "../../list-expectation";
import { settings } from "../../setting";
import { ISO_DURATION } from "./iso-duration";

/** Compute clusters of workspaces. */
export const COMPUTE_CLUSTER = settings("azurerm_machine_learning_compute_cluster", [
  {
    id: "azure-ml-cluster-local-auth",
    severity: "high",
    title: "Compute clusters take no local accounts.",
    argument: "local_auth_enabled",
    must: is(false),
    reason: "Whoever has the password or key signs in to the nodes, and Entra does not know of it.",
    source:
      "Azure Policy: Azure Machine Learning Computes should have local authentication methods disabled (e96a9a5f)",
    controls: ["MCSB IM-1"],
  },
  {
    id: "azure-ml-cluster-public-address",
    severity: "critical",
    title: "Nodes of compute clusters have no public addresses.",
    argument: "node_public_ip_enabled",
    must: is(false),
    reason: "The internet would reach machines that hold the tenant's data.",
    source: "Learn: Create an Azure Machine Learning compute cluster",
    controls: ["MCSB NS-2"],
  },
  {
    id: "azure-ml-cluster-ssh",
    severity: "high",
    title: "The SSH port of compute clusters is closed.",
    argument: "ssh_public_access_enabled",
    must: is(false),
    reason: "Nodes would wait for passwords on a public port.",
    source: "Learn: Create an Azure Machine Learning compute cluster",
    controls: ["MCSB NS-8"],
  },
  {
    id: "azure-ml-cluster-ssh-account",
    severity: "high",
    title: "Compute clusters have no SSH account.",
    argument: "ssh",
    must: absent({ admin_username: "admin" }),
    mayBeAbsent: true,
    reason: "Its password or key opens every node, and stands in the state of Terraform.",
    source:
      "Azure Policy: Azure Machine Learning Computes should have local authentication methods disabled (e96a9a5f)",
    controls: ["MCSB IM-8"],
  },
  {
    id: "azure-ml-cluster-identity-type",
    severity: "high",
    title: "Compute clusters have user-assigned identities alone.",
    argument: "identity?.type",
    must: is("UserAssigned", "SystemAssigned"),
    reason: "Jobs could reach nothing without keys, or would have an identity that no role here is for.",
    source: "Learn: Set up service authentication",
    controls: ["MCSB IM-3"],
  },
  {
    id: "azure-ml-cluster-idle",
    severity: "low",
    title: "Compute clusters release idle nodes after an ISO 8601 duration.",
    argument: "scale_settings.scale_down_nodes_after_idle_duration",
    must: ISO_DURATION,
    reason: "A plan takes any text, and Azure refuses it when the cluster is made.",
    source: "Learn: REST reference: Compute - Create Or Update",
    controls: ["MCSB PV-2"],
  },
  {
    id: "azure-ml-cluster-scaling-in-place",
    severity: "medium",
    title: "Compute clusters are not replaced when their scaling changes.",
    argument: "lifecycle.ignore_changes",
    must: including(["scale_settings"]),
    reason:
      "The provider azurerm replaces a cluster for each change of its scaling, and Azure changes it while jobs run.",
    source: "GitHub: hashicorp/terraform-provider-azurerm#29859, #30543",
    controls: ["MCSB AM-3"],
  },
]);
