import { EditedFiles } from "../support/edits";
import { SAMPLE_ON_AWS } from "../support/files";
import { AWS_EDITS } from "./edits/aws";

const files = new EditedFiles(SAMPLE_ON_AWS);

test.each(AWS_EDITS)("$title", ({ edit, changes }) => {
  expect(files.changesOf(edit)).toEqual(changes);
});
