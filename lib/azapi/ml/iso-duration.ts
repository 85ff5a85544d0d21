import type { IConstruct } from "constructs";
import { Token } from "../../terraform/cdktf";
import { refusal } from "../refusal";

/** A length of time in days or smaller units as ISO 8601 writes it: "PT5S", "PT1M30S", "P1D". */
export type IsoDuration = `P${string}`;

const ISO_DURATION = /^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/**
 * Throws if a text is no ISO 8601 duration. Azure takes no other form, and azapi lets "5s" pass its plan. Undefined and
 * tokens are not checked.
 *
 * @param property name of the property that has the text, for the message.
 */
export function checkIsoDuration(construct: IConstruct, property: string, text: string | undefined): void {
  if (text === undefined || Token.isUnresolved(text) || ISO_DURATION.test(text)) return;
  throw refusal(construct, `${property} is "${text}", which is no ISO 8601 duration; write it as in "PT5S"`);
}
