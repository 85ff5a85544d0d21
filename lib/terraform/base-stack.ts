import type { Construct } from "constructs";
import type { StackBlueprint } from "../blueprint/stack";
import { addBackend } from "./backend";
import { Aspects, type TerraformBackend, TerraformStack } from "./cdktf";
import { PROVIDERS, TERRAFORM_VERSION } from "./provider-versions";
import { TagEverything } from "./tags";

/**
 * Logical ids by construct path below the stack. CDKTF hashes the path anew for every element, and the stacks of a
 * thousand tenants have the same paths.
 */
const logicalIds = new Map<string, string>();

/**
 * What every stack has: a name, a backend of its own, a version of Terraform, pinned providers, and tags on everything
 * that can carry tags. A stack that refers to another stack's resources is refused when it is synthesized.
 */
export class BaseStack extends TerraformStack {
  private readonly backend: TerraformBackend;

  constructor(scope: Construct, blueprint: StackBlueprint) {
    super(scope, blueprint.stack);
    this.backend = addBackend(this, blueprint.backend);
    this.addOverride("terraform.required_version", TERRAFORM_VERSION);
    Aspects.of(this).add(new TagEverything(blueprint.tags));
  }

  /**
   * Declares that the stack uses a provider: sets the versions that `terraform init` may choose. CDKTF would pin the
   * release that its classes were generated from.
   */
  requireProvider(name: keyof typeof PROVIDERS): void {
    this.addOverride(`terraform.required_providers.${name}`, { ...PROVIDERS[name] });
  }

  /** CDKTF walks the whole stack to find the backend, whenever it is asked. */
  override ensureBackendExists(): TerraformBackend {
    return this.backend;
  }

  protected override allocateLogicalId(element: Parameters<TerraformStack["getLogicalId"]>[0]): string {
    const { path: fullPath } = "node" in element ? element.node : element;
    const path = fullPath.slice(this.node.path.length + 1);
    const id = logicalIds.get(path) ?? super.allocateLogicalId(element);
    logicalIds.set(path, id);
    return id;
  }

  /** CDKTF's preparing pass is there to find references to other stacks; here such a reference is an error instead. */
  override prepareStack(): void {
    // Nothing to prepare: see CrossStackReference.
  }

  /** Refused: `cdktf deploy` of this stack alone would then ask for the other one. */
  override addDependency(dependency: TerraformStack): never {
    throw new Error(
      `stack "${this.node.path}" cannot depend on stack "${dependency.node.path}"; a stack must be planned and applied alone`,
    );
  }
}
