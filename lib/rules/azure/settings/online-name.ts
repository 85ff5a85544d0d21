import { matching } from "../../expectation";

/** The name of an online endpoint, or of a deployment of one. */
export const ONLINE_NAME = matching(
  /^(?=.{3,32}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
  "must have 3 to 32 letters, digits and single dashes, a letter first and no dash last",
  { right: "churn", wrong: "1_x" },
);
