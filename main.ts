import { synth } from "./lib/cli/synth";
import { dropCreationStacks } from "./lib/terraform/creation-stacks";

dropCreationStacks();
process.exitCode = synth(process.env);
