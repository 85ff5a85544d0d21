/**
 * The one place where this project imports CDKTF's core. Constructs import from here, so that another release of it
 * (CDK Terrain, `cdktn`) can be put in its place by changing one file.
 */
export * from "cdktf";
