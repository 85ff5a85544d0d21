import type { Rule } from "../../rule";

const BACKEND = "backend.azurerm";

/** Whether every stack has a container of its own: Azure gives access per container, and not per key. */
export const STATE_CONTAINER: Rule = {
  id: "azure-state-container",
  severity: "critical",
  title: "Every stack has a container of its own for its state in Azure.",
  reason: "A stack that takes another's state deletes everything that is in it, and access is given by the container.",
  source: "Terraform: Backend Type: azurerm",
  controls: ["MCSB DS-3"],
  fix: "end container_name in the name of the stack",
  example: { wrong: example("another"), right: example("mlp-dev-example") },
  check: (stack) =>
    stack
      .resources(BACKEND)
      .filter(({ content }) => !isOf(stack.name, content.container_name))
      .map((resource) => ({
        resource,
        argument: "container_name",
        found: resource.content.container_name,
        must: `must be ${stack.name}, or end in -${stack.name}`,
      })),
};

function isOf(stack: string, container: unknown): boolean {
  return typeof container === "string" && (container === stack || container.endsWith(`-${stack}`));
}

function example(container: string) {
  return { terraform: { backend: { azurerm: { container_name: container } } } };
}
