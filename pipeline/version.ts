/** Version of code and knowledge together; replaced at build and test time (see vite.config.ts). */
declare const __CLAIMGRAPH_VERSION__: string;
export const VERSION = __CLAIMGRAPH_VERSION__;
