import type { DeployBlueprint } from "../../lib/blueprint/aws-deploy";
import { awsPlatform, blueprintOf, type Content } from "./files";

/** What the deploy roles of a small platform are made from, with its states in the given backend. */
export function deployBlueprint(backend: Content = { local: {} }): DeployBlueprint {
  const github = { repository: "acme/ml-platform", environment: "production" };
  const foundation = { addressSpace: "10.40.0.0/20", github };
  const { deploy } = blueprintOf(awsPlatform({ backend, aws: { foundation } })).aws?.foundation ?? {};
  if (deploy === undefined) throw new Error("there are no deploy roles");
  return deploy;
}
