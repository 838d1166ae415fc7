// zod keeps its settings and its registry of schemas on `globalThis`, where every copy of zod in a process shares
// them. n8n does not allow community nodes to touch globals, so the build puts this object in the place of
// `globalThis`: zod's settings stay inside this package. Nothing else in the bundle refers to it.
export const privateGlobals = {};
