import { quote } from "../config/problem";
import type { Rule, Violation } from "./rule";

/** Most characters of a value that are told. An id of ARM has up to three hundred, and its end is what matters. */
const LONGEST_VALUE = 320;

/** A violation, with the rule that it breaks and the stack that has it. */
export interface Finding {
  readonly rule: Rule;
  /** The stack's name. */
  readonly stack: string;
  /** What has it: the construct's path, as in hub/network/vnet; or else the stack's name and the address. */
  readonly resource: string;
  /** Terraform's address of the same. */
  readonly address: string;
  readonly argument: string;
  /** The value that is there, as JSON, cut; absent when there is none. */
  readonly found?: string;
  readonly must: string;
}

/** A violation within a stack. */
export function findingOf(rule: Rule, stack: string, { resource, argument, sought, found, must }: Violation): Finding {
  const { path, address } = resource;
  return {
    rule,
    stack,
    resource: path ?? `${stack}/${address}`,
    address,
    argument: sought ?? argument,
    ...(found === undefined ? {} : { found: shown(sought ?? argument, found) }),
    must,
  };
}

/** Arguments whose values are secrets when they are literals: reports go to logs, and to code hosts. */
const SECRET =
  /(password|passphrase|secret|token|access_key|account_key|shared_key|private_key|certificate|connection_string|sas_url)$/i;

function shown(argument: string, found: unknown): string {
  const isSecret = SECRET.test(argument) && typeof found === "string" && !found.includes("${");
  return isSecret ? "a literal that is not shown" : quote(found, LONGEST_VALUE);
}

/** One line for people: what has it, the value, what is allowed, the change to make, and the rule. */
export function formatFinding({ rule, stack, resource, address, argument, found, must }: Finding): string {
  const named = resource === `${stack}/${address}` ? resource : `${resource} (${address})`;
  const value = found === undefined ? "is not set" : `is ${found}`;
  return `${named} ${argument === "" ? must : `${argument} ${value} but ${must}`}; ${rule.fix} [${rule.id}]`;
}
