import { nonAscii } from "./problem";
import { checkedText } from "./text-form";

/** What a deployment is made of, by the collection that Azure keeps it in. */
export type AssetKind = "models" | "environments" | "codes";

/** A version of an asset of the workspace that the endpoint stands in. */
export interface WorkspaceAsset {
  /** The asset's name. */
  readonly name: string;
  /** Its version, such as "3". */
  readonly version: string;
}

const PART = String.raw`[A-Za-z0-9][\w.-]{0,254}`;
const WORKSPACE_ASSET = new RegExp(`^(${PART}):(${PART})$`);
const REGISTRY_ROOTS = [
  "azureml://registries",
  String.raw`\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w.()-]+\/providers\/Microsoft\.MachineLearningServices\/registries`,
];
const REGISTRY_ASSET = new RegExp(
  String.raw`^(?:${REGISTRY_ROOTS.join("|")})\/${PART}\/([a-z]+)\/${PART}\/versions\/${PART}$`,
);

/** Splits `name:version`; undefined for any other text, which is the id of a registry's asset then. */
export function parseWorkspaceAsset(text: string): WorkspaceAsset | undefined {
  const [, name, version] = WORKSPACE_ASSET.exec(text) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

/**
 * A version of an asset: `name:version` in the endpoint's own workspace, or the full id of one in a registry. An id of
 * another workspace is refused, for it may be another tenant's; so is a label such as `@latest`, which moves while the
 * file stays the same.
 */
export function asset(kind: AssetKind) {
  return checkedText((value) => problemOf(value, kind)).meta({
    anyOf: [{ pattern: WORKSPACE_ASSET.source }, { pattern: REGISTRY_ASSET.source }],
  });
}

function problemOf(value: string, kind: AssetKind): string | undefined {
  if (parseWorkspaceAsset(value) !== undefined) return undefined;
  const [, found] = REGISTRY_ASSET.exec(value) ?? [];
  if (found === kind) return undefined;
  if (found !== undefined) return `is one of a registry's ${found}; use one of its ${kind}`;

  const odd = nonAscii(value);
  if (odd !== undefined) return `${odd}; use ASCII letters`;
  if (value !== value.trim()) return "has spaces around it; remove them";
  const withoutPrefix = value.replace(/^azureml:(?!\/\/)/, "");
  if (withoutPrefix !== value && parseWorkspaceAsset(withoutPrefix) !== undefined) {
    return `has the prefix of the command line; use "${withoutPrefix}"`;
  }
  if (/^[\w.-]+@\w+$/.test(withoutPrefix)) return 'has a label, which moves; use a version, as in "churn:3"';
  if (/\/workspaces\//i.test(value)) {
    return 'is the id of something in a workspace; use "name:version", which is of the endpoint\'s own workspace';
  }
  return `is neither "name:version" nor "azureml://registries/<registry>/${kind}/<name>/versions/<version>"; use one of them`;
}
