import { dropCreationStacks } from "../../lib/terraform/creation-stacks";

dropCreationStacks({});
