import { absent, is } from "../../expectation";
import { settings } from "../../setting";

const SECRET = {
  severity: "critical",
  mayBeAbsent: true,
  reason: "Whoever reads the file reads every state, with all that is in it.",
  source: "Terraform: Backend configuration: credentials and sensitive data",
  controls: ["MCSB IM-8"],
} as const;

/** Where Terraform keeps states. */
export const STATE_BACKEND = [
  ...settings("backend.azurerm", [
    {
      id: "azure-state-entra",
      severity: "high",
      title: "States in Azure are opened with Entra tokens.",
      argument: "use_azuread_auth",
      must: is(true),
      reason: "Terraform would ask for the key of the storage account, which opens every state.",
      source: "Terraform: Backend Type: azurerm",
      controls: ["MCSB IM-1", "MCSB DS-3"],
    },
    {
      id: "azure-state-oidc",
      severity: "medium",
      title: "Pipelines open states in Azure with a token of their own platform.",
      argument: "use_oidc",
      must: is(true),
      reason: "A pipeline would need a secret, which somebody has to keep.",
      source: "Terraform: Backend Type: azurerm",
      controls: ["MCSB IM-3", "MCSB DS-3"],
    },
    ...["access_key", "sas_token", "client_secret", "client_certificate", "client_certificate_password"].map(
      (argument) => ({
        ...SECRET,
        id: `azure-state-${argument.replaceAll("_", "-")}`,
        title: `The azurerm backend has no ${argument}.`,
        argument,
        must: absent("x"),
      }),
    ),
  ]),
  ...settings("backend.s3", [
    {
      id: "aws-state-encryption",
      severity: "medium",
      title: "States on AWS are encrypted.",
      argument: "encrypt",
      must: is(true),
      reason: "States hold ids, addresses and whatever a provider puts there.",
      source: "Terraform: Backend Type: s3",
      controls: ["MCSB DP-4", "MCSB DS-3"],
    },
    {
      id: "aws-state-lock",
      severity: "medium",
      title: "States on AWS are locked while somebody applies.",
      argument: "use_lockfile",
      must: is(true),
      reason: "Two applies at once would lose each other's resources.",
      source: "Terraform: Backend Type: s3",
      controls: ["MCSB DS-3"],
    },
    ...["access_key", "secret_key", "token"].map((argument) => ({
      ...SECRET,
      id: `aws-state-${argument.replaceAll("_", "-")}`,
      title: `The s3 backend has no ${argument}.`,
      argument,
      must: absent("x"),
    })),
  ]),
];
