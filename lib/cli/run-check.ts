import { dropCreationStacks } from "../terraform/creation-stacks";
import { checkStacks } from "./check-stacks";

dropCreationStacks();
process.exitCode = checkStacks(process.argv.slice(2), process.env);
