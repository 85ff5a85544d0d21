import { SAMPLE_ON_AWS } from "../../support/files";
import { NOT_TOLD, TOLD_SEVERAL_TIMES } from "./not-told-aws";
import { testMutations } from "./tests";

testMutations(SAMPLE_ON_AWS, { notTold: NOT_TOLD, toldSeveralTimes: TOLD_SEVERAL_TIMES });
