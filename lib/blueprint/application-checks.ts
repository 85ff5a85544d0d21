import type { AzureFiles } from "./azure";
import { type Problem, quote } from "../config/problem";

/** Pipelines that are those of two tenants: whoever runs one could act for both. */
export function pipelineProblems({ tenants }: AzureFiles): Problem[] {
  const owners = new Map<string, string>();
  return tenants.flatMap(({ file, config: { tenant, azure } }) => {
    const pipeline = azure.application?.pipeline;
    if (pipeline === undefined) return [];
    const key = `${pipeline.issuer} ${pipeline.subject}`;
    const other = owners.get(key);
    owners.set(key, tenant);
    if (other === undefined) return [];
    const message = `${quote(pipeline.subject)} is already the pipeline of tenant ${other}, and would act for both; use an environment of this tenant's own`;
    return [file.problem(["azure", "application", "pipeline", "subject"], message)];
  });
}
