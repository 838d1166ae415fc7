// What the bundle has in place of globalThis: see build.mjs.
export default {};
