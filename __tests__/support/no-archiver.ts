/** Stands in for archiver, which CDKTF loads for assets: a third of the time that loading CDKTF takes. No stack has assets. */
export default function archiver(): never {
  throw new Error("no stack has assets");
}
