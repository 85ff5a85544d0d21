import { isMap } from "../../terraform/tree";
import { perStack } from "../per-stack";
import type { Resource } from "../resource";

/** A text within a resource. */
export interface Text {
  /** Where it stands, as in "env[0].value". */
  readonly argument: string;
  /** The last name of that place, as in "value". */
  readonly name: string;
  readonly value: string;
}

/** Every text within the resources of a stack; what CDKTF notes for itself is none. */
export const textsOf = perStack((stack): readonly (Text & { readonly resource: Resource })[] => {
  const texts: (Text & { readonly resource: Resource })[] = [];
  for (const resource of stack.all) {
    collect(resource.content, { argument: "", name: "" }, (text) => texts.push({ ...text, resource }));
  }
  return texts;
});

function collect(value: unknown, { argument, name }: Omit<Text, "value">, note: (text: Text) => void): void {
  if (typeof value === "string") note({ argument, name, value });
  else if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      collect(entry, { argument: `${argument}[${index}]`, name }, note);
    });
  } else if (isMap(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key !== "//") collect(inner, { argument: argument === "" ? key : `${argument}.${key}`, name: key }, note);
    }
  }
}
