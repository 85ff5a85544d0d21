import type { Call, Json } from "./call";
import type { Gap } from "./gap";

const KIND = "bucket-policy";
const keyOf = ({ path }: Call) => path.replace(/\/$/, "");

/** Everybody, written as an object: it means the same. */
function withObject(statement: Json): Json {
  return statement.Principal === "*" ? { ...statement, Principal: { AWS: "*" } } : statement;
}

/** Policies of buckets that others write their access logs to. */
export const BUCKET_POLICIES: Gap = {
  service: "s3",
  lacks: 'PutBucketLogging fails (500) over a policy of the target bucket with "Principal": "*"',
  effect: "applying aws_s3_bucket_logging fails",
  does: 'tells moto {"AWS": "*"}, which means the same, and answers with what was put',
  remedies: {
    "PUT policy": {
      rewrite(call, memory) {
        memory.set(KIND, keyOf(call), call.input);
        const { Statement, ...rest } = call.input;
        return { ...rest, Statement: Array.isArray(Statement) ? (Statement as Json[]).map(withObject) : Statement };
      },
    },
    "GET policy": {
      amend: (answer, call, memory) => memory.get(KIND, keyOf(call)) ?? answer,
    },
  },
};
