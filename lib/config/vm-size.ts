import { text } from "./text-form";

/** The name of a size of virtual machines, such as Standard_DS3_v2. Which regions have it, only Azure knows. */
export function vmSize() {
  return text({
    what: "the name of a VM size",
    use: 'one such as "Standard_DS3_v2"',
    pattern: /^(Standard|STANDARD|standard)_[A-Za-z]+[0-9][A-Za-z0-9_-]*$/,
    max: 64,
    mend: (value) => `Standard_${value.trim().replace(/[\s-]+/g, "_")}`,
  });
}
