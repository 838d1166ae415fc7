// All work on leads. The steps import it when they run: a cold process then loads the mapper and the engine only for
// those that need them.
export { enrollMany } from './enroll-many';
export { enrollOne, readPerson } from './enroll-one';
export { previewOne } from './preview-one';
