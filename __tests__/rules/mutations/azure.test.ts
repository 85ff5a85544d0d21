import { SAMPLE } from "../../support/files";
import { NOT_TOLD, TOLD_SEVERAL_TIMES } from "./not-told-azure";
import { testMutations } from "./tests";

testMutations(SAMPLE, { notTold: NOT_TOLD, toldSeveralTimes: TOLD_SEVERAL_TIMES });
