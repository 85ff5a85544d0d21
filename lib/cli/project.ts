import { stackPlans } from "../app";
import { type Blueprint, resolveBlueprint } from "../blueprint/blueprint";
import { stackFiles } from "../blueprint/stack-files";
import { fileLocations, type Files, loadFiles } from "../config/load";
import { InvalidFiles, type Problem } from "../config/problem";
import { exceptionProblems, exceptionsOf } from "../rules/exception";
import { RULES } from "../rules/rules";
import type { StackCheckOptions } from "../rules/stack-check";
import type { StackPlan } from "../terraform/synthesize";

/** The users' files, found to be right. */
export interface Project {
  readonly files: Files;
  readonly blueprint: Blueprint;
  /** Its stacks, in the order in which they are deployed the first time. */
  readonly plans: readonly StackPlan[];
  /** What its stacks are held against. */
  readonly check: StackCheckOptions;
  /** What is worth a look, and stops nothing. */
  readonly warnings: readonly Problem[];
}

/**
 * Reads the users' files.
 *
 * @param environment PLATFORM_FILE and TENANTS_DIR say where they are
 * @param today the day, as in 2027-03-31, by which exceptions from the rules expire
 * @throws InvalidFiles with everything that is wrong with them
 */
export function readProject(environment: NodeJS.ProcessEnv, today: string): Project {
  const files = loadFiles(fileLocations(environment));
  const resolved = resolveBlueprint(files);
  const stacks = stackFiles(files);
  const exceptions = exceptionsOf(files);
  const rules = RULES.map(({ id }) => id);
  const problems = [...resolved.problems, ...exceptionProblems(exceptions, { stacks, rules, today })];
  const { blueprint } = resolved;
  if (blueprint === undefined || problems.some(({ severity }) => severity === "error")) {
    throw new InvalidFiles(problems);
  }
  return {
    files,
    blueprint,
    plans: stackPlans(blueprint),
    check: { rules: RULES, files: stacks, exceptions, today },
    warnings: problems,
  };
}
