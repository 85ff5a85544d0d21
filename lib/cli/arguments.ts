import { UsageError } from "./selection";

/**
 * Reads the arguments of a command with Node's `parseArgs`.
 *
 * @param usage how the command is called, as in "usage: npm run rules [-- --explain RULE]"
 * @throws UsageError with that, for arguments that the command does not have
 */
export function readArguments<Result>(usage: string, parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    // The sentences after the first one are about Node's own syntax.
    throw new UsageError(`${(error as Error).message.replace(/\. .*/s, "")}; ${usage}`);
  }
}
