import { type NodeHint } from 'n8n-workflow';

/** What to know before the node is run, as far as its fields and the items before it tell. */
export const hints: NodeHint[] = [
  {
    message:
      'One campaign is created for each item. To create a single one, set "Campaigns to Create" to "One for All Items".',
    displayCondition:
      '={{ $parameter["resource"] === "campaign" && $parameter["operation"] === "create" && $parameter["campaigns"] === "each" && $input.all().length > 1 }}',
    type: 'warning',
    whenToDisplay: 'beforeExecution',
    location: 'outputPane',
  },
  {
    message:
      'The email address under "Lead Fields" is the same for all items, so they become a single lead. Drag the field with the address into it.',
    displayCondition:
      '={{ $parameter["leadSource"] === "manual" && !!$rawParameter.leadFields?.value?.email && !$rawParameter.leadFields.value.email.startsWith("=") && $input.all().length > 1 }}',
    type: 'warning',
    whenToDisplay: 'beforeExecution',
    location: 'outputPane',
  },
  {
    message: 'Contacts who opted out in your CRM are enrolled too: "Opted-Out Contacts" is "Enroll Anyway".',
    displayCondition:
      '={{ $parameter["operation"] === "enroll" && $parameter["options"]?.optedOut === "enroll" }}',
    type: 'warning',
    whenToDisplay: 'beforeExecution',
    location: 'outputPane',
  },
];
