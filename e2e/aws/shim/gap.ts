import type { Call, Json } from "./call";
import type { Memory } from "./memory";

/** What the shim answers by itself. */
export interface Answer {
  /** Default: 200. */
  readonly status?: number;
  /** The body. */
  readonly json: Json;
}

/** What the shim does about one operation. Each part is optional; without any, the request goes to moto and back. */
export interface Remedy {
  /** The answer in moto's place; undefined asks moto after all. */
  readonly answer?: (call: Call, memory: Memory) => Answer | undefined;
  /** The parameters that moto is asked with instead. For services that speak JSON. */
  readonly rewrite?: (call: Call, memory: Memory) => Json;
  /** moto's answer, put right. For services that speak JSON. */
  readonly amend?: (answer: Json, call: Call, memory: Memory) => Json;
  /** moto's answer, put right. For services that speak XML. */
  readonly amendXml?: (answer: string, call: Call, memory: Memory) => string;
  /** What moto's refusal should be. For services that speak JSON. */
  readonly amendError?: (error: Json) => Json;
}

/** Something that moto lacks or misreports. */
export interface Gap {
  /** The service in a request's signature, as in `sagemaker`. */
  readonly service: string;
  /** What moto lacks or misreports. */
  readonly lacks: string;
  /** What that does to terraform. */
  readonly effect: string;
  /** What the shim does about it. */
  readonly does: string;
  /** How, by operation. */
  readonly remedies: Readonly<Record<string, Remedy>>;
}

/** A refusal in the form of JSON services. */
export function refusal(type: string, message: string): Answer {
  return { status: 400, json: { __type: type, message } };
}
