import type { Call, Json } from "./call";
import type { Gap, Remedy } from "./gap";

const OPERATIONS = [
  "StartLogging",
  "StopLogging",
  "GetTrailStatus",
  "UpdateTrail",
  "DeleteTrail",
  "PutEventSelectors",
  "GetEventSelectors",
  "GetInsightSelectors",
];

/** The parameters that may hold an ARN of a trail, each with the trail's name instead. */
function byName({ input }: Call): Json {
  const named = ["Name", "TrailName"]
    .filter((parameter) => typeof input[parameter] === "string")
    .map((parameter) => [parameter, String(input[parameter]).split("/").at(-1)] as const);
  return { ...input, ...Object.fromEntries(named) };
}

/** The audit trail. */
export const CLOUDTRAIL: Gap = {
  service: "cloudtrail",
  lacks: "operations on a trail take its name only, not its ARN",
  effect: "applying a trail fails (500)",
  does: "puts the name in place of the ARN",
  remedies: Object.fromEntries(OPERATIONS.map((operation): [string, Remedy] => [operation, { rewrite: byName }])),
};
