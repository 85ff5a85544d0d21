import type { IConstruct } from "constructs";
import { Aspects, type IAspect } from "./cdktf";

/**
 * Lets aspects visit every construct below the one that they were added to, parents first, each aspect once. What an
 * aspect adds below the construct that it visits is visited too. CDKTF's own pass does the same, and looks up the path of
 * every construct for every aspect: a tenth of the time of a synthesis.
 *
 * @throws if an aspect adds an aspect to the construct that it visits: it would be too late for that one
 */
export function visitAspects(construct: IConstruct, inherited: ReadonlySet<IAspect> = new Set()): void {
  const own = Aspects.of(construct).all;
  const aspects = own.length === 0 ? inherited : new Set([...inherited, ...own]);
  for (const aspect of aspects) aspect.visit(construct);
  if (Aspects.of(construct).all.length > own.length) {
    throw new Error(`${construct.node.path}: an aspect added another aspect here, which would not be applied`);
  }
  for (const child of construct.node.children) visitAspects(child, aspects);
}
