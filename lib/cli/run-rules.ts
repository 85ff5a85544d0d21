import { rules } from "./rules";

process.exitCode = rules(process.argv.slice(2));
