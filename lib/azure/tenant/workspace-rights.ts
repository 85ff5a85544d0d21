import { Construct } from "constructs";
import type { Principal } from "../../blueprint/principal";
import {
  DATA_SCIENTIST_GRANTS,
  type Grant,
  MODEL_DEPLOYER_GRANTS,
  OPENAI_GRANTS,
  WORKSPACE_READER_GRANTS,
} from "../../blueprint/roles";
import { Grants, type GrantScopes } from "../workspace/grants";

/** A dedicated tenant's workspace, and who has rights on it. */
export interface WorkspaceRightsProps {
  /** ARM ids of the workspace, its storage account and its Azure OpenAI account, and ids of the custom roles. */
  readonly workspace: Required<GrantScopes>;
  /** Who works in it. */
  readonly dataScientists: readonly Principal[];
  /** Who may look at every endpoint of it. */
  readonly readers: readonly Principal[];
  /** Who may deploy models to every endpoint of it. */
  readonly modelDeployers: readonly Principal[];
  /** The tenant's pipeline, which may deploy models too. Default: none. */
  readonly pipeline?: Principal | undefined;
}

/**
 * The rights of people and pipelines on a dedicated tenant's workspace.
 *
 * Data scientists and model deployers, of whom nobody is both, have one form of construct id: who moves from one list to
 * the other keeps the role that both give. Under another address Terraform would assign it anew before it takes it away,
 * which Azure refuses (RoleAssignmentExists).
 */
export class WorkspaceRights extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkspaceRightsProps,
  ) {
    super(scope, id);
    const { workspace, dataScientists, readers, modelDeployers, pipeline } = props;
    const openAiGrants = workspace.ids.openAi === undefined ? [] : OPENAI_GRANTS.dataScientist;
    for (const reader of readers) this.grant(`reader ${reader.objectId}`, reader, WORKSPACE_READER_GRANTS);
    for (const scientist of dataScientists) {
      this.grant(`member ${scientist.objectId}`, scientist, [...DATA_SCIENTIST_GRANTS, ...openAiGrants]);
    }
    for (const deployer of modelDeployers) {
      this.grant(`member ${deployer.objectId}`, deployer, MODEL_DEPLOYER_GRANTS);
    }
    if (pipeline !== undefined) this.grant("pipeline", pipeline, MODEL_DEPLOYER_GRANTS);
  }

  private grant(id: string, principal: Principal, grants: readonly Grant[]): void {
    new Grants(this, id, principal, grants, this.props.workspace);
  }
}
