import { EditedFiles } from "../support/edits";
import { SAMPLE } from "../support/files";
import { EDITS } from "./edits/all";

const files = new EditedFiles(SAMPLE);

test.each(EDITS)("$title", ({ edit, changes }) => {
  expect(files.changesOf(edit)).toEqual(changes);
});
