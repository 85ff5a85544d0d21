import { codePoint, type FieldPath } from "./problem";

/** Something wrong within the text of a file, found while it is read. */
export interface Finding {
  /** Where it is: an index into the text. */
  readonly offset: number;
  /** The field that it is about, when the text has been read that far. */
  readonly path?: FieldPath;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

/** What is wrong with text that holds a character which no file may hold. */
export function notAllowed(character: string): string {
  return `the character ${codePoint(character)} is not allowed in text`;
}
