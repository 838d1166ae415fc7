import { defineInputField } from 'zapier-platform-core';

/** To be read in every step that changes something: a test in the editor is a run like any other. */
export const testStepNotice = defineInputField({
  key: 'testStep',
  type: 'copy',
  helpText: '*Test step* does this for real: test with data of your own.',
});
