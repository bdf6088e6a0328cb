/** What the bundler gives for a file's text and for its address. */
declare module '*?raw' {
  const text: string;
  export default text;
}
declare module '*?url' {
  const address: string;
  export default address;
}
/** Whether this is the viewer as one file, which has no other files beside it. */
declare const __SINGLE_FILE__: boolean;
