import { isMap } from "../../terraform/tree";

/** A text within a resource. */
export interface Text {
  /** Where it stands, as in "env[0].value". */
  readonly argument: string;
  /** The last name of that place, as in "value". */
  readonly name: string;
  readonly value: string;
}

/** Every text within a value; what CDKTF notes for itself is none. */
export function textsIn(value: unknown, argument = "", name = ""): Text[] {
  if (typeof value === "string") return [{ argument, name, value }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => textsIn(entry, `${argument}[${index}]`, name));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "//" ? [] : textsIn(inner, argument === "" ? key : `${argument}.${key}`, key),
  );
}
