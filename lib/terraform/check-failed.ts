/** Thrown when the check of a synthesis finds something; nothing was written then. */
export class CheckFailed extends Error {
  override readonly name = "CheckFailed";

  /** @param findings what is wrong, a line each, over all stacks */
  constructor(readonly findings: readonly string[]) {
    super(findings.join("\n"));
  }
}
