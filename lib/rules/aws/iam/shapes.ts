import type { Stack } from "../../stack";
import { parsePolicy } from "./references";
import { type StatementView, statementsOf } from "./statement-view";

/** What stands in a shape in the place of a name: a character for private use, which no policy has. */
const NAME = "\uE000";

/**
 * Policies in which the lint has found nothing but perhaps their size, without the names of the stack that each was in: the
 * tenant's own and those of its buckets. Policies of tenants differ by those names only, so that of a thousand tenants one is
 * looked at.
 *
 * That is right as long as rules look at names only to tell those of the stack from others: its own are replaced here, so
 * that a name which is left is another's in every stack. No other rule looks at letters, digits and hyphens, but in actions,
 * operators and keys. A policy that has a name there is never remembered.
 */
export class CleanShapes {
  private readonly clean = new Set<string>();

  /**
   * Whether a policy of the same shape was clean.
   *
   * @param place what else the lint looks at: what the policy is for, and where it stands
   */
  has(place: string, text: string, names: readonly string[]): boolean {
    return this.clean.has(shapeOf(place, text, names));
  }

  /** Remembers a policy that is clean. */
  add(place: string, text: string, names: readonly string[]): void {
    const shape = withoutNames(text, names);
    const words = statementsOf(parsePolicy(shape)).flatMap(wordsOf);
    // A name in the place of a word of IAM's own, such as "s3" or "arn".
    const isWord = words.some((word) => word.includes(NAME)) || shape.includes(`"${NAME}:`);
    if (!isWord) this.clean.add(shapeOf(place, text, names));
  }
}

function wordsOf({ actions, notActions, conditions, principals }: StatementView): string[] {
  return [
    ...actions,
    ...notActions,
    ...conditions.flatMap(({ operator, key }) => [operator, key]),
    ...principals.map(({ type }) => type),
  ];
}

/** The names of a stack that other stacks have others of: that of its tenant, and those of its buckets. */
export function namesOf(stack: Stack): string[] {
  const buckets = stack.resources("aws_s3_bucket").map(({ content }) => content.bucket);
  return [...buckets, stack.name.replace(/^tenant-/, "")]
    .filter((name): name is string => typeof name === "string" && /^[a-z0-9-]+$/.test(name))
    .sort((a, b) => b.length - a.length);
}

function shapeOf(place: string, text: string, names: readonly string[]): string {
  return `${place}\n${withoutNames(text, names)}`;
}

function withoutNames(text: string, names: readonly string[]): string {
  // The name of a bucket holds that of the tenant; the longest go first.
  return names.reduce((shape, name) => shape.replaceAll(name, NAME), text);
}
