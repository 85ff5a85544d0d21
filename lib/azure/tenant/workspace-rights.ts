import { Construct } from "constructs";
import type { Principal } from "../../blueprint/principal";
import { type Grant, MODEL_DEPLOYER_GRANTS, WORKSPACE_READER_GRANTS } from "../../blueprint/roles";
import { Grants, type GrantScopes } from "../workspace/grants";

/** A dedicated tenant's workspace, and who has rights on it beside its data scientists. */
export interface WorkspaceRightsProps {
  /** ARM ids of the workspace and its storage account, and ids of the custom roles. */
  readonly workspace: Required<GrantScopes>;
  /** Who may look at every endpoint of it. */
  readonly readers: readonly Principal[];
  /** Who may deploy models to every endpoint of it. */
  readonly modelDeployers: readonly Principal[];
  /** The tenant's pipeline, which may deploy models too. Default: none. */
  readonly pipeline?: Principal | undefined;
}

/** The rights of readers and model deployers on a dedicated tenant's workspace. */
export class WorkspaceRights extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkspaceRightsProps,
  ) {
    super(scope, id);
    const { readers, modelDeployers, pipeline } = props;
    for (const reader of readers) this.grant(`reader ${reader.objectId}`, reader, WORKSPACE_READER_GRANTS);
    for (const deployer of modelDeployers) {
      this.grant(`model-deployer ${deployer.objectId}`, deployer, MODEL_DEPLOYER_GRANTS);
    }
    if (pipeline !== undefined) this.grant("pipeline", pipeline, MODEL_DEPLOYER_GRANTS);
  }

  private grant(id: string, principal: Principal, grants: readonly Grant[]): void {
    new Grants(this, id, principal, grants, this.props.workspace);
  }
}
