// CDKTF formats an unlimited stack trace for every token and reads it only to decorate a resolve error: 34 % of a synth
// on plain node, far more under a source-mapped loader. There is no switch in 0.21, so the one function that does it is
// replaced before the first construct is made. CDKTF_STACKS=1 leaves it as it is, for debugging.
import stackTrace = require("cdktf/lib/tokens/private/stack-trace");

/** Makes tokens carry no creation stacks, unless the environment variable CDKTF_STACKS is 1. */
export function dropCreationStacks(environment: NodeJS.ProcessEnv = process.env): void {
  if (environment.CDKTF_STACKS === "1") return;
  // `import = require` gives the module object itself; CDKTF's other modules call the function through it.
  stackTrace.captureStackTrace = () => [];
}
